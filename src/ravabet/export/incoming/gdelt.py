"""Rows of GDELT's event files, 1.0 and 2.0."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from ravabet.export.incoming.rows import (
    Foreign,
    Row,
    a_day,
    cameo,
    degrees,
    document,
    maybe,
    need,
    of_cameo_country,
    sector_of,
)
from ravabet.export.records import Party
from ravabet.export.tables import bodies, groups, states

ORIGIN = "gdelt"
TYPES = {"INS": "REB", "SEP": "REB"}
"""CAMEO's codes of rebels that are not in the table of sectors, since several share one there."""


def event(row: Row) -> Foreign:
    """The event of a row; raises BrokenRowError or LeftOutError."""
    day = a_day(need(row, "SQLDATE"), "%Y%m%d")
    type, mode, context = cameo(need(row, "EventCode", "EventBaseCode", "EventRootCode"))
    url, added = maybe(row, "SOURCEURL"), maybe(row, "DATEADDED")[:8]
    host = (urlsplit(url).hostname or "").removeprefix("www.") if "://" in url else url
    paper = document(
        ORIGIN,
        [url or f"{day}"],
        source=host or "GDELT",
        path=url or None,
        published=a_day(added, "%Y%m%d") if added else None,
    )
    names = ("EventCode", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone")
    return Foreign(
        origin=ORIGIN,
        id=need(row, "GLOBALEVENTID"),
        type=type,
        day=day,
        document=paper,
        mode=mode,
        context=context,
        actors=_party(row, "Actor1"),
        recipients=_party(row, "Actor2"),
        place=maybe(row, "ActionGeo_FullName") or None,
        country=_fips().get(maybe(row, "ActionGeo_CountryCode")),
        latitude=degrees(row, "ActionGeo_Lat"),
        longitude=degrees(row, "ActionGeo_Long"),
        given={name: maybe(row, name) for name in names},
    )


def _party(row: Row, side: str) -> tuple[Party, ...]:
    """Who is on a side: an armed group by its name, else the state, else the body."""
    group = groups().get(maybe(row, f"{side}KnownGroupCode"))
    state = of_cameo_country().get(maybe(row, f"{side}CountryCode"))
    code = group if group and group not in bodies() else state or group
    if code is None:
        return ()
    role = maybe(row, f"{side}Type1Code")
    return (Party(code, maybe(row, f"{side}Name") or code, TYPES.get(role) or sector_of("cameo").get(role)),)


@cache
def _fips() -> dict[str, str]:
    return {state.fips: iso for iso, state in states().items() if state.fips}
