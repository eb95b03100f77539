"""The question box, and what the project file holds."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ravabet.lexicon import LANGUAGES, find_code, name
from ravabet.web.naming import suggestions
from ravabet.web.page import Page, Place, Table
from ravabet.web.site import Site, Visit

PAIRS = 12
"""Pairs that are offered."""


def build(visit: Visit) -> Page:
    """The first page."""
    site = visit.site
    counts = site.kept("counts", lambda: site.project.counts())
    pairs = site.kept("pairs", lambda: busiest(site))
    rows = [{"a": a, "b": b, "events": events} for a, b, events in pairs]
    return Page(
        "home.html",
        visit.words.ui("ask.title"),
        {"counts": counts, "pairs": pairs, "code": find_code},
        record={"counts": counts, "pairs": rows},
        table=Table({"a": "VARCHAR", "b": "VARCHAR", "events": "BIGINT"}, rows),
    )


def busiest(site: Site) -> list[tuple[str, str, int]]:
    """The pairs with most events, whoever did them."""
    found = site.project.query(
        "SELECT least(a, b) AS one, greatest(a, b) AS two, count(DISTINCT event) AS events FROM pair WHERE a <> b "
        "GROUP BY ALL ORDER BY events DESC, one, two LIMIT ?",
        PAIRS,
    )
    return [(one, two, events) for one, two, events in found]


def suggest(request: Request) -> Response:
    """Countries and bodies whose name in any language begins with what was typed."""
    typed, asked = request.query_params.get("q", ""), request.query_params.get("lang", "")
    language = asked if asked in LANGUAGES else "en"
    found = [{"form": form, "code": code, "name": name(code, language)} for form, code in suggestions(typed, language)]
    return JSONResponse(found)


PLACES = (Place("home", "/", build, menu=True),)
ROUTES = (lambda _: [Route("/suggest", suggest)],)
