"""A file packed by gzip, bzip2 or xz: what is inside, of whatever kind."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable
from dataclasses import replace
from typing import Any, BinaryIO, cast

from ravabet.reading.given import Counted, Found, Given, metered
from ravabet.reading.opening import documents_in

_OPENERS: dict[bytes, Callable[..., Any]] = {b"\x1f\x8b": gzip.open, b"BZ": bz2.open, b"\xfd7": lzma.open}
_ENDS = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


def read(given: Given) -> Found:
    """The documents of what is inside."""
    counted = Counted(given.stream)
    raw = io.BufferedReader(counted)
    opener = _OPENERS[raw.peek(2)[:2]]
    inside = cast("BinaryIO", opener(raw, "rb"))
    name = given.stem + _ENDS.get(given.suffix, "")
    stream = metered(inside, lambda: counted.taken, given.allowance)
    yield from documents_in(replace(given.inner(stream, name), where=given.where))
