"""The relation timeline by itself: to explore with Plotly, or as an SVG file."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ravabet.explaining import code_of
from ravabet.web.asked import day_of
from ravabet.web.charts.timeline import FULL, LABELS, Bar, Scale, timeline
from ravabet.web.markup import isolated
from ravabet.web.page import Page, Place, Table, as_file
from ravabet.web.series import COLUMNS, Course, course, rows
from ravabet.web.site import Site, Visit
from ravabet.web.turns import turns


def build(visit: Visit) -> Page | Response:
    """The timeline of two as an interactive chart; its twins are the series."""
    a, b = visit.asked("a"), visit.asked("b")
    if not a or not b:
        return RedirectResponse(visit.url("/"), 307)
    went = _course(visit)
    words = visit.words
    title = words.say("title", a=words.name(code_of(a)), b=words.name(code_of(b)))
    context = {
        "figure": Markup(json.dumps(figure(went, visit), ensure_ascii=False).replace("<", "\\u003c")),
        "chart": _drawn(went, visit),
        "period": went.period,
    }
    table = Table(COLUMNS, rows(went))
    record = {"a": code_of(a), "b": code_of(b), "by": went.period, "periods": table.rows}
    return Page("chart.html", title, context, record, table)


def _course(visit: Visit) -> Course:
    a, b = code_of(visit.asked("a") or ""), code_of(visit.asked("b") or "")
    return course(visit, a, b, day_of(visit, "since"), day_of(visit, "until"))


def _drawn(went: Course, visit: Visit) -> Markup:
    flags = [turn.flag for turn in turns(visit, went.changes)]
    return timeline(went.bars, flags, visit.words) if went.bars else Markup()


def figure(went: Course, visit: Visit) -> dict[str, Any]:
    """What Plotly draws; colours are those of the page, by class."""
    words = visit.words
    days = [bar.start.isoformat() for bar in went.bars]
    links = [bar_link(visit, went, bar) for bar in went.bars]
    told = list(zip(went.bars, links, strict=True))
    traces: list[dict[str, Any]] = []
    for place, sign in ((1, 1), (0, 1), (3, -1), (2, -1)):
        name = isolated(words.ui(f"quad.q{place + 1}"))
        traces.append(
            {
                "type": "bar",
                "name": name,
                "x": days,
                "y": [sign * bar.counts[place] or None for bar in went.bars],
                "customdata": [[isolated(b.label), words.number(b.counts[place]), link] for b, link in told],
                "hovertemplate": f"%{{customdata[0]}}<br>{name} %{{customdata[1]}}<extra></extra>",
                "quad": place + 1,
            }
        )
    known = [bar for bar in went.bars if bar.mean is not None]
    mean = isolated(words.ui("answer.mean"))
    traces.append(
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": mean,
            "yaxis": "y2",
            "x": [bar.start.isoformat() for bar in known],
            "y": [round(bar.mean or 0.0, 2) for bar in known],
            "customdata": [[isolated(bar.label), words.decimal(bar.mean or 0.0)] for bar in known],
            "hovertemplate": f"%{{customdata[0]}}<br>{mean} %{{customdata[1]}}<extra></extra>",
            "quad": 0,
        }
    )
    most = Scale(went.bars, mirrored=False).most
    every = max(1, -(-len(went.bars) // LABELS))
    return {
        "traces": traces,
        "days": days[::every],
        "labels": [isolated(bar.label) for bar in went.bars[::every]],
        "most": most,
        "counts": [words.number(abs(share * most // 2)) for share in range(-2, 3)],
        "scores": [words.decimal(share * FULL / 2, 0) for share in range(-2, 3)],
        "changes": [{"day": c.day.isoformat(), "text": words.number(n)} for n, c in enumerate(went.changes, 1)],
        "mirrored": words.direction == "rtl",
        "events": isolated(words.ui("answer.events_axis")),
        "score": isolated(words.ui("answer.score_axis")),
    }


def bar_link(visit: Visit, went: Course, bar: Bar) -> str:
    """The address of the events behind a period."""
    period = {"since": bar.start.isoformat(), "until": went.end_of(bar).isoformat()}
    return visit.url("/events", a=visit.query["a"], b=visit.query["b"], **period)


_LIGHT = """
svg { background: #fff; font-family: system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", Tahoma, sans-serif; }
:root { --ink: #1b2330; --soft: #535e70; --line: #dfe3e6; --edge: #7b8594; --raised: #fff; --accent: #12606c;
 --on-accent: #fff; --coop: #1c69a3; --coop-wash: #cfe3f3; --conf: #ad4a14; --conf-wash: #f8dcc9; }
"""


def alone(picture: Markup) -> str:
    """A picture with the rules of the site's style that it needs, as a file of its own."""
    sheet = (files("ravabet.web") / "static" / "site.css").read_text(encoding="utf-8")
    rules = "\n".join(line for line in sheet.splitlines() if line.startswith("svg "))
    head, _, rest = str(picture).partition(">")
    return f"{head}><style>{_LIGHT}{rules}</style>{rest}\n"


def _routes(site: Site) -> list[Route]:
    def picture(request: Request) -> Response:
        visit = site.visit(request, PLACES[0])
        drawn = alone(_drawn(_course(visit), visit))
        return Response(drawn, media_type="image/svg+xml", headers=as_file("ravabet-timeline.svg"))

    return [Route("/chart.svg", picture)]


PLACES = (Place("chart", "/chart", build),)
ROUTES = (_routes,)
