"""``ravabet repair``: damaged right-to-left text put back in reading order."""

from __future__ import annotations

from typing import TextIO

import click

from ravabet import repairing
from ravabet.cli import shared
from ravabet.model import Document, Problem, Repair
from ravabet.pipeline import read, repair


@click.command(
    "repair",
    epilog="""\b
Example:
  ravabet repair scanned.txt > readable.txt""",
)
@shared.inputs
@click.option("--explain", is_flag=True, help="Say what was found and done, step by step, instead of the text.")
@click.option("--diff", is_flag=True, help="Show each changed line as it was and as it is, instead of the text.")
@shared.output
def command(inputs: tuple[str, ...], explain: bool, diff: bool, output: TextIO) -> None:
    """Put right-to-left text that a PDF reader left in screen order back in reading order.

    INPUT is a file of text or JSON lines, a folder, or - for standard input. A sound text comes out as it went in.
    """
    tally = shared.Tally()
    for document in read(*inputs):
        if isinstance(document, Document):
            done = repair(document.text, language=document.language)
            output.write(_shown(done, explain=explain, diff=diff))
        tally.add(document if isinstance(document, Problem) else None)
    tally.end()


def _shown(done: Repair, *, explain: bool, diff: bool) -> str:
    if explain or diff:
        told = "".join(f"{line}\n" for line in repairing.explain(done)) if explain else ""
        return told + (repairing.side_by_side(done) if diff else "")
    return done.text if done.text.endswith("\n") else done.text + "\n"
