"""FollowTheMoney's JSON, one entity a line: events, the documents that tell them, and who takes part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ravabet.export.records import Party, Told
from ravabet.export.tables import english, states
from ravabet.export.values import address, json_line, number

LANGUAGES = {"fa": "fas", "ar": "ara", "ru": "rus", "en": "eng", "tr": "tur"}
"""ISO 639-3, which FollowTheMoney has."""
PREFIX = "ravabet-"
COUNTRIES = {"XKX": "xk"}


def lines(events: Iterable[Told]) -> Iterator[str]:
    """Entities as lines of JSON; documents and participants each once, before the first event that needs them."""
    known: set[int] = set()
    for told in events:
        for found in (_article(told), *(_participant(party.code) for party in _parties(told))):
            key = hash(found["id"])
            if key not in known:
                known.add(key)
                yield json_line(found)
        yield json_line(_event(told))


def _event(told: Told) -> dict[str, Any]:
    place = told.place
    who, whom = (", ".join(dict.fromkeys(english(p.code) for p in side)) for side in (told.actors, told.recipients))
    return _entity(
        _id("event", told.id),
        "Event",
        name=[f"{told.type}: {who or '?'}{f' → {whom}' if whom else ''}"],
        date=[told.date or (told.day.isoformat() if told.day else None)],
        summary=[told.quote],
        keywords=[told.type, told.mode, told.status, *told.context],
        location=[told.where],
        country=[_country(place.country)] if place else [],
        involved=[_id("actor", party.code) for party in _parties(told)],
        proof=[_id("document", told.paper.id)],
        recordId=[told.id],
        publisher=[told.paper.source],
        notes=[f"{why.kind}: {why.cause} → {why.effect}" for why in told.reasons],
    )


def _article(told: Told) -> dict[str, Any]:
    paper = told.paper
    return _entity(
        _id("document", paper.id),
        "Article",
        title=[paper.title or paper.id],
        author=[paper.author],
        publisher=[paper.source],
        publishedAt=[paper.published.isoformat() if paper.published else None],
        language=[LANGUAGES.get(paper.language or "")],
        sourceUrl=[address(paper.path)],
    )


def _participant(code: str) -> dict[str, Any]:
    state = code in states()
    return _entity(
        _id("actor", code),
        "PublicBody" if state else "Organization",
        name=[english(code)],
        country=[_country(code)] if state else [],
        keywords=[code],
    )


def _parties(told: Told) -> tuple[Party, ...]:
    return tuple({party.code: party for party in told.actors + told.recipients}.values())


def _country(code: str) -> str | None:
    return COUNTRIES.get(code) or (states()[code].iso2.lower() if code in states() else None)


def _entity(id: str, schema: str, **properties: list[Any]) -> dict[str, Any]:
    """An entity; values that are not there are left out."""
    kept = {name: list(dict.fromkeys(v for v in values if v)) for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _id(kind: str, id: str) -> str:
    """An id of letters and digits alone: ours, or a number made of what a user called it."""
    return f"{PREFIX}{kind}-{id if id.isascii() and id.isalnum() else number(id)}"
