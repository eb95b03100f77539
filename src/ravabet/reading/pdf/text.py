"""Paragraphs to one text, every character with its box."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from ravabet.reading.pdf.boxes import Boxes
from ravabet.reading.pdf.lines import SPACE, Line
from ravabet.reading.pdf.page import Page

_BROKEN = re.compile(r"([^\W\d_]{2,})-$")
_GOES_ON = re.compile(r"[^\W\d_]+")


def text_of(paragraphs: Sequence[Sequence[Line]], pages: Sequence[Page]) -> tuple[str, Boxes]:
    """One paragraph a line, line ends within it made spaces, words broken at a hyphen made whole; and the boxes."""
    words = {word for paragraph in paragraphs for line in paragraph for word in line.text.split() if "-" in word}
    parts: list[str] = []
    glyphs: list[int] = []
    numbers: list[int] = []
    for paragraph in paragraphs:
        for text, places, number in _joined(paragraph, words):
            parts.append(text)
            glyphs += places
            numbers += [number] * len(text)
    text = "".join(parts)
    return text.removesuffix("\n"), _boxes(glyphs[: len(text.removesuffix("\n"))], numbers, pages)


def _joined(paragraph: Sequence[Line], words: set[str]) -> Iterator[tuple[str, list[int], int]]:
    for at, line in enumerate(paragraph):
        following = paragraph[at + 1] if at + 1 < len(paragraph) else None
        text, glyphs = line.text, line.glyphs
        end = "\n" if following is None else " "
        if following is not None and text.endswith("-"):
            text, end = _unbroken(text, following.text, words)
        yield text, glyphs[: len(text)], line.page
        if end:
            yield end, [SPACE], line.page


def _unbroken(text: str, following: str, words: set[str]) -> tuple[str, str]:
    """The end of a line without the hyphen that breaks a word, and what comes before the next line."""
    broken, rest = _BROKEN.search(text), _GOES_ON.match(following)
    if not broken or not rest or broken[1][-1].isupper():
        return text, "" if text[-2:-1].isalnum() and following[:1].isalnum() else " "
    if not rest[0][0].islower():
        return text, ""
    whole = broken[1] + "-" + rest[0]
    return (text, "") if whole in words else (text[:-1], "")


def _boxes(glyphs: Sequence[int], numbers: Sequence[int], pages: Sequence[Page]) -> Boxes:
    """The box of each character: of its glyph on its page."""
    places, page_of = np.array(glyphs, np.int64), np.array(numbers[: len(glyphs)], np.int64)
    counts = np.zeros(max((page.number for page in pages), default=0) + 1, np.int64)
    for page in pages:
        counts[page.number] = len(page.corners)
    starts = np.cumsum(counts) - counts
    shown = places >= 0
    found = np.zeros((len(places), 4), np.float32)
    if shown.any():
        found[shown] = np.concatenate([page.corners for page in pages])[(starts[page_of] + places)[shown]]
    return Boxes(np.where(shown, page_of, 0).astype(np.uint16), found)
