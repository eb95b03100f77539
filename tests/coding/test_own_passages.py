"""The passages that we wrote to learn from are what they say they are, and none of them is one to measure by."""

import datetime
import json
import re
from pathlib import Path

import pytest

from ravabet.lexicon.entries import TYPES

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "training" / "passages").glob("*.jsonl"))
STATUS = {"happened", "denied", "planned", "claimed"}
FORMS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y", None: None}
CODE = re.compile(r"[A-Z][A-Z0-9-]*")
RUN = 8


def rows(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def words(event):
    return [
        event["trigger"],
        *([event["where"]] if event["where"] else []),
        *event["source_text"],
        *event["target_text"],
    ]


def faults(row):
    text = row["text"]
    datetime.date.fromisoformat(row["published"])
    for event in row["events"]:
        yield from (f"{word!r} is not in the text" for word in words(event) if not word or word not in text)
        if event["type"] not in TYPES or event["status"] not in STATUS:
            yield f"no such type or status: {event['type']} {event['status']}"
        codes = event["source"] + event["target"] + ([event["speaker"]] if event["speaker"] else [])
        yield from (f"{code!r} is no code" for code in codes if not CODE.fullmatch(code))
        if not event["source"] + event["target"]:
            yield f"nobody takes part in {event['trigger']!r}"
        if (event["date"] is None) != (event["precision"] is None):
            yield "date and precision do not go together"
        if event["date"]:
            datetime.datetime.strptime(event["date"], FORMS[event["precision"]])
    for reason in row["reasons"]:
        spans = [reason["cause"], reason["effect"], *([reason["cue"]] if reason["cue"] else [])]
        yield from (f"{span!r} is not in the text" for span in spans if span not in text)


def runs(text):
    found = re.findall(r"\w+", text.lower())
    return {" ".join(found[n : n + RUN]) for n in range(len(found) - RUN + 1)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_passage_is_sound(path):
    told = rows(path)
    assert [(row["id"], fault) for row in told for fault in faults(row)] == []
    assert {(row["language"], row["provenance"]) for row in told} == {(path.stem, "own")}
    assert len({row["id"] for row in told}) == len({row["text"] for row in told}) == len(told)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_passage_retells_one_that_measures(path):
    measured = {run for row in rows(ROOT / "tests" / "gold" / path.name) for run in runs(row["text"])}
    assert [row["id"] for row in rows(path) if runs(row["text"]) & measured] == []


def test_the_check_sees_what_is_wrong():
    event = {"type": "HELP", "source": ["Fra"], "target": [], "date": "2024-02", "precision": "month", "where": "Rome"}
    event |= {"trigger": "helps", "status": "happened", "speaker": None, "source_text": ["Paris"], "target_text": []}
    row = {"text": "Nobody was there.", "published": "2024-01-01", "events": [event], "reasons": []}
    assert len(list(faults(row))) == 5
