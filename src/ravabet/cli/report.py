"""``ravabet report``: one file to hand on."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from ravabet.cli import shared
from ravabet.cli.why import language
from ravabet.explaining import Answer, code_of, why
from ravabet.model import InputError
from ravabet.pipeline import code_all

FORMATS = ("html", "md", "docx")


@click.command(
    "report",
    epilog="""\b
Examples:
  ravabet report RUS KGZ -o report.html
  ravabet report Russia Kyrgyzstan articles/ --lang ru -o report.docx""",
)
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@shared.some_inputs
@shared.project
@shared.published
@click.option("--since", type=shared.first_day, metavar="DAY", help="Only changes on or after this day.")
@click.option("--until", type=shared.last_day, metavar="DAY", help="Only changes on or before this day.")
@click.option("--depth", type=click.IntRange(min=1), metavar="N", help="Go back at most N reasons from a change.")
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
    today = datetime.date.today()
    if inputs:
        tally = shared.Tally()
        codings = []
        for coding in shared.counted(code_all(inputs, published=published), "Documents read"):
            codings.append(coding)
            tally.add(coding.problem, coding.document.language)
        answer = why(codings, one, two, since=since, until=until, depth=depth)
        read = (coding.document for coding in codings)
        known = {one.id: Origin(one.title, one.author, one.path) for one in read}
        _write(output, render(content(answer, lang, Facts(coder_stamp(), today), origins=known), chosen), answer)
        tally.end()
        return
    from ravabet.store import Project  # noqa: PLC0415
    from ravabet.web.report.routes import lexicon, origins  # noqa: PLC0415
    from ravabet.web.series import relation  # noqa: PLC0415

    with Project.open(project) as found:
        answer = found.why(one, two, since=since, until=until, depth=depth)
        facts = Facts(lexicon(found), today, found.dataset)
        report = content(answer, lang, facts, relation(found, one, two, since, until), origins(found, answer))
    _write(output, render(report, chosen), answer)


def _write(output: Path, made: bytes, answer: Answer) -> None:
    try:
        output.write_bytes(made)
    except OSError as problem:
        message = f"{output}: cannot be written ({problem.strerror}); name another file"
        raise InputError(message) from problem
    click.echo(f"{output}: {len(answer.changes)} events between the two, {len(answer.links)} reasons", err=True)
