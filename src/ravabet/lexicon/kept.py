"""What is made of the lexicon by long work, kept on the user's machine: made once, read back by every later process.

Kept under a stamp of all that it is made of (the package's files, the user's own entries, the Russian dictionary, the
version of Python), so that a change of any of these makes it anew. Where nothing can be kept it is made each time.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache, wraps
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

from ravabet.lexicon import own

P = ParamSpec("P")
R = TypeVar("R")

DICTIONARIES = ("pymorphy3", "pymorphy3-dicts-ru")
"""Packages whose knowledge goes into what is kept."""
VERSIONS = 3
"""How many makings of one thing are kept: several copies of the package may be at work on a machine."""
SPOILT = (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, IndexError, TypeError, ValueError)
"""What reading a file raises that is cut short or of another make."""


def kept(make: Callable[P, R]) -> Callable[P, R]:
    """``make`` with its answers kept in memory and on the machine; its arguments are short strings."""

    @cache
    def known(*args: str) -> R:
        place, name = folder(), "-".join((make.__module__, make.__name__, *args))
        path = place / f"{name}-{stamp()}.pickle" if place else None
        found: R | None = _read(path) if path else None
        if found is None:
            found = cast("Callable[..., R]", make)(*args)
            if path:
                _write(path, found)
        return found

    return cast("Callable[P, R]", wraps(make)(known))


def folder() -> Path | None:
    """The folder for what can be made again, in the caches of the user; None where there can be none."""
    given = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    base = Path(given) if given else Path.home() / ".cache"
    try:
        (base / "ravabet").mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return base / "ravabet"


def stamp() -> str:
    """What changes with the package's files, the user's entries, the dictionaries and Python."""
    return _stamp(own.folder())


@cache
def _stamp(theirs: Path | None) -> str:
    told = hashlib.sha256(repr((sys.version, list(_dictionaries()), list(_stood(theirs)))).encode())
    return told.hexdigest()[:16]


def _dictionaries() -> Iterator[str]:
    for name in DICTIONARIES:
        with suppress(PackageNotFoundError):
            yield version(name)


def _stood(theirs: Path | None) -> Iterator[tuple[str, int, int]]:
    """The package's files and those in the user's own folder, with their sizes and times."""
    places = [Path(str(files("ravabet") / name)) for name in ("lexicon", "language", "coding", "model")]
    for place in (*places, theirs):
        paths = sorted(place.rglob("*")) if place else []
        for path in paths:
            if path.is_file() and path.suffix not in (".pyc", ".nbi", ".nbc"):
                at = path.stat()
                yield str(path), at.st_size, at.st_mtime_ns


def _read(path: Path) -> Any:  # noqa: ANN401  whatever was kept
    """What a file keeps, None where it is not there or spoilt; the collector waits, since all that is read stays."""
    collects = gc.isenabled()
    gc.disable()
    try:
        return pickle.loads(path.read_bytes())  # the user's own file, as trusted as compiled modules
    except SPOILT:
        return None
    finally:
        if collects:
            gc.enable()


def _write(path: Path, made: object) -> None:
    """Keep something, if the folder can be written to; the oldest makings of it go."""
    beside = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        beside.write_bytes(pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        beside.replace(path)
        others = path.parent.glob(path.name.rpartition("-")[0] + "-*.pickle")
        for old in sorted(others, key=lambda other: -other.stat().st_mtime)[VERSIONS:]:
            old.unlink(missing_ok=True)
