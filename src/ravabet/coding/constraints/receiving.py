"""Who suffers and who does what a noun tells, by the verb over it and by "from": "Oslo faces raids from Mali".

For languages of fixed order, by the dependencies.
"""

from __future__ import annotations

from ravabet.coding.grammar.control import part_of, subject
from ravabet.coding.grammar.syntax import markers
from ravabet.coding.grammar.tree import MODIFIERS, base, preposition, top
from ravabet.coding.place import Place
from ravabet.coding.sides.outcomes import Scored, shifted
from ravabet.language import Verb
from ravabet.language.parsing import Parse
from ravabet.lexicon import frames

FACING = (-3.0, 3.0)
"""By how much who receives or faces what a noun tells is likelier to act, and to suffer it."""
ISSUING = (2.5, -2.5)
"""By how much who is told as its source ("attacks from Oslo") is likelier to act, and to suffer it."""
COMING = frozenset({"ACCUSE", "AID", "ASSAULT", "PROTEST", "REQUEST", "SUPPORT", "THREATEN"})
"""PLOVER types of acts that come from who does them; what is taken comes from whom it is done to ("seized from")."""
DEEPEST = 4
"""Edges from the noun of an act up to the verb that governs it."""


def by_facing(place: Place, options: list[Scored]) -> list[Scored]:
    """Who receives or faces what a noun tells suffers it ("Oslo suffered a raid", "Chad is to receive aid")."""
    parse, known = place.scene.sentences[place.number].parse, markers(place.scene.language)
    if parse is None or place.between_equals or not known.facing:
        return options
    faced = _facing(place, parse)
    if faced is None:
        return options
    told = [o for o in options if _is_part(place, parse, o, faced)]
    return [shifted(o, *FACING) if o in told else o for o in options]


def by_source(place: Place, options: list[Scored]) -> list[Scored]:
    """Who is told as the source of what a noun tells does it ("raids from Oslo", "drew protests from Oslo")."""
    parse, known = place.scene.sentences[place.number].parse, markers(place.scene.language)
    if parse is None or place.form != "noun" or place.frame.type not in COMING or not known.facing:
        return options
    if _refused(place, parse):
        return options
    told = [o for o in options if not o.candidate.back and _comes_from(place, parse, o)]
    groups = {o.candidate.group for o in told}
    return [shifted(o, *ISSUING) if not o.candidate.back and o.candidate.group in groups else o for o in options]


def _facing(place: Place, parse: Parse) -> int | None:
    """The token of who faces what the act's noun tells, None where nobody does."""
    sentence, known, act = place.scene.sentences[place.number], markers(place.scene.language), place.act
    verbs = {at: verb for verb in sentence.verbs for at in range(verb.start, verb.end)}
    if act.verb is not None and not (act.verb.keys & known.facing):
        return None
    nouns = [n for n in act.tokens if n not in verbs]
    if not nouns:
        return None
    at = top(parse, nouns[0], nouns[-1] + 1)
    for _ in range(DEEPEST):
        head, relation = parse.heads[at], base(parse.relations[at])
        if relation == "obj" and head in verbs:
            verb = verbs[head]
            return _subject(place, parse, verb) if verb.keys & known.facing else None
        if _by_passive(place, parse, at, verbs):
            return _subject(place, parse, verbs[head])
        if head < 0 or relation not in MODIFIERS | {"conj"}:
            return None
        at = head
    return None


def _by_passive(place: Place, parse: Parse, at: int, verbs: dict[int, Verb]) -> bool:
    """Whether a noun is what a passive is done by ("was shut out by a tariff")."""
    verb = verbs.get(parse.heads[at])
    if verb is None or not verb.passive or verb is place.act.verb or base(parse.relations[at]) != "obl":
        return False
    mark = preposition(place.scene.sentences[place.number], parse, at)
    return mark is not None and mark[0] in markers(place.scene.language).by


def _subject(place: Place, parse: Parse, verb: Verb) -> int | None:
    """The token of a verb's subject, if the dependencies tell one."""
    found = subject(place.scene.sentences[place.number], parse, verb, place.scene.language)
    return None if found is None else found.at


def _is_part(place: Place, parse: Parse, option: Scored, token: int) -> bool:
    """Whether a mention is, or says whose, the noun phrase of a token."""
    if option.candidate.back:
        return False
    sentence, mention = place.scene.sentences[place.number], option.mention
    return part_of(sentence, parse, mention.start, mention.end, token, place.scene.language) is not None


def _comes_from(place: Place, parse: Parse, option: Scored) -> bool:
    """Whether "from" brings in a mention right at the act's noun, or at the verb of receiving over it."""
    sentence, known, held = place.scene.sentences[place.number], markers(place.scene.language), option.candidate.hold
    if held.governor not in known.sources or option.mention.start < place.act.tokens[-1]:
        return False
    at = top(parse, option.mention.start, option.mention.end)
    while parse.heads[at] > held.place and base(parse.relations[at]) in MODIFIERS | {"conj"}:
        at = parse.heads[at]
    head = parse.heads[at]
    if head in place.act.tokens or held.place - 1 in place.act.tokens:
        return True
    verb = next((v for v in sentence.verbs if v.start <= head < v.end), None)
    return verb is not None and bool(verb.keys & known.facing) and _object_of(place, parse, verb)


def _refused(place: Place, parse: Parse) -> bool:
    """Whether the act's noun is what another act rejects, so that it is only spoken of ("rejected criticism from")."""
    acts = place.scene.acts[place.number]
    refusals = (act.verb for act in acts if frames()[act.expression.frame].type == "REJECT")
    return any(verb is not None and _object_of(place, parse, verb) for verb in refusals)


def _object_of(place: Place, parse: Parse, verb: Verb) -> bool:
    """Whether the act's noun is the object of a verb."""
    at = top(parse, place.act.tokens[0], place.act.tokens[-1] + 1)
    return base(parse.relations[at]) == "obj" and verb.start <= parse.heads[at] < verb.end


__all__ = ["by_facing", "by_source"]
