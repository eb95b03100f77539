"""The first look: what every line holds that a sound line does not, read once over all the text, nothing sampled.

A look judges nothing. It says which lines are worth a second one, cheaply enough (some 5 ns a character) for text that
is nearly always sound. One compiled loop reads each character once; what it sums is told in ``direction``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ravabet.repairing.atoms import ALPHABET, FIRST_LETTER, NUMBER, SPACE
from ravabet.repairing.compiled import compiled
from ravabet.repairing.direction import (
    EDGE_BITS,
    FIGURE,
    FORM,
    GAP,
    HIGH,
    NEWLINE,
    ONE,
    SCALE,
    SIGN,
    STOP,
    STRAY,
    TWO,
    WORD_BITS,
    Codes,
    Symbols,
    class_table,
    codes_of,
    symbol_table,
    tables,
)

Counts = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]

PIECE = 1 << 16
"""Characters looked at together, up to a line end: what stays in the cache of the processor."""

APART = 0.2
"""Letters that stand alone, to each character of a line: twice as many where letters are apart, in prose 0.01."""

FEW = 2
"""Letters that stand alone in many a short line."""


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

    def rows(self) -> tuple[Counts, ...]:
        """The counts, in the order of the fields."""
        return tuple(getattr(self, field.name) for field in fields(self))

    def apart(self) -> Mask:
        """Which lines hold so many letters that stand alone."""
        found: Mask = (self.singles > FEW) & (self.singles >= APART * self.sizes)
        return found


def look(text: str) -> Look:
    """The look of a text, line by line."""
    return Look(*counted(text))


def counted(text: str) -> Counts:
    """The same as one table, a row for each field of a ``Look``."""
    found = [_counted(codes_of(f"\n{piece}\n"), piece.count("\n") + 1, _tables()) for piece in _pieces(text)]
    return found[0] if len(found) == 1 else np.concatenate(found, axis=1)


def again(seen: Look, numbers: Sequence[int], lines: Sequence[str]) -> Look:
    """The look of a text of which these lines have changed."""
    changed = counted("\n".join(lines[number] for number in numbers))
    rows = [row.copy() for row in seen.rows()]
    for row, new in zip(rows, changed, strict=True):
        row[list(numbers)] = new
    return Look(*rows)


def _pieces(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > PIECE:
        end = text.find("\n", start + PIECE)
        if end < 0:
            break
        yield text[start:end]
        start = end + 1
    yield text[start:]


class Tables(NamedTuple):
    """By symbol: its kind for the marks and its class for the words; by pair: what ``direction`` knows of it."""

    symbols: Symbols
    kinds: Symbols
    classes: Symbols
    letters: npt.NDArray[np.int8]
    words: npt.NDArray[np.int8]
    edges: npt.NDArray[np.int8]


LETTER, DIGITS, CLOSING, BLANK, END = 1, 2, 4, 8, 16
"""Kinds of symbols: letters, numbers, stops and closing brackets, spaces, line ends."""

SIZES, LETTERS, WORDS, STOPS, BESIDE, MARKS, SINGLES, FORMS, STRAYS, SIGNS = range(10)
"""Rows of counts, as the fields of a ``Look``."""

_FIRST, _SECOND, _ROUND = np.uint64(ONE), np.uint64(TWO), np.uint64(0xFFFFFFFF)
_SCALE = int(SCALE)


@lru_cache(maxsize=1)
def _tables() -> Tables:
    kinds = np.zeros(256, dtype=np.uint8)
    kinds[FIRST_LETTER : len(ALPHABET)] = LETTER
    kinds[NUMBER] = DIGITS
    kinds[[ALPHABET.index(stop) for stop in ".،؛:!؟)»"]] = CLOSING
    kinds[SPACE], kinds[NEWLINE] = BLANK, END
    classes, known = np.frombuffer(class_table(), dtype=np.uint8), tables()
    return Tables(symbol_table(), kinds, classes, known.letters, known.words, known.edges)


@compiled
def _counted(codes: Codes, lines: int, tables: Tables) -> Counts:
    """What each line holds, a row for each field of a ``Look``; the text begins and ends with a line end."""
    counts = np.zeros((10, lines), np.int32)
    symbols = np.empty(len(codes), np.uint8)
    for i in range(len(codes)):
        symbols[i] = tables.symbols[codes[i]]
    line, begun = 0, 0
    for i in range(1, len(symbols)):
        one, two = symbols[i - 1], symbols[i]
        counts[LETTERS, line] += tables.letters[np.int64(one) << 6 | np.int64(two)]
        first, second = tables.kinds[one], tables.kinds[two]
        if first | second == LETTER | DIGITS or (first >= BLANK and second == BLANK):
            counts[MARKS, line] += 1
        if i > 1 and first & (LETTER | CLOSING):
            _single(counts, line, tables.kinds[symbols[i - 2]], first, second)
        if two >= FORM:
            _strange(counts, line, two)
        if two == NEWLINE:
            counts[SIZES, line] = i - begun - 1
            _worded(counts, line, symbols, begun, i, tables)
            line, begun = line + 1, i
    counts[LETTERS] //= _SCALE
    counts[WORDS] //= _SCALE
    counts[STOPS] //= _SCALE
    return counts


@compiled
def _single(counts: Counts, line: int, before: int, kind: int, after: int) -> None:
    """Count a letter between two spaces, and a stop that stands before a word or at the start of its line."""
    if kind == LETTER:
        if before >= BLANK and after >= BLANK:
            counts[SINGLES, line] += 1
    elif (before >= BLANK and after == LETTER) or (before == END and after == BLANK):
        counts[MARKS, line] += 1


@compiled
def _strange(counts: Counts, line: int, symbol: int) -> None:
    if symbol == FORM:
        counts[FORMS, line] += 1
    elif symbol == STRAY:
        counts[STRAYS, line] += 1
    elif symbol in (SIGN, HIGH):
        counts[SIGNS, line] += 1


@compiled
def _worded(counts: Counts, line: int, symbols: Symbols, begun: int, ended: int, tables: Tables) -> None:
    """Sum what the pairs of words of a line say, and of those beside stops and numbers (see ``direction.of_words``)."""
    count, before, tail_before, look_before = 0, GAP, np.uint64(0), np.uint64(0)
    start = begun + 1
    while start < ended:
        held = tables.classes[symbols[start]]
        end = start + 1
        if held == GAP:
            start = end
            continue
        while held != STOP and tables.classes[symbols[end]] == held:
            end += 1
        head, tail, look = _hashed(symbols, start, end)
        if count:
            mixed = (look_before * _SECOND & _ROUND ^ look >> np.uint64(7)) * _FIRST & _ROUND
            met = ((tail_before * _FIRST ^ head * _SECOND) & _ROUND) * _FIRST & _ROUND
            said = np.int64(tables.words[mixed >> np.uint64(32 - WORD_BITS)])
            said += tables.edges[met >> np.uint64(32 - EDGE_BITS)]
            counts[WORDS, line] += said
            if held >= FIGURE or before >= FIGURE:
                counts[STOPS, line] += said
                counts[BESIDE, line] += 1
        count, before, tail_before, look_before = count + 1, held, tail, look
        start = end


@compiled
def _hashed(symbols: Symbols, start: int, end: int) -> tuple[np.uint64, np.uint64, np.uint64]:
    """The first two symbols of a word, its last two, and its look, as ``direction.word_pairs`` makes them."""
    head, tail = np.uint64(symbols[start]), np.uint64(symbols[end - 1])
    if end - start > 1:
        head |= np.uint64(symbols[start + 1]) << np.uint64(6)
        tail |= np.uint64(symbols[end - 2]) << np.uint64(6)
    length = np.uint64(min(end - start, 15))
    look = ((head | tail << np.uint64(12)) * _FIRST ^ length * _SECOND) & _ROUND
    return head, tail, look
