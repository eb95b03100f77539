"""Plain text in any encoding: one document a file."""

from __future__ import annotations

from ravabet.reading.documents import document_of, one_line_end
from ravabet.reading.encoding import decode
from ravabet.reading.given import Found, Given


def read(given: Given) -> Found:
    """The text as a document."""
    yield document_of(one_line_end(decode(given.whole())), given)
