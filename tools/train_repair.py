"""Count the tables of the repair: letters, words and half-spaces of a language.

usage: python -m tools.train_repair [--shared DIR] [--out DIR] [LANGUAGE ...]

Reads news and treebanks under DIR (default ../shared), writes ``data/LANGUAGE/`` (default: in the package). Only scores
of n-grams are kept, no sentence. Every 20th document of the news and every 20th block of 20 treebank sentences is held
out, always, so that figures measured on them are honest for the tables as shipped.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tools.word_classes import classes, ties

from ravabet.repairing.atoms import HALF_SPACE, WIDTH, encode, spelled, words
from ravabet.repairing.grams import NO_KIN, STEP, Kin, Level, squeezed
from ravabet.repairing.tables import packed, packed_kin

Ints = npt.NDArray[np.int64]

EVERY = 20

CLASSES = 256
"""Classes of words."""

BY_CLASS = 0.6
"""Weight of the classes where a word was never seen after another: .04 nats a word in held-out news, .5 to .8 alike."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a language is counted from, and the least counts kept for each n-gram length."""

    news: tuple[str, ...]
    treebanks: tuple[str, ...]
    passages: tuple[str, ...]
    spaced: tuple[str, ...] = ()
    """News that writes half-spaces: where they are learnt from, besides the treebanks."""
    letters: tuple[int, ...] = (1, 1, 1, 2, 3, 4, 5, 6)
    words: tuple[int, ...] = (1, 1, 1)
    vocabulary: int = 2


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


@dataclass(frozen=True, slots=True)
class Counted:
    """The n-grams of one length: their parents among the shorter ones, last symbols, counts, symbols before."""

    parents: Ints
    symbols: Ints
    counts: Ints
    variety: Ints


