"""Rows in the shape of ACLED's 31 columns, marked as not being ACLED data."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from typing import Any

from ravabet.export.records import Party, Told
from ravabet.export.tables import english, kind, states
from ravabet.export.tabular import Table
from ravabet.export.values import LIST, country, day, sector

MARK = "ACLED-shaped, not ACLED data; coded by Ravabet"
STATE_FORCES = "State forces"
DEAD = "people killed"
CIVILIANS = "Violence against civilians"
PRECISIONS = {"day": 1}
VAGUE = 3
SCALES = {"city": 1, "country": 3}


def rows(told: Told) -> Iterator[dict[str, Any]]:
    """The row of an event that happened and is of a type that ACLED covers."""
    act = kind(told.type, told.mode)
    if not act.acled or told.status != "happened" or told.day is None:
        return
    one, two = _inter(told.actors), _inter(told.recipients)
    published = told.paper.published
    yield {
        "event_id_cnty": told.id,
        "event_date": day(told),
        "year": told.day.year,
        "time_precision": PRECISIONS.get(told.precision or "", VAGUE),
        "disorder_type": act.disorder,
        "event_type": act.acled,
        "sub_event_type": act.acled_sub,
        **_side(1, told.actors, one),
        **_side(2, told.recipients, two),
        "interaction": "-".join(filter(None, (one, two))) if one and two else f"Sole {(one or two).lower()}",
        "civilian_targeting": "Civilian targeting" if act.acled == CIVILIANS else "",
        **_place(told),
        "source": told.paper.source,
        "notes": told.quote,
        "fatalities": int(told.amount) if told.unit == DEAD and told.amount is not None else None,
        "tags": MARK,
        "timestamp": calendar.timegm(published.timetuple()) if published else None,
    }


def _side(side: int, parties: tuple[Party, ...], inter: str) -> dict[str, str]:
    names = [english(code) for code in dict.fromkeys(party.code for party in parties)]
    return {
        f"actor{side}": names[0] if names else "",
        f"assoc_actor_{side}": LIST.join(names[1:]),
        f"inter{side}": inter,
    }


def _inter(parties: tuple[Party, ...]) -> str:
    return (sector(parties[0], "acled") or STATE_FORCES) if parties else ""


def _place(told: Told) -> dict[str, Any]:
    place = told.place
    if place is None:
        return {"location": told.where}
    state = states().get(place.country)
    return {
        "iso": state.number if state else "",
        "region": state.region if state else "",
        "country": country(place.country),
        "location": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geo_precision": SCALES.get(place.resolution),
    }


TABLE = Table("acled", rows, separator=",")
