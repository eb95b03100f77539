"""Who and whom: the mentions that take part in an act, chosen by a small readable model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ravabet.coding.features import Candidate, Place, brief, candidates, clause_relation, expected_side, role_features
from ravabet.coding.linear import Linear, shipped
from ravabet.coding.mention import Mention
from ravabet.lexicon import LANGUAGES
from ravabet.model import LexiconError

ACTOR, RECIPIENT = 0.18, 0.17
"""Probability from which a mention is rather taken for an actor or recipient than nobody; these and the following are
set by cross-validation on the training gold (``tools/train_judge.py``)."""
SAME_CODE = 0.3
"""Factor on the odds of a pair of two mentions of one state, which is likelier one party told twice, unless the act is
one that states do to their own people."""
GRAMMAR = {
    "passive": (0.1, 3.0),
    "recipient": (0.5, 1.5),
    "actor": (1.2, 0.8),
    "source": (0.15, 0.15),
    "agent": (3.0, 0.3),
    "modifier": (1.5, 0.7),
}
"""Factors on the odds of being actor and recipient where the grammar gives a mention a side: the models were taught by
few passives and mostly by news of one country, where both sides are often the same."""
JOINED, JOINED_EQUAL = 0.30, 0.15
"""Probability from which a mention coordinated with a chosen one is taken too («ایران و روسیه»)."""
PARTICIPANT, SECOND, THIRD = 0.40, 0.20, 0.90
"""Probability needed of the likeliest who take part in an act between equals, and of one more beside one or two."""
SELF = 0.4
"""Probability from which an act without a recipient is taken to be done to the actor's own people."""


@dataclass(frozen=True, slots=True)
class Models:
    """The linear models of a language.

    Who acts, who is acted on, who takes part in an act between equals, and whether an act without a recipient is done
    to the actor's own people.
    """

    actor: Linear
    recipient: Linear
    equal: Linear
    own: Linear


def models(language: str) -> Models:
    """The shipped models of a language."""
    return Models(*(model(language, name) for name in ("actor", "recipient", "equal", "own")))


@cache
def coded() -> tuple[str, ...]:
    """The languages that are coded so far: those with models."""
    return tuple(language for language in LANGUAGES if shipped("ravabet.coding", f"{language}-event") is not None)


def model(language: str, name: str) -> Linear:
    """One shipped model of a language; raises LexiconError where the package lacks it."""
    found = shipped("ravabet.coding", f"{language}-{name}")
    if found is None:
        message = f"coding/data holds no model {language}-{name}; make it with tools/train_judge.py {language}"
        raise LexiconError(message)
    return found


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
    """The mentions on both sides; ``actor_sure`` and ``recipient_sure`` are the best probabilities (0 if none).

    ``facts``: how the two chosen mentions stand, for the judge.
    """

    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    actor_sure: float
    recipient_sure: float
    facts: tuple[str, ...] = ()


def scored(place: Place, known: Models) -> list[Scored]:
    """Every candidate of an act with its probabilities."""
    found = []
    for candidate in candidates(place):
        facts = role_features(place, candidate)
        if place.between_equals:
            found.append(Scored(candidate, known.equal.probability(facts), 0.0))
        else:
            actor, recipient = known.actor.probability(facts), known.recipient.probability(facts)
            found.append(Scored(candidate, *_by_grammar(place, candidate, actor, recipient)))
    return found


def _by_grammar(place: Place, candidate: Candidate, actor: float, recipient: float) -> tuple[float, float]:
    """Both probabilities, shifted towards the side that the grammar of the act gives the mention."""
    side = expected_side(place, candidate).partition("-")[0]
    if side == "recipient" and place.form == "passive":
        side = "passive"
    factors = GRAMMAR.get(side)
    return (_scaled(actor, factors[0]), _scaled(recipient, factors[1])) if factors else (actor, recipient)


def _scaled(chance: float, factor: float) -> float:
    odds = _odds(chance) * factor
    return odds / (1 + odds)


