"""An OpenDocument text (ODT): paragraphs, headings, lists and tables in their order."""

from __future__ import annotations

from ravabet.reading.dates import date_line, day_in
from ravabet.reading.documents import document_of
from ravabet.reading.given import Found, Given
from ravabet.reading.office import Parts, Words, lines
from ravabet.reading.page import person

WORDS = Words(
    paragraphs=frozenset({"p", "h"}),
    rows=frozenset({"table-row"}),
    cells=frozenset({"table-cell"}),
    boxes=frozenset({"text-box", "note-body"}),
    left_out=frozenset({"annotation", "tracked-changes", "forms", "note-citation", "table-of-content"}),
    blanks={"tab": "\t", "line-break": "\n", "s": " "},
)


def read(given: Given) -> Found:
    """The text as a document; the day it was made counts where its text shows no other."""
    parts = Parts(given)
    text = "\n".join(line for line in lines(parts.tree("content.xml"), WORDS) if line)
    facts = parts.facts("meta.xml")
    yield document_of(
        text,
        given,
        published=None if date_line(text) else day_in(facts.get("creation-date", "")),
        dated_by="metadata",
        title=facts.get("title"),
        author=person(facts.get("initial-creator") or facts.get("creator")),
    )
