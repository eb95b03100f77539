"""One row a directed dyad and month: the table most papers use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ravabet.export.records import Told
from ravabet.export.tabular import Table
from ravabet.export.values import cow
from ravabet.lexicon import QUAD_COLUMNS, plover

HAPPENED = "happened"


@dataclass(slots=True)
class Cell:
    """What is counted of one dyad in one month."""

    counts: Counter[str] = field(default_factory=Counter)
    score: float = 0.0
    documents: set[str] = field(default_factory=set)


def rows(events: Iterable[Told]) -> Iterator[dict[str, Any]]:
    """The rows in the order of dyads and months; an occurrence counts once a dyad, where its first report stands.

    Events without any day, and those with nobody on one side, are not in it.
    """
    cells: dict[tuple[str, str, int, int], Cell] = {}
    known: set[int] = set()
    for told in events:
        if told.day is None:
            continue
        for one, two in told.pairs():
            if one is None or two is None:
                continue
            cell = cells.setdefault((one.code, two.code, told.day.year, told.day.month), Cell())
            _count(cell, told, (one.code, two.code), known)
    for (a, b, year, month), cell in sorted(cells.items()):
        yield {
            "source": a,
            "target": b,
            "source_cow": cow(a),
            "target_cow": cow(b),
            "year": year,
            "month": month,
            **_row(cell),
        }


def _count(cell: Cell, told: Told, dyad: tuple[str, str], known: set[int]) -> None:
    cell.counts["reports"] += 1
    cell.documents.add(told.paper.id)
    key = hash((told.occurrence or told.id, told.status, dyad))  # a number, since there may be millions
    if key in known:
        return
    known.add(key)
    if told.status != HAPPENED:
        cell.counts[told.status] += 1
        return
    cell.counts.update(("events", told.type, QUAD_COLUMNS[told.quad - 1]))
    cell.score += told.score


def _row(cell: Cell) -> dict[str, Any]:
    counted = {
        name: cell.counts[name]
        for name in ("events", *plover(), *QUAD_COLUMNS, "planned", "claimed", "denied", "reports")
    }
    mean = round(cell.score / counted["events"], 4) if counted["events"] else None
    return {**counted, "mean_score": mean, "documents": len(cell.documents)}


def none(_: Told) -> Iterator[dict[str, Any]]:
    """No row is made of one event alone."""
    return iter(())


TABLE = Table("dyad-month", none, separator=",")
