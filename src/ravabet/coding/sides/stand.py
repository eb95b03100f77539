"""How a mention stands to an act: what governs it, what joins them, and the side that the act's own entry gives it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ravabet.coding.acts.compounds import GENITIVE
from ravabet.coding.grammar.control import doer_of
from ravabet.coding.grammar.syntax import Hold, between, hold, markers
from ravabet.coding.grammar.tree import BEFORE_NOUN, path, preposition, top
from ravabet.coding.mentions.mention import MEDIUM
from ravabet.coding.place import Place
from ravabet.coding.sides.candidate import Candidate
from ravabet.coding.sides.doing import BLOWS, decides, genitive, tells_where, told_beside, whose
from ravabet.coding.sides.subjects import below_another_verb, by_another_verb, of_another_verb, told_to
from ravabet.coding.sides.undergone import does, undergone
from ravabet.coding.telling.status import SPOKEN
from ravabet.lexicon import SPEAKER, frames

TO_OTHERS = frozenset({"REQUEST"})
"""PLOVER types of acts whose recipient is the subject of the clause that tells what is wanted."""
TO_OWNER = frozenset({"SUPPORT", "ACCUSE", "REJECT", "SANCTION", "COERCE", "ASSAULT"})
"""PLOVER types of acts that are done to whose the thing is that their noun governs ("recognition of Danish claims")."""
JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
"""PLOVER types of acts that judge a deed: who did it is the recipient."""
OF_OWN = frozenset({"MOBILIZE", "send-peacekeepers"})
"""PLOVER types and frames of acts that are done with one's own forces: the subject of their passive is the actor."""
LISTED = frozenset({"recipient", "actor-own", "actor-above", "actor-ruled", "agent"})
"""Sides that those told in one list share."""


class Stand(NamedTuple):
    """How a candidate stands to an act.

    ``relation``: where it stands from the act's noun or verb, and what joins them; ``clause``: how its clause stands to
    the act's; ``side``: what the act's own entry and form give it, ``actor...``, ``recipient`` or ``no``.
    """

    relation: str
    governor: str
    clause: str
    side: str


def stand(place: Place, candidate: Candidate) -> Stand:
    """How a candidate stands to an act."""
    relation, governor = _relation(place, candidate), _governor(place, candidate)
    side = expected_side(place, candidate, relation, governor)
    return Stand(relation, governor, clause_relation(place, candidate), side)


def standing(place: Place, mentioned: Sequence[Candidate]) -> list[Stand]:
    """How each candidate stands to an act; those told in one list share the side of one of them."""
    found = [stand(place, candidate) for candidate in mentioned]
    known, parsed = markers(place.scene.language), place.scene.sentences[place.number].parse is not None
    if parsed and not known.fixed_order:
        return found
    by, shared = known.by, LISTED if parsed else LISTED | {"actor"}
    told: dict[int, Stand] = {}
    for one, stands in zip(mentioned, found, strict=True):
        spoken = stands.side == "agent" and one.hold.governor not in by
        if stands.side in shared and not one.back and not spoken:
            told.setdefault(one.group, stands)
    for n, (one, stands) in enumerate(zip(mentioned, found, strict=True)):
        if stands.side == "no" and not one.back and one.group in told:
            found[n] = stands._replace(side=told[one.group].side, governor=told[one.group].governor)
    return _undergoing(place, mentioned, _second_of(place, found))


def _undergoing(place: Place, mentioned: Sequence[Candidate], found: list[Stand]) -> list[Stand]:
    """The subject of a clause suffers what it undergoes, where somebody is told to do it («مورد حمله X قرار گرفت»)."""
    if place.form != "noun" or not undergone(place) or not any(one.side == "actor" for one in found):
        return found
    suffers = (c.subject == "own" and of.side == "no" for c, of in zip(mentioned, found, strict=True))
    return [of._replace(side="recipient") if told else of for told, of in zip(suffers, found, strict=True)]


