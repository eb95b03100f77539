"""The edges of a side in a parsed sentence: whole words, and nothing that belongs to what stands outside."""

from __future__ import annotations

from ravabet.reasoning.sentences.view import View, trim

HOSTS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
"""What a pronoun may be written onto and belong to a side with (their insult: إهانت|ها); not: that he (أن|ه)."""
NEAR = 6
"""A verb of saying stands so many tokens behind the comma before it, and as many before the end of its clause."""
DATELINE = 12
"""A dateline has fewer tokens."""
DASHES = frozenset({"-", "\u2013", "\u2014", "--"})
PARTICLES = frozenset({"ADP", "SCONJ", "CCONJ"})
"""What a cue begins with that brings in a cause (for fear of); not: one that is a verb (they fled the violence)."""
LINKS = frozenset({"case", "mark", "cc"})
"""How a word hangs that brings in what stands behind it."""


def squared(view: View, lo: int, hi: int) -> tuple[int, int] | None:
    """Tokens ``lo`` to ``hi`` as whole words, without a preposition, conjunction or cue left at the end.

    None if nothing is left. Where nothing is parsed they stay as they are.
    """
    if view.tree is None or view.discourse.wide:
        return lo, hi
    while True:
        first, last = (
            _past_time(view, _past_message(view, _from_whole_word(view, _past_dateline(view, lo)), hi)),
            _before_speaker(view, lo, _before_links(view, lo, _to_whole_word(view, hi))),
        )
        kept = trim(view, first, last) if first < last else None
        if kept is None or kept == (lo, hi):
            return kept
        lo, hi = kept


def _past_dateline(view: View, lo: int) -> int:
    """``lo``, or behind the place and the agency that a report opens with (OSLO (NTB) - ; KYIV, June 5 - )."""
    tokens = view.sentence.tokens
    dash = next((at for at in range(1, min(view.size, DATELINE)) if tokens[at].text in DASHES), 0)
    if lo >= dash or not view.is_word(0):
        return lo
    named = len(tokens[0].text) > 2 and tokens[0].text.isupper()
    return dash + 1 if named or tokens[dash - 1].text == ")" else lo


def _past_message(view: View, lo: int, hi: int) -> int:
    """``lo``, or behind the "that" of who says it, where the verb comes first (said | the party that | it was hit)."""
    tree = view.tree
    if tree is None or not view.discourse.verb_first or view.verb_at(lo) is not None:
        return lo
    verb = max((verb for verb in view.sentence.verbs if verb.end <= lo), key=lambda verb: verb.end, default=None)
    first = next((at for at in range(lo, hi - 1) if view.words[at] in view.discourse.that), None)
    if first is None or verb is None or verb.end < lo - NEAR or not view.says(verb):
        return lo
    return lo if view.verbs_in(lo, first) or not _is_subject(view, verb.end, first) else first + 1


def _is_subject(view: View, lo: int, hi: int) -> bool:
    """Whether tokens are one noun phrase without a preposition before it, and no other clause."""
    tree = view.tree
    return tree is not None and tree.kind(lo) in HOSTS and all(view.verb_at(at) is None for at in range(lo, hi))


def _past_time(view: View, lo: int) -> int:
    """``lo``, or behind the words of a time that stand there, where the verb comes first (announced | today | that)."""
    discourse = view.discourse
    at = lo
    while discourse.verb_first and 0 < at < view.size - 1 and view.words[at] in discourse.moments:
        at += 1
    return at if at > lo and view.verb_at(lo - 1) is not None else lo


def _from_whole_word(view: View, lo: int) -> int:
    """``lo``, or where a word begins whose last part, a pronoun, stands there; behind it where that is a particle."""
    if (
        view.tree is None
        or not lo
        or not view.sentence.tokens[lo].glued
        or view.words[lo] not in view.discourse.pronouns
    ):
        return lo
    return lo - 1 if view.tree.kind(lo - 1) in HOSTS else lo + 1


def _to_whole_word(view: View, hi: int) -> int:
    """``hi``, or where a word ends whose last part, a pronoun, stands there (its details: تفاصيل|ها)."""
    glued = hi < view.size and view.sentence.tokens[hi].glued
    return hi + 1 if glued and view.words[hi] in view.discourse.pronouns else hi


def _before_links(view: View, lo: int, hi: int) -> int:
    """``hi``, or where the words begin that only bring in what stands behind it."""
    tree = view.tree
    if tree is None or hi - lo < 2:
        return hi
    for start, end in view.marks:
        if lo < start < hi <= end and (
            tree.kind(start) in PARTICLES or tree.relation(start) in LINKS or _of(view, end)
        ):
            return start
    return hi - 1 if tree.relation(hi - 1) in LINKS and tree.head(hi - 1) not in range(lo, hi) else hi


def _of(view: View, end: int) -> bool:
    """Whether the noun before token ``end`` has its genitive there (because | of the storm: بسبب | العاصفة)."""
    tree = view.tree
    if tree is None or end >= view.size or tree.kind(end - 1) not in HOSTS:
        return False
    return tree.head(end) == end - 1 and tree.relation(end) == "nmod"


def _before_speaker(view: View, lo: int, hi: int) -> int:
    """``hi``, or the last comma before it that only who speaks stands behind (it is shut, | the ministry said)."""
    commas = view.discourse.commas
    comma = next((at for at in range(hi - 1, lo + 1, -1) if view.words[at] in commas), None)
    if comma is None:
        return hi
    verb = next((verb for verb in view.sentence.verbs if verb.finite and verb.start > comma), None)
    if verb is None or verb.start > comma + NEAR or hi > verb.end + NEAR or not view.says(verb):
        return hi
    between = view.words[comma + 1 : verb.start]
    return hi if not view.discourse.relative.isdisjoint(between) or not commas.isdisjoint(between) else comma
