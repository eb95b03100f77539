"""What was done to a damaged text, step by step, so that it can be replayed and undone."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Repair:
    """A text put back in reading order, with the original, the plan and the exact way back.

    ``offsets[i]`` is the offset in ``original`` of the character ``text[i]``, or ``INSERTED``.
    ``damage`` is None where nothing was found to repair; then ``text == original``.
    """

    text: str
    original: str
    damage: Damage | None = None
    steps: tuple[RepairStep, ...] = ()
    offsets: tuple[int, ...] = field(default=(), repr=False)