def _second_of(place: Place, found: list[Stand]) -> list[Stand]:
    """Where an adjective tells who acts, the genitive tells on whom ("Norwegian endorsement of Peruvian plans")."""
    told = place.form == "noun" and place.frame.type in TO_OWNER
    if not told or not any(one.side == "modifier" and one.relation.startswith("before") for one in found):
        return found
    genitive = (one.side == "actor" and one.governor == "-" and one.relation == "after:ezafe" for one in found)
    return [one._replace(side="recipient") if of else one for one, of in zip(found, genitive, strict=True)]


def _governor(place: Place, candidate: Candidate) -> str:
    """The governor, said as ``marker`` where the expression names it, or ends in it, as the recipient's.

    What the expression names as the actor's is said as the language's first word for that.
    """
    act, held, known = place.act, candidate.hold, markers(place.scene.language)
    if held.governor in act.expression.agents or (candidate.speaker and SPEAKER in act.expression.agents):
        return known.agent
    if of_another_verb(place, candidate) or _of_another_clause(place, candidate) or not _acts_by(place, candidate):
        return "elsewhere"
    governor = _without_own(place, held)
    if governor in known.by and place.turned and known.fixed_order and place.frame.type not in JUDGING:
        return governor  # one foils attempts "by" somebody, but was "alarmed by" whom one blames
    if governor in act.expression.markers and below_another_verb(place, candidate):
        return "elsewhere"
    if _does_what_is_judged(place, candidate):
        return "whose"
    if held.object and _within_object(place, held):
        return held.governor if place.form == "noun" and held.governor in known.by else "inner"
    if held.object or (held.governor == "dat" and held.verb >= 0):
        governs = known.object in act.expression.markers and not (_is_infinitive(place) and held.object)
        governs = governs or (known.fixed_order and _of_its_noun(place, candidate))
        return "marker" if governs else "object"
    if governor in act.expression.markers or _inward(place, candidate):
        return "marker"
    inside = candidate.mention.start > act.tokens[0] or not known.fixed_order
    if held.governor == "act" and held.depth == 0 and inside and known.fixed_order and act.passive and act.verb:
        return known.agent  # "died in a Danish air strike", "was summoned to the Danish ministry"
    if held.governor == "other" and known.fixed_order and _strikes(place, candidate):
        return known.agent
    if known.fixed_order and tells_where(place, candidate):
        return "marker"
    if held.governor == "act" and held.depth == 0 and inside:
        before = place.scene.sentences[place.number].tokens[candidate.mention.start - 1]
        return "marker" if before.fold in known.firsts else "act"
    return held.governor


def _without_own(place: Place, held: Hold) -> str:
    """The governor without the words of it that are the act's: "pulled its men out" takes "of" for its own."""
    first, _, rest = held.governor.partition(" ")
    tokens = place.scene.sentences[place.number].tokens
    own = rest and held.place in place.act.tokens and tokens[held.place].fold == first
    return rest if own else held.governor


def _is_infinitive(place: Place) -> bool:
    """Whether an infinitive tells the act, whose object follows it as a genitive, as far as no dependencies tell.

    An object with its mark before it is the finite verb's («ماموران را در حال کتک زدن X نشان داد»).
    """
    verb = place.act.verb
    parsed = place.scene.sentences[place.number].parse is not None
    return not parsed and verb is not None and verb.tense == "infinitive"


def _inward(place: Place, candidate: Candidate) -> bool:
    """Whether a preposition that is one of the act's words brings in whom it is done to ("attacks on Danish bases")."""
    act, held, known = place.act, candidate.hold, markers(place.scene.language)
    sentence = place.scene.sentences[place.number]
    parse = sentence.parse
    before = candidate.mention.start - 1
    if act.verb is None and parse is not None and not candidate.back and before in act.tokens:
        word, last = sentence.tokens[before].fold, act.tokens[-1] == before
        if last or (word in known.linkers and place.frame.type in TO_OWNER):
            return word in known.inward or not last  # whatever the parse
    if parse is None or candidate.back or act.passive or not (candidate.mention.start > held.place in act.tokens):
        return False
    noun = parse.heads[held.place]
    if noun not in act.tokens and parse.heads[noun] not in act.tokens:
        return False
    return held.governor in known.inward or (act.verb is None and held.governor in known.nominal)


