"""Which events an address asks for."""

from __future__ import annotations

import datetime
import re
from math import isfinite, nan
from typing import Any

from ravabet.explaining import bound, code_of
from ravabet.model import UsageError
from ravabet.store import EventFilter
from ravabet.web.site import Visit

SEVERAL = {
    "type": "types",
    "mode": "modes",
    "context": "contexts",
    "quad": "quads",
    "status": "statuses",
    "language": "languages",
    "source": "sources",
    "origin": "origins",
}
"""Fields of the address that may stand there more than once, with the fields of the filter that they fill."""
ORDERS = {"day": "-day", "oldest": "day", "confidence": "confidence", "score": "score"}
"""Orders by what the address calls them; the first holds where it names none."""
LIMIT = 50
"""Events on a page."""


def asked(visit: Visit) -> EventFilter:
    """The filter of an address; raises UsageError for an unknown country or day."""
    query = visit.query
    fields: dict[str, Any] = {field: tuple(query.getlist(key)) for key, field in SEVERAL.items()}
    fields["quads"] = tuple(int(quad) for quad in fields["quads"] if quad in ("1", "2", "3", "4"))
    return EventFilter(
        a=_code(visit, "a"),
        b=_code(visit, "b"),
        directed=query.get("directed") == "1",
        since=day_of(visit, "since"),
        until=day_of(visit, "until"),
        month=one_of_form(visit, "month", r"\d{4}-(0[1-9]|1[0-2])", "2025-04"),
        least=number(visit, "least", 0.0),
        band=one_of_form(visit, "band", r"0\.\d", "0.8"),
        has_reason={"1": True, "0": False}.get(query.get("has_reason", "")),
        text=visit.asked("text"),
        order=ORDERS.get(query.get("order", ""), "-day"),
        limit=LIMIT,
        offset=count(visit, "offset", 0),
        **fields,
    )


def day_of(visit: Visit, key: str) -> datetime.date | None:
    """A bound of the address, a day, month or year: the last day of it for ``until``; raises UsageError for none."""
    given = visit.asked(key)
    return bound(given, last=key == "until") if given else None


def day_text(day: datetime.date | None) -> str | None:
    """A day as it stands in an address."""
    return day.isoformat() if day else None


def number(visit: Visit, key: str, otherwise: float) -> float:
    """A number of the address; raises UsageError for what is none."""
    given = visit.asked(key)
    try:
        found = float(given) if given else otherwise
    except ValueError:
        found = nan
    if not isfinite(found):
        message = f"{given!r} is not a number: mend {key!r} in the address"
        raise UsageError(message)
    return found


def count(visit: Visit, key: str, otherwise: int) -> int:
    """A count of the address, from 0 to a thousand million; raises UsageError for what is no number."""
    return int(min(1e9, max(0.0, number(visit, key, otherwise))))


def one_of_form(visit: Visit, key: str, form: str, example: str) -> str | None:
    """A field of the address that must have a form; raises UsageError for another."""
    given = visit.asked(key)
    if given is not None and not re.fullmatch(form, given):
        message = f"{given!r} is no {key}; write it as in {key}={example}"
        raise UsageError(message)
    return given


def _code(visit: Visit, key: str) -> str | None:
    given = visit.asked(key)
    return code_of(given) if given else None
