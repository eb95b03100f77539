"""Every way to cut the sides of a reason in a parsed sentence: one function for each shape of cue.

The parse is a guess, so that each function also gives sides shorter and longer than it says; the judge chooses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice

from ravabet.reasoning.cues.find import Hit
from ravabet.reasoning.sentences.trees import SUBJECTS, Tree
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.barred import is_barred, is_doer, is_empty
from ravabet.reasoning.sides.reaches import beginning, complement, content, ending, past_markers, tree_of
from ravabet.reasoning.sides.roles import (
    agent,
    behind_slot,
    behind_verb,
    clause_before,
    is_agent,
    is_relative,
    linked,
    main,
    near,
    object_of,
    said_of,
    subjects,
    told_before,
)
from ravabet.reasoning.sides.side import Pair, Range, Side, distinct, product, side
from ravabet.reasoning.sides.statements import merely_says

MOST = 200
"""No more ways than this are weighed for one cue."""
NOMINAL = frozenset({"NOUN", "PROPN"})
CLAUSES = frozenset({"acl", "amod", "advcl", "conj"})
"""How a verb hangs that tells something by the way, or something more."""
Sides = tuple[Side, Side]


def ways(hit: Hit, before: View | None) -> list[Pair]:
    """All ways to cut the sides of ``hit``, likeliest first by the rules; ``before`` is the sentence before it."""
    if is_barred(hit):
        return []
    kept = (
        (place, cause, effect)
        for place in (hit, *hit.others)
        for cause, effect in SHAPES[hit.cue.shape](place, before)
        if not (merely_says(effect) or is_empty(cause) or is_empty(effect))
    )
    found = [Pair(place, cause, effect, rank) for rank, (place, cause, effect) in enumerate(islice(kept, MOST))]
    return [] if found and hit.cue.shape == "frame" and is_doer(found[0].cause) else found


# --- phrase and clause: because (of) X


def _marked(hit: Hit, before: View | None) -> Iterable[Sides]:
    """The cause hangs on the cue; the effect is what both hang on."""
    view, tree = hit.view, tree_of(hit.view)
    top = complement(view, hit.start, hit.end)
    if top is None or hit.end >= view.size:
        return
    governor = _governor(tree, hit, top)
    if view.words[top] in view.discourse.relative and governor > top:
        said = said_of(view, governor) or ending(view, hit.start, max(hit.start - 2, 0), "clause-")
        yield from product(said, beginning(view, top + 1, governor, "relative-"))
        return
    causes = beginning(view, hit.end - hit.cue.keep, top)
    if hit.cue.keep:
        causes = distinct([*causes, *beginning(view, hit.end, top, "inner-")])
    comma = _hemmed(hit, governor)
    if comma is not None:
        whole = side(view, hit.end - hit.cue.keep, comma, "top")
        causes = distinct([whole, *(cause for cause in causes if cause.view is not view or cause.hi <= comma)])
    if _points(causes):
        told = clause_before(view, hit.start, hit.start) if hit.start > 1 else told_before(before)
        causes = [*causes, *(replace(s, how="pointed") for s in told)]
    found = [
        (cause, effect)
        for cause, effect in _ranked(causes, lambda cause: _effects(hit, governor, top, cause, before))
        if cause.view is not effect.view or cause.hi <= effect.lo or effect.hi <= cause.lo
    ]
    yield from [sides for sides in found if _goes_on(*sides)] or found


def _goes_on(cause: Side, effect: Side) -> bool:
    """Whether an effect right behind its cause begins as a clause does where verbs come first: with one, or a mark."""
    view = cause.view
    if effect.view is not view or effect.lo < cause.hi or not view.discourse.verb_first:
        return True
    first = min(past_markers(view, effect.lo), view.size - 1)
    apart = any(not view.is_word(at) for at in range(cause.hi, effect.lo))
    return apart or any(view.verb_at(at) is not None for at in {effect.lo, first})


def _ranked(causes: list[Side], effects: Callable[[Side], list[Side]]) -> list[Sides]:
    ranked = [(i + j, i, c, e) for i, c in enumerate(causes) for j, e in enumerate(effects(c))]
    return [(cause, effect) for _, _, cause, effect in sorted(ranked, key=lambda entry: entry[:2])]


def _governor(tree: Tree, hit: Hit, top: int) -> int:
    """What a cue and its complement hang on; -1 where they are the root."""
    inside = range(hit.start, hit.end)
    up = top
    while tree.head(up) in inside:
        up = tree.head(up)
    if up == top and hit.head in inside and tree.head(hit.head) not in inside:
        up = hit.head
    over, view = tree.head(up), hit.view
    said = (
        over >= 0 and tree.relation(over) == "parataxis" and tree.head(over) < over < hit.start and view.says_at(over)
    )
    if said and view.words[hit.start - 1] in view.discourse.commas:
        return tree.head(over)  # "Oslo closed the port, it said, citing a storm": it closed for that reason
    return over


def _effects(hit: Hit, governor: int, top: int, cause: Side, before: View | None) -> list[Side]:
    """What stands beside the cause: before the cue, or behind the cause, or in the sentence before."""
    view, tree = hit.view, tree_of(hit.view)
    if governor < 0:
        subject = tree.subject(top)
        own = side(view, tree.lefts[subject], tree.rights[subject], "predicated") if subject is not None else None
        whole = side(view, 0, hit.start, "start")
        behind = beginning(view, cause.hi, content(view, cause.hi) or top, "fronted-") if hit.start <= 1 else []
        return distinct([own, whole, *behind]) or told_before(before)
    if governor < hit.start:
        comma = _hemmed(hit, governor)
        behind = _of_verb(view, comma) if comma is not None else _fronted(hit, cause)
        return behind or ending(view, hit.start, governor)
    if governor < cause.hi:
        return _behind(view, cause) or ending(view, hit.start, max(hit.start - 1, 0))
    subject = tree.subject(tree.clause_of(governor))
    reach: tuple[Range, ...] = ()
    left: list[Side | None] = []
    if subject is not None and tree.rights[subject] <= hit.start:
        reach = ((tree.lefts[subject], tree.rights[subject]),)
        left = [side(view, tree.lefts[subject], hit.start, "before")]
    behind = beginning(view, cause.hi, governor, "fronted-")
    return distinct([*(Side(s.view, s.lo, s.hi, s.how, reach) for s in behind), *left])


def _fronted(hit: Hit, cause: Side) -> list[Side]:
    """What stands behind the cause where the cue opens what somebody says: said that because of X, | Y."""
    view, tree = hit.view, tree_of(hit.view)
    lo = hit.start - 1
    while lo > 0 and (
        not view.is_word(lo) or (view.sentence.tokens[lo].glued and view.words[lo] in view.discourse.pronouns)
    ):
        lo -= 1
    opens = lo >= 0 and tree.relation(lo) == "mark" and view.words[lo] in view.discourse.openers
    comma = cause.view is view and cause.hi < view.size and view.words[cause.hi] in view.discourse.commas
    return _behind(view, cause) if opens and comma and hit.head < 0 else []


def _hemmed(hit: Hit, governor: int) -> int | None:
    """The comma behind a participle that tells why its noun does what follows (the junta, angered by X, | shut it)."""
    view, tree, commas = hit.view, tree_of(hit.view), hit.view.discourse.commas
    if hit.head < 0 or not 0 <= governor < hit.start or tree.kind(governor) not in NOMINAL:
        return None
    if view.words[hit.start - 1] not in commas:
        return None
    for verb in view.verbs_in(hit.end, view.size):
        before = verb.start - 1
        while tree.kind(before) == "ADV":
            before -= 1
        if before > hit.end and view.words[before] in commas:
            return before
    return None


def _of_verb(view: View, comma: int) -> list[Side]:
    """What begins behind a comma, for the noun before that."""
    top = content(view, comma + 1)
    return [] if top is None else beginning(view, comma + 1, top, "fronted-")


def _behind(view: View, cause: Side) -> list[Side]:
    top = content(view, cause.hi) if cause.hi < view.size else None
    return [] if top is None else beginning(view, cause.hi, top, "loose-")


# --- adverb: therefore Y


def _adverb(hit: Hit, before: View | None) -> Iterable[Sides]:
    """The effect is the clause of the cue; the cause the clause before, else the sentence before."""
    view, tree = hit.view, tree_of(hit.view)
    bare = any(name == "bare" for name, _ in hit.cue.when)
    top = None if bare else complement(view, hit.start, hit.end)
    governor = _governor(tree, hit, hit.end - 1) if top is None else top
    if governor < hit.start:
        ahead = content(view, hit.end)
        behind = beginning(view, hit.end, ahead) if ahead is not None else []
        lo = past_markers(view, 0)
        told = clause_before(view, hit.start, hit.start) if lo < hit.start - 2 else []
        beside = ending(view, hit.start, governor) if governor >= 0 and not behind else []
        return product([*told_before(before), *told], [*behind, *beside])
    effects = beginning(view, hit.end, governor) if hit.end < view.size else []
    around = tree.subject(governor)
    if around is not None and tree.lefts[around] < hit.start:
        effects = distinct([*(side(view, tree.lefts[around], e.hi, f"around-{e.how}") for e in effects), *effects])
        return product([*clause_before(view, tree.lefts[around], governor), *told_before(before)], effects)
    return product(clause_before(view, hit.start, governor) or told_before(before), effects)


# --- frame: X leads to Y


def _frame(hit: Hit, before: View | None) -> Iterable[Sides]:
    """Each slot is what its word brings in or the object; the other side is the subject. A passive turns both round."""
    view, tree = hit.view, tree_of(hit.view)
    clitic = _resumed(hit)
    if clitic is not None:
        return _turned_to(hit, clitic, before)
    passive = tree.is_passive(hit.head) and not view.discourse.verb_first  # Arabic does not write what tells them apart
    sides: dict[str, list[Side]] = {}
    for number, (name, start) in enumerate(hit.slots):
        if passive and start is not None and is_agent(view, start):
            sides[name] = subjects(view, hit.head, before)
        elif start is not None:
            sides[name] = _slot(hit, start, before)
        elif passive and number == 0:
            sides[name] = subjects(view, hit.head, before)
        else:
            sides[name] = _this(hit, number) or object_of(view, hit.head, second=number > 0)
    missing = next((name for name in ("cause", "effect") if name not in sides), None)
    if missing:
        first = hit.slots[0][1]
        turned = passive and (first is None or is_agent(view, first))
        sides[missing] = agent(view, hit.head) if turned else _doers(hit, before)
    elif tree.is_adjunct(hit.head):
        sides["effect"] = distinct([*sides["effect"], *main(view, hit.head)])
    if _points(sides["effect"]):
        sides["effect"] = [*_pointed(view, hit.head, before), *sides["effect"]]
    if hit.cue.keep:
        with_verb = [side(s.view, hit.start, s.hi, f"verb-{s.how}") for s in sides["effect"] if s.view is view]
        sides["effect"] = distinct([*with_verb, *sides["effect"]])
    return product(sides["cause"], sides["effect"])


def _resumed(hit: Hit) -> int | None:
    """The pronoun written onto the word that brings in a verb's only slot: the raid from | it | came a crisis."""
    start = hit.slots[0][1] if len(hit.slots) == 1 else None
    if start is None or start >= hit.view.size or not hit.view.discourse.verb_first:
        return None
    return (
        start
        if hit.view.sentence.tokens[start].glued and hit.view.words[start] in hit.view.discourse.pronouns
        else None
    )


