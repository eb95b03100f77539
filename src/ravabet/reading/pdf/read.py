"""The whole way of a PDF file: bytes to pages of glyphs, to lines, to one text with the place of each character."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from ravabet.model import Layout
from ravabet.reading.pdf.boxes import Boxes
from ravabet.reading.pdf.brackets import set_brackets
from ravabet.reading.pdf.document import opened, pages_of, refuse_without_text, told_by
from ravabet.reading.pdf.fold import fold
from ravabet.reading.pdf.furniture import drop_furniture, footnotes
from ravabet.reading.pdf.joins import restore_joins
from ravabet.reading.pdf.page import Page
from ravabet.reading.pdf.paragraphs import paragraphs
from ravabet.reading.pdf.text import text_of

_ONE_AT_A_TIME = threading.Lock()  # pdfium may not be used from two threads at once


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of a PDF in reading order, the place of each of its characters, and what the file says of itself.

    One paragraph a line. ``published`` is a stated date of publication; ``created`` is only when the file was made.
    """

    text: str
    layout: Layout = field(repr=False)
    title: str | None = None
    author: str | None = None
    published: datetime.date | None = None
    created: datetime.date | None = None


def read_pdf(data: bytes, begun: Callable[[int], None] | None = None) -> PdfText:
    """The text of a PDF file's bytes; InputError where it is locked, broken, scanned or of unnamed letters.

    ``begun`` is called with the number of each page before it is read.
    """
    with _ONE_AT_A_TIME:
        pdf = opened(data)
        try:
            pages = list(pages_of(pdf, begun))
            refuse_without_text(pdf, pages)
            told = told_by(pdf, data)
        finally:
            pdf.close()
    text, boxes = _text(pages)
    layout = Layout(_sizes(pages), boxes)
    return PdfText(text, layout, told.title, told.author, told.published, told.created)


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


def _sizes(pages: list[Page]) -> tuple[tuple[float, float], ...]:
    """The size of every page; nothing for one that could not be opened."""
    sizes = {page.number: page.size for page in pages}
    return tuple(sizes.get(number, (0.0, 0.0)) for number in range(1, max(sizes, default=0) + 1))
