"""A PDF file opened: its pages one by one, and what it says of itself; one sentence where there is nothing to read."""

from __future__ import annotations

import datetime
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from ravabet.model import InputError
from ravabet.reading.pdf.page import Page, page_of

MAX_PAGES = 20_000
MAX_BAD = 50
"""Pages one after the other that cannot be opened before the file is given up."""

SECONDS, SECONDS_A_PAGE = 4.0, 0.5
"""The time a file may take: so much, and so much more for each page read."""

UNKNOWN = 0.3
"""Share of characters that stand for nothing from which a text is not to be trusted."""

_ENCRYPTED = "is a PDF locked with a password; save it without one and give that"
_BROKEN = "is a broken PDF that cannot be opened; get the file again"
_EMPTY = "is a PDF without readable pages; get the file again"
_SCANNED = "is a scanned PDF: {pages} page(s) of pictures and no text; run it through OCR first"
_NO_TEXT = "is a PDF without text; give a file with text in it"
_UNTOLD = "is a PDF whose fonts do not say what their letters are; run it through OCR first"
_SLOW = "is a PDF that takes too long to read (stopped on page {page}); save it anew with another program"
_LONG = "is a PDF of {pages} pages, more than the {most} that are read; split it"

_DATE = re.compile(r"(?:D:)?([12]\d{3})-?(\d{2})-?(\d{2})")
_PUBLISHED = re.compile(rb"prism:(?:publicationDate|coverDate)(?:>|=[\"'])\s*([12]\d{3}-\d{2}-\d{2})")
_FILE_NAME = re.compile(r"\.[A-Za-z]{2,5}$|^(?:Microsoft|untitled)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says of itself; ``created`` is the day that the file was made, which need not be that of the text."""

    title: str | None = None
    author: str | None = None
    published: datetime.date | None = None
    created: datetime.date | None = None


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """The document of a file's bytes; InputError where it is locked or broken."""
    try:
        pdf = pypdfium2.PdfDocument(data)
        count = len(pdf)
    except pypdfium2.PdfiumError as fault:
        locked = fault.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise InputError(_ENCRYPTED if locked else _BROKEN) from fault
    if count > MAX_PAGES:
        raise InputError(_LONG.format(pages=count, most=MAX_PAGES))
    return pdf


def pages_of(pdf: pypdfium2.PdfDocument, begun: Callable[[int], None] | None = None) -> Iterator[Page]:
    """The pages that can be opened, ``begun`` called before each; InputError where that takes too long."""
    end, bad = time.monotonic() + SECONDS, 0
    for number in range(1, len(pdf) + 1):
        if begun:
            begun(number)
        try:
            page = pdf[number - 1]
            yield page_of(page, number)
            page.close()
        except pypdfium2.PdfiumError:
            bad += 1
            if bad >= MAX_BAD:
                return
            continue
        bad, end = 0, end + SECONDS_A_PAGE
        if time.monotonic() > end:
            raise InputError(_SLOW.format(page=number))


def refuse_without_text(pdf: pypdfium2.PdfDocument, pages: Sequence[Page]) -> None:
    """InputError, saying why, where no page holds text that can be trusted."""
    letters = sum(char.isalpha() for page in pages for line in page.lines for char in line.text)
    unknown = sum(_is_unknown(char) for page in pages for line in page.lines for char in line.text)
    if not pages:
        raise InputError(_EMPTY)
    if unknown > UNKNOWN * (letters + unknown):
        raise InputError(_UNTOLD)
    if not letters:
        scanned = sum(_has_picture(pdf, page.number) for page in pages[:MAX_BAD])
        raise InputError(_SCANNED.format(pages=len(pages)) if scanned else _NO_TEXT)


def _is_unknown(char: str) -> bool:
    return "\ue000" <= char <= "\uf8ff" or char == "\ufffd" or char < " "


def _has_picture(pdf: pypdfium2.PdfDocument, number: int) -> bool:
    """Whether a page holds a picture; pages are opened anew, for few files come to this."""
    try:
        page = pdf[number - 1]
        found = next(iter(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)), None)
    except pypdfium2.PdfiumError:
        return False
    return found is not None


def told_by(pdf: pypdfium2.PdfDocument, data: bytes) -> Told:
    """What a file says of itself, left out where it is plainly not meant (a file name for a title)."""
    said = {key: " ".join(value.replace("\0", "").split()) for key, value in pdf.get_metadata_dict().items()}
    title, published = said.get("Title", ""), _PUBLISHED.search(data)
    return Told(
        title=title if len(_WORD.findall(title)) > 1 and not _FILE_NAME.search(title) else None,
        author=said.get("Author") or None,
        published=_day(published[1].decode("ascii")) if published else None,
        created=_day(said.get("CreationDate", "")),
    )


def _day(text: str) -> datetime.date | None:
    found = _DATE.match(text)
    try:
        return datetime.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
