"""Dates that stand side by side: one day told twice, or a stretch of days."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ravabet.coding.dates.anchoring import Resolved, day_of_date

DASH = "—"
"""What also parts the halves of a sentence: only between two days does it make a stretch of them."""
_BETWEEN = re.compile(r"[(),\-sD]*")


@dataclass(frozen=True, slots=True)
class Found:
    """A date said by the items ``start`` to ``end`` (excluded); ``rule``: its name in the grammar."""

    rule: str
    start: int
    end: int
    date: Resolved


def stand_together(between: str) -> bool:
    """Whether two dates with such items between them are one: a comma, a bracket, a word for "to"."""
    return between == "c" or _BETWEEN.fullmatch(between) is not None


def joined(one: Found, two: Found, between: str) -> Found:
    """Two dates side by side as one: a weekday corrects "today" (the text may be a day older than its publication)."""
    whole = replace(one, end=two.end)
    apart = abs((day_of_date(one.date) - day_of_date(two.date)).days)
    if between != "c" and one.rule == "fixed" and two.rule == "weekday" and 0 < apart <= 2:
        return replace(whole, date=two.date)
    return whole
