"""All events, narrowed down by facets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from starlette.responses import Response

from ravabet.store import ORDERS as SQL_ORDERS
from ravabet.store import EventFilter
from ravabet.store.filters import condition
from ravabet.web import events
from ravabet.web.asked import LIMIT, ORDERS, SEVERAL, asked
from ravabet.web.page import Page, Place
from ravabet.web.site import Visit
from ravabet.web.stored import stored

FACETS = (
    "quad",
    "type",
    "dyad",
    "month",
    "has_reason",
    "status",
    "language",
    "source",
    "confidence",
    "mode",
    "context",
)
"""In the order of the page."""
OPEN = frozenset({"quad", "type", "dyad"})
"""Facets that are open from the start; one in which something is chosen is, too."""
MONTHS = 120
"""Months that are counted out, the latest."""
FIELD_OF = {"confidence": "band"}
"""Facets whose field in the address has another name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: what it is called, how many events have it, whether it is chosen, where it leads."""

    value: str
    name: str
    count: int
    on: bool
    href: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values."""

    key: str
    choices: tuple[Choice, ...]
    open: bool


def build(visit: Visit) -> Page | Response:
    """The events that the address asks for; all of them in a twin."""
    site, wanted = visit.site, asked(visit)
    bare = replace(wanted, limit=0, offset=0, order="day")
    total = site.kept(("count", bare), lambda: site.project.count_events(bare))
    if visit.form:
        sql, given = whole(wanted)
        return stored(visit, events.COLUMNS, sql, given, {"count": total}, "events")
    counted = site.kept(("facets", bare), lambda: site.project.facets(bare))
    context = {
        "wanted": wanted,
        "total": total,
        "rows": events.shown(titled(visit, site.project.events(wanted)), visit.words),
        "facets": facets(visit, wanted, counted),
        "chosen": chosen(visit),
        "orders": list(ORDERS),
        "limit": LIMIT,
    }
    return Page("browse.html", visit.words.ui("browse.title"), context)


def whole(wanted: EventFilter) -> tuple[str, list[Any]]:
    """The query for all events that fit, with what a row of the twins holds, in the order asked for."""
    where, given = condition(wanted)
    order = SQL_ORDERS[wanted.order]
    sql = f"""SELECT found.*, title, published FROM (SELECT * FROM event WHERE {where}) AS found
        LEFT JOIN (SELECT doc, title, published FROM document) USING (doc) ORDER BY {order}"""
    return sql, given


def titled(visit: Visit, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows of events with the title and day of publication of their documents."""
    docs = sorted({row["doc"] for row in rows})
    if not docs:
        return [dict(row) for row in rows]
    found = visit.project.query(
        f"SELECT doc, title, published FROM document WHERE doc IN ({', '.join('?' * len(docs))})", *docs
    )
    known = {doc: {"title": title, "published": published} for doc, title, published in found}
    return [{**row, **known.get(row["doc"], {"title": None, "published": None})} for row in rows]


def facets(visit: Visit, wanted: EventFilter, counted: Mapping[str, Sequence[tuple[str, int]]]) -> list[Facet]:
    """Every facet that parts what was found."""
    made = []
    for key in FACETS:
        values = sorted(counted[key], reverse=True)[:MONTHS] if key in ("month", "confidence") else counted.get(key, ())
        choices = tuple(_choice(visit, wanted, key, value, count) for value, count in values)
        if choices:
            made.append(Facet(key, choices, key in OPEN or any(choice.on for choice in choices)))
    return made


def _choice(visit: Visit, wanted: EventFilter, key: str, value: str, count: int) -> Choice:
    if key == "dyad":
        a, _, b = value.partition("-")
        on = {wanted.a, wanted.b} == {a, b}
        fields: dict[str, Any] = {"a": None, "b": None} if on else {"a": a, "b": b}
    elif key in SEVERAL:
        there = visit.query.getlist(key)
        on = value in there
        fields = {key: [one for one in there if one != value] if on else [*there, value]}
    else:
        field = FIELD_OF.get(key, key)
        on = visit.query.get(field) == value
        fields = {field: None if on else value}
    return Choice(value, named(visit, key, value), count, on, visit.here(offset=None, **fields))


def named(visit: Visit, key: str, value: str) -> str:
    """What a value of a facet is called; one that there is not is called as it is written."""
    try:
        return _named(visit, key, value)
    except (KeyError, ValueError, IndexError):
        return f"\u2068{value}\u2069"


def _named(visit: Visit, key: str, value: str) -> str:
    words = visit.words
    if key == "dyad":
        return " – ".join(words.name(code) for code in value.split("-"))
    if key == "type":
        return words.say("types", value)
    if key == "status":
        return words.say("status", value)
    if key == "month":
        return words.plain_date(value)
    if key == "quad":
        return words.ui(f"quad.q{value}")
    if key == "has_reason":
        return words.ui("facet.with_reason" if value == "1" else "facet.without_reason")
    if key == "confidence":
        low = round(float(value) * 100)
        return f"{words.number(low)}–{words.percent((low + 10) / 100)}"
    return str(visit.language_name(value).striptags()) if key == "language" else f"\u2068{value}\u2069"


def chosen(visit: Visit) -> list[tuple[str, str]]:
    """What the address narrows down to: what each is called, and the address without it."""
    found = []
    for key in ("a", "b", "since", "until", "text", "least"):
        if value := visit.asked(key):
            name = visit.words.name(value) if key in "ab" else visit.words.isolate(value)
            found.append((name, _without(visit, key)))
    for key in (*SEVERAL, "month", "has_reason", "band"):
        for value in visit.query.getlist(key):
            rest = [one for one in visit.query.getlist(key) if one != value]
            facet = "confidence" if key == "band" else key
            found.append((named(visit, facet, value), _without(visit, key, rest)))
    return found


def _without(visit: Visit, key: str, rest: Sequence[str] = ()) -> str:
    """This address with no more than ``rest`` under a key."""
    changes: dict[str, Any] = {key: rest, "offset": None}
    return visit.here(**changes)


PLACES = (Place("events", "/events", build, menu=True),)
