"""A TAR archive: what it holds, file by file."""

from __future__ import annotations

import os
import tarfile
from typing import BinaryIO, cast

from ravabet.model import InputError, Problem
from ravabet.reading.formats.zip import hidden
from ravabet.reading.given import Found, Given, joined
from ravabet.reading.opening import documents_in

_BROKEN = "is a TAR archive that is damaged or breaks off ({fault}), so that what follows in it is lost; get it again"
_NOTHING = "holds no file; give an archive with texts in it"


def read(given: Given) -> Found:
    """The documents of all files in the archive."""
    found = False
    try:
        with tarfile.open(fileobj=given.stream, mode="r|") as archive:
            for member in archive:
                if member.isreg() and not member.issparse() and not hidden(member.name):
                    found = True
                    stream = joined(b"", cast("BinaryIO", archive.extractfile(member)))
                    yield from documents_in(given.inner(stream, _name(member)))
    except (tarfile.TarError, ValueError, EOFError) as fault:
        yield Problem(given.where, _BROKEN.format(fault=fault))
        return
    if not found:
        raise InputError(_NOTHING)


def _name(member: tarfile.TarInfo) -> str:
    return os.fsencode(member.name).decode("utf-8", errors="replace")
