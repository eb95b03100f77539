"""``ravabet code``: documents to events and reasons, as JSON lines."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import TextIO

import click

from ravabet.cli import shared
from ravabet.export import coding_line
from ravabet.model import Document, Problem
from ravabet.pipeline import code_all, explained, read


def share(value: str) -> tuple[int, int]:
    """One of several parts of equal size, counted from 0, and how many there are: ``2/8`` is the second of eight."""
    told = re.fullmatch(r"(\d+)/(\d+)", value)
    if not told or not 1 <= int(told[1]) <= int(told[2]):
        message = f"{value!r} is no part such as 2/8, the second of eight"
        raise click.BadParameter(message)
    return int(told[1]) - 1, int(told[2])


@click.command(
    "code",
    epilog="""\b
Example:
  ravabet code news.jsonl articles/ > coded.jsonl
  ravabet code archive/ --shard 3/64 -o part-3.jsonl""",
)
@shared.inputs
@shared.published
@click.option("--explain", is_flag=True, help="Say what made each event, or what each sentence lacked, instead.")
@click.option("--fast", is_flag=True, help="Arabic and Russian without a parser: 1.4 to 1.8 times as fast, no reasons.")
@click.option(
    "--reasons",
    "profile",
    type=click.Choice(["news", "wide"]),
    default="news",
    help="wide: purposes, conditions and outcomes are reasons, too (English).",
)
@click.option("--shard", "part", type=share, metavar="I/N", help="Only every Nth document, from the Ith on.")
@shared.output
def command(
    inputs: tuple[str, ...],
    published: datetime.date | None,
    explain: bool,
    fast: bool,
    profile: str,
    part: tuple[int, int] | None,
    output: TextIO,
) -> None:
    """Who did what to whom, and why: one line of JSON a document.

    INPUT is a file of text or JSON lines, a folder, or - for standard input. Every document gives a line, in the order
    of the input; one that cannot be coded says so in "error". With --shard, N machines code one input side by side.
    """
    tally = shared.Tally()
    wanted = inputs if part is None else _part(inputs, published, *part)
    for coding in shared.counted(
        code_all(wanted, published=published, fast=fast, wide=profile == "wide"), "Documents coded"
    ):
        output.writelines(f"{line}\n" for line in (explained(coding, fast=fast) if explain else [coding_line(coding)]))
        tally.add(coding.problem, coding.document.language)
    tally.end()


def _part(
    inputs: tuple[str, ...], published: datetime.date | None, first: int, number: int
) -> Iterator[Document | Problem]:
    found = chain.from_iterable(read(one, published=published) for one in inputs)
    return islice(found, first, None, number)
