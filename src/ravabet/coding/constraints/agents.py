"""Who is told in the instrumental on a passive does alone what it tells, and is blamed for it, or praised.

«Наложенное Осло эмбарго»; «осудил наложенное Осло эмбарго», «отверг сделку, предложенную властями».
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ravabet.coding.grammar.syntax import markers
from ravabet.coding.grammar.tree import base, top
from ravabet.coding.place import Place
from ravabet.coding.sides.candidate import Candidate
from ravabet.coding.sides.doing import BLOWS
from ravabet.coding.sides.find import candidates
from ravabet.coding.sides.outcomes import NEVER, Scored, codes_of, shifted
from ravabet.coding.sides.stand import JUDGING, standing
from ravabet.language.parsing import Parse

AGENT = (1.0, -1.5)
"""By how much who is told so is likelier to act, and to suffer it."""
OTHERS = -2.5
"""By how much all others are likelier to act."""

JUDGED = (-1.0, 2.5)
"""By how much the doer of what a verb condemns, praises or rejects is likelier to act, and to be judged."""

HURT, THERE = (-1.5, 1.5), -1.5
"""By how much those who are hurt in a blow are likelier to strike it and suffer it, and its place to suffer it."""


def by_agent(place: Place, options: list[Scored]) -> list[Scored]:
    """The mentions of a passive, those in the instrumental on its verb likelier to act, and the others less."""
    verb, known = place.act.verb, markers(place.scene.language)
    if verb is None or not verb.passive or not known.cased or place.between_equals:
        return options
    doers = [o for o in options if o.side == "agent" and _on_verb(place, o)]
    groups = {o.candidate.group for o in doers}
    told = [o for o in options if not o.candidate.back and o.candidate.group in groups]
    if not told:
        return options
    return [shifted(o, *AGENT) if o in told else shifted(o, OTHERS, 0.0) for o in options]


def by_maker(place: Place, options: list[Scored]) -> list[Scored]:
    """The mentions of a verb that judges, likelier to be its recipients where they have made its object."""
    sentence, verb = place.scene.sentences[place.number], place.act.verb
    judges = place.form == "active" and place.frame.type in JUDGING and markers(place.scene.language).cased
    if sentence.parse is None or verb is None or not judges:
        return options
    passive = {n: one.start for one in sentence.verbs if one.passive for n in range(one.start, one.end)}
    made = [o for o in options if _made(sentence.parse, o, passive, range(verb.start, verb.end))]
    return [shifted(o, *JUDGED) if o in made else o for o in options]


def by_victim(place: Place, options: list[Scored]) -> list[Scored]:
    """The mentions of a blow, those who are told to be hurt in it likelier to suffer it than the place.

    «Военный Чада погиб при взрыве в Мали».
    """
    if place.act.verb is not None or place.frame.type not in BLOWS or not markers(place.scene.language).cased:
        return options
    scene, number = place.scene, place.number
    acts = [a for a in scene.acts[number] if a.passive and a.verb is not None and a.clause == place.act.clause]
    hurt = [one for one in (Place(scene, number, act) for act in acts) if one.frame.type in BLOWS]
    told = {o.mention for other in hurt for o in _recipients(other)}
    if not any(o.mention in told for o in options):
        return options
    there = {id(o) for o in options if o.mention.locative and o.mention not in told}
    return [
        shifted(o, *HURT) if o.mention in told else shifted(o, 0.0, THERE) if id(o) in there else o for o in options
    ]


def by_struck(place: Place, options: list[Scored]) -> list[Scored]:
    """Who is told to be struck did not strike, nor did their own of whom nothing tells it («застрелен имам Чада»)."""
    if not place.turned or place.frame.type not in BLOWS or not markers(place.scene.language).cased:
        return options
    struck = [o for o in options if o.side == "recipient"]
    hurt = codes_of(struck)
    spared = [o for o in options if o in struck or (o.side == "no" and o.codes <= hurt)]
    return [replace(o, actor=NEVER) if o in spared else o for o in options]


def by_joint(place: Place, options: list[Scored]) -> list[Scored]:
    """Whom the adjective of an act between equals names, they alone take part («чадско-чилийские переговоры»)."""
    if not place.between_equals or place.act.verb is not None or not markers(place.scene.language).cased:
        return options
    first, own = place.act.tokens[0], set(place.act.tokens)
    here = [o for o in options if not o.candidate.back and len(o.codes) > 1]
    joint = [o for o in here if o.mention.end == first or own.issuperset(range(o.mention.start, o.mention.end))]
    return [o for o in options if o.codes <= codes_of(joint)] if joint else options


def _recipients(place: Place) -> list[Candidate]:
    mentioned = candidates(place)
    return [c for c, stands in zip(mentioned, standing(place, mentioned), strict=True) if stands.side == "recipient"]


def _made(parse: Parse, option: Scored, passive: dict[int, int], verb: range) -> bool:
    """Whether a mention hangs in the instrumental on a participle that is about the object of a verb."""
    if option.candidate.back or option.candidate.hold.governor != "ins":
        return False
    at = passive.get(parse.heads[_first(parse, option)], -1)
    if at < 0 or base(parse.relations[at]) not in ("amod", "acl"):
        return False
    return parse.relations[parse.heads[at]] == "obj" and parse.heads[parse.heads[at]] in verb


def _on_verb(place: Place, option: Scored) -> bool:
    """Whether a mention hangs on the verb of the act without a preposition."""
    parse, verb = place.scene.sentences[place.number].parse, place.act.verb
    if parse is None or verb is None or option.candidate.back or option.stand.governor != "ins":
        return False
    return verb.start <= parse.heads[_first(parse, option)] < verb.end


def _first(parse: Parse, option: Scored) -> int:
    """The head of a mention, or of the first of its list."""
    at = top(parse, option.mention.start, option.mention.end)
    while base(parse.relations[at]) == "conj" and parse.heads[at] >= 0:
        at = parse.heads[at]
    return at


AGENTS: tuple[Callable[[Place, list[Scored]], list[Scored]], ...] = (
    by_agent,
    by_maker,
    by_victim,
    by_struck,
    by_joint,
)
"""The rules in their order."""

__all__ = ["AGENTS"]
