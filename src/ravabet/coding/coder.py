"""From a document to its events: every act judged, with its roles, date, place, amount, status and speaker."""

from __future__ import annotations

from dataclasses import dataclass

from ravabet.coding.features import Place
from ravabet.coding.judge import chance
from ravabet.coding.linear import Linear
from ravabet.coding.mentions import Mention
from ravabet.coding.merge import merge
from ravabet.coding.roles import Roles, roles
from ravabet.coding.scene import Scene, scene
from ravabet.model import Actor, Document, Event

EVENT = 0.40
"""Probability from which an act is an event: best dyad F1 with precision of at least one half on the training gold."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An act with its roles and the judge's probability."""

    place: Place
    roles: Roles
    chance: float


def code(document: Document) -> tuple[Event, ...]:
    """The events of a document in the order of their words; raises KeyError for a language that is not coded."""
    if document.language is None:
        return ()
    laid = scene(document.text, document.language, document.published)
    found = [finding for finding in findings(laid) if finding.chance >= EVENT]
    return merge([event(laid, finding) for finding in clearest(found)])


def findings(laid: Scene, role_model: Linear | None = None, judge_model: Linear | None = None) -> list[Finding]:
    """Every act of a laid-out document with its roles and probability."""
    found = []
    for number, acts in enumerate(laid.acts):
        for act in acts:
            place = Place(laid, number, act)
            chosen = roles(place, role_model)
            found.append(Finding(place, chosen, chance(place, chosen, judge_model)))
    return found


def clearest(found: list[Finding]) -> list[Finding]:
    """One finding for words that name several acts: the likeliest."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (-f.chance, f.place.number, f.place.act.tokens, f.place.frame.id)):
        taken = set(finding.place.act.tokens)
        if not any(k.place.number == finding.place.number and taken & set(k.place.act.tokens) for k in kept):
            kept.append(finding)
    return sorted(kept, key=lambda f: (f.place.number, f.place.act.tokens))


def event(laid: Scene, finding: Finding) -> Event:
    """The event a finding stands for."""
    place, frame = finding.place, finding.place.frame
    sentence = laid.sentences[place.number]
    trigger = place.act.span(sentence)
    return Event(
        id=f"{trigger.start}",
        type=frame.type,
        frame=frame.id,
        trigger=trigger,
        sentence=sentence.span,
        actors=_actors(laid, finding.roles.actors),
        recipients=() if frame.symmetric else _actors(laid, finding.roles.recipients),
        mode=frame.mode,
        context=frame.context,
        score=frame.score,
        confidence=round(finding.chance, 3),
        because=(f"act {place.act.expression.id}", f"form {place.form}"),
    )


def _actors(laid: Scene, chosen: tuple[Mention, ...]) -> tuple[Actor, ...]:
    return tuple(
        Actor(code, mention.span.of(laid.text), mention.span, mention.sector)
        for mention in chosen
        for code in mention.codes
    )
