"""How the reasons of one document join: the effect of one is the cause of the next."""

from __future__ import annotations

from collections.abc import Sequence

from ravabet.model import Argument, Reason, Span

Edge = tuple[str, str]
"""The ids of two reasons: what the first brings about is why the second comes about."""


def same(one: Argument, two: Argument) -> bool:
    """Whether two sides speak of the same act or state: an event of both, or words of which one holds half the other.

    An anaphor is what it stands for, not its own words.
    """
    if set(one.events) & set(two.events):
        return True
    return any(_meets(a, b) for a in anchors(one) for b in anchors(two))


def anchors(side: Argument) -> tuple[Span, ...]:
    """The words that say what a side is: its antecedents, or its own."""
    return side.stands_for or (side.span,)


def _meets(one: Span, two: Span) -> bool:
    shared = min(one.end, two.end) - max(one.start, two.start)
    return shared > 0 and 2 * shared >= min(one.end - one.start, two.end - two.start)


def graph(reasons: Sequence[Reason]) -> tuple[Edge, ...]:
    """Every step from a reason to one that goes on from its effect, in the order of the text.

    A reason told inside an effect does not go on from it: it is part of what was brought about.
    """
    return tuple(
        (first.id, second.id)
        for first in reasons
        for second in reasons
        if first is not second and same(first.effect, second.cause) and not _told_in(second, first.effect)
    )


def _told_in(reason: Reason, side: Argument) -> bool:
    return side.span.holds(reason.cause.span) and side.span.holds(reason.effect.span)
