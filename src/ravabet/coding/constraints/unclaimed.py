"""Blows that nobody is told to have struck: whoever else is told of did not ("police say an attack in Oslo ...")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ravabet.coding.grammar.syntax import markers
from ravabet.coding.mentions.mention import Mention
from ravabet.coding.place import Place
from ravabet.coding.sides.doing import BLOWS
from ravabet.coding.sides.features import ACTING
from ravabet.coding.sides.find import candidates
from ravabet.coding.sides.outcomes import NEVER, Scored
from ravabet.coding.sides.stand import standing
from ravabet.language import keys, verb_tokens

STANDING = frozenset({"state", "capital", "place", "title"})
"""Kinds of mentions of a state and what belongs to it; groups and people may have struck it."""
JUDGING = "ACCUSE"
"""The PLOVER type of what is said against a blow."""


def by_unclaimed(place: Place, options: list[Scored]) -> list[Scored]:
    """The mentions of a blow, those whom the grammar gives no part in it without one where its noun names no doer.

    «كشفت شرطة كينيا تفاصيل الهجوم»; not «غارة», which a state flies, so that it may be told of its own. Nor is who is
    told of behind it condemned with it («أدانت كينيا الهجوم الإرهابي الذي استهدف مدينة تشادية»).
    """
    if not markers(place.scene.language).unclaimed:
        return options
    if place.frame.type == JUDGING:
        return _condemned(place, options)
    if place.form != "noun" or not _is_unclaimed(place):
        return options
    return [replace(o, actor=NEVER) if o.side == "no" and o.mention.kind in STANDING else o for o in options]


def _condemned(place: Place, options: list[Scored]) -> list[Scored]:
    """The mentions of what is said against a blow, those behind the blow's noun not accused unless they struck it."""
    deeds = list(_behind(place))
    if not deeds:
        return options
    by, first = markers(place.scene.language).by, deeds[0].act.tokens[0]
    behind = [o for o in options if not o.candidate.back and o.mention.start > first]
    struck = {mention for deed in deeds for mention in _strikers(deed)}
    spared = [o for o in behind if o.candidate.hold.governor not in by and o.mention not in struck]
    return [replace(o, recipient=NEVER) if o in spared else o for o in options]


def _strikers(deed: Place) -> list[Mention]:
    """Whom the grammar of a deed makes its actors."""
    mentioned = candidates(deed)
    told = zip(mentioned, standing(deed, mentioned), strict=True)
    return [candidate.mention for candidate, stands in told if stands.side.partition("-")[0] in ACTING]


def _behind(place: Place) -> Iterator[Place]:
    """The blows that a noun names behind an act, before the next verb."""
    scene, own = place.scene, place.act
    told = verb_tokens(scene.sentences[place.number], finite=True)
    for act in scene.acts[place.number]:
        first = act.tokens[0]
        if first > own.tokens[0] and told.isdisjoint(range(own.tokens[-1] + 1, first + 1)):
            deed = Place(scene, place.number, act)
            if _is_unclaimed(deed):
                yield deed


def _is_unclaimed(place: Place) -> bool:
    """Whether an act is a blow whose nouns are told without their doer («مقتل», «تفجير»)."""
    known, sentence = markers(place.scene.language), place.scene.sentences[place.number]
    found = (keys(sentence.tokens[at].fold, known.language) for at in place.act.tokens)
    return place.frame.type in BLOWS and any(not one.isdisjoint(known.unclaimed) for one in found)


__all__ = ["by_unclaimed"]
