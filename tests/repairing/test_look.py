"""The first look, which reads each character once, against the tables of ``direction`` read pair by pair in numpy."""

from __future__ import annotations

import random

import numpy as np
import pytest

from ravabet.repairing import direction
from ravabet.repairing.look import again, look

SAMPLE = "ابپتی کک ..،؛:!؟()«»12 ۳۴\n\n\t-/aéß™©\u200c\u200b\ufeffﻻ😀\r\xa0'\""


def line_of(rng: random.Random) -> str:
    return "".join(rng.choice(SAMPLE) for _ in range(rng.randint(0, 60))).replace("\n", " ")


@pytest.mark.parametrize("seed", range(40))
def test_each_line_is_worth_what_its_pairs_are(seed: int) -> None:
    rng = random.Random(seed)
    lines = [line_of(rng) for _ in range(5)]
    seen, tables = look("\n".join(lines)), direction.tables()
    for number, line in enumerate(lines):
        symbols = direction.symbols_of(f"\n{line}\n")
        words = direction.words_of(symbols)
        worth = tables.of_words(symbols, words).astype(np.int64)
        beside = words.classes >= direction.FIGURE
        beside = beside[1:] | beside[:-1]
        assert seen.letters[number] == tables.of_letters(symbols).sum(dtype=np.int64) // int(direction.SCALE)
        assert seen.words[number] == worth.sum() // int(direction.SCALE)
        assert seen.stops[number] == (worth * beside).sum() // int(direction.SCALE)
        assert seen.beside[number] == beside.sum()
        assert seen.sizes[number] == len(direction.codes_of(line))


@pytest.mark.parametrize(
    ("line", "field", "count"),
    [
        ("رود .پل", "marks", 1),
        ("رود. پل", "marks", 0),
        ("سال1403", "marks", 1),
        ("رود  پل", "marks", 1),
        (" رود پل", "marks", 1),
        (". رود پل", "marks", 1),
        ("ر و د پل", "singles", 3),
        ("رود و پل", "singles", 1),
        ("\ufefbزم", "forms", 1),
        ("رو\u200bد", "strays", 1),
        ("رو\u200cد", "strays", 0),
        ("Ø±Ù", "signs", 3),
    ],
)
def test_what_a_sound_line_does_not_hold_is_counted(line: str, field: str, count: int) -> None:
    assert getattr(look(f"پل\n{line}\nپل"), field).tolist() == [0, count, 0]


@pytest.mark.parametrize(("line", "apart"), [("ر و د خ ا ن ه", True), ("رود و پل و راه", False), ("ر و", False)])
def test_letters_apart_are_those_of_a_line_that_holds_many(line: str, apart: bool) -> None:
    assert look(line).apart().tolist() == [apart]


def test_a_look_at_changed_lines_is_the_look_at_all_of_them() -> None:
    lines = ["وزير گفت كه ۱۲ نفر آمدند .", "", " .پایان", "a\u200bb ﻛﺘﺎﺏ", "س ل ا م", "شهر"]
    seen = look("\n".join(lines))
    lines[0], lines[3], lines[5] = "", "قيمت 5ريال  شد", "ﻛﺘﺎﺏ é .\u200e"
    for one, two in zip(again(seen, (0, 3, 5), lines).rows(), look("\n".join(lines)).rows(), strict=True):
        assert one.tolist() == two.tolist()
