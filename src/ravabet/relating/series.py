"""How relations of two moved, period by period: what happened, how sure that is, and how much was read of the time.

Counted are occurrences, so that an event that fifty papers print counts once. Bands: of a count the exact interval for
a Poisson mean (Garwood 1936), of a share the Jeffreys interval (Brown, Cai and DasGupta 2001), of the mean score a
percentile bootstrap over the occurrences of the period, each drawn by its confidence (Efron 1979); all hold 90 %.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

By = Literal["day", "week", "month", "quarter", "year"]
PERIODS: tuple[By, ...] = ("day", "week", "month", "quarter", "year")
COVERED = 0.9
DRAWS = 200
"""Resamples of a bootstrap."""
VARYING = 3
COOPERATION = (1, 2)
"""Quad classes that are cooperation; the others are conflict."""
Band = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Happening:
    """An occurrence between two: its ``day``, PLOVER ``type``, quad class and ``score`` (mean of its reports).

    ``reports``: how many tell it; ``voices``: who, copies as their original; ``confidence``: of the surest report.
    """

    occurrence: str
    day: datetime.date
    type: str
    quad: int
    score: float
    confidence: float = 0.5
    reports: int = 1
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """A period from ``start`` to ``end`` (both days included).

    ``read``: documents published in it that were read; ``about``: those with an event of either side. Where ``read`` is
    0 nothing is known of the period, and 0 occurrences say nothing. ``mean`` is None where nothing happened. Bands are
    pairs of a low and a high bound.
    """

    start: datetime.date
    end: datetime.date
    occurrences: int
    reports: int
    voices: int
    types: Mapping[str, int]
    quads: tuple[int, int, int, int]
    total: float
    mean: float | None
    mean_band: Band | None
    count_band: Band
    cooperation: float | None
    conflict: float | None
    cooperation_band: Band | None
    read: int = 0
    about: int = 0

    @property
    def covered(self) -> bool:
        """Whether anything was read of this time, so that nothing happening means something."""
        return self.read > 0 or self.occurrences > 0


@dataclass(frozen=True, slots=True)
class Series:
    """The periods of a relation, none left out, and the happenings in it by day; ``directed``: only what a did to b."""

    a: str
    b: str
    directed: bool
    by: By
    periods: tuple[Period, ...]
    happenings: tuple[Happening, ...]


def series(
    a: str,
    b: str,
    happenings: Sequence[Happening],
    *,
    by: By = "month",
    directed: bool = False,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    read: Mapping[datetime.date, int] | None = None,
    about: Mapping[datetime.date, int] | None = None,
) -> Series:
    """The series of what happened between ``a`` and ``b``, from ``since`` (else the first day) to ``until``.

    ``read`` and ``about``: numbers of documents by day of publication.
    """
    ordered = tuple(sorted(happenings, key=lambda one: (one.day, one.occurrence)))
    days = [one.day for one in ordered]
    first, last = since or min(days, default=None), until or max(days, default=None)
    if first is None or last is None or last < first:
        return Series(a, b, directed, by, (), ())
    held: dict[datetime.date, list[Happening]] = {}
    for one in ordered:
        held.setdefault(start_of(one.day, by), []).append(one)
    covered, told = _summed(read or {}, by), _summed(about or {}, by)
    periods = tuple(
        _period(start, end, held.get(start, []), covered.get(start, 0), told.get(start, 0))
        for start, end in spans(first, last, by)
    )
    return Series(a, b, directed, by, periods, tuple(one for one in ordered if first <= one.day <= last))


def _summed(counts: Mapping[datetime.date, int], by: By) -> Counter[datetime.date]:
    found: Counter[datetime.date] = Counter()
    for day, number in counts.items():
        found[start_of(day, by)] += number
    return found


def _period(start: datetime.date, end: datetime.date, held: Sequence[Happening], read: int, about: int) -> Period:
    quads = Counter(one.quad for one in held)
    number, friendly = len(held), sum(quads[quad] for quad in COOPERATION)
    scores = np.array([one.score for one in held])
    return Period(
        start=start,
        end=end,
        occurrences=number,
        reports=sum(one.reports for one in held),
        voices=len({voice for one in held for voice in one.voices}),
        types=dict(sorted(Counter(one.type for one in held).items())),
        quads=(quads[1], quads[2], quads[3], quads[4]),
        total=float(scores.sum()),
        mean=float(scores.mean()) if number else None,
        mean_band=_mean_band(scores, np.array([one.confidence for one in held])),
        count_band=_poisson(number),
        cooperation=friendly / number if number else None,
        conflict=(number - friendly) / number if number else None,
        cooperation_band=_jeffreys(friendly, number) if number else None,
        read=read,
        about=about,
    )


def _mean_band(scores: np.ndarray[Any, Any], confidence: np.ndarray[Any, Any]) -> Band | None:
    """The bootstrap band of a mean; none for fewer than three occurrences, which hardly tell how they vary."""
    if len(scores) < VARYING:
        return None
    weights = confidence / confidence.sum() if confidence.sum() > 0 else None
    drawn = np.random.default_rng(len(scores)).choice(len(scores), size=(DRAWS, len(scores)), p=weights)
    means = np.sort(scores[drawn].mean(axis=1))
    beyond = round(DRAWS * (1 - COVERED) / 2)
    return float(means[beyond]), float(means[-1 - beyond])


def _poisson(number: int) -> Band:
    from scipy.special import gammaincinv  # noqa: PLC0415  heavy, and only needed here

    low = float(gammaincinv(number, (1 - COVERED) / 2)) if number else 0.0
    return low, float(gammaincinv(number + 1, (1 + COVERED) / 2))


def _jeffreys(part: int, number: int) -> Band:
    from scipy.special import betaincinv  # noqa: PLC0415

    low = float(betaincinv(part + 0.5, number - part + 0.5, (1 - COVERED) / 2)) if part else 0.0
    high = float(betaincinv(part + 0.5, number - part + 0.5, (1 + COVERED) / 2)) if part < number else 1.0
    return low, high


def spans(first: datetime.date, last: datetime.date, by: By) -> Iterator[tuple[datetime.date, datetime.date]]:
    """The first and last day of every period from the one of ``first`` to the one of ``last``."""
    start = start_of(first, by)
    while start <= last:
        following = next_of(start, by)
        yield start, following - datetime.timedelta(days=1)
        start = following


def start_of(day: datetime.date, by: By) -> datetime.date:
    """The first day of the period that ``day`` lies in; weeks begin on Monday."""
    if by == "day":
        return day
    if by == "week":
        return day - datetime.timedelta(days=day.weekday())
    month = {"month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1, "year": 1}[by]
    return day.replace(month=month, day=1)


def next_of(start: datetime.date, by: By) -> datetime.date:
    """The first day of the period after the one that begins on ``start``."""
    if by in ("day", "week"):
        return start + datetime.timedelta(days=1 if by == "day" else 7)
    months = start.year * 12 + start.month - 1 + {"month": 1, "quarter": 3, "year": 12}[by]
    return datetime.date(months // 12, months % 12 + 1, 1)
