"""Change points of a relation as the answer page shows them: what changed, and the events behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ravabet.relating import Change
from ravabet.web import events
from ravabet.web.charts.timeline import Flag
from ravabet.web.reader import Words
from ravabet.web.site import Visit

MADE = 3
"""Events that are shown behind a change point; the others are counted."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A change point on the page: its flag on the chart, some of the events that made it, and how many did."""

    flag: Flag
    made: tuple[events.Shown, ...]
    number: int


def turns(visit: Visit, changes: Iterable[Change]) -> tuple[Turn, ...]:
    """The change points in the reader's words, numbered in order of time."""
    found = sorted(changes, key=lambda change: change.day)
    shown = _shown(visit, [id for change in found for id in change.occurrences[:MADE]])
    return tuple(
        Turn(
            flag,
            tuple(shown[id] for id in change.occurrences[:MADE] if id in shown),
            len(change.occurrences),
        )
        for change, flag in zip(found, flags(found, visit.words), strict=True)
    )


def flags(changes: Iterable[Change], words: Words) -> tuple[Flag, ...]:
    """The change points as the chart marks them, numbered in order of time."""
    found = sorted(changes, key=lambda change: change.day)
    return tuple(Flag(change.day, number, _said(change, words)) for number, change in enumerate(found, 1))


def _said(change: Change, words: Words) -> str:
    """A change point in words: when, which way, from which mean score to which."""
    return words.ui(
        "answer.change",
        day=words.date(change.day.isoformat()),
        kind=words.ui(f"answer.{change.kind}"),
        before=words.decimal(change.before),
        after=words.decimal(change.after),
    )


def _shown(visit: Visit, occurrences: Sequence[str]) -> dict[str, events.Shown]:
    """The clearest report of each occurrence."""
    if not occurrences:
        return {}
    marks = ", ".join("?" * len(occurrences))
    rows: list[dict[str, Any]] = visit.project.rows(
        f"{events.SELECT} JOIN occurrence o ON o.event = e.event WHERE o.occurrence IN ({marks})", *occurrences
    )
    return {one.occurrence: one for one in events.shown(rows, visit.words)}
