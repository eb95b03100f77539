"""What is on a page but not of the text: running heads and page numbers; and footnotes, which go after the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ravabet.reading.pdf.lines import Line
from ravabet.reading.pdf.page import Page

EDGE = 2
"""Rows from the top and from the bottom of a page that may be running heads."""

MIN_PAGES, MIN_SHARE = 2, 0.3
"""A line that stands at the edge of so many pages, and of such a share of them, is a running head."""

SMALL = 0.92
"""Greatest size of a footnote, in sizes of the text."""

LONE = 1.6
"""Least distance of a page number from the text, in font sizes."""

_NUMBER = re.compile(r"[\W_]*\d{1,4}(?:\s*[/|–-]\s*\d{1,4})?[\W_]*")
_DIGITS = re.compile(r"\d+")
_NOTE = re.compile(r"[(\[]?\s*(?:\d{1,3}|[*†‡]+)")


def drop_furniture(pages: Sequence[Page]) -> None:
    """Takes running heads and page numbers off the pages."""
    edges = [_edges(page) for page in pages]
    seen = Counter(key for rows in edges for key in {_key(line, at_top) for line, at_top in rows})
    least = max(MIN_PAGES, MIN_SHARE * len(pages))
    for page, rows in zip(pages, edges, strict=True):
        heads = [line for line, at_top in rows if seen[_key(line, at_top)] >= least or _is_page_number(line, page)]
        _take_off(page, heads)


def _edges(page: Page) -> list[tuple[Line, bool]]:
    """The lines near the top (True) and the bottom (False) of a page that has more than these."""
    heights = sorted({round(line.y) for line in page.lines}, reverse=True)
    top, bottom = set(heights[:EDGE]), set(heights[-EDGE:])
    return [(line, round(line.y) in top) for line in page.lines if round(line.y) in top | bottom]


def _key(line: Line, at_top: bool) -> tuple[str, bool]:
    return _DIGITS.sub("#", line.text).strip(), at_top


def _is_page_number(line: Line, page: Page) -> bool:
    if not _NUMBER.fullmatch(line.text):
        return False
    heights = [other.y for other in page.lines if other is not line]
    outermost = not heights or line.y < min(heights) or line.y > max(heights)
    return outermost and all(abs(line.y - y) > LONE * line.size for y in heights)


def _take_off(page: Page, lines: Sequence[Line]) -> None:
    gone = {id(line) for line in lines}
    page.lines = [line for line in page.lines if id(line) not in gone]


def footnotes(pages: Sequence[Page]) -> list[Line]:
    """Takes the footnotes off the pages and returns their lines: small print at the foot that begins with a number."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    if not sizes:
        return []
    usual = sizes.most_common(1)[0][0]
    notes = []
    for page in pages:
        foot = _foot(page, SMALL * usual)
        _take_off(page, foot)
        notes += foot
    return notes


def _foot(page: Page, small: float) -> list[Line]:
    """The small lines under all others of their page, from the first that begins with a number or sign."""
    text = [line.y for line in page.lines if line.size > small]
    if not text:
        return []
    foot = [line for line in page.lines if line.size <= small and line.y < min(text)]
    first = next((at for at, line in enumerate(foot) if _NOTE.match(line.text)), len(foot))
    return foot[first:]
