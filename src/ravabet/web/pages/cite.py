"""How to cite a page of the site: APA, BibTeX and CSL-JSON, with the data set and the versions that made it."""

from __future__ import annotations

import datetime
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ravabet import __version__
from ravabet.web.markup import bare
from ravabet.web.page import Page, Place, Table, as_file
from ravabet.web.site import Site, Visit

COLUMNS = {"form": "VARCHAR", "text": "VARCHAR"}


def build(visit: Visit) -> Page:
    """The citations of the page at the address ``of``."""
    told = cited(visit)
    forms = [("apa", apa(told)), ("bibtex", bibtex(told)), ("csl", csl(told))]
    rows = [{"form": form, "text": text} for form, text in forms]
    return Page("cite.html", visit.words.ui("cite.title"), {"told": told, "forms": forms}, told, Table(COLUMNS, rows))


def cited(visit: Visit) -> dict[str, Any]:
    """What a citation names: the page's address, the data set, versions, and the day it was looked at."""
    of = visit.asked("of") or "/"
    path = of if of.startswith("/") and not of.startswith("//") else "/"
    today = datetime.date.today()
    lexicon = visit.site.kept("lexicon", lambda: visit.project.lexicon) or "–"
    created = visit.site.kept("created", lambda: _created(visit.site))
    return {
        "title": _title(visit, path),
        "address": str(visit.request.base_url).rstrip("/") + path,
        "dataset": visit.site.dataset,
        "version": __version__,
        "lexicon": lexicon,
        "year": (created or today).year,
        "accessed": today,
        "language": visit.language,
    }


def _title(visit: Visit, path: str) -> str:
    """What the page is called: the question of an answer, else the name in the menu."""
    parts = urlsplit(path)
    fields = parse_qs(parts.query)
    if parts.path in ("/why", "/report") and "a" in fields and "b" in fields:
        names = {"a": visit.words.name(fields["a"][0]), "b": visit.words.name(fields["b"][0])}
        return bare(visit.words.say("question", **names))
    name = parts.path.strip("/").split("/")[0]
    menu = {"": "home", "document": "document", "occurrence": "occurrence"}.get(name, name)
    title = {"document": "reading.title", "occurrence": "occurrence.title"}.get(menu, f"nav.{menu}")
    return visit.words.ui(title) if visit.words.known(title) else visit.words.ui("ask.title")


def _created(site: Site) -> datetime.date | None:
    found = site.project.query("SELECT max(finished) FROM run")
    return found[0][0].date() if found and found[0][0] else None


def apa(told: dict[str, Any]) -> str:
    """A reference in the style of the APA, seventh edition, for a data set."""
    day = told["accessed"]
    return (
        f"Ravabet ({told['year']}). {told['title']} (Version {told['version']}; lexicon {told['lexicon']}; "
        f"data set {told['dataset']}) [Data set]. Retrieved {day:%B} {day.day}, {day.year}, from {told['address']}"
    )


def bibtex(told: dict[str, Any]) -> str:
    """An entry for BibTeX."""
    fields = {
        "title": f"{{{told['title']}}}",
        "author": "{Ravabet}",
        "year": told["year"],
        "version": told["version"],
        "note": f"Lexicon {told['lexicon']}, data set {told['dataset']}",
        "howpublished": f"\\url{{{told['address']}}}",
        "urldate": told["accessed"].isoformat(),
    }
    lines = ",\n".join(f"  {key} = {{{value}}}" for key, value in fields.items())
    return f"@misc{{ravabet-{str(told['dataset'])[:8]},\n{lines}\n}}"


def csl(told: dict[str, Any]) -> str:
    """An item of CSL-JSON."""
    day = told["accessed"]
    item = {
        "id": f"ravabet-{str(told['dataset'])[:8]}",
        "type": "dataset",
        "title": told["title"],
        "author": [{"literal": "Ravabet"}],
        "issued": {"date-parts": [[told["year"]]]},
        "accessed": {"date-parts": [[day.year, day.month, day.day]]},
        "version": told["version"],
        "number": str(told["dataset"]),
        "note": f"lexicon {told['lexicon']}",
        "URL": told["address"],
        "language": told["language"],
    }
    return json.dumps([item], ensure_ascii=False, indent=2)


def _routes(site: Site) -> list[Route]:
    """The citations as files."""

    def bib(request: Request) -> Response:
        return _file(bibtex(cited(site.visit(request, PLACES[0]))), "application/x-bibtex", "bib")

    def item(request: Request) -> Response:
        return _file(csl(cited(site.visit(request, PLACES[0]))), "application/vnd.citationstyles.csl+json", "csl.json")

    return [Route("/cite.bib", bib), Route("/cite.csl.json", item)]


def _file(text: str, kind: str, ending: str) -> Response:
    return Response(text + "\n", media_type=f"{kind}; charset=utf-8", headers=as_file(f"ravabet.{ending}"))


PLACES = (Place("cite", "/cite", build),)
ROUTES = (_routes,)
