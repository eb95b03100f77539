"""The course of a relation as a picture, by matplotlib (extra ``plot``)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ravabet.lexicon import name
from ravabet.model import UsageError
from ravabet.web.catalogue import catalogue

if TYPE_CHECKING:
    from ravabet.relating import Change, Series

COLOURS = ("#7fb3d5", "#1f618d", "#f0b27a", "#b03a2e")
FONTS = ("DejaVu Sans", "Noto Naskh Arabic", "Noto Sans Arabic")


def draw(told: Series, turned: Sequence[Change], path: Path, lang: str) -> None:
    """Write the picture to ``path``: svg or png; raises UsageError where it can be no picture, or matplotlib lacks."""
    if path.suffix not in (".svg", ".png"):
        message = f"{path}: a picture is written as .svg or .png; name the file so"
        raise UsageError(message)
    try:
        import matplotlib as mpl  # noqa: PLC0415  an extra
        from matplotlib.figure import Figure  # noqa: PLC0415
        from matplotlib.ft2font import __libraqm_version__  # noqa: F401, PLC0415  which joins and orders Arabic letters
    except ImportError as problem:
        message = 'drawing needs matplotlib 3.11 or later; install it with: pip install "ravabet[plot]"'
        raise UsageError(message) from problem
    with mpl.rc_context({"font.family": _fonts(), "svg.hashsalt": "ravabet", "svg.fonttype": "path"}):
        figure = Figure(figsize=(9, 4.5), layout="constrained")
        _drawn(figure, told, turned, lang)
        metadata = {"Date": None} if path.suffix == ".svg" else {"Software": "Ravabet"}
        figure.savefig(path, dpi=150, metadata=metadata)


def _fonts() -> list[str]:
    from matplotlib import font_manager  # noqa: PLC0415

    known = {font.name for font in font_manager.fontManager.ttflist}
    return [font for font in FONTS if font in known]


def _drawn(figure: Any, told: Series, turned: Sequence[Change], lang: str) -> None:  # noqa: ANN401
    said = catalogue(lang)
    words = [said[f"quad.q{quad}"] for quad in (1, 2, 3, 4)]
    counts, scores = figure.subplots(2, 1, sharex=True, height_ratios=(3, 2))
    days = [period.start for period in told.periods]
    widths = [0.9 * ((period.end - period.start).days + 1) for period in told.periods]
    for sign, pair in ((1, (0, 1)), (-1, (2, 3))):
        base = [0] * len(days)
        for quad in pair:
            heights = [sign * period.quads[quad] for period in told.periods]
            counts.bar(days, heights, widths, bottom=base, align="edge", color=COLOURS[quad], label=words[quad])
            base = [one + two for one, two in zip(base, heights, strict=True)]
    counts.axhline(0, color="#555555", linewidth=0.8)
    for axes in (counts, scores):
        for period in told.periods:
            if not period.covered:
                axes.axvspan(period.start, period.end, color="#eeeeee", zorder=0)
        for change in turned:
            axes.axvline(change.day, color="#555555", linestyle="--", linewidth=1)
    middles = [period.start + (period.end - period.start) / 2 for period in told.periods]
    means = [float("nan") if period.mean is None else period.mean for period in told.periods]  # a gap parts the line
    scores.plot(middles, means, "o-", color="#333333", markersize=3, linewidth=1)
    for middle, period in zip(middles, told.periods, strict=True):
        if period.mean_band:
            scores.plot([middle, middle], period.mean_band, color="#333333", linewidth=3, alpha=0.3)
    counts.yaxis.get_major_locator().set_params(integer=True)
    counts.yaxis.set_major_formatter(lambda value, _: f"{abs(value):.0f}")
    scores.set_ylim(-10.5, 10.5)
    scores.set_ylabel(said["answer.mean"])
    figure.legend(loc="outside lower center", ncols=4, frameon=False, fontsize="small")
    right_to_left = lang in ("fa", "ar")
    arrow = ("←" if right_to_left else "→") if told.directed else "–"
    mark = "\u200f" if right_to_left else ""
    names = f"{mark}{name(told.a, lang)} {arrow} {name(told.b, lang)}"
    counts.set_title(names, fontsize="large")
