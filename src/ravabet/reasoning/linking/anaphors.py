"""What "this step" and "all these cases" point back to."""

from __future__ import annotations

from ravabet.reasoning.sentences.discourse import longest
from ravabet.reasoning.sides.side import Side

WORDS = 4
"""Of so many words is an anaphor with adjectives, at most ("this latest hostile step")."""


def is_anaphor(side: Side) -> bool:
    """Whether a span is only a pronoun or a demonstrative with a noun for what was told, or an aspect of such."""
    return number_of(side) is not None


def number_of(side: Side) -> str | None:
    """``one`` or ``many`` where the span is an anaphor, None where it is not."""
    words, discourse = side.view.words, side.view.discourse
    lo, hi = longest(words, side.lo, discourse.loose) or side.lo, _without_loose(side)
    if lo >= hi:
        return None
    end = longest(words, lo, discourse.aspect)
    lo = end if end and end < hi else lo
    plural = words[lo] in discourse.all
    lo += plural
    if lo >= hi:
        return None
    if longest(words, lo, discourse.bare_many) == hi:
        return "many"
    if words[lo] in discourse.bare and hi - lo == 1:
        return "many" if plural else "one"
    if words[lo] not in discourse.demonstratives or lo + 1 >= hi:
        return None
    if longest(words, lo + 1, discourse.many) == hi:
        return "many"
    if longest(words, lo + 1, discourse.one) == hi:
        return "many" if plural else "one"
    return _by_head(side, lo, hi, plural)


def _by_head(side: Side, lo: int, hi: int, plural: bool) -> str | None:
    """The same where words change their form: a demonstrative, an adjective or two, the noun."""
    view, discourse = side.view, side.view.discourse
    if not view.forms or hi - lo > WORDS:
        return None
    if view.among(hi - 1, discourse.many) and view.words[hi - 1] not in discourse.one:
        return "many"
    return ("many" if plural else "one") if view.among(hi - 1, discourse.one) else None


def _without_loose(side: Side) -> int:
    """The end of the span without the adverbs behind it (this first showed in ...)."""
    words, discourse = side.view.words, side.view.discourse
    hi = side.hi
    for at in range(side.lo + 1, side.hi):
        if longest(words, at, discourse.loose) == hi:
            hi = at
            break
    return hi
