"""Why did relations between A and B change? From the graph of reasons to the answer."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence

from ravabet.explaining.answer import Act, Answer, Because, Contest, Part, Quote, Side, Source, Step
from ravabet.explaining.graph import Graph, Link, Node, State, build, upstream
from ravabet.explaining.order import Place, in_time
from ravabet.explaining.parties import Parties
from ravabet.model import Coding, Document, Event, Occurrence, Report, Span, UsageError


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
    Raises UsageError where both codes are the same.
    """
    if a == b:
        message = f"both sides are {a}: give two different countries or bodies"
        raise UsageError(message)
    return _Question(codings, build(codings), a, b, since, until, depth).answer()


class _Question:
    """One question put to one graph."""

    def __init__(
        self,
        codings: Sequence[Coding],
        graph: Graph,
        a: str,
        b: str,
        since: datetime.date | None,
        until: datetime.date | None,
        depth: int | None,
    ) -> None:
        self._codings, self._graph, self._depth = codings, graph, depth
        self._a, self._b, self._since, self._until = a, b, since, until
        self._parties = Parties(codings)
        self._index = {id(coding.document): i for i, coding in enumerate(codings)}
        self._above: dict[int, set[int]] = defaultdict(set)
        for link in graph.links:
            for effect in link.effects:
                self._above[effect].update(link.causes)

    def answer(self) -> Answer:
        parts = self._parts()
        numbers = {node: i for i, node in enumerate((node for _, nodes in parts for node in nodes), 1)}
        steps = tuple(self._step(node, numbers[node], part) for part, nodes in parts for node in nodes)
        links = self._links(numbers)
        return Answer(
            a=self._a,
            b=self._b,
            since=self._since,
            until=self._until,
            sources=tuple(_source(coding) for coding in self._codings),
            steps=steps,
            links=links,
            contested=_contests(links),
            sides=tuple(side for side in (self._side(steps, *pair) for pair in self._pairs()) if side.steps),
            together=tuple(s.number for s in steps if s.change and s.act and not s.act.recipients),
            circular=self._graph.circular,
        )

    def _pairs(self) -> tuple[tuple[str, str], tuple[str, str]]:
        return (self._a, self._b), (self._b, self._a)

    def _parts(self) -> tuple[tuple[Part, list[int]], ...]:
        shared = {i for i, node in enumerate(self._graph.nodes) if self._is_change(node)}
        changes = {node for node in shared if self._in_period(self._graph.nodes[node])}
        told = {i for i, above in self._above.items() if above and self._names_both(self._graph.nodes[i])}
        chain = self._with_siblings(self._linked(upstream(self._above, changes | told, self._depth)))
        alone = changes - chain
        further = upstream(self._above, shared | told)
        around = self._linked(upstream(self._above, self._answered() - further, self._depth)) - further - chain
        return (
            ("chain", self._ordered(chain)),
            ("unexplained", self._ordered(alone)),
            ("around", self._ordered(around)),
        )

    def _linked(self, nodes: set[int]) -> set[int]:
        """Those of ``nodes`` that a reason links to another of them."""
        effects = {node for node in nodes if self._above.get(node, set()) & nodes}
        return effects | {cause for effect in effects for cause in self._above[effect] & nodes}

    def _with_siblings(self, chain: set[int]) -> set[int]:
        """The chain with what one of the two did or felt besides, told in one sentence as effect of the same causes."""
        found = set(chain)
        told = {_breath(link) for link in self._graph.links if chain.intersection(link.effects)}
        for link in self._graph.links:
            if _breath(link) in told and chain.issuperset(link.causes):
                found.update(n for n in link.effects if {self._a, self._b} & self._parties.of(self._graph.nodes[n]))
        return found

    def _is_change(self, node: Node) -> bool:
        return isinstance(node, Occurrence) and {self._a, self._b} <= node.event.codes

    def _names_both(self, node: Node) -> bool:
        return isinstance(node, State) and {self._a, self._b} <= self._parties.of(node)

    def _answered(self) -> set[int]:
        """What one side does or feels because of what the other does with third parties."""
        found = set()
        for effect, causes in list(self._above.items()):
            for doer, other in self._pairs():
                concerned = doer in self._parties.of(self._graph.nodes[effect])
                if concerned and any(other in self._parties.of(node) for node in self._through_states(causes)):
                    found.add(effect)
        return {node for node in found if self._in_period(self._graph.nodes[node])}

    def _through_states(self, causes: set[int]) -> list[Node]:
        """The causes, and behind a state of affairs that names nobody, its causes in turn."""
        seen, edge = set(causes), list(causes)
        while edge:
            node = edge.pop()
            if not self._parties.of(self._graph.nodes[node]):
                further = self._above.get(node, set()) - seen
                seen |= further
                edge.extend(further)
        return [self._graph.nodes[i] for i in sorted(seen)]

    def _in_period(self, node: Node) -> bool:
        date = _date(node) or str(_document(node).published or "")
        since, until = str(self._since or ""), str(self._until or "9999")
        return not date or (since[: len(date)] <= date and date <= until)

    def _ordered(self, nodes: set[int]) -> list[int]:
        known = ((node, _date(self._graph.nodes[node])) for node in nodes)
        dates = {node: date for node, date in known if date}
        places = {node: self._place(self._graph.nodes[node]) for node in nodes}
        published = {i: str(coding.document.published or "") for i, coding in enumerate(self._codings)}
        return in_time(nodes, self._above, dates, places, published)

    def _place(self, node: Node) -> Place:
        return self._index[id(_document(node))], _words(node).start

    def _step(self, index: int, number: int, part: Part) -> Step:
        node = self._graph.nodes[index]
        document, occurrence = _document(node), node if isinstance(node, Occurrence) else None
        return Step(
            number=number,
            part=part,
            quote=_quote(document, node.sentence if isinstance(node, State) else node.event.sentence),
            words=_quote(document, _words(node)),
            confidence=node.confidence if isinstance(node, State) else node.event.confidence,
            act=_act(occurrence) if occurrence else None,
            change=self._is_change(node),
            reports=tuple(_told(report) for report in occurrence.reports[1:]) if occurrence else (),
        )

    def _links(self, numbers: dict[int, int]) -> tuple[Because, ...]:
        links = []
        for link in self._graph.links:
            causes = sorted(numbers[node] for node in link.causes if node in numbers)
            effects = sorted(numbers[node] for node in link.effects if node in numbers)
            if causes and effects:
                links.append(_because(link, tuple(causes), tuple(effects)))
        return tuple(sorted(links, key=lambda link: (link.effects, link.causes)))

    def _side(self, steps: Sequence[Step], actor: str, recipient: str) -> Side:
        done = (s.number for s in steps if s.act and actor in s.act.actors and recipient in s.act.recipients)
        return Side(actor, recipient, tuple(done))


