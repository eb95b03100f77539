"""Acts between parties of one state: a government and its rebels, a ministry and the unions."""

from __future__ import annotations

from ravabet.coding.mentions.mention import Mention
from ravabet.coding.place import Place

AGAINST = frozenset({"REB", "OPP", "PTY", "LAB", "PRM", "UAF"})
"""PLOVER sectors of those who deal with their state's government as another party."""
PROMISING = frozenset({"AGREE"})
"""PLOVER types of acts that one party tells of as a promise to another, whom it need not name."""
RULING = frozenset({"GOV", "MIL", "LEG", "COP", "JUD"})
"""PLOVER sectors of those who act for the state."""


def between_own(place: Place, codes: set[str]) -> bool:
    """Whether the clause of an act between equals tells of a state and of a party against it («دولت و شورشیان»).

    ``codes``: those of who takes part; there must be one. Where both are of one state, the act is between its own.
    Rebels who agree to something agree with their state, though nobody says so ("the rebels signed a truce").
    """
    if not place.frame.symmetric or len(codes) != 1:
        return False
    scene, sentence = place.scene, place.scene.sentences[place.number]
    own = [m for m in scene.mentions[place.number] if set(m.codes) == codes and _told(m, place)]
    here = [m for m in own if sentence.clause_of(m.start) == place.act.clause]
    against = [m for m in here if m.sector in AGAINST]
    armed = place.frame.type in PROMISING and any(m.sector == "REB" for m in against)
    return bool(against) and (armed or any(m.sector in RULING for m in here))


def _told(mention: Mention, place: Place) -> bool:
    """Whether a mention is more than the words of the act."""
    return not set(range(mention.start, mention.end)) <= set(place.act.tokens)
