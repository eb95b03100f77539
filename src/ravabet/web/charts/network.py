"""Who with whom: states and bodies as circles, their relations as lines; laid out by networkx, drawn as SVG."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from ravabet.web.charts import svg
from ravabet.web.reader import Words

WIDTH, HEIGHT, EDGE = 960.0, 640.0, 70.0
SEED = 7
"""Of the layout, so that the same network always looks the same."""
WIDEST, BIGGEST = 11.0, 17.0
BLOCS = 6
"""Blocs that have a colour of their own, the largest."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation: how many events, their mean score."""

    a: str
    b: str
    events: int
    score: float

    @property
    def kind(self) -> str:
        """Mostly cooperation, mostly conflict, or neither."""
        return "coop" if self.score > 1 else "conf" if self.score < -1 else "mixed"


def network(
    ties: Sequence[Tie],
    words: Words,
    tie_link: Callable[[Tie], str],
    node_link: Callable[[str], str],
    blocs: Mapping[str, int] | None = None,
) -> Markup:
    """The network as SVG; the links give the address behind a line and a circle, ``blocs`` the bloc of a code."""
    places = layout(ties)
    weights = {code: sum(t.events for t in ties if code in (t.a, t.b)) for code in places}
    most, heaviest = max((t.events for t in ties), default=1), max(weights.values(), default=1)
    parts = [_tie(tie, places, most, words, tie_link) for tie in sorted(ties, key=lambda tie: tie.events)]
    known = blocs or {}
    parts += [
        _node(code, places[code], weights[code] / heaviest, words, node_link(code), known.get(code)) for code in places
    ]
    return svg.picture(WIDTH, HEIGHT, words.ui("network.title"), parts)


def layout(ties: Sequence[Tie]) -> dict[str, tuple[float, float]]:
    """Where each stands: those with many events near each other (Fruchterman and Reingold 1991)."""
    import networkx  # noqa: PLC0415  loaded with the first network

    graph = networkx.Graph()
    for tie in sorted(ties, key=lambda tie: (tie.a, tie.b)):
        graph.add_edge(tie.a, tie.b, weight=sqrt(tie.events))
    if not graph:
        return {}
    spread = 3.0 / sqrt(len(graph))
    found = networkx.spring_layout(graph, k=spread, iterations=120, seed=SEED)
    return _fitted({code: (float(x), float(y)) for code, (x, y) in found.items()})


def _fitted(places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Places stretched over the whole picture."""
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]

    def fit(value: float, among: Sequence[float], size: float, margin: float) -> float:
        span = max(among) - min(among)
        share = (value - min(among)) / span if span else 0.5
        return margin + share * (size - 2 * margin)

    return {c: (fit(x, xs, WIDTH, EDGE + 20), fit(y, ys, HEIGHT, EDGE / 1.5)) for c, (x, y) in places.items()}


def _tie(
    tie: Tie, places: dict[str, tuple[float, float]], most: int, words: Words, link: Callable[[Tie], str]
) -> Markup:
    (x1, y1), (x2, y2) = places[tie.a], places[tie.b]
    width = 1.2 + (WIDEST - 1.2) * sqrt(tie.events / most)
    says = (
        f"{words.name(tie.a)} – {words.name(tie.b)}{words.say('colon')}{words.ui('network.events')} "
        f"{words.number(tie.events)}{words.say('comma')}{words.ui('network.score')} {words.decimal(tie.score)}"
    )
    drawn = svg.tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=f"edge {tie.kind}", stroke_width=width)
    wide = svg.tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_="reach", stroke_width=max(width, 12.0))
    return svg.link(link(tie), Markup().join([svg.title(says), drawn, wide]), says)


def _node(code: str, place: tuple[float, float], share: float, words: Words, href: str, bloc: int | None) -> Markup:
    x, y = place
    radius = 4.5 + (BIGGEST - 4.5) * sqrt(share)
    kind = f"node b{bloc}" if bloc and bloc <= BLOCS else "node"
    circle = svg.tag("circle", cx=x, cy=y, r=radius, class_=kind)
    name = svg.label(words.name(code), x, y + radius + 14, "middle", "halo")
    told = f"{words.name(code)}{words.say('colon')}{words.ui('network.bloc')} {words.number(bloc)}" if bloc else ""
    says = told or words.name(code)
    return svg.link(href, Markup().join([svg.title(says), circle, name]), says)
