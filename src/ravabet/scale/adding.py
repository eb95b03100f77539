"""``ravabet add``: read, code and keep, so that a second run of the same input changes nothing."""

from __future__ import annotations

import datetime
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from ravabet.model import Document, Problem
from ravabet.pipeline import read
from ravabet.scale.coding import Task, coded, file_hash, patience, set_aside
from ravabet.scale.counting import expected
from ravabet.scale.shards import Shards
from ravabet.scale.stamping import coder_stamp
from ravabet.scale.working import Lost, Workers
from ravabet.store import Project, default_path, document_id
from ravabet.store.locking import writing
from ravabet.store.merging import Facts, Merged, merge, now
from ravabet.store.recoding import stale

Found = Iterator[Document | Problem]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come: documents read, of them known before, coded, rejected; ``expected``: about how many
    there are to be read, None where that is not known."""

    expected: int | None = None
    read: int = 0
    known: int = 0
    coded: int = 0
    rejected: int = 0
    merging: bool = False


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did. ``known``: documents that the project held already, ``recoded`` those of them coded again;
    ``uncoded``: those that were kept without being coded; ``rejects``: place and cause of these and of each input that
    could not be read. ``project`` is None where nothing could be read into a new project: none was made."""

    project: str | None
    read: int
    known: int
    added: int
    recoded: int
    repaired: int
    coded: int
    events: int
    reasons: int
    seconds: float
    uncoded: int = 0
    rejects: tuple[tuple[str, str], ...] = ()

    @property
    def unread(self) -> int:
        """How many inputs gave nothing."""
        return len(self.rejects) - self.uncoded


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
    recode: bool = False,
    fast: bool = False,
    command: str = "",
) -> RunReport:
    """Read ``inputs`` into a project file (made where there is none), code what is new, and tell what was done.

    What an earlier run had coded before it was stopped is taken over first. ``workers``: processes, as many as there
    are cores unless given (1: none but this one); ``limit``: the most documents to read; ``recode``: also code again
    what another version of Ravabet or of the lexicon coded, or another mode; ids and judgements stay; ``fast``: without
    a parser, see ``ravabet.code``, which the run and its documents keep in their stamp. Raises UsageError where another
    process writes.
    """
    path = Path(project) if project is not None else default_path()
    inputs, new = list(inputs), not path.exists()
    with writing(path):
        run = _Run(path, workers or os.cpu_count() or 1, progress or (lambda _: None), command, fast=fast)
        found = documents(inputs, published, source, language)
        report = run.done(islice(found, limit), _least(expected(inputs), limit), recode=recode)
        if new and not report.read and not report.added:
            path.unlink()
            return replace(report, project=None)
    return report


def _least(expected: int | None, limit: int | None) -> int | None:
    return min((number for number in (expected, limit) if number is not None), default=None)


def documents(
    inputs: Iterable[str | Path | Document], published: datetime.date | None, source: str | None, language: str | None
) -> Found:
    """The documents of all inputs, and a Problem for each that cannot be read."""
    for one in inputs:
        if isinstance(one, Document):
            yield one
        else:
            yield from read(one, published=published, source=source, language=language)


class _Run:
    """One run of ``add``."""

    def __init__(
        self, path: Path, workers: int, progress: Callable[[Progress], None], command: str, *, fast: bool
    ) -> None:
        self.path, self.workers, self.tell, self.command, self.fast = path, workers, progress, command, fast
        self.stamp = coder_stamp(fast=fast)
        self.shards = Shards(path)
        self.at = Progress()
        self.rejects: list[tuple[str, str]] = []
        self.uncoded = 0
        self.started = now()
        self.known: set[str] = set()

    def done(self, found: Found, expected: int | None, *, recode: bool) -> RunReport:
        """Everything: what waits from before, then what is new, then what is old."""
        begun = time.monotonic()
        waiting = self.shards.finished()
        earlier = (
            self._merged(waiting, Facts(self.started, "taken over from a run that was stopped")) if waiting else None
        )
        with Project.open(self.path) as project:
            self.known = {row[0] for row in project.query("SELECT doc FROM document")}
            old = stale(project, self.stamp) if recode else iter(())
            self._step(replace(self.at, expected=expected))
            self._code(chain(self._new(found), (Task(*one, again=True, fast=self.fast) for one in old)))
        self._step(replace(self.at, merging=True))
        facts = Facts(self.started, self.command, self.stamp, self.at.read, self.at.known, tuple(self.rejects))
        merged = self._merged(self.shards.finished(), facts)
        return self._report([one for one in (earlier, merged) if one], time.monotonic() - begun)

    def _report(self, merged: list[Merged], seconds: float) -> RunReport:
        return RunReport(
            project=str(self.path),
            read=self.at.read,
            known=self.at.known,
            added=sum(one.documents for one in merged),
            recoded=sum(one.again for one in merged),
            repaired=sum(one.repaired for one in merged),
            coded=sum(one.coded for one in merged),
            events=sum(one.events for one in merged),
            reasons=sum(one.reasons for one in merged),
            seconds=round(seconds, 2),
            uncoded=self.uncoded,
            rejects=tuple(self.rejects),
        )

    def _merged(self, shards: list[Path], facts: Facts) -> Merged:
        merged = merge(self.path, shards, facts)
        self.shards.remove(shards)
        return merged

    def _new(self, found: Found) -> Iterator[Task]:
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
                yield Task(doc, one, file_hash(one.path), fast=self.fast)

    def _code(self, tasks: Iterator[Task]) -> None:
        """Code the tasks and write their shards; whatever stops this, what was coded is kept for the next run."""
        with self.shards.writer() as writer:
            for task, line in self._lines(tasks):
                if isinstance(line, Lost):
                    self._reject(task.place, line.what, kept=True)
                    writer.write(set_aside(task, line.what))
                    continue
                if '"problem_what": null' not in line:
                    told = json.loads(line)["document"]
                    self._reject(told["problem_where"], told["problem_what"], kept=True)
                self._step(replace(self.at, coded=self.at.coded + 1))
                writer.write(line)

    def _lines(self, tasks: Iterator[Task]) -> Iterator[tuple[Task, str | Lost]]:
        if self.workers == 1:
            return ((task, coded(task)) for task in tasks)
        return Workers(coded, self.workers, patience).results(tasks)

    def _reject(self, place: str, what: str, *, kept: bool = False) -> None:
        self.uncoded += kept
        self.rejects.append((place, what))
        self._step(replace(self.at, rejected=self.at.rejected + 1))

    def _step(self, at: Progress) -> None:
        self.at = at
        self.tell(at)
