"""``ravabet read``: the text of files, as Ravabet reads it."""

from __future__ import annotations

import datetime
import json
from typing import TextIO

import click

from ravabet.cli import shared
from ravabet.model import Document, Problem
from ravabet.pipeline import read


@click.command(
    "read",
    epilog="""\b
Example:
  ravabet read --format json article.html""",
)
@shared.inputs
@shared.published
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text alone, or all that is known of the document.",
)
@shared.output
def command(inputs: tuple[str, ...], published: datetime.date | None, form: str, output: TextIO) -> None:
    """Show the text of INPUT as it was read, before any repair.

    INPUT is a file (PDF, HTML, DOCX, CSV, a feed, an archive and more), a folder, a web address, or - for standard
    input.
    """
    tally = shared.Tally()
    for document in read(*inputs, published=published):
        if isinstance(document, Document):
            output.write(_line(document) if form == "json" else document.text.rstrip("\n") + "\n")
        tally.add(document if isinstance(document, Problem) else None)
    tally.end()


def _line(document: Document) -> str:
    record = {
        "id": document.id,
        "language": document.language,
        "published": document.published.isoformat() if document.published else None,
        "dated_by": document.dated_by,
        "source": document.source,
        "title": document.title,
        "author": document.author,
        "path": document.path,
        "content_hash": document.content_hash,
        "text": document.text,
    }
    return json.dumps(record, ensure_ascii=False) + "\n"
