"""Permanent ids: made of what is named, so that the same thing has the same id in every project and after re-coding."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from ravabet.model import Document, Event, Reason
from ravabet.relating import source_name

DIGITS = 16
"""Hexadecimal digits of an id: among ten million, two are alike with a chance of one in 400,000."""


def identity(letter: str, *parts: object) -> str:
    """An id: a letter and the first digits of the SHA-256 of the parts."""
    told = "\x1f".join("" if part is None else str(part) for part in parts)
    return letter + hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def document_id(document: Document) -> str:
    """The id of a document as it was read: of its text as it arrived, its source and its day of publication."""
    return identity("d", document.content_hash, given_source(document), document.published)


def given_source(document: Document) -> str | None:
    """The source that a document was given; None where it is but the name of its file, which may be moved."""
    return document.source if source_name(document) else None


def event_ids(doc: str, events: Sequence[Event]) -> dict[str, str]:
    """The permanent ids of a document's events by those they have in it: of where the act is told, and its type."""
    found, same = {}, Counter[tuple[int, int, str]]()
    for event in events:
        key = event.trigger.start, event.trigger.end, event.type
        found[event.id] = identity("e", doc, *key, same[key])
        same[key] += 1
    return found


def reason_ids(doc: str, reasons: Sequence[Reason]) -> dict[str, str]:
    """The permanent ids of a document's reasons: of where cause and effect are told, and the kind."""
    found, same = {}, Counter[tuple[object, ...]]()
    for reason in reasons:
        cause, effect = reason.cause.span, reason.effect.span
        key = cause.start, cause.end, effect.start, effect.end, reason.kind
        found[reason.id] = identity("r", doc, *key, same[key])
        same[key] += 1
    return found
