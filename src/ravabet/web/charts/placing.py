"""Where names stand beside what they name, so that they do not cover each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

Point = tuple[float, float]

APART = 2.0
"""Pixels between a thing and its name."""
THICK = 0.5
"""How many pixels of area a pixel of a line counts for that a name would cover."""
OUTSIDE = 8.0
"""How much worse it is that a name reaches out of the picture than that it covers another, or a thing."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its middle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def area(self) -> float:
        """Its area."""
        return self.width * self.height

    def common(self, other: Box) -> float:
        """The area that it shares with another."""
        wide = (self.width + other.width) / 2 - abs(self.x - other.x)
        high = (self.height + other.height) / 2 - abs(self.y - other.y)
        return min(wide, self.width, other.width) * min(high, self.height, other.height) if min(wide, high) > 0 else 0.0

    def crossed(self, start: Point, end: Point) -> float:
        """How much of a straight line lies in it (Liang and Barsky 1984)."""
        first, last = 0.0, 1.0
        for middle, size, one, two in (
            (self.x, self.width, start[0], end[0]),
            (self.y, self.height, start[1], end[1]),
        ):
            near, far = middle - size / 2 - one, middle + size / 2 - one
            step = two - one
            if step:
                enters, leaves = sorted((near / step, far / step))
                first, last = max(first, enters), min(last, leaves)
            elif near > 0 or far < 0:
                return 0.0
        return max(0.0, last - first) * hypot(end[0] - start[0], end[1] - start[1])


@dataclass(frozen=True, slots=True)
class Name:
    """A name of some size and the thing that it stands beside."""

    of: Box
    width: float
    height: float

    def boxes(self) -> Iterator[Box]:
        """Where it can stand, the best places first: below, above, at the sides, at the corners."""
        across, down = (self.of.width + self.width) / 2 + APART, (self.of.height + self.height) / 2 + APART
        for x, y in ((0, 1), (0, -1), (1, 0), (-1, 0), (0.8, 1), (-0.8, 1), (0.8, -1), (-0.8, -1)):
            yield Box(self.of.x + x * across, self.of.y + y * down, self.width, self.height)


def placed(names: Mapping[str, Name], lines: Sequence[tuple[Point, Point]], frame: Box) -> dict[str, Box]:
    """Where each name stands: the largest things choose first, each the place where its name covers least.

    ``lines``: what else is drawn, which had better not be covered either.
    """
    found: dict[str, Box] = {}
    things = [name.of for name in names.values()]
    for key in sorted(names, key=lambda key: (-names[key].of.area, key)):
        taken = [*things, *found.values()]
        found[key] = min(names[key].boxes(), key=lambda box: _covered(box, taken, lines, frame))
    return found


def _covered(box: Box, taken: Sequence[Box], lines: Sequence[tuple[Point, Point]], frame: Box) -> float:
    """How much a name covers in a box, weighed."""
    things, outside = sum(box.common(other) for other in taken), box.area - box.common(frame)
    return things + OUTSIDE * outside + THICK * sum(box.crossed(*line) for line in lines)
