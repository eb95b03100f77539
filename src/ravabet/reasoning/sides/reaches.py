"""Where a side of a reason may begin and end in a parsed sentence: the edges of what hangs together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ravabet.reasoning.sentences.discourse import longest
from ravabet.reasoning.sentences.trees import MARKERS, SUBJECTS, Tree
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.side import Side, distinct, side

Edge = tuple[int, str]
"""A token number, and the name of the rule that cuts there."""
ASIDE = 8
"""A verb of saying so many tokens behind a comma tells who speaks."""


def tree_of(view: View) -> Tree:
    """The tree of a sentence that has one; raises ValueError for one that has none."""
    if view.tree is None:
        message = f"sentence {view.number} is not parsed"
        raise ValueError(message)
    return view.tree


def complement(view: View, start: int, end: int) -> int | None:
    """The head of what hangs on the cue of tokens ``start`` to ``end``: what its last word marks, or governs."""
    tree = tree_of(view)
    inside = range(start, end)
    at = end - 1
    while tree.head(at) in inside and tree.relation(at) == "fixed":
        at = tree.head(at)
    if tree.relation(at) in MARKERS and tree.head(at) >= end:
        return _predicate(tree, tree.head(at))
    below = hanging(tree, start, end)
    if below:
        return None if _is_counted_subject(tree, below[0]) else below[0]
    first = next((at for at in range(end, view.size) if view.is_word(at)), view.size)
    if tree.kind(end - 1) in ("NOUN", "PROPN") and not (first < min(view.size, end + 2) and _goes_with(view, first)):
        return None
    return content(view, end)


def _predicate(tree: Tree, at: int) -> int:
    """The verb behind its subject, where the parse hangs the cue on that: after | gunboats had chased two boats."""
    return tree.head(at) if tree.relation(at) in SUBJECTS and tree.head(at) > at else at


def _is_counted_subject(tree: Tree, noun: int) -> bool:
    """Whether a noun counted in the nominative stands before a verb that lacks a subject (12 houses | burnt)."""
    counted = any(tree.full(kid) == "nummod:gov" for kid in tree.kids[noun])
    verb = tree.rights[noun]
    if not counted or verb >= len(tree.kids) or tree.kind(verb) != "VERB":
        return False
    return tree.child(verb, *SUBJECTS, "obj") is None


def _goes_with(view: View, at: int) -> bool:
    """Whether token ``at`` can complete the noun before it though the parse says not: a noun that is no subject."""
    tree = tree_of(view)
    nominal = tree.kind(at) in ("NOUN", "PROPN", "ADJ", "X", "NUM", "PRON", "DET")
    counted = tree.relation(at) == "nummod" and tree.relation(tree.head(at)) in SUBJECTS  # as a result | 8 people died
    stopped = view.words[at - 1] in view.discourse.commas
    return nominal and tree.parse.feat(at, "Case") != "Nom" and not counted and not stopped


def hanging(tree: Tree, start: int, end: int) -> list[int]:
    """What hangs on the words ``start`` to ``end`` and stands behind them."""
    return sorted(
        kid for at in range(start, end) for kid in tree.kids[at] if kid >= end and tree.relation(kid) != "punct"
    )


def past_markers(view: View, lo: int) -> int:
    """The first token from ``lo`` on that is no preposition, conjunction, mark, or "that" before a mark."""
    tree = tree_of(view)
    while lo < view.size - 1:
        points = tree.kind(lo) in ("PRON", "DET") and not view.is_word(lo + 1)
        if view.is_word(lo) and tree.relation(lo) not in ("case", "mark", "fixed") and not points:
            break
        lo += 1
    return lo


def content(view: View, start: int) -> int | None:
    """The head of the phrase that begins at token ``start``: the highest token above it that stands behind."""
    tree = tree_of(view)
    if start >= view.size:
        return None
    top = start
    for up in tree.above(start)[1:]:
        if up < start or tree.lefts[up] < start - 1:
            break
        top = up
    return top


def ends(view: View, lo: int, top: int) -> list[Edge]:
    """Where a stretch from ``lo`` with head ``top`` may end: with all that hangs on it, or less of it, or more."""
    tree = tree_of(view)
    found: list[Edge] = [(tree.rights[top], "top")]
    found += [(hi, f"less-{relation}") for hi, relation in _cuts(tree, lo, top)]
    found += [(tree.rights[at], f"part-{tree.relation(at)}") for at in tree.above(lo) if lo <= at and at != top]
    commas = [at for at in range(lo + 1, view.size) if view.words[at] in view.discourse.commas]
    found += list(zip(commas, ("comma", "comma-two"), strict=False))
    found += _breaks(view, lo)
    found.append((view.size, "end"))
    last = limit(view, lo, view.size)
    return _distinct((min(hi, last), how) for hi, how in found if hi > lo)


def limit(view: View, lo: int, hi: int) -> int:
    """Where the first thing that is no part of a side begins in tokens ``lo`` to ``hi``: who speaks, an aside.

    So does a clause joined to a noun phrase by a conjunction: the shelling of the town | and wounded nine; and one that
    begins with its verb behind a definite noun, which takes no relative clause without a relative word.
    """
    discourse = view.discourse
    nominal = view.verb_at(lo) is None
    bare = discourse.verb_first and _behind_phrase(view, lo)
    for at in range(lo + 1, hi if discourse.asides else lo):
        if bare and nominal and _opens_clause(view, at):
            return at
        nominal = nominal and view.verb_at(at) is None and view.words[at] not in discourse.relative | discourse.that
        if nominal and _joins_clause(view, at):
            return at
        aside = view.words[at] in discourse.commas and (
            longest(view.words, at + 1, discourse.asides) or _speaks(view, at)
        )
        if aside or longest(view.words, at, discourse.attribution | discourse.turns):
            return at
    return hi


def _joins_clause(view: View, at: int) -> bool:
    """Whether a conjunction here brings in a finite verb."""
    return view.words[at] in view.discourse.conjunctions and at + 1 < view.size and view.verb_at(at + 1) is not None


def _behind_phrase(view: View, lo: int) -> bool:
    """Whether a side begins right behind a cue that takes a noun phrase, or the preposition of a verb's slot."""
    tree = tree_of(view)
    if lo < 1 or tree.kind(lo - 1) == "SCONJ":
        return False
    return tree.relation(lo - 1) == "case" or any(end == lo for _, end in view.marks)


