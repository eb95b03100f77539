"""Is a look worth a second one? The marks of runs in screen order, summed over windows, and all else that a look holds.

Compiled, because nearly every document is sound, and many are so short that a call of numpy is dearer than the look.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ravabet.repairing import look
from ravabet.repairing.compiled import compiled
from ravabet.repairing.look import Counts
from ravabet.repairing.stretches import may_be

WINDOW = 2000
"""Code points that the marks are counted over: a damaged part must show even in a long clean text."""

LEAST_MARKS = 1.5
"""Marks per 1,000 code points under which a window is sound. Damaged news has 2 and more, the median of sound is 0."""

MOST_WORTH, LEAST_WORTH, WORTH_OF_MARKS = 3.0, 0.5, 0.2
"""Nats for each pair of words beside a stop or number over which a window is sound: at most, at least, and what each
mark per 1,000 code points adds. Sound news has 2 to 5, damaged news -1.5 to 1.5, and seldom up to 2.8."""

LEAST_SIZE = 350
"""Code points that a window counts for at least: the one misplaced stop of a short text is no damage."""

PRINTED = 170
"""Code points; a longer line is no printed line."""

LEAST_SHARE = 0.35
"""Of the letters under suspicion, the share that must stand in lines short enough to be printed ones."""

Windows = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@compiled
def dense(sizes: Counts, marks: Counts, stops: Counts, beside: Counts) -> tuple[Windows, Flags]:
    """The window of each line, and which windows hold more marks than sound text, and words in unusual places.

    Only lines short enough to be printed ones count; a window with few of these cannot be repaired, and is left alone.
    """
    windows = np.zeros(len(sizes), np.int64)
    place = 0
    for i in range(len(sizes)):
        windows[i] = place // WINDOW
        place += sizes[i] + 1
    found = np.zeros(place // WINDOW + 1, np.bool_)
    marked = worth = pairs = short = whole = 0
    for i in range(len(sizes)):
        whole += sizes[i] + 1
        if sizes[i] <= PRINTED:
            marked, worth, pairs, short = marked + marks[i], worth + stops[i], pairs + beside[i], short + sizes[i] + 1
        if i + 1 == len(sizes) or windows[i + 1] != windows[i]:
            rate = 1000 * marked / max(short, LEAST_SIZE)
            most = min(MOST_WORTH, LEAST_WORTH + WORTH_OF_MARKS * rate)
            found[windows[i]] = rate >= LEAST_MARKS and worth <= most * pairs and short >= LEAST_SHARE * whole
            marked = worth = pairs = short = whole = 0
    return windows, found


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
    return not dense(counts[look.SIZES], counts[look.MARKS], counts[look.STOPS], counts[look.BESIDE])[1].any()
