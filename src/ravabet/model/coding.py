"""What was read out of one document: its events and reasons."""

from __future__ import annotations

from dataclasses import dataclass

from ravabet.model.document import Document
from ravabet.model.event import Event
from ravabet.model.reason import Reason


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a document gave nothing, or less than it should: where it happened, and what, in one sentence."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Coding:
    """A document with everything coded from it; ``problem`` is None where all went well."""

    document: Document
    events: tuple[Event, ...] = ()
    reasons: tuple[Reason, ...] = ()
    problem: Problem | None = None
