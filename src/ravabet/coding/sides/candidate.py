"""A mention that may take part in an act, and how it stands in its sentence."""

from __future__ import annotations

from typing import NamedTuple

from ravabet.coding.grammar.syntax import Hold
from ravabet.coding.mentions.mention import Mention

SUBJECT = frozenset({"start", "comma", "that", "verb"})
"""Governors of a noun phrase that can be the subject of its clause."""


class Candidate(NamedTuple):
    """A mention that may take part in an act. ``hold`` is that of its coordination's first member.

    ``back``: how many sentences before the act's it stands; ``group``: number of its coordination in the sentence;
    ``order``: its number among the mentions of its sentence; ``subject``: whether it is the act's subject as far as
    word order tells, ``own`` or taken over from a clause ``above`` or ``before``, ``noun`` where it cannot be,
    since a noun that is no actor is, ``object`` where it stands as a subject but is the object; by the dependencies
    (``control``) also ``ruled`` by another verb, ``gap`` of a relative clause or ``inner`` subject of what is asked;
    ``speaker``: whether the act is told in its words; ``near``: whether it is the nearest before or after the act.
    """

    mention: Mention
    hold: Hold
    back: int
    group: int
    order: int
    subject: str = "no"
    speaker: bool = False
    near: str = "no"

    @property
    def free(self) -> bool:
        """Whether nothing before or after it keeps it from being a subject."""
        return self.hold.governor in SUBJECT and not self.hold.object
