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
    found: list[list[int]] = []
    for number in np.flatnonzero(_damaged(worth, switch, switch if begun is None else begun)).tolist():
        if not found or found[-1][-1] != number - 1:
            found.append([])
        found[-1].append(number)
    return found


@compiled
def _damaged(worth: Worth, switch: float, begun: float) -> npt.NDArray[np.bool_]:
    """Whether each line is damaged on the best reading."""
    count = len(worth)
    from_damaged, from_sound = np.zeros(count, np.bool_), np.zeros(count, np.bool_)
    sound, damaged = 0.0, -begun
    for i in range(count):
        from_damaged[i], from_sound[i] = damaged - switch > sound, sound - switch > damaged
        sound, damaged = max(sound, damaged - switch) + worth[i] / 2, max(damaged, sound - switch) - worth[i] / 2
    found = np.zeros(count, np.bool_)
    here = damaged > sound
    for i in range(count - 1, -1, -1):
        found[i] = here
        here = not from_sound[i] if here else from_damaged[i]
    return found


@compiled
def may_be(worth: Worth, switch: float) -> bool:
    """Whether any stretch of lines is worth so much less than nothing that it may be damaged."""
    lost = 0.0
    for value in worth:
        lost = max(0.0, lost - value)
        if lost > switch:
            return True
    return False
