"""Several mentions of one act in one document become one event, told by the clearest."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ravabet.model import Event, When

EVEN = 0.5
"""Confidence from which a telling is rather right than not."""
ALIKE = frozenset({"CONSULT", "COOPERATE", "SUPPORT"})
"""PLOVER types of which a document that tells one between the same sides in several words mostly means one.

A visit and the talks held on it are one meeting (edge case 1 of the standard). An agreement and the contracts that are
signed under it are not.
"""
BLOWS = frozenset({"ASSAULT"})
"""PLOVER types of which that holds within a sentence: "shelled the village and killed two"."""
SAID = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""PLOVER types of acts of speech, of which it holds too: "criticised Oslo and called the tax a shame"."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event and whether it is only named by a noun, not told by a finite verb."""

    event: Event
    nominal: bool


def merge(told: list[Told]) -> tuple[Event, ...]:
    """The events in the order of their words, each act once, with ids ``e1``, ``e2``, ..."""
    kept: list[Told] = []
    for one in sorted(told, key=lambda t: (-t.event.confidence, t.event.trigger)):
        twin = next((at for at, other in enumerate(kept) if _one_act(one, other)), None)
        if twin is None:
            kept.append(one)
        else:
            kept[twin] = replace(kept[twin], event=_with_details(kept[twin].event, one.event))
    ordered = sorted((one.event for one in kept), key=lambda e: e.trigger)
    return tuple(replace(event, id=f"e{number}") for number, event in enumerate(ordered, 1))


def _one_act(told: Told, before: Told) -> bool:
    """Same type, sides that fit, and nothing that tells them apart: another date, or another act told by a verb."""
    one, other = told.event, before.event
    if one.type != other.type or not _agree(one, other):
        return False
    alike = one.frame == other.frame or one.type in ALIKE
    together = one.type in BLOWS | SAID and one.sentence == other.sentence
    if not (alike or together or told.nominal or before.nominal):
        return False
    sides = ((one.actor_codes, other.actor_codes), (one.recipient_codes, other.recipient_codes))
    if all(set(mine) == set(others) for mine, others in sides):
        return True
    return alike and all(_fit(set(mine), set(others)) for mine, others in sides)


def _fit(mine: set[str], others: set[str]) -> bool:
    """Whether two tellings of one side go together: the same, or one of them says less."""
    return mine <= others or others <= mine


def _agree(one: Event, other: Event) -> bool:
    if one.status != other.status and "denied" in (one.status, other.status):
        return False
    if one.when is None or other.when is None:
        return True
    return one.when.date.startswith(other.when.date) or other.when.date.startswith(one.when.date)


def _as_good(kept: Event, other: Event) -> bool:
    """Whether what is said of another telling holds of the event: it tells the same, rather right than not."""
    return other.frame == kept.frame and other.confidence >= EVEN


def _more_exact(kept: When | None, other: When | None) -> When | None:
    """The date that says more: "on 20 December 2024", not "in 2024"."""
    if kept is None or other is None:
        return kept or other
    return other if len(other.date) > len(kept.date) else kept


def _with_details(kept: Event, other: Event) -> Event:
    """The clearest mention, with the date, place and amount that only another one gives."""
    return replace(
        kept,
        when=_more_exact(kept.when, other.when),
        where=kept.where or other.where,
        amount=kept.amount or other.amount,
        because=(*kept.because, f"also told at {other.trigger.start}"),
        again=(*kept.again, other.trigger) if _as_good(kept, other) else kept.again,
    )
