"""The tables of a language, read from ``data/`` the first time they are needed."""

from __future__ import annotations

import io
import lzma
from dataclasses import dataclass
from functools import cached_property, lru_cache
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


@dataclass(frozen=True, eq=False)
class Tables:
    """What is known of a language: letters, words (numbered from 1), and where half-spaces are usual.

    Each table is read the first time it is asked for: whether a text is sound its letters tell alone.
    ``after[w]`` and ``before[w]``: how often the gap after or before the word is a half-space rather than a space
    (0 to 1); ``habits``: what stands beside such words in text that writes half-spaces and in text that writes none
    (empty in a language that has none); ``joined``: words written without a gap that the usual spelling divides, as
    the lengths of their parts.
    """

    language: str

    @cached_property
    def letters(self) -> Grams:
        """The n-grams of letters."""
        return grown(_levels(self._bytes("letters.xz")), WIDTH)

    @cached_property
    def words(self) -> Grams:
        """The n-grams of words, by their numbers."""
        return grown(_levels(self._bytes("bonds.xz")), len(self.numbers) + 1, _kin(self._bytes("kin.xz")))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each word."""
        return {word: i for i, word in enumerate(_text(self._bytes("words.txt.xz")).split("\n"), 1)}

    @cached_property
    def spellings(self) -> Table:
        """The words by their symbols."""
        return spellings(_coded(self.numbers), _coded(self.after), _coded(self.before))

    @cached_property
    def after(self) -> Rates:
        """How often a half-space stands after a word."""
        return {row[1]: float(row[2]) for row in self._gaps if row[0] == "after"}

    @cached_property
    def before(self) -> Rates:
        """How often one stands before it."""
        return {row[1]: float(row[2]) for row in self._gaps if row[0] == "before"}

    @cached_property
    def joined(self) -> dict[str, tuple[int, ...]]:
        """The parts of words written without a gap."""
        return {row[1]: tuple(map(int, row[2].split(","))) for row in self._gaps if row[0] == "joined"}

    @cached_property
    def habits(self) -> Habits:
        """What stands beside words of half-spaces."""
        return tuple((float(row[2]), float(row[3])) for row in _rows("habits.tsv") if row[0] == self.language)

    @cached_property
    def _gaps(self) -> list[list[str]]:
        return [row.split("\t") for row in _text(self._bytes("gaps.tsv.xz")).splitlines()]

    def _bytes(self, name: str) -> bytes:
        return resources.files(__package__).joinpath("data", self.language, name).read_bytes()


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
    if language not in traits():
        message = f"no repair tables for the language {language!r}; there are tables for {', '.join(languages())}"
        raise RavabetError(message)
    return Tables(language)


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
