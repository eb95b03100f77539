"""How well damage of every kind is found and undone, on documents of ``../shared/corpus``, and how fast.

usage: python -m tools.bench_repair [--shared ../shared] [--documents 60]

Printed: for each corpus and kind the character error rate left (after NFKC, without half-spaces, as the shared scorer
counts) and the passages in which no damage was seen; sound documents that would be changed; the speed of detection. The
letter tables were counted on most of these documents, so the rows on runs are kind; ``docs/repair.md`` has others.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

from tests.repairing import harm
from tests.repairing.damage import damaged_line
from tools.scorers import scorer

from ravabet.repairing import detect, languages, repair
from ravabet.repairing.tables import load

CORPORA = ("fa-news", "fa-news2", "ar-news")
SHORTEST, LONGEST = 400, 1500
"""Characters of a document that is damaged."""
SECONDS = 3.0
"""Processor time for which each corpus is looked through, again and again."""
Harm = Callable[[str], str]


def kinds(rng: random.Random) -> dict[str, Harm]:
    """What each kind of damage does to one printed line."""
    return {
        "lines reversed": harm.line_reversed,
        "words reversed": harm.words_reversed,
        "words left to right": harm.words_left_to_right,
        "presentation forms": harm.shaped,
        "runs in screen order": lambda line: damaged_line(line + " ", rng),
    }


def documents(path: Path) -> list[str]:
    """The documents of a corpus."""
    return [text for text in path.read_text(encoding="utf-8").split("\n\n") if text.strip()]


def undone(texts: list[str], cer: ModuleType) -> Iterator[str]:
    """One row for each kind: the errors left, and the documents in which nothing was found."""
    for name, spoil in kinds(random.Random(1)).items():
        wrong = letters = missed = 0
        for text in texts:
            lines = harm.printed(text)
            done = repair("\n".join(map(spoil, lines)))
            sound, found = cer.nfk("\n".join(lines)), cer.nfk(done.text)
            wrong, letters = wrong + cer.lev(sound, found), letters + len(sound)
            missed += not done.damages
        yield f"{name:<22} error rate {100 * wrong / letters:6.2f} %   nothing found in {missed} of {len(texts)}"


def detected(texts: list[str], damaged: str) -> str:
    """How fast sound documents are looked through, and how many are taken for damaged.

    ``damaged``: looked through before, so that everything is loaded and compiled when the clock starts.
    """
    for language in languages():
        load(language)
    detect(damaged)
    alarms = sum(bool(detect(text)) for text in texts)
    size = sum(len(text.encode()) for text in texts) / 1e6
    rounds, start = 0, time.process_time()
    while time.process_time() - start < SECONDS:
        for text in texts:
            detect(text)
        rounds += 1
    speed = rounds * size / (time.process_time() - start)
    return f"{'sound':<22} {alarms} of {len(texts)} documents taken for damaged, {speed:.1f} MB/s"


def main() -> None:
    """Print the rows of every corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--documents", type=int, default=60, help="damaged documents of each corpus")
    args = parser.parse_args()
    if not (args.shared / "corpus").is_dir():
        parser.exit(1, f"bench-repair: no {args.shared}/corpus here, so there is nothing to measure on\n")
    cer = scorer("cer", args.shared)
    for name in CORPORA:
        whole = documents(args.shared / "corpus" / f"{name}.txt")
        fit = [text for text in whole if SHORTEST < len(text) < LONGEST]
        chosen = fit[:: max(1, len(fit) // args.documents)][: args.documents]
        print(f"== {name}")
        spoil = kinds(random.Random(1))["runs in screen order"]
        print(detected(whole, "\n".join(map(spoil, harm.printed(chosen[0])))))
        for row in undone(chosen, cer):
            print(row, flush=True)


if __name__ == "__main__":
    main()
