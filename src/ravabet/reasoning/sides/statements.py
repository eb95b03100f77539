"""Whole clauses to the left and to the right of a cue, alone and with what they need to be whole."""

from __future__ import annotations

from ravabet.reasoning.sentences.view import Atom, View
from ravabet.reasoning.sides.side import Side, distinct, side


def backward(view: View, edge: int) -> list[Side]:
    """Clauses that end before token ``edge``: the last with what it completes, all, the last alone, two."""
    atoms = [atom for atom in view.atoms if atom.verb and atom.hi <= edge]
    if not atoms:
        return []
    last = len(atoms) - 1
    first = last
    while first > 0 and _completes(view, atoms[first - 1], atoms[first]):
        first -= 1
    message = _message(view, atoms)
    ranges = [(first, "whole"), (message, "all"), (last, "last"), (max(first - 1, message), "two")]
    return distinct(side(view, atoms[min(number, last)].lo, edge, how) for number, how in ranges)


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


def forward(view: View, edge: int, *, joined: bool = False) -> list[Side]:
    """Clauses that begin at token ``edge``: the first with its complements, the first alone, all, two.

    ``joined``: what is wished or brought about goes on with "and": it made trade stop and prices rise.
    """
    atoms = [atom for atom in view.atoms if atom.hi > edge and (atom.verb is None or atom.verb.end > edge)]
    if not atoms:
        return []
    whole = until(view, atoms, 0)
    while joined and whole + 1 < len(atoms) and _joins(view, atoms[whole], atoms[whole + 1]):
        whole += 1
    two = until(view, atoms, min(whole + 1, len(atoms) - 1))
    ranges = [(whole, "whole"), (len(atoms) - 1, "all"), (two, "two")]
    if whole and view.words[atoms[1].lo] not in view.discourse.conjunctions:
        ranges.insert(1, (0, "first"))
    return distinct(side(view, edge, atoms[number].hi, how) for number, how in ranges)


def until(view: View, atoms: list[Atom], number: int) -> int:
    """The last atom of those that make one statement from atom ``number`` on."""
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


def _joins(view: View, one: Atom, two: Atom) -> bool:
    """Whether "and" joins two clauses in the subjunctive."""
    return (
        one.verb is not None
        and two.verb is not None
        and one.verb.tense == two.verb.tense == "subjunctive"
        and _opener(view, two) in view.discourse.conjunctions
    )


def only_says(side: Side) -> bool:
    """Whether the last clause of a span does no more than say who speaks."""
    verbs = side.view.verbs_in(side.lo, side.hi)
    return bool(verbs) and verbs[-1].end == side.hi and side.view.says(verbs[-1])


def merely_says(side: Side) -> bool:
    """Whether a span is hardly more than that somebody spoke (he said; the Polish prime minister said)."""
    verbs = side.view.verbs_in(side.lo, side.hi)
    if not verbs or not side.view.says(verbs[0]):
        return False
    short = side.hi - side.lo <= verbs[0].end - verbs[0].start + 1
    return short or (side.view.discourse.trees and not side.view.discourse.wide and len(verbs) == 1 and only_says(side))
