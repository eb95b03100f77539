"""Whether a damaged text writes half-spaces at all: told by what stands beside the words that usually have one."""

from __future__ import annotations

import random

import pytest
from tests.repairing.damage import damaged
from tests.repairing.passages import PERSIAN

from ravabet.repairing import repair
from ravabet.repairing.atoms import HALF_SPACE, Line, cut
from ravabet.repairing.cutting import COSTS, NEVER, priced
from ravabet.repairing.habits import unwritten
from ravabet.repairing.tables import load

OLD = [text.replace(HALF_SPACE, " ") for text in PERSIAN]


def lines_of(texts: list[str], seed: int) -> list[Line]:
    return [cut(line) for line in damaged("\n".join(texts), random.Random(seed), width=95)[1].split("\n")]


@pytest.mark.parametrize("seed", range(5))
def test_text_with_half_spaces_pays_little_for_them_and_text_without_much(seed: int) -> None:
    assert unwritten(lines_of(PERSIAN, seed), load("fa")) < 0.1
    assert unwritten(lines_of(OLD, seed), load("fa")) > 1.5
    assert unwritten(lines_of(3 * OLD, seed), load("fa")) > NEVER


def test_a_text_that_does_not_tell_pays_as_for_an_even_chance() -> None:
    assert unwritten([], load("fa")) == pytest.approx(0.693, abs=0.001)


def test_a_language_without_half_spaces_never_has_one() -> None:
    assert unwritten(lines_of(OLD, 1), load("ar")) > NEVER


@pytest.mark.parametrize(("unwritten", "some"), [(0.0, True), (NEVER - 1, True), (NEVER + 1, False)])
def test_no_half_space_is_looked_for_where_none_is_written(unwritten: float, some: bool) -> None:
    prices = priced(cut("خواهد ماندمی ").symbols, COSTS.__class__(unwritten=unwritten))
    assert bool(prices.both.any()) is some


@pytest.mark.parametrize("seed", range(3))
def test_a_text_in_old_spelling_gets_few_half_spaces_between_its_words(seed: int) -> None:
    old, new = (repair(damaged("\n".join(text), random.Random(seed), width=95)[1]).text for text in (OLD, PERSIAN))
    assert old.count(HALF_SPACE) <= 4 < 15 <= new.count(HALF_SPACE)


@pytest.mark.parametrize(
    ("spaced", "joined"),
    [
        ("او هر روز کتاب ها را می خواند .", "او هر روز کتاب\u200cها را می\u200cخواند ."),
        ("کشاورزان گندم های تازه را نمی فروشند .", "کشاورزان گندم\u200cهای تازه را نمی\u200cفروشند ."),
        ("پل بزرگ تر شده و باغ ها سبزند .", "پل بزرگ\u200cتر شده و باغ\u200cها سبزند ."),
        ("او از باغ آمد و به خانه رفت .", "او از باغ آمد و به خانه رفت ."),
        ("ما می در جام نریختیم .", "ما می در جام نریختیم ."),
    ],
)
def test_half_spaces_asked_for_are_put_where_they_are_usual(spaced: str, joined: str) -> None:
    assert repair(spaced, language="fa", half_spaces=True).text == joined
    assert repair(spaced, language="fa").text == spaced
