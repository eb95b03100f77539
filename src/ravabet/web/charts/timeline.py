"""How relations of two went: events a period above and below a line, their mean score, and change points."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from ravabet.web.charts import svg
from ravabet.web.reader import Words

WIDE, NARROW = svg.Frame(960.0, 320.0, "wide-chart"), svg.Frame(360.0, 300.0, "narrow-chart")
SIDE, TOP, BOTTOM = {WIDE: 46.0, NARROW: 34.0}, 34.0, 34.0
"""The room beside the chart for the numbers of its axes, above for change points, and below for names of periods."""
LABELS = 9
"""Periods that are named under the chart, at most."""
LETTER, APART = 9.0, 12.0
"""The room for a letter of these names, also in print, and between two of them."""
ROOMY = 10.0
"""The room that a dot for each mean score needs, on the average."""
FULL = 10.0
"""The ends of the score's scale."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One period: ``counts`` of events by class (verbal and material cooperation, verbal and material conflict).

    ``mean``, ``low``, ``high``: the mean score with its band, None without events; ``read``: documents read.
    """

    start: datetime.date
    label: str
    counts: tuple[int, int, int, int]
    mean: float | None = None
    low: float | None = None
    high: float | None = None
    read: int = 0
    key: str = ""

    @property
    def events(self) -> int:
        """All events of the period."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Flag:
    """A change point: its day, number and what it says."""

    day: datetime.date
    number: int
    says: str


class Scale:
    """Where things stand on the chart; mirrored for languages that run from right to left."""

    def __init__(self, bars: Sequence[Bar], *, mirrored: bool, frame: svg.Frame = WIDE) -> None:
        self._mirrored = mirrored
        self.frame, self.side = frame, SIDE[frame]
        self.slot = (frame.width - 2 * self.side) / max(1, len(bars))
        self.most = _round(max((max(b.counts[0] + b.counts[1], b.counts[2] + b.counts[3]) for b in bars), default=1))
        self.half = (frame.height - TOP - BOTTOM) / 2
        self.zero = TOP + self.half

    def x(self, place: float) -> float:
        """The middle of a period by its place, counted from 0."""
        return self.start(self.side + (place + 0.5) * self.slot)

    def start(self, x: float) -> float:
        """``x`` from the side where time begins."""
        return self.frame.width - x if self._mirrored else x

    def count(self, events: float) -> float:
        """The length of so many events."""
        return self.half * events / self.most

    def score(self, value: float) -> float:
        """The height of a score."""
        return self.zero - self.half * max(-FULL, min(FULL, value)) / FULL


def timeline(
    bars: Sequence[Bar],
    flags: Sequence[Flag],
    words: Words,
    link: Callable[[Bar], str | None] = lambda _: None,
    frame: svg.Frame = WIDE,
) -> Markup:
    """The chart as SVG; ``link``: the address of a period's events."""
    scale = Scale(bars, mirrored=words.direction == "rtl", frame=frame)
    parts = [
        *_frame(bars, scale, words),
        *(_bar(number, bar, scale, words, link) for number, bar in enumerate(bars) if bar.events),
        *_scores(bars, scale),
        *(_flag(bars, flag, scale, words) for flag in flags),
    ]
    return svg.picture(frame, words.ui("answer.timeline"), parts)


def timelines(
    bars: Sequence[Bar], flags: Sequence[Flag], words: Words, link: Callable[[Bar], str | None] = lambda _: None
) -> Markup:
    """The chart for a wide window and for a phone, of which the style shows the one that fits."""
    return svg.both(lambda frame: timeline(bars, flags, words, link, frame), WIDE, NARROW)


