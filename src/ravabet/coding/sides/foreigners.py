"""People of other states whom nobody names ("migrants", «مواطني سبع دول»): what is done to them is done to no state."""

from __future__ import annotations

from ravabet.coding.grammar.syntax import markers
from ravabet.coding.mentions.document import PEOPLE
from ravabet.coding.mentions.mention import Mention
from ravabet.coding.place import Place
from ravabet.coding.sides.find import candidates
from ravabet.coding.sides.stand import standing


def foreigners_end(place: Place) -> int:
    """Where people whom nobody knows end whom an act's own words name, or the nouns of it enclose, else 0.

    «منع مواطني سبع دول من دخول ...»; who is told behind them is where they come from or go to.
    """
    tokens = place.act.tokens
    own = range(tokens[0], tokens[-1] + 1) if place.form == "noun" else tokens
    return max((one.end for one in _unknown(place) if any(at in own for at in range(one.start, one.end))), default=0)


def to_foreigners(place: Place) -> bool:
    """Whether an act is done to them, so that it is not done to the actor's own people, where verbs stand first."""
    if place.between_equals or not markers(place.scene.language).verb_first:
        return False
    people = _unknown(place)
    if not people:
        return False
    if foreigners_end(place):
        return True
    mentioned = candidates(place)
    told = zip(mentioned, standing(place, mentioned), strict=True)
    return any(stands.side == "recipient" and not c.back and c.mention in people for c, stands in told)


def _unknown(place: Place) -> list[Mention]:
    """The people of a sentence whose state nobody knows."""
    return [one for one in place.scene.mentions[place.number] if not one.codes and one.sector == PEOPLE]


__all__ = ["foreigners_end", "to_foreigners"]
