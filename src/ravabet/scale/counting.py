"""How many documents an input will give, by a quick look: only to tell how long it will take."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ravabet.model import Document, Problem
from ravabet.reading.inputs import STANDARD_INPUT, files_of

LINES = frozenset({".jsonl", ".ndjson", ".csv", ".tsv"})
"""Endings of files that hold a document a line; others count as one."""
AT_ONCE = 1 << 20


def expected(inputs: Iterable[str | Path | Document]) -> int | None:
    """About how many documents there are; None where it cannot be known, as for standard input."""
    number = 0
    for one in inputs:
        if isinstance(one, Document):
            number += 1
        elif str(one) == STANDARD_INPUT:
            return None
        else:
            number += sum(_within(file) for file in files_of([one]))
    return number


def _within(file: object) -> int:
    if isinstance(file, Problem) or not isinstance(file, Path):
        return 1
    if file.suffix.lower() not in LINES:
        return 1
    try:
        with file.open("rb") as stream:
            return sum(part.count(b"\n") for part in iter(lambda: stream.read(AT_ONCE), b"")) or 1
    except OSError:
        return 1
