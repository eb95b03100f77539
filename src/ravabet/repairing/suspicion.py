"""Is a look worth a second one? What each line says of runs in screen order, and all else that a look holds.

Compiled, because nearly every document is sound, and many are so short that a call of numpy is dearer than the look.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ravabet.repairing import look
from ravabet.repairing.compiled import compiled
from ravabet.repairing.look import Counts
from ravabet.repairing.stretches import may_be

PLAIN, MARK, MOST_MARKS, STOP, PAIR, WIDE = 0.5, 3.5, 3, 0.3, 0.06, 3.0
"""What a line is worth as it stands, in nats: a line that bears nothing; less for each trace of damage, of so many at
most; more for each nat that its words beside stops and numbers say for it, and for each pair of them; a line too long
to be a printed one. Fitted as the weights of ``detecting`` are, then moved towards finding what a reader with tidy
spaces has damaged, whose lines bear fewer traces."""

SUSPECT = 3.0
"""Nats that a stretch of lines must be worth less than nothing to be judged. Of 1,000 sound texts 2 to 8 have one; of
1,000 short damaged ones (400 to 1,500 characters) none to 15 have none."""

PRINTED = 170
"""Code points; a longer line is no printed line."""

LEAST_SIZE = 350
"""Code points that a stretch counts for at least: the one misplaced stop of a short text is no damage."""

LEAST_SHARE = 0.35
"""Of the letters under suspicion, the share that must stand in lines short enough to be printed ones."""


@compiled
def worth(sizes: Counts, marks: Counts, stops: Counts, beside: Counts) -> npt.NDArray[np.float64]:
    """What each line is worth as it stands; an empty one says nothing."""
    found = np.zeros(len(sizes), np.float64)
    for i in range(len(sizes)):
        if sizes[i] > PRINTED:
            found[i] = WIDE
        elif sizes[i] >= 3:
            found[i] = PLAIN - MARK * min(marks[i], MOST_MARKS) + STOP * stops[i] + PAIR * beside[i]
    return found


@compiled
def sound(counts: Counts, letters: float, words: float) -> bool:
    """Whether no line of a text (as ``look.counted``) is worth a second look.

    ``letters``, ``words``: nats by which a stretch of lines must read better turned round to be worth one.
    """
    for i in range(counts.shape[1]):
        if counts[look.SIGNS, i] or counts[look.STRAYS, i] or counts[look.FORMS, i]:
            return False
        singles = counts[look.SINGLES, i]
        if singles > look.FEW and singles >= look.APART * counts[look.SIZES, i]:
            return False
    if may_be(counts[look.LETTERS], letters) or may_be(counts[look.WORDS], words):
        return False
    return not may_be(worth(counts[look.SIZES], counts[look.MARKS], counts[look.STOPS], counts[look.BESIDE]), SUSPECT)
