"""The reasons of a document."""

from __future__ import annotations

from collections.abc import Mapping

from ravabet.language import Sentence
from ravabet.model import Argument, Event, Reason, Span
from ravabet.reasoning.cues import find
from ravabet.reasoning.discourse import discourse
from ravabet.reasoning.senses import fits, meant
from ravabet.reasoning.sides import Pair, Side, pairs
from ravabet.reasoning.view import view


def reasons(
    text: str,
    sentences: tuple[Sentence, ...],
    events: tuple[Event, ...],
    language: str,
    speakers: Mapping[Span, str] | None = None,
) -> tuple[Reason, ...]:
    """The reasons ``text`` gives, in its order; ``speakers`` maps the span of a sentence to who says it."""
    data = discourse(language)
    views = [view(number, sentence, data) for number, sentence in enumerate(sentences)]
    found = []
    for number, current in enumerate(views):
        before = views[number - 1] if number else None
        for hit in find(current, language):
            if not meant(hit):
                continue
            pair = next((pair for pair in pairs(hit, before) if fits(pair)), None)
            if pair:
                found.append(pair)
    return tuple(_reason(f"r{n}", pair, events) for n, pair in enumerate(found, 1))


def _reason(name: str, pair: Pair, events: tuple[Event, ...]) -> Reason:
    hit = pair.hit
    return Reason(
        id=name,
        cause=_argument(pair.cause, events),
        effect=_argument(pair.effect, events),
        sentence=hit.view.sentence.span,
        cue=hit.view.span(*hit.mark),
        kind=hit.cue.kind,  # type: ignore[arg-type]
        because=(hit.cue.id, f"cause:{pair.cause.how}", f"effect:{pair.effect.how}"),
    )


def _argument(side: Side, events: tuple[Event, ...]) -> Argument:
    span = side.view.span(side.lo, side.hi)
    return Argument(span, tuple(event.id for event in events if span.holds(event.trigger)))
