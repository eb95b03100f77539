"""A Word file (DOCX): paragraphs and tables in their order, then the notes; tracked changes count as accepted."""

from __future__ import annotations

from ravabet.reading.dates import date_line, day_in
from ravabet.reading.documents import document_of
from ravabet.reading.given import Found, Given
from ravabet.reading.office import Parts, Words, lines
from ravabet.reading.page import person

WORDS = Words(
    paragraphs=frozenset({"p"}),
    rows=frozenset({"tr"}),
    cells=frozenset({"tc"}),
    boxes=frozenset({"txbxContent"}),
    left_out=frozenset({"del", "moveFrom", "instrText", "Fallback", "pPr", "rPr", "sectPr"}),
    blanks={"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
    shown=frozenset({"t"}),
)

BODY = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
"""The parts whose text is read, in this order."""


def read(given: Given) -> Found:
    """The text as a document; the day it was made counts where its text shows no other."""
    parts = Parts(given)
    shown = [name for name in BODY if name == BODY[0] or parts.has(name)]
    text = "\n".join(line for name in shown for line in lines(parts.tree(name), WORDS) if line)
    facts = parts.facts("docProps/core.xml")
    yield document_of(
        text,
        given,
        published=None if date_line(text) else day_in(facts.get("created", "")),
        dated_by="metadata",
        title=facts.get("title"),
        author=person(facts.get("creator")),
    )
