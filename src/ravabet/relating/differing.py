"""On what the reports of one event disagree: the values side by side, each with the reports that give it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ravabet.relating.telling import Telling

Differing = dict[str, list[dict[str, Any]]]
"""By detail, each value with the ids of the events that give it, the most often told first."""


def differing(reports: Sequence[Telling]) -> Differing:
    """The details on which reports of one event disagree; a month does not disagree with a day in it."""
    found = {
        "type": _values((one.event, one.type) for one in reports),
        "status": _values((one.event, _standing(one)) for one in reports),
        "actors": _values((one.event, sorted(one.sides[0])) for one in reports),
        "recipients": _values((one.event, sorted(one.sides[1])) for one in reports),
        "date": _precise(_values((one.event, one.date) for one in reports)),
        "amount": _values((one.event, _amount(one)) for one in reports),
    }
    return {detail: values for detail, values in found.items() if len(values) > 1}


def _values(told: Iterable[tuple[str, Any]]) -> list[dict[str, Any]]:
    held: dict[str, dict[str, Any]] = {}
    for event, value in told:
        if value not in ("", None, []):
            held.setdefault(repr(value), {"value": value, "events": []})["events"].append(event)
    return sorted(held.values(), key=lambda one: (-len(one["events"]), repr(one["value"])))


def _precise(dates: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The dates less those that only say less than another."""
    told = [one["value"] for one in dates]
    return [one for one in dates if not any(one["value"] != other and other.startswith(one["value"]) for other in told)]


def _standing(one: Telling) -> str:
    return f"{one.status} by {one.speaker}" if one.status == "claimed" and one.speaker else one.status


def _amount(one: Telling) -> str | None:
    return None if one.amount is None else f"{one.amount:.15g} {one.unit}".strip()


def clearest(reports: Iterable[Telling]) -> Telling:
    """The report that stands for all."""
    return min(reports, key=lambda one: (one.clearness, one.event))


def counted(reports: Sequence[Telling]) -> Mapping[str, int]:
    """How many reports, documents and independent voices there are."""
    return {
        "reports": len(reports),
        "documents": len({one.doc for one in reports}),
        "voices": len({one.voice for one in reports}),
    }
