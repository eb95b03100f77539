"""One page to lines in reading order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2

from ravabet.reading.pdf.columns import blocks_of
from ravabet.reading.pdf.glyphs import Glyphs, glyphs_of, turned
from ravabet.reading.pdf.joints import joined
from ravabet.reading.pdf.lines import Line, line_of, mostly_right_to_left
from ravabet.reading.pdf.rows import rows_of

HELD = 0.5
"""Share of the spaces on a page that must be in the file for it to be one that holds its spaces."""


@dataclass(slots=True)
class Page:
    """A page: its size in points, its lines as they are read, and the glyphs that these point into.

    ``corners[i]`` is the box of glyph i on the page as it lies (left, bottom, right, top). ``spaced``: whether the file
    holds the spaces between words, as most do.
    """

    number: int
    size: tuple[float, float]
    glyphs: Glyphs
    corners: npt.NDArray[np.float32]
    lines: list[Line]
    spaced: bool


def page_of(page: pypdfium2.PdfPage, number: int) -> Page:
    """The lines of a page, counted from 1; text that is turned comes after the rest."""
    size = page.get_size()
    glyphs = glyphs_of(page)
    made = Page(number, size, glyphs, np.zeros((0, 4), np.float32), [], spaced=False)
    parts: list[Glyphs] = []
    for turn in np.argsort(-np.bincount(glyphs.turn, minlength=4), kind="stable").tolist():
        chosen = glyphs.take(glyphs.turn == turn)
        if len(chosen):
            parts.append(_add_lines(made, turned(chosen, turn, *size), sum(len(part) for part in parts)))
    if parts:
        made.glyphs = joined(*parts)
    places = np.searchsorted(glyphs.rank, made.glyphs.rank)
    edges = (glyphs.left, glyphs.bottom, glyphs.right, glyphs.top)
    made.corners = np.stack([edge[places] for edge in edges], axis=1).astype(np.float32)
    return made


def _add_lines(page: Page, glyphs: Glyphs, before: int) -> Glyphs:
    """Adds the lines of upright glyphs; returns those that the lines point into, ``before`` others ahead of them."""
    rows = rows_of(glyphs)
    page.spaced |= rows.held > HELD
    mostly = mostly_right_to_left(rows)
    for block in blocks_of(rows, mostly):
        number = page.lines[-1].block + 1 if page.lines else 0
        for members in block:
            line = line_of(rows, members, mostly)
            line.page, line.block = page.number, number
            line.glyphs = [place + before if place >= 0 else place for place in line.glyphs]
            page.lines.append(line)
    return rows.glyphs
