"""Who and whom: the mentions that take part in an act, chosen by a small readable model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ravabet.coding.features import Candidate, Place, candidates, role_features
from ravabet.coding.linear import Linear, load
from ravabet.coding.mention import Mention

ACTOR, RECIPIENT, PARTICIPANT, SECOND = 0.30, 0.30, 0.40, 0.20
"""Probability from which a mention is taken for what it may be; set by cross-validation on the training gold."""
JOINED, JOINED_EQUAL = 0.30, 0.15
"""The same for a mention coordinated with one that is taken («ایران و روسیه»), on one side or between equals."""
SELF = 0.4
"""Probability from which an act without a recipient is taken to be done to the actor's own people."""


@dataclass(frozen=True, slots=True)
class Models:
    """The linear models of a language: who acts, who is acted on, and whether it is the actor's own people."""

    actor: Linear
    recipient: Linear
    own: Linear


def models(language: str) -> Models:
    """The shipped models of a language."""
    return Models(load(f"{language}-actor"), load(f"{language}-recipient"), load(f"{language}-own"))


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


def scored(place: Place, known: Models) -> list[Scored]:
    """Every candidate of an act with its probabilities."""
    found = []
    for candidate in candidates(place):
        facts = role_features(place, candidate)
        actor, recipient = known.actor.probabilities(facts), known.recipient.probabilities(facts)
        found.append(Scored(candidate, actor.get("yes", 0.0), recipient.get("yes", 0.0)))
    return found


def roles(place: Place, known: Models | None = None) -> Roles:
    """The actors and recipients of an act, by the language's models unless others are given."""
    known = known or models(place.scene.language)
    options = scored(place, known)
    if place.between_equals:
        return _participants(options, place.frame.mutual)
    actors = _side(options, [o.actor for o in options], ACTOR, apart=[])
    recipients = _side(options, [o.recipient for o in options], RECIPIENT, apart=actors)
    if actors and not recipients and own_people(place, options, known.own) >= SELF:
        recipients = actors
    return Roles(
        tuple(o.mention for o in actors),
        tuple(o.mention for o in recipients),
        max((o.actor for o in actors), default=0.0),
        max((o.recipient for o in recipients), default=0.0),
    )


def own_people(place: Place, options: list[Scored], model: Linear) -> float:
    """The probability that an act without a named recipient is done to the actor's own people or state."""
    return model.probabilities(own_features(place, options)).get("yes", 0.0)


def own_features(place: Place, options: list[Scored]) -> list[str]:
    """The facts by which that is judged."""
    frame, form = place.frame, place.form
    best = max(options, key=lambda o: o.actor, default=None)
    codes = {code for option in options for code in option.mention.codes}
    sector = best.mention.sector if best else None
    return [
        f"frame={frame.id}",
        f"type={frame.type}",
        f"self={frame.self_directed}",
        f"act={place.act.expression.id}",
        f"{frame.type}|{form}",
        f"sector={sector}",
        f"{frame.type}|sector={sector}",
        f"codes={min(len(codes), 3)}",
        f"{frame.type}|codes={min(len(codes), 3)}",
        f"{frame.self_directed}|codes={min(len(codes), 3)}",
        f"foreign={max((int(o.recipient * 5) for o in options), default=0)}",
    ]


def _side(
    options: list[Scored], chances: Sequence[float], needed: float, apart: list[Scored], joined: float = JOINED
) -> list[Scored]:
    """The likeliest option that is not already ``apart`` on the other side, and those coordinated with it."""
    ranked = sorted(zip(chances, range(len(options)), strict=True), key=lambda pair: (-pair[0], pair[1]))
    for chance, at in ranked:
        best = options[at]
        if chance < needed:
            return []
        if any(best is other for other in apart):
            continue
        mates = [
            option
            for option, own in zip(options, chances, strict=True)
            if option is best
            or (own >= joined and _mates(option.candidate, best.candidate) and not any(option is o for o in apart))
        ]
        return _each_code_once(mates)
    return []


def _participants(options: list[Scored], mutual: bool) -> Roles:
    """Everyone who takes part in a symmetric act: the likeliest with its coordination, then the likeliest other."""
    chances = [option.actor for option in options]
    first = _side(options, chances, PARTICIPANT, [], JOINED_EQUAL)
    codes = {code for option in first for code in option.mention.codes}
    others = [option for option in options if not codes.issuperset(option.mention.codes)]
    needed = SECOND if len(codes) < 2 else 2 * PARTICIPANT
    second = _side(others, [option.actor for option in others], needed, [], JOINED_EQUAL)
    chosen = _each_code_once(first + second)
    everyone = tuple(o.mention for o in chosen)
    return Roles(
        everyone,
        everyone if mutual else (),
        max((o.actor for o in first), default=0.0),
        max((o.actor for o in second), default=0.0),
    )


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
