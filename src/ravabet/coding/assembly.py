"""Acts of a body of many, which meets or holds exercises among its own members: nobody else told takes part in them."""

from __future__ import annotations

from ravabet.coding.features import ACTING, Place
from ravabet.coding.mention_words import assemblies, words
from ravabet.coding.outcomes import Scored
from ravabet.coding.syntax import markers

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
    beside = [o for o in options if not o.candidate.back and o.stand.governor in ties]
    bodies = [o for o in told if o.codes <= assemblies()]
    if not bodies or beside or any(o not in bodies for o in told):
        return options
    groups = {o.candidate.group for o in bodies}
    return [o for o in options if o in bodies or (not o.candidate.back and o.candidate.group in groups)]


__all__ = ["by_body"]
