"""What a character is to the order of a line: a class for every code point, after UAX #9."""

from __future__ import annotations

import unicodedata

import numpy as np
import numpy.typing as npt

_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("‹", "›"), ("<", ">"), ("≤", "≥"))
MIRRORED = dict(_PAIRS) | {close: open for open, close in _PAIRS}
"""Brackets and what they are seen from the other side (the pairs of Bidi_Mirrored that news uses)."""

OPENING = frozenset("([{«‹")
CLOSING = frozenset(")]}»›")

_CLASS = {
    "L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "A", "CS": "C", "ES": "E", "ET": "T", "NSM": "M",
    "WS": "W", "B": "W", "S": "W", "BN": "F",
}  # fmt: skip


def class_of(code: int) -> str:
    """One letter: L R letters by direction, N P A digits (Western, Persian, Arabic), C E T signs of numbers, B bracket,
    M mark, W space, F format, O other."""
    char = chr(code)
    if char in MIRRORED:
        return "B"
    if "۰" <= char <= "۹":
        return "P"
    if char == "٪":
        return "T"
    return _CLASS.get(unicodedata.bidirectional(char), "L" if unicodedata.category(char) in ("Lo", "Co", "Cn") else "O")


def _table() -> npt.NDArray[np.uint8]:
    return np.frombuffer("".join(class_of(code) for code in range(0x10000)).encode("ascii"), np.uint8)


TABLE = _table()
"""The class of each code point of the first plane, as an ASCII code."""


def classes(codes: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
    """The classes of code points, as ASCII codes; all beyond the first plane are taken for left-to-right letters."""
    return np.where(codes < 0x10000, TABLE[np.minimum(codes, 0xFFFF)], ord("L")).astype(np.uint8)
