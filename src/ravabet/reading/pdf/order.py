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
_RANGE = re.compile(r"(?<![\d.,/:٫٬\-–])(\d{2,})\s?[-–]\s?(\d{2,})(?![\d.,/:٫٬\-–]\d|\d)")
_STOP = re.compile(r"(?<=[^\W\d_]) [.،؛:!؟](?=[\u0620-\u064a\u066e-\u06d3])")
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


def ascending(codes: list[int], order: list[int]) -> list[int]:
    """The order with ranges of numbers of one length put from low to high ("2025-2030").

    UAX #9 shows such a range from right to left after a right-to-left word, but not every producer does.
    """
    text = "".join(chr(codes[at]) for at in order)
    order = list(order)
    for match in _RANGE.finditer(text):
        low, high = match.span(1), match.span(2)
        if len(match[1]) == len(match[2]) and int(match[1]) > int(match[2]):
            sign = order[low[1] : high[0]]
            order[low[0] : high[1]] = [*order[slice(*high)], *sign, *order[slice(*low)]]
    return order


def stops_first(codes: list[int], order: list[int]) -> list[int]:
    """The order with a stop put before a space that was drawn over it: no stop stands against the next word."""
    text = "".join(chr(codes[at]) for at in order)
    order = list(order)
    for match in _STOP.finditer(text):
        at = match.start()
        order[at], order[at + 1] = order[at + 1], order[at]
    return order
