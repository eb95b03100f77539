"""Measure the project file on the generated corpus: ``python -m tools.bench_store [--to FILE]``.

The file is grown by steps of 10,000 documents, each brought in by the merge that ``ravabet add`` ends with; a run that
was stopped goes on where it was, with ``--project``. Then it is asked what the site and the command line ask. Coding is
not part of it (no generated document is coded), so its rate is measured on the bundled articles and told beside it.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
from tools.make_corpus import DOCUMENTS, STEP, Step, grow, steps, tell, words

from ravabet.demo import documents as demo
from ravabet.scale.coding import Task, coded
from ravabet.store import EventFilter, Project, document_id
from ravabet.store.file import replaced
from ravabet.store.verifying import verify

ABOUT = (
    "Made by `make bench-store`; do not edit. The corpus is **generated** (`tools/make_corpus.py`): no text in it was",
    "written by anybody, no event was coded. Its documents are made as shards, as the coder would leave them, and come",
    "in by the merge that `ravabet add` ends with. For ten years, 550 reports a day tell of 300 things that happen",
    "each day, some often, most seldom; few states and types have most of them. ICEWS has some 1,980 events a day",
    "(A. Beger, https://www.andybeger.com/icews/articles/icews-event-data.html).",
)
KILLING = (
    "## Killing",
    "`make bench-kill` kills `ravabet add` with `kill -9` a hundred times, at moments drawn over the whole run, four",
    "of ten of them while it merges, and verifies the file after each.",
)
TIMES = 7
"""How often a question is asked; the median counts."""
TIMELINE = """SELECT date_trunc('month', day), type, quad, count(DISTINCT event), avg(score), count(DISTINCT voice)
    FROM pair WHERE a = ? AND b = ? GROUP BY ALL ORDER BY ALL"""
DYADS = """SELECT a, b, date_trunc('month', day), count(*), avg(score), count(DISTINCT voice)
    FROM pair WHERE day BETWEEN ? AND ? AND a < b GROUP BY ALL"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and how long it took, in seconds: the first time, the median of all times, that of the processors."""

    what: str
    first: float
    median: float
    processor: float
    target: float | None = None


def timed(what: str, ask: Callable[[], object], target: float | None = None) -> Asked:
    """How long a question takes."""
    taken, worked = [], []
    for _ in range(TIMES):
        begun, spent = time.perf_counter(), time.process_time()
        ask()
        taken.append(time.perf_counter() - begun)
        worked.append(time.process_time() - spent)
    return Asked(what, taken[0], statistics.median(taken), statistics.median(worked), target)


def asked(project: Project) -> Iterator[Asked]:
    """All questions."""
    days = project.counts()
    number = max(days.first.year, days.last.year - 1) if days.first and days.last else 2015
    year = datetime.date(number, 1, 1), datetime.date(number, 12, 31)
    yield timed(
        "timeline of a dyad by month (RUS, KGZ: much in it)", lambda: project.query(TIMELINE, "RUS", "KGZ"), 0.1
    )
    yield timed("timeline of a dyad by month (CAN, VNM: little)", lambda: project.query(TIMELINE, "CAN", "VNM"), 0.1)
    yield timed("all dyads of a year by month", lambda: project.query(DYADS, *year), 1.0)
    every = words("ru")[0]
    for what, question in {
        "the most frequent word": every[0],
        "a rare word": every[15_000],
        "two words": f"{every[3]} {every[40]}",
        "a phrase": f'"{every[0]} {every[1]}"',
        "a word in a language and a year": f"{every[5]} lang:ru since:2019-01-01 until:2019-12-31",
    }.items():
        yield timed(f"search: {what}", lambda question=question: project.search(question), 0.2)  # type: ignore[misc]
    dyad = EventFilter(a="RUS", b="KGZ")
    yield timed("a page of events of a dyad", lambda: project.events(dyad))
    yield timed("a page of all events", lambda: project.events())
    yield timed("facets of a dyad", lambda: project.facets(dyad))
    yield timed("facets of all events", lambda: project.facets())
    doc = project.query("SELECT doc FROM document LIMIT 1")[0][0]
    yield timed("a document with events and reasons", lambda: project.coding(doc))
    yield timed("how much there is", lambda: project.counts())
    yield timed("documents for an answer", lambda: project.documents_about("RUS", "KGZ"))


