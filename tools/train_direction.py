"""Count which way text runs: how often two letters, and two words, stand in one order and in the other.

usage: train_direction.py [--shared DIR] [--out FILE]

Reads the texts that ``train_repair.py`` reads, with the same ones held out, and writes ``data/direction.npz``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tools.train_repair import RECIPES, texts

from ravabet.repairing import direction
from ravabet.repairing.direction import EDGE_BITS, SCALE, UNTOLD, WORD_BITS, Words

Counts = npt.NDArray[np.int64]


def worth(forward: Counts, backward: Counts, doubt: float, least: int) -> npt.NDArray[np.int8]:
    """The logarithm of the odds of one order, in table units; ``doubt``: what is added to each count."""
    odds = np.log((forward + doubt) / (backward + doubt))
    odds[forward + backward < least] = 0
    return np.clip(np.rint(odds * SCALE), -127, 127).astype(np.int8)


def counted(documents: Iterable[str]) -> list[tuple[Counts, Counts]]:
    """Pairs of letters, words and meeting letters of one language: as they stand, and turned round."""
    letters = np.zeros(4096, dtype=np.int64)
    sizes = (1 << WORD_BITS, 1 << EDGE_BITS)
    forward, backward = ([np.zeros(size, dtype=np.int64) for size in sizes] for _ in range(2))
    for text in documents:
        symbols = direction.symbols_of(f" {text} ")
        letters += np.bincount(direction.letter_pairs(symbols), minlength=4096)
        words = direction.words_of(symbols)
        turned_round = Words(words.starts[::-1], words.ends[::-1], words.classes[::-1])
        for kept, order in ((forward, words), (backward, turned_round)):
            for found, total in zip(direction.word_pairs(symbols, order), kept, strict=True):
                total += np.bincount(found, minlength=len(total))
    turned = letters.reshape(64, 64).T.reshape(-1)
    return [(letters, turned), (forward[0], backward[0]), (forward[1], backward[1])]


def train(shared: Path) -> direction.Direction:
    """The tables of all languages together, each language counting alike for letters."""
    found = [counted(text for text, _ in texts(recipe, shared)) for recipe in RECIPES.values()]
    shares = [1e7 * forward / forward.sum() for (forward, _), *_ in found]
    even = np.sum(shares, axis=0)
    letters = worth(even, even.reshape(64, 64).T.reshape(-1), 5.0, 0).reshape(64, 64)
    letters[list(UNTOLD), :] = 0
    letters[:, list(UNTOLD)] = 0
    both = [[np.sum([each[k][way] for each in found], axis=0) for way in (0, 1)] for k in (1, 2)]
    words, edges = (worth(forward, backward, 1.0, 3) for forward, backward in both)
    return direction.Direction(letters.reshape(-1), words, (edges // 2).astype(np.int8))


def main() -> None:
    """Count and write."""
    root = Path(__file__).resolve().parents[1]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=root.parent / "shared")
    parser.add_argument("--out", type=Path, default=root / "src/ravabet/repairing/data/direction.npz")
    options = parser.parse_args()
    found = train(options.shared)
    np.savez_compressed(options.out, letters=found.letters, words=found.words, edges=found.edges)
    print(options.out, options.out.stat().st_size)


if __name__ == "__main__":
    main()
