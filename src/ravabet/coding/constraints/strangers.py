"""People whom nobody knows ("gunmen", "migrants"): what they do is done by no other, nor is what is done to them."""

from __future__ import annotations

from dataclasses import replace

from ravabet.coding.grammar.syntax import markers
from ravabet.coding.mentions.words import words
from ravabet.coding.place import Place
from ravabet.coding.sides.candidate import SUBJECT
from ravabet.coding.sides.features import ACTING
from ravabet.coding.sides.foreigners import foreigners_end
from ravabet.coding.sides.outcomes import NEVER, Scored
from ravabet.coding.sides.subjects import ASKING

LONGEST = 3
"""Words that bring in examples ("from among them")."""
HELD = frozenset({"COERCE", "RETREAT"})
"""PLOVER types of what is done to people who may be said to serve a group."""


def by_allegiance(place: Place, options: list[Scored]) -> list[Scored]:
    """Where verbs stand first, the group that somebody detained is said to serve is not detained itself.

    «أوقفت الشرطة شابا بتهمة دعم حركة الشباب».
    """
    if place.frame.type not in HELD or not markers(place.scene.language).verb_first:
        return options
    return [replace(o, recipient=NEVER) if o.side == "no" and o.mention.kind == "group" else o for o in options]


def by_unknown(place: Place, options: list[Scored]) -> list[Scored]:
    """Where people whom nobody knows are told to act, none of those told does ("gunmen attacked a post in Mosul").

    But who is told beside them acts, too ("lawmakers and rights groups called for a vote"). Where verbs stand first
    they may be of a group told elsewhere, which claims it. There, and without a parse, what is done to them is done to
    no other («از کشورهای اسلامی خواست ...»), nor in a language of cases is anybody asked beside them.
    """
    known = [o for o in options if o.codes]
    unknown = [o for o in options if not o.codes and not o.candidate.back]
    claims = markers(place.scene.language).verb_first
    alone = claims or place.scene.sentences[place.number].parse is None
    if alone and any(o.side == "recipient" for o in unknown):
        known = [replace(o, recipient=NEVER) if o.side != "recipient" else o for o in known]
    end = foreigners_end(place) if claims else 0
    if end:
        known = _but_examples(place, known, end)
    if markers(place.scene.language).cased and any(_is_asked(place, o) for o in unknown):
        known = [replace(o, recipient=NEVER) for o in known]
    acting = {o.candidate.group for o in unknown if _acts(place, o) and o.mention.end > end}
    beside = any(not o.candidate.back and o.candidate.group in acting for o in known)
    if not acting or beside:
        return known
    return [o if claims and o.mention.kind == "group" else replace(o, actor=NEVER) for o in known]


def _is_asked(place: Place, option: Scored) -> bool:
    """Whether somebody is who is asked to act («призвал мировое сообщество ввести санкции против Чада»)."""
    return place.frame.type in ASKING and place.form == "active" and option.side == "recipient"


def _but_examples(place: Place, options: list[Scored], end: int) -> list[Scored]:
    """The mentions, none of whom suffers it but in a list of some of those told («مواطني سبع دول، وهي كينيا وغانا»).

    ``end``: where those end of whom it tells.
    """
    language, tokens = place.scene.language, place.scene.sentences[place.number].tokens
    firsts = dict[int, int]()
    for option in options:
        if not option.candidate.back and option.mention.start >= end:
            firsts.setdefault(option.candidate.group, option.mention.start)
    known = words(language).small["examples"]
    before = {group: [token.fold for token in tokens[max(end, at - LONGEST) : at]] for group, at in firsts.items()}
    told = {group for group, folds in before.items() if any("".join(folds[n:]) in known for n in range(len(folds)))}
    listed = [o for o in options if o.candidate.group in told and not o.candidate.back]
    return [o if o in listed else replace(o, recipient=NEVER) for o in options]


def _acts(place: Place, option: Scored) -> bool:
    """Whether the grammar makes somebody the actor: of a passive also who stands in its clause in a bare case."""
    bare = option.stand.governor in SUBJECT and option.candidate.subject == "no" and option.stand.clause == "same"
    return option.side in ACTING or (place.form == "passive" and bare and option.side == "no")


__all__ = ["by_allegiance", "by_unknown"]
