"""``ravabet demo``: the question asked of the example articles that come with Ravabet."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, TextIO

import click
import yaml

from ravabet.cli import shared
from ravabet.cli.why import form, language
from ravabet.explaining import why
from ravabet.explaining.render import render
from ravabet.model import Document
from ravabet.pipeline import code_all

DEMO = files("ravabet") / "demo"


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
    manifest = yaml.safe_load((DEMO / "demo.yaml").read_text(encoding="utf-8"))
    a, b = manifest["question"]
    codings = list(shared.counted(code_all(documents(manifest)), "Documents read"))
    output.write(render(why(codings, a, b), language=lang, form=form))


def documents(manifest: dict[str, Any]) -> list[Document]:
    """The articles that the manifest lists, with the language, day and title it gives them."""
    return [
        Document(
            id=article["file"],
            text=(DEMO / "articles" / article["file"]).read_text(encoding="utf-8"),
            language=article["language"],
            published=article["published"],
            source=manifest["source"],
            title=article["title"],
        )
        for article in manifest["articles"]
    ]
