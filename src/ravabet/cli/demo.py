"""``ravabet demo``: the question asked of the example articles that come with Ravabet."""

from __future__ import annotations

from typing import TextIO

import click

from ravabet.cli import serve, shared
from ravabet.cli.why import form, language
from ravabet.demo import documents, question
from ravabet.explaining import why
from ravabet.explaining.render import render
from ravabet.pipeline import code_all


@click.command(
    "demo",
    short_help="Ask the question of the bundled example articles.",
    epilog="""\b
Example:
  ravabet demo --lang fa
  ravabet demo --serve""",
)
@language
@form
@shared.output
@click.option("--serve", "served", is_flag=True, help="Open the example articles as a site in the browser instead.")
@serve.port
@serve.browser
def command(lang: str, form: str, output: TextIO, served: bool, port: int | None, no_browser: bool) -> None:
    """Ask the question of the example articles that come with Ravabet."""
    if served:
        _serve(lang, port, browser=not no_browser)
        return
    codings = list(shared.counted(code_all(documents()), "Documents read"))
    output.write(render(why(codings, *question()), language=lang, form=form))


def _serve(lang: str, port: int | None, *, browser: bool) -> None:
    from ravabet.web import example  # noqa: PLC0415  the site is loaded only where it is served
    from ravabet.web.serve import serve as open_site  # noqa: PLC0415

    page = "/" if lang == "en" else f"/?lang={lang}"
    open_site(example.project(serve.tell), port=port, page=page, browser=browser, tell=serve.tell)
