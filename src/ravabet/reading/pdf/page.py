"""One page to lines in reading order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pypdfium2

from ravabet.reading.pdf.glyphs import Glyphs, glyphs_of, turned
from ravabet.reading.pdf.lines import Line, line_of, mostly_right_to_left
from ravabet.reading.pdf.rows import rows_of


HELD = 0.5
"""Share of the spaces on a page that must be in the file for it to be one that holds its spaces."""


@dataclass(slots=True)
class Page:
    """A page: its size in points, its lines as they are read, and the glyphs that these point into.

    ``spaced``: whether the file holds the spaces between words, as most do.
    """

    number: int
    size: tuple[float, float]
    glyphs: Glyphs
    lines: list[Line]
    spaced: bool


def page_of(page: pypdfium2.PdfPage, number: int) -> Page:
    """The lines of a page, counted from 1; text that is turned comes after the rest."""
    size = page.get_size()
    glyphs = glyphs_of(page)
    parts: list[Glyphs] = []
    lines: list[Line] = []
    base, spaced = 0, False
    for turn in np.argsort(-np.bincount(glyphs.turn, minlength=4), kind="stable").tolist():
        chosen = glyphs.take(glyphs.turn == turn)
        if not len(chosen):
            continue
        rows = rows_of(turned(chosen, turn, *size))
        spaced |= rows.held > HELD
        mostly = mostly_right_to_left(rows)
        for members in np.split(np.arange(len(rows.row)), np.flatnonzero(np.diff(rows.row)) + 1):
            if len(members):
                line = line_of(rows, members, mostly)
                line.page = number
                line.glyphs = [g + base if g >= 0 else g for g in line.glyphs]
                lines.append(line)
        parts.append(rows.glyphs)
        base += len(rows.glyphs)
    joined = Glyphs(*(np.concatenate([getattr(p, n) for p in parts]) for n in Glyphs.__slots__)) if parts else glyphs
    return Page(number, size, joined, lines, spaced)
