"""One graph of reasons over many documents: what happened, what is said to have brought it about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ravabet.explaining.arguments import Arguments
from ravabet.language import sentence_spans
from ravabet.lexicon import fold
from ravabet.model import Coding, Document, Occurrence, Reason, Span
from ravabet.relating import occurrences


@dataclass(frozen=True, slots=True)
class State:
    """A state of affairs in a document's own words: a side of a reason that names no event."""

    document: Document
    span: Span
    sentence: Span
    confidence: float


Node = Occurrence | State


@dataclass(frozen=True, slots=True)
class Link:
    """A reason as an edge of the graph; ``causes`` and ``effects`` are indices of nodes.

    ``repeats`` are the same reason read elsewhere.
    """

    causes: tuple[int, ...]
    effects: tuple[int, ...]
    document: Document
    reason: Reason
    repeats: tuple[tuple[Document, Reason], ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes, the links between them (never in a circle), and how many links were refused as circular."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    circular: int = 0


def build(codings: Sequence[Coding]) -> Graph:
    """The graph of everything ``codings`` say happened and why."""
    builder = _Builder(occurrences(codings))
    links = [link for coding in codings if coding.reasons for link in builder.links(coding)]
    kept, circular = _without_circles(_merged(links))
    return Graph(tuple(builder.nodes), kept, circular)


class _Builder:
    """Finds the nodes that the sides of reasons stand for; states of affairs become nodes when first met."""

    def __init__(self, found: Sequence[Occurrence]) -> None:
        self.nodes: list[Node] = list(found)
        self._events = {(id(r.document), r.event.id): i for i, one in enumerate(found) for r in one.reports}
        self._states: dict[tuple[str, str], int] = {}

    def links(self, coding: Coding) -> Iterator[Link]:
        """The reasons of one document as links."""
        document = coding.document
        arguments, sentences = Arguments(coding), sentence_spans(document.text)
        for reason in coding.reasons:
            sides = []
            for argument in (reason.cause, reason.effect):
                events, states = arguments.resolve(reason, argument)
                nodes = [self._events[id(document), event] for event in events]
                nodes += [self._state(document, span, reason, sentences) for span in states]
                sides.append(tuple(dict.fromkeys(nodes)))
            yield Link(sides[0], sides[1], document, reason)

    def _state(self, document: Document, span: Span, reason: Reason, sentences: Sequence[Span]) -> int:
        """The node of a state of affairs; a copied report, word for word the same sentence, gives no second one."""
        sentence = next((s for s in (reason.sentence, *sentences) if s.holds(span)), span)
        key = _words(document, span), _words(document, sentence)
        if key not in self._states:
            self._states[key] = len(self.nodes)
            self.nodes.append(State(document, span, sentence, reason.confidence))
        return self._states[key]


def _words(document: Document, span: Span) -> str:
    return " ".join(fold(span.of(document.text)).split())


def _merged(links: Iterable[Link]) -> list[Link]:
    """Each reason once for each speaker; what merely repeats it is kept with it."""
    found: dict[tuple[tuple[int, ...], tuple[int, ...], str | None], list[Link]] = defaultdict(list)
    for link in links:
        effects = tuple(sorted(link.effects))
        causes = tuple(sorted(set(link.causes) - set(effects)))
        if causes and effects:
            found[causes, effects, link.reason.speaker].append(link)
    merged = []
    for (causes, effects, _), same in found.items():
        first, *others = sorted(same, key=lambda link: -link.reason.confidence)
        repeats = tuple((other.document, other.reason) for other in others)
        merged.append(Link(causes, effects, first.document, first.reason, repeats))
    return merged


def _without_circles(links: list[Link]) -> tuple[tuple[Link, ...], int]:
    """The links in their order, less every cause that its own effect leads to; the surer reason is kept."""
    above: dict[int, set[int]] = defaultdict(set)
    kept: dict[int, Link] = {}
    refused = 0
    for place in sorted(range(len(links)), key=lambda i: (-links[i].reason.confidence, i)):
        link = links[place]
        causes = tuple(c for c in link.causes if not _closes(above, c, link.effects))
        refused += len(link.causes) - len(causes)
        if not causes:
            continue
        kept[place] = Link(causes, link.effects, link.document, link.reason, link.repeats)
        for effect in link.effects:
            above[effect].update(causes)
    return tuple(kept[place] for place in sorted(kept)), refused


def _closes(above: dict[int, set[int]], cause: int, effects: Iterable[int]) -> bool:
    """Whether one of ``effects`` already stands above ``cause``."""
    return not upstream(above, [cause]).isdisjoint(effects)


def upstream(above: dict[int, set[int]], starts: Iterable[int], depth: int | None = None) -> set[int]:
    """``starts`` and all that leads to them, at most ``depth`` links away."""
    seen = set(starts)
    edge = set(seen)
    while edge and (depth is None or depth > 0):
        edge = {cause for node in edge for cause in above.get(node, ())} - seen
        seen |= edge
        depth = None if depth is None else depth - 1
    return seen
