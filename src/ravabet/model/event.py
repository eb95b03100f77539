"""An event: who did what to whom, when and where, with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ravabet.model.span import Span

Status = Literal["happened", "planned", "denied", "claimed"]
Precision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention in the text and the code it stands for; ``name`` is the text of ``span``.

    ``code``: ISO 3166-1 alpha-3, a body's acronym or a name in capitals. ``sector``: a PLOVER sector, None if unknown.
    """

    code: str
    name: str
    span: Span
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A date as precise as the text makes it: ``2024-12-27`` (day), ``2024-12`` (month) or ``2024`` (year)."""

    date: str
    precision: Precision
    span: Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in the text: ``value`` in units of ``unit`` (ISO 4217 for money, else a noun such as ``people``)."""

    value: float
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """One act. ``frame`` names the act in the lexicon; ``because`` the rules and entries that made it an event.

    For AGREE, CONSULT and COOPERATE between equals everyone is in ``actors`` and ``recipients`` is empty.
    ``score`` is PLOVER's conflict-cooperation score (-10 to 10); ``confidence`` a probability. ``again``: the triggers
    by which the document clearly tells it elsewhere, for reasons given there.
    """

    id: str
    type: str
    frame: str
    trigger: Span
    sentence: Span
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    mode: str | None = None
    context: tuple[str, ...] = ()
    when: When | None = None
    where: Span | None = None
    amount: Amount | None = None
    status: Status = "happened"
    speaker: str | None = None
    score: float = 0.0
    confidence: float = 0.5
    because: tuple[str, ...] = ()
    again: tuple[Span, ...] = field(default=(), repr=False, compare=False)

    @property
    def actor_codes(self) -> tuple[str, ...]:
        """The actors' codes, each once, in the order of the text."""
        return _codes(self.actors)

    @property
    def recipient_codes(self) -> tuple[str, ...]:
        """The recipients' codes, each once, in the order of the text."""
        return _codes(self.recipients)

    @property
    def codes(self) -> frozenset[str]:
        """Everyone who takes part, on either side."""
        return frozenset(self.actor_codes) | frozenset(self.recipient_codes)


def _codes(actors: tuple[Actor, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor.code for actor in actors))
