"""Who and what a verb is said of in a parsed sentence, and what was told before it."""

from __future__ import annotations

from ravabet.reasoning.sentences.discourse import longest
from ravabet.reasoning.sentences.trees import Tree
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.reaches import beginning, content, ending, tree_of
from ravabet.reasoning.sides.side import Side, distinct, side
from ravabet.reasoning.sides.statements import backward

LINK = 4
"""The words that sum up a clause begin so many tokens before the verb at most."""
LEADS = frozenset({"CCONJ", "PART", "AUX"})
"""What may stand before a verb that opens its sentence."""
NOMINAL = frozenset({"NOUN", "PROPN", "DET", "NUM", "X", "ADJ"})
"""What a subject may begin with."""


def told_before(before: View | None) -> list[Side]:
    """What the sentence before says."""
    return backward(before, before.size) or distinct([side(before, 0, before.size, "whole")]) if before else []


def clause_before(view: View, hi: int, governor: int) -> list[Side]:
    """The clause before token ``hi`` that the clause of ``governor`` is joined to; any clause there, else."""
    tree = tree_of(view)
    above = [up for up in tree.above(governor)[1:] if up < hi]
    left = above[0] if above else next((v.end - 1 for v in reversed(view.verbs_in(0, hi))), None)
    return ending(view, hi, left, "told-") if left is not None else []


def linked(view: View, verb: int, before: View | None) -> list[Side]:
    """The clause that a word between it and the verb sums up (..., which led to): whole, or up to a comma in it."""
    start = _link(view, verb)
    if start is None:
        return []
    left = next((v.end - 1 for v in reversed(view.verbs_in(0, start))), None)
    if left is None:
        return told_before(before) if start <= 1 else []
    whole = ending(view, start, left, "linked-")
    short = [side(view, one.lo, at, "linked-short") for one in whole for at in _commas(view, left, one.hi)[:2]]
    return distinct([*whole, *short])


def _link(view: View, verb: int) -> int | None:
    """Where the words begin that sum up a clause right before a verb (and its particles); None where there are none."""
    tree = tree_of(view)
    edge = verb
    while edge > 0 and tree.kind(edge - 1) in ("PART", "AUX", "ADV"):
        edge -= 1
    for start in range(max(0, verb - LINK), verb):
        end = longest(view.words, start, view.discourse.linking)
        if end is not None and edge <= end <= verb:
            return start
    return None


def _commas(view: View, lo: int, hi: int) -> list[int]:
    return [at for at in range(lo + 1, hi) if view.words[at] in view.discourse.commas]


def behind_verb(view: View, verb: int, slot: int) -> list[Side]:
    """What stands between a verb and the word that brings in its slot: its subject where the verb comes first."""
    tree = tree_of(view)
    lo, hi = verb + 1, slot - 1
    if not view.discourse.verb_first or hi - lo < 1 or tree.kind(lo) not in NOMINAL:
        return []
    return distinct(
        [side(view, lo, hi, "behind"), *(side(view, lo, at, "behind-comma") for at in _commas(view, lo, hi))]
    )


def behind_slot(view: View, verb: int, slot: int) -> list[Side]:
    """The subject behind the slot where the verb comes first: there resulted from the raid | the death of three."""
    tree = tree_of(view)
    lead = [at for at in range(verb) if view.is_word(at) and tree.kind(at) not in LEADS]
    if not view.discourse.verb_first or slot - verb > 2 or (lead and tree.relation(lead[-1]) not in ("mark", "cc")):
        return []
    at = next((at for at in range(slot + 1, view.size) if _is_second(view, at)), None)
    return [] if at is None else beginning(view, at, at, "second-")


def _is_second(view: View, at: int) -> bool:
    """Whether a bare noun stands right behind a definite one, so that it cannot hang on it."""
    tree = tree_of(view)
    definite = view.words[at - 1].startswith(view.discourse.article)
    return definite and tree.kind(at) == "NOUN" and not view.words[at].startswith(view.discourse.article)