def _strikes(place: Place, candidate: Candidate) -> bool:
    """Whether the mention's is another deed in which this one was suffered ("were killed in Danish raids")."""
    act, parse = place.act, place.scene.sentences[place.number].parse
    if parse is None or candidate.back or act.verb is None or not act.passive or place.frame.type not in BLOWS:
        return False
    sentence, known = place.scene.sentences[place.number], markers(place.scene.language)
    noun = parse.heads[top(parse, candidate.mention.start, candidate.mention.end)]
    mark = preposition(sentence, parse, noun, nearest=True) if noun >= 0 else None
    if mark is None or mark[0] not in known.suffering:
        return False
    if noun < candidate.mention.end or not parse.relations[noun].startswith("obl"):
        return False
    deeds = (other for other in place.scene.acts[place.number] if other.verb is None and noun in other.tokens)
    suffered = parse.heads[noun] in range(act.verb.start, act.verb.end)
    return suffered and any(frames()[deed.expression.frame].type in BLOWS for deed in deeds)


def _acts_by(place: Place, candidate: Candidate) -> bool:
    """Whether "by" brings in who does this act and no other, as far as the dependencies tell.

    Not those of another verb ("police trained by Oslo detained ..."), nor of an act told as done by its subject.
    """
    act, sentence, held = place.act, place.scene.sentences[place.number], candidate.hold
    known = markers(place.scene.language)
    if sentence.parse is None or candidate.back or held.governor not in known.by:
        return True
    if not known.fixed_order:
        return held.governor != "ins" or not by_another_verb(place, candidate)
    first = act.verb.start if act.verb else 0  # what stands before a verb is its subject
    group = {*(n for n in act.tokens if n >= first), *(range(first, act.verb.end) if act.verb else ())}
    return doer_of(sentence, sentence.parse, held.place, group, passive=act.verb is None or act.passive)


def _does_what_is_judged(place: Place, candidate: Candidate) -> bool:
    """Whether the mention does the deed that the act judges («حمله X به Y را محکوم کرد», «از حمله X انتقاد کرد»)."""
    sentence, act, held = place.scene.sentences[place.number], place.act, candidate.hold
    if sentence.parse is not None or candidate.back or place.form != "active" or place.frame.type not in JUDGING:
        return False
    named = held.governor in markers(place.scene.language).by
    if not (named or held.governor == "other") or sentence.clause_of(candidate.mention.start) != act.clause:
        return False
    deed = held.place - 1
    if not named and hold(sentence, deed, deed + 1, place.scene.language).governor in act.expression.markers:
        return True
    if named and _of_marked_deed(place, candidate):
        return True
    mark, verbs = markers(place.scene.language).object, {verb.start for verb in sentence.verbs if verb.finite}
    rest = range(candidate.mention.end, len(sentence.tokens))
    end = next((at for at in rest if at in verbs or sentence.tokens[at].fold == mark), None)
    return mark in act.expression.markers and end is not None and end not in verbs


def _of_marked_deed(place: Place, candidate: Candidate) -> bool:
    """Whether the last noun of an act before a doer is what the act judges («از تحریم X از سوی Y انتقاد کرد»)."""
    sentence, act = place.scene.sentences[place.number], place.act
    nouns = (a for a in place.scene.acts[place.number] if a.verb is None and a.clause == act.clause)
    before = [a.tokens[0] for a in nouns if a.tokens[-1] < candidate.mention.start and act.tokens[0] not in a.tokens]
    if not before:
        return False
    return hold(sentence, max(before), max(before) + 1, place.scene.language).governor in act.expression.markers


