"""Puts what the coder reaches on our own annotated passages into docs/evaluation.md.

Usage: python -m tools.evaluation_table [--check]

With ``--check`` nothing is written; the exit code is 1 where the page is not up to date.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from ravabet.evaluation import Evaluation, Tally, evaluate, read_gold
from ravabet.pipeline import code_all

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold"
PAGE = ROOT / "docs" / "evaluation.md"
LANGUAGES = {"fa": "Persian", "ar": "Arabic", "ru": "Russian", "en": "English"}
_TABLES = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)


def main() -> int:
    """Writes or checks the page; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 where the page is old")
    check = parser.parse_args().check
    old = PAGE.read_text("utf-8")
    new = _TABLES.sub(lambda _: "\n".join(tables(figures())) + "\n", old)
    if not check:
        PAGE.write_text(new, "utf-8")
    return int(check and new != old)


def figures() -> dict[str, Evaluation]:
    """The evaluation of each language."""
    paths = [GOLD / f"{language}.jsonl" for language in LANGUAGES]
    found = evaluate([passage for path in paths for passage in read_gold(path)], code_all(paths))
    return {language: found[language] for language in LANGUAGES}


def tables(found: dict[str, Evaluation]) -> list[str]:
    """The three tables in Markdown: the whole, by type, by confidence."""
    by_type = "Type and both sides, F1 by type (right of annotated):"
    by_confidence = "Confidence, and the share of the events of it that are right (events):"
    whole, types, confidence = _whole(found), _types(found), _confidence(found)
    return [*_headed(whole), "", by_type, "", *_headed(types), "", by_confidence, "", *_headed(confidence)]


def _headed(rows: Iterable[str]) -> list[str]:
    return [_row("", LANGUAGES.values()), _row("---", ["---"] * len(LANGUAGES)), *rows]


def _whole(found: dict[str, Evaluation]) -> Iterator[str]:
    ones = list(found.values())
    yield _row("passages (events, reasons)", (f"{e.passages} ({e.types.gold}, {e.reasons.gold})" for e in ones))
    yield _row("type P / R / F1", (_told(e.types) for e in ones))
    yield _row("type and both sides", (_told(e.dyads) for e in ones))
    yield _row("reasons", (_told(e.reasons) for e in ones))
    yield _row("date right", (_share(e.dates) for e in ones))
    yield _row("status right", (_share(e.statuses) for e in ones))
    yield _row("left without event", (_share(e.empty) for e in ones))


def _types(found: dict[str, Evaluation]) -> Iterator[str]:
    for kind in sorted({kind for e in found.values() for kind in e.by_type}):
        tallies = [e.by_type[kind] for e in found.values()]
        yield _row(kind, (f"{t.f1:.2f} ({t.right} of {t.gold})" for t in tallies))


def _confidence(found: dict[str, Evaluation]) -> Iterator[str]:
    for tenth in sorted({tenth for e in found.values() for tenth in e.reliability}):
        tallies = [e.reliability[tenth] for e in found.values()]
        cells = (f"{t.precision:.2f} ({t.coded})" if t.coded else "" for t in tallies)
        yield _row(f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}", cells)


def _row(name: str, cells: Iterable[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def _told(tally: Tally) -> str:
    return " / ".join(f"{share:.3f}".removeprefix("0") for share in (tally.precision, tally.recall, tally.f1))


def _share(counts: dict[bool, int]) -> str:
    total = sum(counts.values())
    return f"{counts.get(True, 0)} of {total}"


if __name__ == "__main__":
    sys.exit(main())
