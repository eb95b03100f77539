"""Whether a cue is meant as a reason where it stands: the conditions a cue names in its ``when`` column."""

from __future__ import annotations

from collections.abc import Callable

from ravabet.reasoning.cues.find import Hit
from ravabet.reasoning.linking.anaphors import is_anaphor
from ravabet.reasoning.sentences.discourse import key
from ravabet.reasoning.sentences.view import trim
from ravabet.reasoning.sides.reaches import complement, content, hanging
from ravabet.reasoning.sides.side import Pair

NEAR, FAR = 4, 10
"""So many tokens behind a verb are looked at for what it brings about."""
Args = tuple[str, ...]


def meant(hit: Hit) -> bool:
    """Whether every condition on the place of the cue holds."""
    return all(PLACES[name](hit, args) for name, args in hit.cue.when if name in PLACES)


def fits(pair: Pair) -> bool:
    """Whether every condition on the two sides holds."""
    return all(SIDES[name](pair) for name, _ in pair.hit.cue.when if name in SIDES)


def _never(hit: Hit, args: Args) -> bool:  # noqa: ARG001  one shape for all conditions
    return False


def _start(hit: Hit, args: Args) -> bool:
    """The cue opens its clause."""
    if hit.view.tree:
        return trim(hit.view, 0, hit.start) is None or _mark(hit, args)
    lo = hit.view.atom_at(hit.start).lo
    return trim(hit.view, lo, hit.start) is None or hit.view.verb_at(hit.start - 1) is not None


def _opens(hit: Hit, args: Args) -> bool:  # noqa: ARG001
    """A verb, a mark or a conjunction stands before the cue, so that a clause can begin there."""
    if hit.start == 0 or not hit.view.is_word(hit.start - 1) or hit.view.verb_at(hit.start - 1):
        return True
    return hit.view.words[hit.start - 1] in hit.view.discourse.openers


def _bare(hit: Hit, args: Args) -> bool:  # noqa: ARG001
    """An adverb: a comma follows it, or a verb stands before it, alone or with a mark or conjunction.

    In a parsed sentence: nothing hangs on it.
    """
    view, discourse = hit.view, hit.view.discourse
    if view.tree:
        below = hanging(view.tree, hit.start, hit.end)
        return all(view.tree.child(kid, "case") is None and view.tree.parse.feat(kid, "Case") != "Gen" for kid in below)
    if hit.end < view.size and view.words[hit.end] in discourse.commas:
        return True
    if hit.start < 2:
        return False
    before = view.words[hit.start - 1]
    loose = not view.is_word(hit.start - 1) or before in discourse.conjunctions
    return view.verb_at(hit.start - 1 - loose) is not None


def _nobare(hit: Hit, args: Args) -> bool:
    return not _bare(hit, args)


def _not(hit: Hit, args: Args) -> bool:
    """The words that follow do not begin with one of ``args``."""
    following = "".join(hit.view.words[hit.end : hit.end + 3])
    first = hit.view.words[hit.end] if hit.end < hit.view.size else ""
    return first not in args and not any(len(arg) > 4 and following.startswith(arg) for arg in map(key, args))


def _notafter(hit: Hit, args: Args) -> bool:
    """The word before the cue is none of ``args``."""
    return hit.start == 0 or hit.view.words[hit.start - 1] not in args


def _notin(hit: Hit, args: Args) -> bool:
    """None of ``args`` is all that stands in the slot; in a parsed sentence, none stands between verb and slot."""
    if hit.head >= 0:
        slot = max((start for _, start in hit.slots if start is not None), default=hit.head)
        return not any(hit.view.among(at, frozenset(args)) for at in _near(hit, max(FAR, slot - hit.head)))
    return hit.slot is None or not set(args) & set(hit.view.words[hit.slot[0] : hit.slot[1]])


def _near(hit: Hit, reach: int = NEAR) -> range:
    """The tokens behind the verb of a cue among which its object is looked for, in a parsed sentence."""
    return range(hit.head + 1, min(hit.head + 1 + reach, hit.view.size))


