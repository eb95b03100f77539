"""GDELT 1.0's table of 58 columns, without a header: one row for each pair of actors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ravabet.export.records import Party, Told
from ravabet.export.tables import bodies, english, kind, states
from ravabet.export.tabular import Table
from ravabet.export.values import address, cameo_country, cameo_group, country, number, sector

YEAR_OF_GDELT = 365
MONTH_OF_GDELT = 30


def rows(told: Told) -> Iterator[dict[str, Any]]:
    """The rows of an event."""
    act = kind(told.type, told.mode)
    for one, two in told.pairs():
        yield {
            "GLOBALEVENTID": number(told.id, one.code if one else "", two.code if two else ""),
            **_days(told),
            **_actor("Actor1", one),
            **_actor("Actor2", two),
            "EventCode": act.code,
            "EventBaseCode": act.code,
            "EventRootCode": act.code[:2],
            "QuadClass": told.quad,
            "GoldsteinScale": float(told.score),
            "NumMentions": told.reports,
            "NumSources": told.voices,
            "NumArticles": told.documents,
            **_place(told),
            "SOURCEURL": address(told.paper.path),
        }


def _days(told: Told) -> dict[str, Any]:
    day = told.day
    if day is None:
        return {}
    return {
        "SQLDATE": int(f"{day:%Y%m%d}"),
        "MonthYear": int(f"{day:%Y%m}"),
        "Year": day.year,
        "FractionDate": round(day.year + (day.month * MONTH_OF_GDELT + day.day) / YEAR_OF_GDELT, 4),
        "DATEADDED": int(f"{told.paper.published or day:%Y%m%d}"),
    }


def _actor(side: str, party: Party | None) -> dict[str, str]:
    if party is None:
        return {}
    state, group = cameo_country(party.code), cameo_group(party.code)
    role = sector(party, "cameo") or ("IGO" if party.code in bodies() else "")
    return {
        f"{side}Code": (state or group) + (role if state else ""),
        f"{side}Name": english(party.code).upper(),
        f"{side}CountryCode": state,
        f"{side}KnownGroupCode": group,
        f"{side}Type1Code": role,
    }


def _place(told: Told) -> dict[str, Any]:
    place = told.place
    if place is None:
        return {}
    state = country(place.country)
    city = place.resolution == "city"
    return {
        "ActionGeo_Type": (3 if place.country == "USA" else 4) if city else 1,
        "ActionGeo_FullName": f"{place.name}, {state}" if city else state,
        "ActionGeo_CountryCode": states()[place.country].fips if place.country in states() else "",
        "ActionGeo_Lat": place.latitude,
        "ActionGeo_Long": place.longitude,
    }


TABLE = Table("gdelt", rows, header=False)
