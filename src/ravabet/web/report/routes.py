"""The report of an answer, to be taken from the site."""

from __future__ import annotations

import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ravabet.explaining import Answer, code_of
from ravabet.web.asked import day_of
from ravabet.web.page import Place
from ravabet.web.report import FORMATS, Facts, Origin, content, render
from ravabet.web.series import relation
from ravabet.web.site import Site, Visit

HERE = Place("report", "/report", lambda _: Response(status_code=404))
"""Where reports are; not a page of its own, but a file."""
BESIDE = (("answer", "report/links.html"),)


def made(visit: Visit, form: str) -> Response:
    """The report on the two sides and the period that the address names."""
    a, b = code_of(visit.asked("a") or ""), code_of(visit.asked("b") or "")
    since, until = day_of(visit, "since"), day_of(visit, "until")
    project = visit.project
    answer = project.why(a, b, since=since, until=until)
    course = relation(project, a, b, since, until)
    facts = Facts(lexicon(project), datetime.date.today(), project.dataset)
    name = f"ravabet-{a}-{b}.{form}"
    return Response(
        render(content(answer, visit.language, facts, course, origins(project, answer)), form),
        media_type=FORMATS[form][1],
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


def origins(project: Any, answer: Answer) -> dict[str, Origin]:  # noqa: ANN401  a project or what stands for one
    """What the documents of an answer say of themselves."""
    docs = [source.id for source in answer.sources]
    found = project.query("SELECT doc, title, author, path FROM document WHERE doc IN (SELECT unnest(?))", docs)
    return {doc: Origin(title, author, path) for doc, title, author, path in found}


def lexicon(project: Any) -> str:  # noqa: ANN401  a project or what stands for one
    """The version of the lexicon of the latest run that coded something."""
    found = project.query("SELECT lexicon FROM run WHERE lexicon <> '' ORDER BY started DESC LIMIT 1")
    return str(found[0][0]) if found else "–"


def _routes(site: Site) -> list[Route]:
    def get(request: Request) -> Response:
        return made(site.visit(request, HERE), request.path_params["form"])

    return [Route("/report.{form}", get)]


ROUTES = (_routes,)
