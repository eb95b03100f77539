"""Count the tables of the repair: letters, words and half-spaces of a language.

usage: train_repair.py [--shared DIR] [--out DIR] [LANGUAGE ...]

Reads news and treebanks under DIR (default ../shared), writes ``data/LANGUAGE/`` (default: in the package). Only counts
are kept, no sentence. Every 20th document of the news and every 20th block of 20 treebank sentences is held out, always,
so that figures measured on them are honest for the tables as shipped.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ravabet.repairing.atoms import HALF_SPACE, WIDTH, encode, spelled, words
from ravabet.repairing.grams import Level, squeeze
from ravabet.repairing.tables import packed

EVERY = 20


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a language is counted from, and the least counts kept for each n-gram length."""

    news: tuple[str, ...]
    treebanks: tuple[str, ...]
    passages: tuple[str, ...]
    spaced: tuple[str, ...] = ()
    """News that writes half-spaces: where they are learnt from, besides the treebanks."""
    letters: tuple[int, ...] = (1, 1, 1, 2, 2, 3, 3, 4)
    words: tuple[int, ...] = (1, 2, 2)
    vocabulary: int = 4


RECIPES = {
    "fa": Recipe(
        news=("corpus/fa-news.txt", "corpus/fa-news2.txt"),
        treebanks=tuple(
            f"treebanks/fa_{name}.conllu" for name in ("perdt-dev", "perdt-test", "seraji-dev", "seraji-test")
        ),
        passages=("gold/train-fa.jsonl",),
        spaced=("corpus/fa-news.txt",),
    ),
    "ar": Recipe(
        news=("corpus/ar-news.txt",),
        treebanks=("treebanks/ar_pud.conllu",),
        passages=("gold/train-ar.jsonl",),
    ),
}


def documents(path: Path) -> list[str]:
    """The documents of a corpus file, which blank lines divide."""
    return [text.strip() for text in re.split(r"\n\s*\n", path.read_text("utf-8")) if text.strip()]


def sentences(path: Path) -> list[str]:
    """The sentences of a treebank, in blocks of 20 joined by line ends."""
    found = re.findall(r"^# text = (.*)$", path.read_text("utf-8"), re.MULTILINE)
    return ["\n".join(found[i : i + 20]) for i in range(0, len(found), 20)]


def split(items: list[str], *, held_out: bool) -> list[str]:
    """The part that is counted, or every 20th item, which never is."""
    return [text for i, text in enumerate(items) if (i % EVERY == EVERY - 1) == held_out]


def texts(recipe: Recipe, shared: Path) -> Iterator[tuple[str, bool]]:
    """Every text to count, and whether it writes half-spaces."""
    for name in recipe.news:
        for text in split(documents(shared / name), held_out=False):
            yield text, name in recipe.spaced
    for name in recipe.treebanks:
        for text in split(sentences(shared / name), held_out=False):
            yield text, True
    for name in recipe.passages:
        for line in (shared / name).read_text("utf-8").splitlines():
            yield json.loads(line)["text"], True


def tree(sequence: npt.NDArray[np.int64], width: int, least: tuple[int, ...]) -> list[Level]:
    """The n-grams of a sequence as levels of a tree, those rarer than ``least`` left out."""
    levels: list[Level] = []
    nodes = np.zeros(len(sequence), dtype=np.int64)
    size, positions = 1, np.arange(len(sequence))
    for depth, low in enumerate(least):
        positions = positions[positions + depth < len(sequence)]
        keys = nodes[positions] * width + sequence[positions + depth]
        found, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
        kept = counts >= low
        renumbered = np.where(kept, np.cumsum(kept) - 1, -1)
        parents, symbols = found[kept] // width, found[kept] % width
        children = np.bincount(parents, minlength=size)
        levels.append(Level(children.astype(np.uint16), symbols.astype(np.uint16), squeeze(counts[kept])))
        nodes[positions] = renumbered[inverse]
        positions = positions[nodes[positions] >= 0]
        size = int(kept.sum())
    return levels


