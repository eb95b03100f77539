"""``ravabet judgements``: what people said of events and reasons, shown, handed on, taken in."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

import click

from ravabet.cli import shared
from ravabet.store import Project, lessons
from ravabet.store import judgements as store

RECORDS = ("language", "frame", "words", "type", "right", "wrong", "other", "should_be", "example")
FORMS = ("jsonl", "gold", "lexicon", "acts")


@click.group(
    "judgements",
    epilog="""\b
Examples:
  ravabet judgements show
  ravabet judgements export -o mine.jsonl
  ravabet judgements import hers.jsonl
  ravabet judgements export --as gold -o gold.jsonl && ravabet evaluate gold.jsonl""",
)
def command() -> None:
    """Judgements on events and reasons: show, export, import.

    They are made in the site (`ravabet serve`), are kept apart from what was coded, and outlast coding anew.
    """


@command.command("show", short_help="Who judged how much, and where people disagree.")
@shared.project
def show(project: Path) -> None:
    """Who judged how much, on what people disagree, and what is gone since it was judged."""
    with Project.open(project) as found:
        every = store.every(found)
        now = store.latest(every)
        apart = store.conflicts(every)
        gone = [target for target, there in store.found_again(found, every).items() if there is None]
    for by, verdicts in sorted(_counted(now).items()):
        told = ", ".join(f"{verdict} {number}" for verdict, number in sorted(verdicts.items()))
        click.echo(f"{by}: {told}")
    for target, said in sorted(apart.items()):
        click.echo(f"{target}: {'; '.join(f'{one.by}: {_said(one)}' for one in said)}")
    click.echo(f"{len(now)} judged, {len(apart)} in conflict, {len(gone)} gone since")


def _counted(now: dict[str, dict[str, store.Judgement]]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for said in now.values():
        for by, one in said.items():
            found.setdefault(by, Counter())[one.verdict] += 1
    return found


def _said(one: store.Judgement) -> str:
    return f"{one.verdict} {json.dumps(one.values, ensure_ascii=False)}" if one.values else one.verdict


@command.command("export")
@shared.project
@click.option(
    "--as",
    "form",
    type=click.Choice(FORMS),
    default="jsonl",
    show_default=True,
    help="All judgements; passages for `ravabet evaluate`; how the entries of the lexicon did; or rows for your own "
    "acts.csv that take away those which were never right.",
)
@shared.output
def export(project: Path, form: str, output: TextIO) -> None:
    """Write the judgements, or what follows from them."""
    with Project.open(project) as found:
        if form == "lexicon":
            output.write(_table([one.row for one in lessons.records(found)], RECORDS, "\t"))
        elif form == "acts":
            output.write(_table(lessons.misleading(found), ("language", "frame", "words"), ","))
        else:
            rows = map(asdict, store.every(found)) if form == "jsonl" else lessons.gold(found)
            output.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _table(rows: Sequence[dict[str, Any]], columns: Sequence[str], delimiter: str) -> str:
    told = io.StringIO()
    writer = csv.DictWriter(told, columns, delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return told.getvalue()


@command.command("import", short_help="Take in judgements that others exported.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(dir_okay=False, path_type=Path))
@shared.project
def import_(files: tuple[Path, ...], project: Path) -> None:
    """Take in judgements that others exported; those on which people disagree are then shown."""
    with Project.open(project) as found:
        for path in files:
            new, bad = store.merged(found, path)
            click.echo(f"{path}: {new} new" + (f", {bad} lines are no judgements and were left out" if bad else ""))
        apart = store.conflicts(store.every(found))
    if apart:
        click.echo(f"{len(apart)} in conflict; `ravabet judgements show` tells who says what")


@command.command("merge", short_help="Join files of judgements into one.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(dir_okay=False, path_type=Path))
@shared.output
def merge(files: tuple[Path, ...], output: TextIO) -> None:
    """Join files of judgements into one, each judgement once, and tell where people disagree; needs no project."""
    every = {one.judgement: one for path in files for one in store.read(path)[0]}
    told = sorted(every.values(), key=lambda one: (one.at, one.judgement))
    output.writelines(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in told)
    apart = store.conflicts(told)
    for target, said in sorted(apart.items()):
        click.echo(f"{target}: {'; '.join(f'{one.by}: {_said(one)}' for one in said)}", err=True)
    click.echo(f"{len(told)} judgements, {len(apart)} in conflict", err=True)
