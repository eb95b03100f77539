"""Where the sides of a reason begin and end in a parsed sentence: whole words, no speaker, no word that links."""

import pytest

from ravabet.language import analyse
from ravabet.reasoning import reasons
from ravabet.reasoning.find import laid_out
from ravabet.reasoning.woods import candidates

from .conftest import event


def sides(text: str, language: str, cue: str) -> set[tuple[str, str]]:
    """Every way to cut a reason round a cue: the texts of cause and effect."""
    ways = [way for group in candidates(laid_out(analyse(text, language), language)) for way in group]
    spans = [[(side.view.span(side.lo, side.hi)).of(text) for side in (way.cause, way.effect)] for way in ways]
    return {(one, two) for way, (one, two) in zip(ways, spans, strict=True) if way.hit.cue.id == cue}


def told(text: str, language: str) -> list[tuple[str, str]]:
    return [
        (r.cause.span.of(text), r.effect.span.of(text)) for r in reasons(text, analyse(text, language), (), language)
    ]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        (
            "The junta, angered by the ban, recalled its envoy.",
            "the ban",
            "recalled its envoy",
        ),
        (
            "Back in 2012 the palace, embarrassed by a leak of cables, quickly closed its office in Lima.",
            "a leak of cables",
            "quickly closed its office in Lima",
        ),
    ],
)
def test_a_participle_between_commas_tells_why_its_noun_does_what_follows(text: str, cause: str, effect: str):
    assert told(text, "en") == [(cause, effect)]


def test_a_participle_that_closes_its_clause_tells_why_of_the_clause():
    text = "The envoy left the hall, angered by the speech."
    assert all(cause == "the speech" and effect.endswith("left the hall") for cause, effect in told(text, "en"))


@pytest.mark.parametrize(
    ("text", "language", "cue", "cause"),
    [
        (
            "Oslo shut the port because of the storm, Transport Minister Ola Moe said.",
            "en",
            "phrase:because of",
            "the storm",
        ),
        (
            '"We shut the port because the storm came," the minister told reporters.',
            "en",
            "clause:because",
            "the storm came",
        ),
    ],
)
def test_who_speaks_is_no_part_of_what_is_told(text: str, language: str, cue: str, cause: str):
    found = sides(text, language, cue)
    assert cause in {one for one, _ in found}
    assert not any("Moe said" in part or "told reporters" in part for way in found for part in way)


def test_what_somebody_said_stays_where_it_is_what_happened():
    text = "Oslo recalled its envoy because the consul, the press reported, had called the king a liar."
    assert any(cause.endswith("a liar") for cause, _ in sides(text, "en", "clause:because"))


def test_no_side_ends_in_a_word_that_only_brings_in_what_follows():
    text = "وقع انفجار تسبب في خسائر لم تحدد بعد بسبب العاصفة."
    found = sides(text, "ar", "frame:تسبب* في [E]")
    assert found
    assert not any(effect.endswith("بسبب") for _, effect in found)


def test_a_verb_that_may_be_a_cue_may_end_a_side():
    text = "The refugees left because of the fires that the raid caused."
    assert any(cause.endswith("caused") for cause, _ in sides(text, "en", "phrase:because of"))


@pytest.mark.parametrize(
    ("text", "timed"),
    [
        ("The talks this week led to a truce.", "this week"),
        ("The talks with Lima led to a truce.", ""),
    ],
)
def test_a_time_is_no_side(text: str, timed: str):
    causes = {cause for cause, _ in sides(text, "en", "frame:lead* to [E]")}
    assert causes
    assert timed not in causes


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("رفضت السلطات طلب الصحفي لأنه لم يحمل جواز سفر.", "لم يحمل جواز سفر", "رفضت السلطات طلب الصحفي"),
        ("وقع الوزير الاتفاق لكن البرلمان رفضه بسبب بند سري.", "بند سري", "البرلمان رفضه"),
    ],
)
def test_a_side_begins_with_a_whole_word_behind_what_turns_away(text: str, cause: str, effect: str):
    assert told(text, "ar") == [(cause, effect)]


def test_a_side_behind_a_pronoun_written_onto_that_begins_behind_both():
    text = "أكد الوزير أنه نظرا للظروف الأمنية، أُجلت زيارة الرئيس."
    assert ("لظروف الأمنية", "أُجلت زيارة الرئيس") in sides(text, "ar", "phrase:نظرا ل")


def test_a_noun_keeps_the_pronoun_that_is_written_onto_it():
    text = "أغلقت بغداد المكتب بسبب إهانتها في الصحيفة."
    assert any(cause.startswith("إهانتها") for cause, _ in sides(text, "ar", "phrase:بسبب"))
    assert not any(part.startswith("ها ") for way in sides(text, "ar", "phrase:بسبب") for part in way)


def test_where_no_event_is_coded_a_reason_must_be_surer():
    text = "Prices fell after the storm. The road was closed because of the storm."
    laid = analyse(text, "en")
    some = event(text, "closed", "e1")
    alone = reasons(text, laid, (), "en")
    gated = reasons(text, laid, (), "en", coded=True)
    assert {r.confidence for r in gated} <= {r.confidence for r in alone}
    assert reasons(text, laid, (some,), "en", coded=True) == reasons(text, laid, (some,), "en")


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("OSLO (NTB) - Norway closed its embassy in Minsk because of the raid.", "Norway closed its embassy in Minsk"),
        ("LIMA, June 5 — Peru closed its embassy in Minsk because of the raid.", "Peru closed its embassy in Minsk"),
    ],
)
def test_where_a_report_was_written_is_no_part_of_what_it_tells(text: str, effect: str):
    assert [found for _, found in told(text, "en")] == [effect]


def test_a_dash_after_other_words_opens_no_report():
    text = "The ministry - the oldest in Oslo - closed its archive because of the raid."
    assert any(effect.startswith("The ministry") for _, effect in sides(text, "en", "phrase:because of"))


@pytest.mark.parametrize(
    ("text", "cue", "weighed"),
    [
        ("Lima is reluctant to close the border for fear of triggering riots.", "frame:trigger* [E]", False),
        ("The premier was accused of causing a row with Oslo.", "frame:cause* [E]", False),
        ("Lima closed the border, triggering riots.", "frame:trigger* [E]", True),
        ("The raid is causing a row with Oslo.", "frame:cause* [E]", True),
        ("The man drove a van into the crowd.", "frame:drive* [E]", False),
        ("The famine drove the villagers into the city.", "frame:drive* [E]", True),
        ("The two navies held drills over the China Sea.", "phrase:over", False),
        ("The two navies clashed over the reef.", "phrase:over", True),
    ],
)
def test_what_is_said_of_nothing_told_is_not_weighed(text: str, cue: str, weighed: bool):
    assert bool(sides(text, "en", cue)) is weighed
