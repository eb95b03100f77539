"""The two spans of a reason: which clauses and noun phrases a cue can join, likeliest first.

Each shape of cue has its own function; it gives pairs of sides, and the first pair is what the rules alone would say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ravabet.reasoning import phrases
from ravabet.reasoning.cues import Hit
from ravabet.reasoning.view import Atom, View, trim

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Side:
    """Tokens ``lo`` to ``hi`` of a sentence; ``how`` names the rule that cut them there.

    ``reach``: the tokens whose events belong to this side though its span is shorter (the subject before the cue).
    """

    view: View
    lo: int
    hi: int
    how: str
    reach: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """One way to cut cause and effect round a cue; ``rank`` counts from 0, the likeliest by the rules."""

    hit: Hit
    cause: Side
    effect: Side
    rank: int = 0


def pairs(hit: Hit, before: View | None) -> list[Pair]:
    """All ways to cut the sides of ``hit``; ``before`` is the sentence before it in the same text, if any."""
    cut = SHAPES[hit.cue.shape](hit, before)
    return [Pair(hit, cause, effect, rank) for rank, (cause, effect) in enumerate(cut)]


def _side(view: View, lo: int, hi: int, how: str, reach: tuple[Range, ...] = ()) -> Side | None:
    kept = trim(view, lo, hi) if lo < hi else None
    return Side(view, *kept, how, reach) if kept else None


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
    atoms = [atom for atom in view.atoms if atom.lo < edge]
    if not atoms:
        return []
    first = _whole(view, atoms, len(atoms) - 1)
    ranges = [(first, "whole"), (len(atoms) - 1, "last"), (max(first - 1, 0), "two"), (_message(view, atoms), "all")]
    sides = [_side(view, atoms[number].lo, edge, how) for number, how in ranges]
    return [side for side in _distinct(sides) if view.verbs_in(side.lo, side.hi)]


def _distinct(sides: Iterable[Side | None]) -> list[Side]:
    found: dict[Range, Side] = {}
    for side in sides:
        if side:
            found.setdefault((side.lo, side.hi), side)
    return list(found.values())


def _whole(view: View, atoms: list[Atom], number: int) -> int:
    """The first atom of those that make one statement with atom ``number``."""
    while number > 0 and _completes(view, atoms[number - 1], atoms[number]):
        number -= 1
    return number


def _completes(view: View, one: Atom, two: Atom) -> bool:
    """Whether ``two`` is the complement of ``one`` (he wants to go), and ``one`` is more than who says it."""
    if one.verb is None or view.says(one.verb):
        return one.verb is None
    opener = view.words[two.lo]
    if opener in view.discourse.conjunctions:
        participle = view.sentence.tokens[one.verb.end - 1].fold.endswith("ه") and one.verb.tense == "perfect"
        return participle
    if two.link == "complement":
        return True
    return two.verb is not None and two.verb.tense == "subjunctive"


def _message(view: View, atoms: list[Atom]) -> int:
    """The first atom after the last one that only says who speaks."""
    for number in range(len(atoms) - 2, -1, -1):
        verb = atoms[number].verb
        if verb and view.says(verb):
            return number + 1
    return 0


def forward(view: View, edge: int) -> list[Side]:
    """Clauses that begin at token ``edge``: the first with its complements, all, the first alone, two."""
    atoms = [atom for atom in view.atoms if atom.hi > edge]
    if not atoms:
        return []
    whole = _until(view, atoms, 0)
    two = _until(view, atoms, min(whole + 1, len(atoms) - 1))
    ranges = [(whole, "whole"), (len(atoms) - 1, "all"), (0, "first"), (two, "two")]
    return _distinct(_side(view, edge, atoms[number].hi, how) for number, how in ranges)


def _until(view: View, atoms: list[Atom], number: int) -> int:
    while number + 1 < len(atoms) and _completes(view, atoms[number], atoms[number + 1]):
        number += 1
    return number


# --- phrase: because of X


def _phrase(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    view, start = hit.view, hit.end - hit.cue.keep
    atom = view.atom_at(hit.start)
    verb = next((v for v in view.verbs_in(hit.end, view.size) if v.start >= hit.end), None)
    if _bare(view, hit.end):
        return _pointing(hit, before)
    limit = verb.start if verb and verb.start < atom.hi else atom.hi
    relative = next((at for at in range(start, limit) if view.words[at] in view.discourse.relative), None)
    stops = phrases.ends(view, start, limit)
    if relative is not None and verb is not None:
        stops = [*phrases.ends(view, verb.end, max(atom.hi, verb.end + 1)), verb.end, *stops]
    found: list[tuple[Side, Side]] = []
    for stop in stops[:6]:
        cause = _side(view, start, stop, "phrase")
        if cause:
            found.extend(_product([cause], _rest(hit, atom, stop)))
    return found


def _bare(view: View, at: int) -> bool:
    """Whether the phrase is only a pronoun that points back (in its wake)."""
    return (
        at < view.size
        and view.words[at] in view.discourse.bare
        and (
            at + 1 >= view.size
            or not view.is_word(at + 1)
            or view.words[at + 1].isdigit()
            or (view.words[at + 1] not in view.discourse.one | view.discourse.many and view.words[at] == "ان")
        )
    )


def _pointing(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    causes = backward(hit.view, hit.start)
    if not causes and before:
        causes = backward(before, before.size)
    return _product(causes, forward(hit.view, hit.end + 1))


def _rest(hit: Hit, atom: Atom, stop: int) -> list[Side]:
    """What a clause says beside its cause: after it, or before it, or the noun the cause hangs on."""
    view = hit.view
    left = _side(view, atom.lo, hit.start, "before")
    after = forward(view, stop) if stop < view.size else []
    reach = ((left.lo, left.hi),) if left else ()
    after = [Side(side.view, side.lo, side.hi, f"after-{side.how}", reach) for side in after]
    noun = _side(view, phrases.starts(view, atom.lo, hit.start)[0], hit.start, "noun") if left else None
    if not left:
        return after
    if (view.words[stop : stop + 1] and view.words[stop] in view.discourse.object) or not view.verbs_in(stop, atom.hi):
        return _distinct([noun, left, *after])
    first = [left, *after] if not after or _thin(after[0]) else [*after, left]
    return _distinct([*first, noun])


def _thin(side: Side) -> bool:
    """Whether hardly more than a verb is left."""
    verbs = side.view.verbs_in(side.lo, side.hi)
    return bool(verbs) and side.hi - side.lo - (verbs[-1].end - verbs[-1].start) < 1


# --- clause: because X


def _clause(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    view = hit.view
    effects = backward(view, hit.start)
    if effects:
        causes = forward(view, hit.end)
        ordered = sorted(causes, key=lambda side: side.how != "all")
        return _product(ordered, effects)
    fronts = any(name == "fronts" for name, _ in hit.cue.when) or any(name == "opens" for name, _ in hit.cue.when)
    inside = [atom for atom in view.atoms if atom.hi > hit.end]
    if len(inside) > 1 and (fronts or hit.start > 2):
        found = []
        for cause in forward(view, hit.end):
            if cause.hi < view.atoms[-1].hi and cause.how != "all":
                edge = next(atom.hi for atom in view.atoms if atom.hi >= cause.hi)
                found.extend(_product([cause], forward(view, edge)))
        return found
    causes = sorted(forward(view, hit.end), key=lambda side: side.how != "all")
    return _product(causes, backward(before, before.size)) if before else []


# --- adverb: therefore Y


def _adverb(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    causes = backward(hit.view, hit.start)
    causes = [side for side in causes if not _only_says(side)]
    if not causes and before:
        causes = backward(before, before.size)
    return _product(causes, forward(hit.view, hit.end))


def _only_says(side: Side) -> bool:
    verbs = side.view.verbs_in(side.lo, side.hi)
    return bool(verbs) and verbs[-1].end == side.hi and side.view.says(verbs[-1])


# --- frame: X brings about Y


def _frame(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    view = hit.view
    lo = view.atom_at(hit.start).lo
    if hit.slot is None:
        edge = hit.end + (1 if hit.end < view.size and view.words[hit.end] in view.discourse.commas else 0)
        return _product(_subject(hit, lo, hit.start, before), forward(view, edge))
    if hit.slot[0] > lo:
        return _product(_subject(hit, lo, hit.start, before), [_side(view, *hit.slot, "slot")])
    found = []
    for start in phrases.starts(view, lo, hit.slot[1]):
        if start > lo:
            effect = _side(view, start, hit.slot[1], "object")
            found.extend(_product(_subject(hit, lo, start, before), [effect]))
    return found or _product(_subject(hit, lo, lo, before), [_side(view, *hit.slot, "object")])


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
        return _distinct([subject, *_inner(view, lo, hi)])
    if opener:
        return backward(view, lo)
    return backward(before, before.size) if before and lo <= 1 else []


def _without_object(hit: Hit, lo: int, hi: int) -> int:
    """Where the subject ends when the person who is driven to act stands between it and the cue."""
    view = hit.view
    if hit.start < hi or view.words[hit.start] not in view.discourse.object or (hit.slot and hit.slot[0] <= lo):
        return hi
    starts = [at for at in range(hi - 1, lo, -1) if view.words[at - 1] in view.discourse.commas]
    return starts[0] if starts else max(hi - 1, lo + 1)


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


def _inner(view: View, lo: int, hi: int) -> list[Side | None]:
    """Shorter subjects: after the first comma."""
    comma = next((at for at in range(lo, hi) if view.words[at] in view.discourse.commas), None)
    return [_side(view, comma + 1, hi, "inner")] if comma is not None else []


# --- reason: the reason for Y is X


def _reason(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    """«علت E، C بود», «علت E را C دانست» and «C علت E بود»: which, is told by what stands before the cue."""
    view = hit.view
    atom = view.atom_at(hit.start)
    verb = next(iter(view.verbs_in(hit.end, atom.hi)), None)
    if verb is None:
        return []
    left = _side(view, atom.lo, hit.start, "subject")
    end = _said(view, verb)
    if left and not view.says(verb) and verb.lemma in view.discourse.copula and not _object_in(view, hit.end, end):
        return _product([left, *_inner(view, atom.lo, hit.start)], [_side(view, hit.end, end, "slot")])
    found = []
    for cut in _cuts(view, hit.end, end):
        found.extend(_product([_side(view, cut, end, "complement")], [_side(view, hit.end, cut, "slot")]))
    if not found and left and view.words[hit.start - 1] in view.discourse.object:
        found = _product(
            [
                _side(view, start, hit.start - 1, "object")
                for start in phrases.starts(view, atom.lo, hit.start - 1)[-2:]
            ],
            [_side(view, hit.end, end, "slot")],
        )
    return found


def _said(view: View, verb: object) -> int:
    from ravabet.language import Verb

    assert isinstance(verb, Verb)
    return verb.start - 1 if verb.start and view.words[verb.start - 1] in view.discourse.speech_nouns else verb.start


def _object_in(view: View, lo: int, hi: int) -> bool:
    return any(view.words[at] in view.discourse.object for at in range(lo, hi))


def _cuts(view: View, lo: int, hi: int) -> list[int]:
    marked = [at + 1 for at in range(lo, hi) if view.words[at] in view.discourse.object]
    commas = [at + 1 for at in range(lo, hi) if view.words[at] in view.discourse.commas]
    return [at for at in dict.fromkeys(marked[:1] + commas[:1]) if lo + 1 < at < hi]


# --- shows: what was told before showed itself in Y


def _shows(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    view = hit.view
    if hit.slot is None:
        return []
    return _product(_subject(hit, view.atom_at(hit.start).lo, hit.start, before), [_side(view, *hit.slot, "slot")])


SHAPES: dict[str, Callable[[Hit, View | None], list[tuple[Side, Side]]]] = {
    "phrase": _phrase,
    "clause": _clause,
    "adverb": _adverb,
    "frame": _frame,
    "reason": _reason,
    "shows": _shows,
}
