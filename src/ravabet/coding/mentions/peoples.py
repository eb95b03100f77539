"""Whose people are whom no state rules: a people of several states, rebels and others under arms."""

from __future__ import annotations

from collections.abc import Sequence

from ravabet.coding.mentions.draft import AMONG, Draft

ARMED = "REB"
"""The sector of rebels."""
RULING = frozenset({"GOV", "ELI"})
"""Sectors of people who bear an office, or bore one."""
RECENT = 2
"""How many sentences back the group is looked for that "the militants" are."""


def among(draft: Draft, told: Sequence[Draft], there: Sequence[str], main: str | None) -> tuple[str, ...]:
    """Of the states in which a people lives that where they are, else the first that was told, else the text's.

    ``there``: the states of the place that the clause tells.
    """
    homes = draft.need.split(AMONG)
    named = {code for one in told for code in one.codes}
    known = (*there, *(code for code in homes if code in named), main)
    return next(((code,) for code in known if code in homes), ())


def group_of(draft: Draft, told: Sequence[Draft]) -> tuple[str, ...]:
    """The armed group told last, here or in the sentences before («Хуситы ... Мятежники ...»)."""
    near = (one for one in reversed(told) if one.sentence >= draft.sentence - RECENT)
    return next((one.codes for one in near if one.kind == "group" and one.sector == ARMED), ())


def fought(told: Sequence[Draft], states: frozenset[str]) -> tuple[str, ...]:
    """The state of the place told last, where those under arms mostly are."""
    there = (one for one in reversed(told) if one.locative and len(one.codes) == 1)
    return next((one.codes for one in there if states.issuperset(one.codes)), ())


def holder(draft: Draft, told: Sequence[Draft]) -> tuple[str, ...]:
    """Who bears an office told bare as a subject: the person who was one in the sentence before («Мэй ... Премьер»)."""
    if not draft.free:
        return ()
    before = (one for one in told if one.sentence == draft.sentence - 1 and one.name and one.free)
    return next((one.codes for one in before if one.sector in RULING), ())


__all__ = ["ARMED", "among", "fought", "group_of", "holder"]
