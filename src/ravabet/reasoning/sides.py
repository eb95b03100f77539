"""The two spans of a reason: which clauses and noun phrases a cue can join, likeliest first.

Each shape of cue has its own function; it gives pairs of sides, and the first pair is what the rules alone would say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ravabet.language import Verb
from ravabet.reasoning import phrases
from ravabet.reasoning.cues import Hit
from ravabet.reasoning.discourse import longest
from ravabet.reasoning.view import Atom, View, trim

Range = tuple[int, int]
SURE = -0.5
"""The log-probability from which a phrase is taken to end before the relative clause that follows."""


@dataclass(frozen=True, slots=True)
class Side:
    """Tokens ``lo`` to ``hi`` of a sentence; ``how`` names the rule that cut them there.

    ``reach``: the tokens whose events belong to this side though its span is shorter (the subject before the cue).
    ``chance``: the log-probability that a noun phrase ends where this one does.
    """

    view: View
    lo: int
    hi: int
    how: str
    reach: tuple[Range, ...] = ()
    chance: float = 0.0


@dataclass(frozen=True, slots=True)
class Pair:
    """One way to cut cause and effect round a cue; ``rank`` counts from 0, the likeliest by the rules."""

    hit: Hit
    cause: Side
    effect: Side
    rank: int = 0


def pairs(hit: Hit, before: View | None) -> list[Pair]:
    """All ways to cut the sides of ``hit``; ``before`` is the sentence before it in the same text, if any."""
    cut = [
        (place, cause, effect)
        for place in (hit, *hit.others)
        for cause, effect in SHAPES[hit.cue.shape](place, before)
        if not _merely_says(effect)
    ]
    return [Pair(place, cause, effect, rank) for rank, (place, cause, effect) in enumerate(cut)]


def _side(
    view: View, lo: int, hi: int, how: str, reach: tuple[Range, ...] = (), chance: float = 0.0
) -> Side | None:
    kept = trim(view, lo, hi) if lo < hi else None
    return Side(view, *kept, how, reach, chance) if kept else None


def _product(causes: Iterable[Side | None], effects: Iterable[Side | None]) -> list[tuple[Side, Side]]:
    """Every cause with every effect, the likelier first, each pair of spans once."""
    ranked = [
        (i + j, i, cause, effect)
        for i, cause in enumerate(side for side in causes if side)
        for j, effect in enumerate(side for side in effects if side)
    ]
    found: dict[tuple[int, int, int, int, int, int], tuple[Side, Side]] = {}
    for _, _, cause, effect in sorted(ranked, key=lambda entry: entry[:2]):
        place = (cause.view.number, cause.lo, cause.hi, effect.view.number, effect.lo, effect.hi)
        if cause.view is not effect.view or cause.hi <= effect.lo or effect.hi <= cause.lo:
            found.setdefault(place, (cause, effect))
    return list(found.values())


# --- clauses to the left and right


def backward(view: View, edge: int) -> list[Side]:
    """Clauses that end before token ``edge``: the last with what it completes, the last alone, two, all."""
    atoms = [atom for atom in view.atoms if atom.verb and atom.hi <= edge]
    if not atoms:
        return []
    last = len(atoms) - 1
    first = last
    while first > 0 and _completes(view, atoms[first - 1], atoms[first]):
        first -= 1
    message = _message(view, atoms)
    ranges = [(first, "whole"), (last, "last"), (max(first - 1, message), "two"), (message, "all")]
    return _distinct(_side(view, atoms[min(number, last)].lo, edge, how) for number, how in ranges)


def _distinct(sides: Iterable[Side | None]) -> list[Side]:
    found: dict[Range, Side] = {}
    for side in sides:
        if side:
            found.setdefault((side.lo, side.hi), side)
    return list(found.values())


def _completes(view: View, one: Atom, two: Atom) -> bool:
    """Whether ``two`` is the complement of ``one`` (he wants to go), and ``one`` is more than who says it."""
    if one.verb is None or two.verb is None or view.says(one.verb):
        return False
    opener = _opener(view, two)
    if opener in view.discourse.conjunctions:
        return view.words[one.verb.end - 1].endswith("ه") and one.verb.end - one.verb.start == 1
    return two.link == "complement" or two.verb.tense == "subjunctive"


def _opener(view: View, atom: Atom) -> str:
    """The first word of a clause."""
    return next((view.words[at] for at in range(atom.lo, atom.hi) if view.is_word(at)), "")


def _message(view: View, atoms: list[Atom]) -> int:
    """The first atom after the last one that only says who speaks."""
    for number in range(len(atoms) - 1, -1, -1):
        verb = atoms[number].verb
        if verb and view.says(verb):
            return number + 1 if number + 1 < len(atoms) else number
    return 0


def forward(view: View, edge: int) -> list[Side]:
    """Clauses that begin at token ``edge``: the first with its complements, the first alone, two, all."""
    atoms = [atom for atom in view.atoms if atom.hi > edge and (atom.verb is None or atom.verb.end > edge)]
    if not atoms:
        return []
    whole = _until(view, atoms, 0)
    two = _until(view, atoms, min(whole + 1, len(atoms) - 1))
    ranges = [(whole, "whole"), (two, "two"), (len(atoms) - 1, "all")]
    if whole and view.words[atoms[1].lo] not in view.discourse.conjunctions:
        ranges.insert(1, (0, "first"))
    return _distinct(_side(view, edge, atoms[number].hi, how) for number, how in ranges)


def _until(view: View, atoms: list[Atom], number: int) -> int:
    while number + 1 < len(atoms) and _goes_on(view, atoms[number], atoms[number + 1]):
        number += 1
    return number


def _goes_on(view: View, one: Atom, two: Atom) -> bool:
    """Whether a statement that has reached the verb of ``one`` is only whole with ``two``."""
    if not _completes(view, one, two):
        return False
    opener = _opener(view, two)
    if opener not in view.discourse.relative:
        return opener not in view.discourse.purpose
    return one.verb is not None and one.verb.lemma in view.discourse.attitude


# --- phrase: because of X


def _phrase(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    view, start = hit.view, hit.end - hit.cue.keep
    lo, verb = view.clause_at(hit.start)
    if hit.end >= view.size:
        return []
    if _bare(view, start):
        return _pointing(hit, before)
    later = verb or next((v for v in view.verbs_in(hit.end, view.size)), None)
    limit = later.start if later else view.size
    found: list[tuple[Side, Side]] = []
    for stop, chance, resume in _stops(view, hit.end, limit):
        cause = _side(view, start, stop, "phrase", chance=chance)
        if cause:
            found.extend((cause, effect) for effect in _rest(hit, lo, resume, verb))
    return found


def _stops(view: View, start: int, limit: int) -> list[tuple[int, float, int]]:
    """Where the cause may end, how likely, and where the clause goes on: behind a relative clause, if one follows."""
    relative = next((at for at in range(start + 1, limit) if view.words[at] in view.discourse.relative), None)
    if relative is None:
        return [(end, chance, end) for end, chance in phrases.ends(view, start, limit, limit, cause=True)]
    inner = next((v for v in view.verbs_in(relative, limit)), None)
    stops = phrases.ends(view, start, relative, limit, cause=True)
    if inner is None:
        return [(end, chance, end) for end, chance in stops]
    after = inner.end
    plain = [(end, chance, after if end == relative else end) for end, chance in stops]
    outer = phrases.ends(view, after, limit, limit, cause=True) if after < limit else []
    comma = after < view.size and view.words[after] in view.discourse.commas
    behind = [(after, 0.0, after), *((end, chance, end) for end, chance in outer[: 1 if comma else 2])]
    surely = [stop for stop in plain if stop[1] > SURE][:1]
    return [*surely, *behind, *(stop for stop in plain[:2] if stop not in surely)]


def _bare(view: View, at: int) -> bool:
    """Whether the phrase is only a pronoun that points back (in its wake)."""
    if view.words[at] not in view.discourse.bare:
        return False
    following = at + 1
    if following >= view.size or not view.is_word(following):
        return True
    return view.words[at] in view.discourse.alone


def _pointing(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    causes = backward(hit.view, hit.start)
    if not causes and before:
        causes = backward(before, before.size)
    return _product(causes, forward(hit.view, hit.end + 1))


def _rest(hit: Hit, lo: int, stop: int, verb: Verb | None) -> list[Side]:
    """What a clause says beside its cause: after it, or before it, or the noun the cause hangs on."""
    view = hit.view
    left = _side(view, lo, hit.start, "before")
    reach = ((left.lo, left.hi),) if left else ()
    after = _after(view, stop, verb, reach)
    if left is None:
        return after
    noun = _side(view, phrases.starts(view, lo, hit.start)[0], hit.start, "noun")
    marked = _object_before(view, lo, hit.start)
    if verb is None or (stop < view.size and view.words[stop] in view.discourse.object):
        return _distinct([noun, left, *after])
    if stop >= verb.start:
        return _distinct([marked or left, *after, left, noun])
    return _distinct([*after, marked, left, noun])


def _object_before(view: View, lo: int, hi: int) -> Side | None:
    """The object right before the cue, without the subject before it."""
    if view.words[hi - 1] not in view.discourse.object:
        return None
    first = trim(view, lo, hi)
    ends = phrases.ends(view, first[0], hi - 1, hi - 1) if first else []
    cut = next((end for end, _ in ends if end < hi - 1), None)
    return _side(view, cut, hi, "object") if cut else None


def _after(view: View, stop: int, verb: Verb | None, reach: tuple[Range, ...]) -> list[Side]:
    """From the end of the cause to the verb of its clause, or on to what completes it."""
    if verb is None:
        return [Side(s.view, s.lo, s.hi, f"after-{s.how}", reach) for s in forward(view, stop)]
    own = _side(view, stop, verb.end, "after", reach)
    atoms = [atom for atom in view.atoms if atom.hi >= verb.end]
    if not atoms or atoms[0].verb is not verb:
        return _distinct([own])
    more = _side(view, stop, atoms[_until(view, atoms, 0)].hi, "after-whole", reach)
    two = _side(view, stop, atoms[min(1, len(atoms) - 1)].hi, "after-two", reach)
    return _distinct([more, own, two])


# --- clause: because X


def _clause(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    view = hit.view
    causes = forward(view, hit.end)
    conditions = {name for name, _ in hit.cue.when}
    found: list[tuple[Side, Side]] = []
    if "fronts" in conditions or _begins(view, hit.start) or (hit.start <= 2 and "opens" in conditions):
        found = _fronted(view, causes)
    behind = sorted(causes, key=lambda side: side.how != "all")
    effects = backward(view, hit.start)
    if effects:
        return [*found, *_product(behind, effects)]
    if not found and before:
        return _product(behind, backward(before, before.size))
    return found


def _fronted(view: View, causes: list[Side]) -> list[tuple[Side, Side]]:
    """The clause of the cue first, then the main clause."""
    found = []
    for cause in causes:
        edge = next((verb.end for verb in view.verbs_in(cause.lo, view.size) if verb.end >= cause.hi), view.size)
        found.extend((cause, effect) for effect in forward(view, edge) if cause.how != "all")
    return found


def _begins(view: View, at: int) -> bool:
    """Whether a clause has begun before token ``at`` that has not reached its verb (the price, since ..., fell)."""
    edge = max((atom.hi for atom in view.atoms if atom.verb and atom.hi <= at), default=0)
    left = trim(view, edge, at)
    return left is not None and left[1] - left[0] > 1


# --- adverb: therefore Y


def _adverb(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    causes = backward(hit.view, hit.start)
    causes = [side for side in causes if not _only_says(side)]
    if not causes and before:
        causes = backward(before, before.size)
    return _product(causes, forward(hit.view, hit.end))


def _merely_says(side: Side) -> bool:
    """Whether a span is hardly more than that somebody spoke (he said)."""
    verbs = side.view.verbs_in(side.lo, side.hi)
    return bool(verbs) and side.hi - side.lo <= verbs[0].end - verbs[0].start + 1 and side.view.says(verbs[0])


def _only_says(side: Side) -> bool:
    verbs = side.view.verbs_in(side.lo, side.hi)
    return bool(verbs) and verbs[-1].end == side.hi and side.view.says(verbs[-1])


# --- frame: X brings about Y


def _frame(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    view = hit.view
    lo = _clause_start(hit)
    if hit.slot is None:
        edge = hit.end + (1 if hit.end < view.size and view.words[hit.end] in view.discourse.commas else 0)
        return _product(_subject(hit, lo, hit.start, before), forward(view, edge))
    if hit.slot[0] > lo:
        return _product(_subject(hit, lo, hit.start, before), _slots(view, *hit.slot))
    found = []
    for cut, chance in _object_starts(view, lo, hit.slot[1]):
        effect = _side(view, cut, hit.slot[1], "object", chance=chance)
        found.extend(_product(_subject(hit, lo, cut, before), [effect]))
    return found or _product(_subject(hit, lo, lo, before), [_side(view, *hit.slot, "object")])


def _slots(view: View, lo: int, hi: int) -> list[Side]:
    """The effect in its slot: all of it, or up to the last "and"."""
    last = max((at for at in range(lo + 2, hi) if view.words[at] in view.discourse.conjunctions), default=hi)
    return _distinct([_side(view, lo, hi, "slot"), _side(view, lo, last, "slot-and")])


def _object_starts(view: View, lo: int, hi: int) -> list[tuple[int, float]]:
    """Where the object begins that stands before ``hi``: at a word for a result, or where the subject may end."""
    first = trim(view, lo, hi)
    if first is None:
        return []
    marked = [(at, 0.0) for at in range(first[0] + 1, hi) if view.words[at] in view.discourse.results]
    ends = phrases.ends(view, first[0], hi, hi)
    return [*marked[:2], *((end, chance) for end, chance in ends if end < hi)]


def _clause_start(hit: Hit) -> int:
    """Where the clause of the cue begins; behind the words that hang it on another."""
    return hit.view.clause_at(hit.start)[0]


def _subject(hit: Hit, lo: int, hi: int, before: View | None) -> list[Side]:
    """The subject of a clause; where it is only a relative word, what that stands for."""
    view = hit.view
    hi = _without_object(hit, lo, hi)
    opener = view.words[lo] in view.discourse.relative
    relative = _relative_at(view, lo, hi)
    if relative is not None:
        return _antecedent(view, relative)
    subject = _side(view, lo, hi, "subject")
    if subject:
        return _distinct([subject, *_inner(view, lo, hi), _wider(view, lo, hi)])
    if opener:
        return backward(view, lo)
    shared = _shared_subject(view, lo)
    if shared:
        return shared
    return backward(before, before.size) if before and lo <= 1 else []


def _shared_subject(view: View, lo: int) -> list[Side]:
    """The subject of the clause before, for one that only goes on with "and"."""
    previous = [atom for atom in view.atoms if atom.verb and atom.hi <= lo + 1]
    first = trim(view, previous[-1].lo, previous[-1].hi) if previous else None
    if first is None or view.words[lo] not in view.discourse.conjunctions:
        return []
    ends = phrases.ends(view, first[0], previous[-1].hi, previous[-1].hi)
    return _distinct(_side(view, first[0], end, "shared", chance=chance) for end, chance in ends[:3])


def _without_object(hit: Hit, lo: int, hi: int) -> int:
    """Where the subject ends when the one who is driven to act stands between it and the cue."""
    view = hit.view
    if hit.start < hi or view.words[hit.start] not in view.discourse.object or (hit.slot and hit.slot[0] <= lo):
        return hi
    first = trim(view, lo, hi)
    if first is None:
        return hi
    if longest(view.words, first[0], view.discourse.pronouns) == hi:
        return first[0]
    return next((end for end, _ in phrases.ends(view, first[0], hi, hi) if end < hi), first[0])


def _relative_at(view: View, lo: int, hi: int) -> int | None:
    """The relative word after which nothing but the cue comes."""
    for at in range(hi - 1, lo, -1):
        if view.words[at] in view.discourse.relative:
            left = trim(view, at + 1, hi)
            return at if left is None else None
    return None


def _antecedent(view: View, relative: int) -> list[Side]:
    lo = view.atom_at(relative).lo
    starts = phrases.starts(view, lo, relative)
    return _distinct(_side(view, start, relative, "antecedent") for start in (*starts[:1], *starts[-2:]))


def _wider(view: View, lo: int, hi: int) -> Side | None:
    """A longer subject, up to the last colon, for clauses cut at a word that only looks like a verb."""
    colon = next((at for at in range(lo - 1, -1, -1) if view.words[at] == ":"), None)
    return _side(view, colon + 1, hi, "wider") if colon is not None and view.verbs_in(colon, lo) else None


def _inner(view: View, lo: int, hi: int) -> list[Side | None]:
    """Shorter subjects: after the first comma."""
    comma = next((at for at in range(lo, hi) if view.words[at] in view.discourse.commas), None)
    return [_side(view, comma + 1, hi, "inner")] if comma is not None else []


# --- reason: the reason for Y is X


def _reason(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:  # noqa: ARG001  one shape for all
    """«علت E، C بود», «علت E را C دانست» and «C علت E بود»: which, is told by what stands before the cue."""
    view = hit.view
    lo, verb = view.clause_at(hit.start)
    if verb is None or (hit.start and view.words[hit.start - 1] in view.discourse.prepositions):
        return []
    end = _said(view, verb)
    if hit.end >= end:
        return []
    left = _side(view, lo, hit.start, "subject")
    conditions = {name for name, _ in hit.cue.when}
    marked = left and view.words[hit.start - 1] in view.discourse.object
    if left and not marked and left.hi - left.lo > 1 and verb.lemma in view.discourse.copula:
        causes, effects = [left, *_inner(view, lo, hit.start)], _slots(view, hit.end, end)
        if "swapped" in conditions:
            causes, effects = effects, [side for side in causes if side]
        return [] if _object_in(view, hit.end, end) else _product(causes, effects)
    if marked and view.says(verb):
        starts = phrases.starts(view, lo, hit.start - 1)
        objects = [_side(view, start, hit.start - 1, "object") for start in (lo, *starts[:2])]
        return _product(objects, [_side(view, hit.end, end, "slot")])
    if "leads" not in conditions:
        return []
    cuts = _cuts(view, hit.end, end)
    return [
        (cause, effect)
        for cut in cuts
        if (cause := _side(view, cut, end, "complement")) and (effect := _side(view, hit.end, cut, "slot"))
    ]


def _said(view: View, verb: Verb) -> int:
    return verb.start - 1 if verb.start and view.words[verb.start - 1] in view.discourse.speech_nouns else verb.start


def _object_in(view: View, lo: int, hi: int) -> bool:
    return any(view.words[at] in view.discourse.object for at in range(lo, hi))


def _cuts(view: View, lo: int, hi: int) -> list[int]:
    """Where the effect ends and the cause begins: at the object's marker or a comma, else where the phrase may end."""
    marked = [at + 1 for at in range(lo, hi) if view.words[at] in view.discourse.object]
    commas = [at + 1 for at in range(lo, hi) if view.words[at] in view.discourse.commas]
    likely = [end for end, _ in phrases.ends(view, lo, hi, hi)]
    return [at for at in dict.fromkeys(marked[:1] + commas[:1] + likely) if lo < at < hi]


# --- shows: what was told before showed itself in Y


def _shows(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    view = hit.view
    if hit.slot is None:
        return []
    return _product(_subject(hit, _clause_start(hit), hit.start, before), [_side(view, *hit.slot, "slot")])


SHAPES: dict[str, Callable[[Hit, View | None], list[tuple[Side, Side]]]] = {
    "phrase": _phrase,
    "clause": _clause,
    "adverb": _adverb,
    "frame": _frame,
    "reason": _reason,
    "shows": _shows,
}