def _results(hit: Hit, args: Args) -> bool:  # noqa: ARG001
    """The slot holds a word for what an act brings about."""
    if hit.head >= 0:
        return any(hit.view.among(at, hit.view.discourse.results) for at in _near(hit))
    return hit.slot is not None and not hit.view.discourse.results.isdisjoint(hit.view.words[hit.slot[0] : hit.slot[1]])


def _noseek(hit: Hit, args: Args) -> bool:  # noqa: ARG001
    """Not "is in pursuit of": no bare copula closes the clause right after the phrase."""
    view = hit.view
    atom = view.atom_at(hit.start)
    verb = next((v for v in view.verbs_in(hit.end, atom.hi)), None)
    if verb is None or verb.lemma not in view.discourse.copula:
        return True
    return any(view.words[at] in view.discourse.commas for at in range(hit.end, verb.start)) and atom.lo == hit.start


def _mark(hit: Hit, args: Args) -> bool:  # noqa: ARG001
    """A mark or a conjunction stands right before the cue, or nothing does."""
    before = hit.start - 1
    return before < 0 or not hit.view.is_word(before) or hit.view.words[before] in hit.view.discourse.conjunctions


def _adjunct(hit: Hit, args: Args) -> bool:  # noqa: ARG001
    """The cue's verb hangs loosely on another clause, as a gerund or participle."""
    return hit.view.tree is not None and hit.head >= 0 and hit.view.tree.is_adjunct(hit.head)


def _clausal(hit: Hit, args: Args) -> bool:  # noqa: ARG001
    """What hangs on the cue is a clause."""
    top = complement(hit.view, hit.start, hit.end) if hit.view.tree else None
    return top is not None and hit.view.tree is not None and hit.view.tree.is_clause(top)


def _head(hit: Hit, args: Args) -> bool:
    """What the cue hangs on, or the verb of its clause, is a form of one of ``args``."""
    view, wanted = hit.view, frozenset(args)
    top = complement(view, hit.start, hit.end) if view.tree else None
    if view.tree is None or top is None:
        return False
    over = [at for at in view.tree.above(top)[1:] if not hit.start <= at < hit.end]
    return any(view.among(at, wanted) for up in over[:1] for at in (up, view.tree.clause_of(up)))


def _nothead(hit: Hit, args: Args) -> bool:
    """Neither what the cue hangs on, nor the verb of its clause, is a form of one of ``args``."""
    return not _head(hit, args)


def _affirmed(hit: Hit, args: Args) -> bool:  # noqa: ARG001
    """What the cue hangs on is not denied: not "he is not blaming Rabat for ..."."""
    view, tree = hit.view, hit.view.tree
    top = complement(view, hit.start, hit.end) if tree else None
    if tree is None or top is None:
        return True
    over = next((at for at in tree.above(top)[1:] if not hit.start <= at < hit.end), None)
    return over is None or not any(view.words[kid] in view.discourse.negations for kid in tree.kids[over] if kid < over)


def _unlike(hit: Hit, args: Args) -> bool:
    """What hangs on the cue is no form of one of ``args``."""
    top = complement(hit.view, hit.start, hit.end) if hit.view.tree else None
    return top is None or not hit.view.among(top, frozenset(args))


def _deed(hit: Hit, args: Args) -> bool:  # noqa: ARG001
    """What hangs on the cue, or fills its first slot, is no bare name: an envoy led to Tunis, aid for Kyiv."""
    tree = hit.view.tree
    start = next((start for _, start in hit.slots if start is not None), None)
    if tree is None:
        return True
    top = complement(hit.view, hit.start, hit.end) if start is None else content(hit.view, start)
    return top is None or tree.kind(top) != "PROPN"


def _loose(hit: Hit, args: Args) -> bool:  # noqa: ARG001
    """The cue's verb is no participle right behind the noun that it tells of (the man | accused of arson)."""
    tree = hit.view.tree
    if tree is None or hit.head < 1 or not tree.is_passive(hit.head):
        return True
    return tree.kind(hit.head - 1) not in ("NOUN", "PROPN")


