"""The passages that we wrote to learn from are what they say they are, and none of them is one to measure by."""

import re
from pathlib import Path

import pytest
from tests.evaluation import passages
from tests.evaluation.passages import read

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "training" / "passages").glob("*.jsonl"))
CODE = re.compile(r"[A-Z][A-Z0-9-]*")
RUN = 8


def faults(row):
    """What is wrong with a passage to learn from, which also says the words and codes of who takes part."""
    yield from passages.faults(row)
    for event in row["events"]:
        yield from passages.missing([*event["source_text"], *event["target_text"]], row["text"])
        codes = event["source"] + event["target"] + ([event["speaker"]] if event["speaker"] else [])
        yield from (f"{code!r} is no code" for code in codes if not CODE.fullmatch(code))


def runs(text):
    found = re.findall(r"\w+", text.lower())
    return {" ".join(found[n : n + RUN]) for n in range(len(found) - RUN + 1)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_passage_is_sound(path):
    told = read(path)
    assert [(row["id"], fault) for row in told for fault in faults(row)] == []
    assert {(row["language"], row["provenance"]) for row in told} == {(path.stem, "own")}
    assert len({row["id"] for row in told}) == len({row["text"] for row in told}) == len(told)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_passage_retells_one_that_measures(path):
    measured = {run for row in read(ROOT / "tests" / "gold" / path.name) for run in runs(row["text"])}
    assert [row["id"] for row in read(path) if runs(row["text"]) & measured] == []


def test_the_check_sees_what_is_wrong():
    event = {"type": "HELP", "source": ["Fra"], "target": [], "date": "2024-02", "precision": "month", "where": "Rome"}
    event |= {"trigger": "helps", "status": "happened", "speaker": None, "source_text": ["Paris"], "target_text": []}
    row = {"text": "Nobody was there.", "published": "2024-01-01", "events": [event], "reasons": []}
    assert len(list(faults(row))) == 5
