"""Who takes part in a meeting: a body of many that holds it alone, and several told together but not their host."""

from __future__ import annotations

from collections import Counter

from ravabet.coding.grammar.syntax import markers
from ravabet.coding.mentions.document import PLACES
from ravabet.coding.mentions.words import assemblies, words
from ravabet.coding.place import Place
from ravabet.coding.sides.features import ACTING
from ravabet.coding.sides.outcomes import Scored

VISITS = frozenset({"visit"})
"""PLOVER modes of meetings whose place is a party."""
TOLD = ACTING | {"recipient"}
"""Sides of a stand by which the grammar of an act tells who takes part in it."""


def by_body(place: Place, options: list[Scored]) -> list[Scored]:
    """Where the grammar makes a body of many alone the party of an act between equals, it acts alone.

    «Саммит ШОС по Чаду», «Совет Безопасности ООН проведёт заседание по Чаду»; but «саммит ШОС с Чадом», and who is told
    to act beside the body or to take part in its meeting does so.
    """
    if not place.between_equals or not markers(place.scene.language).cased:
        return options
    ties = words(place.scene.language).small["ties"]
    told = [o for o in options if o.side in TOLD and not o.candidate.back]
    beside = [o for o in options if not o.candidate.back and o.stand.governor in ties and not o.mention.locative]
    bodies = [o for o in told if o.codes <= assemblies()]
    if not bodies or beside or any(o not in bodies for o in told):
        return options
    groups = {o.candidate.group for o in bodies}
    return [o for o in options if o in bodies or (not o.candidate.back and o.candidate.group in groups)]


def _is_many(option: Scored) -> bool:
    """Whether a mention tells of several states, or of a body of many that the grammar makes the party."""
    return len(option.codes) > 1 or (option.side in ACTING and option.codes <= assemblies())


def by_host(place: Place, options: list[Scored]) -> list[Scored]:
    """Where several are told together, the place where they meet is no party («в Осло Чад и Мали подписали договор»).

    In a language of cases; not of visits, whose place is who is visited.
    """
    language = place.scene.language
    if not place.frame.symmetric or not markers(language).cased or place.frame.mode in VISITS:
        return options
    where = words(language).small["place_markers"]
    here = [o for o in options if not o.candidate.back]
    placed = [o for o in here if o.mention.locative and o.mention.kind in PLACES]
    there = [o for o in placed if o.candidate.hold.governor in where]
    acting = [o for o in here if o.stand.clause == "same" and o not in there]
    groups = Counter(o.candidate.group for o in acting)
    many = any(count > 1 for count in groups.values()) or any(_is_many(o) for o in acting)
    out = [o for o in there if many and o.candidate.group not in groups]
    return [o for o in options if o not in out]


__all__ = ["VISITS", "by_body", "by_host"]
