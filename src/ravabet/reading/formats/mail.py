"""A letter (EML): its text, then the attachments that can be read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32
from email.utils import parseaddr

from ravabet.model import InputError, Problem
from ravabet.reading.dates import day_in
from ravabet.reading.documents import document_of, one_line_end
from ravabet.reading.encoding import decode
from ravabet.reading.given import HEAD, Found, Given
from ravabet.reading.kinds import kind_of
from ravabet.reading.markup import decode_markup, plain
from ravabet.reading.opening import documents_in

HINT = 200
"""Characters under which a plain text may only say that the letter cannot be shown."""

_NO_TEXT = "is a letter without text; give its attachments by themselves"
_BROKEN = "is a letter that cannot be taken apart ({fault}); save it again, or its text"


class _Raw(Compat32):
    """Fields of the head as they came; those that the parser reads itself in ASCII, as it cannot bear other bytes."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        is_read = name.lower().startswith("content-t")
        return value.encode("ascii", "replace").decode("ascii").replace("\x00", "") if is_read else value


_POLICY = _Raw()


def read(given: Given) -> Found:
    """The letter and its attachments as documents."""
    yield from letter(given.whole(), given)


def letter(data: bytes, given: Given, number: int | None = None) -> Found:
    """The documents of one letter; ``number`` is its place in a mailbox."""
    where = given.where if number is None else f"{given.where}:{number}"
    try:
        yield from _documents(BytesParser(policy=_POLICY).parsebytes(data), given, number)
    except InputError as problem:
        yield Problem(where, str(problem))
    except Exception as fault:  # the parser raises many things, and other letters may follow
        yield Problem(where, _BROKEN.format(fault=f"{type(fault).__name__}: {fault}"[:80]))


def _documents(message: Message, given: Given, number: int | None) -> Found:
    parts = list(leaves(message))
    text = _text([part for part in parts if _is_body(part)])
    if text:
        yield document_of(
            text,
            given,
            number=number,
            published=day_in(_words(message.get("Date")) or ""),
            dated_by="metadata",
            title=_words(message.get("Subject")),
            author=parseaddr(_words(message.get("From")) or "")[0] or None,
        )
    outer = given if number is None else replace(given, where=f"{given.where}:{number}")
    inner = [file for part in parts if not _is_body(part) and (file := _attachment(part, outer))]
    if not text and not inner:
        raise InputError(_NO_TEXT)
    for file in inner:
        yield from documents_in(file)


def leaves(message: Message) -> Iterator[Message]:
    """The parts of a letter that are not parts in their turn; a letter attached to it is one part."""
    payload = message.get_payload()
    if isinstance(payload, list) and message.get_content_maintype() == "multipart":
        for part in payload:
            if isinstance(part, Message):
                yield from leaves(part)
    else:
        yield message


def _is_body(part: Message) -> bool:
    is_text = part.get_content_type() in ("text/plain", "text/html")
    return is_text and part.get_content_disposition() != "attachment" and not part.get_filename()


def _text(parts: list[Message]) -> str:
    """The plain text of a letter, or its marked-up one where the plain one is missing or only a hint at it."""
    said = {
        kind: "\n".join(content for part in parts if part.get_content_type() == kind and (content := content_of(part)))
        for kind in ("text/plain", "text/html")
    }
    simple, marked = said.values()
    return simple if len(simple) >= HINT or len(simple) >= len(marked) else marked


def content_of(part: Message) -> str:
    """The text of a part, in whatever encoding it is; raises InputError where that cannot be told."""
    data, charset = _bytes(part), part.get_content_charset()
    if part.get_content_subtype() == "html":
        return plain(decode_markup(data, charset))
    try:
        return one_line_end(data.decode(charset or "utf-8")).strip("\n")
    except (LookupError, ValueError):
        return one_line_end(decode(data)).strip("\n")


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _words(raw: str | None) -> str | None:
    """A field of the head, its words decoded; bytes beyond ASCII are not allowed there but come all the same."""
    text = raw or ""
    if any("\ud800" <= char <= "\udfff" for char in text):
        data = text.encode("utf-8", "surrogateescape")
        try:
            text = decode(data)
        except InputError:
            text = data.decode("utf-8", "replace")
    with suppress(MessageError, LookupError, ValueError):
        text = str(make_header(decode_header(text)))
    return " ".join(text.split()) or None


def _attachment(part: Message, given: Given) -> Given | None:
    """The attachment as a file, if it is of a kind that is read; not as a text if nothing calls it one."""
    media, name = part.get_content_type(), _words(part.get_filename()) or "attachment"
    inner = part.get_payload()
    data = inner[0].as_bytes() if isinstance(inner, list) and inner and isinstance(inner[0], Message) else _bytes(part)
    file = given.inner(io.BytesIO(data), name.replace("/", "_"), media=media, charset=part.get_content_charset())
    kind = kind_of(data[:HEAD], file)
    is_text = media.startswith("text/") or file.suffix in kind.names or media in kind.media
    return file if kind.reader and (kind.reader != "text" or is_text) else None
