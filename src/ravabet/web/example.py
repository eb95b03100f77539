"""The bundled example as a project file, made once and kept with the caches of the user."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from ravabet import __version__
from ravabet.demo import documents
from ravabet.lexicon.kept import folder

KNOWING = frozenset({".py", ".yaml", ".tsv", ".json", ".npz"})
"""Files that decide what is coded."""
KEPT = 7 * 24 * 3600.0
"""Seconds after which the example of another version is removed."""


def project(tell: Callable[[str], None] = print) -> Path:
    """The project file of the example articles; made where this version has not made it yet (some ten seconds)."""
    path = (folder() or Path(tempfile.gettempdir()) / "ravabet") / f"demo-{_stamp()}.duckdb"
    if not path.exists():
        tell("Reading the example articles (once) ...")
        _make(path)
    return path


def _make(path: Path) -> None:
    from ravabet import scale  # noqa: PLC0415  loads all of the coder

    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "demo.duckdb"
        scale.add(list(documents()), made, workers=1, command="demo")
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".tmp")
        beside.write_bytes(made.read_bytes())
        beside.replace(path)
    _clear(path)


def _clear(path: Path) -> None:
    """Remove what older versions made; not what is new, for a site may stand on it."""
    for old in path.parent.glob("demo-*.duckdb"):
        if old != path and time.time() - old.stat().st_mtime > KEPT:
            old.unlink(missing_ok=True)


def _stamp() -> str:
    """What changes with the articles, the program or its knowledge."""
    home = Path(str(files("ravabet")))
    newest = max(path.stat().st_mtime_ns for path in home.rglob("*") if path.suffix in KNOWING)
    told = "\n".join([__version__, str(newest), *(document.content_hash for document in documents())])
    return hashlib.sha256(told.encode()).hexdigest()[:12]