def near(view: View, verb: int) -> list[Side]:
    """The nouns right before a verb, and before the relative clause it goes on (the raid that hit X and killed Y)."""
    tree = tree_of(view)
    hi = verb if view.discourse.verb_first else 0
    while hi > 0 and tree.kind(hi - 1) in ("PART", "AUX", "CCONJ"):
        hi -= 1
    if hi == 0:
        return []
    found = [side(view, up, hi, "near-noun") for up in _nouns(view, hi)]
    for at in reversed(range(1, hi)):
        if view.words[at] in view.discourse.relative:
            named = at - 1 if view.words[at - 1] in view.discourse.commas else at
            found += [side(view, up, hi, "near-relative") for up in _nouns(view, named)]
            found += [side(view, up, named, "near-named") for up in _nouns(view, named)]
            break
    return distinct(found)


def _nouns(view: View, hi: int) -> list[int]:
    """Where the noun phrases that end at ``hi`` may begin."""
    tree = tree_of(view)
    return [up for up in tree.above(hi - 1)[:5] if up < hi and tree.kind(up) in ("NOUN", "PROPN", "NUM")]


def is_relative(tree: Tree, verb: int) -> bool:
    """Whether a verb heads a relative clause."""
    return tree.full(verb).endswith(":relcl")


def object_of(view: View, verb: int, second: bool = False) -> list[Side]:
    """The object of a verb with what completes it (forced X to leave); else, or as the ``second``, a bare case."""
    tree = tree_of(view)
    behind = [kid for kid in tree.kids[verb] if kid > verb]
    kids = [kid for kid in behind if tree.relation(kid) in ("obj", "iobj", "ccomp", "xcomp")]
    bare = [kid for kid in behind if _is_bare(view, kid)]
    if second or not kids:
        kids = bare[:1]
    if second and not kids:
        return []
    if not kids:
        top = content(view, verb + 1)
        led = (
            verb + 1 < view.size
            and tree.kind(verb + 1) == "ADP"
            and not (view.discourse.wide or view.discourse.verb_first)
        )
        return beginning(view, verb + 1, top, "order-") if top is not None and not led else []
    lo = min(tree.lefts[kid] for kid in kids)
    lo = lo if lo > verb else verb + 1
    whole = [side(view, lo, tree.rights[kid], f"to-{tree.relation(kid)}") for kid in reversed(kids)]
    return distinct([*whole, *beginning(view, lo, kids[0]), side(view, lo, tree.rights[verb], "to-end")])


def _is_bare(view: View, kid: int) -> bool:
    """Whether what hangs on a verb stands in a bare case other than the object's."""
    tree = tree_of(view)
    if tree.child(kid, "case") is not None:
        return False
    case = view.discourse.agent_case
    return tree.relation(kid) in ("obl", "iobj") or bool(case and tree.parse.feat(kid, "Case") == case)


def agent(view: View, verb: int) -> list[Side]:
    """Who or what does what a passive tells."""
    tree, discourse = tree_of(view), view.discourse
    for kid in tree.kids[verb]:
        if tree.relation(kid) not in ("obl", "nmod", "iobj", "obj", "xcomp") or kid < verb:
            continue
        marks = [at for at in tree.kids[kid] if tree.relation(at) == "case"]
        if any(view.words[at] in discourse.agent for at in marks):
            return beginning(view, marks[-1] + 1, kid)
        if not marks and discourse.agent_case and tree.parse.feat(kid, "Case") == discourse.agent_case:
            return beginning(view, tree.lefts[kid], kid)
    return []


def is_agent(view: View, start: int) -> bool:
    """Whether a slot behind a verb's particle begins with who does it: set off | by the ruling."""
    return not view.discourse.wide and start < view.size and view.words[start] in view.discourse.agent


def subjects(view: View, verb: int, before: View | None) -> list[Side]:
    """The subject of a verb; for a relative or loose one, what it is said of; else what was told before."""
    tree = tree_of(view)
    own = tree.subject(verb)
    if _is_loose(view, verb):
        return _opening(view, verb)
    if own is not None and not _is_of_relative(view, own):
        return _noun_phrase(view, own)
    return (
        said_of(view, verb, own is not None)
        or _in_order(view, verb)
        or clause_before(view, tree.lefts[verb], verb)
        or told_before(before)
    )


