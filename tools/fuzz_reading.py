"""Broken files of every kind, thousands of them: reading must end in documents and sentences, soon, in little memory.

    python -m tools.fuzz_reading [--runs 10000] [--seed 1] [--kind page.html] [--only 4711]

Each run changes a sound file (tools/reading_samples.py): bytes flipped, cut, repeated, mixed with another file, random.
The same seed gives the same files. Ends with 1 if any run crashed, hung or took too much memory.
"""

from __future__ import annotations

import argparse
import gzip
import io
import multiprocessing
import random
import re
import resource
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from unittest.mock import patch

from tools.reading_samples import SAMPLES, bundle

from ravabet.model import Document, Problem
from ravabet.reading.formats import pdf
from ravabet.reading.given import Given
from ravabet.reading.opening import documents_in
from ravabet.reading.pdf import read_pdf

SECONDS = 5.0
"""Longest run, in time of the processor: other work on the machine is no fault of reading."""

STILL = 60.0
"""Seconds by the clock without a word from the process, after which it hangs."""

MEMORY = 1 << 30
"""Most memory, in bytes, by which one run may raise what its process ever had."""

ADDRESSES = 6 << 30
"""Most address space: a run that wants more fails, before the machine does."""

_UNFORESEEN = re.compile(r"cannot be read as one \((\w+)|cannot be taken apart \((\w+)")


@dataclass(slots=True)
class Seen:
    """What came of the runs on one kind of file."""

    runs: int = 0
    documents: int = 0
    problems: int = 0
    slowest: float = 0.0
    unforeseen: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)


def flipped(data: bytes, rng: random.Random) -> bytes:
    """Up to 50 bytes changed."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 2, 5, 50))):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def cut(data: bytes, rng: random.Random) -> bytes:
    """The end, or a piece in the middle, missing."""
    start, end = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    return data[:start] if rng.random() < 0.5 else data[:start] + data[end:]


def repeated(data: bytes, rng: random.Random) -> bytes:
    """A piece said up to 2,000 times."""
    start, end = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    piece = data[start : min(end, start + 200)]
    return data[:end] + piece * rng.choice((1, 3, 50, 2000)) + data[end:]


def mixed(data: bytes, rng: random.Random) -> bytes:
    """Another file's piece inside."""
    other = rng.choice(list(SAMPLES.values()))
    start, end = sorted(rng.randrange(len(other) + 1) for _ in range(2))
    at = rng.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at:]


def drowned(data: bytes, rng: random.Random) -> bytes:
    """Random bytes after the first few."""
    return data[: rng.choice((0, 4, 16, 300))] + rng.randbytes(rng.choice((1, 30, 3000)))


