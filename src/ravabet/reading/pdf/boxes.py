"""Boxes of the characters of a long text, kept in arrays and made only when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

import numpy as np
import numpy.typing as npt

from ravabet.model import Box


class Boxes(Sequence[Box | None]):
    """One box a character in 18 bytes: ``pages[i]`` (0 for a character that stands on no page) and ``corners[i]``."""

    __slots__ = ("corners", "pages")

    def __init__(self, pages: npt.NDArray[np.uint16], corners: npt.NDArray[np.float32]) -> None:
        self.pages = pages
        self.corners = corners

    def __len__(self) -> int:
        return len(self.pages)

    @overload
    def __getitem__(self, at: int) -> Box | None: ...
    @overload
    def __getitem__(self, at: slice) -> list[Box | None]: ...
    def __getitem__(self, at: int | slice) -> Box | list[Box | None] | None:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        page = int(self.pages[at])
        return Box(page, *(round(float(x), 2) for x in self.corners[at])) if page else None
