"""Who is named by what was done to them, and where or by whom: «46 كينيا موقوفين في تشاد», «بطلب من غانا»."""

from __future__ import annotations

from ravabet.coding.grammar.syntax import markers
from ravabet.coding.mentions.words import words
from ravabet.coding.place import Place
from ravabet.coding.sides.candidate import Candidate
from ravabet.language import Sentence, keys

DETAINING = frozenset({"COERCE"})
"""PLOVER types of acts that those of the place do to who is there."""
BLAMING = frozenset({"ACCUSE", "THREATEN"})
"""PLOVER types of acts that those deny whom they are done to."""
FAR = 8
"""Words, mostly a name or a day, that may stand between who receives something and what they receive."""
NEAR = 6
"""Words that may stand between a participle and the place where somebody is held."""
BEHIND = 2
"""Adjectives that may stand between a noun and who issued it."""


def of_participle(place: Place, candidate: Candidate) -> str:
    """The side of a mention by a participle that names people by what is done to them.

    Whose participle it is suffers it («الصحفي الكيني الموقوف»); those of the place where he is held do it to him
    («موقوف في تشاد»), though they need not have abducted him.
    """
    known, sentence = markers(place.scene.language), place.scene.sentences[place.number]
    first, last = place.act.tokens[0], place.act.tokens[-1]
    if place.act.verb is not None or keys(sentence.tokens[first].fold, place.scene.language).isdisjoint(
        known.undergone
    ):
        return ""
    mention, held = candidate.mention, candidate.hold
    if mention.start <= first < mention.end or mention.end == first or mention.start == first + 1 > last:
        return "recipient" if not mention.locative else ""
    where = words(place.scene.language).small["place_markers"]
    if held.governor not in where or not mention.locative or not last < held.place <= last + NEAR:
        return ""
    told = (m.start for m in place.scene.mentions[place.number])
    if any(last < start < mention.start for start in told) or not _words_only(sentence, last + 1, held.place):
        return ""
    return "actor" if place.frame.type in DETAINING else "no"


def issued(place: Place, candidate: Candidate) -> bool:
    """Whether "from" brings in whose an act is that a noun tells: «بطلب من كينيا», «ضمانات من كينيا»."""
    known, sentence = markers(place.scene.language), place.scene.sentences[place.number]
    first, last, start = place.act.tokens[0], place.act.tokens[-1], candidate.mention.start
    if place.act.verb is not None or not known.issuers or start <= last:
        return False
    tokens = sentence.tokens
    noun = first + (tokens[first].fold in known.seconds)
    brought = tokens[noun - 1].fold in known.seconds and noun > 0
    if not brought and keys(tokens[noun].fold, place.scene.language).isdisjoint(known.issued | known.expelling):
        return False
    if tokens[last].fold in known.issuers:
        return start == last + 1
    if not brought and not keys(tokens[noun].fold, place.scene.language).isdisjoint(known.expelling):
        return _behind_pronoun(sentence, last, candidate, known.issuers)
    at = candidate.hold.place
    return (
        candidate.hold.governor in known.issuers
        and last < at <= last + 1 + BEHIND
        and all(tokens[n].is_word and tokens[n].fold not in known.firsts - known.issuers for n in range(last + 1, at))
    )


def _behind_pronoun(sentence: Sentence, last: int, candidate: Candidate, brought_by: frozenset[str]) -> bool:
    """Whether right behind a noun's pronoun it is told from where somebody is sent away («ترحيلهم من كينيا»)."""
    at, tokens = candidate.hold.place, sentence.tokens
    return candidate.hold.governor in brought_by and at == last + 2 and tokens[last + 1].glued


def receives(place: Place, candidate: Candidate) -> bool:
    """Whether a mention is the subject of a verb of receiving whose object tells the act: «تلقت كينيا تهديدا».

    Who denies accusations was accused, too («نفت كينيا الاتهامات»).
    """
    known, sentence, act = markers(place.scene.language), place.scene.sentences[place.number], place.act
    verb = None if act.clause is None else sentence.clauses[act.clause].verb
    if act.verb is not None or verb is None or verb.passive or candidate.subject != "own" or place.between_equals:
        return False
    denies = verb.lemma in known.denying and place.frame.type in BLAMING
    if verb.lemma not in known.receiving and not denies:
        return False
    start, first = max(candidate.mention.end, verb.end), act.tokens[0]
    between = {token.fold for token in sentence.tokens[start:first]}
    stops = (known.firsts - known.receivers) | known.stops | known.joins
    return candidate.mention.start >= verb.end and start <= first <= start + FAR and between.isdisjoint(stops)


def _words_only(sentence: Sentence, start: int, end: int) -> bool:
    return all(sentence.tokens[at].is_word for at in range(start, end))


__all__ = ["issued", "of_participle", "receives"]
