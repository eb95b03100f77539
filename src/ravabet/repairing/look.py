"""The first look: what every line holds that a sound line does not, read once over all the text, nothing sampled.

A look judges nothing. It says which lines are worth a second one, cheaply enough (some 15 ns a character) for text that
is nearly always sound.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from ravabet.repairing import direction
from ravabet.repairing.atoms import ALPHABET, FIRST_LETTER, NUMBER, SPACE
from ravabet.repairing.direction import FORM, HIGH, NEWLINE, SCALE, SIGN, STRAY

Counts = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]

PIECE = 1 << 16
"""Characters looked at together, up to a line end: what stays in the cache of the processor."""

SINGLES = 0.2
"""Letters that stand alone, to each character of a line: twice as many where letters are apart, in prose 0.01."""


@dataclass(frozen=True, slots=True)
class Look:
    """What each line holds: nats for its direction by letters and by words, and by the words beside stops and numbers.

    ``beside``: how many pairs of words these were; ``marks``: traces of runs in screen order; ``singles``: letters that
    stand alone; ``forms``, ``strays``, ``signs``: presentation forms, invisible characters, what misread bytes become.
    """

    sizes: Counts
    letters: Counts
    words: Counts
    stops: Counts
    beside: Counts
    marks: Counts
    singles: Counts
    forms: Counts
    strays: Counts
    signs: Counts

    def __len__(self) -> int:
        return len(self.sizes)

    def apart(self) -> Mask:
        """Which lines hold so many letters that stand alone."""
        found: Mask = (self.singles > 2) & (self.singles >= SINGLES * self.sizes)
        return found


def look(text: str) -> Look:
    """The look of a text, line by line."""
    found = [_look(piece) for piece in _pieces(text)]
    if len(found) == 1:
        return found[0]
    names = Look.__dataclass_fields__
    return Look(*(np.concatenate([getattr(each, name) for each in found]) for name in names))


def _pieces(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > PIECE:
        end = text.find("\n", start + PIECE)
        if end < 0:
            break
        yield text[start:end]
        start = end + 1
    yield text[start:]


def _look(text: str) -> Look:
    symbols = direction.symbols_of(f"\n{text}\n")
    breaks = np.flatnonzero(symbols == NEWLINE)
    starts = breaks[:-1]
    tables = direction.tables()
    letters = np.append(tables.of_letters(symbols), np.int8(0))
    words, stops, beside = _worded(symbols, starts)
    forms, strays = (_counted(symbols == kind, starts) for kind in (FORM, STRAY))
    return Look(
        np.diff(breaks).astype(np.int32) - 1,
        _summed(letters, starts) // int(SCALE),
        words,
        stops,
        beside,
        _summed(_marks(symbols).view(np.int8), starts),
        _summed(_singles(symbols).view(np.int8), starts),
        forms,
        strays,
        _counted((symbols == SIGN) | (symbols == HIGH), starts),
    )


def _summed(values: npt.NDArray[np.int8], starts: npt.NDArray[np.intp]) -> Counts:
    return np.add.reduceat(values, starts, dtype=np.int32)


def _counted(held: Mask, starts: npt.NDArray[np.intp]) -> Counts:
    if not held.any():
        return np.zeros(len(starts), dtype=np.int32)
    return _summed(held.view(np.int8), starts)


def _worded(symbols: direction.Symbols, starts: npt.NDArray[np.intp]) -> tuple[Counts, Counts, Counts]:
    """Nats of the pairs of words of each line, of those beside stops and numbers, and how many these are."""
    words = direction.words_of(symbols)
    worth = direction.tables().of_words(symbols, words)
    beside = words.classes >= direction.FIGURE
    beside = beside[1:] | beside[:-1]
    edges = np.searchsorted(words.starts, np.append(starts, len(symbols)))
    one, two, three = (_between(values, edges) for values in (worth, worth * beside, beside))
    return one // int(SCALE), two // int(SCALE), three


def _between(values: npt.NDArray[np.generic], edges: npt.NDArray[np.intp]) -> Counts:
    """The sums over the pairs inside each line, whose words start at ``edges``; a pair over a line end is in none."""
    sums = np.zeros(len(values) + 2, dtype=np.int32)
    np.cumsum(values, dtype=np.int32, out=sums[1:-1])
    sums[-1] = sums[-2]
    return sums[np.maximum(edges[1:] - 1, edges[:-1])] - sums[edges[:-1]]


@lru_cache(maxsize=1)
def _kinds() -> bytes:
    """Symbols as letters (1), numbers (2), stops and closing brackets (4), spaces (8), line ends (16)."""
    table = np.zeros(256, dtype=np.uint8)
    table[FIRST_LETTER : len(ALPHABET)] = 1
    table[NUMBER] = 2
    table[[ALPHABET.index(stop) for stop in ".،؛:!؟)»"]] = 4
    table[SPACE], table[NEWLINE] = 8, 16
    return table.tobytes()


def _classed(symbols: direction.Symbols) -> direction.Symbols:
    return np.frombuffer(symbols.tobytes().translate(_kinds()), dtype=np.uint8)


def _marks(symbols: direction.Symbols) -> Mask:
    """Where runs in screen order leave marks: a stop before a word, a word against a number, spaces out of place."""
    kinds = _classed(symbols)
    pairs = kinds[:-1] | kinds[1:]
    glued = (pairs == 3) & (kinds[:-1] != 3)
    gap = (kinds[:-1] >= 8) & (kinds[1:] == 8)
    before = (kinds[1:-1] == 4) & (((kinds[:-2] >= 8) & (kinds[2:] == 1)) | ((kinds[:-2] == 16) & (kinds[2:] == 8)))
    found = np.zeros(len(symbols), dtype=np.bool_)
    found[:-1] = glued | gap
    found[:-2] |= before
    return found


def _singles(symbols: direction.Symbols) -> Mask:
    """Where a letter stands alone between two spaces."""
    kinds = _classed(symbols)
    found = np.zeros(len(symbols), dtype=np.bool_)
    found[:-2] = (kinds[:-2] >= 8) & (kinds[1:-1] == 1) & (kinds[2:] >= 8)
    return found
