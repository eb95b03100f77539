"""The two spans of a reason as token ranges, and the ways to pair them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ravabet.reasoning.cues.find import Hit
from ravabet.reasoning.sentences.view import View, trim
from ravabet.reasoning.sides.margins import squared

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Side:
    """Tokens ``lo`` to ``hi`` of a sentence; ``how`` names the rule that cut them there.

    ``reach``: the tokens whose events belong to this side though its span is shorter (the subject before the cue).
    ``chance``: the log-probability that a noun phrase ends where this one does.
    """

    view: View
    lo: int
    hi: int
    how: str
    reach: tuple[Range, ...] = ()
    chance: float = 0.0


@dataclass(frozen=True, slots=True)
class Pair:
    """One way to cut cause and effect round a cue; ``rank`` counts from 0, the likeliest by the rules."""

    hit: Hit
    cause: Side
    effect: Side
    rank: int = 0


def side(view: View, lo: int, hi: int, how: str, reach: tuple[Range, ...] = (), chance: float = 0.0) -> Side | None:
    """Tokens ``lo`` to ``hi`` less what does not belong to a span at their edges; None if nothing is left."""
    kept = trim(view, lo, hi) if lo < hi else None
    kept = squared(view, *kept) if kept else None
    return Side(view, *kept, how, reach, chance) if kept else None


def product(causes: Iterable[Side | None], effects: Iterable[Side | None]) -> list[tuple[Side, Side]]:
    """Every cause with every effect, the likelier first, each pair of spans once."""
    ranked = [
        (i + j, i, cause, effect)
        for i, cause in enumerate(side for side in causes if side)
        for j, effect in enumerate(side for side in effects if side)
    ]
    found: dict[tuple[int, int, int, int, int, int], tuple[Side, Side]] = {}
    for _, _, cause, effect in sorted(ranked, key=lambda entry: entry[:2]):
        place = (cause.view.number, cause.lo, cause.hi, effect.view.number, effect.lo, effect.hi)
        if cause.view is not effect.view or cause.hi <= effect.lo or effect.hi <= cause.lo:
            found.setdefault(place, (cause, effect))
    return list(found.values())


def distinct(sides: Iterable[Side | None]) -> list[Side]:
    """The sides that there are, each range once."""
    found: dict[Range, Side] = {}
    for side in sides:
        if side:
            found.setdefault((side.lo, side.hi), side)
    return list(found.values())
