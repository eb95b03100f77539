"""One writer at a time: a file beside the project that names the process which writes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ravabet.model import InputError, UsageError
from ravabet.store.file import make


@contextmanager
def writing(project: Path) -> Iterator[None]:
    """Hold the right to write into a project, which is made or brought to today's schema first.

    Raises UsageError where another living process has that right, InputError where nothing can be written there.
    """
    lock = project.with_name(f"{project.name}.lock")
    try:
        _taken(lock, project)
    except OSError as problem:
        message = f"{project}: nothing can be written there ({problem.strerror}); make the folder, or name another"
        raise InputError(message) from problem
    try:
        make(project)
        yield
    finally:
        lock.unlink(missing_ok=True)


def _taken(lock: Path, project: Path) -> None:
    for _ in range(2):
        try:
            number = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        except FileExistsError:
            holder = _holder(lock)
            if holder is not None:
                message = f"{project}: process {holder} is adding to it; wait until it has ended, or stop it"
                raise UsageError(message) from None
            lock.unlink(missing_ok=True)  # who held it is dead
            continue
        with os.fdopen(number, "w") as file:
            file.write(str(os.getpid()))
        return
    message = f"{project}: another process has just begun to add to it; try again"
    raise UsageError(message)


def _holder(lock: Path) -> int | None:
    """The living process that holds the lock; None where it is dead."""
    try:
        process = int(lock.read_text())
    except (OSError, ValueError):
        return None
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        return process
    return process if process != os.getpid() else None