def numbered(data: bytes, rng: random.Random) -> bytes:
    """Four bytes, or a number in figures, as large or odd as they get."""
    figures = list(re.finditer(rb"\d+", data))
    if figures and rng.random() < 0.5:
        found = rng.choice(figures)
        return data[: found.start()] + rng.choice((b"0", b"-1", b"99999999999", b"1e400")) + data[found.end() :]
    at = rng.randrange(len(data))
    return data[:at] + rng.choice((b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff")) + data[at + 4 :]


CHANGES = (flipped, cut, repeated, mixed, drowned, numbered)


def inside(data: bytes, rng: random.Random) -> bytes:
    """A change to what is packed, so that it is reached at all."""
    if data.startswith(b"\x1f\x8b"):
        return gzip.compress(broken(gzip.decompress(data), rng), mtime=0)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = rng.choice(list(parts))
    parts[name] = broken(archive_bytes(parts[name]), rng)
    return bundle(parts)


def archive_bytes(part: str | bytes) -> bytes:
    """A part as bytes, one at least."""
    return (part.encode() if isinstance(part, str) else part) or b"\0"


def broken(data: bytes, rng: random.Random) -> bytes:
    """The data after one to three changes."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        data = rng.choice(CHANGES)(data, rng) or b"\0"
    return data


def case(number: int, seed: int, names: list[str]) -> tuple[str, bytes]:
    """The name and bytes of one run."""
    rng = random.Random(f"{seed}:{number}")
    name = names[number % len(names)]
    data = SAMPLES[name]
    if data.startswith((b"PK", b"\x1f\x8b")) and rng.random() < 0.6:
        return name, inside(data, rng)
    return name, broken(data, rng)


def faults(name: str, found: list[object]) -> Iterator[str]:
    """What is wrong with the outcome of a run."""
    if not found:
        yield "nothing was given, not even a problem"
    for one in found:
        if isinstance(one, Document):
            try:
                "".join([one.text, one.title or "", one.author or "", one.source or "", one.id]).encode()
            except UnicodeEncodeError:
                yield "a document that cannot be written as UTF-8"
        elif isinstance(one, Problem):
            if not one.where.startswith(name) or "; " not in one.what or "\n" in one.what or len(one.what) > 400:
                yield f"not a clear sentence: {one.where}: {one.what!r}"
            one.what.encode("utf-8", "backslashreplace")
        else:
            yield f"neither document nor problem: {one!r}"


def _peak() -> int:
    """The most memory that this process ever had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def run(number: int, seed: int, names: list[str], seen: dict[str, Seen]) -> None:
    """One run; its outcome is added to ``seen``."""
    name, data = case(number, seed, names)
    told = seen.setdefault(name, Seen())
    start, before = time.process_time(), _peak()
    try:
        with patch.object(pdf, "read_apart", read_pdf):  # in this process, whose time and memory are measured
            found: list[object] = list(documents_in(Given(io.BytesIO(data), name, name)))
        wrong = list(faults(name, found))
    except Exception as fault:  # the very thing that must not happen
        found, wrong = [], [f"{type(fault).__name__}: {fault}"]
    spent = time.process_time() - start
    if spent > SECONDS:
        wrong.append(f"took {spent:.1f} s")
    if (grown := _peak() - before) > MEMORY:
        wrong.append(f"memory grew by {grown >> 20} MB")
    told.runs += 1
    told.slowest = max(told.slowest, spent)
    told.documents += sum(isinstance(one, Document) for one in found)
    told.problems += sum(isinstance(one, Problem) for one in found)
    for one in found:
        if isinstance(one, Problem) and (match := _UNFORESEEN.search(one.what)):
            told.unforeseen[match[1] or match[2]] += 1
    told.failures.extend(f"run {number} ({name}): {what}" for what in wrong)


def work(first: int, last: int, seed: int, names: list[str], parent: Connection) -> None:
    """The runs of one process: it says which run begins, and at the end what was seen."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    seen: dict[str, Seen] = {}
    for number in range(first, last):
        parent.send(number)
        run(number, seed, names, seen)
        if number % 50 == 49 or number == last - 1:
            parent.send((number, seen))
            seen = {}


def fuzz(runs: int, seed: int, names: list[str]) -> tuple[dict[str, Seen], list[str]]:
    """All runs, in a process that is started again where one crashes or hangs; what was seen, and those."""
    seen: dict[str, Seen] = {name: Seen() for name in names}
    deaths: list[str] = []
    first = 0
    while first < runs:
        here, there = multiprocessing.Pipe()
        process = multiprocessing.Process(target=work, args=(first, runs, seed, names, there))
        process.start()
        there.close()
        current, ended = first, ""
        try:
            while current < runs:
                if not here.poll(STILL):
                    ended = "hung"
                    process.kill()
                    break
                message = here.recv()
                if isinstance(message, int):
                    current = message
                else:
                    current = message[0] + 1
                    add(seen, message[1])
        except EOFError:
            process.join()
            ended = f"ended the process ({process.exitcode})"
        process.join()
        if ended:
            deaths.append(f"run {current} ({names[current % len(names)]}): {ended}")
        first = current + 1 if ended else runs
    return seen, deaths


def add(seen: dict[str, Seen], more: dict[str, Seen]) -> None:
    """Adds what was seen to what was seen before."""
    for name, one in more.items():
        total = seen[name]
        total.runs += one.runs
        total.documents += one.documents
        total.problems += one.problems
        total.slowest = max(total.slowest, one.slowest)
        total.unforeseen.update(one.unforeseen)
        total.failures.extend(one.failures)


def main() -> int:
    """Runs and tells."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=list(SAMPLES), action="append")
    parser.add_argument("--only", type=int)
    asked = parser.parse_args()
    names = asked.kind or list(SAMPLES)
    if asked.only is not None:
        name, data = case(asked.only, asked.seed, names)
        for found in documents_in(Given(io.BytesIO(data), name, name)):
            print(found)
        return 0
    seen, deaths = fuzz(asked.runs, asked.seed, names)
    print(f"{'kind':14} {'runs':>6} {'documents':>10} {'problems':>9} {'slowest':>8}  unforeseen")
    for name, one in seen.items():
        kinds = ", ".join(f"{fault} {count}" for fault, count in one.unforeseen.most_common(4))
        print(f"{name:14} {one.runs:6} {one.documents:10} {one.problems:9} {one.slowest:7.2f}s  {kinds}")
    wrong = [failure for one in seen.values() for failure in one.failures] + deaths
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    print(f"\n{asked.runs} runs, seed {asked.seed}: {len(wrong)} failures, peak memory {peak} MB")
    print("\n".join(wrong[:40]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
