"""Columns: where a page falls into stretches that are read one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np
import numpy.typing as npt

from ravabet.reading.pdf.glyphs import Ints
from ravabet.reading.pdf.rows import Rows

MIN_LINES = 3
"""Fewest lines on either side of a gutter."""

MIN_LETTERS = 12
"""Fewest letters of a usual line of a column; cells of tables have fewer."""

MIN_FILL = 0.4
"""Least share of its column that a usual line fills."""

_STEP = 3.0
_MOST_TRIED = 60
_PLAY = 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row without a wide gap: glyphs ``start`` to ``end`` of the rows."""

    row: int
    y: float
    left: float
    right: float
    start: int
    end: int

    @property
    def letters(self) -> int:
        """How many glyphs it has."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Gutter:
    """White from top to bottom of a stretch of a page, with the pieces over, right of, left of and under it."""

    over: list[Piece]
    right: list[Piece]
    left: list[Piece]
    under: list[Piece]


def blocks_of(rows: Rows, right_to_left: bool) -> list[list[Ints]]:
    """The blocks of a page as they are read, each with its lines, each line the places of its glyphs, left first."""
    pieces = _pieces(rows)
    return [
        [np.concatenate([np.arange(p.start, p.end) for p in line]) for _, line in groupby(block, lambda p: p.row)]
        for block in _blocks(pieces, right_to_left)
    ]


def _pieces(rows: Rows) -> list[Piece]:
    if not len(rows.piece):
        return []
    starts = np.flatnonzero(np.diff(rows.piece, prepend=-1))
    ends = np.append(starts[1:], len(rows.piece))
    g = rows.glyphs
    left, right = np.minimum.reduceat(g.x, starts), np.maximum.reduceat(g.right, starts)
    columns = (rows.row[starts], g.y[starts], left, right, starts, ends)
    return [Piece(*values) for values in zip(*(column.tolist() for column in columns), strict=True)]


def _blocks(pieces: list[Piece], right_to_left: bool) -> Iterator[list[Piece]]:
    gutter = _gutter(pieces)
    if gutter is None:
        if pieces:
            yield pieces
        return
    sides = (gutter.right, gutter.left) if right_to_left else (gutter.left, gutter.right)
    for part in (gutter.over, *sides, gutter.under):
        yield from _blocks(part, right_to_left)


def _gutter(pieces: list[Piece]) -> Gutter | None:
    """The gutter that parts the most text, None where there is none."""
    if len(pieces) < 2 * MIN_LINES:
        return None
    left, right = np.array([p.left for p in pieces]), np.array([p.right for p in pieces])
    best, most = None, 0
    for at in _tried(pieces, left, right):
        side = np.where(right <= at + _PLAY, -1, np.where(left >= at - _PLAY, 1, 0))
        for first, last in _stretches(side == 0):
            parted = _parted(pieces[first:last], side[first:last])
            if parted > most:
                best, most = (first, last, side), parted
    if best is None:
        return None
    first, last, side = best
    inner = list(zip(pieces[first:last], side[first:last].tolist(), strict=True))
    return Gutter(pieces[:first], [p for p, s in inner if s > 0], [p for p, s in inner if s < 0], pieces[last:])


def _tried(pieces: list[Piece], left: npt.NDArray[np.float64], right: npt.NDArray[np.float64]) -> list[float]:
    """Where a gutter may be: between pieces of one row, left of where many pieces begin, right of where many end."""
    between = [(a.right + b.left) / 2 for a, b in pairwise(pieces) if a.row == b.row]
    edges, count = np.unique(np.round(left / _STEP), return_counts=True)
    begins = (edges[count >= MIN_LINES] * _STEP - _STEP).tolist()
    edges, count = np.unique(np.round(right / _STEP), return_counts=True)
    begins += (edges[count >= MIN_LINES] * _STEP + _STEP).tolist()
    spots = sorted({round(x / _STEP) for x in (*between, *begins)})
    return [spot * _STEP for spot in spots[:: 1 + len(spots) // _MOST_TRIED]]


def _stretches(crossed: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Runs of pieces, from the top, that no piece across the gutter interrupts."""
    edges = np.flatnonzero(np.diff(np.concatenate(([True], crossed, [True])).astype(np.int8)))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2) if b - a >= 2 * MIN_LINES]


def _parted(pieces: list[Piece], side: npt.NDArray[np.int64]) -> int:
    """How many letters the lesser side has; 0 where the two are not columns of running text side by side."""
    sides = [[p for p, s in zip(pieces, side.tolist(), strict=True) if s == wanted] for wanted in (-1, 1)]
    if not all(_is_column(part) for part in sides):
        return 0
    one, other = ((part[0].y, part[-1].y) for part in sides)
    shared = min(one[0], other[0]) - max(one[1], other[1])
    if shared < 0.5 * min(one[0] - one[1], other[0] - other[1]):
        return 0
    return min(sum(p.letters for p in part) for part in sides)


def _is_column(pieces: list[Piece]) -> bool:
    lines = [list(line) for _, line in groupby(pieces, lambda p: p.row)]
    if len(lines) < MIN_LINES:
        return False
    width = max(p.right for p in pieces) - min(p.left for p in pieces)
    usual = np.median([max(p.right for p in line) - min(p.left for p in line) for line in lines])
    return bool(
        usual >= MIN_FILL * width and np.median([sum(p.letters for p in line) for line in lines]) >= MIN_LETTERS
    )
