"""A document: the text every offset refers to, and where it came from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ravabet.model.repair import Repair


@dataclass(frozen=True, slots=True)
class Document:
    """One article. ``text`` is in reading order; ``repair`` holds the text as it arrived where the two differ."""

    id: str
    text: str
    language: str | None = None
    published: datetime.date | None = None
    source: str | None = None
    title: str | None = None
    path: str | None = None
    repair: Repair | None = None

    @property
    def repaired(self) -> bool:
        """Whether the text differs from the one that arrived."""
        return self.repair is not None and self.repair.damage is not None

    def line_at(self, offset: int) -> int:
        """The line, counted from 1, that the character at ``offset`` stands on (a repair keeps lines)."""
        return self.text.count("\n", 0, offset) + 1
