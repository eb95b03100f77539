"""What is exported: an event with all that any format may want to know of it, from a project or from coded lines."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ravabet.lexicon import quads
from ravabet.model import first_day

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part: code, the words of the text, sector where known."""

    code: str
    name: str
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """The document of an event."""

    id: str
    title: str | None = None
    source: str | None = None
    author: str | None = None
    published: datetime.date | None = None
    language: str | None = None
    path: str | None = None
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map: English name, ISO 3166-1 alpha-3, and degrees where it is a city."""

    name: str
    country: str
    resolution: str
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """A reason in words: ``cause`` is said to bring about ``effect``; both with their span and the events they name."""

    id: str
    document: str
    kind: str
    cause: str
    effect: str
    cause_span: tuple[int, int]
    effect_span: tuple[int, int]
    cause_events: tuple[str, ...] = ()
    effect_events: tuple[str, ...] = ()
    cue: str | None = None
    speaker: str | None = None
    confidence: float = 0.5
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One event as one document tells it; ``reports``, ``voices`` and ``documents`` are those of its occurrence."""

    id: str
    type: str
    paper: Paper
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    mode: str | None = None
    context: tuple[str, ...] = ()
    date: str | None = None
    precision: str | None = None
    status: str = "happened"
    speaker: str | None = None
    score: float = 0.0
    confidence: float = 0.5
    trigger: str = ""
    span: tuple[int, int] = (0, 0)
    quote: str = ""
    sentence: tuple[int, int] = (0, 0)
    where: str | None = None
    place: Place | None = None
    amount: float | None = None
    unit: str | None = None
    frame: str | None = None
    because: tuple[str, ...] = ()
    origin: str = "coded"
    occurrence: str | None = None
    reports: int = 1
    voices: int = 1
    documents: int = 1
    reasons: tuple[Why, ...] = ()

    @property
    def day(self) -> datetime.date | None:
        """Its date, the first day where that is a month or a year; else the day of publication."""
        if self.date:
            return first_day(self.date)
        return self.paper.published

    @property
    def quad(self) -> int:
        """The number of its quad class, 1 to 4."""
        return quads()[self.type]

    def pairs(self) -> Iterator[tuple[Party | None, Party | None]]:
        """Each actor with each recipient; of an act between equals, each with each other, both ways."""
        if self.recipients:
            yield from ((a, b) for a in _once(self.actors) or (None,) for b in _once(self.recipients))
            return
        equals = _once(self.actors)
        if len(equals) < 2:
            yield (equals[0] if equals else None), None
            return
        yield from ((a, b) for a in equals for b in equals if a.code != b.code)


class Source(Protocol):
    """Where events and reasons come from; both may be asked for more than once."""

    def events(self) -> Iterator[Told]:
        """The events, one after the other."""
        ...

    def reasons(self) -> Iterator[Why]:
        """The reasons of the documents of those events."""
        ...


def _once(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The first mention of each code."""
    return tuple({party.code: party for party in reversed(parties)}.values())[::-1]


def of_record(record: Record) -> Iterator[Told]:
    """The events of one line of ``ravabet code``; their ids get that of the document before them."""
    paper = _paper(record)
    reasons = tuple(reasons_of(record))
    for event in record["events"]:
        id = f"{paper.id}:{event['id']}"
        yield _told(event, id, paper, tuple(r for r in reasons if id in r.cause_events + r.effect_events))


def reasons_of(record: Record) -> Iterator[Why]:
    """The reasons of one line of ``ravabet code``."""
    id = str(record["id"])
    for reason in record.get("reasons") or ():
        cause, effect, cue = reason["cause"], reason["effect"], reason.get("cue")
        yield Why(
            id=f"{id}:{reason.get('id', '')}",
            document=id,
            kind=reason["kind"],
            cause=cause["text"],
            effect=effect["text"],
            cause_span=(cause["start"], cause["end"]),
            effect_span=(effect["start"], effect["end"]),
            cause_events=tuple(f"{id}:{event}" for event in cause.get("events") or ()),
            effect_events=tuple(f"{id}:{event}" for event in effect.get("events") or ()),
            cue=cue["text"] if cue else None,
            speaker=reason.get("speaker"),
            confidence=reason["confidence"],
        )


def _paper(record: Record) -> Paper:
    published = record.get("published")
    return Paper(
        id=str(record["id"]),
        title=record.get("title"),
        source=record.get("source"),
        published=datetime.date.fromisoformat(published) if published else None,
        language=record.get("language"),
        repaired=bool(record.get("repaired")),
    )


def _told(event: Record, id: str, paper: Paper, reasons: tuple[Why, ...]) -> Told:
    amount, place = event.get("amount"), event.get("place")
    return Told(
        id=id,
        type=event["type"],
        paper=paper,
        actors=_parties(event, "actor"),
        recipients=_parties(event, "recipient"),
        mode=event.get("mode"),
        context=tuple(event.get("context") or ()),
        date=event.get("date"),
        precision=event.get("precision"),
        status=event["status"],
        speaker=event.get("speaker"),
        score=event["score"],
        confidence=event["confidence"],
        trigger=event["trigger"],
        span=(event["start"], event["end"]),
        quote=event["quote"],
        sentence=tuple(event["sentence"]),
        where=event.get("where"),
        place=Place(**{name: place.get(name) for name in Place.__slots__}) if place else None,
        amount=amount["value"] if amount else None,
        unit=amount["unit"] if amount else None,
        frame=event.get("frame"),
        because=tuple(event.get("because") or ()),
        reasons=reasons,
    )


def _parties(event: Record, side: str) -> tuple[Party, ...]:
    found = event.get(f"{side}s")
    if found is None:
        return tuple(Party(code, code) for code in event.get(side) or ())
    return tuple(Party(one["code"], one["name"], one.get("sector")) for one in found)
