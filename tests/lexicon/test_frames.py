"""Frames, glosses and expressions keep the rules of docs/lexicon.md, and the lint sees where they do not."""

import re
import string
from pathlib import Path

import pytest

from ravabet.coding.acts.find import acts
from ravabet.language import analyse
from ravabet.lexicon import LANGUAGES, TYPES, ActorEntry, expressions, frames, parse_expression
from ravabet.lexicon.lint import act_problems, actor_problems, frame_problems, lint

CODEBOOK = Path(__file__).parents[2] / "docs" / "codebook.md"
GLOSS = {
    "en": "{actor} praised {recipient}",
    "fa": "{actor} از {recipient} تمجید کرد",
    "ar": "إشادة",
    "ru": "похвала",
}
FRAME = {"id": "praise", "gloss": GLOSS}
ACT = {"words": ["تمجید کردن* <از"], "fires": ["وزیر از همسایه تمجید کرد."], "silent": ["تمجید شنید و خندید."]}


def match(text, entries, language):
    return any(acts(sentence, language, entries) for sentence in analyse(text, language))


def test_the_lexicon_has_no_problems():
    assert lint(match) == []


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_has_frames_and_words(kind):
    known = frames()
    assert sum(frame.type == kind for frame in known.values()) >= 4
    assert sum(known[entry.frame].type == kind for entry in expressions("fa")) >= 100


def test_ids_of_expressions_are_unique():
    ids = [entry.id for entry in expressions("fa")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gloss_takes_names_and_is_no_sentence_of_its_own(language):
    for frame in frames().values():
        text = string.Formatter().vformat(frame.gloss[language], (), {"actor": "A, B and C", "recipient": "D"})
        assert "{" not in text
        assert text == text.strip()
        assert text[-1] not in ".،,؛:"
        assert not re.search(r"\b(its|their)\b", text), "one name and several must both read well"


@pytest.mark.parametrize(
    ("change", "kind", "said"),
    [
        ({}, "SUPPORT", None),
        ({"id": "Praise Him"}, "SUPPORT", "needs an id"),
        ({"colour": "red"}, "SUPPORT", "unknown keys colour"),
        ({"symmetric": True}, "SUPPORT", "which only AGREE"),
        ({"context": ["weather"]}, "SUPPORT", "PLOVER has not: weather"),
        ({"gloss": {"en": "{actor} praised {recipient}"}}, "SUPPORT", "one gloss in each"),
        ({"gloss": {**GLOSS, "en": "praised {recipient}"}}, "SUPPORT", "{actor} once"),
        ({"gloss": {**GLOSS, "en": "{actor} praised {target}"}}, "SUPPORT", "{actor} once"),
        ({"gloss": {**GLOSS, "ru": "{actor}: похвала"}}, "SUPPORT", "noun phrase"),
        ({"gloss": {**GLOSS, "ar": "praise"}}, "SUPPORT", "not written in that language"),
        ({"symmetric": True}, "AGREE", "no {recipient}"),
    ],
)
def test_the_lint_sees_a_bad_frame(change, kind, said):
    found = list(frame_problems({**FRAME, **change}, kind))
    assert (found == []) if said is None else any(said in problem for problem in found)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, None),
        ({"words": []}, "has no words"),
        ({"example": []}, "unknown keys example"),
        ({"silent": []}, "needs a sentence"),
        ({"words": ["تمجید بلغاندن* <از"]}, "a verb that fa/verbs.tsv has not"),
        ({"words": ["تمجید کردن* <از", "تمجید کردن* ? <از"]}, "twice"),
        ({"words": ["تمجید/ستایش کردن* <از", "ستایش کردن* <از"]}, "'ستایش کردن' twice"),
        ({"words": ["... تمجید کردن* <از"]}, "a gap at an end"),
        ({"fires": ["وزیر خندید."]}, "does not fire"),
        ({"silent": ["وزیر از همسایه تمجید کرد."]}, "should be silent"),
        ({"silent": ["باران آمد."]}, "could not fail"),
    ],
)
def test_the_lint_sees_bad_words(change, said):
    found = list(act_problems("praise", {**ACT, **change}, "fa", match))
    assert (found == []) if said is None else any(said in problem for problem in found)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (ActorEntry("IRN", "ایران", "name"), None),
        (ActorEntry("IRM", "ایران", "name"), "no name in any language"),
        (ActorEntry("IRN", " ایران", "name"), "spaces"),
        (ActorEntry("IRN", "وزیر", "person", since="2020-13-01"), "2024-12-27"),
        (ActorEntry("IRN", "وزیر", "person", since="2021-01-01", until="2020-01-01"), "ends before it begins"),
    ],
)
def test_the_lint_sees_a_bad_actor(entry, said):
    found = list(actor_problems(entry))
    assert (found == []) if said is None else any(said in problem for problem in found)


@pytest.mark.parametrize(
    ("text", "words", "verbal", "markers", "required", "weak"),
    [
        ("سفر <به!", ("سفر",), False, ("به",), True, False),
        ("انتقاد کردن* <از", ("انتقاد", "کردن"), True, ("از",), False, False),
        ("پاسخ دادن* ? <به", ("پاسخ", "دادن"), True, ("به",), False, True),
        ("مرز/گذرگاه ... بستن* <با", ("مرز/گذرگاه", "...", "بستن"), True, ("با",), False, False),
    ],
)
def test_the_notation_is_read(text, words, verbal, markers, required, weak):
    entry = parse_expression(text, "frame", "test")
    assert (entry.words, entry.verbal, entry.markers, entry.required, entry.weak) == (
        words, verbal, markers, required, weak,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "markers", "agents", "required"),
    [
        ("come* under attack >from by", (), ("from", "by"), False),
        ("threat of ... force <against >from!", ("against",), ("from",), True),
        ("подвергнуться* обстрел >со_стороны", (), ("со стороны",), False),
        ("be* wrong to >speaker", (), ("speaker",), False),
    ],
)
def test_the_notation_says_what_brings_in_the_actor(text, markers, agents, required):
    entry = parse_expression(text, "frame", "test")
    assert (entry.markers, entry.agents, entry.required) == (markers, agents, required)


def sections():
    for part in CODEBOOK.read_text("utf-8").split("\n## ")[1:]:
        kind = part.split("\n", 1)[0].strip()
        yield from ((kind, text) for text in re.findall(r"^- «(.+?)»", part, re.MULTILINE))


@pytest.mark.parametrize(("kind", "text"), list(sections()))
def test_the_examples_of_the_codebook_fire_in_their_type(kind, text):
    known = frames()
    assert kind in {
        known[act.expression.frame].type for sentence in analyse(text, "fa") for act in acts(sentence, "fa")
    }


def test_the_codebook_has_two_examples_of_every_type():
    assert [kind for kind, _ in sections()] == [kind for kind in TYPES for _ in range(2)]
