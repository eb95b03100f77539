"""People whom nobody knows ("gunmen", "migrants"): what they do is done by no other, nor is what is done to them."""

from __future__ import annotations

from dataclasses import replace

from ravabet.coding.features import ACTING, SUBJECT, Place
from ravabet.coding.outcomes import NEVER, Scored
from ravabet.coding.subjects import ASKING
from ravabet.coding.syntax import markers

PEOPLE = "CVL"
"""The sector of people who hold no office."""
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
    if claims and (end := _named_in(place)):
        known = [replace(o, recipient=NEVER) if not o.candidate.back and o.mention.start >= end else o for o in known]
    if markers(place.scene.language).cased and any(_is_asked(place, o) for o in unknown):
        known = [replace(o, recipient=NEVER) for o in known]
    acting = {o.candidate.group for o in unknown if _acts(place, o)}
    beside = any(not o.candidate.back and o.candidate.group in acting for o in known)
    if not acting or beside:
        return known
    return [o if claims and o.mention.kind == "group" else replace(o, actor=NEVER) for o in known]


def _is_asked(place: Place, option: Scored) -> bool:
    """Whether somebody is who is asked to act («призвал мировое сообщество ввести санкции против Чада»)."""
    return place.frame.type in ASKING and place.form == "active" and option.side == "recipient"


def _acts(place: Place, option: Scored) -> bool:
    """Whether the grammar makes somebody the actor: of a passive also who stands in its clause in a bare case."""
    bare = option.stand.governor in SUBJECT and option.candidate.subject == "no" and option.stand.clause == "same"
    return option.side in ACTING or (place.form == "passive" and bare and option.side == "no")


def _named_in(place: Place) -> int:
    """Where people whom nobody knows end that an act's own words name («منع مواطني سبع دول من دخول ...»), else 0.

    Who is told behind them is where they come from or go to.
    """
    tokens, told = set(place.act.tokens), place.scene.mentions[place.number]
    people = [one for one in told if not one.codes and one.sector == PEOPLE]
    return max((one.end for one in people if not tokens.isdisjoint(range(one.start, one.end))), default=0)


__all__ = ["by_allegiance", "by_unknown"]
