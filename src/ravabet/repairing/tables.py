"""The tables of a language, read from ``data/`` the first time they are needed."""

from __future__ import annotations

import io
import lzma
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from ravabet.model import RavabetError
from ravabet.repairing.atoms import SPELLED, WIDTH
from ravabet.repairing.grams import Grams, Kin, Level, grown
from ravabet.repairing.spelling import Table, spellings

UNKNOWN = 0
"""The number of a word that the vocabulary lacks."""

Rates = dict[str, float]
Habits = tuple[tuple[float, float], ...]
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Tables:
    """What is known of a language: letters, words (numbered from 1), and where half-spaces are usual.

    ``after[w]`` and ``before[w]``: how often the gap after or before the word is a half-space rather than a space
    (0 to 1); ``habits``: what stands beside such words in text that writes half-spaces and in text that writes none
    (empty in a language that has none); ``joined``: words written without a gap that the usual spelling divides, as
    the lengths of their parts.
    """

    letters: Grams
    words: Grams
    numbers: dict[str, int]
    spellings: Table
    after: Rates
    before: Rates
    joined: dict[str, tuple[int, ...]]
    habits: Habits


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells a language: ``letters`` of its own, and the gain (nats a letter) from which its text is damaged."""

    letters: str
    least_gain: float


@lru_cache(maxsize=1)
def traits() -> dict[str, Traits]:
    """The languages that have tables, by code."""
    return {code: Traits(letters, float(gain)) for code, letters, gain in _rows("languages.tsv")}


def _rows(name: str) -> list[list[str]]:
    """The rows of a table that is kept as text, without its head and comments."""
    rows = resources.files(__package__).joinpath("data", name).read_text("utf-8").splitlines()[1:]
    return [row.split("\t") for row in rows if not row.startswith("#")]


def languages() -> tuple[str, ...]:
    """The codes of the languages that have tables."""
    return tuple(traits())


@lru_cache(maxsize=4)
def load(language: str) -> Tables:
    """The tables of a language; RavabetError where it has none."""
    folder = resources.files(__package__).joinpath("data", language)
    if language not in traits():
        message = f"no repair tables for the language {language!r}; there are tables for {', '.join(languages())}"
        raise RavabetError(message)
    words = _text(folder.joinpath("words.txt.xz").read_bytes()).split("\n")
    gaps = [row.split("\t") for row in _text(folder.joinpath("gaps.tsv.xz").read_bytes()).splitlines()]
    numbers = {word: i for i, word in enumerate(words, 1)}
    after = {row[1]: float(row[2]) for row in gaps if row[0] == "after"}
    before = {row[1]: float(row[2]) for row in gaps if row[0] == "before"}
    return Tables(
        letters=grown(_levels(folder.joinpath("letters.xz").read_bytes()), WIDTH),
        words=grown(
            _levels(folder.joinpath("bonds.xz").read_bytes()),
            len(words) + 1,
            _kin(folder.joinpath("kin.xz").read_bytes()),
        ),
        numbers=numbers,
        spellings=spellings(_coded(numbers), _coded(after), _coded(before)),
        after=after,
        before=before,
        joined={row[1]: tuple(map(int, row[2].split(","))) for row in gaps if row[0] == "joined"},
        habits=tuple((float(row[2]), float(row[3])) for row in _rows("habits.tsv") if row[0] == language),
    )


def _coded(values: dict[str, V]) -> dict[bytes, V]:
    """The values by the symbols of their words."""
    return {word.translate(SPELLED).encode("latin-1"): value for word, value in values.items()}


def packed(levels: list[Level]) -> bytes:
    """The n-grams of a model as one compressed block; the same levels give the same bytes."""
    block = io.BytesIO()
    np.save(block, np.array([(len(x.children), len(x.symbols)) for x in levels], dtype=np.int64))
    for level in levels:
        for column in (level.children, level.symbols):
            np.save(block, column.astype(np.uint8 if column.max(initial=0) < 256 else np.uint16))
        np.save(block, level.scores)
        np.save(block, level.lefts)
    return lzma.compress(block.getvalue(), preset=9 | lzma.PRESET_EXTREME)


def _levels(data: bytes) -> list[Level]:
    block = io.BytesIO(lzma.decompress(data))
    sizes: npt.NDArray[np.int64] = np.load(block, allow_pickle=False)
    return [Level(*(np.load(block, allow_pickle=False) for _ in range(4))) for _ in sizes]


def packed_kin(kin: Kin) -> bytes:
    """The classes of words as one compressed block."""
    block = io.BytesIO()
    for part in kin:
        np.save(block, part)
    return lzma.compress(block.getvalue(), preset=9 | lzma.PRESET_EXTREME)


def _kin(data: bytes) -> Kin:
    block = io.BytesIO(lzma.decompress(data))
    return Kin(np.load(block, allow_pickle=False), np.load(block, allow_pickle=False))


def _text(data: bytes) -> str:
    return lzma.decompress(data).decode("utf-8")
