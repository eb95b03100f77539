"""From what the user names to documents, one bad file or line never stopping the others."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from ravabet.model import Document, InputError, Problem
from ravabet.reading.documents import document_of
from ravabet.reading.encoding import decode
from ravabet.reading.inputs import STANDARD_INPUT, files_of, shown
from ravabet.reading.jsonl import Defaults, read_lines
from ravabet.reading.kinds import HEAD, refuse_other_kinds

JSON_LINES = (".jsonl", ".ndjson", ".json")
"""Ends of names of files that hold one document a line."""

_BLANK = b"\xef\xbb\xbf \t\r\n"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read(
    *inputs: str | Path,
    language: str | None = None,
    published: datetime.date | None = None,
    source: str | None = None,
) -> Iterator[Document | Problem]:
    """The documents of files, folders and ``-`` (standard input), in order; a Problem for all that cannot be read.

    Plain text in any encoding is one document a file, JSON lines one a line. ``language``, ``published`` and ``source``
    hold for every document that does not state its own. Nothing is raised for a bad input.
    """
    defaults = Defaults(language, published, source)
    seen: set[str] = set()
    for file in files_of(inputs):
        if isinstance(file, Problem):
            yield file
            continue
        for found in _read_file(file, defaults):
            yield found if isinstance(found, Problem) else _told_once(found, seen)


def _read_file(path: Path, defaults: Defaults) -> Iterator[Document | Problem]:
    try:
        if str(path) == STANDARD_INPUT:
            yield from _read_stream(sys.stdin.buffer, Path("stdin"), defaults)
        else:
            with path.open("rb") as stream:
                yield from _read_stream(stream, path, defaults)
    except OSError as problem:
        yield Problem(shown(path), f"cannot be opened ({problem.strerror}); check it and its permissions")


def _read_stream(stream: BinaryIO, path: Path, defaults: Defaults) -> Iterator[Document | Problem]:
    where = shown(path)
    name = where.rsplit("/", 1)[-1].rsplit(".", 1)[0] or where
    head = stream.read(HEAD)
    try:
        if _is_json_lines(path, head):
            yield from read_lines(_lines(head, stream), where, name, defaults)
        else:
            yield _text_document(head + stream.read(), where, name, defaults)
    except InputError as problem:
        yield Problem(where, str(problem))


def _is_json_lines(path: Path, head: bytes) -> bool:
    """By name, or by an opening brace where the name says nothing (standard input)."""
    return path.suffix.lower() in JSON_LINES or (not path.suffix and head.lstrip(_BLANK).startswith((b'{"', b'{ "')))


def _lines(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """The lines of what was read already and of what is still to come, without holding the whole."""
    _refuse_no_text(head)
    if head.startswith(_WIDE_MARKS):
        yield from decode(head + stream.read()).encode().split(b"\n")
        return
    if head.split(maxsplit=1)[0].lstrip(_BLANK) in (b"[", b"{"):
        message = "holds JSON over many lines; write one object a line (JSONL)"
        raise InputError(message)
    *whole, rest = head.split(b"\n")
    yield from whole
    yield rest + stream.readline()
    yield from stream


def _refuse_no_text(data: bytes) -> None:
    if not data.strip(_BLANK):
        message = "is empty; give a file with text in it"
        raise InputError(message)
    refuse_other_kinds(data)


def _text_document(data: bytes, where: str, name: str, defaults: Defaults) -> Document:
    _refuse_no_text(data)
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    if not any(char.isalpha() for char in text):
        message = "holds no letters; give a file with text in it"
        raise InputError(message)
    document = document_of(text, name, language=defaults.language, source=defaults.source, path=where)
    return document if document.published else replace(document, published=defaults.published)


def _told_once(document: Document, seen: set[str]) -> Document | Problem:
    if document.id in seen:
        message = f"repeats the id {document.id!r}; give each document an id of its own, and each file once"
        return Problem(document.path or document.id, message)
    seen.add(document.id)
    return document
