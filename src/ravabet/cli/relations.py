"""``ravabet relations``: how relations of two moved, period by period, and when they turned."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO

import click

from ravabet.cli import shared
from ravabet.explaining import in_order
from ravabet.lexicon import LANGUAGES, QUAD_COLUMNS, name
from ravabet.model import UsageError

if TYPE_CHECKING:
    from ravabet.relating import Change, Series

BY = ("day", "week", "month", "quarter", "year")
PICTURES: dict[str, Literal["svg", "png"]] = {".svg": "svg", ".png": "png"}
"""Formats of pictures by the ends of their names."""
ARROWS = {"ltr": "→", "rtl": "←"}
SHOWN, LONGEST = 3, 160
"""Occurrences told behind a change, and letters of a quote."""
Made = Mapping[datetime.date, Sequence[Mapping[str, Any]]]
"""The occurrences behind each change, by its day."""
HEAD = (
    *("period", "events", "reports", "voices", "verb+", "mat+", "verb-", "mat-", "score", "90 % band", "coop.", "read"),
)


@click.command(
    "relations",
    short_help="How did relations between A and B move, and when turn?",
    epilog="""\b
Examples:
  ravabet relations RUS KGZ --by month
  ravabet relations Russia Kyrgyzstan --directed --format csv -o out.csv
  ravabet relations RUS KGZ --by week --plot timeline.svg --lang fa
  ravabet why RUS KGZ --at 1                  # why the first change""",
)
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@shared.project
@click.option("--by", type=click.Choice(BY), default="month", show_default=True, help="Length of the periods.")
@click.option("--since", type=shared.first_day, metavar="DAY", help="From this day on.")
@click.option("--until", type=shared.last_day, metavar="DAY", help="Up to this day.")
@click.option("--least", type=float, default=0.0, metavar="P", help="Count only events of at least this confidence.")
@click.option("--directed", is_flag=True, help="Only what A did to B, and what both did together.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of names.")
@click.option("--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", show_default=True)
@click.option("--plot", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Draw it: .svg or .png.")
@shared.output
def command(
    a: str,
    b: str,
    project: Path,
    by: Any,  # noqa: ANN401  one of BY
    since: datetime.date | None,
    until: datetime.date | None,
    least: float,
    directed: bool,
    lang: str,
    form: str,
    plot: Path | None,
    output: TextIO,
) -> None:
    """How did relations between A and B move, and when did they turn?

    Counted are occurrences: an event told by many counts once. `read` is the number of documents read of the period:
    where it is 0, that nothing is told means nothing.
    """
    from ravabet.relating import changes  # noqa: PLC0415  the database and numpy are loaded only where they are used
    from ravabet.store import Project  # noqa: PLC0415
    from ravabet.store.relations import evidence, series  # noqa: PLC0415

    in_order(since, until)
    one, two = shared.two(a, b)
    with Project.open(project) as found:
        told = series(found, one, two, by, since, until, least, directed=directed)
        turned = changes(told)
        made = {change.day: evidence(found, change.occurrences) for change in turned}
    if plot:
        _plot(told, plot, lang)
    output.write(FORMS[form](told, turned, made, lang))


def _plot(told: Series, path: Path, lang: str) -> None:
    """Write the picture to ``path``; raises UsageError where it can be no picture, or matplotlib lacks."""
    from ravabet.web import series  # noqa: PLC0415  the site is loaded only here
    from ravabet.web.charts import picture  # noqa: PLC0415
    from ravabet.web.reader import Reader, words  # noqa: PLC0415
    from ravabet.web.turns import flags  # noqa: PLC0415

    form = PICTURES.get(path.suffix)
    if form is None:
        message = f"{path}: a picture is written as {' or '.join(PICTURES)}; name the file so"
        raise UsageError(message)
    speech = words(Reader(lang))
    went = series.drawn(told, speech)
    arrow = ARROWS[speech.direction] if told.directed else "–"
    title = f"{name(told.a, lang)} {arrow} {name(told.b, lang)}"
    path.write_bytes(picture.drawn(went.bars, flags(went.changes, speech), speech, title, form))


def _text(told: Series, turned: Sequence[Change], made: Made, lang: str) -> str:
    """A table for people: periods in which nothing was read are told, not shown as calm."""
    arrow = "→" if told.directed else "–"
    lines = [f"{name(told.a, lang)} {arrow} {name(told.b, lang)}, by {told.by}"]
    if not told.periods:
        return f"{lines[0]}\nnothing is told of the two in this time\n"
    rows = [HEAD, *(_row(period) for period in told.periods)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEAD))]
    lines += ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    for number, change in enumerate(turned, 1):
        lines += ["", _turned(number, change), *map(_quoted, made[change.day][:SHOWN])]
        lines.append(f"  reasons given: ravabet why {told.a} {told.b} --at {number}")
    gaps = sum(not period.covered for period in told.periods)
    if gaps:
        lines.append(f"({gaps} of {len(told.periods)} periods: nothing was read of them)")
    return "\n".join(lines) + "\n"


