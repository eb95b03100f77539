"""Lines to paragraphs: which line ends are only the printer's."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ravabet.reading.pdf.lines import Line

SIZE = 0.1
"""Least difference in size between a heading and text, as a share."""

LEADING = 1.4
"""Least distance between paragraphs that are set apart, in usual distances of lines."""

INDENT = 0.8
"""Least indent of a paragraph's first line, in font sizes."""

FULL = 0.75
"""Least share of its column that the last line on a page fills if its paragraph goes on overleaf."""

_FINAL = re.compile(r"[.!?؟…:؛;][»”\"’)\]]*$")
_BULLET = re.compile(r"[•▪◦●○■□‣∙·◆►*–—-]\s")
_NUMBERED = re.compile(r"[(\[]?(?:\d{1,2}|\w)[.)\]–-]+\s")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Frame:
    """The column that a block stands in: its edges and the usual distance of its lines, in points."""

    left: float
    right: float
    leading: float


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines in reading order, gathered to paragraphs; one goes on over columns and pages where its sentence does."""
    found: list[list[Line]] = []
    before: Frame | None = None
    for _, block in groupby(lines, key=lambda line: (line.page, line.block)):
        members = list(block)
        frame = _frame(members)
        if not (found and before and _goes_on(found[-1][-1], members[0], before)):
            found.append([])
        found[-1].append(members[0])
        for last, line in pairwise(members):
            if _ends(last, line, frame):
                found.append([])
            found[-1].append(line)
        before = frame
    return found


def _frame(lines: Sequence[Line]) -> Frame:
    size = statistics.median_low(line.size for line in lines)
    usual = [line for line in lines if abs(line.size - size) <= SIZE * size]
    steps = [a.y - b.y for a, b in pairwise(lines) if 0 < a.y - b.y < 4 * size]
    leading = statistics.quantiles(steps, n=4)[0] if len(steps) > 1 else (steps[0] if steps else 2 * size)
    return Frame(min(line.left for line in usual), max(line.right for line in usual), leading)


def _ends(last: Line, line: Line, frame: Frame) -> bool:
    """Whether a paragraph ends between two lines of one block."""
    step = last.y - line.y
    return (
        abs(last.size - line.size) > SIZE * max(last.size, line.size)
        or step > LEADING * frame.leading
        or step < 0
        or (last.cells > 1 and line.cells > 1)
        or _room(last, frame) > _first_word(line)
        or _is_indented(last, line, frame)
        or _opens_item(last, line)
    )


def _room(line: Line, frame: Frame) -> float:
    """The white after a line; before it too where it stands in the middle."""
    after, before = line.left - frame.left, frame.right - line.right
    if not line.right_to_left:
        after, before = before, after
    centred = before > line.size and abs(before - after) < 0.1 * (frame.right - frame.left)
    return after + before if centred else after


def _first_word(line: Line) -> float:
    """How much room the first word of a line needs, with the space before it."""
    word = line.text.split(" ", 1)[0]
    share = (len(word) + 1) / max(1, len(line.text))
    return share * (line.right - line.left) + 0.3 * line.size


def _is_indented(last: Line, line: Line, frame: Frame) -> bool:
    """Whether a line begins inside its column where the one before it does not."""
    if line.right_to_left:
        indent, other = frame.right - line.right, frame.right - last.right
    else:
        indent, other = line.left - frame.left, last.left - frame.left
    return INDENT * line.size < indent < 0.25 * (frame.right - frame.left) and other < 0.3 * line.size


def _opens_item(last: Line, line: Line) -> bool:
    """Whether a line opens with a bullet, or with a number after a line that has ended."""
    if _BULLET.match(line.text):
        return _BULLET.match(last.text) is not None or _FINAL.search(last.text) is not None
    return _NUMBERED.match(line.text) is not None and _FINAL.search(last.text) is not None


def _goes_on(last: Line, line: Line, frame: Frame) -> bool:
    """Whether a sentence goes on from the last line of a column to the first of the next."""
    return (
        not _FINAL.search(last.text)
        and last.right_to_left == line.right_to_left
        and abs(last.size - line.size) <= SIZE * last.size
        and last.right - last.left >= FULL * (frame.right - frame.left)
        and len(_LETTER.findall(last.text)) > 10
        and not _BULLET.match(line.text)
        and not _NUMBERED.match(line.text)
    )