def coding_rate() -> float:
    """Seconds that coding one of the bundled articles takes in one process, once the models are loaded."""
    tasks = [Task(document_id(one), one) for one in demo()]
    for task in tasks:
        coded(task)
    begun = time.process_time()
    for task in tasks:
        coded(task)
    return (time.process_time() - begun) / len(tasks)


def copying(path: Path) -> float:
    """Seconds that copying the file takes, as every merge does first, until the copy is on the disk."""
    begun = time.perf_counter()
    with replaced(path):
        pass
    return time.perf_counter() - begun


def report(grown: Sequence[Step], answers: Sequence[Asked], path: Path, verified: tuple[int, float]) -> str:
    """The figures as Markdown."""
    with Project.open(path) as project:
        counts = project.counts()
    size, (wrong, seconds) = path.stat().st_size, verified
    peak = max(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, *(step.memory for step in grown), 0)
    busy = os.getloadavg()[2] if hasattr(os, "getloadavg") else 0.0
    lines = [
        "# How fast the project file is",
        "",
        *ABOUT,
        "",
        f"{counts.documents:,} documents, {counts.events:,} events, {counts.reasons:,} reasons, {counts.occurrences:,} "
        f"occurrences, {counts.copies:,} copies; {platform.machine()}, {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}, DuckDB {duckdb.__version__}; load of the last quarter hour {busy:.1f}.",
        "",
        f"- Size: {size / 1e6:.0f} MB, {size / counts.events:.0f} bytes an event, with texts and search index.",
        f"- Peak memory of the process that merges, and of that which asks: {peak:.0f} MB (target: under 2048 MB).",
        f"- `ravabet verify`: {wrong or 'nothing'} wrong, {seconds:.0f} s.",
        f"- Copying the file, with which each merge begins, and putting it in place: {copying(path):.1f} s.",
        "",
        "| question | first time | median of 7 | processors | target |\n| --- | ---: | ---: | ---: | ---: |",
        *(
            f"| {a.what} | {a.first:.3f} s | {a.median:.3f} s | {a.processor:.3f} s "
            f"| {f'< {a.target} s' if a.target else ''} |"
            for a in answers
        ),
        "",
        *_growth(grown),
        *KILLING,
    ]
    return "\n".join(lines) + "\n"


def _growth(grown: Sequence[Step]) -> Iterator[str]:
    if not grown:
        return
    first, last = grown[0].processor, grown[-1].processor
    rate = coding_rate()
    code = rate * STEP
    yield "## Adding 10,000 documents more"
    yield ""
    yield f"Coding takes {rate * 1000:.0f} ms of one core for a bundled article, so {code:.0f} s for 10,000, whatever"
    yield "the file holds. What may grow is the merge: copying the file, finding copies, occurrences, the search index."
    yield ""
    yield f"The first 10,000: coding {code:.0f} s and merge {first:.1f} s; the last: {code:.0f} s and {last:.1f} s:"
    yield f"**{100 * (last - first) / (code + first):+.1f} %** (target: at most +10 %); the merge by itself"
    yield f"{100 * (last - first) / first:+.1f} %."
    yield ""
    yield "Seconds are those of processors, which other work lengthens less; those by the clock stand last."
    yield ""
    yield "| documents in the file | merge of 10,000 | MB | memory at most | by the clock |"
    yield "| ---: | ---: | ---: | ---: | ---: |"
    for step in grown:
        row = f"{step.processor:.1f} s | {step.size / 1e6:.0f} | {step.memory:.0f} MB | {step.seconds:.1f} s"
        yield f"| {step.documents:,} | {row} |"
    yield ""


def main() -> None:
    """Grow, ask, and write the report."""
    options = argparse.ArgumentParser()
    options.add_argument("--documents", type=int, default=DOCUMENTS)
    options.add_argument("--project", type=Path, help="keep the corpus here, and go on with one that is there")
    options.add_argument("--to", type=Path, help="write the report here")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.project or Path(folder) / "generated.duckdb"
        path.parent.mkdir(parents=True, exist_ok=True)
        tell(grow(path, given.documents))
        with Project.open(path) as project:
            answers = list(asked(project))
        begun = time.perf_counter()
        wrong = len(list(verify(path)))
        page = report(steps(path), answers, path, (wrong, time.perf_counter() - begun))
    if given.to:
        given.to.write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main()