def _opens_clause(view: View, at: int) -> bool:
    """Whether a finite verb here stands right behind a noun with its article: for lack of the rain | it rose."""
    tree, verb = tree_of(view), view.verb_at(at)
    definite = view.words[at - 1].startswith(view.discourse.article) if view.discourse.article else False
    finite = verb is not None and verb.finite and verb.start == at and tree.kind(at) == "VERB"
    return finite and definite and tree.kind(at - 1) in ("NOUN", "ADJ", "PROPN")


def _speaks(view: View, comma: int) -> bool:
    """Whether the next verb behind a comma is near and tells only who speaks."""
    verb = next((verb for verb in view.sentence.verbs if verb.finite and verb.start > comma), None)
    return verb is not None and verb.start < comma + ASIDE and view.says(verb)


def _breaks(view: View, lo: int) -> list[Edge]:
    """Before the first relative word and the first word that says who speaks or opens another clause."""
    discourse = view.discourse
    behind = range(lo + 1, view.size)
    relative = next((at for at in behind if view.words[at] in discourse.relative), None)
    said = next((at for at in behind if longest(view.words, at, discourse.attribution)), None)
    found = [(at, how) for at, how in ((relative, "relative"), (said, "said")) if at is not None]
    clauses = sorted({clause.tokens[0] for clause in view.sentence.clauses if clause.tokens[0] > lo})
    return [*found, *zip(clauses, ("next", "next-two", "next-three"), strict=False)]


def _cuts(tree: Tree, lo: int, top: int) -> Iterator[tuple[int, str]]:
    """The left edges of what stands last in a stretch, level by level."""
    at = top
    while True:
        last = [kid for kid in tree.kids[at] if kid > at]
        for kid in reversed(last):
            if tree.lefts[kid] > lo and tree.relation(kid) not in ("punct", "obj", "fixed", "flat", "compound"):
                yield tree.lefts[kid], tree.relation(kid)
        outer = next((kid for kid in reversed(last) if tree.rights[kid] == tree.rights[at]), None)
        if outer is None:
            return
        at = outer


