"""One report of an event as the grouping sees it: plain values that a coding or a row of the project file gives."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ravabet.lexicon import UNORDERED, fold
from ravabet.model import Document, Event
from ravabet.relating.marks import sound


@dataclass(frozen=True, slots=True)
class Telling:
    """A report of an event. ``event`` is its id, ``doc`` its document's; days are ordinals (``date.toordinal``).

    ``date``: as the text gives it (day, month or year), empty where it does not; ``day``: the ordinal where it is a
    day; ``place``: the place as it sounds, so that it is the same in every script; ``sentence``: verbatim;
    ``occurrence``: where it is already placed, else empty.
    """

    event: str
    doc: str
    type: str
    frame: str = ""
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    status: str = "happened"
    speaker: str | None = None
    date: str = ""
    day: int | None = None
    published: int | None = None
    place: str = ""
    amount: float | None = None
    unit: str = ""
    language: str | None = None
    sentence: str = ""
    confidence: float = 0.5
    voice: str = ""
    occurrence: str = ""

    @property
    def codes(self) -> frozenset[str]:
        """Everyone who takes part."""
        return self.actors | self.recipients

    @property
    def sides(self) -> tuple[frozenset[str], frozenset[str]]:
        """Actors and recipients; of an act done together everyone and nobody."""
        return (self.codes, frozenset()) if self.type in UNORDERED else (self.actors, self.recipients)

    @property
    def clearness(self) -> tuple[bool, bool, int, float]:
        """Sorts the clearest first: what took place before what is claimed or planned, the dated, precise and sure."""
        return self.status == "planned", self.status == "claimed", -len(self.date), -self.confidence


def telling(document: Document, event: Event, name: str) -> Telling:
    """The report that ``event`` of ``document`` is; ``name`` is its id."""
    text, when, amount = document.text, event.when, event.amount
    return Telling(
        event=name,
        doc=document.id,
        type=event.type,
        frame=event.frame,
        actors=frozenset(event.actor_codes),
        recipients=frozenset(event.recipient_codes),
        status=event.status,
        speaker=event.speaker,
        date=when.date if when else "",
        day=ordinal(when.date) if when else None,
        published=document.published.toordinal() if document.published else None,
        place=place_key(event.where.of(text)) if event.where else "",
        amount=amount.value if amount else None,
        unit=amount.unit if amount else "",
        language=document.language,
        sentence=event.sentence.of(text),
        confidence=event.confidence,
    )


def ordinal(date: str) -> int | None:
    """The ordinal of an ISO date that is a day, None for a month or year."""
    return datetime.date.fromisoformat(date).toordinal() if len(date) == len("2024-12-27") else None


def place_key(place: str) -> str:
    """How a place sounds, by its first word that tells, else its letters."""
    words = fold(place).split()
    return next((key for key in map(sound, words) if key), " ".join(words))
