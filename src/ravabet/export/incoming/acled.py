"""Rows of ACLED's event files."""

from __future__ import annotations

import datetime
import re
from functools import cache

from ravabet.export.incoming.rows import (
    NO_TYPE,
    BrokenRowError,
    Foreign,
    LeftOutError,
    Row,
    a_day,
    degrees,
    document,
    maybe,
    need,
)
from ravabet.export.records import Party
from ravabet.export.tables import code_of_name, rows, states

ORIGIN = "acled"
PRECISIONS = {"1": "day", "2": "month", "3": "month"}
"""ACLED's time_precision; of a week only the month is kept."""
DATES = (("%Y-%m-%d", re.compile(r"\d{4}-\d\d-\d\d$")), ("%d %B %Y", re.compile(r"\d{1,2} \w+ \d{4}$")))
STATE = re.compile(r"\bof (?:the )?([^()]+?)(?: \(|$)|\(([^\d()][^()]*)\)")
"""The state in the name of an actor: "Military Forces of Kenya (2022-)", "Protesters (Kenya)"."""


def event(row: Row) -> Foreign:
    """The event of a row; raises BrokenRowError or LeftOutError."""
    kind = need(row, "event_type"), maybe(row, "sub_event_type")
    if kind not in _types():
        message = f"{NO_TYPE} ({', '.join(filter(None, kind))})"
        raise LeftOutError(message)
    type, mode = _types()[kind]
    day, source = _day(need(row, "event_date")), maybe(row, "source")
    killed = maybe(row, "fatalities")
    return Foreign(
        origin=ORIGIN,
        id=need(row, "event_id_cnty", "data_id"),
        type=type,
        day=day,
        document=document(ORIGIN, [source, day], source=source or "ACLED", published=day),
        mode=mode,
        actors=_party(row, "1"),
        recipients=_party(row, "2"),
        precision=PRECISIONS.get(maybe(row, "time_precision"), "day"),
        place=maybe(row, "location", "admin1") or None,
        country=_numbers().get(maybe(row, "iso").zfill(3)) or code_of_name(maybe(row, "country")),
        latitude=degrees(row, "latitude"),
        longitude=degrees(row, "longitude"),
        killed=_number(killed) if killed not in ("", "0") else None,
        given={n: maybe(row, n) for n in ("event_type", "sub_event_type", "actor1", "actor2", "notes", "source_scale")},
    )


def _party(row: Row, side: str) -> tuple[Party, ...]:
    """Who is on a side: the group that the name means, else the state in it."""
    name = maybe(row, f"actor{side}")
    found = STATE.search(name)
    bare = name.split(" (")[0]
    named = code_of_name(bare) if bare else None
    code = named or (code_of_name((found[1] or found[2]).strip()) if found else None)
    if code is None:
        return ()
    return (Party(code, name, _sectors().get(maybe(row, f"inter{side}").lower())),)


def _day(value: str) -> datetime.date:
    for pattern, form in DATES:
        if form.match(value):
            return a_day(value, pattern)
    message = f"has a date that is none: {value[:40]!r}"
    raise BrokenRowError(message)


def _number(value: str) -> float:
    if not value.isdigit():
        message = f"has a number of fatalities that is none: {value[:40]!r}"
        raise BrokenRowError(message)
    return float(value)


@cache
def _types() -> dict[tuple[str, str], tuple[str, str | None]]:
    return {(r["event_type"], r["sub_event_type"]): (r["type"], r["mode"] or None) for r in rows("acled.tsv")}


@cache
def _sectors() -> dict[str, str]:
    table = rows("inter.tsv")
    return {row["inter"]: row["sector"] for row in table} | {row["words"].lower(): row["sector"] for row in table}


@cache
def _numbers() -> dict[str, str]:
    return {state.number: iso for iso, state in states().items() if state.number}
