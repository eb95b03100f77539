"""A feed (RSS or Atom): one document an entry, with its content, or its summary where it has none."""

from __future__ import annotations

import datetime
import io
from typing import Any

import feedparser

from ravabet.model import Document, InputError, Problem
from ravabet.reading.dates import YEARS, day_in
from ravabet.reading.documents import document_of
from ravabet.reading.given import Found, Given
from ravabet.reading.languages import detect_language
from ravabet.reading.markup import decode_markup, plain
from ravabet.reading.records import language_of

_NO_ENTRY = "is a feed without an entry; give one with entries in it"
_NO_TEXT = "has neither content nor summary; give the page it links to{link}"
_UNSTATED = {"content-type": "application/xml; charset=utf-8"}


def read(given: Given) -> Found:
    """A document or a problem for every entry."""
    page = decode_markup(given.whole(), given.charset)
    feed = feedparser.parse(io.BytesIO(page.encode()), response_headers=_UNSTATED, sanitize_html=False)
    if not feed.entries:
        raise InputError(_NO_ENTRY)
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _document(entry, feed.feed, given, number)
        except InputError as problem:
            yield Problem(f"{given.where}:{number}", str(problem))


def _document(entry: Any, feed: Any, given: Given, number: int) -> Document:  # noqa: ANN401  feedparser has no types
    text = max((plain(value) for value in _texts(entry)), key=len, default="")
    if not text:
        link = f" ({entry.link})" if entry.get("link") else ""
        raise InputError(_NO_TEXT.format(link=link))
    source = (entry.get("source") or {}).get("title") or feed.get("title")
    return document_of(
        text,
        given,
        number=number,
        language=None if detect_language(text) else language_of(feed.get("language")),
        published=_published(entry),
        dated_by="metadata",
        source=_line(source),
        title=_line(entry.get("title")),
        author=_line(entry.get("author")),
    )


def _texts(entry: Any) -> list[str]:  # noqa: ANN401
    contents = [content.get("value") or "" for content in entry.get("content") or ()]
    return [text for text in (*contents, entry.get("summary") or "") if text.strip()]


def _line(text: str | None) -> str | None:
    return " ".join(plain(text).split()) or None if text else None


def _published(entry: Any) -> datetime.date | None:  # noqa: ANN401
    """The day as the feed writes it, in its own time zone; as feedparser understands it where we do not."""
    for name in ("published", "created", "updated"):
        day = day_in(entry.get(name) or "") or _parsed(entry.get(f"{name}_parsed"))
        if day:
            return day
    return None


def _parsed(time: Any) -> datetime.date | None:  # noqa: ANN401
    return datetime.date(*time[:3]) if time and time[0] in YEARS else None
