"""The subject of a clause: what the verb of a cue says to be the cause."""

from __future__ import annotations

from ravabet.reasoning.cues.find import Hit
from ravabet.reasoning.sentences.discourse import longest
from ravabet.reasoning.sentences.view import View, trim
from ravabet.reasoning.sides import phrases
from ravabet.reasoning.sides.side import Side, distinct, side
from ravabet.reasoning.sides.statements import backward


def clause_start(hit: Hit) -> int:
    """Where the clause of the cue begins; behind the words that hang it on another."""
    return hit.view.clause_at(hit.start)[0]


def subject(hit: Hit, lo: int, hi: int, before: View | None) -> list[Side]:
    """The subject of a clause; where it is only a relative word, what that stands for."""
    view = hit.view
    hi = _without_object(hit, lo, hi)
    opener = view.words[lo] in view.discourse.relative
    relative = _relative_at(view, lo, hi)
    if relative is not None:
        return _antecedent(view, relative)
    plain = side(view, lo, hi, "subject")
    if plain:
        return distinct([plain, *inner(view, lo, hi), _wider(view, lo, hi)])
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
    return distinct(side(view, first[0], end, "shared", chance=chance) for end, chance in ends[:3])


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
    return distinct(side(view, start, relative, "antecedent") for start in (*starts[:1], *starts[-2:]))


def _wider(view: View, lo: int, hi: int) -> Side | None:
    """A longer subject, up to the last colon, for clauses cut at a word that only looks like a verb."""
    colon = next((at for at in range(lo - 1, -1, -1) if view.words[at] == ":"), None)
    return side(view, colon + 1, hi, "wider") if colon is not None and view.verbs_in(colon, lo) else None


def inner(view: View, lo: int, hi: int) -> list[Side | None]:
    """Shorter subjects: after the first comma."""
    comma = next((at for at in range(lo, hi) if view.words[at] in view.discourse.commas), None)
    return [side(view, comma + 1, hi, "inner")] if comma is not None else []
