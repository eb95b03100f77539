"""What a file is: by its bytes first, so that a picture called ``.txt`` is not taken for a text, then by its name."""

from __future__ import annotations

import re
from collections.abc import Collection

from ravabet.model import InputError
from ravabet.reading.given import HEAD, Given
from ravabet.reading.tables import Kind, column, columns, kinds

BLANK = b"\xef\xbb\xbf \t\r\n"
"""Bytes before which a text has not begun."""

_PROLOGUE = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>]*>)+", re.DOTALL)
_ELEMENT = re.compile(rb"<([a-z][\w:.-]*)[\s>/]")
_FIELD = re.compile(r"[,;\t|]")


def kind_of(head: bytes, given: Given) -> Kind:
    """The kind of a file whose first bytes are ``head``; plain text where nothing shows another."""
    text = _ascii(head)
    shown = next((kind for kind in kinds() if _shows(kind, head, text)), None)
    named = next((kind for kind in kinds() if given.suffix in kind.names), None)
    stated = next((kind for kind in kinds() if given.media in kind.media), None)
    table = kind_called("table") if not named and _is_table(head) else None
    return shown or table or named or stated or kind_called("text")


def kind_of_archive(members: Collection[str]) -> Kind | None:
    """What an archive with these members is, where it is more than a bundle of files."""
    return next((kind for kind in kinds() if kind.member in members), None)


def kind_called(reader: str) -> Kind:
    """The kind that a reader reads."""
    return next(kind for kind in kinds() if kind.reader == reader)


def refuse_unread(kind: Kind) -> None:
    """Raises InputError, saying what it is and what to do, for a kind that is not read."""
    if kind.reader is None:
        message = f"is {kind.what}, which Ravabet does not read; {kind.instead}"
        raise InputError(message)


def _shows(kind: Kind, head: bytes, text: bytes) -> bool:
    if any(_begins(head, text, start, kind.at) for start in kind.starts):
        return kind.holds in head
    element = _ELEMENT.match(text, _prologue_end(text)) if kind.root else None
    if element and element.group(1).decode("ascii") in kind.root:
        return True
    return kind.pattern is not None and kind.pattern.match(text) is not None


def _begins(head: bytes, text: bytes, start: bytes, at: int) -> bool:
    return head.startswith(start, at) or (not at and start.isascii() and text.startswith(start.lower()))


def _ascii(head: bytes) -> bytes:
    """The head in small letters without blanks before it and without what makes UTF-16 two bytes wide."""
    narrow = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\x00", b"") if _is_wide(head) else head
    return narrow[:HEAD].lstrip(BLANK).lower()


def _is_wide(head: bytes) -> bool:
    return head.startswith((b"\xff\xfe", b"\xfe\xff")) or head[:2].count(b"\x00") == 1


def _prologue_end(text: bytes) -> int:
    found = _PROLOGUE.match(text)
    return found.end() if found else 0


def _is_table(head: bytes) -> bool:
    """Whether the first line names columns, one of which is known to hold text."""
    line = head.lstrip(BLANK).split(b"\n", 1)[0].decode("utf-8", errors="replace")
    names = [column(name.strip().strip('"')) for name in _FIELD.split(line)]
    return len(names) > 1 and any(columns().get(name) == "text" for name in names)
