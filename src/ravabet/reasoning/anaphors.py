"""What "this step" and "all these cases" point back to."""

from __future__ import annotations

from ravabet.reasoning.discourse import longest
from ravabet.reasoning.sides import Side


def is_anaphor(side: Side) -> bool:
    """Whether a span is only a pronoun or a demonstrative with a noun for what was told, or an aspect of such."""
    return number_of(side) is not None


def number_of(side: Side) -> str | None:
    """``one`` or ``many`` where the span is an anaphor, None where it is not."""
    view, lo = side.view, side.lo
    discourse, words = view.discourse, view.words
    end = longest(words, lo, discourse.aspect)
    lo = end if end and end < side.hi else lo
    plural = words[lo] in discourse.all
    lo += plural
    if lo >= side.hi:
        return None
    end = longest(words, lo, discourse.bare_many)
    if end == side.hi:
        return "many"
    if words[lo] in discourse.bare and side.hi - lo == 1:
        return "many" if plural else "one"
    if words[lo] not in discourse.demonstratives or lo + 1 >= side.hi:
        return None
    end = longest(words, lo + 1, discourse.many)
    if end == side.hi:
        return "many"
    end = longest(words, lo + 1, discourse.one)
    return ("many" if plural else "one") if end == side.hi else None
