"""Glyphs of a page to rows: what shares a baseline, from left to right, with the spaces between."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ravabet.reading.pdf.glyphs import Flags, Floats, Glyphs, Ints
from ravabet.reading.pdf.scripts import classes

SPACE = 0.17
"""Least gap, in font sizes, that is a space where the file has none; the narrowest word space of a font is about 0.2."""

CELL = 1.0
"""Least gap, in font sizes, at which a row may fall into two pieces (columns, cells of a table)."""

_SAME_ROW = 0.4
_NUDGE = 1e-3
_LAM, _ALEFS = 0x644, (0x622, 0x623, 0x625, 0x627, 0x671)
_FILL = 0x20


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
    glyphs, row = _by_row(glyphs)
    kind = classes(glyphs.code)
    place = _places(glyphs, kind, row)
    order = np.lexsort((place, row))
    glyphs, row, kind = glyphs.take(order), row[order], kind[order]
    blank = (kind == ord("W")) | (glyphs.code == 0xA0)
    ink = ~blank
    gap, new_row = _gaps(glyphs.take(ink), row[ink])
    seen = np.concatenate(([0], np.cumsum(blank)))[np.flatnonzero(ink)]
    spaced = np.diff(seen, prepend=0) > 0
    size = glyphs.size[ink]
    space = (spaced | (gap > SPACE * size)) & ~new_row
    piece = np.cumsum(new_row | (gap > CELL * size))
    shown = glyphs.code[ink] >= _FILL  # a control character is a glyph that only fills: a stretch of a letter
    return _without(~shown, Rows(glyphs.take(ink), kind[ink], row[ink], piece, space))


def _by_row(glyphs: Glyphs) -> tuple[Glyphs, Ints]:
    glyphs = glyphs.take(np.argsort(-glyphs.y, kind="stable"))
    step = -np.diff(glyphs.y)
    least = np.minimum(glyphs.size[1:], glyphs.size[:-1])
    return glyphs, np.concatenate(([0], np.cumsum(step > _SAME_ROW * least))).astype(np.int64)


def _places(glyphs: Glyphs, kind: Ints, row: Ints) -> Floats:
    """Where each glyph is sorted: at its left edge; marks and parts of ligatures just beside what they belong to."""
    place = glyphs.x.copy()
    for start, end in _ligatures(glyphs):
        members = np.arange(start, end)
        sign = 1 if chr(glyphs.code[start]).isascii() or glyphs.code[start] < 0x590 else -1
        for step, member in enumerate(_letters_in_order(glyphs, members)):
            place[member] = glyphs.x[start] + sign * step * _NUDGE
    for mark in np.flatnonzero(kind == ord("M")):
        base = _base_of(mark, glyphs, kind, row)
        if base is not None:
            place[mark] = place[base] - _NUDGE * (1 + (glyphs.code[mark] != 0x651)) / 8
    return place


def _ligatures(glyphs: Glyphs) -> list[tuple[int, int]]:
    """Stretches of characters that one glyph stands for."""
    if len(glyphs) < 2:
        return []
    g = glyphs
    same = (np.diff(g.x) == 0) & (np.diff(g.y) == 0) & (np.diff(g.left) == 0) & (np.diff(g.right) == 0)
    same &= (np.abs(np.diff(g.rank)) == 1) & (g.code[1:] != 0x20) & (g.code[:-1] != 0x20)
    edges = np.diff(np.concatenate(([0], same.astype(np.int8), [0])))
    return [(int(a), int(b) + 1) for a, b in zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True)]


def _letters_in_order(glyphs: Glyphs, members: Ints) -> list[int]:
    """The letters of a ligature as they are read; pdfium has turned those of a word that it took for left-to-right."""
    codes = glyphs.code[members].tolist()
    if len(codes) == 2 and codes[0] in _ALEFS and codes[1] == _LAM:
        return members[::-1].tolist()
    return members.tolist()


def _base_of(mark: int, glyphs: Glyphs, kind: Ints, row: Ints) -> int | None:
    """The letter that a mark stands on: the nearest in its row by the middles of their boxes."""
    first, last = np.searchsorted(row, [row[mark], row[mark] + 1])
    here = np.arange(first, last)
    here = here[(kind[here] != ord("M")) & (kind[here] != ord("W"))]
    if not len(here):
        return None
    middle = (glyphs.left[mark] + glyphs.right[mark]) / 2
    outside = np.maximum(np.maximum(glyphs.x[here] - middle, middle - glyphs.right[here]), 0)
    off = np.abs((glyphs.left[here] + glyphs.right[here]) / 2 - middle)
    best = here[np.lexsort((np.abs(glyphs.rank[here] - glyphs.rank[mark]), off, np.round(outside, 1)))[0]]
    return int(best)


def _gaps(glyphs: Glyphs, row: Ints) -> tuple[Floats, Flags]:
    """The white before each glyph and whether it opens its row."""
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
    return Rows(rows.glyphs.take(keep), rows.kind[keep], rows.row[keep], rows.piece[keep], handed[keep])
