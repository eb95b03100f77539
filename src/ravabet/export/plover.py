"""PLOVER's JSON, one event a line, with Ravabet's own fields after the standard ones, all named ``rb_``."""

from __future__ import annotations

from typing import Any

from ravabet import __version__
from ravabet.export.records import Party, Place, Told, Why
from ravabet.export.values import address, country, evidence, json_line

ASPECTS = {"planned": "future", "denied": "negation", "claimed": "hypothetical"}
"""PLOVER's auxiliary context for what did not plainly happen."""
SIZES = {"people killed": "dead", "people wounded": "injured", "people arrested": "arrested"}
NAMED = ("rb_event", "rb_document", "rb_trigger", "rb_quote", "rb_reasons", "rb_because", "rb_source", "rb_title")
"""Evidence that stands in fields of PLOVER or in a better shape."""


def line(told: Told, *, strict: bool = False) -> str:
    """An event as one line of JSON; ``strict``: by the letter of the manual and without fields of ours."""
    return json_line(record(told, strict=strict))


def record(told: Told, *, strict: bool = False) -> dict[str, Any]:
    """An event in the fields of the PLOVER manual; those that would be empty are left out, as the manual has it.

    ``strict`` makes of a planned meeting an AGREE, and of the one who is named first at a visit its actor, as the
    manual codes them and the coding standard of Ravabet does not.
    """
    type, mode, actors, recipients = _by_the_letter(told) if strict else _as_coded(told)
    aspect = ASPECTS.get(told.status)
    found = {
        "id": told.id,
        "has_event": True,
        "date": told.day.isoformat() if told.day else "",
        "actor": [_entity(party) for party in actors],
        "recipient": [_entity(party) for party in recipients],
        "event": type,
        "mode": mode,
        "context": [*told.context, *([aspect] if aspect else [])],
        "quad_code": told.quad,
        "event_scale": told.score,
        "event_loc": _location(told.where, told.place),
        "event_text": told.trigger,
        "size": _size(told),
        "link": told.occurrence,
        "text": told.quote,
        "text_info": _text_info(told),
        "cite_info": _cite_info(told),
        "coder": f"ravabet {__version__}",
    }
    required = ("id", "date", "actor", "event")
    kept = {name: value for name, value in found.items() if name in required or value not in (None, "", [], {})}
    return kept if strict else {**kept, **_ours(told)}


def _as_coded(told: Told) -> tuple[str, str | None, tuple[Party, ...], tuple[Party, ...]]:
    return told.type, told.mode, told.actors, told.recipients


def _by_the_letter(told: Told) -> tuple[str, str | None, tuple[Party, ...], tuple[Party, ...]]:
    if told.type == "CONSULT" and told.status == "planned":
        return "AGREE", None, told.actors, told.recipients
    if told.mode == "visit" and not told.recipients:
        return told.type, told.mode, told.actors[:1], told.actors[1:]
    return _as_coded(told)


def _entity(party: Party) -> dict[str, str]:
    told = {"code": party.code, "sector": party.sector, "entity_text": party.name}
    return {name: value for name, value in told.items() if value}


def _location(where: str | None, place: Place | None) -> dict[str, Any]:
    if place is None:
        return {"extracted_place": where} if where else {}
    told = {
        "extracted_place": where,
        "resolved_place": place.name,
        "geonameid": place.geonameid,
        "lat": place.latitude,
        "lon": place.longitude,
        "city": place.name if place.resolution == "city" else None,
        "country": country(place.country),
        "country_code": place.country,
        "resolution": place.resolution,
    }
    return {name: value for name, value in told.items() if value not in (None, "")}


def _size(told: Told) -> dict[str, float]:
    return {SIZES[told.unit]: told.amount} if told.unit in SIZES and told.amount is not None else {}


def _text_info(told: Told) -> dict[str, int]:
    return {"start": told.sentence[0], "end": told.sentence[1]} if told.quote else {}


def _cite_info(told: Told) -> dict[str, Any]:
    paper = told.paper
    told_of = {
        "citation": paper.id,
        "url": address(paper.path),
        "title": paper.title,
        "publication": paper.source,
        "language": paper.language,
        "codebook": "PLOVER 2021",
        "version": __version__,
    }
    return {name: value for name, value in told_of.items() if value}


def _ours(told: Told) -> dict[str, Any]:
    kept = {name: value for name, value in evidence(told).items() if name not in NAMED and value not in (None, "")}
    published = told.paper.published
    return {
        **kept,
        "rb_published": published.isoformat() if published else None,
        "rb_reasons": [reason(why, told.id) for why in told.reasons],
        "rb_because": list(told.because),
    }


def reason(why: Why, event: str) -> dict[str, Any]:
    """A reason as one of its events sees it: ``role`` says on which side that stands."""
    return {
        "id": why.id,
        "role": "cause" if event in why.cause_events else "effect",
        "kind": why.kind,
        "cause": why.cause,
        "effect": why.effect,
        "cue": why.cue,
        "speaker": why.speaker,
        "confidence": why.confidence,
        "cause_events": list(why.cause_events),
        "effect_events": list(why.effect_events),
    }