@dataclass(slots=True)
class Gaps:
    """How often the gap between two words is a half-space: by the word before it, by the word after it."""

    after: Counter[tuple[str, bool]] = field(default_factory=Counter)
    before: Counter[tuple[str, bool]] = field(default_factory=Counter)
    divided: Counter[tuple[str, tuple[int, ...]]] = field(default_factory=Counter)
    whole: Counter[str] = field(default_factory=Counter)

    def read(self, text: str) -> None:
        """Count the gaps of a text that writes half-spaces."""
        marked = re.sub(f"{HALF_SPACE}+", HALF_SPACE, text)
        for chunk in re.findall(r"[^\s.,:؛،!؟()«»\"0-9۰-۹]+(?: [^\s.,:؛،!؟()«»\"0-9۰-۹]+)*", marked):
            tokens = re.split(f"([ {HALF_SPACE}])", chunk)
            folded = [_folded(token) for token in tokens[::2]]
            for i, gap in enumerate(tokens[1::2]):
                self.after[folded[i], gap != " "] += 1
                self.before[folded[i + 1], gap != " "] += 1
            for word in chunk.split(" "):
                parts = [_folded(part) for part in word.split(HALF_SPACE)]
                if len(parts) > 1 and all(parts):
                    self.divided["".join(parts), tuple(map(len, parts))] += 1
                else:
                    self.whole[parts[0]] += 1

    def rows(self) -> list[str]:
        """The table: rates of words seen often enough, and joined spellings that are nearly always divided."""
        found = []
        for name, counted in (("after", self.after), ("before", self.before)):
            for word in sorted({word for (word, half), n in counted.items() if half and n >= 2 and word}):
                half, plain = counted[word, True], counted[word, False]
                found.append(f"{name}\t{word}\t{half / (half + plain + 1):.3f}")
        best = sorted(self.divided.items(), key=lambda item: (-item[1], item[0]))
        seen: set[str] = set()
        for (word, lengths), n in best:
            if word not in seen and n >= 3 and n > 4 * self.whole[word]:
                found.append(f"joined\t{word}\t{','.join(map(str, lengths))}")
            seen.add(word)
        return found


def _folded(token: str) -> str:
    return spelled(encode(token)).strip()


def train(recipe: Recipe, shared: Path, folder: Path) -> None:
    """Count one language and write its tables."""
    gaps, streams = Gaps(), []
    for text, spaced in texts(recipe, shared):
        streams.append(encode(" " + text + " "))
        if spaced:
            gaps.read(text)
    letters = np.concatenate(streams)
    folder.mkdir(parents=True, exist_ok=True)
    block = packed(tree(letters.astype(np.int64), WIDTH, recipe.letters))
    (folder / "letters.xz").write_bytes(block)
    spoken = words(letters)
    counts = Counter(spoken)
    known = [word for word, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= recipe.vocabulary]
    known = known[:65000]
    numbers = {word: i for i, word in enumerate(known, 1)}
    sequence = np.fromiter((numbers.get(word, 0) for word in spoken), dtype=np.int64, count=len(spoken))
    (folder / "bonds.xz").write_bytes(packed(tree(sequence, len(known) + 1, recipe.words)))
    (folder / "words.txt.xz").write_bytes(_compressed("\n".join(known)))
    (folder / "gaps.tsv.xz").write_bytes(_compressed("\n".join(gaps.rows()) + "\n"))
    sizes = {path.name: path.stat().st_size for path in sorted(folder.iterdir())}
    print(folder.name, f"{len(letters):,} letters, {len(spoken):,} words, vocabulary {len(known):,}", sizes)


def _compressed(text: str) -> bytes:
    return lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)


def main() -> None:
    """Train the languages named, or all."""
    root = Path(__file__).resolve().parents[1]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", default=sorted(RECIPES))
    parser.add_argument("--shared", type=Path, default=root.parent / "shared")
    parser.add_argument("--out", type=Path, default=root / "src/ravabet/repairing/data")
    options = parser.parse_args()
    for language in options.languages:
        train(RECIPES[language], options.shared, options.out / language)


if __name__ == "__main__":
    main()
