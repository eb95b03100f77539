"""What a run would do, without doing it."""

from __future__ import annotations

import datetime
import os
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ravabet.model import Document, Problem
from ravabet.scale.adding import documents
from ravabet.scale.coding import Task, coded
from ravabet.store import Project, default_path, document_id

TRIED = 20
"""Documents that are coded to see how long it takes."""
SHOWN = 5


@dataclass(slots=True)
class Plan:
    """What there is to do: documents read, known before, and new, by language; ``first``: some of the new ones.

    ``seconds`` is the time that coding would take with ``workers`` processes, by what the first documents took.
    """

    read: int = 0
    known: int = 0
    new: int = 0
    workers: int = 1
    seconds: float = 0.0
    languages: Counter[str] = field(default_factory=Counter)
    first: list[str] = field(default_factory=list)
    rejects: list[tuple[str, str]] = field(default_factory=list)


def plan(
    inputs: Iterable[str | Path | Document],
    project: str | Path | None = None,
    *,
    workers: int | None = None,
    published: datetime.date | None = None,
    source: str | None = None,
    language: str | None = None,
    fast: bool = False,
) -> Plan:
    """Read all inputs and say what ``add`` would do; nothing is written."""
    path = Path(project) if project is not None else default_path()
    found, characters = Plan(workers=workers or os.cpu_count() or 1), 0
    tried: list[Task] = []
    known = _known(path)
    for one in documents(inputs, published, source, language):
        if isinstance(one, Problem):
            found.rejects.append((one.where, one.what))
            continue
        doc = document_id(one)
        found.read += 1
        found.known += doc in known
        if doc in known:
            continue
        known.add(doc)
        found.new += 1
        found.languages[one.language or ""] += 1
        characters += len(one.text)
        if len(tried) < TRIED:
            tried.append(Task(doc, one, fast=fast))
        if len(found.first) < SHOWN:
            found.first.append(" ".join(filter(None, (one.path or one.id, one.language, one.title))))
    found.seconds = _seconds(tried, characters) / found.workers
    return found


def _known(path: Path) -> set[str]:
    if not path.exists():
        return set()
    with Project.open(path) as project:
        return {row[0] for row in project.query("SELECT doc FROM document")}


def _seconds(tried: list[Task], characters: int) -> float:
    """The time that coding so many characters takes; the first document, which loads the models, counts once."""
    if not tried:
        return 0.0
    begun = time.perf_counter()
    coded(tried[0])
    loading = time.perf_counter() - begun
    begun = time.perf_counter()
    for task in tried:
        coded(task)
    return loading + (time.perf_counter() - begun) * characters / sum(len(task.document.text) or 1 for task in tried)
