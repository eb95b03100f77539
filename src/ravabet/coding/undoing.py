"""Acts that are about another: who lifts a ban does not impose one, who asks for talks does not hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ravabet.coding.features import Place
from ravabet.coding.syntax import markers

_MEASURES = frozenset({"COERCE", "SANCTION", "ASSAULT"})
_TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE", "AID"})
ENDED = {
    "CONCEDE": _MEASURES,
    "RETREAT": _MEASURES,
    "REJECT": _TOGETHER,
    "SANCTION": _TOGETHER,
    "REQUEST": _TOGETHER - {"AGREE"},
    "THREATEN": _MEASURES | {"RETREAT"},
}
"""PLOVER types of acts told by a verb, and of those named in its words that are ended or wanting by that."""
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
    """An act named by a noun (by its number among those found) and the one, told by a verb, that ends it."""

    noun: int
    verb: int


def ended(found: Sequence[Found]) -> list[Ended]:
    """The acts that others end in whose words they are ("relaxed restrictions on"), where word order is fixed."""
    verbs = [
        n
        for n, one in enumerate(found)
        if one.place.frame.type in ENDED and one.place.act.verb is not None and one.confidence >= LEAST
    ]
    nouns = [n for n, one in enumerate(found) if one.place.act.verb is None]
    return [Ended(n, v) for n in nouns for v in verbs if _holds(found[v].place, found[n].place)]


def _holds(verb: Place, noun: Place) -> bool:
    """Whether the noun of an act is a word that a verb has for another act."""
    if verb.number != noun.number or noun.frame.type not in ENDED[verb.frame.type]:
        return False
    if verb.act.verb is None or not markers(verb.scene.language).fixed_order:
        return False
    beside = set(verb.act.tokens) - set(range(verb.act.verb.start, verb.act.verb.end))
    return not beside.isdisjoint(noun.act.tokens)
