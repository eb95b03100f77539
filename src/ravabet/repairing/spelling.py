"""Spellings of words as 64-bit hashes, that can be put together and looked up by compiled code.

The hash of two pieces put together follows from theirs (Karp and Rabin 1987), so that a word begun in one run and
ended in another needs no string.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from ravabet.repairing.compiled import compiled

Hashes = npt.NDArray[np.uint64]

BASE = np.uint64(0x9E3779B97F4A7C15)
_LONGEST = 512
POWERS: Hashes = np.ones(_LONGEST, np.uint64)
for _i in range(1, _LONGEST):
    POWERS[_i] = np.uint64(int(POWERS[_i - 1]) * int(BASE) % 2**64)


SPELLING = np.dtype(
    [("hash", np.uint64), ("number", np.int32), ("after", np.float32), ("before", np.float32)], align=True
)
"""A word: its hash (0: a free place), number (0: not of the vocabulary), how often a half-space follows or precedes."""

Table = npt.NDArray[np.void]
"""An open hash table, of a power of two places, whose rows have a ``hash``."""


@compiled
def hashed(symbols: npt.NDArray[np.uint8]) -> np.uint64:
    """The hash of a spelling."""
    total = np.uint64(0)
    for symbol in symbols:
        total = total * BASE + np.uint64(symbol) + np.uint64(1)
    return total


@compiled
def slot(table: Table, wanted: np.uint64) -> int:
    """Where a hash stands in the table, or the free place where it would."""
    last = np.uint64(len(table) - 1)
    place = (wanted ^ (wanted >> np.uint64(29))) * BASE >> np.uint64(32) & last
    while table[place].hash != np.uint64(0) and table[place].hash != wanted:
        place = (place + np.uint64(1)) & last
    return np.int64(place)


@compiled
def _filled(table: Table, hashes: Hashes) -> npt.NDArray[np.int64]:
    places = np.zeros(len(hashes), np.int64)
    for i in range(len(hashes)):
        places[i] = slot(table, hashes[i])
        table[places[i]].hash = hashes[i]
    return places


def spellings(numbers: dict[bytes, int], after: dict[bytes, float], before: dict[bytes, float]) -> Table:
    """The table of words, by their symbols: their numbers, and how often a half-space follows or precedes them."""
    known = list(dict.fromkeys([*numbers, *after, *before]))
    table = np.zeros(1 << (2 * len(known) + 1).bit_length(), SPELLING)
    places = _filled(table, hashes(known))
    for name, values in (("number", numbers), ("after", after), ("before", before)):
        table[name][places] = [values.get(word, 0) for word in known]
    return table


def hashes(words: Iterable[bytes]) -> Hashes:
    """The hashes of many words."""
    found = list(words)
    lengths = np.array([len(word) for word in found], np.int64)
    return _each(np.frombuffer(b"".join(found), np.uint8), lengths)


@compiled
def _each(symbols: npt.NDArray[np.uint8], lengths: npt.NDArray[np.int64]) -> Hashes:
    found = np.zeros(len(lengths), np.uint64)
    start = 0
    for i in range(len(lengths)):
        found[i] = hashed(symbols[start : start + lengths[i]])
        start += lengths[i]
    return found
