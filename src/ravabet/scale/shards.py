"""Shards: files of coded documents that wait beside the project file until they are merged into it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

ENDING = ".jsonl"


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
