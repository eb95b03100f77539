"""Who with whom in a period."""

from __future__ import annotations

import datetime
from typing import Any

from ravabet.web.asked import count, day_of, day_text, number
from ravabet.web.charts.network import Tie, network
from ravabet.web.page import Page, Place, Table
from ravabet.web.site import Visit

LINES = (20, 40, 80, 160)
"""How many relations can be drawn; the second is what is drawn unless another is asked for."""
COLUMNS = {"a": "VARCHAR", "b": "VARCHAR", "events": "BIGINT", "score": "DOUBLE"}
SHOWS = {"": (), "coop": (1, 2), "conf": (3, 4), "material": (2, 4), "verbal": (1, 3)}
"""What can be shown, as classes of acts."""


def build(visit: Visit) -> Page:
    """The network of the events in a period, at least so sure, of some classes."""
    since, until = day_of(visit, "since"), day_of(visit, "until")
    least, shown = number(visit, "least", 0.0), visit.query.get("show", "")
    quads = SHOWS.get(shown, ())
    most = min(LINES[-1], count(visit, "most", LINES[1]))
    around = tuple(code.upper() for code in visit.query.getlist("around") if code)
    key = ("network", since, until, least, quads)
    ties = _around(visit.site.kept(key, lambda: _ties(visit, since, until, least, quads)), around)
    drawn = ties[:most]
    nodes = _nodes(ties)
    period: dict[str, Any] = {"since": day_text(since), "until": day_text(until)}
    chart = network(
        drawn,
        visit.words,
        lambda tie: visit.url("/why", a=tie.a, b=tie.b, **period),
        lambda code: visit.url("/events", a=code, **period),
    )
    rows = [{"a": tie.a, "b": tie.b, "events": tie.events, "score": round(tie.score, 3)} for tie in ties]
    context = {
        "ties": ties[: 4 * LINES[1]],
        "all": len(ties),
        "drawn": len(drawn),
        "nodes": nodes[: LINES[1]],
        "chart": chart if drawn else "",
        "since": period["since"],
        "until": period["until"],
        "shown": shown,
        "shows": list(SHOWS),
        "lines": LINES,
        "most": most,
        "around": around,
        "least": least,
    }
    title = visit.words.ui("network.title")
    return Page("network.html", title, context, {"nodes": nodes, "edges": rows, **period}, Table(COLUMNS, rows))


def _around(ties: list[Tie], codes: tuple[str, ...]) -> list[Tie]:
    """The relations of some with all others, and of those others among themselves."""
    if not codes:
        return ties
    near = {code for tie in ties if {tie.a, tie.b} & set(codes) for code in (tie.a, tie.b)}
    return [tie for tie in ties if tie.a in near and tie.b in near]


def _ties(
    visit: Visit, since: datetime.date | None, until: datetime.date | None, least: float, quads: tuple[int, ...]
) -> list[Tie]:
    """All relations, those with most events first."""
    marks = f" AND quad IN ({', '.join('?' * len(quads))})" if quads else ""
    rows = visit.project.query(
        "SELECT least(a, b), greatest(a, b), count(DISTINCT event) AS events, avg(score) FROM pair "
        f"WHERE a <> b AND confidence >= ? AND day >= ? AND day <= ?{marks} "
        "GROUP BY 1, 2 ORDER BY events DESC, 1, 2",
        least, since or datetime.date.min, until or datetime.date.max, *quads,
    )  # fmt: skip
    return [Tie(a, b, events, score) for a, b, events, score in rows]


def _nodes(ties: list[Tie]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for tie in ties:
        for code in (tie.a, tie.b):
            node = found.setdefault(code, {"code": code, "events": 0, "degree": 0})
            node["events"] += tie.events
            node["degree"] += 1
    return sorted(found.values(), key=lambda node: (-node["events"], node["code"]))


PLACES = (Place("network", "/network", build, menu=True),)
