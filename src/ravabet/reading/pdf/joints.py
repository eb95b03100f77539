"""Characters that share a glyph and marks that stand on one: put beside what they belong to, in reading order."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ravabet.reading.pdf.glyphs import Flags, Floats, Glyphs, Ints
from ravabet.reading.pdf.scripts import classes

MARK = ord("M")
"""The class of combining marks."""

MARK_STEP = 1e-5
"""How far left of its letter a mark is sorted, in points: after it, in right-to-left text."""

_STEP = 1e-3
_BLANK, _HALF_SPACE = 0x20, 0x200C
_NEAR = 12  # places in the file between characters of one glyph
_REACH = 1.0  # height of a mark over its letter's baseline, in font sizes
_LAM, _ALEFS = 0x644, (0x622, 0x623, 0x625, 0x627, 0x671)
_RIGHT_TO_LEFT = 0x590


def joined(*parts: Glyphs) -> Glyphs:
    """One set of glyphs out of several."""
    return Glyphs(*(np.concatenate([getattr(part, name) for part in parts]) for name in Glyphs.__slots__))


def places(glyphs: Glyphs) -> Floats:
    """Where each glyph is sorted in its row: at its left edge; the parts of a ligature beside each other as read."""
    place = glyphs.x.copy()
    for start, end in shared(glyphs):
        sign = 1 if glyphs.code[start] < _RIGHT_TO_LEFT else -1
        for step, member in enumerate(_as_read(glyphs, start, end)):
            place[member] += sign * step * _STEP
    return place


def shared(glyphs: Glyphs) -> list[tuple[int, int]]:
    """Stretches of characters that one glyph stands for; glyphs come sorted by place."""
    g = glyphs
    same = (np.diff(g.x) == 0) & (np.diff(g.y) == 0) & (np.abs(np.diff(g.rank)) <= _NEAR)
    same &= (g.code[1:] != 0x20) & (g.code[:-1] != 0x20)
    edges = np.diff(np.concatenate(([0], same.astype(np.int8), [0])))
    return [(int(a), int(b) + 1) for a, b in zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True)]


def _as_read(glyphs: Glyphs, start: int, end: int) -> list[int]:
    """The letters of a ligature as they are read; pdfium has turned those of a word that it took for left-to-right.

    A half-space in a glyph belongs before its letter: it is there for the letter to begin anew.
    """
    codes = glyphs.code[start:end].tolist()
    if len(codes) == 2 and codes[0] in _ALEFS and codes[1] == _LAM:
        return [start + 1, start]
    return sorted(range(start, end), key=lambda member: codes[member - start] != _HALF_SPACE)


def bases(marks: Glyphs, letters: Glyphs) -> Ints:
    """The letter that each mark stands on: the nearest by place, height and order in the file."""
    if not len(letters):
        return np.zeros(0, np.int64)
    return np.array([_base(marks, at, letters) for at in range(len(marks))], np.int64)


def _base(marks: Glyphs, at: int, letters: Glyphs) -> int:
    """The letter drawn at the mark's own place, else the one before it in the file if near, else the nearest."""
    middle, high, size = (marks.left[at] + marks.right[at]) / 2, marks.y[at], marks.size[at]
    first, last = np.searchsorted(-letters.y, [-high - _REACH * size, -high + _REACH * size])
    if first == last:
        first, last = 0, len(letters)
    near = slice(int(first), int(last))
    x, right, rank = letters.x[near], letters.right[near], letters.rank[near]
    outside = np.maximum(np.maximum(x - middle, middle - right), 0)
    off = np.abs((x + right) / 2 - middle) + np.abs(letters.y[near] - high)
    own = (x == marks.x[at]) & (letters.y[near] == high) & (np.abs(rank - marks.rank[at]) <= _NEAR)
    blank = letters.code[near] == _BLANK
    cost = (
        10 * outside
        + off
        - 1e3 * own
        + 1e6 * blank
        - 1e2 * (_said_before(rank, x, marks.rank[at], blank) & (outside < size / 2))
    )
    return int(first + np.argmin(cost))


def _said_before(rank: Ints, x: Floats, at: int, blank: Flags) -> Flags:
    """The letter that a mark follows: before it in the file, or after it where the file runs the other way."""
    before, after = rank == _last(rank[(rank < at) & ~blank], max), rank == _last(rank[(rank > at) & ~blank], min)
    forward = before.any() and after.any() and x[before][0] < x[after][0]
    return np.asarray(after if forward else before)


def _last(ranks: Ints, choose: Callable[[Ints], int]) -> int:
    return int(choose(ranks)) if len(ranks) else -1


def without_doubles(glyphs: Glyphs) -> Glyphs:
    """The glyphs without letters told twice: Typst gives letter and mark the text of both."""
    kind = classes(glyphs.code)
    seen: dict[tuple[int, ...], list[tuple[int, int]]] = {}
    dropped = np.zeros(len(glyphs), np.bool_)
    for start, end in shared(glyphs):
        if MARK not in kind[start:end]:
            continue
        twins = seen.setdefault(tuple(sorted(glyphs.code[start:end].tolist())), [])
        twin = next((t for t in twins if abs(glyphs.x[t[0]] - glyphs.x[start]) < glyphs.size[start]
                     and abs(glyphs.y[t[0]] - glyphs.y[start]) < glyphs.size[start]), None)  # fmt: skip
        if twin is None:
            twins.append((start, end))
            continue
        upper = max((twin, (start, end)), key=lambda t: float(glyphs.low[t[0] : t[1]].min()))
        dropped[upper[0] : upper[1]] = True
    return glyphs.take(~dropped)
