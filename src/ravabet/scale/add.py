"""``ravabet add``: read, code and keep, so that a second run of the same input changes nothing."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from ravabet import __version__
from ravabet.model import Document, Problem
from ravabet.pipeline import code, read
from ravabet.relating import signature
from ravabet.scale.locking import writing
from ravabet.scale.shards import Shards
from ravabet.store import Project, default_path, document_id, record
from ravabet.store.file import make
from ravabet.store.merging import Facts, Merged, merge

BATCH = 20
"""Documents that a process codes at a time."""
SHARD = 200
"""Documents of one shard: what is lost at most when the machine goes out."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come: documents read, of them known before, coded, rejected."""

    read: int = 0
    known: int = 0
    coded: int = 0
    rejected: int = 0
    merging: bool = False


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did. ``known``: documents that the project held already; ``rejects``: place and cause of each."""

    project: str
    read: int
    known: int
    added: int
    repaired: int
    coded: int
    events: int
    reasons: int
    seconds: float
    rejects: tuple[tuple[str, str], ...] = ()

    @property
    def rejected(self) -> int:
        """How many inputs gave nothing, or were kept without being coded."""
        return len(self.rejects)


@dataclass(frozen=True, slots=True)
class Task:
    """A document to be coded, with its permanent id."""

    doc: str
    document: Document
    file_hash: str | None


def add(
    inputs: Iterable[str | Path | Document],
    project: str | Path | None = None,
    *,
    workers: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    published: datetime.date | None = None,
    source: str | None = None,
    language: str | None = None,
    limit: int | None = None,
    command: str = "",
) -> RunReport:
    """Read ``inputs`` into a project file (made where there is none), code what is new, and tell what was done.

    What an earlier run had coded before it was stopped is taken over first. ``workers``: processes, as many as there
    are cores unless given; ``limit``: the most documents to read. Raises UsageError where another process writes.
    """
    path = Path(project) if project is not None else default_path()
    make(path)
    with writing(path):
        run = _Run(path, workers or os.cpu_count() or 1, progress or (lambda _: None), command)
        found = _read(inputs, published, source, language)
        return run.done(islice(found, limit) if limit is not None else found)


def _read(
    inputs: Iterable[str | Path | Document], published: datetime.date | None, source: str | None, language: str | None
) -> Iterator[Document | Problem]:
    for one in inputs:
        if isinstance(one, Document):
            yield one
        else:
            yield from read(one, published=published, source=source, language=language)


class _Run:
    """One run of ``add``."""

    def __init__(self, path: Path, workers: int, progress: Callable[[Progress], None], command: str) -> None:
        self.path, self.workers, self.tell, self.command = path, workers, progress, command
        self.shards = Shards(path)
        self.at = Progress()
        self.rejects: list[tuple[str, str]] = []
        self.started = datetime.datetime.now(datetime.UTC).replace(tzinfo=None, microsecond=0)
        self.known: set[str] = set()

    def done(self, found: Iterable[Document | Problem]) -> RunReport:
        """Everything: what waits from before, then what is new."""
        begun = time.monotonic()
        waiting = self.shards.finished()
        earlier = (
            self._merged(waiting, Facts(self.started, "taken over from a run that was stopped")) if waiting else None
        )
        with Project.open(self.path) as project:
            self.known = {row[0] for row in project.query("SELECT doc FROM document")}
        self._code(self._new(found))
        self._step(replace(self.at, merging=True))
        facts = Facts(self.started, self.command, lexicon_stamp(), self.at.read, self.at.known, tuple(self.rejects))
        merged = self._merged(self.shards.finished(), facts)
        both = [one for one in (earlier, merged) if one]
        return RunReport(
            project=str(self.path),
            read=self.at.read,
            known=self.at.known,
            added=sum(one.documents for one in both),
            repaired=sum(one.repaired for one in both),
            coded=sum(one.coded for one in both),
            events=sum(one.events for one in both),
            reasons=sum(one.reasons for one in both),
            seconds=round(time.monotonic() - begun, 2),
            rejects=tuple(self.rejects),
        )

    def _merged(self, shards: list[Path], facts: Facts) -> Merged:
        merged = merge(self.path, shards, facts)
        self.shards.remove(shards)
        return merged

    def _new(self, found: Iterable[Document | Problem]) -> Iterator[Task]:
        """The documents that the project does not hold; what could not be read is noted."""
        for one in found:
            if isinstance(one, Problem):
                self._reject(one.where, one.what)
                continue
            doc = document_id(one)
            new = doc not in self.known
            self.known.add(doc)
            self._step(replace(self.at, read=self.at.read + 1, known=self.at.known + (not new)))
            if new:
                yield Task(doc, one, _file_hash(one.path))

    def _code(self, tasks: Iterator[Task]) -> None:
        """Code the tasks and write their shards."""
        lines: list[str] = []
        for line in self._lines(tasks):
            problem = json.loads(line)["document"]["problem_what"] if '"problem_what": null' not in line else None
            if problem:
                self._reject(json.loads(line)["document"]["problem_where"], problem)
            self._step(replace(self.at, coded=self.at.coded + 1))
            lines.append(line)
            if len(lines) == SHARD:
                self.shards.write(lines)
                lines = []
        if lines:
            self.shards.write(lines)

    def _lines(self, tasks: Iterator[Task]) -> Iterator[str]:
        batches = iter(lambda: list(islice(tasks, BATCH)), [])
        if self.workers == 1:
            for batch in batches:
                yield from coded(batch)
            return
        with ProcessPoolExecutor(self.workers, mp_context=get_context("spawn")) as pool:
            waiting = []
            for batch in batches:
                waiting.append(pool.submit(coded, batch))
                if len(waiting) > 2 * self.workers:
                    yield from waiting.pop(0).result()
            for one in waiting:
                yield from one.result()

    def _reject(self, place: str, what: str) -> None:
        self.rejects.append((place, what))
        self._step(replace(self.at, rejected=self.at.rejected + 1))

    def _step(self, at: Progress) -> None:
        self.at = at
        self.tell(at)


def coded(tasks: list[Task]) -> list[str]:
    """The lines of a shard for some documents; in a process of its own."""
    return [_line(task) for task in tasks]


def _line(task: Task) -> str:
    coding = code(task.document)
    row = record(task.doc, coding, task.document.source, task.file_hash)
    return json.dumps({**row, "bands": list(signature(coding.document.text))}, ensure_ascii=False)


@cache
def _file_hash(path: str | None) -> str | None:
    """The SHA-256 of a file, so that a page of it can be shown later; None for what is no file by itself."""
    if path is None or not path.lower().endswith(".pdf"):
        return None
    place = Path(path)
    return hashlib.sha256(place.read_bytes()).hexdigest() if place.is_file() else None


@cache
def lexicon_stamp() -> str:
    """The version of the lexicon: a hash of all its files."""
    folder = Path(__file__).parents[1] / "lexicon" / "data"
    told = hashlib.sha256(__version__.encode())
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            told.update(path.read_bytes())
    return told.hexdigest()[:12]
