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
    """Same type, same sides, and no detail that tells them apart."""
    same = (one.type, set(one.actor_codes), set(one.recipient_codes)) == (
        other.type,
        set(other.actor_codes),
        set(other.recipient_codes),
    )
    return same and _agree(one, other)


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
