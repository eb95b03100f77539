"""Several mentions of one act in one document become one event, told by the clearest."""

from __future__ import annotations

from dataclasses import replace

from ravabet.model import Event


def merge(events: list[Event]) -> tuple[Event, ...]:
    """The events in the order of their words, each act once, with ids ``e1``, ``e2``, ..."""
    kept: list[Event] = []
    for event in sorted(events, key=lambda e: (-e.confidence, e.trigger)):
        twin = next((at for at, other in enumerate(kept) if _one_act(event, other)), None)
        if twin is None:
            kept.append(event)
        else:
            kept[twin] = _with_details(kept[twin], event)
    ordered = sorted(kept, key=lambda e: e.trigger)
    return tuple(replace(event, id=f"e{number}") for number, event in enumerate(ordered, 1))


def _one_act(one: Event, other: Event) -> bool:
    """Same type, sides that fit, and no detail that tells them apart."""
    if one.type != other.type or not _agree(one, other):
        return False
    sides = ((one.actor_codes, other.actor_codes), (one.recipient_codes, other.recipient_codes))
    if all(set(mine) == set(others) for mine, others in sides):
        return True
    return one.frame == other.frame and all(_fit(set(mine), set(others)) for mine, others in sides)


def _fit(mine: set[str], others: set[str]) -> bool:
    """Whether two tellings of one side go together: the same, or one of them says less."""
    return mine <= others or others <= mine


def _agree(one: Event, other: Event) -> bool:
    if one.status != other.status and "denied" in (one.status, other.status):
        return False
    if one.when is None or other.when is None:
        return True
    return one.when.date.startswith(other.when.date) or other.when.date.startswith(one.when.date)


def _with_details(kept: Event, other: Event) -> Event:
    """The clearest mention, with the date, place and amount that only another one gives."""
    return replace(
        kept,
        when=kept.when or other.when,
        where=kept.where or other.where,
        amount=kept.amount or other.amount,
        because=(*kept.because, f"also told at {other.trigger.start}"),
    )
