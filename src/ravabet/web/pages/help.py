"""How to read the site, its keys, and the kinds of events."""

from __future__ import annotations

from ravabet.web.page import Page, Place, Table
from ravabet.web.quads import QUADS, SCORES
from ravabet.web.site import Visit

COLUMNS = {"type": "VARCHAR", "name": "VARCHAR", "quad": "TINYINT", "class": "VARCHAR", "score": "DOUBLE"}


def build(visit: Visit) -> Page:
    """The page of help; its table is the list of types."""
    words = visit.words
    rows = [
        {
            "type": kind,
            "name": words.say("types", kind),
            "quad": QUADS[kind],
            "class": words.ui(f"quad.q{QUADS[kind]}"),
            "score": SCORES[kind],
        }
        for kind in sorted(QUADS, key=lambda kind: QUADS[kind])
    ]
    return Page("help.html", words.ui("help.title"), {"types": rows}, table=Table(COLUMNS, rows))


PLACES = (Place("help", "/help", build),)
