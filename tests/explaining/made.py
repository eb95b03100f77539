"""Codings made by hand: a text, the words that name acts and actors, the words that give reasons."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from ravabet.language import sentence_spans
from ravabet.model import Actor, Argument, Coding, Document, Event, Kind, Reason, Span, Status, When

Party = tuple[str, str]


def coding(text: str, events: Sequence[Event] = (), reasons: Sequence[Reason] = (), **document: object) -> Coding:
    fields: dict[str, object] = {"id": "a.txt", "language": "en", **document}
    return Coding(Document(text=text, **fields), tuple(events), tuple(reasons))  # type: ignore[arg-type]


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def sentence(text: str, words: Span) -> Span:
    return next(span for span in sentence_spans(text) if span.holds(words))


def event(
    text: str,
    trigger: str,
    type_: str,
    actors: Sequence[Party] = (),
    recipients: Sequence[Party] = (),
    *,
    frame: str | None = None,
    date: tuple[str, str] | None = None,
    status: Status = "happened",
    speaker: str | None = None,
    confidence: float = 0.8,
) -> Event:
    """``actors``: pairs of code and words; ``date``: an ISO date and its words."""
    span = at(text, trigger)
    when = None
    if date:
        precision = {4: "year", 7: "month", 10: "day"}[len(date[0])]
        when = When(date[0], precision, at(text, date[1]))  # type: ignore[arg-type]
    return Event(
        id=f"e{span.start}",
        type=type_,
        frame=frame or type_.lower(),
        trigger=span,
        sentence=sentence(text, span),
        actors=tuple(Actor(code, name, at(text, name)) for code, name in actors),
        recipients=tuple(Actor(code, name, at(text, name)) for code, name in recipients),
        when=when,
        status=status,
        speaker=speaker,
        confidence=confidence,
    )


def reason(
    text: str,
    cause: str,
    effect: str,
    cue: str | None = None,
    *,
    stands_for: Sequence[str] = (),
    kind: Kind = "cause",
    speaker: str | None = None,
    confidence: float = 0.6,
    events: Sequence[Event] = (),
) -> Reason:
    """The sentence is the effect's; ``events`` are shared out to the sides that hold their triggers."""

    def side(words: str, antecedents: Sequence[str] = ()) -> Argument:
        span = at(text, words)
        ids = tuple(e.id for e in events if span.holds(e.trigger))
        return Argument(span, ids, tuple(at(text, words) for words in antecedents))

    effect_side = side(effect)
    return Reason(
        id=f"r{effect_side.span.start}",
        cause=side(cause, stands_for),
        effect=effect_side,
        sentence=sentence(text, effect_side.span),
        cue=at(text, cue) if cue else None,
        kind=kind,
        speaker=speaker,
        confidence=confidence,
    )


def day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)
