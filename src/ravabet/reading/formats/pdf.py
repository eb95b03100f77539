"""A PDF: its text in reading order, with the place of each character on its page."""

from __future__ import annotations

from ravabet.reading.documents import document_of
from ravabet.reading.given import Found, Given
from ravabet.reading.pdf.apart import read_apart


def read(given: Given) -> Found:
    """The text as a document."""
    found = read_apart(given.whole())
    yield document_of(
        found.text,
        given,
        published=found.published,
        dated_by="metadata",
        title=found.title,
        author=found.author,
        layout=found.layout,
    )
