"""The files behind what the user names: a file, a folder with all that is in it, standard input, a web address."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ravabet.model import Problem
from ravabet.reading.fetching import WebAddress, is_address

_NOT_ASKED = (
    "is a web address, which is fetched only where you ask for it; add --fetch, or save the page and give the file"
)

STANDARD_INPUT = "-"
"""What stands for standard input among the inputs."""


def files_of(inputs: Iterable[str | Path], *, fetch: bool = False) -> Iterator[Path | WebAddress | Problem]:
    """The files to read, in the order given, those of a folder sorted by path; a Problem for what is not there.

    Web addresses are given on where the user allows it: all where ``fetch`` is true, else those marked as WebAddress.
    """
    for given in inputs:
        if isinstance(given, str) and is_address(given):
            allowed = fetch or isinstance(given, WebAddress)
            yield WebAddress(given) if allowed else Problem(given, _NOT_ASKED)
            continue
        path = Path(given)
        if str(given) == STANDARD_INPUT:
            yield path
        elif path.is_dir():
            yield from _files_in(path)
        elif not os.path.lexists(path):
            yield Problem(shown(path), "there is no such file or folder; check the name")
        else:
            yield path


def shown(path: Path) -> str:
    """A path as it can be printed, whatever bytes its name holds."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _files_in(folder: Path) -> Iterator[Path | Problem]:
    """Every file below ``folder``, but for names that begin with a dot; links to folders are not followed."""
    found = False
    problems: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                found = True
                yield Path(place, name)
    for problem in problems:
        yield Problem(str(problem.filename), f"cannot be opened ({problem.strerror}); check its permissions")
    if not found and not problems:
        yield Problem(shown(folder), "the folder holds no file; give one with texts in it")
