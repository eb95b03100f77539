"""Files of rows, plain, gzipped or in a zip, opened as text and read line by line, however large they are."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from ravabet.model import InputError

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"


@contextmanager
def texts(path: Path) -> Iterator[Iterator[tuple[str, IO[str]]]]:
    """The texts in a file, each with its name; several where it is a zip. Raises InputError where it cannot be read.

    Bytes that are no UTF-8 become replacement characters: a few broken names must not stop a file of millions.
    """
    try:
        with path.open("rb") as file:
            start = file.read(4)
            file.seek(0)
            if start.startswith(ZIP):
                with zipfile.ZipFile(file) as archive:
                    yield _members(path, archive)
            elif start.startswith(GZIP):
                with gzip.GzipFile(fileobj=file) as unpacked:
                    yield iter([(str(path), _text(unpacked))])
            else:
                yield iter([(str(path), _text(file))])
    except (OSError, EOFError, zipfile.BadZipFile) as problem:
        message = f"{path}: cannot be read to its end ({problem}); fetch the file again"
        raise InputError(message) from problem


def _members(path: Path, archive: zipfile.ZipFile) -> Iterator[tuple[str, IO[str]]]:
    for member in archive.infolist():
        if not member.is_dir() and not member.filename.startswith("__MACOSX/"):
            with archive.open(member) as file:
                yield f"{path}:{member.filename}", _text(file)


def _text(file: IO[bytes] | gzip.GzipFile) -> IO[str]:
    return io.TextIOWrapper(cast("IO[bytes]", file), encoding="utf-8-sig", errors="replace", newline="")