def _within_object(place: Place, held: Hold) -> bool:
    """Whether a preposition keeps the mention from being the object that it ends («حمله X به Y را محکوم کرد»)."""
    parsed = place.scene.sentences[place.number].parse is not None
    return not parsed and held.governor.split()[0] in markers(place.scene.language).firsts


def _of_another_clause(place: Place, candidate: Candidate) -> bool:
    """Whether the mention is the object of another clause's verb, as far as word order tells («X را گرفت و»)."""
    sentence, act = place.scene.sentences[place.number], place.act
    if sentence.parse is not None or candidate.back or act.verb is None or not candidate.hold.object:
        return False
    own = sentence.clause_of(candidate.mention.start)
    if own is None or act.clause is None or own == act.clause:
        return False
    verb = sentence.clauses[own].verb
    return verb is not None and verb.start > candidate.mention.start


def _of_its_noun(place: Place, candidate: Candidate) -> bool:
    """Whether a mention says whose the object is that an expression names with "of" ("expelled the Swedish envoy")."""
    act, parse = place.act, place.scene.sentences[place.number].parse
    if act.verb is None or parse is None or markers(place.scene.language).linkers.isdisjoint(act.expression.markers):
        return False
    nouns = {n for n in act.tokens if not act.verb.start <= n < act.verb.end}
    at = top(parse, candidate.mention.start, candidate.mention.end)
    return at in nouns or (parse.heads[at] in nouns and parse.relations[at] in BEFORE_NOUN)


def _relation(place: Place, candidate: Candidate) -> str:
    """Where the mention stands from the act's noun (or verb), and what joins them."""
    if candidate.back:
        return "before-sentence"
    sentence, act, mention = place.scene.sentences[place.number], place.act, candidate.mention
    noun = [n for n in act.tokens if act.verb is None or not act.verb.start <= n < act.verb.end] or list(act.tokens)
    # what counts them stands before the act's noun: «چند شهروند تاجیکستان را بازداشت کرد»
    first = noun[0] if mention.start < noun[0] < mention.end else mention.start
    if first >= noun[0] and mention.end <= noun[-1] + 1:
        if not set(range(mention.start, mention.end)) & set(act.tokens):
            return "inside:gap"
        brought = GENITIVE in act.expression.markers or act.brings(sentence.tokens[mention.start - 1].fold)
        return "inside:marker" if brought else "inside"
    # the act's last word may be the mention's title
    title = not set(act.tokens).isdisjoint(range(mention.start, mention.end)) and mention.start > noun[0]
    if mention.start > noun[-1] or mention.start in act.tokens or title:
        told = act.verb.end if act.verb is not None and _is_infinitive(place) and mention.start >= act.verb.end else 0
        joint = between(sentence, max(noun[-1] + 1, told), mention.start, place.scene.language)
        brought = joint in act.expression.markers or (joint == "ezafe" and GENITIVE in act.expression.markers)
        return "after:marker" if brought else f"after:{joint}"
    return f"before:{between(sentence, mention.end, noun[0], place.scene.language)}"


