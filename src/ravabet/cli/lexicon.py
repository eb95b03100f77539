"""``ravabet lexicon``: what the lexicon holds, and whether it keeps its own rules."""

from __future__ import annotations

import sys

import click

from ravabet.coding.acts import acts
from ravabet.language import analyse
from ravabet.lexicon import Expression, frames
from ravabet.lexicon.lint import lint


@click.group("lexicon")
def command() -> None:
    """Look after the lexicon: frames of acts, their words, actors, cues."""


@command.command(
    "check",
    epilog="""\b
Example:
  ravabet lexicon check""",
)
def check() -> None:
    """Tell every entry that breaks a rule of the lexicon, one a line.

    The rules: each act's words fire in its example and stay silent in the other, codes and types are known, no entry
    is there twice. Ends with 1 where an entry breaks one.
    """
    problems = lint(_named)
    for problem in problems:
        click.echo(problem)
    click.echo(f"{len(frames())} frames, {len(problems)} problems", err=True)
    sys.exit(bool(problems))


def _named(text: str, expressions: tuple[Expression, ...], language: str) -> bool:
    """Whether a text names an act by one of the expressions, as the coder sees it."""
    return any(acts(sentence, language, expressions) for sentence in analyse(text, language))
