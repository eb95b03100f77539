"""A document out of a text: its id, title and date where the text itself shows them plainly."""

from __future__ import annotations

import datetime
import hashlib
import re

from ravabet.model import Document
from ravabet.reading.languages import detect_language

TITLE = 150
"""Longest title, in characters."""

HEAD_LINES = 5
"""Lines at the head of a text among which a date line is looked for."""

_STOPS = ".!?؟…:;؛،,"
_DATE_LINE = re.compile(r"(?:[^\W\d_]{1,20}\s*:\s*)?([12][0-9]{3}-[0-9]{2}-[0-9]{2})")
_YEARS = range(1900, 2101)


def document_of(
    text: str,
    name: str,
    *,
    id: str | None = None,
    language: str | None = None,
    published: datetime.date | None = None,
    source: str | None = None,
    title: str | None = None,
    path: str | None = None,
) -> Document:
    """A document of ``text``; what is not given is read from the text, the id is made of ``name`` and the text."""
    return Document(
        id=id or stable_id(name, text),
        text=text,
        language=language or detect_language(text),
        published=published or date_line(text),
        source=source or name,
        title=title or title_line(text),
        path=path,
    )


def stable_id(name: str, text: str) -> str:
    """``name`` and eight hexadecimal digits of the text's SHA-256: the same text always gets the same id."""
    return f"{name}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def title_line(text: str) -> str | None:
    """The first line where it is short, has no stop at its end and has text after it; a date line is passed over."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines and _DATE_LINE.fullmatch(lines[0]):
        lines = lines[1:]
    if len(lines) < 2 or len(lines[0]) > TITLE or lines[0][-1] in _STOPS:
        return None
    return lines[0]


def date_line(text: str) -> datetime.date | None:
    """The date on a line of its own among the first few, written ``2025-05-14``, perhaps after a word and a colon."""
    for line in text.splitlines()[:HEAD_LINES]:
        found = _DATE_LINE.fullmatch(line.strip())
        if found:
            return iso_date(found.group(1))
    return None


def iso_date(text: str) -> datetime.date | None:
    """A Gregorian day of 1900 to 2100 in ISO 8601 (a time after it is left aside), else None."""
    try:
        day = datetime.datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return None
    return day if day.year in _YEARS else None
