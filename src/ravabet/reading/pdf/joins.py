"""Half-spaces and swallowed spaces, known from the shapes of the letters.

A letter that joins the next one has another shape than at the end of a word. Where a letter stands inside a word in
the shape that it has at word ends elsewhere in the document, a half-space parts it from the next; or, where there is
a sliver of white, a space that the font's kerning has swallowed. No word list is needed, and no language.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ravabet.reading.pdf.glyphs import Flags, Floats, Glyphs, Ints
from ravabet.reading.pdf.lines import SPACE, Line
from ravabet.reading.pdf.page import Page
from ravabet.reading.pdf.scripts import classes

HALF_SPACE = "\u200c"
INSERTED = -2
"""In ``Line.glyphs``: a half-space put back."""

SLIVER = 0.03
"""Least white, in font sizes, that tells a swallowed space from a half-space."""

SHARE = 0.25
"""Least ratio of a shape's uses at word ends to those inside words for a final shape; half-spaces make it low."""

MOST = 0.12
"""Greatest share of letters inside words with a final shape: Persian has 4 per cent; a font without shapes has most."""

_HALF, _WHOLE = 1, 2
_NO_SHAPE = -1
_JOINING = np.zeros(0x10000, np.bool_)
_JOINING[[ord(c) for c in "بتثجحخسشصضطظعغفقكلمنهيئىکگچپیھہےېۆۍڭټځښګڼ"]] = True
_NO_LETTERS = [ord(char) for char in "ـ؛؟۔٭؞"]
_BREAKING = ord("ة")  # stands at word ends only


def restore_joins(pages: Sequence[Page]) -> None:
    """Puts half-spaces, and spaces that kerning swallowed, into the lines of a document."""
    lines = [(line, page) for page in pages for line in page.lines if line.right_to_left]
    if not lines:
        return
    codes = np.frombuffer(
        "\n".join([line.text for line, _ in lines]).encode("utf-32-le", "surrogatepass"), np.uint32
    ).astype(np.int64)
    if HALF_SPACE in {chr(code) for code in np.unique(codes).tolist()}:
        return  # this producer keeps them
    shapes, gaps = _shapes_and_gaps(lines, len(codes))
    letter = np.flatnonzero(classes(codes) != ord("M"))
    put = np.zeros(len(codes), np.uint8)
    inside, ends = _contexts(codes[letter])
    final = _final(shapes[letter], inside, ends) & inside
    white = gaps[letter] > SLIVER
    put[letter[final]] = _HALF
    put[letter[final & white]] = _WHOLE
    put[letter[inside & white & (codes[letter] == _BREAKING)]] = _WHOLE
    at = 0
    for line, _ in lines:
        end = at + len(line.text)
        _insert(line, put[at:end])
        at = end + 1


def _shapes_and_gaps(lines: Sequence[tuple[Line, Page]], count: int) -> tuple[Ints, Floats]:
    """For every character its glyph's shape, as one number, and the white after it (font sizes).

    A page whose file holds its spaces swallows none, so no white is told of it. Where the file gives no widths, the
    least white that is ever seen beside a shape is its own.
    """
    shapes, gaps, next_ = np.full(count, _NO_SHAPE), np.zeros(count), np.full(count, _NO_SHAPE)
    known = {id(page): _shapes(page.glyphs) for page in {id(page): page for _, page in lines}.values()}
    at = 0
    for line, page in lines:
        places, g = np.array(line.glyphs, np.int64), page.glyphs
        real = np.flatnonzero(places >= 0)
        shapes[at + real] = known[id(page)][places[real]]
        both = np.flatnonzero((places[:-1] >= 0) & (places[1:] >= 0)) if not page.spaced else real[:0]
        here, after = places[both], places[both + 1]
        gaps[at + both] = (g.x[here] - g.right[after]) / g.size[here]
        next_[at + both] = np.where(g.bare[after], known[id(page)][after], _NO_SHAPE)
        at += len(places) + 1
    bare = next_ != _NO_SHAPE
    _, number = np.unique(next_[bare], return_inverse=True)
    least = np.full(int(number.max(initial=0)) + 1, np.inf)
    np.minimum.at(least, number, gaps[bare])
    gaps[bare] -= least[number]
    return shapes, gaps


def _shapes(glyphs: Glyphs) -> Ints:
    """The shape of each glyph: its character and the edges of its ink round its origin, in hundredths of its size."""
    g = glyphs
    edges = (g.right - g.x, g.x - g.left, g.high - g.y, g.y - g.low)
    shape = g.code.copy()
    for edge in edges:
        shape = shape * 1021 + np.rint(50 * edge / g.size).astype(np.int64) % 1021
    return np.abs(shape)


def _contexts(codes: Ints) -> tuple[Flags, Flags]:
    """Letters that could join the next: those with a letter after them, and those at the end of a word."""
    letter = (classes(codes) == ord("R")) & ~np.isin(codes, _NO_LETTERS)
    joining = _JOINING[np.minimum(codes, 0xFFFF)] | (codes == _BREAKING)
    followed = np.append(letter[1:], False)
    return joining & followed, joining & ~followed


def _final(shapes: Ints, inside: Flags, ends: Flags) -> Flags:
    """Whether a letter has a shape that is usual at word ends, more so than inside words."""
    known, number = np.unique(shapes, return_inverse=True)
    at_end = np.bincount(number, weights=ends & (shapes != _NO_SHAPE), minlength=len(known))
    within = np.bincount(number, weights=inside & (shapes != _NO_SHAPE), minlength=len(known))
    found = ((at_end > 0) & (at_end >= SHARE * within))[number]
    telling = (found & inside).sum() <= MOST * max(1, int(inside.sum()))
    return np.asarray(found & telling)


def _insert(line: Line, put: npt.NDArray[np.uint8]) -> None:
    where = np.flatnonzero(put)
    if not len(where):
        return
    text, glyphs, forward, last = [], [], [], 0
    for at in (where + 1).tolist():
        space = put[at - 1] == _WHOLE
        text += [line.text[last:at], " " if space else HALF_SPACE]
        glyphs += [*line.glyphs[last:at], SPACE if space else INSERTED]
        forward += [*line.forward[last:at], False]
        last = at
    line.text = "".join([*text, line.text[last:]])
    line.glyphs = [*glyphs, *line.glyphs[last:]]
    line.forward = [*forward, *line.forward[last:]]
