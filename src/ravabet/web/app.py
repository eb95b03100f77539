"""The site as an ASGI application."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from ravabet.model import RavabetError, UsageError
from ravabet.web.guard import Guard
from ravabet.web.markup import bare
from ravabet.web.page import TWINS, Page, Place, respond, twin
from ravabet.web.rooms import rooms
from ravabet.web.site import STATIC, Site, Visit

FOREVER = "public, max-age=31536000, immutable"
STYLED = ("/chart",)
"""Pages of the chart library, which sets styles of its own."""


def create_app(project: str | Path) -> Starlette:
    """The site over the project file at ``project``; the file is opened with the first page that needs it."""
    site = Site(Path(project), rooms())
    routes: list[BaseRoute] = []
    for place in site.all_of("PLACES"):
        routes += _routes(site, place)
    for make in site.all_of("ROUTES"):
        routes += make(site)
    routes += [
        Route("/static/plotly.js", _chart_library),
        Route("/favicon.ico", _icon),
        Mount("/static", _Static(directory=STATIC)),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, styled=STYLED), Middleware(GZipMiddleware, minimum_size=600)],
        exception_handlers={kind: _problem(site) for kind in (RavabetError, HTTPException, Exception)},
    )


def _routes(site: Site, place: Place) -> list[BaseRoute]:
    """A page and its twins, which go first: an id in a path would take their endings for its own."""
    path = "/index" if place.path == "/" else place.path
    twins = [Route(f"{path}.{form}", _page(site, place, form), name=f"{place.name}.{form}") for form in TWINS]
    return [*twins, Route(place.path, _page(site, place, ""), name=place.name)]


def _page(site: Site, place: Place, form: str) -> Callable[[Request], Response]:
    def page(request: Request) -> Response:
        return respond(site, place, request, form)

    return page


def _problem(site: Site) -> Callable[[Request, Exception], Response]:
    """What went wrong, in one sentence: as a page, for programs as JSON."""

    def told(request: Request, problem: Exception) -> Response:
        path = request.url.path
        visit = site.visit(request, Place("problem", path, lambda _: Response()))
        page = problem_page(visit, problem)
        form = path.rpartition(".")[2] if "." in path else ""
        return twin(page, "json") if form in TWINS else site.render(visit, page)

    return told


def problem_page(visit: Visit, problem: Exception) -> Page:
    """What went wrong, as a page."""
    words = visit.words
    if isinstance(problem, HTTPException):
        status, said = problem.status_code, words.ui("site.not_found" if problem.status_code == 404 else "site.problem")
    elif isinstance(problem, RavabetError):
        status, said = 400 if isinstance(problem, UsageError) else 500, words.told(problem)
    else:
        status, said = 500, words.ui("site.fault", what=type(problem).__name__)
    return Page("problem.html", words.ui("site.problem"), {"said": said}, {"error": bare(said)}, status=status)


def _chart_library(request: Request) -> Response:
    """Plotly's JavaScript, out of its Python package."""
    del request
    found = find_spec("plotly")
    folders = list(found.submodule_search_locations or ()) if found else []
    if not folders:
        raise HTTPException(404)
    file = Path(folders[0]) / "package_data" / "plotly.min.js"
    return FileResponse(file, media_type="text/javascript", headers={"cache-control": "public, max-age=86400"})


def _icon(request: Request) -> Response:
    del request
    return FileResponse(STATIC / "icon.svg", media_type="image/svg+xml")


class _Static(StaticFiles):
    """Files whose address changes with their content, kept by the browser for ever."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """One file."""
        response = await super().get_response(path, scope)
        if response.status_code == 200 and scope.get("query_string"):
            response.headers["cache-control"] = FOREVER
        return response
