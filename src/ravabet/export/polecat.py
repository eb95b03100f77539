"""POLECAT's table of 40 columns: one row an event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ravabet import __version__
from ravabet.export.records import Party, Told
from ravabet.export.tables import english
from ravabet.export.tabular import Table
from ravabet.export.values import LIST, cow, day, iso_or_igo
from ravabet.lexicon import QUADS

NONE = "None"
"""What POLECAT writes in text columns for what is not known."""
FEATURES = {"city": "PPL", "country": "PCLI"}


def rows(told: Told) -> Iterator[dict[str, Any]]:
    """The row of an event."""
    paper = told.paper
    yield {
        "Event ID": told.id,
        "Event Date": day(told),
        "Event Type": told.type,
        "Event Mode": told.mode,
        "Intensity": float(told.score),
        "Quad Code": QUADS[told.quad - 1].upper(),
        "Contexts": LIST.join(told.context),
        **_side("Actor", told.actors),
        **_side("Recipient", told.recipients),
        **_place(told),
        "Raw Placename": told.where,
        "Source": paper.source,
        "Publication Date": paper.published,
        "Language": paper.language,
        "Version": f"ravabet {__version__}",
    }


def _side(side: str, parties: tuple[Party, ...]) -> dict[str, str]:
    codes = list(dict.fromkeys(party.code for party in parties))
    sectors = list(dict.fromkeys(party.sector for party in parties if party.sector))
    return {
        f"{side} Name": LIST.join(map(english, codes)),
        f"{side} Country": _each(map(iso_or_igo, codes)),
        f"{side} COW": _each(map(cow, codes)),
        f"Primary {side} Sector": sectors[0] if sectors else "",
        f"{side} Sectors": LIST.join(sectors),
        f"{side} Name Raw": LIST.join(dict.fromkeys(party.name for party in parties)),
    }


def _each(values: Iterable[str]) -> str:
    """A value for each name, in the same order."""
    found = list(values)
    return LIST.join(value or NONE for value in found) if any(found) else ""


def _place(told: Told) -> dict[str, Any]:
    place = told.place
    if place is None:
        return {}
    return {
        "Placename": place.name,
        "City": place.name if place.resolution == "city" else "",
        "Country": place.country,
        "Latitude": place.latitude,
        "Longitude": place.longitude,
        "GeoNames ID": place.geonameid,
        "Feature Type": FEATURES.get(place.resolution),
    }


TABLE = Table("polecat", rows, missing=NONE)
