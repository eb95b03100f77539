"""Who with whom in a period."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from ravabet.relating import network as related
from ravabet.relating.network import Network
from ravabet.store import relations
from ravabet.web.asked import count, day_of, day_text, number
from ravabet.web.charts.network import Tie, networks
from ravabet.web.page import Page, Place, Table
from ravabet.web.site import Visit

LINES = (20, 40, 80, 160)
"""How many relations can be drawn; the second is what is drawn unless another is asked for."""
COLUMNS = {
    "a": "VARCHAR", "b": "VARCHAR", "occurrences": "BIGINT", "cooperation": "BIGINT", "conflict": "BIGINT",
    "score": "DOUBLE", "reports": "BIGINT", "voices": "BIGINT",
}  # fmt: skip
SHOWS = {"": (), "coop": (1, 2), "conf": (3, 4), "material": (2, 4), "verbal": (1, 3)}
"""What can be shown, as classes of acts."""


def build(visit: Visit) -> Page:
    """The network of what took place in a period, at least so sure, of some classes."""
    since, until = day_of(visit, "since"), day_of(visit, "until")
    shown = visit.query.get("show", "")
    most = min(LINES[-1], count(visit, "most", LINES[1]))
    around = tuple(code.upper() for code in visit.query.getlist("around") if code)
    found = _found(visit, since, until, number(visit, "least", 0.0), SHOWS.get(shown, ()))
    ties = _around(found.ties, around)
    near = {code for tie in ties for code in (tie.a, tie.b)}
    nodes = [node for node in found.nodes if node.code in near]
    drawn = [Tie(tie.a, tie.b, tie.occurrences, tie.score) for tie in ties[:most]]
    period: dict[str, Any] = {"since": day_text(since), "until": day_text(until)}
    chart = networks(
        drawn,
        visit.words,
        lambda tie: visit.url("/why", a=tie.a, b=tie.b, **period),
        lambda code: visit.url("/events", a=code, **period),
        {node.code: node.bloc for node in nodes if node.bloc},
    )
    rows = [{**{name: getattr(tie, name) for name in COLUMNS}, "score": round(tie.score, 3)} for tie in ties]
    context = {
        **period,
        "ties": ties[: 4 * LINES[1]],
        "all": len(ties),
        "drawn": len(drawn),
        "nodes": nodes[: LINES[1]],
        "chart": chart if drawn else "",
        "shown": shown,
        "shows": list(SHOWS),
        "lines": LINES,
        "most": most,
        "around": around,
    }
    title = visit.words.ui("network.title")
    record = {**period, "nodes": nodes, "edges": rows, "blocs": found.blocs}
    return Page("network.html", title, context, record, Table(COLUMNS, rows))


def _found(
    visit: Visit, since: datetime.date | None, until: datetime.date | None, least: float, quads: tuple[int, ...]
) -> Network:
    """The whole network, kept until the project file changes."""
    key = ("network", since, until, least, quads)
    return visit.site.kept(key, lambda: relations.network(visit.project, since, until, least, quads))


def _around(ties: Sequence[related.Tie], codes: tuple[str, ...]) -> Sequence[related.Tie]:
    """The relations of some with all others, and of those others among themselves."""
    if not codes:
        return ties
    near = {code for tie in ties if {tie.a, tie.b} & set(codes) for code in (tie.a, tie.b)}
    return [tie for tie in ties if tie.a in near and tie.b in near]


PLACES = (Place("network", "/network", build, menu=True),)
