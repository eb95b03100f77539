"""When relations turned: change points of the mean score, and the occurrences that made them.

Sought in the sequence of occurrences, not in time: a gap in what was read holds no occurrence and so is no change.
Method: PELT with a squared-error cost (Killick, Fearnhead and Eckley 2012; in ruptures the linear kernel, computed in
C; Truong, Oudre and Vayatis 2020), with a penalty of 2 s² log n (Yao 1988), s² being half the variance of differences
between neighbours, which the changes themselves hardly move.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import erf, log, sqrt
from typing import Any, Literal

import numpy as np

from ravabet.relating.series import Happening, Series

FEWEST = 5
"""Occurrences on each side of a change point, at least: fewer show no level."""
MOST = 5000
"""Longer sequences are searched by the mean scores of their days."""
SHOWN = 10
NEAR = datetime.timedelta(days=45)
"""What made a change took place in so many days from it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change point: ``day`` is the first day after it; ``before`` and ``after`` are the mean scores of both sides.

    ``occurrences``: those soon after it that lie farthest from what was before, in the direction of the change, the
    weightiest first. ``confidence``: 1 - p of Welch's test between both sides, not corrected for the search.
    """

    day: datetime.date
    before: float
    after: float
    kind: Literal["warmer", "colder"]
    occurrences: tuple[str, ...]
    confidence: float


def changes(given: Series) -> tuple[Change, ...]:
    """The change points of a series, in order of time."""
    told = given.happenings
    if len(told) < 2 * FEWEST:
        return ()
    days = [told[0].day, *sorted({told[at].day for at in _breaks(told)})]
    parts = [
        [one for one in told if start <= one.day and (end is None or one.day < end)]
        for start, end in zip(days, [*days[1:], None], strict=True)
    ]
    parts = [part for part in parts if part]
    found = (_change(one, two) for one, two in pairwise(parts))
    return tuple(change for change in found if change is not None)


def _breaks(told: Sequence[Happening]) -> list[int]:
    """Where a new level begins, as indices of occurrences."""
    from ruptures import KernelCPD  # noqa: PLC0415  heavy, and only needed here

    signal, places = np.array([one.score for one in told], dtype=float), list(range(len(told)))
    if len(told) > MOST:
        starts = [at for at in places if not at or told[at].day != told[at - 1].day]
        signal = np.array([part.mean() for part in np.split(signal, starts[1:])])
        places = starts
    spread = float(np.var(np.diff(signal))) / 2
    if spread == 0 or len(signal) < 2 * FEWEST:
        return [] if len(set(signal)) < 2 else [places[int(np.argmax(np.abs(np.diff(signal)))) + 1]]
    search = KernelCPD(kernel="linear", min_size=FEWEST).fit(signal.reshape(-1, 1))
    return [places[at] for at in search.predict(pen=2 * spread * log(len(signal)))[:-1]]


def _change(one: Sequence[Happening], two: Sequence[Happening]) -> Change | None:
    """The change from one level to the next, None where both are the same."""
    first, second = np.array([x.score for x in one]), np.array([x.score for x in two])
    before, after = float(first.mean()), float(second.mean())
    if before == after:
        return None
    sign = 1 if after > before else -1
    start = two[0].day
    soon = [x for x in two if x.day <= start + NEAR and sign * (x.score - before) > 0]
    heaviest = sorted(soon, key=lambda x: (-abs(x.score - before) * sqrt(max(1, len(x.voices))), x.day, x.occurrence))
    return Change(
        day=start,
        before=before,
        after=after,
        kind="warmer" if sign > 0 else "colder",
        occurrences=tuple(x.occurrence for x in heaviest[:SHOWN]),
        confidence=_welch(first, second),
    )


def _welch(one: np.ndarray[Any, Any], two: np.ndarray[Any, Any]) -> float:
    """1 - p of Welch's test, by the normal distribution."""
    variances = [float(np.var(side, ddof=1)) / len(side) if len(side) > 1 else 0.0 for side in (one, two)]
    error = sqrt(sum(variances))
    return erf(abs(float(one.mean() - two.mean())) / (error * sqrt(2))) if error else 1.0
