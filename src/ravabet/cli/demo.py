"""``ravabet demo``: the question asked of the example articles that come with Ravabet."""

from __future__ import annotations

from typing import TextIO

import click

from ravabet.cli import shared
from ravabet.cli.why import form, language
from ravabet.demo import documents, question
from ravabet.explaining import why
from ravabet.explaining.render import render
from ravabet.pipeline import code_all


@click.command(
    "demo",
    epilog="""\b
Example:
  ravabet demo --lang fa""",
)
@language
@form
@shared.output
def command(lang: str, form: str, output: TextIO) -> None:
    """Ask the question of the example articles that come with Ravabet."""
    codings = list(shared.counted(code_all(documents()), "Documents read"))
    output.write(render(why(codings, *question()), language=lang, form=form))
