"""Measure how fast texts are coded: ``python -m tools.bench_code [--shared FOLDER] [--paragraphs N] [LANGUAGE ...]``.

Runs of ten paragraphs, taken evenly from the whole corpus of a language, are coded as a document each on one core, with
all that `ravabet code` does after reading and garbage looked for as seldom, each mode in a process of its own. Loading
the models is told by itself. Processor time, so that others at work on the machine count little. English, which has no
corpus there, is measured on its training passages.
"""

from __future__ import annotations

import argparse
import gc
import json
import time
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from ravabet.cli.main import COLLECTED
from ravabet.model import Document
from ravabet.pipeline import code

CORPORA = {"fa": ("fa-news", "fa-news2"), "ar": ("ar-news",), "ru": ("ru-news",)}
"""The files of ``corpus`` in each language, without their ending."""
MODES = ("full", "fast")
LONG = 10
"""Paragraphs of a document."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What coding took: words as spaces part them, and seconds of processor time to load the models and to code."""

    language: str
    mode: str
    documents: int
    words: int
    loading: float
    coding: float

    def line(self) -> str:
        """A row to print."""
        rate = self.words / self.coding if self.coding else 0.0
        size = f"{self.documents:9}  {self.words:9}"
        return f"{self.language:8}  {self.mode}  {size}  {self.loading:7.1f} s  {rate:6.0f} words/s"


def texts(shared: Path, language: str, paragraphs: int) -> list[str]:
    """The documents to be coded, ``paragraphs`` of a corpus in all or fewer where it is smaller."""
    if language not in CORPORA:
        lines = (shared / "gold" / f"train-{language}.jsonl").read_text(encoding="utf-8").splitlines()
        return spread([str(json.loads(line)["text"]) for line in lines], max(1, paragraphs // LONG))
    found: list[str] = []
    for name in CORPORA[language]:
        kept = [line for line in (shared / "corpus" / f"{name}.txt").read_text(encoding="utf-8").split("\n") if line]
        parts = ["\n".join(kept[at : at + LONG]) for at in range(0, len(kept), LONG)]
        found += spread(parts, max(1, paragraphs // LONG // len(CORPORA[language])))
    return found


def spread(parts: list[str], number: int) -> list[str]:
    """So many of the parts, evenly from first to last; all where there are no more."""
    step = max(1, len(parts) // number)
    return parts[::step][:number]


def measured(language: str, wanted: list[str], mode: str) -> Measured:
    """The texts of a language coded one after the other, in mode ``full`` or ``fast``."""
    gc.set_threshold(*COLLECTED)
    documents = [Document(str(number), text, language) for number, text in enumerate(wanted)]
    begun = time.process_time()
    code(documents[0], fast=mode == "fast")
    loaded = time.process_time()
    for document in documents:
        code(document, fast=mode == "fast")
    words = sum(len(text.split()) for text in wanted)
    return Measured(language, mode, len(documents), words, loaded - begun, time.process_time() - loaded)


def main() -> None:
    """Measure the languages asked for and print a row each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", default=["fa", "ar", "ru", "en"])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--paragraphs", type=int, default=2000)
    asked = parser.parse_args()
    wanted = {language: texts(asked.shared, language, asked.paragraphs) for language in asked.languages}
    tasks = [(language, found, mode) for language, found in wanted.items() for mode in MODES]
    print("language  mode  documents      words    loading  coding")
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:  # no mode profits from what the other has looked up
        for task in tasks:
            print(pool.apply(measured, task).line(), flush=True)


if __name__ == "__main__":
    main()