def _breath(link: Link) -> tuple[int, Span, tuple[int, ...]]:
    """What the reasons of one sentence for the same causes have in common."""
    return id(link.document), link.reason.sentence, link.causes


def _contests(links: Sequence[Because]) -> tuple[Contest, ...]:
    """Effects for which one voice gives quite other causes than another, at least one of them a named speaker."""
    found = []
    for effect in sorted({effect for link in links for effect in link.effects}):
        reasons = [(i, link) for i, link in enumerate(links) if effect in link.effects]
        if any(_differ(one, two) for _, one in reasons for _, two in reasons):
            found.append(Contest(effect, tuple(i for i, _ in reasons)))
    return tuple(found)


def _differ(one: Because, two: Because) -> bool:
    return one.speaker != two.speaker and not set(one.causes) & set(two.causes)


def _document(node: Node) -> Document:
    return node.document if isinstance(node, State) else node.reports[0].document


def _words(node: Node) -> Span:
    return node.span if isinstance(node, State) else node.event.trigger


def _date(node: Node) -> str | None:
    return node.event.when.date if isinstance(node, Occurrence) and node.event.when else None


def _quote(document: Document, span: Span) -> Quote:
    return Quote(
        document=document.id,
        line=document.line_at(span.start),
        span=span,
        text=span.of(document.text),
        language=document.language,
        source=document.source,
        path=document.path,
        published=document.published,
    )


def _told(report: Report) -> Quote:
    return _quote(report.document, report.event.sentence)


def _act(occurrence: Occurrence) -> Act:
    event: Event = occurrence.event
    return Act(
        id=occurrence.id,
        type=event.type,
        frame=event.frame,
        actors=event.actor_codes,
        recipients=event.recipient_codes,
        date=event.when.date if event.when else None,
        precision=event.when.precision if event.when else None,
        status=event.status,
        speaker=event.speaker,
        score=event.score,
    )


def _because(link: Link, causes: tuple[int, ...], effects: tuple[int, ...]) -> Because:
    reason, document = link.reason, link.document
    return Because(
        causes=causes,
        effects=effects,
        kind=reason.kind,
        quote=_quote(document, reason.sentence),
        cause=_quote(document, reason.cause.span),
        effect=_quote(document, reason.effect.span),
        confidence=reason.confidence,
        cue=_quote(document, reason.cue) if reason.cue else None,
        speaker=reason.speaker,
        repeats=tuple(_quote(other, again.sentence) for other, again in link.repeats),
    )


def _source(coding: Coding) -> Source:
    document = coding.document
    return Source(
        id=document.id,
        language=document.language,
        published=document.published,
        repaired=document.repaired,
        source=document.source,
        problem=coding.problem,
    )
