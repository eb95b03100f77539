"""What the words of a parsed sentence are: a dictionary form, the words that mark a phrase, what stands at a place."""

from __future__ import annotations

from functools import lru_cache

from ravabet.reasoning.sentences.trees import Tree
from ravabet.reasoning.sentences.view import View

MARKERS = ("mark", "case")
"""Relations of the words that say how a phrase or clause hangs on what is above it."""
OUTSIDE = "#"
"""What stands before the first token and behind the last one."""


def lemmas(view: View) -> tuple[str, ...]:
    """A dictionary form of each token: the shortest that is not the word as written; else that word."""
    return _lemmas(view.words, view.forms)


@lru_cache(maxsize=64)
def _lemmas(words: tuple[str, ...], forms: tuple[frozenset[str], ...]) -> tuple[str, ...]:
    found = []
    for word, known in zip(words, forms, strict=True):
        others = [form for form in known if form != word and not form[:1].isdigit()]
        found.append(min(others, key=lambda form: (len(form), form)) if others else word)
    return tuple(found)


def markers(tree: Tree, at: int) -> list[int]:
    """The words that mark the phrase or clause of ``at`` ("in" of "in the city", "when" of "when he left")."""
    return [kid for kid in tree.kids[at] if tree.relation(kid) in MARKERS]


def head_of(tree: Tree, lo: int, hi: int) -> int:
    """The token among ``lo`` to ``hi`` that hangs on none of them and has most of them under it."""
    tops = [at for at in range(lo, hi) if not lo <= tree.head(at) < hi and tree.relation(at) != "punct"]
    return max(tops, key=lambda at: min(tree.rights[at], hi) - max(tree.lefts[at], lo), default=lo)


def path(tree: Tree, one: int, two: int) -> tuple[list[int], int, list[int]]:
    """The tokens above ``one`` and above ``two`` (those two first) below the first that both hang on, and that one."""
    left, right = tree.above(one), tree.above(two)
    places = {at: number for number, at in enumerate(right)}
    for number, at in enumerate(left):
        if at in places:
            return left[:number], at, right[: places[at]]
    return left, -1, right
