"""A reason: because of what, in the writer's or a speaker's own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ravabet.model.span import Span

Kind = Literal["cause", "response", "result"]


@dataclass(frozen=True, slots=True)
class Argument:
    """One side of a reason: a clause or noun phrase, and the events it names or (as an anaphor) stands for.

    ``events`` are ids of events of the same document. An anaphor ("this step", "all these cases") has its antecedents
    in ``stands_for``: spans of the text it points back to.
    """

    span: Span
    events: tuple[str, ...] = ()
    stands_for: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """``cause`` is said to bring about ``effect``; ``cue`` is the word that says it, None where none does.

    ``kind``: ``cause`` (because), ``response`` (in answer to) or ``result`` (so, as a result, shows itself in).
    """

    id: str
    cause: Argument
    effect: Argument
    sentence: Span
    cue: Span | None = None
    speaker: str | None = None
    kind: Kind = "cause"
    confidence: float = 0.5
    because: tuple[str, ...] = ()
