"""What a cue stands in that means no reason, and sides that tell nothing: seen before any way to cut is weighed."""

from __future__ import annotations

from ravabet.reasoning.cues.find import Hit
from ravabet.reasoning.sentences.discourse import LONGEST, longest
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.reaches import tree_of
from ravabet.reasoning.sides.side import Side

BESIDE_TIMES = frozenset({"ADP", "DET", "NUM"})
"""What may stand beside the words of a time (on the 3rd of March)."""
HYPHENS = frozenset({"-", "\u2010", "\u2011"})
NOUNS = frozenset({"obj", "nsubj", "obl", "compound", "nmod"})
"""How a noun hangs on its head."""
BRINGS_NOUN = frozenset({"case", "det", "nmod:poss"})
"""What stands before a participle that is part of a noun phrase (to forced labour)."""
WANTED = frozenset({"advcl", "acl", "xcomp", "ccomp"})
"""How an infinitive hangs."""


def is_barred(hit: Hit) -> bool:
    """Whether a cue is denied, or part of a noun, or tells of no reason that is one."""
    return _denied(hit) or _is_noun(hit) or _is_unnamed(hit) or _is_unreal(hit)


def is_doer(one: Side) -> bool:
    """Whether a side is only somebody (the police; Oslo), who brings nothing about but by doing something."""
    view, tree, doers = one.view, one.view.tree, one.view.discourse.doers
    if tree is None or not doers or view.discourse.wide or view.verbs_in(one.lo, one.hi):
        return False
    head = next((at for at in range(one.lo, one.hi) if not one.lo <= tree.head(at) < one.hi), one.lo)
    return tree.kind(head) == "PROPN" or view.words[head] in doers


def _is_noun(hit: Hit) -> bool:
    """Whether the verb of a cue is a noun here (the use of force), or part of one (to forced labour; US-led)."""
    if hit.head < 0 or not hit.cue.verbs:
        return False
    view, tree = hit.view, tree_of(hit.view)
    before = hit.head - 1
    if before > 0 and view.words[before] in HYPHENS:
        return True
    if before >= 0 and tree.relation(hit.head) == "amod" and tree.full(before) in BRINGS_NOUN:
        return True
    verb = any(verb.start <= hit.head < verb.end for verb in view.sentence.verbs)
    return tree.kind(hit.head) in ("NOUN", "PROPN") and tree.relation(hit.head) in NOUNS and not verb


def _is_unreal(hit: Hit) -> bool:
    """Whether the verb of a cue is a gerund that a preposition brings in (for fear of | triggering riots).

    Or an infinitive that says only what is wanted: an attempt | to provoke a war.
    """
    before = hit.head - 1
    if before < 0 or hit.cue.shape != "frame":
        return False
    if hit.view.words[before] in hit.view.discourse.infinitive:
        return _is_wanted(hit.view, hit.head)
    if hit.view.words[before] not in hit.view.discourse.unreal:
        return False
    return tree_of(hit.view).parse.feat(hit.head, "VerbForm") not in ("Fin", "Inf")


def _is_wanted(view: View, verb: int) -> bool:
    """Whether an infinitive hangs on nothing that tells of something that is or will be so."""
    tree, over = tree_of(view), tree_of(view).head(verb)
    if view.discourse.wide or over < 0 or tree.relation(verb) not in WANTED:
        return False
    return not view.among(over, view.discourse.real)


def is_empty(one: Side) -> bool:
    """Whether a side tells nothing by itself (what; this comes; this week; according to the ministry)."""
    words, discourse = one.view.words, one.view.discourse
    source = longest(words, one.lo, discourse.attribution) and not one.view.verbs_in(one.lo, one.hi)
    return longest(words, one.lo, discourse.empty) == one.hi or _is_time(one) or bool(source and not discourse.wide)


def _is_time(one: Side) -> bool:
    """Whether a side is no more than a time (on Monday; this week)."""
    view, tree, times = one.view, one.view.tree, one.view.discourse.times
    rest = [at for at in range(one.lo, one.hi) if view.is_word(at) and view.words[at] not in times]
    if tree is None or not times or len(rest) == one.hi - one.lo:
        return False
    return all(tree.kind(at) in BESIDE_TIMES for at in rest)


def _is_unnamed(hit: Hit) -> bool:
    """Whether a cue only tells why somebody does not want to be named (who spoke on condition of anonymity because)."""
    view, first = hit.view, hit.mark[0]
    ends = (longest(view.words, at, view.discourse.unnamed) for at in range(max(first - LONGEST, 0), first))
    return any(end in (first, first - 1) for end in ends)


def _denied(hit: Hit) -> bool:
    """Whether the verb of a cue is negated."""
    if hit.head < 0:
        return False
    tree = tree_of(hit.view)
    return any(
        hit.view.words[kid] in hit.view.discourse.negations
        for kid in (hit.head, *tree.kids[hit.head])
        if kid <= hit.head and tree.relation(kid) not in ("nsubj", "obl", "obj")
    )
