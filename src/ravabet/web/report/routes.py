"""The report of an answer, to be taken from the site."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ravabet.explaining import Answer, code_of
from ravabet.web.asked import day_of
from ravabet.web.page import Place, as_file
from ravabet.web.report import FORMATS, Facts, Origin, content, render
from ravabet.web.series import kept
from ravabet.web.site import Site, Visit

if TYPE_CHECKING:
    from ravabet.store import Project

HERE = Place("report", "/report", lambda _: Response(status_code=404))
"""Where reports are; not a page of its own, but a file."""
BESIDE = (("answer", "report/links.html"),)


def made(visit: Visit, form: str) -> Response:
    """The report on the two sides and the period that the address names."""
    a, b = code_of(visit.asked("a") or ""), code_of(visit.asked("b") or "")
    since, until = day_of(visit, "since"), day_of(visit, "until")
    project, answer = visit.project, visit.site.why(a, b, since, until)
    report = content(answer, visit.language, facts(project), kept(visit, a, b, since, until), origins(project, answer))
    return Response(render(report, form), media_type=FORMATS[form][1], headers=as_file(f"ravabet-{a}-{b}.{form}"))


def facts(project: Project) -> Facts:
    """How a report from a project was made, today."""
    return Facts(project.lexicon or "–", datetime.date.today(), project.dataset)


def origins(project: Project, answer: Answer) -> dict[str, Origin]:
    """What the documents of an answer say of themselves."""
    docs = [source.id for source in answer.sources]
    found = project.query("SELECT doc, title, author, path FROM document WHERE doc IN (SELECT unnest(?))", docs)
    return {doc: Origin(title, author, path) for doc, title, author, path in found}


def _routes(site: Site) -> list[Route]:
    def get(request: Request) -> Response:
        return made(site.visit(request, HERE), request.path_params["form"])

    return [Route("/report.{form}", get)]


ROUTES = (_routes,)
