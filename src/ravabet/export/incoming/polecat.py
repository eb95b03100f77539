"""Rows of POLECAT's event files."""

from __future__ import annotations

from itertools import zip_longest

from ravabet.export.incoming.rows import NO_TYPE, BrokenRowError, Foreign, Row, a_day, degrees, document, maybe, need
from ravabet.export.records import Party
from ravabet.export.tables import code_of_name, states
from ravabet.lexicon import plover

ORIGIN = "polecat"
EMPTY = ("", "None")


def event(row: Row) -> Foreign:
    """The event of a row; raises BrokenRowError or LeftOutError."""
    day = a_day(need(row, "Event Date"), "%Y-%m-%d")
    type = need(row, "Event Type").upper()
    if type not in plover():
        message = f"{NO_TYPE}: {type[:40]!r}"
        raise BrokenRowError(message)
    published = maybe(row, "Publication Date")
    source = maybe(row, "Source")
    paper = document(
        ORIGIN,
        [source, published or day],
        source=source or "POLECAT",
        published=a_day(published[:10], "%Y-%m-%d") if published else None,
        language=maybe(row, "Language") or None,
    )
    mode = maybe(row, "Event Mode").lower()
    place = maybe(row, "Placename", "City", "Raw Placename", "Country")
    return Foreign(
        origin=ORIGIN,
        id=need(row, "Event ID"),
        type=type,
        day=day,
        document=paper,
        mode=mode if mode in _modes(type) else None,
        context=[part.lower() for part in _list(maybe(row, "Contexts")) if part not in EMPTY],
        actors=_parties(row, "Actor"),
        recipients=_parties(row, "Recipient"),
        place=place or None,
        country=_code(maybe(row, "Country"), ""),
        latitude=degrees(row, "Latitude"),
        longitude=degrees(row, "Longitude"),
        given={
            "Event Mode": mode,
            "Intensity": maybe(row, "Intensity", "Event Intensity"),
            "Quad Code": maybe(row, "Quad Code"),
            "Version": maybe(row, "Version"),
        },
    )


def _parties(row: Row, side: str) -> tuple[Party, ...]:
    """Who is on a side; several are divided by semicolons, and their countries stand in the same order."""
    names, countries = (_list(maybe(row, f"{side} {what}")) for what in ("Name", "Country"))
    if len(countries) not in (0, len(names)) and names:
        names = [""] * len(countries)  # which name goes with which country is not told
    sector = maybe(row, f"Primary {side} Sector") or None
    found = (
        (_code(country, name), name if name not in EMPTY else country)
        for name, country in zip_longest(names, countries, fillvalue="")
    )
    return tuple(Party(code, name, sector) for code, name in found if code)


def _code(country: str, name: str) -> str | None:
    if country in states():
        return country
    known = code_of_name(country) if country not in (*EMPTY, "IGO") else None
    return known or (code_of_name(name) if name not in EMPTY else None)


def _list(value: str) -> list[str]:
    return [part.strip() for part in value.split(";")] if value else []


def _modes(type: str) -> dict[str, float]:
    return plover()[type].get("modes") or {}
