"""The glyphs of a page as pdfium gives them: what each stands for, where it stands, how large it is."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import repeat

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium

from ravabet.reading.pdf.scripts import classes

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_HYPHEN = 0x02  # pdfium's sign for a hyphen at a line's end
_LINE_ENDS = (0x0A, 0x0D)
_MARK = ord("M")
_NO_CHARACTER = 0xFFFE
_SAME = 0.01
_NO_WIDTH = 1e-3
_FAR = 1e6
"""No page is so large, in points."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Characters of a page in the order of the file, one entry each; lengths are points, ``y`` is the baseline.

    Characters of one glyph (a ligature) share ``x`` and ``y``; ``rank`` is the place in the file. ``low`` and ``high``
    bound the ink, ``span`` is its width. ``bare``: the file gives no width, so that ``right`` is the ink's. Spaces that
    the file does not hold are left out.
    """

    code: Ints
    rank: Ints
    x: Floats
    y: Floats
    left: Floats
    bottom: Floats
    right: Floats
    top: Floats
    size: Floats
    low: Floats
    high: Floats
    span: Floats
    turn: Ints
    bare: Flags

    def __len__(self) -> int:
        return len(self.code)

    def take(self, chosen: Flags | Ints) -> Glyphs:
        """The chosen glyphs."""
        return Glyphs(*(getattr(self, name)[chosen] for name in self.__slots__))

    def with_(self, **columns: npt.NDArray[np.generic]) -> Glyphs:
        """The glyphs with other values in some columns."""
        return replace(self, **columns)  # type: ignore[arg-type]


def _call(name: str, result: object, *arguments: object) -> Callable[..., object]:
    """A function of pdfium that takes addresses as plain numbers, which is three times as fast."""
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(result, *arguments)(address)  # type: ignore[arg-type]


_PAGE, _AT = ctypes.c_void_p, ctypes.c_int
_unicode = _call("FPDFText_GetUnicode", ctypes.c_uint, _PAGE, _AT)
_size = _call("FPDFText_GetFontSize", ctypes.c_double, _PAGE, _AT)
_box = _call("FPDFText_GetLooseCharBox", ctypes.c_int, _PAGE, _AT, ctypes.c_void_p)
_origin = _call("FPDFText_GetCharOrigin", ctypes.c_int, _PAGE, _AT, ctypes.c_void_p, ctypes.c_void_p)
_ink = _call("FPDFText_GetCharBox", ctypes.c_int, _PAGE, _AT, *[ctypes.c_void_p] * 4)
_matrix = _call("FPDFText_GetMatrix", ctypes.c_int, _PAGE, _AT, ctypes.c_void_p)


def _exhaust(calls: Iterable[object]) -> None:
    for _ in calls:
        pass


def glyphs_of(page: pypdfium2.PdfPage) -> Glyphs:
    """All characters of a page that stand somewhere on it, spaces included; those that pdfium made up are left out."""
    text_page = page.get_textpage()
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p).value
    count = max(0, pdfium.FPDFText_CountChars(text_page.raw))
    boxes = np.zeros((count, 4), np.float32)
    origins = np.zeros((count, 2), np.float64)
    matrices = np.zeros((count, 6), np.float32)
    at, page_of = range(count), repeat(handle)
    codes = np.fromiter(map(_unicode, page_of, at), np.int64, count)
    sizes = np.fromiter(map(_size, page_of, at), np.float64, count)
    _exhaust(map(_box, page_of, at, _steps(boxes)))
    inks = np.zeros((count, 4), np.float64)
    _exhaust(map(_origin, page_of, at, *_cells(origins)))
    _exhaust(map(_ink, page_of, at, *_cells(inks)))
    _exhaust(map(_matrix, page_of, at, _steps(matrices)))
    text_page.close()
    return _kept(codes, sizes, boxes.astype(np.float64), inks, origins, matrices.astype(np.float64))


def _steps(rows: npt.NDArray[np.generic]) -> range:
    """The addresses of the rows of an array."""
    start, step = rows.ctypes.data, rows.itemsize * rows.shape[1]
    return range(start, start + step * len(rows), step)


def _cells(rows: npt.NDArray[np.generic]) -> list[range]:
    """The addresses of the cells of an array, column by column."""
    steps, width = _steps(rows), rows.itemsize
    return [range(steps.start + width * i, steps.stop + width * i, steps.step) for i in range(rows.shape[1])]


def _kept(codes: Ints, sizes: Floats, boxes: Floats, inks: Floats, origins: Floats, matrices: Floats) -> Glyphs:
    left, top, right, bottom = np.where((classes(codes) == _MARK)[:, None], inks[:, [0, 3, 1, 2]], boxes).T
    a, b, c, d = matrices[:, :4].T
    codes = np.where(codes == _HYPHEN, ord("-"), codes)
    glyphs = Glyphs(
        code=codes,
        rank=np.arange(len(codes)),
        x=origins[:, 0],
        y=origins[:, 1],
        left=left,
        bottom=np.minimum(bottom, top),
        right=right,
        top=np.maximum(bottom, top),
        size=np.maximum(sizes * np.hypot(c, d), 0.5),
        low=inks[:, 2],
        high=inks[:, 3],
        span=inks[:, 1] - inks[:, 0],
        turn=np.rint(np.arctan2(b, a) / (np.pi / 2)).astype(np.int64) % 4,
        bare=np.asarray((np.abs(boxes[:, [0, 3, 2, 1]] - inks[:, [0, 2, 1, 3]]) < _SAME).all(axis=1)),
    )
    numbers = np.concatenate((boxes, inks, origins), axis=1)
    sane = (np.abs(numbers) < _FAR).all(axis=1) & np.isfinite(glyphs.size) & (glyphs.size < _FAR)
    made_up = (codes == ord(" ")) & (right - left < _NO_WIDTH)
    return glyphs.take(sane & ~made_up & ~np.isin(codes, _LINE_ENDS) & (codes > 0) & (codes < _NO_CHARACTER))


def turned(glyphs: Glyphs, turn: int, width: float, height: float) -> Glyphs:
    """Glyphs of one direction of writing as if the page were turned so that they stand upright."""
    g = glyphs
    if turn == 1:
        return g.with_(
            x=g.y, y=width - g.x, left=g.bottom, right=g.top, bottom=width - g.right, top=width - g.left,
            low=width - g.right, high=width - g.left,
        )  # fmt: skip
    if turn == 2:
        return g.with_(
            x=width - g.x, y=height - g.y, left=width - g.right, right=width - g.left,
            bottom=height - g.top, top=height - g.bottom, low=height - g.high, high=height - g.low,
        )  # fmt: skip
    if turn == 3:
        return g.with_(
            x=height - g.y, y=g.x, left=height - g.top, right=height - g.bottom, bottom=g.left, top=g.right,
            low=g.left, high=g.right,
        )  # fmt: skip
    return g