def _row(period: Any) -> tuple[str, ...]:  # noqa: ANN401  a Period
    start = str(period.start)
    if not period.covered:
        return (start, *("" for _ in range(10)), "0")
    band = f"{period.mean_band[0]:+.1f} to {period.mean_band[1]:+.1f}" if period.mean_band else ""
    return (
        start,
        *(str(number) for number in (period.occurrences, period.reports, period.voices, *period.quads)),
        f"{period.mean:+.2f}" if period.mean is not None else "",
        band,
        f"{period.cooperation:.0%}" if period.cooperation is not None else "",
        str(period.read),
    )


def _turned(number: int, change: Change) -> str:
    levels = f"mean score {change.before:+.1f} before, {change.after:+.1f} after"
    return f"change {number}: {change.kind} from {change.day} ({levels}; confidence {change.confidence:.0%})"


def _quoted(row: Mapping[str, Any]) -> str:
    """An occurrence behind a change, by the sentence of its clearest report, which may run from the right."""
    quote = " ".join(str(row["quote"] or "").split())
    short = quote if len(quote) <= LONGEST else f"{quote[:LONGEST]}…"
    source = row["source"] or row["doc"]
    return f"  {row['day']} {row['type']} “\u2068{short}\u2069” [\u2068{source}\u2069, voices: {row['voices']}]"


def records(told: Series) -> list[dict[str, Any]]:
    """A series as rows of a table."""
    return [
        {
            "start": str(period.start),
            "end": str(period.end),
            "occurrences": period.occurrences,
            "occurrences_low": round(period.count_band[0], 3),
            "occurrences_high": round(period.count_band[1], 3),
            "reports": period.reports,
            "voices": period.voices,
            **dict(zip(QUAD_COLUMNS, period.quads, strict=True)),
            "score_sum": round(period.total, 3),
            "score_mean": _rounded(period.mean),
            "score_low": _rounded(period.mean_band and period.mean_band[0]),
            "score_high": _rounded(period.mean_band and period.mean_band[1]),
            "cooperation": _rounded(period.cooperation),
            "cooperation_low": _rounded(period.cooperation_band and period.cooperation_band[0]),
            "cooperation_high": _rounded(period.cooperation_band and period.cooperation_band[1]),
            "conflict": _rounded(period.conflict),
            "read": period.read,
            "about": period.about,
            "types": dict(period.types),
        }
        for period in told.periods
    ]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _json(told: Series, turned: Sequence[Change], made: Made, lang: str) -> str:
    found = {
        "a": told.a,
        "b": told.b,
        "names": [name(told.a, lang), name(told.b, lang)],
        "directed": told.directed,
        "by": told.by,
        "periods": records(told),
        "changes": [
            {
                "day": str(change.day),
                "kind": change.kind,
                "before": round(change.before, 3),
                "after": round(change.after, 3),
                "confidence": round(change.confidence, 4),
                "occurrences": [{**row, "day": str(row["day"])} for row in made[change.day]],
            }
            for change in turned
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _csv(told: Series, *_: object) -> str:
    from ravabet.lexicon import TYPES  # noqa: PLC0415

    rows = records(told)
    held = io.StringIO()
    for row in rows:
        types = row.pop("types")
        row.update((kind.lower(), types.get(kind, 0)) for kind in TYPES)
    if rows:
        writer = csv.DictWriter(held, ["a", "b", *rows[0]], lineterminator="\n")
        writer.writeheader()
        writer.writerows({"a": told.a, "b": told.b, **row} for row in rows)
    return held.getvalue()


FORMS: dict[str, Callable[..., str]] = {"text": _text, "csv": _csv, "json": _json}
