"""``ravabet repair``: damaged text put right, for people who only want their text back."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TextIO

import click

from ravabet import repairing
from ravabet.cli import shared
from ravabet.model import Document, InputError, Problem, Repair
from ravabet.pipeline import read, repair

DAMAGED = 4
"""Exit code of ``--check`` where a text is damaged."""


@click.command(
    "repair",
    short_help="Put right a text that a PDF reader or encoding damaged.",
    epilog="""\b
Example:
  ravabet repair scanned.txt > readable.txt
  ravabet repair --check archive/
  ravabet repair --into readable/ archive/""",
)
@shared.inputs
@click.option("--check", is_flag=True, help=f"Only say what is damaged; ends with {DAMAGED} where something is.")
@click.option("--explain", is_flag=True, help="Say what was found and done, step by step, instead of the text.")
@click.option("--diff", is_flag=True, help="Show each changed line as it was and as it is, instead of the text.")
@click.option("--letters", is_flag=True, help="Write every yeh and kaf with the letters of the language, too.")
@click.option("--half-spaces", is_flag=True, help="Put half-spaces where Persian has them, into sound text too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The text, or one object a document with damages, steps and offsets.",
)
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write a file for each document into DIR; none is overwritten.",
)
@shared.output
def command(
    inputs: tuple[str, ...],
    check: bool,
    explain: bool,
    diff: bool,
    letters: bool,
    half_spaces: bool,
    form: str,
    into: Path | None,
    output: TextIO,
) -> None:
    """Put text right that a PDF reader, an encoding or a font has damaged.

    Runs, lines and words in screen order come back in reading order; presentation forms, misread bytes, stray
    characters and letters apart are mended. INPUT is a file of any kind that is read, a folder, or - for standard
    input. A sound text comes out as it went in, and no original is ever changed.
    """
    tally, damaged = shared.Tally(), False
    for document in shared.counted(read(*inputs), "Documents repaired"):
        problem = document if isinstance(document, Problem) else None
        if isinstance(document, Document):
            done = repair(document.text, language=document.language, letters=letters, half_spaces=half_spaces)
            damaged |= bool(done.damages)
            shown = _checked(document, done) if check else _shown(document, done, form, explain=explain, diff=diff)
            problem = _written(into, document, shown) if into and not check else None
            if not into or check:
                output.write(shown)
        tally.add(problem)
    tally.end()
    if check and damaged:
        sys.exit(DAMAGED)


def _checked(document: Document, done: Repair) -> str:
    """What is damaged in one document, a line for each kind; empty for a sound one."""
    total = done.original.count("\n") + 1
    return "".join(f"{document.path or document.id}: {repairing.told(damage, total)}\n" for damage in done.damages)


def _shown(document: Document, done: Repair, form: str, *, explain: bool, diff: bool) -> str:
    if form == "json":
        return json.dumps(_record(document, done), ensure_ascii=False) + "\n"
    if explain or diff:
        told = "".join(f"{line}\n" for line in repairing.explain(done)) if explain else ""
        return told + (repairing.side_by_side(done) if diff else "")
    return done.text if done.text.endswith("\n") else done.text + "\n"


def _record(document: Document, done: Repair) -> dict[str, object]:
    return {
        "id": document.id,
        "text": done.text,
        "original": done.original,
        "damages": [{"kind": d.kind, "lines": d.lines, "confidence": d.confidence} for d in done.damages],
        "steps": [{"action": s.action, "line": s.line, "value": s.value} for s in done.steps],
        "offsets": done.offsets,
    }


def _written(into: Path, document: Document, shown: str) -> Problem | None:
    """Writes one document's text into the folder; a Problem where a file of its name is there already."""
    place = into / f"{document.id.replace('/', '-')}.txt"
    try:
        into.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8") as stream:
            stream.write(shown)
    except FileExistsError:
        return Problem(str(place), "is there already; name another folder with --into, or move it away")
    except OSError as problem:
        message = f"{into}: nothing can be written there ({problem.strerror}); name another folder"
        raise InputError(message) from problem
    return None