def roles(place: Place, known: Models | None = None) -> Roles:
    """The actors and recipients of an act, by the language's models unless others are given."""
    known = known or models(place.scene.language)
    options = scored(place, known)
    if place.between_equals:
        return _participants(place, options)
    actor, recipient = _pair(options, 1.0 if place.frame.self_directed else SAME_CODE)
    actors = _with_mates(actor, options, [o.actor for o in options], not_these=[recipient])
    recipients = _with_mates(recipient, options, [o.recipient for o in options], not_these=actors)
    if actors and not recipients and own_people(place, options, known) >= SELF:
        recipients = actors
    return Roles(
        tuple(o.mention for o in actors),
        tuple(o.mention for o in recipients),
        max((o.actor for o in actors), default=0.0),
        max((o.recipient for o in recipients), default=0.0),
        _facts(place, actor, recipient, options),
    )


def _facts(place: Place, one: Scored | None, two: Scored | None, options: list[Scored]) -> tuple[str, ...]:
    """How the two chosen mentions stand, and how far the next likely one is behind."""
    facts = [f"one:{fact}" for fact in brief(place, one.candidate if one else None)]
    facts += [f"two:{fact}" for fact in brief(place, two.candidate if two else None)]
    others = [o for o in options if o is not one and o is not two]
    rival = max((max(o.actor, o.recipient) for o in others), default=0.0)
    facts += [f"rival={int(rival * 5)}", f"options={min(len(options), 6)}"]
    return tuple(facts + [f"{place.form}|{fact}" for fact in facts])


def own_people(place: Place, options: list[Scored], known: Models) -> float:
    """The probability that an act without a named recipient is done to the actor's own people or state."""
    return known.own.probability(own_features(place, options))


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


def _pair(options: list[Scored], same_code: float) -> tuple[Scored | None, Scored | None]:
    """The likeliest actor and recipient taken together, since no mention can be both; either may be nobody."""
    best: tuple[Scored | None, Scored | None] = (None, None)
    best_odds = _odds(ACTOR) * _odds(RECIPIENT)
    for actor in (None, *options):
        for recipient in (None, *options):
            if actor is recipient:
                continue
            odds = _odds(actor.actor if actor else ACTOR) * _odds(recipient.recipient if recipient else RECIPIENT)
            if actor and recipient and set(actor.mention.codes) == set(recipient.mention.codes):
                odds *= same_code
            if odds > best_odds:
                best, best_odds = (actor, recipient), odds
    return best


def _odds(chance: float) -> float:
    return chance / max(1 - chance, 1e-6)


def _with_mates(
    best: Scored | None, options: list[Scored], chances: Sequence[float], not_these: Sequence[Scored | None]
) -> list[Scored]:
    """A chosen mention with those coordinated with it that are likely enough and not on the other side."""
    if best is None:
        return []
    joined = [
        option
        for option, chance in zip(options, chances, strict=True)
        if option is best
        or (chance >= JOINED and _mates(option.candidate, best.candidate) and not any(option is o for o in not_these))
    ]
    return _each_code_once(joined)


def _participants(place: Place, options: list[Scored]) -> Roles:
    """Everyone in an act between equals: the likeliest with its coordination, then the likeliest other."""
    first = _likeliest(options, PARTICIPANT)
    codes = {code for option in first for code in option.mention.codes}
    others = [option for option in options if not codes.issuperset(option.mention.codes)]
    if len(codes) > 1:  # a third is only sought in the act's own clause
        others = [option for option in others if clause_relation(place, option.candidate) == "same"]
    second = _likeliest(others, SECOND if len(codes) < 2 else THIRD)
    everyone = tuple(o.mention for o in _each_code_once(first + second))
    return Roles(
        everyone,
        everyone if place.frame.mutual else (),
        max((o.actor for o in first), default=0.0),
        max((o.actor for o in second), default=0.0),
        _facts(place, first[0] if first else None, second[0] if second else None, options),
    )


def _likeliest(options: list[Scored], needed: float) -> list[Scored]:
    best = max(options, key=lambda o: o.actor, default=None)
    if best is None or best.actor < needed:
        return []
    return [o for o in options if o is best or (o.actor >= JOINED_EQUAL and _mates(o.candidate, best.candidate))]


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