def _frame(bars: Sequence[Bar], scale: Scale, words: Words) -> Iterator[Markup]:
    """The grid, both axes, the names of periods, and what was not read."""
    for number, bar in enumerate(bars):
        if not bar.read and not bar.events:
            x = scale.x(number) - scale.slot / 2
            yield svg.tag("rect", x=x, y=TOP, width=scale.slot, height=2 * scale.half, class_="gap")
    near, far = ("end", "start") if scale.start(0) == 0 else ("start", "end")
    for share in (-1, -0.5, 0, 0.5, 1):
        y = scale.zero - share * scale.half
        kind = "axis" if share == 0 else "grid"
        yield svg.tag("line", x1=scale.side, x2=scale.frame.width - scale.side, y1=y, y2=y, class_=kind)
        if (scale.most * abs(share)) % 1 == 0:
            count = words.number(int(scale.most * abs(share)))
            yield svg.label(count, scale.start(scale.side - 8), y + 4, near)
        yield svg.label(words.decimal(share * FULL, 0), scale.start(scale.frame.width - scale.side + 8), y + 4, far)
    first, last = ("start", "end") if scale.start(0) == 0 else ("end", "start")
    yield svg.label(words.ui("answer.events_axis"), scale.start(6), 14, first)
    yield svg.label(words.ui("answer.score_axis"), scale.start(scale.frame.width - 6), 14, last)
    every = -(-len(bars) // _named(bars, scale))
    for number, bar in enumerate(bars):
        if number % every == 0:
            half = len(bar.label) * LETTER / 2
            x = min(max(scale.x(number), half), scale.frame.width - half)
            yield svg.label(bar.label, x, scale.frame.height - 12)


def _named(bars: Sequence[Bar], scale: Scale) -> int:
    """How many periods can be named under the chart without touching."""
    longest = max((len(bar.label) for bar in bars), default=1)
    return max(2, min(LABELS, int(len(bars) * scale.slot / (longest * LETTER + APART))))


def _bar(number: int, bar: Bar, scale: Scale, words: Words, link: Callable[[Bar], str | None]) -> Markup:
    """Material acts next to the line, verbal ones beyond them."""
    width = min(34.0, max(1.0, scale.slot * 0.68))
    x = scale.x(number) - width / 2
    up, down = scale.zero, scale.zero
    shapes = []
    for place, kind in ((1, "c2"), (0, "c1"), (3, "c4"), (2, "c3")):
        long = scale.count(bar.counts[place])
        if not long:
            continue
        if place < 2:
            up -= long
        shapes.append(svg.tag("rect", x=x, y=up if place < 2 else down, width=width, height=long, class_=kind))
        if place >= 2:
            down += long
    says = _says(bar, words)
    return svg.link(
        link(bar), Markup().join([svg.title(says), svg.tag("g", Markup().join(shapes), class_="bars")]), says
    )


def _says(bar: Bar, words: Words) -> str:
    counted = [
        f"{words.ui(f'quad.q{place + 1}')} {words.number(count)}" for place, count in enumerate(bar.counts) if count
    ]
    mean = [f"{words.ui('answer.mean')} {words.decimal(bar.mean)}"] if bar.mean is not None else []
    return f"{bar.label}{words.say('colon')}{words.say('comma').join([*counted, *mean])}"


def _scores(bars: Sequence[Bar], scale: Scale) -> Iterator[Markup]:
    """The mean score of periods with events, with its band where two of them are neighbours."""
    known = [(number, bar) for number, bar in enumerate(bars) if bar.mean is not None]
    for (one, first), (two, second) in pairwise(known):
        if two == one + 1 and None not in (first.low, first.high, second.low, second.high):
            corners = ((one, first.low), (one, first.high), (two, second.high), (two, second.low))
            yield svg.area([(scale.x(n), scale.score(v or 0.0)) for n, v in corners], "band")
    points = [(scale.x(number), scale.score(bar.mean or 0.0)) for number, bar in known]
    for (one, _), (two, _), start, end in zip(known, known[1:], points, points[1:], strict=False):
        yield svg.line([start, end], "mean" if two == one + 1 else "mean far")
    if len(points) * ROOMY <= len(bars) * scale.slot:
        yield from (svg.tag("circle", cx=x, cy=y, r=2.6, class_="dot") for x, y in points)


def _flag(bars: Sequence[Bar], flag: Flag, scale: Scale, words: Words) -> Markup:
    """A change point: a line with its number, between the periods before and after it."""
    place = sum(bar.start < flag.day for bar in bars) - 0.5
    x = scale.x(place)
    parts = [
        svg.title(flag.says),
        svg.tag("line", x1=x, x2=x, y1=TOP - 12, y2=scale.frame.height - BOTTOM, class_="change"),
        svg.tag("circle", cx=x, cy=TOP - 14, r=9.0, class_="flag"),
        svg.label(words.number(flag.number), x, TOP - 10, "middle", "flag-text"),
    ]
    return svg.link(f"#change-{flag.number}", Markup().join(parts), flag.says)


def _round(most: int) -> int:
    """The end of a scale for counts up to ``most``: even, so that its middle is a count too."""
    for step in (2, 4, 6, 10, 20, 40, 60, 100, 200, 400, 600, 1000):
        if most <= step:
            return step
    return -(-most // 1000) * 1000
