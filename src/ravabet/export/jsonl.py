"""The contract of ``ravabet code``: one JSON object a document, every offset into its ``text``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ravabet.coding.circumstances.locating import Location, locate
from ravabet.model import Actor, Amount, Argument, Coding, Event, Reason, Span


def coding_line(coding: Coding) -> str:
    """The record of a coding as one line of JSON, without the line break; the same coding gives the same bytes."""
    return json.dumps(coding_record(coding), ensure_ascii=False)


def coding_record(coding: Coding) -> dict[str, Any]:
    """A coding as plain values, its fields in the order of the contract."""
    document, text = coding.document, coding.document.text
    return {
        "id": document.id,
        "language": document.language,
        "published": document.published.isoformat() if document.published else None,
        "repaired": document.repaired,
        "text": text,
        "events": [{**_event(event, text), "place": _located(locate(document, event))} for event in coding.events],
        "reasons": [_reason(reason, text) for reason in coding.reasons],
        "error": {"where": coding.problem.where, "what": coding.problem.what} if coding.problem else None,
        "source": document.source,
        "title": document.title,
    }


def _event(event: Event, text: str) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "context": list(event.context),
        "actor": list(event.actor_codes),
        "recipient": list(event.recipient_codes),
        "actors": _actors(event.actors),
        "recipients": _actors(event.recipients),
        "date": event.when.date if event.when else None,
        "precision": event.when.precision if event.when else None,
        "where": event.where.of(text) if event.where else None,
        "amount": _amount(event.amount) if event.amount else None,
        "status": event.status,
        "speaker": event.speaker,
        "score": event.score,
        "confidence": round(event.confidence, 4),
        "trigger": event.trigger.of(text),
        "start": event.trigger.start,
        "end": event.trigger.end,
        "quote": event.sentence.of(text),
        "sentence": _pair(event.sentence),
        "because": list(event.because),
        "frame": event.frame,
    }


def _located(place: Location | None) -> dict[str, Any] | None:
    """A place on the map; without coordinates where only its state is known."""
    return asdict(place) if place else None


def _actors(actors: Sequence[Actor]) -> list[dict[str, Any]]:
    return [
        {"code": a.code, "sector": a.sector, "name": a.name, "start": a.span.start, "end": a.span.end} for a in actors
    ]


def _amount(amount: Amount) -> dict[str, Any]:
    return {"value": amount.value, "unit": amount.unit, "start": amount.span.start, "end": amount.span.end}


def _reason(reason: Reason, text: str) -> dict[str, Any]:
    return {
        "cause": _argument(reason.cause, text),
        "effect": _argument(reason.effect, text),
        "cue": _quoted(reason.cue, text) if reason.cue else None,
        "speaker": reason.speaker,
        "kind": reason.kind,
        "confidence": round(reason.confidence, 4),
        "id": reason.id,
        "sentence": _pair(reason.sentence),
        "because": list(reason.because),
    }


def _argument(argument: Argument, text: str) -> dict[str, Any]:
    """One side of a reason; ``event`` is its first event, ``stands_for`` the spans an anaphor points back to."""
    return {
        **_quoted(argument.span, text),
        "event": argument.events[0] if argument.events else None,
        "events": list(argument.events),
        "stands_for": [_pair(span) for span in argument.stands_for],
    }


def _quoted(span: Span, text: str) -> dict[str, Any]:
    return {"text": span.of(text), "start": span.start, "end": span.end}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
