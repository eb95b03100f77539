"""``ravabet serve``: a project file as a site on this machine."""

from __future__ import annotations

from pathlib import Path

import click

browser = click.option("--no-browser", is_flag=True, help="Do not open the browser.")
port = click.option(
    "--port", type=click.IntRange(1, 65535), metavar="N", help="Port; the first free one from 8000 on unless given."
)


def tell(line: str) -> None:
    """Says a line on standard error."""
    click.echo(line, err=True)


@click.command(
    "serve",
    short_help="Open the project file as a site in the browser.",
    epilog="""\b
Examples:
  ravabet serve
  ravabet serve -p asia.duckdb --port 8080 --no-browser""",
)
@click.option(
    "-p", "--project", type=click.Path(path_type=Path), metavar="FILE", help="Project file (also RAVABET_PROJECT)."
)
@port
@browser
def command(project: Path | None, port: int | None, no_browser: bool) -> None:
    """Open the project file as a site in the browser.

    Only this machine can reach the site, and the site asks no other. It shows the new state by itself when
    `ravabet add` has replaced the file.
    """
    from ravabet.store import default_path  # noqa: PLC0415  the site is loaded only where it is served
    from ravabet.web.serve import serve  # noqa: PLC0415

    serve(project or default_path(), port=port, browser=not no_browser, tell=tell)
