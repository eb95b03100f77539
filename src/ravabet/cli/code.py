"""``ravabet code``: documents to events and reasons, as JSON lines."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import TextIO

import click

from ravabet.cli import shared
from ravabet.export import coding_line
from ravabet.model import Coding, Document, Problem
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
@click.option("--fast", is_flag=True, help="Arabic and Russian without a parser: nearly twice as fast, no reasons.")
@click.option(
    "--reasons",
    "profile",
    type=click.Choice(["news", "wide"]),
    default="news",
    help="wide: purposes, conditions and outcomes are reasons, too (English).",
)
@click.option("--workers", type=click.IntRange(min=1), default=1, metavar="N", help="Processes; 1 unless given.")
@click.option("--shard", "part", type=share, metavar="I/N", help="Only every Nth document, from the Ith on.")
@shared.output
def command(
    inputs: tuple[str, ...],
    published: datetime.date | None,
    explain: bool,
    fast: bool,
    profile: str,
    workers: int,
    part: tuple[int, int] | None,
    output: TextIO,
) -> None:
    """Who did what to whom, and why: one line of JSON a document.

    INPUT is a file of text or JSON lines, a folder, or - for standard input. Every document gives a line, in the order
    of the input, whatever the number of workers; one that cannot be coded says so in "error". With --shard, N machines
    code one input side by side.
    """
    tally = shared.Tally()
    first, number = part or (0, 1)
    found = islice(chain.from_iterable(read(one, published=published) for one in inputs), first, None, number)
    work = partial(_coded, fast=fast, wide=profile == "wide", explain=explain)
    for told in shared.counted(_told(found, work, workers), "Documents coded"):
        output.writelines(f"{line}\n" for line in told.lines)
        tally.add(told.problem, told.language)
    tally.end()


@dataclass(frozen=True, slots=True)
class _Told:
    """What is written of a document, what was wrong with it, and the language in which it was coded."""

    lines: tuple[str, ...]
    problem: Problem | None
    language: str | None


def _told(
    found: Iterator[Document | Problem], work: Callable[[Document | Problem], _Told], workers: int
) -> Iterator[_Told]:
    """What is written of each document, in order; one that kills its process, or never ends, is set aside."""
    if workers == 1:
        yield from map(work, found)
        return
    from ravabet.scale.coding import patience  # noqa: PLC0415  the database is loaded only where it is used
    from ravabet.scale.working import Lost, Workers  # noqa: PLC0415

    for one, told in Workers(work, workers, patience).results(found):
        yield _written(_failed(one, told.what)) if isinstance(told, Lost) else told


def _coded(one: Document | Problem, *, fast: bool, wide: bool, explain: bool) -> _Told:
    """A document coded, or a problem told in its place."""
    coding = next(iter(code_all([one], fast=fast, wide=wide)))
    if not explain:
        return _written(coding)
    return _Told(tuple(explained(coding, fast=fast)), coding.problem, coding.document.language)


def _written(coding: Coding) -> _Told:
    return _Told((coding_line(coding),), coding.problem, coding.document.language)


def _failed(one: Document | Problem, what: str) -> Coding:
    document = Document(one.where, "") if isinstance(one, Problem) else one
    return Coding(document, problem=Problem(document.path or document.id, what))
