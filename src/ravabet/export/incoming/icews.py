"""Rows of ICEWS' event files."""

from __future__ import annotations

from ravabet.export.incoming.rows import Foreign, Row, a_day, cameo, degrees, document, maybe, need, sector_of
from ravabet.export.records import Party
from ravabet.export.tables import code_of_name, states

ORIGIN = "icews"


def event(row: Row) -> Foreign:
    """The event of a row; raises BrokenRowError or LeftOutError. Its id is only unique with its date."""
    day = a_day(need(row, "Event Date"), "%Y-%m-%d")
    type, mode, context = cameo(need(row, "CAMEO Code"))
    publisher, story = maybe(row, "Publisher"), maybe(row, "Story ID")
    paper = document(ORIGIN, [publisher, story or day], source=publisher or "ICEWS", published=day)
    places = [maybe(row, name) for name in ("City", "District", "Province")]
    return Foreign(
        origin=ORIGIN,
        id=f"{need(row, 'Event ID')} {day}",
        type=type,
        day=day,
        document=paper,
        mode=mode,
        context=context,
        actors=_party(row, "Source"),
        recipients=_party(row, "Target"),
        place=next(filter(None, places), None) or maybe(row, "Country") or None,
        country=code_of_name(maybe(row, "Country")),
        latitude=degrees(row, "Latitude"),
        longitude=degrees(row, "Longitude"),
        given={name: maybe(row, name) for name in ("CAMEO Code", "Event Text", "Intensity", "Sentence Number")},
    )


def _party(row: Row, side: str) -> tuple[Party, ...]:
    """Who is on a side: the body or group that the name means, else the state of the country."""
    name, country = maybe(row, f"{side} Name"), maybe(row, f"{side} Country")
    named = code_of_name(name)
    code = named if named and named not in states() else code_of_name(country) or named
    if code is None:
        return ()
    told = [part.strip() for part in maybe(row, f"{side} Sectors").split(",")]
    sector = next((sector_of("icews")[word] for word in told if word in sector_of("icews")), None)
    return (Party(code, name or country, sector),)
