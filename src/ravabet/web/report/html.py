"""A report as one HTML file: no script, no other file, the chart drawn in it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from ravabet.explaining.view import Reasoned
from ravabet.web.charts.timeline import timeline
from ravabet.web.markup import bare, bdi, block, collapsed, quoted, text
from ravabet.web.reader import Words
from ravabet.web.report.content import COLUMNS, Report


def render(report: Report) -> bytes:
    """The report as HTML 5 in UTF-8."""
    speech = report.words
    page = _environment().get_template("page.html")
    return page.render(
        report=report,
        told=report.told,
        words=speech,
        t=speech.ui,
        columns=COLUMNS,
        chart=timeline(report.bars, report.flags, speech) if report.bars else "",
        style=Markup((files("ravabet.web.report") / "templates" / "report.css").read_text(encoding="utf-8")),
        reasoned=lambda reason: _reasoned(reason, speech),
    ).encode("utf-8")


def _reasoned(reason: Reasoned, speech: Words) -> Markup:
    """A reason with the numbers of its steps as links to them."""
    told = text(reason.text)
    plain = text(speech.numbers(reason.causes))
    links = speech.listed([f'<a href="#step-{number}">{speech.number(number)}</a>' for number in reason.causes])
    return Markup(str(told).replace(str(plain), links, 1))


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("ravabet.web.report"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"text": text, "bdi": bdi, "bare": bare, "block": block, "collapsed": collapsed}
    made.globals |= {"quoted": quoted}
    return made
