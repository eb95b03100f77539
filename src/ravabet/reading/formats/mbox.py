"""A mailbox (MBOX): the documents of every letter in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from ravabet.model import InputError, Problem
from ravabet.reading.formats.mail import letter
from ravabet.reading.given import WHOLE, Found, Given

_FIRST_LINE = re.compile(rb"From \S*.*\d{4}\s*$|From \S+@\S+")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_NO_LETTER = "is a mailbox without a letter in it; export it again"
_LARGE = f"is a letter larger than {WHOLE >> 20} MB; save its attachments and give those"


def read(given: Given) -> Found:
    """The documents of every letter."""
    number = 0
    for number, data in enumerate(_letters(given.stream), 1):
        if isinstance(data, InputError):
            yield Problem(f"{given.where}:{number}", str(data))
        else:
            yield from letter(_QUOTED.sub(rb"\1", data), given, number)
    if not number:
        raise InputError(_NO_LETTER)


def _letters(stream: BinaryIO) -> Iterator[bytes | InputError]:
    """The bytes of each letter without its first line, which begins with ``From`` after a blank line."""
    lines: list[bytes] = []
    size, blank = 0, True
    for line in stream:
        if blank and _FIRST_LINE.match(line):
            if lines:
                yield b"".join(lines)
            lines, size = [], 0
        elif size <= WHOLE:
            lines.append(line)
            size += len(line)
            if size > WHOLE:
                lines = []
                yield InputError(_LARGE)
        blank = not line.strip()
    if lines:
        yield b"".join(lines)
