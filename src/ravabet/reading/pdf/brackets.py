"""Brackets that open and close: turned where the file keeps the shape that is seen instead of what is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ravabet.reading.pdf.lines import Line
from ravabet.reading.pdf.scripts import CLOSING, MIRRORED, OPENING

_AFTER_CLOSING = frozenset(".,:;!?؟،؛…%٪-–—/")
_BEFORE_OPENING = frozenset("-–—/:،")


def set_brackets(lines: Sequence[Line]) -> None:
    """Gives every bracket of a document the character that is meant.

    A bracket with white on one side only says itself whether it opens; from these the custom of the file is learnt,
    for right-to-left and left-to-right runs apart, and followed for the others.
    """
    custom: Counter[tuple[bool, bool]] = Counter()
    told = [list(_told(line)) for line in lines]
    for line, brackets in zip(lines, told, strict=True):
        for at, opens in brackets:
            if opens is not None:
                custom[line.forward[at], opens == (line.text[at] in OPENING)] += 1
    for line, brackets in zip(lines, told, strict=True):
        if brackets:
            line.text = _set(line, brackets, custom)


def _told(line: Line) -> Iterator[tuple[int, bool | None]]:
    """Each bracket of a line, and whether it opens by the white beside it (None: it does not say)."""
    text = line.text
    for at, char in enumerate(text):
        if char not in OPENING and char not in CLOSING:
            continue
        before, after = _beyond(text, at, -1), _beyond(text, at, 1)
        loose_before = before.isspace() or before in _BEFORE_OPENING
        loose_after = after.isspace() or after in _AFTER_CLOSING
        yield at, None if loose_before == loose_after else loose_before


def _beyond(text: str, at: int, step: int) -> str:
    """The first character on one side that is no bracket; white beyond the ends of a line."""
    at += step
    while 0 <= at < len(text) and text[at] in MIRRORED:
        at += step
    return text[at] if 0 <= at < len(text) else " "


def _set(line: Line, brackets: list[tuple[int, bool | None]], custom: Counter[tuple[bool, bool]]) -> str:
    chars = list(line.text)
    for at, opens in brackets:
        forward = line.forward[at]
        if opens is None:
            opens = (chars[at] in OPENING) == (custom[forward, True] >= custom[forward, False])
        if opens != (chars[at] in OPENING):
            chars[at] = MIRRORED[chars[at]]
    return "".join(chars)
