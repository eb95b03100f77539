"""Count the classes of words that a parser sees (``ravabet.language.parsing.classes``) in the news of ../shared/corpus.

usage: python -m tools.parser_classes LANGUAGE [--shared FOLDER]

Only which words stand beside each other is counted; no sentence is kept. The same text and lexicon give the same table.
Run it before ``tools/train_parser.py``, which learns from the classes.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from tools.word_classes import classes

from ravabet.language import words
from ravabet.language.parsing.classes import TABLE
from ravabet.language.parsing.signs import marked
from ravabet.language.parsing.store import folder
from ravabet.lexicon import fold

ROOT = Path(__file__).resolve().parent.parent
SIZES = (400, 64)
"""How many classes there are, the finer first; by the held out fifth of the Arabic treebank."""
LEAST = 3
"""How often a word must stand in the text."""
EDGE, RARE = 0, 1
"""What stands between paragraphs, and for a word that is too rare."""


def paragraphs(path: Path, language: str) -> Iterator[list[str]]:
    """The folded words of each paragraph."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield [fold(marked(word.text, language)) for word in words(line, language)]


def table(texts: list[list[str]]) -> str:
    """A row for each frequent word, the most frequent first: the word and its classes."""
    counts = Counter(word for text in texts for word in text)
    known = [word for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= LEAST]
    number = {word: at for at, word in enumerate(known, RARE + 1)}
    sequence = np.array([at for text in texts for at in (EDGE, *(number.get(w, RARE) for w in text))], np.int64)
    found = [classes(sequence, len(known) + RARE + 1, size) for size in SIZES]
    rows = ("\t".join([word, *(str(each[at]) for each in found)]) for word, at in number.items())
    return "\n".join(rows) + "\n"


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("language")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    given = parser.parse_args()
    texts = list(paragraphs(given.shared / "corpus" / f"{given.language}-news.txt", given.language))
    (folder(given.language) / TABLE).write_bytes(gzip.compress(table(texts).encode("utf-8"), mtime=0))


if __name__ == "__main__":
    main()
