"""Kill ``ravabet add`` at random moments and see that nothing is lost: ``python -m tools.kill_add [TIMES]``.

Documents are made here, for this alone. After each kill the project is verified; at the end every document must be
there, none twice. Prints what was found and ends with 1 where something was wrong.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from ravabet.store import Project
from ravabet.store.verifying import verify

TEXT = (
    "On {day} May 2024 Kenya accused Uganda of smuggling {number} sacks of maize. "
    "In response, Uganda recalled its envoy."
)
LATER = 1.1
"""A run is killed at the latest after so many times what one takes that is left alone."""
MERGING, SHORT = 0.4, 0.3
"""The share of runs that are killed while they merge, and the seconds after its beginning at the latest."""


@dataclass(slots=True)
class Tally:
    """What the kills met."""

    kills: int = 0
    finished: int = 0
    merging: int = 0
    wrong: int = 0


def documents(path: Path, number: int) -> Path:
    """A file of JSON lines with so many short reports."""
    rows = (
        {"id": f"made-{n}", "text": TEXT.format(day=n % 28 + 1, number=n), "language": "en", "published": "2024-05-30"}
        for n in range(number)
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def killed(news: Path, project: Path, seconds: float, *, workers: int = 2, merging: bool = False) -> bool:
    """Run ``add`` and kill it, with its workers, after some seconds; whether it had ended before.

    ``merging``: the seconds count from the moment when the second merge of the file begins (the first one makes it).
    """
    call = [sys.executable, "-m", "ravabet", "add", str(news), "-p", str(project), "--workers", str(workers)]
    begun = time.time()
    with subprocess.Popen(
        call, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        if merging:
            _await_merge(process, project, begun)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return False
        return True


def _await_merge(process: subprocess.Popen[bytes], project: Path, begun: float) -> None:
    """Wait until the shards of a run are being merged, or the run has ended."""
    parts = project.with_name(f"{project.name}.parts")
    while process.poll() is None and not (_merging(project, begun) and any(parts.glob("*.jsonl"))):
        time.sleep(0.001)


def _merging(project: Path, begun: float) -> bool:
    """Whether a run that began then has made its copy of the file; one of an earlier run may lie there still."""
    try:
        return project.with_name(f"{project.name}.draft").stat().st_mtime > begun
    except FileNotFoundError:
        return False


def found(project: Path) -> list[str]:
    """What is wrong with a project; an empty list where there is no file yet."""
    return [f"{one.where}: {one.what}" for one in verify(project)] if project.exists() else []


def run(folder: Path, times: int, number: int, chance: random.Random) -> Tally:
    """Kill ``add`` so many times, on a new project whenever one has all documents."""
    news, tally, projects = documents(folder / "news.jsonl", number), Tally(), 0
    project = folder / "0.duckdb"
    begun = time.monotonic()
    killed(news, folder / "alone.duckdb", 600)
    longest = LATER * (time.monotonic() - begun)
    while tally.kills < times:
        begun = time.time()
        merging = chance.random() < MERGING
        if killed(
            news, project, chance.uniform(0, SHORT) if merging else chance.uniform(0.2, longest), merging=merging
        ):
            tally.finished += 1
            tally.wrong += _missing(project, number)
            projects += 1
            project = folder / f"{projects}.duckdb"
            continue
        tally.kills += 1
        tally.merging += _merging(project, begun)
        wrong = found(project)
        tally.wrong += len(wrong)
        for line in wrong:
            print(line)
    if not killed(news, project, 600):
        print("the last run did not end")
        tally.wrong += 1
    tally.wrong += _missing(project, number)
    return tally


def _missing(project: Path, number: int) -> int:
    """Print and count what is wrong with a project that should have all documents."""
    with Project.open(project) as opened:
        ids = opened.query("SELECT count(*), count(DISTINCT id) FROM document")[0]
    lines = found(project) + ([] if ids == (number, number) else [f"{project}: {ids} documents instead of {number}"])
    for line in lines:
        print(line)
    return len(lines)


def main() -> None:
    """Kill as often as asked, 100 times unless told otherwise."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        tally = run(Path(folder), times, 600, random.Random(7))
    print(
        f"{tally.kills} kills ({tally.merging} of them while merging), {tally.finished} runs ended before; "
        f"{tally.wrong} wrong; {time.monotonic() - begun:.0f} s"
    )
    sys.exit(tally.wrong > 0)


if __name__ == "__main__":
    main()
