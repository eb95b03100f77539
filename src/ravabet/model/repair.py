"""What was done to a damaged text, step by step, so that it can be replayed and undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

INSERTED = -1
"""In an offset map: a character that the repair put in and the original does not hold."""


@dataclass(frozen=True, slots=True)
class RepairStep:
    """One named step on one line of the text as it stood before the step.

    ``action`` names a function of the repair registry; ``line`` counts from 0; ``value`` is what the action needs to
    be done again without any model or table (cut points, positions), never a judgement.
    """

    action: str
    line: int
    value: tuple[int, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Damage:
    """What the detector says: the kind of damage, the lines it saw it in, how sure it is (0 to 1)."""

    kind: str
    lines: tuple[int, ...]
    confidence: float

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """The lines as stretches, first and last line of each."""
        return tuple(_stretches(self.lines))


@dataclass(frozen=True, slots=True)
class Repair:
    """A text put right, with the original, the plan and the exact way back.

    ``offsets[i]`` is the offset in ``original`` of the character ``text[i]``, or ``INSERTED``. Where one character was
    made of several (misread bytes), it is the offset of the first, and ``ends[i]`` is the offset after the last; where
    several were made of one (a ligature), all have the offset of the one. ``ends`` is empty where every character was
    made of one. ``damages`` is empty where nothing was found to repair; then ``text == original``, unless more was
    asked for than the repair of damage.
    """

    text: str
    original: str
    damages: tuple[Damage, ...] = ()
    steps: tuple[RepairStep, ...] = ()
    offsets: tuple[int, ...] = field(default=(), repr=False)
    ends: tuple[int, ...] = field(default=(), repr=False)

    @property
    def damage(self) -> Damage | None:
        """The damage that most lines have, None for a sound text."""
        return max(self.damages, key=lambda damage: len(damage.lines), default=None)


def _stretches(lines: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    first = last = -1
    for line in sorted(lines):
        if first >= 0 and line > last + 1:
            yield first, last
            first = line
        first, last = (line, line) if first < 0 else (first, line)
    if first >= 0:
        yield first, last
