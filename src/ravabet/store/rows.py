"""A coding as rows of the project file: one record a document, with its events and reasons."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from ravabet.coding.circumstances.locating import locate
from ravabet.lexicon import quads
from ravabet.model import Actor, Argument, Coding, Document, Event, Reason, Repair, Span
from ravabet.store.ids import event_ids, reason_ids
from ravabet.store.packing import pack_layout, pack_numbers
from ravabet.store.search.indexing import postings

CODED = "coded"
"""The origin of events that Ravabet coded; others were imported."""
Row = dict[str, Any]


def record(doc: str, coding: Coding, source: str | None, file_hash: str | None = None) -> Row:
    """Everything of one document, as JSON can hold it; bytes in base 64.

    ``source``: as the document was given, before a line of its text named another; ``file_hash``: of the file it
    was read from.
    """
    events = event_ids(doc, coding.events)
    document = coding.document
    sentences = (event.sentence for event in coding.events)
    because = {id for reason in coding.reasons for side in (reason.cause, reason.effect) for id in side.events}
    return {
        "document": document_row(doc, coding, source, file_hash),
        "events": [
            _event(event, events[event.id], doc, coding.document, event.id in because) for event in coding.events
        ],
        "reasons": _reasons(doc, coding, events),
        **postings(document.title, document.text, document.language, sentences),
    }


def document_row(doc: str, coding: Coding, source: str | None, file_hash: str | None) -> Row:
    """The row of table document alone."""
    document, repair, problem = coding.document, coding.document.repair, coding.problem
    return {
        "doc": doc,
        "id": document.id,
        "content_hash": document.content_hash,
        "given_source": source,
        "file_hash": file_hash,
        "source": document.source,
        "author": document.author,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "dated_by": document.dated_by,
        "language": document.language,
        "path": document.path,
        "origin": CODED,
        "characters": len(document.text),
        "repaired": document.repaired,
        "text": document.text,
        "layout": _text(pack_layout(document.layout)),
        "problem_where": problem.where if problem else None,
        "problem_what": problem.what if problem else None,
        **(_repair(repair) if repair else {}),
    }


def _repair(repair: Repair) -> Row:
    return {
        "original": repair.original if repair.original != repair.text else None,
        "damages": [asdict(damage) for damage in repair.damages],
        "repair": [asdict(step) for step in repair.steps],
        "offsets": _text(pack_numbers(repair.offsets)),
        "ends": _text(pack_numbers(repair.ends)),
    }


def _event(event: Event, id: str, doc: str, document: Document, has_reason: bool) -> Row:
    text, day = document.text, _day(event, document)
    place = locate(document, event)
    return {
        "event": id,
        "doc": doc,
        "local": event.id,
        "origin": CODED,
        "type": event.type,
        "mode": event.mode,
        "context": list(event.context),
        "quad": quads()[event.type],
        "frame": event.frame,
        "actors": list(event.actor_codes),
        "recipients": list(event.recipient_codes),
        "day": day,
        "date": event.when.date if event.when else None,
        "precision": event.when.precision if event.when else None,
        "status": event.status,
        "speaker": event.speaker,
        "score": event.score,
        "confidence": round(event.confidence, 4),
        **_span("trigger", event.trigger),
        **_span("sentence", event.sentence),
        "trigger": event.trigger.of(text),
        "quote": event.sentence.of(text),
        "place": event.where.of(text) if event.where else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "amount": event.amount.value if event.amount else None,
        "unit": event.amount.unit if event.amount else None,
        "because": list(event.because),
        "has_reason": has_reason,
        "language": document.language,
        "source": document.source,
        "detail": {
            "actors": [_actor(actor) for actor in event.actors],
            "recipients": [_actor(actor) for actor in event.recipients],
            "when": _pair(event.when.span) if event.when else None,
            "where": _pair(event.where) if event.where else None,
            "amount": _pair(event.amount.span) if event.amount else None,
            "place": asdict(place) if place else None,
        },
    }


def _day(event: Event, document: Document) -> str | None:
    """The day of an event: its date, the first day where that is a month or year; else the day of publication."""
    if event.when:
        return (event.when.date + "-01-01")[:10]
    return document.published.isoformat() if document.published else None


def _reasons(doc: str, coding: Coding, events: Mapping[str, str]) -> list[Row]:
    ids, text = reason_ids(doc, coding.reasons), coding.document.text
    return [_reason(reason, ids[reason.id], doc, text, events) for reason in coding.reasons]


def _reason(reason: Reason, id: str, doc: str, text: str, events: Mapping[str, str]) -> Row:
    return {
        "reason": id,
        "doc": doc,
        "local": reason.id,
        "kind": reason.kind,
        "speaker": reason.speaker,
        "confidence": round(reason.confidence, 4),
        "cue": reason.cue.of(text) if reason.cue else None,
        **_span("cause", reason.cause.span),
        **_span("effect", reason.effect.span),
        **_span("sentence", reason.sentence),
        "cause": reason.cause.span.of(text),
        "effect": reason.effect.span.of(text),
        "quote": reason.sentence.of(text),
        "cause_events": _told(reason.cause, events),
        "effect_events": _told(reason.effect, events),
        "detail": {
            "cue": _pair(reason.cue) if reason.cue else None,
            "cause_for": [_pair(span) for span in reason.cause.stands_for],
            "effect_for": [_pair(span) for span in reason.effect.stands_for],
            "because": list(reason.because),
        },
    }


def _told(side: Argument, events: Mapping[str, str]) -> list[str]:
    return [events[id] for id in side.events if id in events]


def _actor(actor: Actor) -> Sequence[Any]:
    return [actor.code, actor.sector, actor.name, actor.span.start, actor.span.end]


def _span(name: str, span: Span) -> Row:
    return {f"{name}_start": span.start, f"{name}_end": span.end}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _text(packed: bytes | None) -> str | None:
    return None if packed is None else base64.b64encode(packed).decode("ascii")