def begins(view: View, hi: int, governor: int) -> list[Edge]:
    """Where a stretch that ends at ``hi`` may begin: with ``governor``, its clause, its subject, or higher."""
    tree = tree_of(view)
    clause = tree.clause_of(governor)
    found: list[Edge] = []
    subject = tree.subject(clause)
    if subject is not None and subject < hi:
        found.append((min(tree.lefts[subject], clause), "subject"))
    found.append((tree.lefts[clause], "clause"))
    found += [(tree.lefts[kid], f"down-{tree.relation(kid)}") for kid in _told(tree, clause)]
    found.append((_bare(tree, governor), f"own-{tree.kind(governor)}"))
    found += [(tree.lefts[up], f"up-{tree.relation(up)}") for up in tree.above(clause)[1:4]]
    commas = [at + 1 for at in reversed(range(hi - 1)) if view.words[at] in view.discourse.commas]
    found += list(zip(commas, ("comma", "comma-two", "comma-three"), strict=False))
    clauses = sorted({clause.tokens[0] for clause in view.sentence.clauses if clause.tokens[0] < hi}, reverse=True)
    found += list(zip(clauses, ("last", "last-two", "last-three"), strict=False))
    found += [(_bare(tree, up), f"chain-{tree.kind(up)}") for up in tree.above(hi - 1)[:4] if up < hi]
    opened = [at + 1 for at in reversed(range(hi - 1)) if tree.relation(at) == "mark"]
    found += list(zip(opened, ("opened", "opened-two"), strict=False))
    if subject is None and tree.kind(clause) in ("VERB", "AUX"):
        found.append((clause, "verb"))
    found += list(zip(_act_starts(view, hi), ("act", "act-two"), strict=False))
    found.append((0, "start"))
    first = _turned(view, hi)
    return _distinct((max(lo, first), how) for lo, how in found if lo < hi)


def _turned(view: View, hi: int) -> int:
    """Behind the last word before token ``hi`` that turns away from what was told before it (but)."""
    return max(
        (end for at in range(hi - 1) if (end := longest(view.words, at, view.discourse.turns)) and end < hi), default=0
    )


def _bare(tree: Tree, at: int) -> int:
    """Where what hangs on token ``at`` begins, behind the preposition that brings it in (announced | the closure)."""
    lo = tree.lefts[at]
    return lo + 1 if lo < at and tree.relation(lo) == "case" and tree.head(lo) == at else lo


def _act_starts(view: View, hi: int) -> list[int]:
    """Where the nouns of the acts told before token ``hi`` begin, the nearest first, in languages that say so."""
    tree = tree_of(view)
    found = {min(tokens) for tokens, _ in view.acts if max(tokens) < hi and view.discourse.acts}
    return sorted((at for at in found if tree.kind(at) in ("NOUN", "PROPN", "ADJ")), reverse=True)


def _told(tree: Tree, clause: int) -> list[int]:
    return [kid for kid in tree.kids[clause] if tree.relation(kid) in ("ccomp", "xcomp", "conj", "parataxis")]


def _distinct(edges: Iterable[Edge]) -> list[Edge]:
    found: dict[int, str] = {}
    for at, how in edges:
        found.setdefault(at, how)
    return list(found.items())


def ending(view: View, hi: int, governor: int, prefix: str = "") -> list[Side]:
    """The sides that end at ``hi``, round ``governor``; none without one, or at the beginning of the sentence."""
    if governor < 0 or hi <= 0:
        return []
    return distinct(side(view, lo, _closed(view, lo, hi), prefix + how) for lo, how in begins(view, hi, governor))


def _closed(view: View, lo: int, hi: int) -> int:
    """``hi``, or where the words begin that tell who speaks, if nothing but a comma ends them."""
    discourse = view.discourse
    for at in range(hi - 1, lo if discourse.asides else hi, -1):
        if view.words[at] in discourse.commas and at < hi - 1:
            return hi
        if longest(view.words, at, discourse.attribution):
            return at
    return hi


def beginning(view: View, lo: int, top: int, prefix: str = "") -> list[Side]:
    """The sides that begin at ``lo``, round ``top``; none at the end of the sentence."""
    if lo >= view.size:
        return []
    return distinct(side(view, lo, hi, prefix + how) for hi, how in ends(view, lo, top))
