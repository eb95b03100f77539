"""The whole way of a PDF file: bytes to pages of glyphs, to lines, to one text with the place of each character."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

import pypdfium2

from ravabet.model import InputError, Layout
from ravabet.reading.pdf.boxes import Boxes
from ravabet.reading.pdf.brackets import set_brackets
from ravabet.reading.pdf.fold import fold
from ravabet.reading.pdf.furniture import drop_furniture, footnotes
from ravabet.reading.pdf.joins import restore_joins
from ravabet.reading.pdf.page import Page, page_of
from ravabet.reading.pdf.paragraphs import paragraphs
from ravabet.reading.pdf.text import text_of


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of a PDF in reading order, the place of each of its characters, and what the file says of itself."""

    text: str
    layout: Layout = field(repr=False)
    title: str | None = None
    author: str | None = None
    published: datetime.date | None = None


def read_pdf(data: bytes) -> PdfText:
    """The text of a PDF file's bytes; InputError where it is encrypted, broken or scanned (no text layer)."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        message = "is a PDF that cannot be opened; check that the file is whole"
        raise InputError(message) from fault
    pages = [page_of(page, number) for number, page in enumerate(pdf, 1)]
    text, boxes = _text(pages)
    return PdfText(text, Layout(tuple(page.size for page in pages), boxes))


def _text(pages: list[Page]) -> tuple[str, Boxes]:
    """The text of all pages with the box of each character."""
    restore_joins(pages)
    lines = [line for page in pages for line in page.lines]
    set_brackets(lines)
    for line in lines:
        fold(line)
    drop_furniture(pages)
    notes = footnotes(pages)
    body = paragraphs([line for page in pages for line in page.lines])
    return text_of([*body, *paragraphs(notes)], pages)
