"""Damaged text is found and put right; clean text is never touched."""

import random
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.repairing.damage import damaged
from tests.repairing.passages import ARABIC, CLEAN, PERSIAN

from ravabet.model import INSERTED, RavabetError, Span
from ravabet.repairing import detect, explain, original_spans, repair, replay, side_by_side
from ravabet.repairing.atoms import HALF_SPACE, MIRRORED
from ravabet.repairing.tables import load

SEED = Path(__file__).parents[3] / "shared/seed/al-raya.txt"


def harm(text, seed=1):
    return damaged(text, random.Random(seed), width=95)


@pytest.fixture(scope="module")
def persian():
    clean, broken = harm("\n".join(PERSIAN))
    return clean, repair(broken)


@pytest.fixture(scope="module")
def arabic():
    clean, broken = harm("\n".join(ARABIC))
    return clean, repair(broken)


def kept_pairs(clean, found):
    """The share of neighbouring words of the clean text that are neighbours in the text found."""
    wanted, held = Counter(pairwise(bare(clean).split())), Counter(pairwise(bare(found).split()))
    return (wanted & held).total() / wanted.total()


def bare(line):
    return " ".join(line.replace(HALF_SPACE, "").split())


@pytest.mark.parametrize("name", CLEAN)
def test_clean_text_is_never_changed(name):
    found = repair(CLEAN[name])
    assert found.damage is None and found.steps == ()
    assert found.text == found.original == CLEAN[name]
    assert found.offsets == tuple(range(len(CLEAN[name])))


@pytest.mark.parametrize("text", PERSIAN + ARABIC)
def test_damage_is_found_in_every_passage(text):
    assert detect(harm(text)[1])
    assert not detect(harm(text)[0])


@pytest.mark.parametrize(("language", "least"), [("persian", 0.85), ("arabic", 0.75)])
def test_most_words_get_their_neighbours_back(language, least, request):
    clean, found = request.getfixturevalue(language)
    assert kept_pairs(clean, found.original) < 0.65
    assert kept_pairs(clean, found.text) > least


def test_lost_half_spaces_are_put_back(persian):
    clean, found = persian
    assert HALF_SPACE not in found.original
    assert found.text.count(HALF_SPACE) >= 0.8 * clean.count(HALF_SPACE)
    for word in ("می\u200cخواهند", "شرکت\u200cهای", "رئیس\u200cجمهور"):
        assert word in found.text


def test_brackets_open_before_they_close(persian):
    for text in (persian[0], persian[1].text):
        assert all(text.index(opening) < text.index(closing) for opening, closing in ("()", "«»"))
    assert "(سهم دولت ۳۴ درصد" in persian[1].text


def test_numbers_keep_their_digits(persian):
    assert {"۱۲", "۳۵۰", "۳۴", "۱۸"} <= set(persian[1].text.split())
    assert "۲۰۲۱" in persian[1].text


@pytest.mark.parametrize("language", ["persian", "arabic"])
def test_every_character_points_to_its_own(language, request):
    found = request.getfixturevalue(language)[1]
    kept = [(char, source) for char, source in zip(found.text, found.offsets, strict=True) if source != INSERTED]
    assert sorted(source for _, source in kept) == list(range(len(found.original)))
    assert all(found.original[source] in (char, MIRRORED.get(char)) for char, source in kept)
    assert {char for char, source in zip(found.text, found.offsets, strict=True) if source == INSERTED} <= {HALF_SPACE}


@pytest.mark.parametrize("language", ["persian", "arabic"])
def test_the_plan_replays_and_the_repair_is_left_alone(language, request):
    found = request.getfixturevalue(language)[1]
    assert replay(found.original, found.steps) == found.text
    assert found.text.count("\n") == found.original.count("\n")
    assert repair(found.text).text == found.text


def test_a_span_of_the_repair_leads_back_to_the_original(persian):
    found = persian[1]
    start = found.text.index("همکاری\u200cهای")
    spans = original_spans(found, Span(start, start + len("همکاری\u200cهای")))
    assert "".join(span.of(found.original) for span in spans) == "همکاریهای"
    assert original_spans(repair("abc"), Span(0, 2)) == (Span(0, 2),)


def test_the_plan_is_told_to_a_person(persian):
    told = explain(persian[1])
    assert told[0].startswith("runs in screen order")
    assert any("half-space" in line for line in told)
    assert explain(repair("abc")) == ["Nothing to repair: the text reads as it should."]
    assert side_by_side(persian[1]).count("\n+ ") == side_by_side(persian[1]).count("\n- ") > 5
    assert side_by_side(repair("abc")) == ""


def test_clean_lines_around_a_damaged_part_are_kept():
    clean, broken = harm("\n".join(PERSIAN[:3]))
    untouched = "\n".join(PERSIAN[3:5])
    found = repair(untouched + "\n" + broken)
    assert found.damage is not None
    assert found.text.startswith(untouched + "\n")
    assert kept_pairs(clean, found.text[len(untouched) + 1 :]) > 0.8


@pytest.mark.parametrize("title", ["برداشت گندم در جنوب آغاز شد", "شهردار: پل کهنه ویران نمی‌شود"])
def test_a_damaged_text_is_damaged_from_its_title_on(title):
    lines = harm(title + "\n" + PERSIAN[0], seed=2)[1]
    assert lines.split("\n")[0].strip() != title
    assert detect(lines)[0].lines[0] == 0


def test_a_language_without_tables_is_left_alone():
    text = harm(PERSIAN[0])[1]
    assert repair(text, language="ur").text == text
    with pytest.raises(RavabetError, match="no repair tables"):
        load("ur")


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from('ابپکیه ‌می.،:()«»"۱۲3aB\n\r\t\u064b\u0640\ufeff'), max_size=200))
def test_any_text_survives(text):
    found = repair(text)
    kept = [source for source in found.offsets if source != INSERTED]
    dropped = sorted(set(range(len(text))) - set(kept))
    assert sorted([*kept, *dropped]) == list(range(len(text)))
    assert {text[source] for source in dropped} <= {"\ufeff"}  # invisible characters inside words are damage
    assert replay(text, found.steps) == found.text
    assert found.text.count("\n") == text.count("\n")


@settings(max_examples=30)
@given(st.text(max_size=300))
def test_any_text_at_all_survives(text):
    assert len(repair(text).offsets) == len(repair(text).text)


@pytest.mark.skipif(not SEED.exists(), reason="the founding document is not here (../shared)")
def test_the_founding_document_is_found_and_repaired():
    text = SEED.read_text("utf-8")
    found = repair(text)
    assert found.damage is not None and len(found.damage.lines) >= 22
    assert replay(text, found.steps) == found.text
    assert not detect(found.text)
    assert found.text.count(HALF_SPACE) >= 15
