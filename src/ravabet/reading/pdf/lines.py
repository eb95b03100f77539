"""Lines of a page as they are read, each character with the glyph it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ravabet.reading.pdf.glyphs import Ints
from ravabet.reading.pdf.order import ascending, reading_order, reads_right_to_left, stops_first
from ravabet.reading.pdf.rows import Rows

SPACE = -1
"""In ``Line.glyphs``: a character that stands for white, not for a glyph."""


@dataclass(slots=True)
class Line:
    """A printed line: ``text`` in reading order, ``glyphs[i]`` the glyph of character i on its page.

    ``forward[i]``: whether character i stands in a left-to-right run. Edges are in points. ``cells``: how many parts
    the row has that wide gaps part, as in a table. Lines of one ``block`` stand in one column.
    """

    text: str
    glyphs: list[int]
    forward: list[bool]
    right_to_left: bool
    left: float
    right: float
    y: float
    size: float
    cells: int
    page: int = 0
    block: int = 0


def line_of(rows: Rows, members: Ints, mostly: bool) -> Line:
    """The line of some glyphs of one row (places in ``rows``, left first)."""
    glyphs = rows.glyphs
    space = rows.space[members].copy()
    space[0] = False
    spaced = np.insert(members, np.flatnonzero(space), SPACE)
    seen = np.where(spaced == SPACE, ord("W"), rows.kind[spaced]).astype(np.uint8).tobytes().decode("ascii")
    codes = np.where(spaced == SPACE, 0x20, glyphs.code[spaced]).tolist()
    right_to_left = reads_right_to_left(seen, mostly)
    order = reading_order(seen, right_to_left)
    if right_to_left:
        order = ascending(codes, stops_first(codes, order))
    steps = [b - a == 1 for a, b in pairwise(order)]
    forward = [a or b for a, b in zip([False, *steps], [*steps, False], strict=True)]
    places = spaced.tolist()
    return Line(
        text="".join([chr(codes[i]) for i in order]),
        glyphs=[places[i] for i in order],
        forward=forward if right_to_left or "R" in seen else [True] * len(order),
        right_to_left=right_to_left,
        left=float(glyphs.x[members].min()),
        right=float(glyphs.right[members].max()),
        y=float(np.median(glyphs.y[members])),
        size=float(np.median(glyphs.size[members])),
        cells=1 + int(rows.cell[members[1:]].sum()),
    )


def mostly_right_to_left(rows: Rows) -> bool:
    """Whether a page is one of right-to-left text: a third of its letters suffice."""
    right, left = int((rows.kind == ord("R")).sum()), int((rows.kind == ord("L")).sum())
    return 2 * right > left
