"""Who is accused of an act did it, by the accusation: «Осло обвинил Тунис в захвате заложников»."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ravabet.coding.acts.act import Act
from ravabet.coding.constraints.receiving import by_facing, by_source
from ravabet.coding.grammar.syntax import hold, markers
from ravabet.coding.grammar.tree import MODIFIERS, base, preposition, top
from ravabet.coding.place import Place
from ravabet.coding.sides.features import ACTING
from ravabet.coding.sides.find import candidates
from ravabet.coding.sides.named import of_participle, receives
from ravabet.coding.sides.outcomes import NEVER, Scored, codes_of, shifted
from ravabet.coding.sides.stand import standing
from ravabet.language import keys
from ravabet.lexicon import frames

ACCUSED = (2.0, -1.0)
"""By how much the accused is likelier to have done what is told of as a charge, and to have suffered it."""
ACCUSER = -2.0
"""By how much who accuses is likelier to have done it."""
SUFFERING = 1.5
"""By how much who receives an act, or is named by what was done to him, is likelier to suffer it."""
HOLDING = (2.5, -2.5)
"""By how much those of the place where somebody is held are likelier to hold him, and to be held."""
INQUIRIES = frozenset({"investigate"})
"""Frames of acts whose object is what happened, and not only who is suspected."""
OTHERWISE = -2.0
"""By how much others are likelier to be accused where it is told what is investigated."""
FARTHEST = 12
"""Tokens before a mention among which is what brings in the grounds of an act."""
QUOTES = frozenset('«»"“”„')
DEEPEST = 6
"""Nouns that may stand between a charge and its verb."""


def by_charge(place: Place, options: list[Scored]) -> list[Scored]:
    """The mentions of an act that somebody is accused of in the same clause, the accused likelier to have done it."""
    if place.act.verb is not None or place.between_equals or not markers(place.scene.language).charging:
        return options
    for act in place.scene.acts[place.number]:
        if frames()[act.expression.frame].type == "ACCUSE" and _charges(place, act):
            return _with_charge(Place(place.scene, place.number, act), options)
    return options


def by_receiver(place: Place, options: list[Scored]) -> list[Scored]:
    """Who receives an act, denies it or is named by it did not do it («تلقت كينيا تهديدا», «كينيون موقوفون»).

    Who is told as its source did it ("criticism from Oslo"), see ``receiving``.
    """
    options = by_source(place, by_facing(place, options))
    if not markers(place.scene.language).receiving:
        return options
    sides = ["recipient" if receives(place, o.candidate) else of_participle(place, o.candidate) for o in options]
    return [_told_as(o, side) for o, side in zip(options, sides, strict=True)]


def _told_as(option: Scored, side: str) -> Scored:
    """A mention with the side that a verb of receiving or a participle gives it, if any."""
    if side == "recipient":
        return replace(shifted(option, 0.0, SUFFERING), actor=NEVER)
    return shifted(option, *HOLDING) if side == "actor" else option


def by_accused(place: Place, options: list[Scored]) -> list[Scored]:
    """Of whom a passive accusation tells beside the accused, nobody accuses but who is told as the agent or place.

    «Катар обвиняется в нападении на судно Омана». In a language of fixed order nobody does at all, where the charge is
    told ("Oslo stands accused of theft").
    """
    told_so = place.frame.type == "ACCUSE" and place.turned and not place.frame.hosted
    if not told_so or not markers(place.scene.language).charging:
        return options
    if markers(place.scene.language).fixed_order:
        charged = _is_charged(place)
        return [replace(o, actor=NEVER) if charged and o.side not in ACTING else o for o in options]
    told = [o for o in options if o.side == "no" and not (o.candidate.back or o.candidate.free or o.mention.locative)]
    return [replace(o, actor=NEVER) if o in told and o.stand.clause == "same" else o for o in options]


def _is_charged(place: Place) -> bool:
    """Whether what brings in a charge stands on the passive verb of an accusation, and nothing tells its agent."""
    sentence, verb, known = place.scene.sentences[place.number], place.act.verb, markers(place.scene.language)
    if sentence.parse is None or verb is None:
        return False
    below = [n for at in range(verb.start, verb.end) for n in sentence.parse.children(at)]
    if any(sentence.parse.relations[n] == "obj" for n in below):
        return False  # it is an active that was read wrongly
    marks = {mark[0] for n in below if (mark := preposition(sentence, sentence.parse, n)) is not None}
    return not marks.isdisjoint(known.charging) and marks.isdisjoint(known.by)


def by_content(place: Place, options: list[Scored]) -> list[Scored]:
    """Of an accusation, those whom only the charge names neither accuse nor are accused.

    «Ему предъявили обвинение в связях с Катаром»; but who is told by «в» himself may («В Осло обвинили ...»).
    """
    known = markers(place.scene.language)
    if place.frame.type != "ACCUSE" or not known.charging or not known.cased:
        return options
    inside = [o for o in options if not o.candidate.back and o.side == "no" and _in_charge(place, o)]
    return [replace(o, actor=NEVER, recipient=NEVER) if o in inside else o for o in options]


def by_ground(place: Place, options: list[Scored]) -> list[Scored]:
    """Whom only the words name for which something is done, neither does nor suffers it.

    «Осудили за шпионаж в пользу Катара», «раскритиковал премьера за помощь Оману»; a place may be that of the court.
    """
    if not markers(place.scene.language).grounds or place.act.verb is None or place.between_equals:
        return options
    inside = [o for o in options if not o.candidate.back and o.side == "no" and _behind_ground(place, o)]
    return [replace(o, actor=NEVER, recipient=NEVER) if o in inside else o for o in options]


def by_matter(place: Place, options: list[Scored]) -> list[Scored]:
    """Whose death, murder or disaster is investigated is not accused («расследование обстоятельств гибели чилийца»).

    Nor mostly is anybody else whom nothing marks so.
    """
    known = markers(place.scene.language)
    if place.frame.id not in INQUIRIES or not known.happenings:
        return options
    struck = [o for o in options if not o.candidate.back and _of_matter(place, o)]
    hurt = codes_of(struck)
    if not hurt:
        return options
    others = [o if o.side == "recipient" else shifted(o, 0.0, OTHERWISE) for o in options]
    return [replace(o, recipient=NEVER) if o.codes <= hurt else o for o in others]


def _of_matter(place: Place, option: Scored) -> bool:
    """Whether a mention is part of a noun phrase of what happened, which it follows."""
    known, tokens = markers(place.scene.language), place.scene.sentences[place.number].tokens
    for at in range(option.mention.start - 1, max(-1, option.mention.start - FARTHEST), -1):
        fold = tokens[at].fold
        if not (tokens[at].is_word or fold in QUOTES) or at in place.act.tokens or fold in place.act.expression.markers:
            return False
        if not keys(fold, place.scene.language).isdisjoint(known.happenings):
            return True
    return False


def _behind_ground(place: Place, option: Scored) -> bool:
    """Whether nothing but a noun phrase stands between a mention and what brings in the grounds of the act's verb."""
    known, verb, own = markers(place.scene.language), place.act.verb, set(place.act.tokens)
    tokens, accusing = place.scene.sentences[place.number].tokens, place.frame.type == "ACCUSE"
    if verb is None or option.mention.locative:
        return False
    edges = {n for one in place.scene.sentences[place.number].verbs for n in range(one.start, one.end)}
    folds = tuple(token.fold for token in tokens)
    for at in range(option.mention.start - 1, max(-1, option.mention.start - FARTHEST), -1):
        fold = tokens[at].fold
        if at in own or at in edges or not (tokens[at].is_word or fold in QUOTES):
            return False
        charge = accusing and fold in known.charging and known.firsts.isdisjoint(folds[verb.end : at])
        if (fold in known.grounds or (charge and at >= verb.end)) and at < option.mention.start - 1:
            if any(len(row) > 1 and folds[at : at + len(row)] == row for row in known.prepositions.get(fold, ())):
                return False  # «в ходе»
            return fold not in place.act.expression.markers
    return False


