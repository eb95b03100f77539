"""JSON lines: one document a line, in the form of the contract, each line on its own."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from ravabet.model import Document, InputError, Problem
from ravabet.reading.documents import document_of, iso_date

FIELDS = ("id", "language", "source", "title")
"""Fields that hold text; ``text`` and ``published`` have checks of their own."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the caller says of every document that does not say it itself."""

    language: str | None = None
    published: datetime.date | None = None
    source: str | None = None


def read_lines(lines: Iterable[bytes], where: str, name: str, defaults: Defaults) -> Iterator[Document | Problem]:
    """A document or a problem for every line that is not blank."""
    for number, line in enumerate(lines, 1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            place = f"{where}:{number}"
            try:
                yield _document(_record(line), name, place, defaults)
            except InputError as problem:
                yield Problem(place, str(problem))


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        message = f"is not UTF-8 (byte {problem.start} of the line); save the file as UTF-8"
        raise InputError(message) from problem
    except (json.JSONDecodeError, RecursionError) as problem:
        at = f" (column {problem.colno})" if isinstance(problem, json.JSONDecodeError) else ""
        message = f"is not JSON{at}; write one object a line, or mend or remove this one"
        raise InputError(message) from problem
    if not isinstance(record, dict):
        message = 'is JSON but no object; write {"id": ..., "text": ...} on each line'
        raise InputError(message)
    return cast("dict[str, Any]", record)


def _document(record: dict[str, Any], name: str, path: str, defaults: Defaults) -> Document:
    fields = {field: _string(record, field) for field in FIELDS}
    text = _text(record)
    return document_of(
        text,
        name,
        id=fields["id"],
        language=_language(fields["language"]) or defaults.language,
        published=_published(record) or defaults.published,
        source=fields["source"] or defaults.source,
        title=fields["title"],
        path=path,
    )


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


def _language(tag: str | None) -> str | None:
    """The language of a tag such as ``fa-IR`` (BCP 47)."""
    return tag.replace("_", "-").split("-")[0].strip().lower() if tag else None


def _published(record: dict[str, Any]) -> datetime.date | None:
    value = record.get("published")
    if value in (None, ""):
        return None
    day = iso_date(value) if isinstance(value, str) else None
    if day is None:
        message = f'has {json.dumps(value)[:40]} as "published"; write the day as in 2025-05-14, or leave it out'
        raise InputError(message)
    return day
