"""Where a noun phrase may end or begin when nothing but words tells it."""

from __future__ import annotations

from ravabet.reasoning.view import View

LIST_GAP = 4
"""A comma followed by "and" within so many words may stand inside a list."""


def ends(view: View, lo: int, hi: int) -> list[int]:
    """Where the noun phrase that starts at ``lo`` may end, likeliest first; ``hi`` is the clause's verb or end."""
    found: list[int] = []
    comma = _first_comma(view, lo, hi)
    if comma is not None:
        found.append(comma)
    limit = comma if comma is not None else hi
    breaks = _breaks(view, lo, limit)
    found.extend(breaks)
    if limit == hi and hi - lo > 1:
        found.append(hi - 1)
    found.append(hi)
    later = [at for at in range(limit + 1, hi) if view.words[at] in view.discourse.commas]
    return [end for end in dict.fromkeys(found + later) if end > lo]


def _first_comma(view: View, lo: int, hi: int) -> int | None:
    """The comma that closes the phrase: not one of a list, nor one that closes a relative clause in it."""
    for at in range(lo + 1, hi):
        if view.words[at] in view.discourse.commas and not _in_list(view, at, hi) and not _open_bracket(view, lo, at):
            return at
    return None


def _in_list(view: View, at: int, hi: int) -> bool:
    following = view.words[at + 1 : min(at + 1 + LIST_GAP, hi)]
    for number, word in enumerate(following):
        if word in view.discourse.conjunctions:
            return number > 0
        if word in view.discourse.commas:
            return number <= 2
    return False


def _open_bracket(view: View, lo: int, at: int) -> bool:
    texts = [token.text for token in view.sentence.tokens[lo:at]]
    return texts.count("(") > texts.count(")") or texts.count("«") > texts.count("»")


def _breaks(view: View, lo: int, hi: int) -> list[int]:
    """Prepositions and object markers that may end the phrase: a preposition after the first two words, late ones first."""
    found = []
    for at in range(lo + 1, hi):
        if view.words[at] in view.discourse.object:
            found.append(at)
            break
        if view.words[at] in view.discourse.prepositions and view.words[at - 1] not in view.discourse.prepositions:
            found.append(at)
    return found


def starts(view: View, lo: int, hi: int) -> list[int]:
    """Where the noun phrase that ends before ``hi`` may start, not before ``lo``, likeliest first."""
    found: list[int] = []
    for at in range(hi - 1, lo, -1):
        if view.words[at] in view.discourse.results:
            found.append(at)
    for at in range(hi - 1, lo, -1):
        word = view.words[at - 1]
        if word in view.discourse.commas or word in view.discourse.prepositions or word in view.discourse.object:
            found.append(at)
    found.append(lo)
    return list(dict.fromkeys(found))
