"""What the graph holds, as the plain values of an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ravabet.explaining.answer import Act, Because, Quote, Source
from ravabet.explaining.graph import Link, Node, State
from ravabet.model import Actor, Argument, Coding, Document, Event, Occurrence, Report, Span


def document_of(node: Node) -> Document:
    """The document that a node is shown in."""
    return node.document if isinstance(node, State) else node.reports[0].document


def words_of(node: Node) -> Span:
    """The words that say a node."""
    return node.span if isinstance(node, State) else node.event.trigger


def date_of(node: Node) -> str | None:
    """The ISO date of an event, None for a state of affairs and an undated event."""
    return node.event.when.date if isinstance(node, Occurrence) and node.event.when else None


def quote(document: Document, span: Span) -> Quote:
    """Characters of a document with all that a footnote says of them."""
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


def told(report: Report) -> Quote:
    """The sentence of a report."""
    return quote(report.document, report.event.sentence)


def act(occurrence: Occurrence) -> Act:
    """What an occurrence is, in codes."""
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
        sectors=(*_sectors(event.actors), *_sectors(event.recipients)),
    )


def _sectors(actors: Sequence[Actor]) -> Iterator[str | None]:
    """For each code, in order, the sector of its mentions, None where they have none or several."""
    named: dict[str, set[str | None]] = {}
    for actor in actors:
        named.setdefault(actor.code, set()).add(actor.sector)
    yield from (next(iter(found)) if len(found) == 1 else None for found in named.values())


def sides_of(link: Link, node: int) -> tuple[Span, ...]:
    """The words of the sides of a link that speak of a node; those an anaphor stands for instead of it."""
    reason = link.reason
    told = [side for side, nodes in ((reason.cause, link.causes), (reason.effect, link.effects)) if node in nodes]
    return tuple(span for side in told for span in anchors(side))


def anchors(side: Argument) -> tuple[Span, ...]:
    """The words that say what a side of a reason is: its antecedents, or its own."""
    return side.stands_for or (side.span,)


def because(link: Link, causes: tuple[int, ...], effects: tuple[int, ...]) -> Because:
    """A link of the graph between steps, by their numbers."""
    reason, document = link.reason, link.document
    return Because(
        causes=causes,
        effects=effects,
        kind=reason.kind,
        quote=quote(document, reason.sentence),
        cause=quote(document, reason.cause.span),
        effect=quote(document, reason.effect.span),
        confidence=link.support.confidence,
        cue=quote(document, reason.cue) if reason.cue else None,
        speaker=reason.speaker,
        repeats=tuple(quote(other, again.sentence) for other, again in link.repeats),
        voices=link.support.voices,
    )


def sources(codings: Sequence[Coding], originals: Sequence[int]) -> tuple[Source, ...]:
    """What an answer says of the documents that were read; ``originals`` as ``relating.originals`` gives them."""
    return tuple(
        Source(
            id=coding.document.id,
            language=coding.document.language,
            published=coding.document.published,
            repaired=coding.document.repaired,
            source=coding.document.source,
            copy_of=None if original == index else codings[original].document.id,
            problem=coding.problem,
        )
        for index, (coding, original) in enumerate(zip(codings, originals, strict=True))
    )
