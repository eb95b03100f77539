"""A document: the text every offset refers to, and where it came from."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, field

from ravabet.model.layout import Layout
from ravabet.model.repair import Repair


@dataclass(frozen=True, slots=True)
class Document:
    """One article. ``text`` is in reading order; ``repair`` holds the text as it arrived where the two differ.

    ``dated_by``: where ``published`` was found: ``given``, ``metadata``, ``page`` or ``text``. ``layout``: where on its
    pages each character of the text as it arrived stands, for documents that have pages.
    """

    id: str
    text: str
    language: str | None = None
    published: datetime.date | None = None
    source: str | None = None
    title: str | None = None
    path: str | None = None
    repair: Repair | None = None
    author: str | None = None
    dated_by: str | None = None
    layout: Layout | None = field(default=None, repr=False, compare=False)

    @property
    def content_hash(self) -> str:
        """The SHA-256 of the text as it arrived, in hexadecimal: the same article always has the same."""
        arrived = self.repair.original if self.repair else self.text
        return hashlib.sha256(arrived.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def repaired(self) -> bool:
        """Whether the text differs from the one that arrived."""
        return self.repair is not None and self.repair.damage is not None

    def line_at(self, offset: int) -> int:
        """The line, counted from 1, that the character at ``offset`` stands on (a repair keeps lines)."""
        return self.text.count("\n", 0, offset) + 1