def _turned_to(hit: Hit, clitic: int, before: View | None) -> Iterable[Sides]:
    """The slot is what the pronoun stands for, told before the verb; the other side what follows the pronoun."""
    view = hit.view
    top = content(view, clitic + 1)
    if top is None:
        return []
    rest = beginning(view, clitic + 1, top, "behind-")
    told = linked(view, hit.head, before) or distinct([*said_of(view, hit.head), *near(view, hit.head)])
    named = told or clause_before(view, hit.head, hit.head)
    return product(named, rest) if hit.slots[0][0] == "cause" else product(rest, named)


def _doers(hit: Hit, before: View | None) -> list[Side]:
    """What the verb of a cue is said of: the clause that a word like "which" sums up, else its subject."""
    view = hit.view
    told = linked(view, hit.head, before)
    start = next((start for _, start in hit.slots if start is not None), None)
    behind = behind_verb(view, hit.head, start) if start is not None and not told else []
    rest = behind_slot(view, hit.head, start) if start is not None and not told else []
    return told or distinct([*rest, *subjects(view, hit.head, before), *behind, *near(view, hit.head)])


def _this(hit: Hit, number: int) -> list[Side]:
    """A bare "this" between a verb and the word that brings in its next slot (they put this down to ...)."""
    view = hit.view
    start = next((start for _, start in hit.slots[number + 1 :] if start is not None), None)
    if start is None or start - 2 <= hit.head:
        return []
    points = view.words[start - 2] in view.discourse.bare | view.discourse.alone
    return distinct([side(view, start - 2, start - 1, "this")]) if points else []


