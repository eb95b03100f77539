"""Which lines of a text are damaged, when each line says a little and damage comes in stretches."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ravabet.repairing.compiled import compiled

Worth = npt.NDArray[np.integer[Any] | np.floating[Any]]
"""What each line is worth as it stands, in nats: under 0 it speaks for damage."""


def stretches(worth: Worth, switch: float, begun: float | None = None) -> list[list[int]]:
    """The stretches of lines that are best read as damaged (Viterbi over two states, sound and damaged).

    ``switch``: nats that damage must be worth to begin or end; ``begun``: to stand at the start of the text, as many
    where none is given.
    """
    if not may_be(worth, switch):
        return []
    sound, damaged = 0.0, -(switch if begun is None else begun)
    back: list[tuple[bool, bool]] = []
    for value in worth.tolist():
        back.append((damaged - switch > sound, sound - switch > damaged))
        sound, damaged = max(sound, damaged - switch) + value / 2, max(damaged, sound - switch) - value / 2
    here = damaged > sound
    found: list[list[int]] = []
    for number in range(len(worth) - 1, -1, -1):
        if here:
            if not found or found[-1][-1] != number + 1:
                found.append([])
            found[-1].append(number)
        from_damaged, from_sound = back[number]
        here = from_damaged if not here else not from_sound
    return [each[::-1] for each in found][::-1]


@compiled
def may_be(worth: Worth, switch: float) -> bool:
    """Whether any stretch of lines is worth so much less than nothing that it may be damaged."""
    lost = 0.0
    for value in worth:
        lost = max(0.0, lost - value)
        if lost > switch:
            return True
    return False
