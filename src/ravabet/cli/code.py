"""``ravabet code``: documents to events and reasons, as JSON lines."""

from __future__ import annotations

import datetime
from typing import TextIO

import click

from ravabet.cli import shared
from ravabet.export import coding_line
from ravabet.pipeline import code_all, explained


@click.command(
    "code",
    epilog="""\b
Example:
  ravabet code news.jsonl articles/ > coded.jsonl""",
)
@shared.inputs
@shared.published
@click.option("--explain", is_flag=True, help="Say what made each event, or what each sentence lacked, instead.")
@shared.output
def command(inputs: tuple[str, ...], published: datetime.date | None, explain: bool, output: TextIO) -> None:
    """Who did what to whom, and why: one line of JSON a document.

    INPUT is a file of text or JSON lines, a folder, or - for standard input. Every document gives a line, in the order
    of the input; one that cannot be coded says so in "error".
    """
    tally = shared.Tally()
    for coding in shared.counted(code_all(inputs, published=published), "Documents coded"):
        output.writelines(f"{line}\n" for line in (explained(coding) if explain else [coding_line(coding)]))
        tally.add(coding.problem, coding.document.language)
    tally.end()
