"""The reasons of a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ravabet.language import Sentence, paragraphs
from ravabet.lexicon import cues
from ravabet.model import Event, Reason, Span
from ravabet.reasoning import woods
from ravabet.reasoning.cues.find import conjunctions, find
from ravabet.reasoning.judging.judge import judge
from ravabet.reasoning.judging.senses import fits, meant
from ravabet.reasoning.linear import table
from ravabet.reasoning.linking.link import Linker
from ravabet.reasoning.sentences.discourse import discourse
from ravabet.reasoning.sentences.view import View, view
from ravabet.reasoning.sides.shapes import pairs
from ravabet.reasoning.sides.side import Pair

UNJUDGED = 0.5
"""The confidence of a reason in a language without a trained judge."""


def reasons(
    text: str,
    sentences: tuple[Sentence, ...],
    events: tuple[Event, ...],
    language: str,
    speakers: Mapping[Span, str] | None = None,
    *,
    coded: bool = False,
    fast: bool = False,
    wide: bool = False,
) -> tuple[Reason, ...]:
    """The reasons ``text`` gives, in its order; none in a language whose cues are not yet written.

    ``speakers`` maps the span of a sentence to the code of who says it; a sentence that is not in it is said by the one
    speaker of all events coded from it, if there is one. ``coded``: ``events`` are all that was found in the text, so
    that where there are none a reason must be surer: ``uneventful`` in ``least`` of ``discourse.yaml`` (news without an
    event tell why of storms, prices and verdicts, of which few are what is asked for). ``fast``: nothing is parsed, so
    where bounds are read off trees only sentences that have one already give reasons. ``wide``: purposes, conditions
    and what an act came to are reasons, too, in languages that have words for them (``cues-wide.tsv``).
    """
    if not cues(language):
        return ()
    if fast and discourse(language).trees and all(sentence.parse is None for sentence in sentences):
        return ()
    views = laid_out(sentences, language, fast=fast, wide=wide)
    judged = _judged(views, language)
    if coded and not events:
        judged = [
            (pair, chance) for pair, chance in judged if chance >= pair.hit.view.discourse.least.get("uneventful", 0)
        ]
    linker = Linker(views, [pair for pair, _ in judged], events, paragraphs(text))
    return tuple(
        _reason(f"r{number}", pair, chance, linker, speakers or {}) for number, (pair, chance) in enumerate(judged, 1)
    )


def laid_out(sentences: Sequence[Sentence], language: str, *, fast: bool = False, wide: bool = False) -> list[View]:
    """The sentences as reasons see them; where bounds are read off trees, those that hold a cue with their tree."""
    data = discourse(language, wide=wide and bool(cues(language, wide=True)))
    views = [view(number, sentence, data, conjunctions(language)) for number, sentence in enumerate(sentences)]
    return woods.planted(views, fast=fast) if data.trees else views


def _judged(views: list[View], language: str) -> list[tuple[Pair, float]]:
    """The best way to cut each cue's reason, with its probability, where that is high enough."""
    if discourse(language).trees:
        found = woods.judged(views)
    else:
        model = table(f"{language}-judge")
        found = []
        for ways in candidates(views, language):
            pair, chance = judge(model, ways) if model else (ways[0], UNJUDGED)
            if chance >= least(pair):
                found.append((pair, chance))
    found.sort(key=lambda entry: (entry[0].hit.view.number, entry[0].hit.mark))
    if views and views[0].discourse.wide:  # there a cause may hold a reason of its own
        return found
    return [(_narrowed(pair, [other for other, _ in found if other is not pair]), chance) for pair, chance in found]


def least(pair: Pair) -> float:
    """The probability from which a reason of this cue is given, where bounds are read off words."""
    return pair.hit.view.discourse.least.get("doubt" if pair.hit.cue.doubtful else "sure", 0.0)


def _narrowed(pair: Pair, others: list[Pair]) -> Pair:
    """``pair`` with its cause cut to the effect of a reason told inside it: that, not its reason, is the cause."""
    cause = pair.cause
    for other in others:
        if other.cause.view is not cause.view or other.effect.view is not cause.view:
            continue
        if cause.how == "shared" and other.cause.lo == cause.lo and other.cause.hi <= pair.hit.start:
            return replace(pair, cause=replace(other.cause, how="shared"))
        told_inside = cause.lo <= other.hit.start and other.cause.hi <= other.effect.lo
        if told_inside and cause.lo < other.effect.lo < cause.hi:
            return replace(pair, cause=replace(cause, lo=other.effect.lo))
    return pair


def candidates(views: list[View], language: str) -> list[list[Pair]]:
    """For each cue that is meant as one: every way to cut its two sides."""
    found = []
    for number, current in enumerate(views):
        before = views[number - 1] if number else None
        for hit in find(current, language):
            ways = [pair for pair in pairs(hit, before) if fits(pair)] if meant(hit) else []
            if ways:
                found.append(ways)
    return found


def _reason(name: str, pair: Pair, chance: float, linker: Linker, speakers: Mapping[Span, str]) -> Reason:
    hit = pair.hit
    sentence = hit.view.sentence.span
    return Reason(
        id=name,
        cause=linker.cause(pair),
        effect=linker.effect(pair),
        sentence=sentence,
        cue=hit.view.span(*hit.mark) if hit.mark[0] < hit.mark[1] else None,
        speaker=speakers.get(sentence) or _only_speaker(sentence, linker.events),
        kind=hit.cue.kind,  # type: ignore[arg-type]
        confidence=round(min(max(chance, 0.01), 0.99), 2),
        because=(hit.cue.source, hit.cue.id, f"cause:{pair.cause.how}", f"effect:{pair.effect.how}"),
    )


def _only_speaker(sentence: Span, events: tuple[Event, ...]) -> str | None:
    said = {event.speaker for event in events if sentence.holds(event.trigger)}
    return said.pop() if len(said) == 1 else None
