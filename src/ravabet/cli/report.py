"""``ravabet report``: one file to hand on."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from ravabet.cli import shared
from ravabet.cli.why import asked, coded, depth, language
from ravabet.explaining import Answer, code_of, why
from ravabet.model import InputError

FORMATS = ("html", "md", "docx")


@click.command(
    "report",
    epilog="""\b
Examples:
  ravabet report RUS KGZ -o report.html
  ravabet report Russia Kyrgyzstan articles/ --lang ru -o report.docx""",
)
@asked
@depth
@language
@click.option("--format", "form", type=click.Choice(FORMATS), help="Format; by the ending of FILE unless given.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE", help="The file."
)
def command(
    a: str,
    b: str,
    inputs: tuple[str, ...],
    project: Path,
    published: datetime.date | None,
    since: datetime.date | None,
    until: datetime.date | None,
    depth: int | None,
    lang: str,
    form: str | None,
    output: Path,
) -> None:
    """Write a report on why relations between A and B changed.

    One file with the narrative, a chart, the chain with its quotes, sources, method and versions. It needs no network
    and no other file. Without INPUT the project file is asked.
    """
    from ravabet.scale.stamping import coder_stamp  # noqa: PLC0415  the site and the database are loaded only here
    from ravabet.web.report import Facts, Origin, content, render  # noqa: PLC0415

    one, two = code_of(a), code_of(b)
    chosen = form or output.suffix.lower().removeprefix(".")
    if inputs:
        codings, tally = coded(inputs, published)
        answer = why(codings, one, two, since=since, until=until, depth=depth)
        made = Facts(coder_stamp(), datetime.date.today())
        read = (coding.document for coding in codings)
        known = {one.id: Origin(one.title, one.author, one.path) for one in read}
        _write(output, render(content(answer, lang, made, origins=known), chosen), answer)
        tally.end()
        return
    from ravabet.store import Project  # noqa: PLC0415
    from ravabet.web.report.routes import facts, origins  # noqa: PLC0415
    from ravabet.web.series import relation  # noqa: PLC0415

    with Project.open(project) as found:
        answer = found.why(one, two, since=since, until=until, depth=depth)
        course = relation(found, one, two, since, until)
        report = content(answer, lang, facts(found), course, origins(found, answer))
    _write(output, render(report, chosen), answer)


def _write(output: Path, made: bytes, answer: Answer) -> None:
    try:
        output.write_bytes(made)
    except OSError as problem:
        message = f"{output}: cannot be written ({problem.strerror}); name another file"
        raise InputError(message) from problem
    events, reasons = shared.number(len(answer.changes), "event"), shared.number(len(answer.links), "reason")
    click.echo(f"{output}: {events} between the two, {reasons}", err=True)
