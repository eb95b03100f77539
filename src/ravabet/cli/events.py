"""``ravabet events``: the events of a project, by what is asked of them."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TextIO

import click

from ravabet.cli import shared
from ravabet.cli.filters import filters, sources_held, wanted
from ravabet.store import ORDERS, Project

FORMATS = ("text", "json", "csv")


@click.command(
    "events",
    epilog="""\b
Examples:
  ravabet events RUS KGZ --since 2024-01-01
  ravabet events --type SANCTION --least 0.5 --format csv -o sanctions.csv""",
)
@filters
@shared.project
@click.option("--order", type=click.Choice(list(ORDERS)), default="day", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, metavar="N")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@shared.output
def command(
    a: str | None,
    b: str | None,
    project: Path,
    form: str,
    output: TextIO,
    **asked: Any,  # noqa: ANN401
) -> None:
    """List the events of a project.

    A and B are countries or bodies, by name or code: without them all events, with one its events with everybody.
    """
    events = wanted(a, b, asked)
    with Project.open(project) as found:
        sources_held(found, events)
        rows = found.events(events)
        every = found.count_events(events)
    output.write(written(rows, form))
    if not every:
        click.echo("no event fits", err=True)
    if every > len(rows):
        click.echo(f"{len(rows)} of {shared.number(every, 'event')}; --limit shows more", err=True)


def written(rows: Iterable[Mapping[str, Any]], form: str) -> str:
    """Rows of table event in a format."""
    if form == "json":
        return "".join(json.dumps(_plain(row), ensure_ascii=False) + "\n" for row in rows)
    if form == "csv":
        return _csv([_plain(row) for row in rows])
    return "".join(f"{_line(row)}\n" for row in rows)


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value.isoformat() if isinstance(value, datetime.date) else value for name, value in row.items()}
    kept["detail"] = json.loads(kept["detail"]) if kept.get("detail") else None
    return kept


def _csv(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return ""
    told = io.StringIO()
    names = [name for name in rows[0] if name != "detail"]
    writer = csv.DictWriter(told, names, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({k: "+".join(v) if isinstance(v, list) else v for k, v in row.items()} for row in rows)
    return told.getvalue()


def _line(row: Mapping[str, Any]) -> str:
    """One event as a line: day, who, what, whom, how sure, and its quote."""
    who, whom = "+".join(row["actors"]) or "?", "+".join(row["recipients"])
    quote = " ".join((row["quote"] or "").split()) or f"(no quote: from {row['origin'].upper()})"
    standing = "" if row["status"] == "happened" else f" ({row['status']})"
    act = f"{row['type']}{'/' + row['mode'] if row['mode'] else ''}{standing}"
    told = f"{row['date'] or row['day'] or 'undated'}\t{who}\t{act}\t{whom}\t{row['confidence']:.2f}"
    return f"{told}\t{row['source'] or ''}\t{row['event']}\t{quote}"
