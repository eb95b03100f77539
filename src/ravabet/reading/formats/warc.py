"""A web archive (WARC): the pages, texts, feeds and PDFs that servers sent, one after another."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, cast
from urllib.parse import unquote, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from ravabet.model import InputError, Problem
from ravabet.reading.given import Found, Given, metered
from ravabet.reading.opening import documents_in
from ravabet.reading.tables import kinds

RECORDS = ("response", "resource", "conversion")
"""Types of records that hold what a server sent; others hold what was asked, or the archive's own notes."""

_BROKEN = "is a web archive that is damaged or breaks off ({fault}), so that what follows in it is lost; get it again"
_LENGTH = "has a record that is longer or shorter than it says, so that a page may be cut; get the archive again"
_NOTHING = "is a web archive without a page or text in it; give one with pages"


def read(given: Given) -> Found:
    """The documents of every page that came whole (status 200) and is of a kind that is read."""
    found = False
    for record in _records(given.stream):
        if isinstance(record, InputError):
            found = True
            yield Problem(given.where, str(record))
            continue
        file = _file(record, given)
        if file is not None:
            found = True
            yield from documents_in(file)
    if not found:
        raise InputError(_NOTHING)


def _records(stream: BinaryIO) -> Iterator[Any]:
    """Every record; an InputError where one has a wrong length (warcio says so on standard error) or none follows."""
    records = ArchiveIterator(stream)
    while True:
        said = io.StringIO()
        try:
            with contextlib.redirect_stderr(said):
                record = next(records, None)
        except (ArchiveLoadFailed, EOFError, ValueError, AttributeError, LookupError) as fault:
            yield InputError(_BROKEN.format(fault=" ".join(str(fault).split())[:80]))
            return
        if said.getvalue():
            yield InputError(_LENGTH)
        if record is None:
            return
        yield record


def _file(record: Any, given: Given) -> Given | None:  # noqa: ANN401  warcio has no types
    if record.rec_type not in RECORDS or (record.http_headers and record.http_headers.get_statuscode() != "200"):
        return None
    stated = (record.http_headers or record.rec_headers).get_header("Content-Type") or ""
    media, _, rest = stated.partition(";")
    media = media.strip().lower()
    if not any(media in kind.media and kind.reader for kind in kinds()):
        return None
    address = record.rec_headers.get_header("WARC-Target-URI") or "record"
    charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'") or None
    packed = record.length or 0
    stream = metered(cast("BinaryIO", record.content_stream()), lambda: packed, given.allowance)
    file = given.inner(stream, _name(address), media=media, charset=charset)
    return replace(file, where=f"{given.where}!{address}", address=address)


def _name(address: str) -> str:
    try:
        return unquote(urlsplit(address).path).rstrip("/").rsplit("/", 1)[-1] or "page"
    except ValueError:
        return "page"
