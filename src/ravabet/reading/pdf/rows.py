"""Glyphs of a page to rows: what shares a baseline, from left to right, with the spaces between."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ravabet.reading.pdf.glyphs import Flags, Floats, Glyphs, Ints
from ravabet.reading.pdf.joints import MARK, MARK_STEP, bases, joined, places, without_doubles
from ravabet.reading.pdf.scripts import classes

USUAL = 0.17
"""A gap, in font sizes, that is likely a space: the narrowest word space of a font is about 0.2."""

SHARE, LEAST, MOST = 0.55, 0.09, 0.3
"""The least gap that is a space where the file has none: a share of the row's usual one, within bounds (font sizes)."""

FLAT = 0.12
"""Greatest height of a stretch, and least width, in font sizes."""

TABLE = 2.0
"""Least gap between cells of a table, in font sizes."""

CELL = 1.0
"""Least gap, in font sizes, at which a row may fall into two pieces (columns, cells of a table)."""

_ENOUGH = 3  # spaces that say what is usual in a row
_HANGS = 0.3  # of a space's width
_SAME_ROW = 0.4
_FIRST = 0x20
_MOSTLY = 0.3
_ON_LINE = 0.05  # distance of a stretch from the baseline, in font sizes
_STOPS = [ord(char) for char in ".-,:;'`"]
_FLAT = np.array([ord(char) for char in "-_~.=،,ـ·‐‑‒–—―−…¯'`\"’‘“”؛٫٬^"])


@dataclass(frozen=True, slots=True)
class Rows:
    """Glyphs in order of row (top first) and place (left first).

    ``space[i]``: whether there is a space between glyph i - 1 and glyph i; ``piece`` counts stretches that no wide gap
    parts. ``kind`` is the class of each glyph as in ``scripts``. ``cell``: whether
    a very wide gap stands before it. ``held``: the share of spaces that the file holds.
    """

    glyphs: Glyphs
    kind: Ints
    row: Ints
    piece: Ints
    cell: Flags
    space: Flags
    held: float


def rows_of(glyphs: Glyphs) -> Rows:
    """The rows of a page whose glyphs all stand upright."""
    glyphs = without_doubles(glyphs.take(np.lexsort((glyphs.rank, -glyphs.x, -glyphs.y))))
    marks = classes(glyphs.code) == MARK
    letters, marks_ = glyphs.take(~marks), glyphs.take(marks)
    row = _row_numbers(letters)
    place = places(letters)
    base = bases(marks_, letters)
    glyphs, spans = joined(letters, marks_), joined(letters, letters.take(base))
    row = np.concatenate((row, row[base]))
    place = np.concatenate((place, place[base] - MARK_STEP * (1 + np.arange(len(base)) % 7)))
    kind = classes(glyphs.code)
    blank = ((kind == ord("W")) | (glyphs.code == 0xA0)) & (glyphs.code >= _FIRST)
    order = np.lexsort((blank, place, row))
    glyphs, row, kind, blank = glyphs.take(order), row[order], kind[order], blank[order]
    inked = glyphs.take(~blank)
    gap, new_row = _gaps(spans.take(order).take(~blank), row[~blank])
    held = _spaced(glyphs, blank)
    space = (held | (gap > _least_space(gap, inked.size, row[~blank]))) & ~new_row
    piece = np.cumsum(new_row | (gap > CELL * inked.size)).astype(np.int64)
    wide = (gap > TABLE * inked.size) & ~new_row
    share = float((held & space).sum() / max(1, space.sum()))
    return _without(_fills(inked, kind[~blank]), Rows(inked, kind[~blank], row[~blank], piece, wide, space, share))


def _least_space(gap: Floats, size: Floats, row: Ints) -> Floats:
    """The least gap that is a space: about half of the usual space of the row, or of the page for a row with few."""
    wide = gap > USUAL * size
    page = float(np.median((gap / size)[wide])) if wide.any() else 2 * USUAL
    usual = np.full(int(row.max(initial=0)) + 1, page)
    rows, gaps = row[wide], (gap / size)[wide]
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    for start, end in pairwise([*starts.tolist(), len(rows)]):
        if end - start >= _ENOUGH:
            usual[rows[start]] = np.median(gaps[start:end])
    return np.clip(SHARE * usual, LEAST, MOST)[row] * size