def expected_side(place: Place, candidate: Candidate, relation: str, governor: str) -> str:
    """The side that the act's own entry and form give the mention: ``actor...``, ``recipient`` or ``no``.

    ``source``: it only tells of the act, unless the act is done by telling; ``noun``: the act's subject is another
    noun; ``other``: it is part of the noun phrase of another act.
    """
    if governor in markers(place.scene.language).reporting and place.frame.type not in SPOKEN:
        return "source"
    if candidate.mention.source.startswith(MEDIUM):
        return "source"
    if does(place, candidate, relation, governor):
        return "actor"
    parsed = place.scene.sentences[place.number].parse is not None
    if governor in markers(place.scene.language).by:
        if place.form == "active" and "<obj<" in way(place, candidate):
            return "no"  # it says whose the object is: "condemned the raids by Malta"
        return "agent" if parsed else "actor"
    verb_first = markers(place.scene.language).verb_first
    if verb_first and candidate.subject == "own" and place.form == "active":
        return "actor-own"
    if verb_first and place.form == "noun" and whose(place, candidate):
        return "actor"
    if verb_first and place.form == "noun" and (told := told_beside(place, candidate) or genitive(place, candidate)):
        return told
    if candidate.subject == "object":
        return "recipient"
    known = markers(place.scene.language)
    if parsed and known.fixed_order and governor == "other" and place.form != "noun":
        return "other"  # it says whose another act is: "killed in a Norwegian raid on Chad"
    if relation == "inside:marker" and _before_object(place, candidate):
        return "actor-own"
    if relation == "after:ezafe" and known.object in place.act.expression.markers and _is_infinitive(place):
        return "recipient"  # «محکوم کردن X»
    subject_by_case = parsed and known.cased and governor == "start"  # «после нападения в порту Оман закрыл границу»
    brought = relation == "after:marker" and governor != "elsewhere" and not subject_by_case
    if brought or relation == "inside:marker" or (governor in ("marker", "whose") and not candidate.back):
        return "recipient"
    if relation == "inside" and candidate.hold.object and place.form == "active":
        return "recipient"  # the act's own noun says who: «эвакуировал своих граждан»
    if place.form == "noun":
        beside = relation in ("after:ezafe", "inside:gap") and not subject_by_case
        if relation == "after:ezafe" and decides(place):
            return "recipient"
        if GENITIVE in place.act.expression.agents:  # its genitive acts on the subject: «X با کمک Y ... ساخت»
            return "actor" if beside else "recipient" if candidate.subject in ("own", "above") else "no"
        if parsed and governor == "act" and candidate.hold.depth == 0:
            return "modifier"
        if parsed and governor == "dat" and known.cased and relation == "after:ezafe":
            return "recipient"  # «поставки оружия боевикам»
        return "actor" if beside and GENITIVE not in place.act.expression.markers else "no"
    if candidate.subject == "noun" and (place.form == "active" or (known.cased and place.turned)):
        return "noun"
    if parsed and known.cased and told_to(place, candidate, governor):
        return "recipient"
    if candidate.subject == "gap":
        governs = markers(place.scene.language).object in place.act.expression.markers
        return "recipient" if place.form == "active" and governs else "no"
    if candidate.subject == "inner":
        return "recipient" if place.frame.type in TO_OTHERS else "no"
    if candidate.subject in ("own", "above", "ruled"):
        suffers = place.turned and OF_OWN.isdisjoint((place.frame.type, place.frame.id))
        return "recipient" if suffers else f"actor-{candidate.subject}"
    return "no"


def _before_object(place: Place, candidate: Candidate) -> bool:
    """Whether the act's own noun is its subject, another its object («پهپادهای X پالایشگاه را هدف قرار دادند»)."""
    act, mark = place.act, markers(place.scene.language).object
    sentence, end = place.scene.sentences[place.number], candidate.mention.end
    if act.verb is None or sentence.parse is not None or not candidate.free or candidate.hold.object:
        return False
    if any(sentence.clause_of(m.start) == act.clause for m in place.scene.mentions[place.number][: candidate.order]):
        return False
    between_them = [token.fold for token in sentence.tokens[end : act.verb.start]]
    joined = between_them[:1] and between_them[0] in markers(place.scene.language).joins
    return place.form == "active" and mark in between_them and not joined


def clause_relation(place: Place, candidate: Candidate) -> str:
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


def way(place: Place, candidate: Candidate) -> str:
    """The way through the dependencies from a mention to the act, empty where there is none."""
    sentence, act, mention = place.scene.sentences[place.number], place.act, candidate.mention
    if sentence.parse is None or candidate.back:
        return ""
    verb = act.verb
    head = top(sentence.parse, verb.start, verb.end) if verb else top(sentence.parse, act.tokens[0], act.tokens[-1] + 1)
    return path(sentence, sentence.parse, mention.start, mention.end, head)
