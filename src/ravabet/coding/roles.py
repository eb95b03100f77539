"""Who and whom: the mentions that take part in an act, chosen by a small readable model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ravabet.coding.features import Candidate, Place, candidates, role_features
from ravabet.coding.linear import Linear, load
from ravabet.coding.mentions import Mention

NEEDED = 0.35
"""Probability from which a mention is taken for an actor or recipient; set by cross-validation on the training gold."""
JOINED = 0.15
"""The same for a mention coordinated with one that is taken («ایران و روسیه»)."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its probabilities of being actor and recipient."""

    candidate: Candidate
    actor: float
    recipient: float

    @property
    def mention(self) -> Mention:
        """The candidate's mention."""
        return self.candidate.mention


@dataclass(frozen=True, slots=True)
class Roles:
    """The mentions on both sides; ``actor_sure`` and ``recipient_sure`` are the best probabilities (0 if none)."""

    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    actor_sure: float
    recipient_sure: float


def scored(place: Place, model: Linear | None = None) -> list[Scored]:
    """Every candidate of an act with its probabilities, from the language's model unless one is given."""
    model = model or load(f"{place.scene.language}-roles")
    found = []
    for candidate in candidates(place):
        chances = model.probabilities(role_features(place, candidate))
        found.append(Scored(candidate, chances.get("actor", 0.0), chances.get("recipient", 0.0)))
    return found


def roles(place: Place, model: Linear | None = None) -> Roles:
    """The actors and recipients of an act."""
    options = scored(place, model)
    if place.frame.symmetric:
        return _participants(options)
    actors = _side(options, [o.actor for o in options], taken=frozenset())
    taken = frozenset(code for option in actors for code in option.mention.codes)
    recipients = _side(options, [o.recipient for o in options], taken)
    if place.frame.self_directed and actors and not recipients:
        recipients = actors
    return Roles(
        tuple(o.mention for o in actors),
        tuple(o.mention for o in recipients),
        max((o.actor for o in actors), default=0.0),
        max((o.recipient for o in recipients), default=0.0),
    )


def _side(options: list[Scored], chances: Sequence[float], taken: frozenset[str]) -> list[Scored]:
    """The best option and those coordinated with it, or nothing where none is likely enough."""
    ranked = sorted(zip(chances, range(len(options)), strict=True), key=lambda pair: (-pair[0], pair[1]))
    for chance, at in ranked:
        best = options[at]
        if chance < NEEDED:
            return []
        if taken.issuperset(best.mention.codes):
            continue
        mates = [
            option
            for option, own in zip(options, chances, strict=True)
            if option is best or (_mates(option.candidate, best.candidate) and own >= JOINED)
        ]
        return _each_code_once(mates)
    return []


def _participants(options: list[Scored]) -> Roles:
    """Everyone who takes part in a symmetric act: the likely ones, and the best other where only one is found."""
    chances = [option.actor + option.recipient for option in options]
    likely = [o for o, chance in zip(options, chances, strict=True) if chance >= NEEDED]
    chosen = _each_code_once(likely)
    best = max(chances, default=0.0)
    second = sorted(chances, reverse=True)[1] if len(chances) > 1 else 0.0
    return Roles(tuple(o.mention for o in chosen), (), best, second)


def _mates(one: Candidate, other: Candidate) -> bool:
    return (one.back, one.group) == (other.back, other.group)


def _each_code_once(options: list[Scored]) -> list[Scored]:
    seen: set[str] = set()
    kept = []
    for option in options:
        if not seen.issuperset(option.mention.codes):
            kept.append(option)
            seen.update(option.mention.codes)
    return kept