def _in_charge(place: Place, option: Scored) -> bool:
    """Whether a mention hangs on a noun that is what an accusation brings in as the charge."""
    sentence, act, mention = place.scene.sentences[place.number], place.act, option.mention
    parse = sentence.parse
    if parse is None:
        return False
    group = {*act.tokens, *(range(act.verb.start, act.verb.end) if act.verb else ())}
    at = top(parse, mention.start, mention.end)
    for _ in range(DEEPEST):
        head = parse.heads[at]
        if head in group or head < 0:
            mark = preposition(sentence, parse, at)
            told = not mention.start <= at < mention.end
            return head in group and told and mark is not None and mark[0] in markers(place.scene.language).charging
        if base(parse.relations[at]) not in MODIFIERS | {"conj"}:
            return False
        at = head
    return False


def _with_charge(accusation: Place, options: list[Scored]) -> list[Scored]:
    mentioned = candidates(accusation)
    sides = {one.mention: s.side for one, s in zip(mentioned, standing(accusation, mentioned), strict=True)}
    accused = {code for mention, side in sides.items() if side == "recipient" for code in mention.codes}
    found = []
    for option in options:
        side = sides.get(option.mention, "no").partition("-")[0]
        if side == "recipient":
            option = shifted(option, *ACCUSED)
        elif accused and side in ACTING and option.codes.isdisjoint(accused):
            option = shifted(option, ACCUSER, 0.0)
        found.append(option)
    return found


def _charges(place: Place, accusation: Act) -> bool:
    """Whether an act is what the verb of an accusation brings in as the charge."""
    act, verb = place.act, accusation.verb
    if verb is None or not set(act.tokens).isdisjoint(accusation.tokens):
        return False
    sentence, known = place.scene.sentences[place.number], markers(place.scene.language)
    if sentence.parse is None:
        held = hold(sentence, act.tokens[0], act.tokens[0] + 1, place.scene.language)
        return held.governor in known.charging and act.clause == accusation.clause and act.tokens[-1] < verb.start
    parse, at, group = sentence.parse, act.tokens[0], {*accusation.tokens, *range(verb.start, verb.end)}
    for _ in range(DEEPEST):
        head = parse.heads[at]
        if head in group or head < 0:
            mark = preposition(sentence, parse, at)
            return head in group and mark is not None and mark[0] in known.charging
        if base(parse.relations[at]) not in MODIFIERS | {"conj"}:
            return False
        at = head
    return False


CHARGES: tuple[Callable[[Place, list[Scored]], list[Scored]], ...] = (
    by_charge,
    by_accused,
    by_receiver,
    by_content,
    by_ground,
    by_matter,
)
"""The rules in their order."""
