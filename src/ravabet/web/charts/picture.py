"""The course of a relation as a picture, by matplotlib (extra ``plot``): what the timeline shows, for documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from threading import Lock
from typing import Any, Literal

from ravabet.model import UsageError
from ravabet.web.charts.timeline import FULL, LABELS, Bar, Flag
from ravabet.web.markup import bare
from ravabet.web.reader import Words

SIZE = (9.0, 4.5)
"""Inches."""
COLOURS = ("#7fb3d5", "#1f618d", "#f0b27a", "#b03a2e")
INK, SOFT, UNREAD = "#333333", "#555555", "#eeeeee"
FONTS = ("DejaVu Sans", "Noto Naskh Arabic", "Noto Sans Arabic")
LACKS = 'drawing needs matplotlib 3.11 or later; install it with: pip install "ravabet[plot]"'
Form = Literal["svg", "png"]
_ONE = Lock()
"""matplotlib's settings are those of the whole process: one picture is drawn at a time."""


def is_drawable() -> bool:
    """Whether matplotlib is here, and joins and orders Arabic letters."""
    try:
        from matplotlib.ft2font import __libraqm_version__  # noqa: F401, PLC0415  an extra
    except ImportError:
        return False
    return True


def drawn(bars: Sequence[Bar], days: Iterable[Flag], words: Words, title: str = "", form: Form = "png") -> bytes:
    """The bytes of the picture, the same for the same bars; raises UsageError where matplotlib lacks.

    ``days``: the change points; ``title`` stands above it. Time runs from the right in Persian and Arabic.
    """
    if not is_drawable():
        raise UsageError(LACKS)
    import matplotlib as mpl  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    out = BytesIO()
    with _ONE, mpl.rc_context({"font.family": _fonts(), "svg.hashsalt": "ravabet", "svg.fonttype": "path"}):
        figure = Figure(figsize=SIZE, layout="constrained")
        _draw(figure, bars, days, words)
        if title:
            figure.axes[0].set_title(_line(title, words), fontsize="large")
        metadata = {"Date": None} if form == "svg" else {"Software": "Ravabet"}
        figure.savefig(out, format=form, dpi=150, metadata=metadata)
    return out.getvalue()


def _fonts() -> list[str]:
    from matplotlib import font_manager  # noqa: PLC0415

    known = {font.name for font in font_manager.fontManager.ttflist}
    return [font for font in FONTS if font in known]


def _line(text: str, words: Words) -> str:
    """A line of a picture, held in the direction of the reader's language."""
    return f"\u200f{bare(text)}" if words.direction == "rtl" else bare(text)


def _draw(figure: Any, bars: Sequence[Bar], flags: Iterable[Flag], words: Words) -> None:  # noqa: ANN401
    counts, scores = figure.subplots(2, 1, sharex=True, height_ratios=(3, 2))
    places = range(len(bars))
    for sign, pair in ((1, (1, 0)), (-1, (3, 2))):  # material acts next to the line, verbal ones beyond them
        base = [0] * len(bars)
        for quad in pair:
            heights = [sign * bar.counts[quad] for bar in bars]
            label = _line(words.ui(f"quad.q{quad + 1}"), words)
            counts.bar(places, heights, 0.9, bottom=base, color=COLOURS[quad], label=label)
            base = [one + two for one, two in zip(base, heights, strict=True)]
    counts.axhline(0, color=SOFT, linewidth=0.8)
    for axes in (counts, scores):
        for place, bar in enumerate(bars):
            if not bar.read and not bar.events:
                axes.axvspan(place - 0.5, place + 0.5, color=UNREAD, linewidth=0, zorder=0)
    _flags(counts, scores, bars, flags, words)
    means = [float("nan") if bar.mean is None else bar.mean for bar in bars]  # a gap parts the line
    scores.plot(places, means, "o-", color=INK, markersize=3, linewidth=1)
    known = [place for place, bar in enumerate(bars) if bar.mean is not None]
    scores.plot(known, [means[place] for place in known], ":", color=INK, linewidth=0.8, alpha=0.6)
    for place, bar in enumerate(bars):
        if bar.low is not None and bar.high is not None:
            scores.plot([place, place], [bar.low, bar.high], color=INK, linewidth=3, alpha=0.3)
    _axes(counts, scores, bars, words)
    shown, names = counts.get_legend_handles_labels()
    order = slice(None, None, -1 if words.direction == "rtl" else 1)
    figure.legend(shown[order], names[order], loc="outside lower center", ncols=4, frameon=False, fontsize="small")


def _flags(counts: Any, scores: Any, bars: Sequence[Bar], flags: Iterable[Flag], words: Words) -> None:  # noqa: ANN401
    """Change points, each between the periods before and after it, by number."""
    for flag in flags:
        place = sum(bar.start < flag.day for bar in bars) - 0.5
        for axes in (counts, scores):
            axes.axvline(place, color=SOFT, linestyle="--", linewidth=1)
        counts.annotate(
            words.number(flag.number), (place, 1), xycoords=("data", "axes fraction"), xytext=(3, -9),
            textcoords="offset points", fontsize="small", color=SOFT,
        )  # fmt: skip


def _axes(counts: Any, scores: Any, bars: Sequence[Bar], words: Words) -> None:  # noqa: ANN401
    every = max(1, -(-len(bars) // LABELS))
    scores.set_xticks(range(0, len(bars), every), [bare(bar.label) for bar in bars[::every]], fontsize="small")
    scores.set_ylim(-FULL - 0.5, FULL + 0.5)
    scores.set_yticks([-FULL, 0, FULL])
    scores.yaxis.set_major_formatter(lambda value, _: bare(words.decimal(value, 0)))
    counts.margins(y=0.08)
    counts.yaxis.get_major_locator().set_params(integer=True)
    counts.yaxis.set_major_formatter(lambda value, _: words.number(round(abs(value))))
    counts.set_ylabel(_line(words.ui("answer.events_axis"), words))
    scores.set_ylabel(_line(words.ui("answer.mean"), words))
    if words.direction == "rtl":
        scores.invert_xaxis()  # shared with the other
        for axes in (counts, scores):
            axes.yaxis.tick_right()
            axes.yaxis.set_label_position("right")
