"""``ravabet lexicon``: what the lexicon holds, what of it is yours, and whether it keeps its own rules."""

from __future__ import annotations

import sys

import click

from ravabet.coding.acts.find import acts
from ravabet.language import MODULES, analyse
from ravabet.lexicon import EXPERIMENTAL, LANGUAGES, Expression, actors, expressions, fold, frames, own
from ravabet.lexicon.entries import KINDS
from ravabet.lexicon.lint import check_own, lint
from ravabet.model import LexiconError

language = click.option(
    "--language", type=click.Choice((*LANGUAGES, *EXPERIMENTAL)), required=True, help="Language of the entry."
)


@click.group(
    "lexicon",
    short_help="Look after the frames, words, actors and your entries.",
)
def command() -> None:
    """Look after the lexicon: frames of acts, their words, actors, cues.

    Your own entries lie in a folder of yours (ravabet --lexicon DIR ...) and extend or override ours.
    """


@command.command(
    "check",
    short_help="Tell every entry that breaks a rule of the lexicon.",
    epilog="""\b
Example:
  ravabet lexicon check
  ravabet --lexicon my-words lexicon check""",
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


def _named(text: str, words: tuple[Expression, ...], language: str) -> bool:
    """Whether a text names an act by one of the expressions, as the coder sees it."""
    return any(acts(sentence, language, words) for sentence in analyse(text, language))


@command.command(
    "show",
    short_help="Show the entries that hold WORDS, and their files.",
    epilog="""\b
Example:
  ravabet lexicon show sanctions
  ravabet lexicon show تحریم""",
)
@click.argument("words", nargs=-1)
def show(words: tuple[str, ...]) -> None:
    """Show the entries that hold WORDS, with the file each stands in; without WORDS, all frames."""
    wanted = fold(" ".join(words))
    for frame in frames().values():
        if wanted in frame.id or wanted in fold(" ".join(frame.gloss.values())):
            click.echo(f"frame\t{frame.type}\t{frame.id}\t{frame.gloss.get('en', '')}")
    if not words:
        return
    for code in MODULES:
        for entry in expressions(code):
            if wanted in " ".join(entry.words):
                click.echo(f"act\t{code}\t{entry.id}\t{entry.source}")
        for actor in actors(code):
            if wanted in fold(actor.form):
                held = f"{actor.since or ''}..{actor.until or ''}" if actor.since or actor.until else ""
                click.echo(f"actor\t{code}\t{actor.code}\t{actor.form}\t{actor.kind} {held}\t{actor.source}".strip())


@command.group("add", short_help="Add an entry to your own folder, if it passes the checks.")
def add() -> None:
    """Add an entry to your own folder; it is checked first, and taken out again by hand."""


@add.command(
    "actor",
    epilog="""\b
Example:
  ravabet --lexicon my-words lexicon add actor --language en --code KGZ "Zhogorku Kenesh" --kind seat""",
)
@language
@click.option("--code", required=True, help="ISO 3166-1 alpha-3, a body's acronym or a name in capitals.")
@click.option("--kind", type=click.Choice(KINDS), default="name", show_default=True)
@click.option("--sector", default="", help="PLOVER sector, such as GOV or MIL.")
@click.option("--since", default="", metavar="DAY", help="First day in office.")
@click.option("--until", default="", metavar="DAY", help="Last day in office.")
@click.argument("form")
def add_actor(form: str, **fields: str) -> None:
    """Add FORM, a name as texts write it, of an actor."""
    _add(own.ACTORS, {"form": form, **fields})


@add.command(
    "act",
    epilog="""\b
Example:
  ravabet --lexicon my-words lexicon add act --language en --frame cut-ties "sever* links <with" """,
)
@language
@click.option("--frame", required=True, help="The frame it names; `ravabet lexicon show` lists them.")
@click.argument("words")
def add_act(words: str, **fields: str) -> None:
    """Add WORDS, an expression in the lexicon's notation, to a frame."""
    if fields["frame"] not in frames():
        message = f"there is no frame {fields['frame']!r}; `ravabet lexicon show` lists them"
        raise LexiconError(message)
    _add(own.ACTS, {"words": words, **fields})


def _add(name: str, row: own.Row) -> None:
    problems = check_own(name, row)
    if problems:
        raise LexiconError("; ".join(problems))
    click.echo(f"added to {own.add(name, row)}", err=True)