def _is_of_relative(view: View, noun: int) -> bool:
    """Whether a subject is a relative word, or some of those that one stands for (some of whom; not: whose plan)."""
    tree, relative = tree_of(view), view.discourse.relative
    if view.words[noun] in relative:
        return True
    kids = () if view.discourse.wide else tree.kids[noun]
    return any(view.words[kid] in relative and tree.relation(kid) == "nmod" and kid > noun for kid in kids)


def _is_loose(view: View, verb: int) -> bool:
    """Whether a gerund or participle without a subject of its own follows a comma (..., causing panic)."""
    tree = tree_of(view)
    lo = next((at for at in range(verb, 0, -1) if view.words[at - 1] in view.discourse.commas), 0)
    near = lo and all(tree.kind(at) in ("ADV", "PART") for at in range(lo, verb))
    loose = tree.parse.feat(verb, "VerbForm") in ("Ger", "Part", "Conv") and not tree.is_passive(verb)
    return bool(near) and loose and tree.child(verb, "nsubj", "aux", "mark", "cc") is None and tree.head(verb) >= 0


def _opening(view: View, verb: int) -> list[Side]:
    """The clause before a loose verb: that of what it hangs on, or the last one."""
    tree = tree_of(view)
    hi = tree.lefts[verb]
    last = next((v.end - 1 for v in reversed(view.verbs_in(0, hi))), None)
    near = ending(view, hi, last, "last-") if last is not None else []
    told = distinct([*(main(view, verb) if tree.head(verb) < verb else []), *near])
    return [found for found in told if view.verbs_in(found.lo, found.hi)] or told


def said_of(view: View, verb: int, relative: bool = True) -> list[Side]:
    """What a relative clause or a loose verb is said of; nothing for any other verb."""
    tree = tree_of(view)
    for up in tree.above(verb):
        if is_relative(tree, up) or (relative and tree.relation(up) == "acl"):
            return _antecedents(view, up)
        if tree.relation(up) in ("advcl", "acl", "dep", "obl", "parataxis") and tree.head(up) >= 0:
            return main(view, up)
        if tree.relation(up) not in ("conj", "xcomp", "ccomp"):
            break
    return []


def _in_order(view: View, verb: int) -> list[Side]:
    """What stands before a verb that the parse takes for something else."""
    tree = tree_of(view)
    before = [at for at in range(verb) if view.words[at] in view.discourse.commas or view.says_at(at)]
    found = [side(view, lo, verb, "order") for lo in (max(before, default=-1) + 1, 0)]
    nouns = any(tree.kind(at) in ("NOUN", "PROPN", "PRON", "ADJ") for at in range(verb))
    return distinct(found) if nouns and tree.kind(verb) in ("VERB", "ADJ", "NOUN") else []


def _noun_phrase(view: View, head: int) -> list[Side]:
    tree = tree_of(view)
    lo, hi = tree.lefts[head], tree.rights[head]
    return [s for s in beginning(view, lo, head, "subject-") if s.hi <= hi]


def _antecedents(view: View, verb: int) -> list[Side]:
    """What a relative clause is said of: the noun before it, or the whole clause before (..., which led to)."""
    tree = tree_of(view)
    hi, noun = tree.lefts[verb], tree.head(verb)
    lo = tree.lefts[noun]
    named = side(view, lo, hi, "antecedent")
    over = tree.head(noun) if tree.relation(noun) in ("appos", "parataxis", "conj", "dep") else noun
    told = ending(view, lo if over != noun else hi, over, "clause-") if over >= 0 else []
    return distinct([*told, named] if over != noun or tree.is_clause(noun) else [named, *told])


def main(view: View, verb: int) -> list[Side]:
    """The clause that a loose verb is said of: before it, or behind it where it opens the sentence."""
    tree = tree_of(view)
    over = tree.head(verb)
    if over < tree.lefts[verb] or tree.lefts[over] < tree.lefts[verb] - 1:
        found = ending(view, tree.lefts[verb], over, "main-")
        noun = tree.kind(over) in ("NOUN", "PROPN")
        own = side(view, tree.lefts[over], tree.lefts[verb], "noun")
        return distinct([own, *found]) if noun else found
    return beginning(view, tree.rights[verb], over, "main-")
