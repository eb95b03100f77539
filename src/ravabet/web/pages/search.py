"""Texts by words, the best first, each with the stretch that answers."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from ravabet.lexicon import find_code
from ravabet.model import InputError, UsageError
from ravabet.store.search import Hit, search
from ravabet.web.asked import LIMIT, count
from ravabet.web.markup import bare, marked
from ravabet.web.page import Page, Place, Table
from ravabet.web.site import Visit

SHOWN = 20
"""Texts on a page."""
COLUMNS = {
    "doc": "VARCHAR", "score": "DOUBLE", "title": "VARCHAR", "source": "VARCHAR", "published": "DATE",
    "language": "VARCHAR", "events": "INTEGER", "start": "INTEGER", "end": "INTEGER", "text": "VARCHAR",
}  # fmt: skip


def build(visit: Visit) -> Page:
    """What the question ``q`` finds; one that cannot be asked is told under the field."""
    asked, title = visit.asked("q"), visit.words.ui("search.title")
    context: dict[str, Any] = {"asked": asked or "", "problem": "", "hits": [], "total": 0, "limit": SHOWN, "offset": 0}
    context["everywhere"] = find_code(asked) if asked else None
    if asked is None:
        return Page("search.html", title, context, {"total": 0, "hits": []}, Table(COLUMNS))
    offset = 0 if visit.form else count(visit, "offset", 0)
    try:
        found = search(visit.project, asked, limit=20 * LIMIT if visit.form else SHOWN, offset=offset)
    except (UsageError, InputError) as problem:
        said = visit.words.told(problem)
        return Page(
            "search.html", title, {**context, "problem": said}, {"error": bare(said)}, Table(COLUMNS), status=400
        )
    rows = [row(hit) for hit in found.hits]
    context |= {"hits": [(hit, stretch(hit)) for hit in found.hits], "total": found.total, "offset": offset}
    return Page(
        "search.html", f"{asked} · {title}", context, {"total": found.total, "hits": rows}, Table(COLUMNS, rows)
    )


def stretch(hit: Hit) -> Markup:
    """The stretch of a text with the words that were looked for."""
    spans = [(mark.start, mark.end, "found") for mark in hit.snippet.marks]
    return marked(hit.snippet.text, hit.snippet.span.start, spans)


def row(hit: Hit) -> dict[str, Any]:
    """A hit as a row of the twins."""
    return {
        "doc": hit.doc,
        "score": hit.score,
        "title": hit.title,
        "source": hit.source,
        "published": hit.published,
        "language": hit.language,
        "events": hit.events,
        "start": hit.snippet.span.start,
        "end": hit.snippet.span.end,
        "text": hit.snippet.text,
    }


PLACES = (Place("search", "/search", build, menu=True),)
