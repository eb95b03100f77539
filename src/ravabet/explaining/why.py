"""Why did relations between A and B change? From the graph of reasons to the answer."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ravabet.explaining import values
from ravabet.explaining.answer import Answer, Because, Contest, Denial, Part, Quote, Side, Step
from ravabet.explaining.asked import different, in_order
from ravabet.explaining.graph import Graph, Refused, State, build, upstream
from ravabet.explaining.order import Place, in_time
from ravabet.explaining.parties import Parties
from ravabet.explaining.parts import Parts, Question
from ravabet.explaining.paths import paths
from ravabet.model import Coding, Occurrence, Span


def why(
    codings: Sequence[Coding],
    a: str,
    b: str,
    *,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    depth: int | None = None,
) -> Answer:
    """Why relations between the actors with codes ``a`` and ``b`` changed, as far as ``codings`` give reasons.

    ``since`` and ``until`` bound the changes (not their causes); ``depth`` is the most links to go back from a change.
    Raises UsageError where both codes are the same or the period ends before it begins.
    """
    different(a, b)
    in_order(since, until)
    return _Teller(codings, build(codings), Question(a, b, since, until, depth)).answer()


class _Teller:
    """Puts the parts of a graph that answer one question into steps and links."""

    def __init__(self, codings: Sequence[Coding], graph: Graph, question: Question) -> None:
        self._codings, self._graph, self._ask = codings, graph, question
        self._parts = Parts(graph, question, Parties(codings))
        self._roles: dict[int, list[tuple[int, bool]]] = defaultdict(list)
        for number, link in enumerate(graph.links):
            for node in (*link.causes, *link.effects):
                self._roles[node].append((number, node in link.causes))
        self._index = {id(coding.document): i for i, coding in enumerate(codings)}

    def answer(self) -> Answer:
        parts = [(part, self._ordered(nodes)) for part, nodes in self._parts.chosen.items()]
        numbers, told = self._numbers([node for _, nodes in parts for node in nodes])
        steps = tuple(self._step(node, numbers[node], part) for part, nodes in parts for node in nodes if node in told)
        links = self._links(numbers)
        sides = (_side(steps, *pair) for pair in self._ask.pairs)
        return Answer(
            a=self._ask.a,
            b=self._ask.b,
            since=self._ask.since,
            until=self._ask.until,
            sources=values.sources(self._codings, self._graph.originals),
            steps=steps,
            links=links,
            contested=_contests(links),
            sides=tuple(side for side in sides if side.steps),
            together=tuple(s.number for s in steps if _told(s) and s.act and not s.act.recipients),
            circular=_touching(self._graph.circular, numbers),
            untimely=_touching(self._graph.untimely, numbers),
            weak=self._parts.weak,
            paths=paths(steps, links),
            denials=self._denials(numbers),
        )

    def _numbers(self, nodes: Sequence[int]) -> tuple[dict[int, int], set[int]]:
        """The number of the step of each node, and the nodes that are told.

        Events that may be misread and cannot be told apart, being shown in the same words for the same reasons, are one
        step, told by the surest; if a surer event of their sentence stands in the same reasons, they are part of its
        step.
        """
        surer = {self._home(node): node for node in reversed(nodes) if not self._parts.is_unsure(node)}
        groups: dict[object, list[int]] = defaultdict(list)
        for node in nodes:
            said = self._said(node)
            home = self._home(node)
            whole = said is not None and said.span == home[1]
            alone = (home, said.span) if said else node
            groups[surer.get(home, alone) if whole else alone].append(node)
        sure = self._graph.supports
        tellers = {max(group, key=lambda node: (sure[node].confidence, -node)): group for group in groups.values()}
        told = [node for node in nodes if node in tellers]
        return {other: i for i, node in enumerate(told, 1) for other in tellers[node]}, set(told)

    def _home(self, index: int) -> tuple[int, Span, frozenset[tuple[int, bool]]]:
        """The document and sentence of a node and the links that it is part of, each with whether as cause."""
        node = self._graph.nodes[index]
        sentence = node.sentence if isinstance(node, State) else node.event.sentence
        return id(values.document_of(node)), sentence, frozenset(self._roles[index])

    def _ordered(self, nodes: set[int]) -> list[int]:
        known = ((node, values.date_of(self._graph.nodes[node])) for node in nodes)
        dates = {node: date for node, date in known if date}
        places = {node: self._place(node) for node in nodes}
        published = {i: str(coding.document.published or "") for i, coding in enumerate(self._codings)}
        return in_time(nodes, self._parts.above, dates, places, published)

    def _place(self, index: int) -> Place:
        node = self._graph.nodes[index]
        return self._index[id(values.document_of(node))], values.words_of(node).start

    def _step(self, index: int, number: int, part: Part) -> Step:
        node, support = self._graph.nodes[index], self._graph.supports[index]
        document, occurrence = values.document_of(node), node if isinstance(node, Occurrence) else None
        return Step(
            number=number,
            part=part,
            quote=values.quote(document, node.sentence if isinstance(node, State) else node.event.sentence),
            words=values.quote(document, values.words_of(node)),
            confidence=support.confidence,
            act=values.act(occurrence) if occurrence else None,
            change=self._parts.is_change(node),
            end=index in self._parts.ends,
            reports=tuple(values.told(report) for report in occurrence.reports[1:]) if occurrence else (),
            voices=support.voices,
            said=self._said(index),
        )

    def _said(self, index: int) -> Quote | None:
        """The shortest side of a reason that holds the clearest report of an event, where it says more than the act."""
        node = self._graph.nodes[index]
        if isinstance(node, State) or not (self._parts.is_unsure(index) or self._at_home(index)):
            return None
        document, trigger = values.document_of(node), node.event.trigger
        links = (self._graph.links[number] for number, _ in self._roles[index])
        sides = (values.sides_of(link, index) for link in links if link.document is document)
        told = [span for spans in sides for span in spans if span.holds(trigger)]
        shortest = min(told, key=lambda span: (span.end - span.start, span), default=None)
        return values.quote(document, shortest) if shortest else None

    def _at_home(self, index: int) -> bool:
        """Whether a chain runs to an act of one side only, for the words that tell it name the other."""
        return index in self._parts.ends and not self._parts.is_change(self._graph.nodes[index])

    def _links(self, numbers: Mapping[int, int]) -> tuple[Because, ...]:
        links = []
        for link in self._graph.links:
            causes = sorted({numbers[node] for node in link.causes if node in numbers})
            effects = sorted({numbers[node] for node in link.effects if node in numbers})
            if causes and effects:
                links.append(values.because(link, tuple(causes), tuple(effects)))
        return tuple(sorted(links, key=lambda link: (link.effects, link.causes)))

    def _denials(self, numbers: Mapping[int, int]) -> tuple[Denial, ...]:
        against = self._parts.denials(sorted(numbers, key=lambda node: numbers[node]))
        told = (
            (numbers[node], tuple(sorted({numbers[d] for d in denied if d in numbers})))
            for node, denied in against.items()
        )
        return tuple(Denial(step, denied) for step, denied in told if denied)


def _told(step: Step) -> bool:
    """Whether a step counts as something that surely took place between the two."""
    return step.change and not step.unsure


def _side(steps: Sequence[Step], actor: str, recipient: str) -> Side:
    done = (s.number for s in steps if _told(s) and s.act and actor in s.act.actors and recipient in s.act.recipients)
    return Side(actor, recipient, tuple(done))


def _touching(refused: Sequence[Refused], numbers: Mapping[int, int]) -> int:
    """How many of the refused reasons speak of a step of the answer."""
    return sum(cause in numbers or effect in numbers for cause, effect in refused)


def _contests(links: Sequence[Because]) -> tuple[Contest, ...]:
    """Effects for which one voice gives quite other causes than another, at least one of them a named speaker."""
    above: dict[int, set[int]] = defaultdict(set)
    for link in links:
        for effect in link.effects:
            above[effect].update(link.causes)
    found = []
    for effect in sorted(above):
        reasons = [(i, link) for i, link in enumerate(links) if effect in link.effects]
        if any(_differ(one, two, above) for _, one in reasons for _, two in reasons):
            found.append(Contest(effect, tuple(i for i, _ in reasons)))
    return tuple(found)


def _differ(one: Because, two: Because, above: dict[int, set[int]]) -> bool:
    """Whether two speakers give causes of which neither leads to the other."""
    if one.speaker == two.speaker:
        return False
    first, second = upstream(above, one.causes), upstream(above, two.causes)
    return first.isdisjoint(two.causes) and second.isdisjoint(one.causes)
