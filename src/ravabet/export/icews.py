"""ICEWS' table of 20 columns: one row for each source and target."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ravabet.export.records import Told
from ravabet.export.tables import english, kind
from ravabet.export.tabular import Table
from ravabet.export.values import country, day, number, sector


def rows(told: Told) -> Iterator[dict[str, Any]]:
    """The rows of an event."""
    act = kind(told.type, told.mode)
    for source, target in told.pairs():
        a, b = source.code if source else "", target.code if target else ""
        yield {
            "Event ID": number(told.id, a, b),
            "Event Date": day(told),
            "Source Name": english(a) if a else "",
            "Source Sectors": sector(source, "icews"),
            "Source Country": country(a),
            "Event Text": act.text,
            "CAMEO Code": act.code,
            "Intensity": float(told.score),
            "Target Name": english(b) if b else "",
            "Target Sectors": sector(target, "icews"),
            "Target Country": country(b),
            "Story ID": str(number(told.paper.id)),
            "Publisher": told.paper.source,
            **_place(told),
        }


def _place(told: Told) -> dict[str, Any]:
    place = told.place
    if place is None:
        return {}
    return {
        "City": place.name if place.resolution == "city" else "",
        "Country": country(place.country),
        "Latitude": place.latitude,
        "Longitude": place.longitude,
    }


TABLE = Table("icews", rows)
