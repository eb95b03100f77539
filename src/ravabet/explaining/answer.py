"""The answer to "why did relations between A and B change?", as plain values that every format renders."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from ravabet.model import Kind, Precision, Problem, Span, Status

Part = Literal["chain", "unexplained", "around", "denied", "unsure"]
"""Where a step belongs: linked by reasons to a change between the two; a change for which no reason is given; an act
of one with others that is linked by a reason to the other; an act that is said not to have taken place; or a change
without a reason that may be misread (see ``UNSURE``)."""

UNSURE = 0.4
"""Of the events coded with less confidence, told by one source, every second is wrong (measured with ``evaluate``)."""

GUESS = 0.2
"""An event with less confidence is shown in the text's words only: its coding is far more often wrong than right."""


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
    """What an event step tells, in codes: who did what (PLOVER ``type``, ``frame`` of the lexicon) to whom.

    ``sectors``: for each of ``actors`` and then of ``recipients`` the PLOVER sector that is named with it, None where
    none is, or more than one; empty where nothing is known of sectors.
    """

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
    sectors: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the answer. ``quote`` is the sentence, ``words`` the act's or the state's own words in it.

    ``act`` is None for a state of affairs; ``change``: whether both sides take part in it and it is not denied;
    ``end``: whether chains run to it, since it is a change or is told in words that name both sides; ``reports``: other
    sentences that tell the same; ``voices``: how many independent sources tell it; ``confidence``: the probability that
    one of them was read rightly; ``said``: the side of a reason that tells it, to be shown instead of the act where
    that may be misread or where only these words name both sides.
    """

    number: int
    part: Part
    quote: Quote
    words: Quote
    confidence: float
    act: Act | None = None
    change: bool = False
    end: bool = False
    reports: tuple[Quote, ...] = ()
    voices: int = 1
    said: Quote | None = None

    @property
    def unsure(self) -> bool:
        """Whether this is an event that one source tells and that may well be misread."""
        return self.act is not None and self.voices == 1 and self.confidence < UNSURE


@dataclass(frozen=True, slots=True)
class Because:
    """A reason between steps, by their numbers; ``cue`` is the word that says it, ``quote`` the sentence.

    ``voices`` and ``confidence`` are as in a step, ``repeats`` other sentences that give the same reason.
    """

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
    voices: int = 1


@dataclass(frozen=True, slots=True)
class Path:
    """A chain from a first cause to a change, by numbers of steps in the order of cause and effect.

    ``links`` index the answer's links, one between each step and the next; ``ends`` are the changes that the last
    link leads to, the surest first (it is the last of ``steps``). ``part`` is that of its end; ``unsure``: whether its
    end is. ``voices``: how many independent sources tell the link that fewest tell; ``confidence``: the least
    of its steps and links; ``value``: how many of its links are, by their confidence and that of what they lead to,
    likely to be right.
    """

    steps: tuple[int, ...]
    links: tuple[int, ...]
    ends: tuple[int, ...]
    part: Part
    unsure: bool
    voices: int
    confidence: float
    value: float


@dataclass(frozen=True, slots=True)
class Denial:
    """An act that is told in one step and denied in others."""

    step: int
    denied: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """An effect (a step number) for which different speakers give different causes; ``reasons`` index the links."""

    effect: int
    reasons: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was read; ``copy_of``: the id of the one it copies; ``problem``: why it gave nothing."""

    id: str
    language: str | None
    published: datetime.date | None
    repaired: bool
    source: str | None = None
    copy_of: str | None = None
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

    ``paths`` are the chains that end in a change, the best supported first, none of them part of another. ``circular``
    counts the reasons left out because they ran in a circle, ``untimely`` those whose cause came after the effect;
    ``weak`` the events on the way through others that were left out as probably misread.
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
    untimely: int = 0
    weak: int = 0
    paths: tuple[Path, ...] = ()
    denials: tuple[Denial, ...] = ()

    def part(self, part: Part) -> tuple[Step, ...]:
        """The steps of one part, in time order."""
        return tuple(step for step in self.steps if step.part == part)

    def reasons_of(self, step: int) -> tuple[Because, ...]:
        """The links that give a reason for a step, by its number."""
        return tuple(link for link in self.links if step in link.effects)

    @property
    def changes(self) -> tuple[Step, ...]:
        """The steps in which both sides take part."""
        return tuple(step for step in self.steps if step.change)
