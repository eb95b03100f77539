"""A document out of a text: its id, title and date where the text itself shows them plainly."""

from __future__ import annotations

import datetime
import hashlib
from urllib.parse import urlsplit

from ravabet.model import Document, InputError, Layout
from ravabet.reading.dates import YEARS, date_line, line_day
from ravabet.reading.given import Given
from ravabet.reading.languages import detect_language

TITLE = 150
"""Longest title, in characters."""

_STOPS = ".!?؟…:;؛،,"
_NO_LETTERS = "holds no letters; give a file with text in it"


def document_of(
    text: str,
    given: Given,
    *,
    number: int | None = None,
    id: str | None = None,
    language: str | None = None,
    published: datetime.date | None = None,
    dated_by: str = "given",
    source: str | None = None,
    title: str | None = None,
    author: str | None = None,
    layout: Layout | None = None,
) -> Document:
    """A document of ``text`` from ``given``; what is not said here is read from the text or is the caller's default.

    ``number`` is its line or place in a file of several. Raises InputError for a text without letters.
    """
    if not any(char.isalpha() for char in text):
        raise InputError(_NO_LETTERS)
    found = None if published else date_line(text)
    told = given.defaults
    return Document(
        id=id or stable_id(given.stem, text),
        text=text,
        language=language or told.language or detect_language(text),
        published=published or found or told.published,
        source=source or told.source or host_of(given.address) or given.stem,
        title=title or title_line(text),
        path=given.where if number is None else f"{given.where}:{number}",
        author=author,
        dated_by=dated_by if published else "text" if found else "given" if told.published else None,
        layout=layout,
    )


def written(
    text: str,
    *,
    language: str | None = None,
    published: datetime.date | None = None,
    source: str | None = None,
) -> Document:
    """A document of a text at hand; language, day and title are read from the text where they are not given."""
    day = published or date_line(text)
    how = "given" if published else "text" if day else None
    known = language or detect_language(text)
    return Document(stable_id("text", text), text, known, day, source, title_line(text), dated_by=how)


def stable_id(name: str, text: str) -> str:
    """``name`` and eight hexadecimal digits of the text's SHA-256: the same text always gets the same id."""
    return f"{name}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def title_line(text: str) -> str | None:
    """The first line where it is short, has no stop at its end and has text after it; a date line is passed over."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines and line_day(lines[0]):
        lines = lines[1:]
    if len(lines) < 2 or len(lines[0]) > TITLE or lines[0][-1] in _STOPS:
        return None
    return lines[0]


def host_of(address: str | None) -> str | None:
    """The host of a web address without ``www.``, None where it has none."""
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def one_line_end(text: str) -> str:
    """The text with every line ended by a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def iso_date(text: str) -> datetime.date | None:
    """A Gregorian day of 1900 to 2100 in ISO 8601 (a time after it is left aside), else None."""
    try:
        day = datetime.datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return None
    return day if day.year in YEARS else None
