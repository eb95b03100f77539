"""Texts of which only a part is damaged: that part is found, line by line, and the rest is left alone."""

from __future__ import annotations

import random

import pytest
from tests.repairing.damage import damaged
from tests.repairing.passages import ARABIC, CLEAN, PERSIAN

from ravabet.repairing import detect, detecting
from ravabet.repairing.detecting import KIND, suspects
from ravabet.repairing.finding import language_of
from ravabet.repairing.look import look

SOUND = {"fa": "\n".join(PERSIAN[3:]), "ar": ARABIC[0]}
HARMED = {"fa": "\n".join(PERSIAN[:3]), "ar": ARABIC[1]}

LIST = """منابع
1. اکبری، رضا، تاریخ راه‌آهن در خراسان، ج2، تهران: نشر سپیدار، 1381.
2. امینى، مجتبى، راهنماى بازار گندم، مشهد: انتشارات گلبرگ، چ3، 1376.
3. ------------، بندرهاى جنوب، ج1، شیراز: نشر نارون، بی تا.
4. باقری، لیلا، سفر به دریاچه ارومیه، تبریز: دفتر نشر آذر، چ2، 1390.
5. پناهى، یحیى، المدخل الى علم المیاه، ج4، بیروت: دار البستان، 1409ق.
6. ثابتى، مصطفى، الابنیه و الحدائق، ج12، قاهره: مکتبه النیل، چ2، 1414ق(الف).
7. جمالى، موسى، کشاورزى در کویر، یزد: انتشارات قنات، 1361.
8. حسینى، طه، پرسش ها و پاسخ ها در باغدارى، ج2، کرمان: نشر پسته، 1377."""


def lines_of(text: str, seed: int, *, harmed: bool) -> list[tuple[str, bool]]:
    return [(line, harmed) for line in damaged(text, random.Random(seed), width=95)[harmed].split("\n")]


@pytest.mark.parametrize("language", ["fa", "ar"])
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("order", ["sound first", "harmed first", "harmed between"])
def test_the_damaged_part_is_found_and_the_sound_one_left_alone(language: str, seed: int, order: str) -> None:
    sound, harmed = lines_of(SOUND[language], seed, harmed=False), lines_of(HARMED[language], seed, harmed=True)
    half = {"sound first": len(sound), "harmed first": 0, "harmed between": len(sound) // 2}[order]
    lines = [*sound[:half], *harmed, *sound[half:]]
    found = {number for each in detect("\n".join(line for line, _ in lines)) for number in each.lines}
    wanted = {number for number, (_, damaged) in enumerate(lines) if damaged}
    assert len(found - wanted) <= 1 and len(wanted - found) <= 1


def test_a_damaged_part_shows_in_a_text_of_any_length() -> None:
    sound, harmed = lines_of(SOUND["fa"], 1, harmed=False), lines_of(HARMED["fa"], 1, harmed=True)
    lines = [*40 * sound, *harmed, *40 * sound]
    [found] = detect("\n".join(line for line, _ in lines))
    first = 40 * len(sound)
    assert first - 1 <= found.lines[0] <= first + 1
    assert first + len(harmed) - 2 <= found.lines[-1] <= first + len(harmed)


def test_one_misplaced_stop_makes_no_suspect_and_many_do() -> None:
    lines = [line for line, _ in lines_of(SOUND["fa"], 1, harmed=False)]
    assert suspects(look("\n".join(lines))) == []
    assert suspects(look("\n".join([lines[0], lines[1] + " .نیز", *lines[2:]]))) == []
    [found] = suspects(look("\n".join([*lines[:4], *(line for line, _ in lines_of(HARMED["fa"], 1, harmed=True))])))
    assert found.telling.start >= 3 and found.lines.start < found.telling.start


@pytest.mark.parametrize("before", ["", SOUND["fa"] + "\n", CLEAN["persian prose"] + "\n"])
def test_a_list_of_books_is_no_damage_though_its_letters_look_arabic(before: str) -> None:
    assert [each for each in detect(before + LIST) if each.kind == KIND] == []


def test_the_lines_are_judged_in_the_language_of_the_whole_text(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(detecting, "screen_order", lambda *given: asked.append(given[-1]))
    assert language_of(LIST) == "ar"
    detect(SOUND["fa"] + "\n" + LIST)
    detect("\n".join(line for line, _ in lines_of(SOUND["ar"], 1, harmed=True)))
    assert asked == ["fa", "ar"]


@pytest.mark.parametrize("text", PERSIAN + ARABIC)
def test_a_table_of_words_and_figures_is_no_damage(text: str) -> None:
    rows = [f"{word}\t{37 * i % 9901}\t{7 * i % 99}%" for i, word in enumerate(text.split(), 3)]
    assert detect("\n".join(rows)) == ()
