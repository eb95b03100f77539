"""Shards: files of coded documents that wait beside the project file until they are merged into it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ENDING = ".jsonl"
LINES, BYTES = 200, 8 * 1024 * 1024
"""Documents and bytes of one shard: what is lost at most when the machine goes out."""


class Shards:
    """The folder ``PROJECT.parts`` of a project file; a shard is there whole or not at all."""

    def __init__(self, project: Path) -> None:
        self.folder = project.with_name(f"{project.name}.parts")

    def finished(self) -> list[Path]:
        """The shards that are whole, in the order in which they were written."""
        return sorted(self.folder.glob(f"*{ENDING}")) if self.folder.is_dir() else []

    def write(self, lines: Sequence[str]) -> Path:
        """A new shard of these lines; it is on the disk when this returns."""
        self.folder.mkdir(exist_ok=True)
        last = self.finished()[-1:]
        number = int(last[0].name.removesuffix(ENDING)) + 1 if last else 1
        path = self.folder / f"{number:08}{ENDING}"
        draft = path.with_suffix(".draft")
        with draft.open("wb") as file:
            for line in lines:
                file.write(line.encode("utf-8", "replace") + b"\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        return path

    def remove(self, merged: Sequence[Path]) -> None:
        """Delete shards that are merged, and the folder when nothing waits in it."""
        for path in merged:
            path.unlink(missing_ok=True)
        if self.folder.is_dir() and not self.finished():
            shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def writer(self, lines: int = LINES) -> Iterator[Writer]:
        """Takes lines and writes them as shards of some size; what is left is written at the end, however it comes."""
        writer = Writer(self, lines)
        try:
            yield writer
        finally:
            writer.end()


class Writer:
    """Lines on their way into shards."""

    def __init__(self, shards: Shards, lines: int) -> None:
        self._shards, self._most = shards, lines
        self._lines: list[str] = []
        self._size = 0

    def write(self, line: str) -> None:
        """Take one line."""
        self._lines.append(line)
        self._size += len(line)
        if len(self._lines) >= self._most or self._size >= BYTES:
            self.end()

    def end(self) -> None:
        """Write the lines that wait as a shard."""
        if self._lines:
            self._shards.write(self._lines)
        self._lines, self._size = [], 0
