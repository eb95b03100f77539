"""An occurrence: one event in the world, however many reports tell it."""

from __future__ import annotations

from dataclasses import dataclass

from ravabet.model.document import Document
from ravabet.model.event import Event


@dataclass(frozen=True, slots=True)
class Report:
    """One event as one document tells it."""

    document: Document
    event: Event


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The reports of one event; the first is the clearest and stands for the others."""

    id: str
    reports: tuple[Report, ...]

    @property
    def event(self) -> Event:
        """The event of the clearest report."""
        return self.reports[0].event
