"""The answer to "why did relations between A and B change?", as plain values that every format renders."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from ravabet.model import Kind, Precision, Problem, Span, Status

Part = Literal["chain", "unexplained", "around"]
"""Where a step belongs: linked by reasons to a change between the two; a change for which no reason is given; or an
act of one with others that is linked by a reason to the other."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters ``span`` of the text of ``document`` (its id); ``line`` counts from 1; ``text`` is verbatim."""

    document: str
    line: int
    span: Span
    text: str
    language: str | None = None
    source: str | None = None
    path: str | None = None
    published: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """What an event step tells, in codes: who did what (PLOVER ``type``, ``frame`` of the lexicon) to whom."""

    id: str
    type: str
    frame: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str | None
    precision: Precision | None
    status: Status
    speaker: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the answer. ``quote`` is the sentence, ``words`` the act's or the state's own words in it.

    ``act`` is None for a state of affairs; ``change``: whether both sides take part; ``reports``: other sentences
    that tell the same; ``confidence`` is a probability.
    """

    number: int
    part: Part
    quote: Quote
    words: Quote
    confidence: float
    act: Act | None = None
    change: bool = False
    reports: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Because:
    """A reason between steps, by their numbers; ``cue`` is the word that says it, ``quote`` the sentence."""

    causes: tuple[int, ...]
    effects: tuple[int, ...]
    kind: Kind
    quote: Quote
    cause: Quote
    effect: Quote
    confidence: float
    cue: Quote | None = None
    speaker: str | None = None
    repeats: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Contest:
    """An effect (a step number) for which different speakers give different causes; ``reasons`` index the links."""

    effect: int
    reasons: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was read, and why it gave nothing, if it gave nothing."""

    id: str
    language: str | None
    published: datetime.date | None
    repaired: bool
    source: str | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """What one side did to the other: step numbers."""

    actor: str
    recipient: str
    steps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Why relations between ``a`` and ``b`` changed: steps in time order and the reasons between them.

    ``circular`` counts reasons left out because they ran in a circle.
    """

    a: str
    b: str
    since: datetime.date | None
    until: datetime.date | None
    sources: tuple[Source, ...]
    steps: tuple[Step, ...] = ()
    links: tuple[Because, ...] = ()
    contested: tuple[Contest, ...] = ()
    sides: tuple[Side, ...] = ()
    together: tuple[int, ...] = ()
    circular: int = 0

    def part(self, part: Part) -> tuple[Step, ...]:
        """The steps of one part, in time order."""
        return tuple(step for step in self.steps if step.part == part)

    def reasons_of(self, step: int) -> tuple[Because, ...]:
        """The links that give a reason for a step, by its number."""
        return tuple(link for link in self.links if step in link.effects)

    def spine(self) -> tuple[Step, ...]:
        """The longest run of steps of the chain in which each is a reason for the next and the last a change."""
        longest: dict[int, tuple[int, ...]] = {}

        def behind(number: int) -> tuple[int, ...]:
            if number not in longest:
                causes = sorted({cause for link in self.reasons_of(number) for cause in link.causes})
                longest[number] = (*max(map(behind, causes), key=len, default=()), number)
            return longest[number]

        chain = self.part("chain")
        ends = [step.number for step in chain if step.change] or [step.number for step in chain]
        best = max(map(behind, ends), key=len, default=())
        return tuple(self.steps[number - 1] for number in best)

    @property
    def changes(self) -> tuple[Step, ...]:
        """The steps in which both sides take part."""
        return tuple(step for step in self.steps if step.change)
