"""One graph of reasons over many documents: what happened, what is said to have brought it about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ravabet.explaining.arguments import Arguments
from ravabet.language import sentence_spans
from ravabet.lexicon import fold
from ravabet.model import Coding, Document, Occurrence, Reason, Span
from ravabet.relating import Support, occurrences, originals, support, voices


@dataclass(frozen=True, slots=True)
class State:
    """A state of affairs in a document's own words: a side of a reason that names no event."""

    document: Document
    span: Span
    sentence: Span
    confidence: float


Node = Occurrence | State
Refused = tuple[int, int]
"""A cause and an effect, by indices of nodes, that no link was made between."""


@dataclass(frozen=True, slots=True)
class Link:
    """A reason as an edge of the graph; ``causes`` and ``effects`` are indices of nodes.

    ``repeats`` are the same reason read elsewhere; ``support`` is that of all of them.
    """

    causes: tuple[int, ...]
    effects: tuple[int, ...]
    document: Document
    reason: Reason
    support: Support
    repeats: tuple[tuple[Document, Reason], ...] = ()


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes with their ``supports`` and the links between them, never in a circle nor from the later to the earlier.

    ``originals``: for each document the index of the one it copies, or its own; ``circular`` and ``untimely`` are what
    was refused, as pairs of a cause and an effect.
    """

    nodes: tuple[Node, ...]
    supports: tuple[Support, ...]
    links: tuple[Link, ...]
    originals: tuple[int, ...]
    circular: tuple[Refused, ...] = ()
    untimely: tuple[Refused, ...] = ()


def build(codings: Sequence[Coding]) -> Graph:
    """The graph of everything ``codings`` say happened and why."""
    documents = [coding.document for coding in codings]
    first = originals(documents)
    voice = voices(documents, first)
    builder = _Builder(occurrences(codings), voice)
    links = [link for coding in codings if coding.reasons for link in builder.links(coding)]
    timely, untimely = _timely(_merged(links, voice), builder.nodes)
    kept, circular = _without_circles(timely)
    return Graph(tuple(builder.nodes), builder.supports(), kept, first, circular, untimely)


class _Builder:
    """Finds the nodes that the sides of reasons stand for; states of affairs become nodes when first met."""

    def __init__(self, found: Sequence[Occurrence], voice: Mapping[int, str]) -> None:
        self.nodes: list[Node] = list(found)
        self._voice = voice
        self._told: dict[int, list[tuple[Document, float]]] = defaultdict(list)
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
            yield Link(sides[0], sides[1], document, reason, support([(document, reason.confidence)], self._voice))

    def supports(self) -> tuple[Support, ...]:
        """The support of every node: an event by its reports, a state of affairs by the reasons that speak of it."""
        for number, node in enumerate(self.nodes):
            if isinstance(node, Occurrence):
                self._told[number] = [(report.document, report.event.confidence) for report in node.reports]
        return tuple(support(self._told[number], self._voice) for number in range(len(self.nodes)))

    def _state(self, document: Document, span: Span, reason: Reason, sentences: Sequence[Span]) -> int:
        """The node of a state of affairs; a copied report, word for word the same sentence, gives no second one."""
        sentence = next((s for s in (reason.sentence, *sentences) if s.holds(span)), span)
        key = _words(document, span), _words(document, sentence)
        if key not in self._states:
            self._states[key] = len(self.nodes)
            self.nodes.append(State(document, span, sentence, reason.confidence))
        self._told[self._states[key]].append((document, reason.confidence))
        return self._states[key]


def _words(document: Document, span: Span) -> str:
    return " ".join(fold(span.of(document.text)).split())


def _merged(links: Iterable[Link], voice: Mapping[int, str]) -> list[Link]:
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
        told = support(((link.document, link.reason.confidence) for link in same), voice)
        merged.append(Link(causes, effects, first.document, first.reason, told, repeats))
    return merged


def _timely(links: Iterable[Link], nodes: Sequence[Node]) -> tuple[list[Link], tuple[Refused, ...]]:
    """The links less every cause that took place after its effect: there a date, or the reason, was misread."""
    kept: list[Link] = []
    refused: list[Refused] = []
    for link in links:
        late = {(c, e) for c in link.causes for e in link.effects if _after(nodes[c], nodes[e])}
        refused.extend(sorted(late))
        causes = tuple(c for c in link.causes if all(c != cause for cause, _ in late))
        if causes:
            kept.append(replace(link, causes=causes))
    return kept, tuple(refused)


def _after(one: Node, two: Node) -> bool:
    """Whether both took place and ``one`` is dated later; a month is not later than a day in it."""
    first, second = _happened(one), _happened(two)
    size = min(len(first), len(second))
    return first[:size] > second[:size]


def _happened(node: Node) -> str:
    """The date of an event that took place, the empty string where none is known."""
    if isinstance(node, State) or node.event.status != "happened" or node.event.when is None:
        return ""
    return node.event.when.date


def _without_circles(links: list[Link]) -> tuple[tuple[Link, ...], tuple[Refused, ...]]:
    """The links in their order, less every cause that its own effect leads to; the better supported stays."""
    above: dict[int, set[int]] = defaultdict(set)
    kept: dict[int, Link] = {}
    refused: list[Refused] = []
    for place in sorted(range(len(links)), key=lambda i: (-links[i].support.voices, -links[i].support.confidence, i)):
        link = links[place]
        causes = tuple(c for c in link.causes if not _closes(above, c, link.effects))
        refused += [(cause, link.effects[0]) for cause in link.causes if cause not in causes]
        if not causes:
            continue
        kept[place] = replace(link, causes=causes)
        for effect in link.effects:
            above[effect].update(causes)
    return tuple(kept[place] for place in sorted(kept)), tuple(refused)


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
