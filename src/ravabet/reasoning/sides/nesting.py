"""The reasons of a sentence beside each other, and their sides as whole phrases.

They drove away after a clash over water: what a cue hangs on that stands inside a side of another reason is part of
that side. It was the clash that was over water, not the driving away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ravabet.reasoning.sides.side import Pair, Side, side

HANGING = frozenset({"phrase", "clause"})
"""Shapes whose cause hangs on the cue, so that it is the cause of one effect."""
BEFORE_NOUN = frozenset({"det", "amod", "nummod", "compound"})
"""How words hang that stand before their noun and belong to it."""
Found = Sequence[tuple[Pair, float]]


def parted(found: Found) -> list[tuple[Pair, float]]:
    """``found``, each effect cut to the cause of another reason inside it which its cue is a part of.

    What a verb brings about ends before the cue of another reason: the raid drew criticism | because it was illegal.
    """
    pairs = [pair for pair, _ in found]
    return [(_whole(_within(_before(pair, pairs), pairs)), chance) for pair, chance in found]


def _whole(pair: Pair) -> Pair:
    """``pair`` with the article and adjectives before the first noun of a side (a judicial | probe)."""
    return replace(pair, cause=_widened(pair.cause, pair), effect=_widened(pair.effect, pair))


def _widened(one: Side, pair: Pair) -> Side:
    tree, lo = one.view.tree, one.lo
    marked = range(*pair.hit.mark) if one.view is pair.hit.view else range(0)
    while (
        tree is not None
        and lo > 0
        and lo - 1 not in marked
        and tree.relation(lo - 1) in BEFORE_NOUN
        and lo <= tree.head(lo - 1) < one.hi
    ):
        lo -= 1
    return replace(one, lo=lo) if lo < one.lo else one


def _within(pair: Pair, others: Sequence[Pair]) -> Pair:
    effect, start = pair.effect, pair.hit.mark[0]
    if not _hangs(pair) or effect.view is not pair.hit.view or effect.hi > start:
        return pair
    inside = [
        other.cause.lo
        for other in others
        if _hangs(other)
        and _follows(other.cause, other)
        and other.hit.view is effect.view
        and effect.lo <= other.hit.mark[0]
        and other.cause.lo < effect.hi
        and start < other.cause.hi
    ]
    return replace(pair, effect=replace(effect, lo=max(inside), how="within", reach=())) if inside else pair


def _before(pair: Pair, others: Sequence[Pair]) -> Pair:
    effect = pair.effect
    if _hangs(pair) or not _follows(effect, pair):
        return pair
    starts = [
        other.hit.mark[0]
        for other in others
        if _hangs(other) and other.hit.view is effect.view and other.effect.lo <= pair.hit.mark[0]
    ]
    ends = [at for at in starts if effect.lo < at < effect.hi]
    cut = side(effect.view, effect.lo, min(ends), "before") if ends else None
    return replace(pair, effect=cut) if cut else pair


def _hangs(pair: Pair) -> bool:
    return pair.hit.cue.shape in HANGING


def _follows(one: Side, pair: Pair) -> bool:
    """Whether a side stands behind the cue, in its sentence."""
    return one.view is pair.hit.view and one.lo >= pair.hit.mark[0]
