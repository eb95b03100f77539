"""A record (an object of JSON, a row of a table) to a document: every field checked, wrong ones told."""

from __future__ import annotations

import datetime
import json
from typing import Any

from ravabet.model import Document, InputError
from ravabet.reading.dates import day_in
from ravabet.reading.documents import document_of, iso_date
from ravabet.reading.given import Given
from ravabet.reading.tables import column, columns

FIELDS = ("id", "language", "source", "title", "author")
"""Fields that hold text; ``text`` and ``published`` have checks of their own."""


def record_document(record: dict[str, Any], given: Given, number: int) -> Document:
    """The document of a record; raises InputError, saying what is wrong in which field."""
    text = _text(record)
    fields = {field: _string(record, field) for field in FIELDS}
    published = _published(record)
    return document_of(
        text,
        given,
        number=number,
        id=fields["id"],
        language=language_of(fields["language"]),
        published=published,
        source=fields["source"],
        title=fields["title"],
        author=fields["author"],
    )


def renamed(record: dict[str, Any]) -> dict[str, Any]:
    """The record under the names of our fields; a field of our own name counts before one that means the same."""
    found: dict[str, Any] = {}
    names = {column(name): name for name in record if isinstance(name, str)}
    for known, field in columns().items():
        if field not in found and known in names and record[names[known]] not in (None, ""):
            found[field] = record[names[known]]
    return found


def _text(record: dict[str, Any]) -> str:
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        message = 'has no text; give the article in the field "text"'
        raise InputError(message)
    return _whole(text, "text")


def _whole(text: str, field: str) -> str:
    if any("\ud800" <= char <= "\udfff" for char in text):
        message = f'has half a character (a lone surrogate) in "{field}"; write it again from its source'
        raise InputError(message)
    return text


def _string(record: dict[str, Any], field: str) -> str | None:
    value = record.get(field)
    if field == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        message = f'has {json.dumps(value)[:40]} as "{field}", which must be text; put it in quotation marks'
        raise InputError(message)
    return _whole(value, field) if value else None


def language_of(tag: str | None) -> str | None:
    """The language of a tag such as ``fa-IR`` (BCP 47)."""
    return tag.replace("_", "-").split("-")[0].strip().lower() if tag else None


def _published(record: dict[str, Any]) -> datetime.date | None:
    value = record.get("published")
    if value in (None, ""):
        return None
    day = (iso_date(value) or day_in(value)) if isinstance(value, str) else None
    if day is None:
        message = f'has {json.dumps(value)[:40]} as "published"; write the day as in 2025-05-14, or leave it out'
        raise InputError(message)
    return day
