"""Who with whom: states and bodies as circles, their relations as lines; laid out by networkx, drawn as SVG."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from ravabet.web.charts import svg
from ravabet.web.charts.placing import Box, Name, placed
from ravabet.web.reader import Words

WIDE, NARROW = svg.Frame(960.0, 640.0, "wide-chart"), svg.Frame(360.0, 520.0, "narrow-chart")
EDGE = 34.0
"""The room at the ends for a circle with its name."""
LETTER, HIGH = {"ltr": 7.4, "rtl": 6.9}, 15.0
"""The room for a letter of a name, on the average, by the direction of its script, and for its line."""
SEED = 7
"""Of the layout, so that the same network always looks the same."""
WIDEST, BIGGEST = 11.0, 17.0
BLOCS = 6
"""Blocs that have a colour of their own, the largest."""
Places = Mapping[str, tuple[float, float]]


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


def networks(
    ties: Sequence[Tie],
    words: Words,
    tie_link: Callable[[Tie], str],
    node_link: Callable[[str], str],
    blocs: Mapping[str, int] | None = None,
) -> Markup:
    """The network for a wide window and for a phone, of which the style shows the one that fits.

    The links give the address behind a line and a circle, ``blocs`` the bloc of a code.
    """
    near = layout(ties)
    drawing = _Drawing(ties, words, tie_link, node_link, blocs or {})
    return svg.both(lambda frame: drawing.picture(frame, near), WIDE, NARROW)


def layout(ties: Sequence[Tie]) -> dict[str, tuple[float, float]]:
    """Where each stands in a square of side 1: those with many events near each other (Fruchterman, Reingold 1991)."""
    import networkx  # noqa: PLC0415  loaded with the first network

    graph = networkx.Graph()
    for tie in sorted(ties, key=lambda tie: (tie.a, tie.b)):
        graph.add_edge(tie.a, tie.b, weight=sqrt(tie.events))
    if not graph:
        return {}
    spread = 3.0 / sqrt(len(graph))
    found = networkx.spring_layout(graph, k=spread, iterations=120, seed=SEED)
    xs, ys = zip(*found.values(), strict=True)
    return {code: (_share(float(x), xs), _share(float(y), ys)) for code, (x, y) in found.items()}


def _share(value: float, among: Sequence[float]) -> float:
    """How far a value is from the smallest to the greatest of several."""
    span = float(max(among) - min(among))
    return (value - float(min(among))) / span if span else 0.5


class _Drawing:
    """A network that is drawn in frames of several sizes."""

    def __init__(
        self,
        ties: Sequence[Tie],
        words: Words,
        tie_link: Callable[[Tie], str],
        node_link: Callable[[str], str],
        blocs: Mapping[str, int],
    ) -> None:
        self.ties, self.words, self.blocs = sorted(ties, key=lambda tie: tie.events), words, blocs
        self.tie_link, self.node_link = tie_link, node_link
        self.most = max((tie.events for tie in ties), default=1)

    def picture(self, frame: svg.Frame, near: Places) -> Markup:
        """The network in a frame."""
        scale = sqrt(frame.width / WIDE.width)
        places = {code: _within(frame, place) for code, place in near.items()}
        sizes = {code: size * scale for code, size in self._sizes(places).items()}
        boxes = {code: Box(*place, 2 * sizes[code], 2 * sizes[code]) for code, place in places.items()}
        letter = LETTER[self.words.direction]
        names = {code: Name(boxes[code], len(self.words.name(code)) * letter, HIGH) for code in places}
        lines = [(places[tie.a], places[tie.b]) for tie in self.ties]
        labels = placed(names, lines, Box(frame.width / 2, frame.height / 2, frame.width, frame.height))
        parts = [
            *(self._tie(tie, places, scale) for tie in self.ties),
            *(self._node(code, places[code], sizes[code]) for code in places),
            *(self._name(code, labels[code]) for code in places),
        ]
        return svg.picture(frame, self.words.ui("network.title"), parts)

    def _sizes(self, codes: Places) -> dict[str, float]:
        """The radius of each circle, by its events."""
        weights = {code: sum(tie.events for tie in self.ties if code in (tie.a, tie.b)) for code in codes}
        heaviest = max(weights.values(), default=1)
        return {code: 4.5 + (BIGGEST - 4.5) * sqrt(weight / heaviest) for code, weight in weights.items()}

    def _tie(self, tie: Tie, places: Places, scale: float) -> Markup:
        words = self.words
        (x1, y1), (x2, y2) = places[tie.a], places[tie.b]
        width = scale * (1.2 + (WIDEST - 1.2) * sqrt(tie.events / self.most))
        says = (
            f"{words.name(tie.a)} – {words.name(tie.b)}{words.say('colon')}{words.ui('network.events')} "
            f"{words.number(tie.events)}{words.say('comma')}{words.ui('network.score')} {words.decimal(tie.score)}"
        )
        drawn = svg.tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=f"edge {tie.kind}", stroke_width=width)
        wide = svg.tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_="reach", stroke_width=max(width, 12.0))
        return svg.link(self.tie_link(tie), Markup().join([svg.title(says), drawn, wide]), says)

    def _node(self, code: str, place: tuple[float, float], radius: float) -> Markup:
        words, bloc = self.words, self.blocs.get(code)
        kind = f"node b{bloc}" if bloc and bloc <= BLOCS else "node"
        circle = svg.tag("circle", cx=place[0], cy=place[1], r=radius, class_=kind)
        told = f"{words.name(code)}{words.say('colon')}{words.ui('network.bloc')} {words.number(bloc)}" if bloc else ""
        says = told or words.name(code)
        return svg.link(self.node_link(code), Markup().join([svg.title(says), circle]), says)

    def _name(self, code: str, box: Box) -> Markup:
        return svg.label(self.words.name(code), box.x, box.y + HIGH / 3.5, "middle", "halo")


def _within(frame: svg.Frame, place: tuple[float, float]) -> tuple[float, float]:
    x, y = place
    return EDGE + x * (frame.width - 2 * EDGE), EDGE + y * (frame.height - 2 * EDGE)
