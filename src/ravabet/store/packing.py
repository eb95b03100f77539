"""Long lists of numbers and boxes as few bytes."""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Sequence

from ravabet.model import Box, Layout


def pack_numbers(numbers: Sequence[int]) -> bytes | None:
    """Integers as bytes; None for none."""
    if not numbers:
        return None
    row = array("q", numbers)
    if sys.byteorder == "big":
        row.byteswap()
    return zlib.compress(row.tobytes())


def unpack_numbers(packed: bytes | None) -> tuple[int, ...]:
    """The integers that ``pack_numbers`` packed."""
    if packed is None:
        return ()
    row = array("q")
    row.frombytes(zlib.decompress(packed))
    if sys.byteorder == "big":
        row.byteswap()
    return tuple(row)


def pack_layout(layout: Layout | None) -> bytes | None:
    """A layout as bytes, its boxes to a hundredth of a point; None for none."""
    if layout is None:
        return None
    boxes = [None if box is None else _row(box) for box in layout.boxes]
    return zlib.compress(json.dumps([layout.sizes, boxes], separators=(",", ":")).encode())


def _row(box: Box) -> list[float]:
    return [box.page, *(round(side, 2) for side in (box.left, box.bottom, box.right, box.top))]


def unpack_layout(packed: bytes | None) -> Layout | None:
    """The layout that ``pack_layout`` packed."""
    if packed is None:
        return None
    sizes, boxes = json.loads(zlib.decompress(packed))
    return Layout(tuple((w, h) for w, h in sizes), [None if row is None else Box(*row) for row in boxes])
