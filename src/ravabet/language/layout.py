"""Lines and paragraphs: which line breaks end a thought and which only end a printed line."""

from __future__ import annotations

import re
import statistics
from functools import lru_cache

from ravabet.model import Span

_FINAL = re.compile(r"[.!?؟:…][»”\"’)\]]*\s*$")
_LINE = re.compile(r"[^\n]+")
MIN_WRAPPED_LINES = 5
"""Fewer lines cannot show that a text was broken at a page's width."""


@lru_cache(maxsize=4)
def lines(text: str) -> tuple[Span, ...]:
    """The lines that hold something, without the white space round them."""
    found = []
    for match in _LINE.finditer(text):
        part = match.group()
        if part.strip():
            left = len(part) - len(part.lstrip())
            found.append(Span(match.start() + left, match.start() + len(part.rstrip())))
    return tuple(found)


def is_wrapped(text: str) -> bool:
    """Whether the lines are those of a printed page: most of one length and most ending in mid-sentence."""
    parts = lines(text)
    if len(parts) < MIN_WRAPPED_LINES:
        return False
    widths = [part.end - part.start for part in parts]
    full = statistics.quantiles(widths, n=4)[2]
    near = sum(width > 0.75 * full for width in widths)
    open_ended = sum(not _FINAL.search(part.of(text)) for part in parts)
    return near >= 0.5 * len(parts) and open_ended >= 0.4 * len(parts) and full >= 40


@lru_cache(maxsize=4)
def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs: single lines, or, in a wrapped text, runs of lines up to one that is short or ends a sentence."""
    parts = lines(text)
    if not is_wrapped(text):
        return parts
    width = statistics.quantiles([part.end - part.start for part in parts], n=4)[2]
    found: list[Span] = []
    start: int | None = None
    for part in parts:
        start = part.start if start is None else start
        short = part.end - part.start < 0.7 * width
        if short or (_FINAL.search(part.of(text)) and part.end - part.start < 0.9 * width):
            found.append(Span(start, part.end))
            start = None
    if start is not None:
        found.append(Span(start, parts[-1].end))
    return tuple(found)
