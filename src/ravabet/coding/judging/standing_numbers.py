"""How a mention stands to an act, and what act it is, as numbers for the trees that weigh outcomes.

Each fact is the place of its value in an order of alike ones, so that one cut of a tree parts those that act from those
that suffer, or what is near from what is far.
"""

from __future__ import annotations

from collections.abc import Mapping

from ravabet.coding.place import Place
from ravabet.coding.sides.outcomes import Outcome, Scored
from ravabet.lexicon import LANGUAGES, TYPES

NOBODY, UNKNOWN = -2.0, -1.0
"""The number of a fact where a side has no mention, and of a value that is in no order."""


def _numbered(*values: str | int | None) -> Mapping[str | int | None, float]:
    return {value: float(n) for n, value in enumerate(values)}


SIDE = _numbered(
    *("recipient", "passive", "source", "noun", "other", "no", "modifier", "actor-inner", "actor-gap"),
    *("actor-ruled", "actor-above", "actor-own", "actor", "agent"),
)
KIND = _numbered(
    *("state", "adjective", "capital", "place", "region", "body", "group", "title", "person", "anaphor", "pronoun")
)
SUBJECT = _numbered("object", "noun", "no", "before", "above", "ruled", "inner", "gap", "own")
CLAUSE = _numbered(
    *("same", "child-complement", "child-relative", "child-adverbial", "child-conjunct", "parent-of-complement"),
    *("parent-of-relative", "parent-of-adverbial", "parent-of-conjunct", "earlier", "later", "none", "back"),
)
SECTOR = _numbered(
    *(None, "GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "ELI", "REB", "OPP", "CVL", "LAB", "SOC", "EDU", "REL"),
    *("BUS", "MED", "JRN", "CRM", "PRM"),
)
NEAR = _numbered("before", "no", "after")
FORM = _numbered("active", "infinitive", "noun", "passive")
TYPE, LANGUAGE = _numbered(*TYPES), _numbered(*LANGUAGES)

OF_MENTION = ("side", "kind", "subject", "clause", "sector", "near", "back", "locative", "depth")
"""What is told of each of the two mentions of an outcome."""
OF_ACT = ("type", "form", "language", "sentences", "sentence")
"""What is told of the act alone."""
NUMBERS = (
    *(f"{who}_{fact}" for who in ("one", "two") for fact in OF_MENTION),
    *(f"act_{fact}" for fact in OF_ACT),
    *("actor_stateless", "recipient_stateless"),
)
"""The names of all numbers of an outcome, in their order."""
_NOBODY = (NOBODY,) * len(OF_MENTION)


def of_mention(option: Scored | None) -> tuple[float, ...]:
    """A number for each of ``OF_MENTION``."""
    if option is None:
        return _NOBODY
    one, stands, mention = option.candidate, option.stand, option.mention
    return (
        SIDE.get(stands.side, UNKNOWN),
        KIND.get(mention.kind, UNKNOWN),
        SUBJECT.get(one.subject, UNKNOWN),
        CLAUSE.get(stands.clause, UNKNOWN),
        SECTOR.get(mention.sector, UNKNOWN),
        NEAR.get(one.near, UNKNOWN),
        float(one.back),
        float(mention.locative),
        float(one.hold.depth),
    )


def of_act(place: Place) -> tuple[float, ...]:
    """A number for each of ``OF_ACT``."""
    scene = place.scene
    kind, form, language = TYPE[place.frame.type], FORM[place.form], LANGUAGE.get(scene.language, UNKNOWN)
    return (kind, form, language, float(len(scene.sentences)), float(place.number))


def stateless(outcome: Outcome) -> tuple[float, float]:
    """Whether somebody is on each side who is no state: groups and bodies have longer codes."""
    actors, recipients = (float(any(len(code) != 3 for code in codes)) for codes in outcome.codes)
    return actors, recipients