def _points(sides: list[Side]) -> bool:
    """Whether a side is likely no more than "this"."""
    return (
        bool(sides)
        and sides[0].hi - sides[0].lo == 1
        and sides[0].view.words[sides[0].lo] in (sides[0].view.discourse.bare | sides[0].view.discourse.alone)
    )


def _pointed(view: View, verb: int, before: View | None) -> list[Side]:
    """What "this" beside a verb points back to: the clause before in the same sentence, else the sentence before."""
    tree = tree_of(view)
    told = main(view, verb) if tree.is_adjunct(verb) and tree.head(verb) >= 0 else told_before(before)
    return [replace(s, how="pointed") for s in told]


def _slot(hit: Hit, start: int, before: View | None = None) -> list[Side]:
    """What begins at token ``start``, if it hangs on the verb; for a relative pronoun what it is said of."""
    view, tree = hit.view, tree_of(hit.view)
    top = content(view, start)
    if top is None or _is_brought_in(view, hit, start):
        return []
    if hit.head not in tree.above(top)[:5]:
        parted = any(hit.head < verb.start < start for verb in view.sentence.verbs)
        return [] if parted or top < start else beginning(view, start, top, "near-")
    if tree.kind(top) == "PRON" and (view.words[top] in view.discourse.relative or is_relative(tree, hit.head)):
        return said_of(view, hit.head) or told_before(before)
    return beginning(view, start, top, "apart-" if _of_another(view, hit.head, top) else "")


