"""From spans to arguments: antecedents of anaphors, events of each side, the rest of a list that an effect begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ravabet.model import Argument, Event, Span
from ravabet.reasoning.linking.anaphors import number_of
from ravabet.reasoning.linking.episodes import adds, elaborates, runs
from ravabet.reasoning.sentences.view import View, trim
from ravabet.reasoning.sides.side import Pair, Side

LISTED = frozenset({"adverb", "shows", "phrase"})
"""Shapes whose effect ends its clause, so that a list can go on from it."""


@dataclass(frozen=True, slots=True)
class Linker:
    """Binds the sides of one document's reasons; ``paragraphs`` are spans of its text."""

    views: Sequence[View]
    found: Sequence[Pair]
    events: tuple[Event, ...]
    paragraphs: tuple[Span, ...]

    def cause(self, pair: Pair) -> Argument:
        """The cause with what it stands for, and its events."""
        side = pair.cause
        span = side.view.span(side.lo, side.hi)
        stands = self.antecedents(side, pair)
        return Argument(span, self._events(stands or (span,), pair.effect), stands)

    def effect(self, pair: Pair) -> Argument:
        """The effect with its events, those of the list it begins, and what it stands for if it is an anaphor."""
        side = pair.effect
        span = side.view.span(side.lo, side.hi)
        stands = self.antecedents(side, pair)
        wide = [_with_cue(span, pair), *(side.view.span(lo, hi) for lo, hi in side.reach), *self.listed(pair)]
        return Argument(span, self._events(stands or tuple(wide), pair.cause), stands)

    def _events(self, spans: Sequence[Span], other: Side) -> tuple[str, ...]:
        """The ids of the events named in ``spans``, less those in the words of the other side."""
        taken = other.view.span(other.lo, other.hi)
        named = [e for e in self.events if any(_names(span, t) for span in spans for t in (e.trigger, *e.again))]
        return tuple(event.id for event in named if not taken.holds(event.trigger))

    def listed(self, pair: Pair) -> list[Span]:
        """The rest of the sentence of an effect that a list begins with, and the sentences that go on with the list."""
        side = pair.effect
        if pair.hit.cue.shape not in LISTED or side.view is not pair.hit.view:
            return []
        if pair.hit.cue.shape == "phrase" and (side.reach or adds(side.view) or side.hi <= side.view.atoms[-1].lo):
            return []
        found = [side.view.span(side.lo, side.view.size)]
        for view in self.views[side.view.number + 1 :]:
            if not adds(view):
                break
            found.append(view.sentence.span)
        return found

    def antecedents(self, side: Side, pair: Pair) -> tuple[Span, ...]:
        """What an anaphor points back to; empty for any other side."""
        number = number_of(side)
        if number is None:
            return ()
        inside = self._clause_before(side)
        if number == "one" and inside:
            return (inside,)
        if side.view.number == 0:
            return ()
        return self._told_before(side.view.number) if number == "many" else self._last(side.view.number - 1, pair)

    def _clause_before(self, side: Side) -> Span | None:
        """The clause before an anaphor in the same sentence."""
        atoms = [atom for atom in side.view.atoms if atom.verb and atom.hi <= side.lo]
        kept = trim(side.view, atoms[-1].lo, atoms[-1].hi) if atoms else None
        return side.view.span(*kept) if kept and atoms and not side.view.says(atoms[-1].verb) else None  # type: ignore[arg-type]

    def _last(self, number: int, pair: Pair) -> tuple[Span, ...]:
        """What sentence ``number`` came to: from the effect of its last reason to its end, or all of it.

        Where it says more of the sentence before, what that one came to goes with it.
        """
        view = self.views[number]
        ends = [p for p in self.found if p.effect.view is view and p is not pair]
        start = max((p.effect.lo for p in ends), default=0)
        kept = trim(view, start, view.size)
        here = view.span(*kept) if kept else view.sentence.span
        before = self._last(number - 1, pair) if number and elaborates(view) else ()
        return (*before, here)

    def _told_before(self, number: int) -> tuple[Span, ...]:
        """The sentences that "all this" covers: the list told just before, or else the paragraph before."""
        run = next(run for run in runs(self.views[:number]) if number - 1 in run)
        first = min(run[0], self._paragraph_start(number))
        found = [self._last(first, self.found[-1])[-1]] if self._effects_in(first) else []
        first += bool(found)
        return (*found, *(self.views[n].sentence.span for n in range(first, number)))

    def _effects_in(self, number: int) -> bool:
        return any(p.effect.view.number == number for p in self.found)

    def _paragraph_start(self, number: int) -> int:
        """The first sentence of this paragraph, or of the one before where this sentence is the first of its own."""
        last = self.views[number - 1].sentence.span
        current = self.views[number].sentence.span
        for paragraph in self.paragraphs:
            if paragraph.holds(current) and paragraph.holds(last):
                return next(n for n, view in enumerate(self.views) if paragraph.holds(view.sentence.span))
        return next(
            (
                n
                for n, view in enumerate(self.views)
                for paragraph in self.paragraphs
                if paragraph.holds(last) and paragraph.holds(view.sentence.span)
            ),
            number - 1,
        )


def _names(span: Span, trigger: Span) -> bool:
    """Whether a span names an act: it holds the word that closes the trigger (the verb, or the head's last word)."""
    return span.start < trigger.end <= span.end


def _with_cue(span: Span, pair: Pair) -> Span:
    """An effect with the verb that brings it about, where the cue is that verb and stands right behind it."""
    if pair.hit.verb is None:
        return span
    mark = pair.hit.view.span(*pair.hit.mark)
    return Span(span.start, mark.end) if 0 <= mark.start - span.end <= 1 else span
