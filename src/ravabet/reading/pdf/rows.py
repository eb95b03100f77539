"""Glyphs of a page to rows: what shares a baseline, from left to right, with the spaces between."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ravabet.reading.pdf.glyphs import Flags, Floats, Glyphs, Ints
from ravabet.reading.pdf.joints import MARK, MARK_STEP, bases, joined, places, without_doubles
from ravabet.reading.pdf.scripts import classes

SPACE = 0.17
"""Least gap, in font sizes, that is a space where the file has none; the narrowest word space of a font is about 0.2."""

LEAST = 0.1
"""Least gap, in font sizes, at which pdfium is believed that there is a space."""

FLAT = 0.12
"""Greatest height of a stretch, and least width, in font sizes."""

CELL = 1.0
"""Least gap, in font sizes, at which a row may fall into two pieces (columns, cells of a table)."""

_SAME_ROW = 0.4
_FIRST = 0x20
_FLAT = np.array([ord(char) for char in "-_~.=،,ـ·‐‑‒–—―−…¯'`\"’‘“”؛٫٬^"])


@dataclass(frozen=True, slots=True)
class Rows:
    """Glyphs in order of row (top first) and place (left first).

    ``space[i]``: whether there is a space between glyph i - 1 and glyph i; ``piece`` counts stretches that no wide gap
    parts. ``kind`` is the class of each glyph as in ``scripts``.
    """

    glyphs: Glyphs
    kind: Ints
    row: Ints
    piece: Ints
    space: Flags


def rows_of(glyphs: Glyphs) -> Rows:
    """The rows of a page whose glyphs all stand upright."""
    glyphs = without_doubles(glyphs.take(np.lexsort((glyphs.rank, -glyphs.x, -glyphs.y))))
    marks = classes(glyphs.code) == MARK
    letters, marks_ = glyphs.take(~marks), glyphs.take(marks)
    row = _row_numbers(letters)
    place = places(letters)
    base = bases(marks_, letters)
    glyphs = joined(letters, marks_)
    row = np.concatenate((row, row[base]))
    place = np.concatenate((place, place[base] - MARK_STEP * (1 + np.arange(len(base)) % 7)))
    kind = classes(glyphs.code)
    blank = (kind == ord("W")) | (glyphs.code == 0xA0)
    order = np.lexsort((blank, place, row))
    glyphs, row, kind, blank = glyphs.take(order), row[order], kind[order], blank[order]
    inked = glyphs.take(~blank)
    gap, new_row, reach = _gaps(inked, row[~blank])
    spaced, guessed = _spaced(glyphs, blank, reach)
    space = (spaced | (guessed & (gap > LEAST * inked.size)) | (gap > SPACE * inked.size)) & ~new_row
    piece = np.cumsum(new_row | (gap > CELL * inked.size))
    return _without(_fills(inked, kind[~blank]), Rows(inked, kind[~blank], row[~blank], piece, space))


def _spaced(glyphs: Glyphs, blank: Flags, reach: Floats) -> tuple[Flags, Flags]:
    """Whether a space of the file, or one that pdfium guessed, stands before each inked glyph.

    A space that another glyph is drawn over is none: it hangs over the end of a line.
    """
    ink = np.flatnonzero(~blank)
    at = np.searchsorted(ink, np.flatnonzero(blank))  # the inked glyph after each space
    g = glyphs.take(blank)
    covered = (at > 0) & (reach[at - 1] > (g.x + g.right) / 2)
    spaced, guessed = np.zeros(len(ink) + 1, np.bool_), np.zeros(len(ink) + 1, np.bool_)
    spaced[at[~covered & ~g.guessed]] = True
    guessed[at[g.guessed]] = True
    return spaced[:-1], guessed[:-1]


def _fills(glyphs: Glyphs, kind: Ints) -> Flags:
    """Glyphs that only fill: control characters, and flat ones that their character is not: a letter's stretch.

    LibreOffice stretches Arabic letters with a glyph whose character it leaves to chance.
    """
    flat = (glyphs.high - glyphs.low < FLAT * glyphs.size) & (glyphs.right - glyphs.left > FLAT * glyphs.size)
    named = (kind == ord("M")) | (kind == ord("F")) | np.isin(glyphs.code, _FLAT)
    return (glyphs.code < _FIRST) | (flat & ~named & (glyphs.high > glyphs.low))


def _row_numbers(glyphs: Glyphs) -> Ints:
    """The row of each glyph, counted from the top; glyphs come highest first."""
    step = -np.diff(glyphs.y)
    least = np.minimum(glyphs.size[1:], glyphs.size[:-1])
    return np.concatenate(([0], np.cumsum(step > _SAME_ROW * least)))[: len(glyphs)].astype(np.int64)


def _gaps(glyphs: Glyphs, row: Ints) -> tuple[Floats, Flags, Floats]:
    """The white before each glyph, whether it opens its row, and how far right its row reaches up to it."""
    new_row = np.diff(row, prepend=-1) > 0
    step = float(glyphs.right.max(initial=0) - min(glyphs.x.min(initial=0), 0)) + 1
    reach = np.maximum.accumulate(glyphs.right + row * step) - row * step
    gap = np.where(new_row, 0, glyphs.x - np.concatenate(([0], reach[:-1])))
    return gap, new_row, reach


def _without(dropped: Flags, rows: Rows) -> Rows:
    """The rows without some glyphs, the spaces before these handed on to the next."""
    if not dropped.any():
        return rows
    handed = rows.space.copy()
    for at in np.flatnonzero(dropped):
        if at + 1 < len(handed) and rows.row[at + 1] == rows.row[at]:
            handed[at + 1] |= handed[at]
    keep = ~dropped
    return Rows(rows.glyphs.take(keep), rows.kind[keep], rows.row[keep], rows.piece[keep], handed[keep])
