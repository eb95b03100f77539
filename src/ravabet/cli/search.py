"""``ravabet search``: documents of a project by their words."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

import click

from ravabet.cli import shared
from ravabet.store import Project
from ravabet.store.file import replaced
from ravabet.store.locking import writing
from ravabet.store.search import Hit
from ravabet.store.search.indexing import renew
from ravabet.store.search.snippets import Snippet


@click.command(
    "search",
    short_help="Find documents of a project by their words.",
    epilog="""\b
Examples:
  ravabet search 'sanctions "foreign minister" lang:ru since:2024'
  ravabet search 'کتاب -ورزش' --exact --json""",
)
@click.argument("query", nargs=-1)
@shared.project
@click.option("--exact", is_flag=True, help="The words just as they are written, letters and all.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N")
@click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N", help="Leave out the first N.")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON a document.")
@click.option("--renew-index", is_flag=True, help="First index what an older Ravabet added.")
@shared.output
def command(
    query: tuple[str, ...],
    project: Path,
    exact: bool,
    limit: int,
    offset: int,
    as_json: bool,
    renew_index: bool,
    output: TextIO,
) -> None:
    """Find documents of a project by their words, in any form and spelling.

    QUERY: words; "a phrase"; begin*; -without; one OR other; and source: lang: title: quote: actor: type: since: until:
    before a word.
    """
    if renew_index:
        click.echo(f"{shared.number(_renewed(project), 'document')} indexed", err=True)
        if not query:
            return
    with Project.open(project) as found:
        results = found.search(" ".join(query), limit=limit, offset=offset, exact=exact)
    output.writelines(_record(hit) if as_json else _lines(hit) for hit in results.hits)
    looked = "; only the best were looked into, more words find the rest" if results.weighed else ""
    click.echo(f"{len(results.hits)} of {shared.number(results.total, 'document')}{looked}", err=True)
    if not results.total:
        sys.exit(1)


def _renewed(project: Path) -> int:
    """Index what the project holds without an index of this version."""
    Project.open(project).close()
    with writing(project), replaced(project) as connection:
        connection.execute("BEGIN")
        number = renew(connection)
        connection.execute("COMMIT")
    return number


def _record(hit: Hit) -> str:
    published = hit.published.isoformat() if hit.published else None
    return json.dumps({**asdict(hit), "published": published}, ensure_ascii=False) + "\n"


def _lines(hit: Hit) -> str:
    about = ", ".join(str(part) for part in (hit.source, hit.published, hit.language, f"events: {hit.events}") if part)
    return f"{hit.doc}  {hit.title or ''}\n  {about}\n  {_shown(hit.snippet)}\n\n"


def _shown(cut: Snippet) -> str:
    """The stretch with the words that were looked for in brackets, its white space collapsed."""
    parts, at = [], 0
    for mark in cut.marks:
        start, end = mark.start - cut.span.start, mark.end - cut.span.start
        parts += [cut.text[at:start], "[", cut.text[start:end], "]"]
        at = end
    return " ".join("".join([*parts, cut.text[at:]]).split())
