"""What a reader is given: the bytes of one file, where they are from, and how much may still be unpacked."""

from __future__ import annotations

import datetime
import io
import lzma
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO, cast

from ravabet.model import Document, InputError, Problem

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Found = Iterator[Document | Problem]
"""What a reader gives: documents, and a problem for each part that could not be read."""

HEAD = 4096
"""Bytes at the head of a file in which a kind shows itself."""

WHOLE = 128 << 20
"""Bytes of the largest file that is read as a whole (tables, JSON lines and archives are read piece by piece)."""

UNPACKED = 16 << 30
"""Bytes that one archive may hold in all, once unpacked."""

FREE = 4 << 20
"""Bytes that may be unpacked before the ratio is looked at."""

RATIO = 250
"""Times its packed size that a file may have: text has 3 to 20, logs up to 100, bombs 1,000 and more."""

DEPTH = 4
"""Archives within archives that are opened."""

_LARGE = f"is larger than {WHOLE >> 20} MB, which one text never is; split it"
_BROKEN = "is damaged or breaks off where it is packed ({fault}); get it again from its source"
_FAULTS = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
_BOMB = "unpacks to far more than it could hold of text; unpack it yourself and give the files"


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the caller says of every document that does not say it itself."""

    language: str | None = None
    published: datetime.date | None = None
    source: str | None = None


@dataclass(slots=True)
class Allowance:
    """What an archive and all archives in it may still unpack, in bytes."""

    left: int = UNPACKED

    def take(self, size: int) -> None:
        """Counts ``size`` bytes as unpacked; raises InputError where there were too many."""
        self.left -= size
        if self.left < 0:
            raise InputError(_BOMB)


@dataclass(frozen=True, slots=True)
class Given:
    """One file: a stream at its start, its name, and ``where`` it is as problems tell it.

    ``media`` and ``charset`` are what a server or letter says of it, ``address`` the web address it came from.
    """

    stream: BinaryIO
    name: str
    where: str
    defaults: Defaults = Defaults()
    media: str | None = None
    charset: str | None = None
    address: str | None = None
    depth: int = 0
    allowance: Allowance = field(default_factory=Allowance)

    @property
    def stem(self) -> str:
        """The name without its end, from which ids are made."""
        return self.name.rsplit(".", 1)[0] or self.name

    @property
    def suffix(self) -> str:
        """The end of the name, as in ``.txt``, in small letters; empty where it has none."""
        return "." + self.name.rsplit(".", 1)[1].lower() if "." in self.name.strip(".") else ""

    def whole(self) -> bytes:
        """All bytes; raises InputError where they are too many for one text."""
        data = self.stream.read(WHOLE + 1)
        if len(data) > WHOLE:
            raise InputError(_LARGE)
        return data

    def inner(self, stream: BinaryIO, name: str, *, media: str | None = None, charset: str | None = None) -> Given:
        """A file inside this one, called ``archive.zip!name``."""
        where, base = f"{self.where}!{name}", name.rsplit("/", 1)[-1]
        return replace(
            self,
            stream=stream,
            name=base,
            where=where,
            media=media,
            charset=charset,
            address=None,
            depth=self.depth + 1,
        )


class _Stream(io.RawIOBase):
    """A stream whose bytes come from ``_next``."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        data = self._next(len(view))
        view[: len(data)] = data
        return len(data)

    def _next(self, size: int) -> bytes:
        raise NotImplementedError


class _Joined(_Stream):
    """A head that was read already and the stream it was read from, as one stream again."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def _next(self, size: int) -> bytes:
        if not self._head:
            return self._rest.read(size)
        data, self._head = self._head[:size], self._head[size:]
        return data


class _Metered(_Stream):
    """A stream that is being unpacked, under the limits for that."""

    def __init__(self, stream: BinaryIO, packed: Callable[[], int], allowance: Allowance) -> None:
        self._stream = stream
        self._packed = packed
        self._allowance = allowance
        self._given = 0

    def _next(self, size: int) -> bytes:
        try:
            data = self._stream.read(size)
        except _FAULTS as fault:
            raise InputError(_BROKEN.format(fault=fault)) from fault
        self._given += len(data)
        self._allowance.take(len(data))
        if self._given > max(FREE, self._packed() * RATIO):
            raise InputError(_BOMB)
        return data


class Counted(_Stream):
    """A stream that knows how many bytes were taken from it: ``taken``."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def _next(self, size: int) -> bytes:
        data = self._stream.read(size)
        self.taken += len(data)
        return data


def joined(head: bytes, rest: BinaryIO) -> BinaryIO:
    """``rest`` with ``head`` before it."""
    return io.BufferedReader(_Joined(head, rest))


def metered(stream: BinaryIO, packed: Callable[[], int], allowance: Allowance) -> BinaryIO:
    """``stream``, raising InputError when it gives more than ``packed()`` bytes can hold of text."""
    return io.BufferedReader(_Metered(stream, packed, allowance))


def seekable(stream: BinaryIO) -> BinaryIO:
    """``stream`` itself where one can go back in it, else a copy on disk; raises OSError where the disk is full."""
    if stream.seekable():
        return stream
    copy = tempfile.TemporaryFile()  # noqa: SIM115  lives as long as its reader
    shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return cast("BinaryIO", copy)
