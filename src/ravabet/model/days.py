"""A day, month or year as it is written (``2025-05-14``, ``2025-05``, ``2025``), and the days that bound it."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange

_LESS_PRECISE = re.compile(r"(\d{4})(?:-(\d\d))?", re.ASCII)


def one_day(written: str) -> datetime.date:
    """The day that is written; raises ValueError, which says how to write one, where there is no such day."""
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        message = f"{written!r} is not a day; write it as in 2025-05-14"
        raise ValueError(message) from None


def first_day(written: str) -> datetime.date:
    """The first day of what is written; raises ValueError where there is no such day."""
    if found := _LESS_PRECISE.fullmatch(written):
        return datetime.date(int(found[1]), int(found[2] or 1), 1)
    return datetime.date.fromisoformat(written)


def last_day(written: str) -> datetime.date:
    """The last day of what is written; raises ValueError where there is no such day."""
    if found := _LESS_PRECISE.fullmatch(written):
        first = datetime.date(int(found[1]), int(found[2] or 12), 1)
        return first.replace(day=monthrange(first.year, first.month)[1])
    return datetime.date.fromisoformat(written)
