"""Whatever a text looks like, its reasons are found or not, but it is never lost."""

import datetime
import json
import random
from pathlib import Path

import pytest

from ravabet import code
from ravabet.model import Document

GOLD = Path(__file__).parents[1] / "gold"
LANGUAGES = ("fa", "ar", "ru", "en", "tr")
SHAKEN = 25
"""Passages of each language that are cut and mixed here."""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Because of the drought"),
        ("en", "The dam broke. Because of the rain"),
        ("ru", "Из-за засухи"),
        ("ru", "Плотина рухнула. Из-за дождей"),
        ("ar", "بسبب الجفاف\nأغلقت الوزارة السد."),
        ("ar", "نتيجة الأمطار"),
        ("fa", "به دلیل خشکسالی"),
    ],
)
def test_headline_that_is_nothing_but_a_cause(language: str, text: str) -> None:
    assert code(Document("d", text, language)).problem is None


def test_lead_in_another_of_its_forms_breaks_nothing() -> None:
    text = "أرسلت تونس وفدا اليى تركيا، وانتقدت الحكومة التونسية تركيا بسبب السلع المصدرة اليى السوق التركية."
    assert code(Document("d", text, "ar", datetime.date(2024, 5, 5))).problem is None


def mixed(text: str, chance: random.Random) -> str:
    """Words of a text cut out, without marks, in another order or on lines of their own."""
    words = text.split(" ")
    first, last = sorted(chance.sample(range(len(words) + 1), 2))
    part = words[first:last]
    way = chance.randrange(4)
    if way == 1:
        part = [word.strip(".,،؛;:«»()") for word in part]
    elif way == 2:
        chance.shuffle(part)
    elif way == 3:
        part = [word + chance.choice(["", "\n", " ,", "."]) for word in part]
    return " ".join(part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_breaks_the_coder(language: str) -> None:
    chance = random.Random(language)
    lines = (GOLD / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    for line in chance.sample(lines, min(SHAKEN, len(lines))):
        text = mixed(json.loads(line)["text"], chance)
        assert code(Document("d", text, language, datetime.date(2024, 5, 5))).problem is None, text
