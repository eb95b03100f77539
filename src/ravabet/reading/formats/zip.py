"""A ZIP archive: what it holds, file by file, or the document it is (DOCX, ODT, EPUB)."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import replace
from typing import BinaryIO, cast

from ravabet.model import InputError, Problem
from ravabet.reading.given import Found, Given, metered, seekable
from ravabet.reading.kinds import kind_of_archive
from ravabet.reading.opening import documents_in, read_as

MOST = 200_000
"""Files in one archive."""

_BROKEN = "is a ZIP archive or office file that is damaged or breaks off; get it again from its source"
_DAMAGED = "is damaged in the archive; get the archive again"
_LOCKED = "is locked with a password; unpack it and give what is inside"
_MANY = f"holds more than {MOST:,} files; unpack it and give the folder"
_NOTHING = "holds no file; give an archive with texts in it"
_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError)


def read(given: Given) -> Found:
    """The documents of all files in the archive."""
    stream = seekable(given.stream)
    try:
        archive = zipfile.ZipFile(stream)
    except _FAULTS as fault:
        raise InputError(_BROKEN) from fault
    kind = kind_of_archive(archive.NameToInfo.keys())
    if kind is not None:
        yield from read_as(kind, replace(given, stream=stream))
        return
    members = [info for info in archive.infolist() if not info.is_dir() and not hidden(info.filename)]
    if len(members) > MOST:
        raise InputError(_MANY)
    if not members:
        raise InputError(_NOTHING)
    for info in members:
        yield from _member(archive, info, given)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, given: Given) -> Found:
    name = _name(info)
    try:
        if info.flag_bits & 1:
            raise InputError(_LOCKED)
        with archive.open(info) as stream:
            inside = metered(cast("BinaryIO", stream), lambda: info.compress_size, given.allowance)
            yield from documents_in(given.inner(inside, name))
    except (*_FAULTS, InputError) as fault:
        what = str(fault) if isinstance(fault, InputError) else _DAMAGED
        yield Problem(f"{given.where}!{name}", what)


def hidden(name: str) -> bool:
    """Whether a name in an archive is one that people do not see: begins with a dot, or is made by macOS."""
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def _name(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: older programs write UTF-8 without saying so."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename
