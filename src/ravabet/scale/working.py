"""Work done by processes of this machine, in order, and what kills or stops one of them set aside."""

from __future__ import annotations

import gc
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from ravabet.model import RavabetError

T = TypeVar("T")
R = TypeVar("R")
BATCH = 20
"""Tasks that a process is given at a time."""
AHEAD = 50 * BATCH
"""Tasks that may be begun while an earlier one is not done."""
TRIES = 2
"""How often a task is tried before it is given up: a process may be killed for what another one does."""
STARTS = 3
"""Processes in a row that may end before they can work."""
_NO_START = "the processes that code end as soon as they start; try --workers 1, which shows why"
_KILLED = "its process was killed or ended while coding it, {tries} times; cut it into shorter documents, or report it"
_TOO_LONG = "coding it took more than {seconds:.0f} seconds, {tries} times; cut it into shorter documents, or report it"


@dataclass(frozen=True, slots=True)
class Lost:
    """A task that no process survived: why, in one sentence."""

    what: str


@dataclass(slots=True)
class _Given(Generic[T]):
    number: int
    task: T
    tries: int = 0


@dataclass(slots=True)
class _Worker(Generic[T]):
    process: BaseProcess
    line: Connection
    ready: bool = False
    given: deque[_Given[T]] = field(default_factory=deque)
    since: float = 0.0


def serve(line: Connection, work: Callable[[T], R], collected: tuple[int, int, int]) -> None:
    """The life of a process: do what comes in, one result for each task, until the other end is closed.

    ``collected``: how often the process that started this one looks for garbage (``gc.get_threshold``).
    """
    gc.set_threshold(*collected)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        line.send(None)
        while True:
            for task in line.recv():
                line.send((work(task),))


class Workers(Generic[T, R]):
    """Processes that do ``work``; ``seconds`` tells how long a task may take."""

    def __init__(self, work: Callable[[T], R], number: int, seconds: Callable[[T], float]) -> None:
        self._work, self._seconds = work, seconds
        self._context = get_context("spawn")
        self._tasks: Iterator[T] = iter(())
        self._open: dict[int, T] = {}
        self._done: dict[int, R | Lost] = {}
        self._back: deque[_Given[T]] = deque()
        self._begun, self._told, self._failed = 0, 0, 0
        self._ended = False
        self._workers = [self._started() for _ in range(number)]

    def results(self, tasks: Iterator[T]) -> Iterator[tuple[T, R | Lost]]:
        """Each task with its result, in the order of the tasks; the processes end with it."""
        self._tasks = tasks
        try:
            while self._fed():
                self._listen()
                while self._told in self._done:
                    yield self._open.pop(self._told), self._done.pop(self._told)
                    self._told += 1
        finally:
            for worker in self._workers:
                _end(worker)

    def _fed(self) -> bool:
        """Give tasks to who has none; whether anything is left to be done."""
        for worker in self._workers:
            batch = self._batch() if worker.ready and not worker.given else ()
            if batch:
                worker.given.extend(batch)
                worker.since = time.monotonic()
                with suppress(OSError):  # that it has ended is seen when it is listened to
                    worker.line.send([one.task for one in batch])
        return bool(self._back) or not self._ended or any(worker.given for worker in self._workers)

    def _batch(self) -> list[_Given[T]]:
        """What is to be done next; what was in the hands of a process that ended comes first, and alone."""
        if self._back:
            return [self._back.popleft()]
        if self._ended or self._begun - self._told >= AHEAD:
            return []
        batch = [_Given(self._begun + n, task) for n, task in enumerate(islice(self._tasks, BATCH))]
        self._ended = not batch
        self._begun += len(batch)
        self._open.update((one.number, one.task) for one in batch)
        return batch

    def _started(self) -> _Worker[T]:
        here, there = self._context.Pipe()
        process = self._context.Process(target=serve, args=(there, self._work, gc.get_threshold()), daemon=True)
        process.start()
        there.close()
        return _Worker(process, here)

    def _listen(self) -> None:
        """Take what the processes have done, for a second at most; replace those that ended or take too long."""
        lines = {worker.line: worker for worker in self._workers if worker.given or not worker.ready}
        for line in wait(list(lines), 1.0) if lines else ():
            self._hear(lines[line])  # type: ignore[index]  # only lines are waited for
        for worker in [one for one in self._workers if one.given]:
            limit = self._seconds(worker.given[0].task)
            if time.monotonic() - worker.since > limit:
                self._replace(worker, _TOO_LONG.format(seconds=limit, tries=TRIES))

    def _hear(self, worker: _Worker[T]) -> None:
        try:
            told = worker.line.recv()
        except (EOFError, OSError):
            self._replace(worker, _KILLED.format(tries=TRIES))
            return
        self._failed = 0
        worker.since = time.monotonic()
        if told is None:
            worker.ready = True
        else:
            self._done[worker.given.popleft().number] = told[0]

    def _replace(self, worker: _Worker[T], what: str) -> None:
        """A new process for one that ended; what it was doing is tried once more, then given up."""
        _end(worker)
        if not worker.ready:
            self._failed += 1
            if self._failed >= STARTS:
                raise RavabetError(_NO_START)
        elif worker.given:
            held = worker.given.popleft()
            held.tries += 1
            if held.tries >= TRIES:
                self._done[held.number] = Lost(what)
            else:
                self._back.append(held)
        self._back.extendleft(reversed(worker.given))
        self._workers[self._workers.index(worker)] = self._started()


def _end(worker: _Worker[T]) -> None:
    worker.process.kill()
    worker.process.join()
    worker.line.close()
