"""Cues and their ways in languages whose bounds are read off dependency parses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ravabet.coding.learned.linear import Linear
from ravabet.language.parsing import Parse, parse
from ravabet.reasoning.cues.find import Hit
from ravabet.reasoning.cues.wording import spot
from ravabet.reasoning.judging.senses import fits, meant
from ravabet.reasoning.judging.weigh import chosen, may_be_meant, meaning
from ravabet.reasoning.linear import table
from ravabet.reasoning.sentences.trees import tree
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.branches import ways
from ravabet.reasoning.sides.nesting import HANGING, parted
from ravabet.reasoning.sides.side import Pair, Range, Side
from ravabet.reasoning.wide import rank

UNJUDGED = 0.5
"""The confidence of a reason where no model is there."""


def planted(views: Sequence[View], *, fast: bool = False) -> list[View]:
    """The views, those that hold a cue with their tree; what has none is parsed now, unless ``fast``."""
    marks = {view.number: _marks(view) for view in views if not (fast and view.sentence.parse is None)}
    wanted = [view for view in views if view.sentence.parse is None and marks.get(view.number)]
    language = views[0].discourse.language if views else ""
    found = parse([[token.text for token in view.sentence.tokens] for view in wanted], language) if wanted else []
    parses = {view.number: made for view, made in zip(wanted, found, strict=True)}
    return [_grown(view, marks.get(view.number, ()), view.sentence.parse or parses.get(view.number)) for view in views]


def _marks(view: View) -> tuple[Range, ...]:
    return tuple(hit.mark for hit in spot(view) if ("never", ()) not in hit.cue.when)


def _grown(view: View, marks: tuple[Range, ...], made: Parse | None) -> View:
    if not marks or made is None:
        return view
    return replace(view, tree=tree(made), marks=marks, bare=view)


def candidates(views: Sequence[View]) -> list[list[Pair]]:
    """For each cue that is meant as one: every way to cut its two sides."""
    return [group for hit, before in _hits(views) if (group := _group(hit, before))]


def _hits(views: Sequence[View]) -> Iterator[tuple[Hit, View | None]]:
    """The cues that stand where they may be meant, each with the sentence before its own."""
    for number, view in enumerate(views):
        if view.tree is not None:
            before = views[number - 1] if number else None
            yield from ((hit, before) for hit in spot(view) if meant(hit))


def _group(hit: Hit, before: View | None) -> list[Pair]:
    return [pair for pair in ways(hit, before) if fits(pair)]


def judged(views: Sequence[View]) -> list[tuple[Pair, float]]:
    """The best way to cut each cue's reason with its probability, where that is high enough, each reason once."""
    profile = views[0].discourse.profile if views else ""
    if views and views[0].discourse.wide:
        learnt = rank.models(profile)
        if learnt is not None:
            return list(rank.judged(views, candidates(views), learnt, views[0].discourse.least))
    sense, cause, effect = (table(f"{profile}-{name}") for name in ("sense", "cause", "effect"))
    if sense is None or cause is None or effect is None:
        found = [(group[0], UNJUDGED) for group in candidates(views) if not group[0].hit.cue.doubtful]
    else:
        found = [likely for hit in _hits(views) if (likely := _likely(*hit, sense, cause, effect))]
    return parted(_each_once(found))


def _likely(hit: Hit, before: View | None, sense: Linear, cause: Linear, effect: Linear) -> tuple[Pair, float] | None:
    """The best way to cut a cue's reason with its probability; None where that is too low, or it is not meant."""
    least = hit.view.discourse.least
    needed = least["doubt" if hit.cue.doubtful else "sure"]
    if not any(may_be_meant(sense, read, needed) for read in (hit, *hit.others)):
        return None
    group = _group(hit, before)
    likely = sense.probability(meaning(group[0].hit, group)) if group else 0.0
    if likely < needed or not group:
        return None
    pair, right = chosen(cause, effect, group)
    return (pair, likely * right) if likely * right >= least["right"] else None


def _each_once(found: Sequence[tuple[Pair, float]]) -> list[tuple[Pair, float]]:
    """Of reasons whose sides share most of their words only the likeliest."""
    kept: list[tuple[Pair, float]] = []
    for pair, chance in sorted(found, key=lambda entry: -entry[1]):
        if not any(_told_twice(pair, other) for other, _ in kept):
            kept.append((pair, chance))
    return kept


def _told_twice(one: Pair, two: Pair) -> bool:
    """Whether two reasons are one: the same sides, or the same cause of which one cue is only a part of the other."""
    if not _alike(one.cause, two.cause):
        return False
    return _alike(one.effect, two.effect) or not {one.hit.cue.shape, two.hit.cue.shape}.isdisjoint(HANGING)


def _alike(one: Side, two: Side) -> bool:
    shared = min(one.hi, two.hi) - max(one.lo, two.lo)
    return one.view is two.view and 2 * shared >= max(one.hi, two.hi) - min(one.lo, two.lo)
