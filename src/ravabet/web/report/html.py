"""A report as one HTML file: no script, no other file, the chart drawn in it."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import PackageLoader
from markupsafe import Markup

from ravabet.web.charts.timeline import timelines
from ravabet.web.markup import linked_steps
from ravabet.web.report.content import COLUMNS, Report
from ravabet.web.site import environment

PAGES = environment(PackageLoader("ravabet.web.report"))


def render(report: Report) -> bytes:
    """The report as HTML 5 in UTF-8."""
    speech = report.words
    page = PAGES.get_template("page.html")
    return page.render(
        report=report,
        told=report.told,
        words=speech,
        t=speech.ui,
        columns=COLUMNS,
        chart=timelines(report.bars, report.flags, speech) if report.bars else "",
        style=Markup((files("ravabet.web.report") / "templates" / "report.css").read_text(encoding="utf-8")),
        reasoned=lambda reason: linked_steps(reason.text, reason.causes, speech),
    ).encode("utf-8")
