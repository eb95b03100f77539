"""Where a noun phrase may end or begin when nothing but words tells it."""

from __future__ import annotations

from functools import lru_cache

from ravabet.reasoning.cues.find import phrase_cue
from ravabet.reasoning.linear import table
from ravabet.reasoning.sentences.discourse import longest
from ravabet.reasoning.sentences.view import PAIRS, View
from ravabet.reasoning.sides import joints

MOST = 5
"""So many ends are tried, the likeliest first."""
FAR = 3.0
"""An end whose log-probability lies so far below the best is not tried."""


@lru_cache(maxsize=64)
def ends(view: View, lo: int, hi: int, verb: int, cause: bool = False) -> list[tuple[int, float]]:
    """Where the noun phrase that starts at ``lo`` may end, at ``hi`` at the latest, and how likely; likeliest first."""
    model = table(f"{view.discourse.language}-joints")
    if model is None:
        return [(end, 1.0 / rank) for rank, end in enumerate(_by_marks(view, lo, hi), 1)]
    hi = _barrier(view, lo, hi)
    reached = joints.reach(model, view, lo, hi, verb, cause)
    ranked = sorted(((value, lo + 1 + number) for number, value in enumerate(reached)), reverse=True)
    allowed = [(end, value) for value, end in ranked if _may_end(view, lo, end)]
    near = [(end, value) for end, value in allowed if value > allowed[0][1] - FAR]
    return near[:MOST]


def _barrier(view: View, lo: int, hi: int) -> int:
    """No phrase goes on over an adverb that links clauses, over another cue, or past a bare anaphor (this step)."""
    discourse = view.discourse
    for at in range(lo + 1, hi):
        if longest(view.words, at, discourse.additive) or phrase_cue(view, at):
            return at
    if view.words[lo] in discourse.demonstratives and lo + 1 < hi:
        end = longest(view.words, lo + 1, discourse.one | discourse.many)
        if end and end < hi and (not view.is_word(end) or view.words[end] in discourse.prepositions):
            return end
    return hi


def _may_end(view: View, lo: int, end: int) -> bool:
    """Not behind a preposition or conjunction, not inside a word, a bracket or a quotation."""
    discourse = view.discourse
    if view.words[end - 1] in discourse.prepositions | discourse.conjunctions:
        return False
    if end < view.size and (view.sentence.tokens[end].glued or view.words[end] in PAIRS.values()):
        return False
    return balanced(view, lo, end) or end == view.size


def balanced(view: View, lo: int, hi: int) -> bool:
    """Whether every bracket and quotation mark opened in the span is closed in it."""
    texts = [token.text for token in view.sentence.tokens[lo:hi]]
    straight = texts.count('"') % 2 == 0
    return straight and all(texts.count(opening) <= texts.count(closing) for closing, opening in PAIRS.items())


def _by_marks(view: View, lo: int, hi: int) -> list[int]:
    """Without a model: at the first comma, else before a preposition or the object's marker, else at the end."""
    commas = [at for at in range(lo + 1, hi) if view.words[at] in view.discourse.commas]
    inside = range(lo + 1, commas[0] if commas else hi)
    breaks = [at for at in inside if view.words[at] in view.discourse.prepositions | view.discourse.object]
    return list(dict.fromkeys([*commas[:1], *breaks, hi]))[:MOST]


@lru_cache(maxsize=64)
def starts(view: View, lo: int, hi: int) -> list[int]:
    """Where the noun phrase that ends before ``hi`` may start, from ``lo`` on: the longest that holds, then others."""
    discourse = view.discourse
    after = discourse.commas | discourse.prepositions | discourse.object | discourse.conjunctions
    places = [
        at for at in range(lo, hi) if at == lo or view.words[at - 1] in after or view.words[at] in discourse.results
    ]
    places = [at for at in places if view.words[at] not in after and view.is_word(at)] or [lo]
    model = table(f"{view.discourse.language}-joints")
    if model is None:
        return places[::-1]
    chances = {at: joints.holds(model, view, at, hi, hi) for at in places}
    return sorted(places, key=lambda at: (chances[at] < EVEN, at if chances[at] >= EVEN else -chances[at]))


EVEN = 0.5
"""A phrase that holds with this probability is taken for one."""