def _is_brought_in(view: View, hit: Hit, start: int) -> bool:
    """Whether a preposition begins what should be the object behind a verb's particle (sparked off | after it)."""
    tree, particle = tree_of(view), hit.end == start and len(hit.slots) == 1
    return particle and not view.discourse.wide and tree.kind(start) == "ADP" and tree.relation(start) == "case"


def _of_another(view: View, head: int, top: int) -> bool:
    """Whether a phrase hangs on a verb that stands before it and behind the verb of the cue (raids flown | by it)."""
    tree = tree_of(view)
    over = [at for at in tree.above(top)[1:5] if head < at < top]
    return not view.discourse.wide and any(tree.kind(at) == "VERB" and tree.relation(at) in CLAUSES for at in over)


# --- reason: X is the reason for Y


def _reason(hit: Hit, before: View | None) -> Iterable[Sides]:
    """The slot is what hangs on the noun; the other side what the noun is said of, or what is said of it."""
    view = hit.view
    name, start = hit.slots[0] if hit.slots else ("effect", None)
    inner = _slot(hit, start) if start is not None else _below(view, hit.head)
    if not inner:
        return []
    if _points(inner):
        inner = [*inner, *(replace(s, how="pointed") for s in told_before(before))]
    other = _predicated(view, hit.head, before)
    return product(other, inner) if name == "effect" else product(inner, other)


def _below(view: View, noun: int) -> list[Side]:
    """What hangs on a noun behind it: a genitive, a clause."""
    tree = tree_of(view)
    wanted = ("nmod", "acl", "obl", "ccomp", "advcl", "obj", "iobj")
    kid = next((kid for kid in tree.kids[noun] if kid > noun and tree.relation(kid) in wanted), None)
    return [] if kid is None else beginning(view, max(tree.lefts[kid], noun + 1), kid)


def _predicated(view: View, noun: int, before: View | None) -> list[Side]:
    """What a noun is said of (X is the reason), or what is said of it (the reason is X)."""
    tree = tree_of(view)
    over, relation = tree.head(noun), tree.relation(noun)
    if relation in ("nsubj", "csubj") and over >= 0:
        return _complement(view, noun, over)
    if tree.child(noun, "nsubj", "csubj", "cop") is not None or relation == "root":
        return subjects(view, noun, before)
    if relation in ("obl", "xcomp", "obj", "iobj", "ccomp") and over >= 0 and tree.kind(over) in ("VERB", "AUX"):
        return _turned(view, noun, over) or subjects(view, over, before)
    if relation in ("appos", "acl", "advcl", "parataxis") and over >= 0:
        return main(view, noun)
    return []


def _turned(view: View, noun: int, over: int) -> list[Side]:
    """The subject behind its verb where the noun stands before it, though the parse takes it for an object."""
    tree = tree_of(view)
    if noun > over or tree.child(over, *SUBJECTS) is not None:
        return []
    kid = next((kid for kid in tree.kids[over] if kid > over and tree.relation(kid) in ("obj", "iobj")), None)
    return [] if kid is None else beginning(view, max(tree.lefts[kid], over + 1), kid, "turned-")


def _complement(view: View, noun: int, over: int) -> list[Side]:
    """What a noun is said to be (the reason is X), or to lie in (the reason lies in X)."""
    tree = tree_of(view)
    copula = tree.child(over, "cop")
    if copula is None and tree.kind(over) in ("VERB", "AUX"):
        lo = past_markers(view, over + 1) if over + 1 < view.size else view.size
    else:
        lo = past_markers(view, max(-1 if copula is None else copula, tree.rights[noun] - 1) + 1)
    top = content(view, lo)
    return beginning(view, lo, over if top is None or over >= lo else top, "complement-") if lo < view.size else []


SHAPES: dict[str, Callable[[Hit, View | None], Iterable[Sides]]] = {
    "phrase": _marked,
    "clause": _marked,
    "adverb": _adverb,
    "frame": _frame,
    "shows": _frame,
    "reason": _reason,
}
