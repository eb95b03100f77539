"""Who and whom: the mentions that take part in an act, chosen by a small readable model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from ravabet.coding.acts import GENITIVE, Act
from ravabet.coding.anaphora import PLACES
from ravabet.coding.features import ACTING, SUBJECT, Place, brief, candidates, role_features, sides_taken
from ravabet.coding.linear import Linear, log_odds, probability, shipped
from ravabet.coding.mention import Mention
from ravabet.coding.mention_words import assemblies, words
from ravabet.coding.outcomes import NEVER, Outcome, Scored, codes_of
from ravabet.coding.ranking import Ranker, ranker
from ravabet.coding.stand import stand, standing
from ravabet.coding.syntax import markers
from ravabet.lexicon import EXPERIMENTAL, LANGUAGES, frames
from ravabet.model import LexiconError

GRAMMAR = {
    "passive": (-2.3, 1.1),
    "recipient": (-0.69, 0.41),
    "actor": (0.18, -0.22),
    "source": (-1.9, -1.9),
    "agent": (1.1, -1.2),
    "modifier": (0.41, -0.36),
    "noun": (-2.0, 0.0),
}
"""What is added to the log-odds of being actor and recipient where the grammar gives a mention a side: the models were
taught by few passives and mostly by news of one country, where both sides are often the same."""
AT_PLACE = (2.5, 2.0)
"""By how much those of the place are likelier to act, and the people of another state less, where these people are
detained or set free and nobody is told to have done it ("the arrest of Danish citizens in Oslo")."""
GATHERING = "multilateral"
"""The PLOVER mode of meetings of many."""
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
"""PLOVER types of deeds that others condemn."""
GROUP = 2.5
"""By how much a group acts less likely on some of its own ("two spies were caught and some of them detained")."""
BLOWS = frozenset({"ASSAULT"})
"""PLOVER types of acts whose place does not tell who did it: soldiers are killed abroad by whomever."""
ASKING = frozenset({"REQUEST"})
"""PLOVER types of acts that tell another to act: what is wanted stands in a clause of its own."""
PEOPLE = frozenset({"CVL", "JRN", "EDU", "BUS"})
"""Sectors of people who hold no office, to whom such acts are done."""
HOSTED = frozenset({"COERCE", "RETREAT"})
"""PLOVER types of acts that authorities mostly do at home: they detain there, and set free."""
GRAMMAR_ALONE = "grammar"
"""The name of the models, a few weights set by hand, for languages without annotated passages to learn from."""


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
    """The languages that are coded so far: those with models, and those coded by grammar alone."""
    trained = (language for language in LANGUAGES if shipped("ravabet.coding", f"{language}-event") is not None)
    return (*trained, *EXPERIMENTAL)


def model(language: str, name: str) -> Linear:
    """One shipped model of a language, or of an experimental one the weights that grammar alone gives.

    Raises LexiconError where the package lacks it.
    """
    kind = GRAMMAR_ALONE if language in EXPERIMENTAL else language
    found = shipped("ravabet.coding", f"{kind}-{name}")
    if found is None:
        message = f"coding/data holds no model {language}-{name}; make it with tools/train_judge.py"
        raise LexiconError(message)
    return found


@dataclass(frozen=True, slots=True)
class Roles:
    """The mentions on both sides; ``actor_sure`` and ``recipient_sure`` are the best probabilities (0 if none).

    ``sure``: the ranker's probability that both sides are right; ``facts``: how the two chosen mentions stand, for the
    judge.
    """

    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    actor_sure: float
    recipient_sure: float
    sure: float
    facts: tuple[str, ...] = ()

    @property
    def sides(self) -> tuple[frozenset[str], frozenset[str]]:
        """The codes of the actors and of the recipients."""
        return (
            frozenset(code for mention in self.actors for code in mention.codes),
            frozenset(code for mention in self.recipients for code in mention.codes),
        )


def scored(place: Place, known: Models) -> list[Scored]:
    """Every candidate of an act with its probabilities."""
    found = []
    mentioned = candidates(place)
    standings = standing(place, mentioned)
    taken = sides_taken(place, standings)
    for candidate, stands in zip(mentioned, standings, strict=True):
        facts = role_features(place, candidate, stands, taken)
        if place.between_equals:
            found.append(Scored(candidate, known.equal.probability(facts), 0.0, stands))
        else:
            actor, recipient = known.actor.log_odds(facts), known.recipient.log_odds(facts)
            found.append(Scored(candidate, *_by_grammar(place, stands.side, actor, recipient), stands))
    if place.form == "noun" and place.frame.type in DEEDS:
        found = _by_judging(place, found)
    if place.frame.type == "ACCUSE" and place.form != "noun":
        found = _by_deed(place, found)
    if place.frame.mode == GATHERING:
        found = _by_assembly(found)
    named = _by_unknown(place, [o for o in found if o.codes], [o for o in found if not o.codes])
    if place.frame.type in HOSTED:
        near = markers(place.scene.language).beside
        named = [replace(o, recipient=NEVER) if o.candidate.hold.governor in near else o for o in named]
    if place.frame.type in BLOWS:
        named = _by_guests(named)
    if place.frame.type in ASKING and place.form == "active":
        named = _by_asked(named)
    hosted = place.frame.type in HOSTED or place.frame.hosted
    return _by_group(_by_place(place, named) if hosted else named)


def _by_judging(place: Place, options: list[Scored]) -> list[Scored]:
    """Who condemns a deed in its own clause did not do it, nor suffer it («X حمله به Y را محکوم کرد»).

    In a headline of a language of fixed order it may well have suffered it ("Chad condemns capture of tanker"). Nor did
    those do it who were hurt in it («سه سرباز X در حمله‌ای کشته شدند»).
    """
    acts, clause = place.scene.acts[place.number], place.act.clause
    told = [a for a in acts if a.verb and a.verb.finite and a.clause == clause]
    judged, hurt = any(map(_judges, told)), any(map(_hurts, told))
    if not judged and not hurt:
        return options
    subjects = [o for o in options if o.stand.clause == "same" and o.candidate.free and o.side not in ACTING]
    if judged and not markers(place.scene.language).fixed_order:
        return [replace(o, actor=NEVER, recipient=NEVER) if o in subjects else o for o in options]
    return [replace(o, actor=NEVER) if o in subjects else o for o in options]


def _by_assembly(options: list[Scored]) -> list[Scored]:
    """Where a body of many meets, the place is no party («саммит ШОС в Сантьяго»)."""
    bodies = [o for o in options if o.codes <= assemblies() and not o.mention.locative and not o.candidate.back]
    there = [o for o in options if o.mention.locative and o.mention.kind in PLACES and not o.candidate.back]
    return [o for o in options if o not in there] if bodies else options


def _by_deed(place: Place, options: list[Scored]) -> list[Scored]:
    """Whom a condemned deed was done to is not condemned («осудил нападение на X», «حمله به X را محکوم کرد»)."""
    scene, number, clause = place.scene, place.number, place.act.clause
    told = (act for act in scene.acts[number] if act.verb is None and act.clause == clause)
    deeds = [Place(scene, number, act) for act in told if set(act.tokens).isdisjoint(place.act.tokens)]
    deeds = [deed for deed in deeds if deed.frame.type in DEEDS]
    near = [o for o in options if not o.candidate.back]
    doers = [o for o in near if o.candidate.hold.governor in markers(scene.language).by]
    hurt = [o for o in near if o not in doers and any(_suffers(deed, o, bool(doers)) for deed in deeds)]
    return [replace(o, recipient=NEVER) if o in hurt else o for o in options]


def _suffers(deed: Place, option: Scored, done: bool) -> bool:
    """Whether the grammar of a deed makes somebody the one it is done to, by a word of its own or as its genitive.

    ``done``: somebody is told to have done it, so that the genitive has not («تحریم شرکت‌های X از سوی Y»).
    """
    marked = deed.act.expression.markers
    brought = option.candidate.hold.governor in marked or (GENITIVE in marked and done)
    return brought and stand(deed, option.candidate).relation == "after:marker"


def _hurts(act: Act) -> bool:
    return act.passive and frames()[act.expression.frame].type in BLOWS


def _judges(act: Act) -> bool:
    return not act.passive and frames()[act.expression.frame].type == "ACCUSE"


def _by_guests(options: list[Scored]) -> list[Scored]:
    """Where people of one state are hurt, another that only is the place did not do it («سربازان X در Y کشته شدند»)."""
    hurt = codes_of([o for o in options if o.side == "recipient"])
    there = [o for o in options if o.mention.locative and o.side == "no" and o.codes.isdisjoint(hurt)]
    return [replace(o, actor=NEVER) if hurt and o in there else o for o in options]


def _by_asked(options: list[Scored]) -> list[Scored]:
    """Where it is told who is asked, nobody in what is wanted is («از شهروندانش خواست به روسیه سفر نکنند»)."""
    asked = any(o.side == "recipient" and o.stand.clause == "same" for o in options)
    wanted = [o for o in options if o.side == "no" and (o.stand.clause == "same" or o.stand.clause.startswith("child"))]
    return [replace(o, recipient=NEVER) if asked and o in wanted else o for o in options]


def _by_unknown(place: Place, options: list[Scored], unknown: list[Scored]) -> list[Scored]:
    """Where people whom nobody knows are told to act, none of those told does ("gunmen attacked a post in Mosul")."""
    acting = any(_acts(place, o) for o in unknown if not o.candidate.back)
    return [replace(o, actor=NEVER) for o in options] if acting else options


def _acts(place: Place, option: Scored) -> bool:
    """Whether the grammar makes somebody the actor: of a passive also who stands in its clause in a bare case."""
    bare = option.stand.governor in SUBJECT and option.candidate.subject == "no" and option.stand.clause == "same"
    return option.side in ACTING or (place.form == "passive" and bare and option.side == "no")


def _by_group(options: list[Scored]) -> list[Scored]:
    """A group told in the sentence is not who acts on some of it, the subject of a passive."""
    some = codes_of([o for o in options if o.side == "recipient" and _some(o) and o.candidate.subject == "own"])
    if not some:
        return options
    group = [o for o in options if o.side == "no" and not o.candidate.back and o.codes <= some]
    return [_likelier(o, -GROUP) if o in group else o for o in options]


def _some(option: Scored) -> bool:
    return option.mention.source.startswith("some:")


def _likelier(option: Scored, by: float) -> Scored:
    """The same mention, by so much in log-odds likelier to act."""
    return replace(option, actor=probability(log_odds(option.actor) + by))


def _by_place(place: Place, options: list[Scored]) -> list[Scored]:
    """Those of the place act on the people of another state, who are told as recipient.

    Of an act that is done where one is called to, the institution there («вызван в МИД»).
    """
    if any(option.side.startswith(("actor", "agent")) for option in options):
        return options
    called = place.frame.hosted
    guests = [o for o in options if o.side == "recipient" and (called or o.mention.sector in PEOPLE)]
    there = [o for o in options if not o.candidate.back and o.side != "recipient"]
    where = words(place.scene.language).small["place_markers"]
    hosts = [
        o for o in there if (o.mention.sector == "GOV" and o.stand.governor in where if called else o.mention.locative)
    ]
    if not guests or not hosts or codes_of(guests) & codes_of(hosts):
        return options
    theirs = [o for o in options if o.codes <= codes_of(guests)]  # and the embassy that tells of it
    shifts = {id(o): AT_PLACE[0] for o in hosts} | {id(o): -AT_PLACE[1] for o in theirs}
    return [_likelier(o, shifts.get(id(o), 0.0)) for o in options]


def _by_grammar(place: Place, side: str, actor: float, recipient: float) -> tuple[float, float]:
    """Both probabilities, their log-odds shifted towards the side that the grammar of the act gives the mention."""
    side = side.partition("-")[0]
    if side == "recipient" and place.form == "passive":
        side = "passive"
    shift = GRAMMAR.get(side, (0.0, 0.0))
    return probability(actor + shift[0]), probability(recipient + shift[1])


def roles(place: Place, known: Models | None = None, by: Ranker | None = None) -> Roles:
    """The actors and recipients of an act, by the shipped models unless others are given."""
    known = known or models(place.scene.language)
    options = scored(place, known)
    chosen, odds = (by or ranker()).best(place, options, own_people(place, options, known))
    actors = tuple(o.mention for o in chosen.actors)
    mutual = place.between_equals and place.frame.mutual
    return Roles(
        actors,
        actors if mutual else tuple(o.mention for o in chosen.recipients),
        max((o.actor for o in chosen.actors), default=0.0),
        _second_sure(place, chosen),
        probability(odds),
        _facts(place, chosen, options),
    )


def _second_sure(place: Place, chosen: Outcome) -> float:
    """The best probability of the other side: of an act between equals, that of its second mention."""
    if place.between_equals:
        return chosen.two.actor if chosen.two else 0.0
    return max((o.recipient for o in chosen.recipients), default=0.0)


def _facts(place: Place, chosen: Outcome, options: Sequence[Scored]) -> tuple[str, ...]:
    """How the two chosen mentions stand, and how far the next likely one is behind."""
    one, two = chosen.one, chosen.two
    facts = [f"one:{fact}" for fact in (brief(one.candidate, one.stand) if one else ["none"])]
    facts += [f"two:{fact}" for fact in (brief(two.candidate, two.stand) if two else ["none"])]
    others = [o for o in options if o is not one and o is not two]
    rival = max((max(o.actor, o.recipient) for o in others), default=0.0)
    facts += [f"rival={int(rival * 5)}", f"options={min(len(options), 6)}"]
    return tuple(facts + [f"{place.form}|{fact}" for fact in facts])


def own_people(place: Place, options: Sequence[Scored], known: Models) -> float:
    """The probability that an act without a named recipient is done to the actor's own people or state."""
    return known.own.probability(own_features(place, options))


def own_features(place: Place, options: Sequence[Scored]) -> list[str]:
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
