"""Acts that are about another: who lifts a ban does not impose one, who asks for talks does not hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ravabet.coding.grammar.syntax import markers
from ravabet.coding.place import Place

_MEASURES = frozenset({"COERCE", "SANCTION", "ASSAULT"})
_TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE", "AID"})
ENDED = {
    "CONCEDE": _MEASURES,
    "RETREAT": _MEASURES,
    "REJECT": _TOGETHER | {"REQUEST"},
    "SANCTION": _TOGETHER,
    "REQUEST": _TOGETHER - {"AGREE"},
    "THREATEN": _MEASURES | {"RETREAT"},
}
"""PLOVER types of acts told by a verb, and of those named in its words that are ended or wanting by that."""
REFUSING = "REJECT"
"""The PLOVER type of acts whose object was offered and is not done ("turned down a Cuban proposal")."""
LEAST = 0.1
"""The confidence of an act that may be about another."""


class Found(Protocol):
    """An act where it stands, with the confidence in it."""

    @property
    def place(self) -> Place:
        """Where the act stands."""

    @property
    def confidence(self) -> float:
        """The confidence in the act."""


@dataclass(frozen=True, slots=True)
class Ended:
    """An act (by its number among those found) and the one, told by a verb, that is about it."""

    noun: int
    verb: int


def ended(found: Sequence[Found]) -> list[Ended]:
    """The acts that others end in whose words they are ("relaxed restrictions on"), where word order is fixed."""
    sure = [n for n, one in enumerate(found) if one.place.frame.type in ENDED and one.confidence >= LEAST]
    pairs = [(n, v) for v in sure for n in range(len(found)) if found[v].place.number == found[n].place.number]
    return [Ended(n, v) for n, v in pairs if _about(found[v].place, found[n].place)]


def _about(verb: Place, other: Place) -> bool:
    """Whether an act told by a verb is about another: a noun among its words, or what the same verb threatens."""
    fixed = markers(verb.scene.language).fixed_order
    if verb.act.verb is None or not fixed or other.frame.type not in ENDED[verb.frame.type]:
        return False
    if other.act.verb is not None:
        return verb.frame.type == "THREATEN" and other.act.verb == verb.act.verb
    if verb.frame.type == REFUSING and _is_object(verb, other):
        return True
    if not verb.act.passive and other.act.tokens[0] < verb.act.verb.start:
        return False  # "the talks ended"
    beside = set(verb.act.tokens) - set(range(verb.act.verb.start, verb.act.verb.end))
    return not beside.isdisjoint(other.act.tokens)


def _is_object(verb: Place, other: Place) -> bool:
    """Whether an act's noun is what a verb acts on by the dependencies: its object, or a passive's subject."""
    parse, told = verb.scene.sentences[verb.number].parse, verb.act.verb
    if parse is None or told is None:
        return False
    wanted = "nsubj:pass" if verb.act.passive else "obj"
    at = next((n for n in other.act.tokens if parse.relations[n] == wanted), None)
    return at is not None and told.start <= parse.heads[at] < told.end