def _finite(hit: Hit, args: Args) -> bool:  # noqa: ARG001
    """The cue's verb heads its clause: no participle on a noun, no gerund."""
    tree = hit.view.tree
    return tree is None or hit.head < 0 or not (tree.is_adjunct(hit.head) or tree.relation(hit.head) == "amod")


def _intransitive(hit: Hit, args: Args) -> bool:  # noqa: ARG001
    """The cue's verb has no object before the words that bring in its slot: the raid led to, not: led a mission to."""
    tree = hit.view.tree
    start = next((start for _, start in hit.slots if start is not None), None)
    if tree is None or hit.head < 0 or start is None:
        return True
    return not any(hit.head < kid < start and tree.relation(kid) == "obj" for kid in tree.kids[hit.head])


def _active(hit: Hit, args: Args) -> bool:  # noqa: ARG001
    """The cue's verb is no passive (the suspects were led to)."""
    view, tree = hit.view, hit.view.tree
    if tree is None or hit.head < 0:
        return True
    by = hit.head + 1 < view.size and view.words[hit.head + 1] in view.discourse.agent
    return not by and not any(tree.full(kid) == "aux:pass" for kid in tree.kids[hit.head])


def _bids(hit: Hit, args: Args) -> bool:  # noqa: ARG001
    """An infinitive follows the cue's verb not far off: the defeat led the government to resign; not: led the army."""
    view, tree = hit.view, hit.view.tree
    if tree is None or hit.head < 0:
        return True
    near = (at for at in _near(hit, FAR) if at + 1 < view.size and view.words[at] in view.discourse.infinitive)
    return any(tree.kind(at + 1) in ("VERB", "AUX") for at in near)


def _nominal(hit: Hit, args: Args) -> bool:  # noqa: ARG001
    """What hangs on the cue is no infinitive and no finite verb."""
    tree = hit.view.tree
    top = complement(hit.view, hit.start, hit.end) if tree else None
    if tree is None or top is None:
        return True
    return tree.kind(top) not in ("VERB", "AUX") or tree.parse.feat(top, "VerbForm") not in ("Inf", "Fin")


def _answer(pair: Pair) -> bool:
    """The effect holds a word for an answer or for a change of state."""
    side = pair.effect
    reach = [(side.lo, side.hi), *side.reach]
    wanted = side.view.discourse.answers | side.view.discourse.changes
    return any(side.view.among(at, wanted) for lo, hi in reach for at in range(lo, hi))


def _abstract(pair: Pair) -> bool:
    """What shows itself is something told before, not a thing in sight."""
    side = pair.cause
    return side.view is not pair.hit.view or is_anaphor(side)


PLACES: dict[str, Callable[[Hit, Args], bool]] = {
    "never": _never,
    "start": _start,
    "opens": _opens,
    "bare": _bare,
    "nobare": _nobare,
    "not": _not,
    "notafter": _notafter,
    "notin": _notin,
    "results": _results,
    "noseek": _noseek,
    "mark": _mark,
    "adjunct": _adjunct,
    "acl": _clausal,
    "nominal": _nominal,
    "head": _head,
    "nothead": _nothead,
    "affirmed": _affirmed,
    "unlike": _unlike,
    "deed": _deed,
    "loose": _loose,
    "finite": _finite,
    "intransitive": _intransitive,
    "active": _active,
    "bids": _bids,
}
SIDES: dict[str, Callable[[Pair], bool]] = {"answer": _answer, "abstract": _abstract}
MARKS = frozenset({"doubt", "fronts", "leads", "left", "swapped", "time"})
"""Conditions that are read elsewhere: ``doubt``, that the cue needs a surer judge; ``fronts``, that it may open the
sentence with its clause; ``leads``, that what it is the reason for may follow it; ``left``, that this stands before
the cue; ``swapped``, that the cue names the effect, not the cause; ``time``, that the cue says only "after"."""
