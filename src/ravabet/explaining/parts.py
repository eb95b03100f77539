"""What of the graph belongs into the answer to a question, and where."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ravabet.explaining import values
from ravabet.explaining.answer import UNSURE, Part
from ravabet.explaining.graph import Graph, Link, Node, State, upstream
from ravabet.explaining.parties import Parties, named
from ravabet.model import Occurrence, Span
from ravabet.relating import contradicts


@dataclass(frozen=True, slots=True)
class Question:
    """Why did relations between ``a`` and ``b`` change?

    ``since`` and ``until`` bound the changes, ``depth`` the links back from one.
    """

    a: str
    b: str
    since: datetime.date | None = None
    until: datetime.date | None = None
    depth: int | None = None

    @property
    def pairs(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """The two sides, each first once."""
        return (self.a, self.b), (self.b, self.a)


class Parts:
    """Sorts the nodes of a graph into the parts of an answer.

    ``chosen``: the nodes of each part; ``ends``: those that chains run to, being changes or naming both sides;
    ``weak``: how many ways through others were left out as probably misread.
    """

    def __init__(self, graph: Graph, question: Question, parties: Parties) -> None:
        self._graph, self._ask, self._parties = graph, question, parties
        self.above: dict[int, set[int]] = defaultdict(set)
        self._links_to: dict[int, list[Link]] = defaultdict(list)
        for link in graph.links:
            for effect in link.effects:
                self.above[effect].update(link.causes)
                self._links_to[effect].append(link)
        self._changes = {i for i, node in enumerate(graph.nodes) if self.is_change(node)}
        self._refused = {i for i, node in enumerate(graph.nodes) if _denied(node) and self._between(node)}
        self.ends: set[int] = set()
        self.weak = 0
        self.chosen = self._chosen()

    def is_change(self, node: Node) -> bool:
        """Whether both sides take part in an event that is not denied."""
        return self._between(node) and not _denied(node)

    def denials(self, nodes: Sequence[int]) -> dict[int, tuple[int, ...]]:
        """Each of ``nodes`` that others of the graph deny, to those."""
        denied: dict[tuple[str, frozenset[str]], list[int]] = defaultdict(list)
        for i, node in enumerate(self._graph.nodes):
            if isinstance(node, Occurrence) and _denied(node):
                denied[node.event.type, node.event.codes].append(i)
        found = {}
        for i in nodes:
            node = self._graph.nodes[i]
            if isinstance(node, Occurrence) and not _denied(node):
                other = denied.get((node.event.type, node.event.codes), [])
                found[i] = tuple(d for d in other if self._contradict(i, d))
        return {i: against for i, against in found.items() if against}

    def _contradict(self, one: int, two: int) -> bool:
        told, denied = self._graph.nodes[one], self._graph.nodes[two]
        return isinstance(told, Occurrence) and isinstance(denied, Occurrence) and contradicts(told, denied)

    def _chosen(self) -> dict[Part, set[int]]:
        changes = {node for node in self._changes if self._in_period(node)}
        refused = {node for node in self._refused if self._in_period(node)}
        told = {i for i, above in self.above.items() if above and self._names_both(i) and self._in_period(i)}
        told |= {i for i in refused if self.above.get(i)}
        self.ends = changes | told
        chain = self._with_siblings(_linked(self.above, upstream(self.above, self.ends, self._ask.depth)))
        alone = changes - chain
        unsure = {node for node in alone if self.is_unsure(node)}
        around = self._around(chain, upstream(self.above, self._changes | told))
        against = self.denials(sorted(chain | alone | around))
        denied = refused | {d for found in against.values() for d in found}
        return {
            "chain": chain,
            "unexplained": alone - unsure,
            "around": around,
            "denied": denied - chain - around,
            "unsure": unsure,
        }

    def _around(self, chain: set[int], further: set[int]) -> set[int]:
        """What goes through others and is surely read, less what leads to a change anyway."""
        starts = self._answered() - further
        whole = _linked(self.above, upstream(self.above, starts, self._ask.depth))
        weak = {node for node in whole if self.is_unsure(node)}
        above = {node: causes - weak for node, causes in self.above.items() if node not in weak}
        sure = _linked(above, upstream(above, starts - weak, self._ask.depth))
        self.weak = len(weak - further - chain)
        return sure - further - chain

    def is_unsure(self, index: int) -> bool:
        """Whether a node is an event that one voice tells and that may well be misread."""
        support = self._graph.supports[index]
        event = isinstance(self._graph.nodes[index], Occurrence)
        return event and support.voices == 1 and support.confidence < UNSURE

    def _with_siblings(self, chain: set[int]) -> set[int]:
        """The chain with what one of the two did or felt besides, told in one sentence as effect of the same causes."""
        found = set(chain)
        told = {_breath(link) for link in self._graph.links if chain.intersection(link.effects)}
        for link in self._graph.links:
            if _breath(link) in told and chain.issuperset(link.causes):
                found.update(n for n in link.effects if {self._ask.a, self._ask.b} & self._parties_of(n))
        return found

    def _between(self, node: Node) -> bool:
        return isinstance(node, Occurrence) and {self._ask.a, self._ask.b} <= node.event.codes

    def _names_both(self, index: int) -> bool:
        """Whether a state of affairs names both sides, or a reason tells an act of one in words that name the other."""
        both = {self._ask.a, self._ask.b}
        if isinstance(self._graph.nodes[index], State):
            return both <= self._parties_of(index)
        own = self._parties_of(index) & both
        return len(own) == 1 and any(both - own <= words for words in self._named_with(index))

    def _named_with(self, index: int) -> Iterator[frozenset[str]]:
        """Who is named in the words that reasons have for an effect and that hold it."""
        node = self._graph.nodes[index]
        document, act = values.document_of(node), values.words_of(node)
        for link in self._links_to[index]:
            if link.document is document:
                spans = (span for span in values.anchors(link.reason.effect) if span.holds(act))
                yield from (named(document, span) for span in spans)

    def _parties_of(self, index: int) -> frozenset[str]:
        return self._parties.of(self._graph.nodes[index])

    def _answered(self) -> set[int]:
        """What one side does or feels because of what the other does with third parties.

        One of the two must be an act: that people are compared with others in words is no change of relations.
        """
        found = set()
        for effect, causes in list(self.above.items()):
            for doer, other in self._ask.pairs:
                if doer not in self._parties_of(effect):
                    continue
                why = [node for node in self._through_states(causes) if other in self._parties_of(node)]
                if why and any(isinstance(self._graph.nodes[node], Occurrence) for node in (effect, *why)):
                    found.add(effect)
        return {node for node in found if self._in_period(node)}

    def _through_states(self, causes: set[int]) -> list[int]:
        """The causes, and behind a state of affairs that names nobody, its causes in turn."""
        seen, edge = set(causes), list(causes)
        while edge:
            node = edge.pop()
            if not self._parties_of(node):
                further = self.above.get(node, set()) - seen
                seen |= further
                edge.extend(further)
        return sorted(seen)

    def _in_period(self, index: int) -> bool:
        node = self._graph.nodes[index]
        date = values.date_of(node) or str(values.document_of(node).published or "")
        since, until = str(self._ask.since or ""), str(self._ask.until or "9999")
        return not date or (since[: len(date)] <= date and date <= until)


def _linked(above: Mapping[int, set[int]], nodes: set[int]) -> set[int]:
    """Those of ``nodes`` that a reason links to another of them."""
    effects = {node for node in nodes if above.get(node, set()) & nodes}
    return effects | {cause for effect in effects for cause in above[effect] & nodes}


def _denied(node: Node) -> bool:
    return isinstance(node, Occurrence) and node.event.status == "denied"


def _breath(link: Link) -> tuple[int, Span, tuple[int, ...]]:
    """What the reasons of one sentence for the same causes have in common."""
    return id(link.document), link.reason.sentence, link.causes