def tree(sequence: Ints, width: int, least: tuple[int, ...]) -> list[Counted]:
    """The n-grams of a sequence, level by level, those rarer than ``least`` left out."""
    levels: list[Counted] = []
    nodes = np.zeros(len(sequence), dtype=np.int64)
    shorter, positions = nodes, np.arange(len(sequence))
    for depth, low in enumerate(least):
        positions = positions[positions + depth < len(sequence)]
        keys = nodes[positions] * width + sequence[positions + depth]
        found, first, inverse, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
        if levels:
            levels[-1] = _with_variety(levels[-1], shorter, positions[first] + 1)
        kept = counts >= low
        levels.append(Counted(found[kept] // width, found[kept] % width, counts[kept], counts[kept]))
        nodes[positions] = np.where(kept, np.cumsum(kept) - 1, -1)[inverse]
        shorter = np.full(len(sequence) + 1, -1)
        shorter[positions] = nodes[positions]
        positions = positions[nodes[positions] >= 0]
    return levels


def _with_variety(level: Counted, nodes: Ints, places: Ints) -> Counted:
    """The level with the number of different symbols seen before each of its n-grams."""
    suffixes = nodes[places]
    variety = np.bincount(suffixes[suffixes >= 0], minlength=len(level.counts))
    return Counted(level.parents, level.symbols, level.counts, np.maximum(variety, 1))


def estimated(levels: list[Counted], width: int, *, by_variety: bool, kin: Kin = NO_KIN) -> list[Level]:
    """Scores for the n-grams, by interpolated absolute discounting with one discount for each of 1, 2, 3 and more.

    ``by_variety``: the shorter n-grams are weighed by how many different symbols they follow (Chen and Goodman 1999,
    modified Kneser-Ney), which is right for words; letters are better off with plain counts. ``kin``: classes that
    tell a symbol after another besides how usual it is.
    """
    nodes = _Nodes(levels, width)
    done: list[Level] = []
    lower = np.full(1, -np.log(width))
    total = np.array([levels[0].counts.sum()])
    for depth, level in enumerate(levels):
        last = depth == len(levels) - 1
        weights = level.variety if by_variety and not last else level.counts
        kept = weights - _discounts(weights)[np.minimum(weights, 3)]
        inside = np.bincount(level.parents, weights=weights, minlength=len(total))
        whole = np.maximum(inside, 1) if by_variety and not last else np.maximum(np.maximum(total, inside), 1)
        left = np.clip(1 - np.bincount(level.parents, weights=kept, minlength=len(total)) / whole, 1e-4, 1)
        suffix = nodes.suffixes(depth)
        below = lower[suffix]
        if depth == 1 and len(kin.classes):
            before = kin.classes[levels[0].symbols[level.parents]]
            below = below + STEP * kin.ties[before, kin.classes[level.symbols]]
        score = np.log(kept / whole[level.parents] + left[level.parents] * np.exp(below))
        if done:
            done[-1] = replace(done[-1], lefts=squeezed(np.where(inside > 0, np.log(left), 0)))
        children = np.bincount(level.parents, minlength=len(total)).astype(np.uint16)
        empty = np.zeros(len(score), dtype=np.uint8)
        done.append(Level(children, level.symbols.astype(np.uint16), squeezed(score), empty))
        lower, total = score, level.counts
    return done


def _discounts(weights: Ints) -> npt.NDArray[np.float64]:
    """What to take off n-grams seen 0, 1, 2 and more times; a pruned table hides the rarest, so bounds hold it sane."""
    n = np.bincount(np.minimum(weights, 5), minlength=6)[:5].astype(float)
    if n[1] == 0 or n[2] == 0 or n[3] == 0:
        return np.array([0, 0.9, 0.9, 0.9])
    y = n[1] / (n[1] + 2 * n[2])
    raw = [i - (i + 1) * y * n[i + 1] / n[i] for i in (1, 2, 3)]
    return np.array([0, *np.clip(raw, [0.3, 0.5, 0.6], [0.95, 1.6, 2.2])])


class _Nodes:
    """Finds, level by level, the n-gram without its first symbol."""

    def __init__(self, levels: list[Counted], width: int) -> None:
        self.levels, self.width = levels, width
        self.found = np.zeros(1, dtype=np.int64)

    def suffixes(self, depth: int) -> Ints:
        """For each n-gram of a level the place of its suffix in the level below; to be called in order."""
        level = self.levels[depth]
        if depth == 0:
            self.found = np.zeros(len(level.symbols), dtype=np.int64)
            return self.found
        below = self.levels[depth - 1]
        keys = below.parents * self.width + below.symbols
        self.found = np.searchsorted(keys, self.found[level.parents] * self.width + level.symbols)
        return self.found


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
    block = packed(estimated(tree(letters.astype(np.int64), WIDTH, recipe.letters), WIDTH, by_variety=False))
    (folder / "letters.xz").write_bytes(block)
    spoken = words(letters)
    counts = Counter(spoken)
    known = [word for word, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= recipe.vocabulary]
    known = known[:65000]
    numbers = {word: i for i, word in enumerate(known, 1)}
    sequence = np.fromiter((numbers.get(word, 0) for word in spoken), dtype=np.int64, count=len(spoken))
    kin = related(sequence, len(known) + 1)
    (folder / "kin.xz").write_bytes(packed_kin(kin))
    (folder / "bonds.xz").write_bytes(
        packed(estimated(tree(sequence, len(known) + 1, recipe.words), len(known) + 1, by_variety=True, kin=kin))
    )
    (folder / "words.txt.xz").write_bytes(_compressed("\n".join(known)))
    (folder / "gaps.tsv.xz").write_bytes(_compressed("\n".join(gaps.rows()) + "\n"))
    sizes = {path.name: path.stat().st_size for path in sorted(folder.iterdir())}
    print(folder.name, f"{len(letters):,} letters, {len(spoken):,} words, vocabulary {len(known):,}", sizes)


def related(sequence: Ints, size: int) -> Kin:
    """The classes of words, and what the class of a word says of the next."""
    found = classes(sequence, size, CLASSES)
    logs = np.log(1 - BY_CLASS + BY_CLASS * ties(sequence, found, CLASSES))
    return Kin(found.astype(np.uint16), np.clip(np.rint(logs / STEP), -127, 127).astype(np.int8))


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
