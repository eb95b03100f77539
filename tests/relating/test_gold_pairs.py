"""The floor: reports judged by hand, on which nothing was tuned, are brought together as docs/relations.md says."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from ravabet.evaluation.occurrences import b_cubed, coded, grouped, read, scores
from ravabet.lexicon import TYPES

GOLD = Path(__file__).parents[1] / "gold" / "pairs" / "reports.jsonl"
REPORTS = read(GOLD)
TEST = [one for one in REPORTS if one.half == "test"]
FLOOR = 0.85


def test_there_are_enough_judged_pairs_of_both_kinds() -> None:
    kinds = Counter(one.occurrence == two.occurrence for one, two in combinations(REPORTS, 2) if one.case == two.case)
    assert kinds[True] >= 200
    assert kinds[False] >= 300
    assert {one.document.language for one in REPORTS} == {"fa", "ar", "ru", "en"}


def test_every_report_is_sound() -> None:
    for line in GOLD.read_text("utf-8").splitlines():
        row = json.loads(line)
        event = row["event"]
        assert event["trigger"] in row["text"], row["id"]
        assert event["where"] is None or event["where"] in row["text"], row["id"]
        assert event["type"] in TYPES
        if event["date"] and event["status"] != "planned":
            assert datetime.date.fromisoformat(event["date"]) <= datetime.date.fromisoformat(row["published"]), row[
                "id"
            ]
        assert row["occurrence"].startswith(row["case"])


def test_annotated_reports_are_brought_together() -> None:
    told = [(one, one.annotated) for one in TEST]
    assert scores(told, grouped([telling for _, telling in told]))[2] >= FLOOR


def test_coded_reports_are_brought_together() -> None:
    told = coded(TEST)
    found = grouped([telling for _, telling in told])
    assert len(told) >= 0.85 * len(TEST)
    assert scores(told, found)[2] >= FLOOR
    assert scores(told, found, all_of=TEST)[2] >= FLOOR


def test_the_order_of_reports_does_not_matter() -> None:
    told = [one.annotated for one in TEST]
    assert grouped(told) == grouped(told[::-1])


@pytest.mark.parametrize(
    ("found", "figures"),
    [
        ({"a": "1", "b": "1", "c": "2"}, (1.0, 1.0)),
        ({"a": "1", "b": "2", "c": "3"}, (1.0, 2 / 3)),
        ({"a": "1", "b": "1", "c": "1"}, (5 / 9, 1.0)),
    ],
)
def test_b_cubed_is_that_of_bagga_and_baldwin(found: dict[str, str], figures: tuple[float, float]) -> None:
    precision, recall, f1 = b_cubed({"a": "x", "b": "x", "c": "y"}, found)
    assert (precision, recall) == pytest.approx(figures)
    assert f1 == pytest.approx(2 * precision * recall / (precision + recall))
