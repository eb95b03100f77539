"""From what the user names to documents, one bad file or line never stopping the others."""

from __future__ import annotations

import datetime
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from ravabet.model import Document, InputError, Problem
from ravabet.reading.fetching import WebAddress
from ravabet.reading.fetching import fetch as fetched
from ravabet.reading.given import Defaults, Found, Given
from ravabet.reading.inputs import STANDARD_INPUT, files_of, shown
from ravabet.reading.opening import documents_in


def read(
    *inputs: str | Path,
    language: str | None = None,
    published: datetime.date | None = None,
    source: str | None = None,
    fetch: bool = False,
) -> Iterator[Document | Problem]:
    """The documents of files, folders and ``-`` (standard input), in order; a Problem for all that cannot be read.

    Files of every kind in ``data/kinds.yaml`` are read; web addresses only with ``fetch``. ``language``, ``published``
    and ``source`` hold for every document that does not state its own. Nothing is raised for a bad input.
    """
    defaults = Defaults(language, published, source)
    seen: set[str] = set()
    for file in files_of(inputs, fetch=fetch):
        if isinstance(file, Problem):
            yield file
            continue
        for found in _read_page(file, defaults) if isinstance(file, WebAddress) else _read_file(file, defaults):
            yield found if isinstance(found, Problem) else _told_once(found, seen)


def _read_file(path: Path, defaults: Defaults) -> Found:
    if str(path) == STANDARD_INPUT:
        yield from documents_in(Given(sys.stdin.buffer, "stdin", "stdin", defaults))
        return
    where = shown(path)
    try:
        with path.open("rb") as stream:
            yield from documents_in(Given(stream, where.rsplit("/", 1)[-1], where, defaults))
    except OSError as problem:
        yield Problem(where, f"cannot be opened ({problem.strerror}); check it and its permissions")


def _read_page(address: WebAddress, defaults: Defaults) -> Found:
    try:
        page = fetched(address)
    except InputError as problem:
        yield Problem(address, str(problem))
        return
    name = urlsplit(page.address).path.rstrip("/").rsplit("/", 1)[-1] or "page"
    stream = io.BytesIO(page.data)
    yield from documents_in(
        Given(stream, name, address, defaults, media=page.media, charset=page.charset, address=page.address)
    )


def _told_once(document: Document, seen: set[str]) -> Document | Problem:
    if document.id in seen:
        message = f"repeats the id {document.id!r}; give each document an id of its own, and each file once"
        return Problem(document.path or document.id, message)
    seen.add(document.id)
    return document
