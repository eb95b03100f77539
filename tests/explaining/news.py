"""Short news of our own, coded by hand: acts and reasons by the words that say them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.explaining.made import at, sentence

from ravabet.model import Actor, Argument, Coding, Document, Event, Kind, Reason, Status, When

TYPES = {
    "agree": "AGREE",
    "arrest": "COERCE",
    "ban": "SANCTION",
    "condemn": "ACCUSE",
    "drill": "MOBILIZE",
    "meet": "CONSULT",
    "sanction": "SANCTION",
    "summon": "ACCUSE",
    "turn": "COOPERATE",
}
"""Type of the acts in these texts, by their frame."""


@dataclass(frozen=True)
class Told:
    """An act: its words, its frame and its parties, written as in ``"KEN+UGA"`` (together) and ``"KEN>UGA"``."""

    words: str
    frame: str
    parties: str
    date: str | None = None
    status: Status = "happened"
    speaker: str | None = None
    sure: float = 0.8


@dataclass(frozen=True)
class Why:
    """A reason: each side is the name of an act or words of the text."""

    cause: str
    effect: str
    kind: Kind = "cause"
    speaker: str | None = None
    sure: float = 0.6


def news(
    name: str,
    language: str,
    published: str | None,
    text: str,
    acts: Mapping[str, Told] | None = None,
    reasons: Sequence[Why] = (),
    source: str | None = None,
) -> Coding:
    """One coded document."""
    events = {key: _event(text, key, act) for key, act in (acts or {}).items()}
    day = datetime.date.fromisoformat(published) if published else None
    document = Document(name, text, language, day, source)
    told = tuple(_reason(text, number, why, events) for number, why in enumerate(reasons))
    return Coding(document, tuple(events.values()), told)


def _event(text: str, key: str, act: Told) -> Event:
    span = at(text, act.words)
    actors, _, recipients = act.parties.partition(">")
    precision = {4: "year", 7: "month", 10: "day"}[len(act.date)] if act.date else None

    def sides(codes: str) -> tuple[Actor, ...]:
        return tuple(Actor(code, code, span) for code in codes.split("+") if code)

    return Event(
        id=key,
        type=TYPES[act.frame],
        frame=act.frame,
        trigger=span,
        sentence=sentence(text, span),
        actors=sides(actors),
        recipients=sides(recipients),
        when=When(act.date, precision, span) if act.date else None,  # type: ignore[arg-type]
        status=act.status,
        speaker=act.speaker,
        confidence=act.sure,
    )


def _reason(text: str, number: int, why: Why, events: Mapping[str, Event]) -> Reason:
    def side(name: str) -> Argument:
        event = events.get(name)
        return Argument(event.trigger, (event.id,)) if event else Argument(at(text, name))

    effect = side(why.effect)
    return Reason(
        id=f"r{number}",
        cause=side(why.cause),
        effect=effect,
        sentence=sentence(text, effect.span),
        kind=why.kind,
        speaker=why.speaker,
        confidence=why.sure,
    )
