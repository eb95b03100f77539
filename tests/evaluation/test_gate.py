"""The gate: on our own annotated passages the coder stays above the floors of tests/gold/floors.tsv."""

import csv

import pytest

from ravabet.evaluation import evaluate, read_gold
from ravabet.pipeline import code_all

from . import GOLD


def floors():
    lines = (GOLD / "floors.tsv").read_text("utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return {row.pop("passages"): {name: float(floor) for name, floor in row.items()} for row in rows}


FLOORS = floors()


def test_all_passages_have_floors():
    assert set(FLOORS) == {path.stem for path in GOLD.glob("*.jsonl")}


@pytest.mark.parametrize("passages", FLOORS)
def test_the_coder_stays_above_its_floors(passages):
    path = GOLD / f"{passages}.jsonl"
    found = evaluate(read_gold(path), code_all([path]))[passages.partition("-")[0]]
    told = {"type": found.types.f1, "dyad": found.dyads.f1, "reason": found.reasons.f1}
    told["precision"] = found.dyads.precision
    under = {name: f"{told[name]:.3f} < {floor}" for name, floor in FLOORS[passages].items() if told[name] < floor}
    assert not under