def _spaced(glyphs: Glyphs, blank: Flags) -> Flags:
    """Whether a space of the file stands before each inked glyph.

    A space that begins where another glyph begins is none: it hangs over the end of a line.
    """
    ink = np.flatnonzero(~blank)
    at = np.searchsorted(ink, np.flatnonzero(blank))  # the inked glyph after each space
    g, before = glyphs.take(blank), glyphs.take(ink[np.maximum(at - 1, 0)])
    width = g.right - g.x
    covered = (at > 0) & (before.x > g.x - _HANGS * width) & (before.right > g.x + (1 - _HANGS) * width)
    spaced = np.zeros(len(ink) + 1, np.bool_)
    spaced[at[~covered]] = True
    return spaced[:-1]


def _fills(glyphs: Glyphs, kind: Ints) -> Flags:
    """Glyphs that only fill: control characters, and flat ones that their character is not: a letter's stretch.

    LibreOffice stretches Arabic letters with a glyph whose character it leaves to chance.
    """
    flat = (glyphs.high - glyphs.low < FLAT * glyphs.size) & (glyphs.right - glyphs.left > FLAT * glyphs.size)
    named = np.isin(kind, (MARK, ord("F"), ord("R"))) | np.isin(glyphs.code, _FLAT)
    lying = (glyphs.span > 2 * (glyphs.high - glyphs.low)) & (np.abs(glyphs.low - glyphs.y) < _ON_LINE * glyphs.size)
    drawn = flat.mean() < _MOSTLY if len(flat) else True  # a font that is missing has no ink at all
    odd = drawn & flat & (glyphs.high > glyphs.low) & (~named | (lying & np.isin(glyphs.code, _STOPS)))
    inner = np.concatenate(([False], odd | (kind == ord("R")) | (kind == MARK), [False]))
    touching = glyphs.right[:-1] > glyphs.x[1:] - _ON_LINE * glyphs.size[1:]
    told = (glyphs.code[1:] == glyphs.code[:-1]) & touching
    again = drawn & flat & (kind == ord("R")) & np.append(told, False)
    return np.asarray((glyphs.code < _FIRST) | again | (odd & inner[:-2] & inner[2:]))


def _row_numbers(glyphs: Glyphs) -> Ints:
    """The row of each glyph, counted from the top; glyphs come highest first."""
    step = -np.diff(glyphs.y)
    least = np.minimum(glyphs.size[1:], glyphs.size[:-1])
    return np.concatenate(([0], np.cumsum(step > _SAME_ROW * least)))[: len(glyphs)].astype(np.int64)


def _gaps(glyphs: Glyphs, row: Ints) -> tuple[Floats, Flags]:
    """The white before each glyph, and whether it opens its row."""
    new_row = np.diff(row, prepend=-1) > 0
    step = float(glyphs.right.max(initial=0) - min(glyphs.x.min(initial=0), 0)) + 1
    reach = np.maximum.accumulate(glyphs.right + row * step) - row * step
    gap = np.where(new_row, 0, glyphs.x - np.concatenate(([0], reach[:-1])))
    return gap, new_row


def _without(dropped: Flags, rows: Rows) -> Rows:
    """The rows without some glyphs, the spaces before these handed on to the next."""
    if not dropped.any():
        return rows
    handed = rows.space.copy()
    for at in np.flatnonzero(dropped):
        if at + 1 < len(handed) and rows.row[at + 1] == rows.row[at]:
            handed[at + 1] |= handed[at]
    keep = ~dropped
    return Rows(
        rows.glyphs.take(keep),
        rows.kind[keep],
        rows.row[keep],
        rows.piece[keep],
        rows.cell[keep],
        handed[keep],
        rows.held,
    )
