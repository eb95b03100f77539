"""What is told to the role model and the judge: readable facts on an act and a mention."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ravabet.coding.acts.act import Act
from ravabet.coding.grammar.syntax import markers, objects_ahead
from ravabet.coding.place import Place
from ravabet.coding.scene import Scene, codes_in
from ravabet.coding.sides.candidate import Candidate
from ravabet.coding.sides.stand import Stand, way
from ravabet.lexicon import frames

ACTING = frozenset({"actor", "agent", "modifier"})
"""Sides of a stand that the grammar gives to who acts."""


def role_features(place: Place, candidate: Candidate, stands: Stand, taken: str = "") -> list[str]:
    """The facts by which a candidate is judged actor, recipient or neither; ``taken``: see ``sides_taken``."""
    act, mention = place.act, candidate.mention
    form, kind, frame = place.form, place.frame.type, place.frame.id
    relation, governor, clause, expected = stands.relation, stands.governor, stands.clause, stands.side
    here = len(codes_in(place.scene, place.number))
    depth, order, far = min(candidate.hold.depth, 3), min(candidate.order, 3), _distance(place, candidate)
    facts = [
        f"kind={mention.kind}",
        f"back={candidate.back}",
        f"depth={depth}",
        f"rel={relation}",
        f"gov={governor}",
        f"order={order}",
        f"far={far}",
        f"clause={clause}",
        f"subject={candidate.subject}",
        f"near={candidate.near}",
        f"speaker={candidate.speaker}",
        f"sector={mention.sector}",
        f"locative={mention.locative}",
        f"several={len(mention.codes) > 1}",
        f"expected={expected}",
        f"back={candidate.back}|here={min(here, 3)}",
        f"later={_object_later(place, candidate)}",
    ]
    joint = [
        f"{form}|{governor}|{relation}",
        f"{form}|{governor}|{clause}",
        f"{kind}|{governor}",
        f"{kind}|{relation}",
        f"{kind}|{form}|subject={candidate.subject}",
        f"{frame}|{governor}",
        f"{frame}|subject={candidate.subject}",
        f"{frame}|{relation}",
        f"{form}|{mention.kind}|{governor}",
        f"{kind}|{mention.kind}",
        f"{kind}|speaker={candidate.speaker}",
        f"{kind}|speaker={candidate.speaker}|subject={candidate.subject}",
        f"{form}|order={order}|{candidate.free}",
        f"{form}|far={far}|{governor}",
        f"{form}|depth={depth}|{governor}",
        f"{form}|near={candidate.near}|{governor}",
        f"{form}|near={candidate.near}|subject={candidate.subject}",
        f"{kind}|sector={mention.sector}",
        f"{kind}|expected={expected}",
        f"{frame}|expected={expected}",
        f"{expected}|near={candidate.near}",
        f"{expected}|clause={clause}",
        f"{expected}|kind={mention.kind}|{mention.locative}",
        f"{governor}|locative={mention.locative}",
        f"{act.expression.id}|{governor}",
    ]
    joint += [f"{part}|{expected}|taken={taken}|back={candidate.back}" for part in (form, kind, frame)]
    doing = _doing(place, candidate)
    if doing:
        stance = "object" if candidate.hold.object else candidate.free
        joint += [f"{kind}|doing={doing}|{stance}", f"{form}|doing={doing}|{stance}|{clause}"]
    words, tree = _word_facts(place, candidate), _tree_facts(place, candidate)
    return [f"{form}|{fact}" for fact in facts] + facts + joint + words + tree


def _doing(place: Place, candidate: Candidate) -> str:
    """The types of other acts that the verb of the candidate's clause tells: who condemns an attack did not make it."""
    if candidate.back:
        return ""
    told, own = _told_by_clause(place.scene, place.number), place.act.verb
    if not told:
        return ""
    clause = place.scene.sentences[place.number].clause_of(candidate.mention.start)
    if clause not in told:
        return ""
    return "+".join(sorted({kind for kind, act in told[clause] if act.verb is not own}))


@lru_cache(maxsize=64)
def _told_by_clause(scene: Scene, number: int) -> dict[int | None, list[tuple[str, Act]]]:
    """By clause, the acts that its verb tells, each with its type."""
    sentence, found = scene.sentences[number], dict[int | None, list[tuple[str, Act]]]()
    for act in scene.acts[number]:
        if act.verb is not None and act.verb.finite:
            clause = sentence.clause_of(act.verb.start)
            if clause is not None:
                found.setdefault(clause, []).append((frames()[act.expression.frame].type, act))
    return found


def sides_taken(place: Place, stands: Sequence[Stand]) -> str:
    """Which sides of an act its grammar gives to somebody, and what the verb has for an object if nobody."""
    told = {one.side.partition("-")[0] for one in stands}
    acting = "actor" if told & ACTING else "no"
    return f"{acting}+{'recipient' if 'recipient' in told else _object(place)}"


def _object(place: Place) -> str:
    """What an act's verb has for an object by the dependencies: a ``noun``, or ``no``."""
    parse, verb = place.scene.sentences[place.number].parse, place.act.verb
    if parse is None or verb is None:
        return "no"
    objects = (n for at in range(verb.start, verb.end) for n in parse.children(at) if parse.relations[n] == "obj")
    return "noun" if any(True for _ in objects) else "no"


def _word_facts(place: Place, candidate: Candidate) -> list[str]:
    """The words right before and after a mention in the act's sentence or the one before it."""
    if candidate.back > 1 or candidate.back > place.number:
        return []
    tokens, mention = place.scene.sentences[place.number - candidate.back].tokens, candidate.mention
    before = tokens[mention.start - 1].fold if mention.start else "^"
    after = tokens[mention.end].fold if mention.end < len(tokens) else "^"
    return [f"prev={before}", f"next={after}"]


def _tree_facts(place: Place, candidate: Candidate) -> list[str]:
    """What the dependencies say of the way from a mention to the act."""
    found = way(place, candidate)
    if not found:
        return []
    return [f"path={found}"] + [f"{part}|path={found}" for part in (place.form, place.frame.type, place.frame.id)]


def brief(candidate: Candidate, stands: Stand) -> list[str]:
    """The few facts on a chosen mention that tell the judge how well it fits its side."""
    return [
        f"expected={stands.side}",
        f"gov={stands.governor}",
        f"kind={candidate.mention.kind}",
        f"back={candidate.back}",
        f"subject={candidate.subject}",
        f"clause={stands.clause}",
        f"near={candidate.near}|{stands.side}",
        f"sector={candidate.mention.sector}",
    ]


def _object_later(place: Place, candidate: Candidate) -> bool:
    """Whether the object's mark follows in the mention's clause before any verb: it may be part of a long object."""
    if candidate.back:
        return False
    ahead = objects_ahead(place.scene.sentences[place.number], markers(place.scene.language).object)
    return ahead[candidate.mention.end]


def _distance(place: Place, candidate: Candidate) -> str:
    if candidate.back:
        return "back"
    act, mention = place.act, candidate.mention
    steps = act.tokens[0] - mention.end if mention.end <= act.tokens[0] else mention.start - act.tokens[-1]
    return "0-2" if steps < 3 else "3-6" if steps < 7 else "7-14" if steps < 15 else "15+"
