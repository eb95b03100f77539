"""What is told to the role model and the judge: readable facts on an act and a mention."""

from __future__ import annotations

from dataclasses import dataclass

from ravabet.coding.acts import Act
from ravabet.coding.mentions import Mention
from ravabet.coding.scene import Scene
from ravabet.coding.syntax import Hold, between, hold
from ravabet.lexicon import Frame, frames

SUBJECT = frozenset({"start", "comma"})
"""Governors of a noun phrase that can be the subject of its clause."""


@dataclass(frozen=True, slots=True)
class Place:
    """An act where it stands: sentence ``number`` of ``scene``."""

    scene: Scene
    number: int
    act: Act

    @property
    def frame(self) -> Frame:
        """The frame its expression names."""
        return frames()[self.act.expression.frame]

    @property
    def form(self) -> str:
        """``noun``, ``infinitive`` (or participle), ``passive`` or ``active``."""
        if self.act.verb is None:
            return "noun"
        if self.act.nominal:
            return "infinitive"
        return "passive" if self.act.passive else "active"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that may take part in an act. ``hold`` is that of its coordination's first member.

    ``back``: how many sentences before the act's it stands; ``group``: number of its coordination in the sentence.
    """

    mention: Mention
    hold: Hold
    back: int
    group: int
    order: int

    @property
    def subject(self) -> bool:
        """Whether it can be the subject of its clause by what stands before and after it."""
        return self.hold.governor in SUBJECT and not self.hold.object


def candidates(place: Place) -> tuple[Candidate, ...]:
    """The mentions of the act's sentence outside the act's own words, and the subjects of the sentence before."""
    own = _held(place.scene, place.number, back=0)
    inside = set(place.act.tokens)
    here = [c for c in own if not inside.issuperset(range(c.mention.start, c.mention.end))]
    if place.number == 0:
        return tuple(here)
    before = [c for c in _held(place.scene, place.number - 1, back=1) if c.subject]
    return (*here, *before[:2])


def _held(scene: Scene, number: int, back: int) -> list[Candidate]:
    sentence = scene.sentences[number]
    found: list[Candidate] = []
    group = -1
    for order, mention in enumerate(scene.mentions[number]):
        held = hold(sentence, mention.start, mention.end, scene.language)
        joined = (
            bool(found)
            and held.governor in ("and", "comma")
            and held.depth <= 2
            and (between(sentence, found[-1].mention.end, mention.start, scene.language) == "and")
        )
        if joined:
            first = found[-1].hold
            held = Hold(first.governor, first.depth, first.object or held.object, first.place)
        else:
            group += 1
        found.append(Candidate(mention, held, back, group, order))
    return found


def role_features(place: Place, candidate: Candidate) -> list[str]:
    """The facts by which a candidate is judged actor, recipient or neither of an act."""
    act, mention = place.act, candidate.mention
    form, kind = place.form, place.frame.type
    facts = [f"kind={mention.kind}", f"back={candidate.back}", f"depth={min(candidate.hold.depth, 3)}"]
    relation = _relation(place, candidate)
    governor = _governor(act, candidate)
    facts += [f"rel={relation}", f"gov={governor}", f"order={min(candidate.order, 3)}"]
    facts += [f"far={_distance(place, candidate)}", f"clause={_clause(place, candidate)}"]
    if getattr(mention, "locative", False):
        facts.append("locative")
    if mention.sector:
        facts.append(f"sector={mention.sector}")
    joint = [
        f"{form}|{governor}|{relation}",
        f"{form}|{governor}|{_clause(place, candidate)}",
        f"{kind}|{governor}",
        f"{kind}|{relation}",
        f"{kind}|{form}|{candidate.subject}",
        f"{act.expression.frame}|{governor}",
        f"{form}|{mention.kind}|{governor}",
        f"{kind}|{mention.kind}",
        f"{form}|order={min(candidate.order, 3)}|{candidate.subject}",
        f"{form}|far={_distance(place, candidate)}|{governor}",
        f"{form}|depth={min(candidate.hold.depth, 3)}|{governor}",
    ]
    return [f"{form}|{fact}" for fact in facts] + facts + joint


def _governor(act: Act, candidate: Candidate) -> str:
    """The governor, said as ``marker`` where the expression names it as the recipient's."""
    held = candidate.hold
    if held.object:
        return "marker" if "را" in act.expression.markers else "object"
    if held.governor in act.expression.markers:
        return "marker"
    return held.governor


def _relation(place: Place, candidate: Candidate) -> str:
    """Where the mention stands from the act's noun (or verb), and what joins them."""
    if candidate.back:
        return "before-sentence"
    sentence, act, mention = place.scene.sentences[place.number], place.act, candidate.mention
    noun = [n for n in act.tokens if act.verb is None or not act.verb.start <= n < act.verb.end] or list(act.tokens)
    if mention.start >= noun[0] and mention.end <= noun[-1] + 1:
        return "inside"
    if mention.start > noun[-1]:
        joint = between(sentence, noun[-1] + 1, mention.start, place.scene.language)
        return "after:marker" if joint in act.expression.markers else f"after:{joint}"
    return f"before:{between(sentence, mention.end, noun[0], place.scene.language)}"


def _distance(place: Place, candidate: Candidate) -> str:
    if candidate.back:
        return "back"
    act, mention = place.act, candidate.mention
    steps = act.tokens[0] - mention.end if mention.end <= act.tokens[0] else mention.start - act.tokens[-1]
    return "0-2" if steps < 3 else "3-6" if steps < 7 else "7-14" if steps < 15 else "15+"


def _clause(place: Place, candidate: Candidate) -> str:
    """How the mention's clause stands to the act's."""
    if candidate.back:
        return "back"
    sentence = place.scene.sentences[place.number]
    own, act = sentence.clause_of(candidate.mention.start), place.act.clause
    if own is None or act is None:
        return "none"
    if own == act:
        return "same"
    if sentence.clauses[act].parent == own:
        return f"parent-of-{sentence.clauses[act].link}"
    if sentence.clauses[own].parent == act:
        return f"child-{sentence.clauses[own].link}"
    return "earlier" if own < act else "later"
