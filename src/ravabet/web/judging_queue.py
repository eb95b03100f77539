"""What is judged next: the events or reasons that an address asks for, in an order, and who said what of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any

from ravabet.store import ORDERS, EventFilter
from ravabet.store import judgements as store
from ravabet.store.filters import condition
from ravabet.store.folding import judgements_of
from ravabet.web.asked import asked
from ravabet.web.site import Visit

MOST = 20_000
"""Events or reasons that are judged in one go at most; facets narrow them down."""
BY = {
    "event": {"day": ORDERS["day"], "unsure": "confidence, event", "sure": "confidence DESC, event"},
    "reason": {
        "day": "published NULLS LAST, doc, sentence_start, reason",
        "unsure": "confidence, reason",
        "sure": "confidence DESC, reason",
    },
}
"""Orders in which events and reasons are asked about, by what the address calls them; the first where it names none."""
LINKED = (
    "reason IN (SELECT reason FROM (SELECT reason, unnest(cause_events || effect_events) AS event FROM reason) "
    "WHERE event IN (SELECT event FROM event WHERE {where}))"
)


@dataclass(slots=True)
class Said:
    """What people say now; read again when something was added."""

    stamp: tuple[int, int] = (-1, -1)
    last: Mapping[str, str] = field(default_factory=dict)
    latest: Mapping[str, Mapping[str, store.Judgement]] = field(default_factory=dict)
    conflicts: int = 0

    def by(self, who: str) -> Set[str]:
        """The events and reasons that a person has judged."""
        return {target for target, by in self.latest.items() if who in by}


def said(visit: Visit) -> Said:
    """What people say now of the events and reasons of a project."""
    held = visit.site.kept("judgements", Said)
    path = judgements_of(visit.site.path)
    stamp = (path.stat().st_size, path.stat().st_mtime_ns) if path.exists() else (0, 0)
    if held.stamp != stamp:
        every = store.current(visit.project)
        held.latest = store.latest(every)
        held.conflicts = len(store.conflicts(every))
        held.last = {one.by: one.target for one in every if one.by in held.latest.get(one.target, ())}
        held.stamp = stamp
    return held


def queue(visit: Visit, kind: str) -> list[str]:
    """The ids of what an address asks for; of reasons those that link an event which fits."""
    wanted, order = narrowed(visit), ordered(visit)
    return visit.site.kept(("queue", kind, order, wanted), lambda: _queue(visit, kind, order, wanted))


def narrowed(visit: Visit) -> EventFilter:
    """The facets that an address narrows down to, without its order and place."""
    return replace(asked(visit), order="day", limit=0, offset=0)


def ordered(visit: Visit) -> str:
    """The order that an address asks for."""
    order = visit.asked("order") or ""
    return order if order in BY["event"] else next(iter(BY["event"]))


def _queue(visit: Visit, kind: str, order: str, wanted: EventFilter) -> list[str]:
    where, given = condition(wanted)
    table = "event" if kind == "event" else "reason JOIN (SELECT doc, published FROM document) USING (doc)"
    if kind == "reason":
        where = LINKED.format(where=where) if where != "true" else where
    sql = f"SELECT {kind} FROM {table} WHERE {where} ORDER BY {BY[kind][order]} LIMIT {MOST}"
    return [row[0] for row in visit.project.query(sql, *given)]


def following(ids: Sequence[str], done: Set[str], after: str | None) -> str | None:
    """The first that is not done behind ``after``, else from the start."""
    start = ids.index(after) + 1 if after in ids else 0
    return next((one for one in (*ids[start:], *ids[:start]) if one not in done), None)


def reason(visit: Visit, id: str) -> dict[str, Any] | None:
    """A reason with what its document says of itself."""
    sql = "SELECT r.*, d.language, d.source, d.title, d.published FROM reason r JOIN document d USING (doc)"
    found = visit.project.rows(f"{sql} WHERE reason = ?", id)
    return found[0] if found else None
