"""The order of a line: from the order on the page (left to right) to the order of reading, once, after UAX #9."""

from __future__ import annotations

import re

_NUMBER = r"[NPA]+(?:C[NPA]+)*"
_LATIN = re.compile(
    r"""
    (?:N[NCET]*)?                # 5G, 3D: a number tight before the word
    L
    (?:
      [LMFNPCETOB]               # whatever is tight
      | W[COETFB]*(?=[LN])       # a space, signs, and it goes on
    )*
    """,
    re.VERBOSE,
)
_LEFT_TO_RIGHT = re.compile(rf"(?:{_LATIN.pattern}|{_NUMBER})", re.VERBOSE)
_RIGHT_TO_LEFT = re.compile(r"R(?:[^L]*[RMNPA])?")
_TAIL = re.compile(r"[CETOWFB]*$")


def reads_right_to_left(classes: str, mostly: bool) -> bool:
    """Whether a line is one of right-to-left text; ``mostly`` is what the text round it is."""
    right, left = classes.count("R"), classes.count("L")
    if right and left:
        return right > left or (mostly and 4 * right > left)
    if right or left:
        return right > 0 or (mostly and re.match(r"[COB]W?L", classes) is not None)
    return mostly


def reading_order(classes: str, right_to_left: bool) -> list[int]:
    """The places of a line seen left to right, in the order they are read; ``classes`` are those of ``scripts``."""
    if right_to_left:
        return _backward(classes, 0, len(classes))
    order: list[int] = []
    done = 0
    for run in _RIGHT_TO_LEFT.finditer(classes):
        order += range(done, run.start())
        order += _backward(classes, *run.span())
        done = run.end()
    return order + list(range(done, len(classes)))


def _backward(classes: str, start: int, end: int) -> list[int]:
    """A stretch of right-to-left text: last first, but the left-to-right runs within it forward."""
    order: list[int] = []
    done = end
    for first, last in reversed(_runs(classes, start, end)):
        order += range(done - 1, last - 1, -1)
        order += range(first, last)
        done = first
    return order + list(range(done - 1, start - 1, -1))


def _runs(classes: str, start: int, end: int) -> list[tuple[int, int]]:
    """Left-to-right runs: words of left-to-right scripts with what is between them, and numbers."""
    found = []
    for run in _LEFT_TO_RIGHT.finditer(classes, start, end):
        first, last = run.span()
        if "L" in run.group():
            last = _inner_end(run.group(), first)
        found.append((first, last))
    return found


def _inner_end(run: str, first: int) -> int:
    """Where a left-to-right run ends: without the signs at its end, but with the bracket that closes one within it."""
    inner = _TAIL.sub("", run)
    closes = inner.count("B") % 2 == 1 and run[len(inner) :].startswith("B")
    return first + len(inner) + closes
