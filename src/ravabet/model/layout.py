"""Where the characters of a text stand on its pages, so that a quote can be shown on the page it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ravabet.model.span import Span


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on page ``page`` (counted from 1), in points from the page's lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a document: ``sizes[n]`` is page n+1's width and height in points.

    ``boxes[i]`` is where character i of the text stands, None for one that is not on the page (a space put in).
    """

    sizes: tuple[tuple[float, float], ...]
    boxes: Sequence[Box | None]

    def of(self, span: Span) -> tuple[Box, ...]:
        """The boxes that cover a span, one for each line it runs over."""
        found: list[Box] = []
        for box in self.boxes[span.start : span.end]:
            if box is None:
                continue
            last = found[-1] if found else None
            if last and last.page == box.page and last.bottom < box.top and box.bottom < last.top:
                found[-1] = Box(
                    box.page,
                    min(last.left, box.left),
                    min(last.bottom, box.bottom),
                    max(last.right, box.right),
                    max(last.top, box.top),
                )
            else:
                found.append(box)
        return tuple(found)
