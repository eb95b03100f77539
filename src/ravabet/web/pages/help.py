"""How to read the site, its keys, and the kinds of events."""

from __future__ import annotations

from ravabet.lexicon import plover, quads
from ravabet.web.page import Page, Place, Table
from ravabet.web.site import Visit

COLUMNS = {"type": "VARCHAR", "name": "VARCHAR", "quad": "TINYINT", "class": "VARCHAR", "score": "DOUBLE"}


def build(visit: Visit) -> Page:
    """The page of help; its table is the list of types."""
    words = visit.words
    rows = [
        {
            "type": kind,
            "name": words.say("types", kind),
            "quad": quad,
            "class": words.ui(f"quad.q{quad}"),
            "score": float(plover()[kind]["score"]),
        }
        for kind, quad in sorted(quads().items(), key=lambda one: one[1])
    ]
    return Page("help.html", words.ui("help.title"), {"types": rows}, table=Table(COLUMNS, rows))


PLACES = (Place("help", "/help", build),)
