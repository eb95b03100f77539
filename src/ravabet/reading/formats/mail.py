"""A letter (EML): its text, then the attachments that can be read."""

from __future__ import annotations

import io
from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import EmailMessage, Message, MIMEPart
from email.parser import BytesParser
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


def read(given: Given) -> Found:
    """The letter and its attachments as documents."""
    yield from letter(given.whole(), given)


def letter(data: bytes, given: Given, number: int | None = None) -> Found:
    """The documents of one letter; ``number`` is its place in a mailbox."""
    where = given.where if number is None else f"{given.where}:{number}"
    try:
        yield from _documents(BytesParser(policy=policy.default).parsebytes(data), given, number)
    except InputError as problem:
        yield Problem(where, str(problem))
    except Exception as fault:  # the parser raises many things, and other letters may follow
        yield Problem(where, _BROKEN.format(fault=f"{type(fault).__name__}: {fault}"[:80]))


def _documents(message: EmailMessage, given: Given, number: int | None) -> Found:
    text = _text(message)
    if text:
        yield document_of(
            text,
            given,
            number=number,
            published=day_in(_header(message, "Date") or ""),
            dated_by="metadata",
            title=_header(message, "Subject"),
            author=parseaddr(_header(message, "From") or "")[0] or None,
        )
    outer = given if number is None else replace(given, where=f"{given.where}:{number}")
    inner = [file for part in message.iter_attachments() if (file := _attachment(part, outer))]
    if not text and not inner:
        raise InputError(_NO_TEXT)
    for file in inner:
        yield from documents_in(file)


def _text(message: EmailMessage) -> str:
    """The plain text of a letter, or its marked-up one where the plain one is missing or only a hint at it."""
    texts = [content_of(part) for kind in ("plain", "html") if (part := message.get_body((kind,)))]
    return max(texts, key=len, default="") if not texts or len(texts[0]) < HINT else texts[0]


def content_of(part: MIMEPart) -> str:
    """The text of a part, in whatever encoding it is; raises InputError where that cannot be told."""
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    charset = part.get_content_charset()
    if part.get_content_subtype() == "html":
        return plain(decode_markup(data, charset))
    try:
        return one_line_end(data.decode(charset or "utf-8")).strip("\n")
    except (LookupError, UnicodeError):
        return one_line_end(decode(data)).strip("\n")


def _header(message: EmailMessage, name: str) -> str | None:
    """A field of the head, its words decoded; bytes beyond ASCII are not allowed there but come all the same."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    if not raw.isascii():
        data = raw.encode("utf-8", "surrogateescape")
        try:
            raw = decode(data)
        except InputError:
            raw = data.decode("utf-8", "replace")
    try:
        found = str(make_header(decode_header(raw)))
    except (MessageError, LookupError, ValueError):
        found = raw
    return " ".join(found.split()) or None


def _attachment(part: MIMEPart, given: Given) -> Given | None:
    """The attachment as a file, if it is of a kind that is read; not as a text if nothing calls it one."""
    media, name = part.get_content_type(), part.get_filename() or "attachment"
    if media == "message/rfc822":
        message = part.get_payload(0)
        data = message.as_bytes() if isinstance(message, Message) else b""
    else:
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
    file = given.inner(io.BytesIO(data), name.replace("/", "_"), media=media, charset=part.get_content_charset())
    kind = kind_of(data[:HEAD], file)
    is_text = media.startswith("text/") or file.suffix in kind.names or media in kind.media
    return file if kind.reader and (kind.reader != "text" or is_text) else None
