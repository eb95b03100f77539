"""Who did the deed that a noun tells, by words beside it: "the raid that Oslo flew on Chad", "Oslo's decision to"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ravabet.coding.mention_words import words
from ravabet.coding.syntax import QUOTES, markers
from ravabet.language import Clause, Sentence, keys, verb_tokens

if TYPE_CHECKING:
    from ravabet.coding.features import Candidate, Place

FAR = 4
"""Words of a deed's noun phrase, adjectives and genitives, that may stand between it and its relative clause."""
CONFLICT = frozenset({"ACCUSE", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
"""PLOVER types of acts against somebody, whatever their expressions govern."""
BLOWS = frozenset({"ASSAULT"})
"""PLOVER types of deeds that are suffered in others, and whose place does not tell who did them."""
HIT = frozenset({"place", "capital"})
"""Kinds of mentions that before the noun of a blow tell where it fell."""


def tells_where(place: Place, candidate: Candidate) -> bool:
    """Whether a name before the noun of a blow is that of the place that it hit ("the Oslo bombing")."""
    struck = place.frame.type in BLOWS and candidate.mention.kind in HIT
    return struck and place.form != "passive" and candidate.hold.governor == "act"


def told_beside(place: Place, candidate: Candidate) -> str:
    """The side that a relative clause about the act's noun, or a noun of deciding before it, gives a mention."""
    known = markers(place.scene.language)
    if not known.doing or candidate.back or place.form != "noun":
        return ""
    return _by_clause(place, candidate) or ("actor" if _decides(place, candidate) else "")


def _by_clause(place: Place, candidate: Candidate) -> str:
    """The side that a relative clause of a doing or hitting verb gives who is told in it."""
    sentence, known = place.scene.sentences[place.number], markers(place.scene.language)
    for clause in _about(place):
        if clause.verb is None or candidate.mention.start not in clause.tokens:
            continue
        if candidate.mention.start < clause.verb.end:
            continue
        does, hits = clause.verb.lemma in known.doing, clause.verb.lemma in known.hitting
        if not (does or hits) or clause.verb.negative:
            continue
        governor = candidate.hold.governor
        brought = governor in place.act.expression.markers and governor in known.firsts
        if brought or (governor in known.against and place.frame.type in CONFLICT):
            return "recipient"
        first = _first_behind(sentence, clause, candidate)
        if first and (clause.verb.passive or hits):
            return "" if does else "recipient"
        if first:
            return "agent"
    return ""


def _about(place: Place) -> Iterator[Clause]:
    """The relative clauses about the act's noun: behind a pronoun, or where one points back («شنها»)."""
    sentence, last = place.scene.sentences[place.number], place.act.tokens[-1]
    for clause in sentence.clauses:
        if clause.verb is None or clause.verb.start <= last:
            continue
        start = clause.opener if clause.opener is not None and clause.link == "relative" else clause.verb.start
        bound = clause.link == "relative" or _points_back(sentence, clause)
        if bound and last < start <= last + 1 + FAR and _plain(sentence, last + 1, start, place.scene.language):
            yield clause


def _points_back(sentence: Sentence, clause: Clause) -> bool:
    assert clause.verb is not None
    end = clause.verb.end
    return end < len(sentence.tokens) and sentence.tokens[end].glued and sentence.tokens[end].is_word


def _plain(sentence: Sentence, start: int, end: int, language: str) -> bool:
    """Whether only adjectives and genitives stand there: no mark, verb or small word."""
    known = markers(language)
    small = known.firsts | known.joins | known.stops
    return all(
        (sentence.tokens[at].is_word or sentence.tokens[at].fold in QUOTES)
        and sentence.tokens[at].fold not in small
        and at not in verb_tokens(sentence, finite=True)
        for at in range(start, end)
    )


def _first_behind(sentence: Sentence, clause: Clause, candidate: Candidate) -> bool:
    """Whether a mention, or those told together with it, stands right behind the clause's verb and its pronouns."""
    assert clause.verb is not None
    start = candidate.hold.place if candidate.mention.joined else candidate.mention.start
    at = clause.verb.end
    while at < start and (sentence.tokens[at].glued or (at + 1 < start and sentence.tokens[at + 1].glued)):
        at += 1
    return at >= start


def _decides(place: Place, candidate: Candidate) -> bool:
    """Whether a mention is the genitive of a noun of deciding right before the act's («قيام كينيا وغانا بقصف ...»)."""
    sentence, known = place.scene.sentences[place.number], markers(place.scene.language)
    tokens, first = sentence.tokens, place.act.tokens[0]
    mates = [m for m in place.scene.mentions[place.number] if m.end <= first]
    if not mates:
        return False
    gap = tokens[mates[-1].end : first]
    if len(gap) > 1 or any(token.fold not in known.firsts for token in gap):
        return False
    at = len(mates) - 1
    while at and mates[at].joined:
        at -= 1
    group = mates[at:]
    before = group[0].start - 1
    if before < 0 or keys(tokens[before].fold, place.scene.language).isdisjoint(known.deciding):
        return False
    return any(candidate.mention.start == mate.start for mate in group)


def noun_of(place: Place, candidate: Candidate) -> int:
    """The noun of an act that an adjective of a state says whose it is, further adjectives of it between.

    A definite noun takes no genitive: what is definite behind it is its adjective, like its state's («الغارات الجوية
    الدنماركية»). Behind an indefinite one only known words are («غارات جوية دنماركية», not «اقتحام قنصلية دنماركية»).
    """
    sentence, language = place.scene.sentences[place.number], place.scene.language
    article, related, at = words(language).article, markers(language).related, candidate.mention.start
    while at - 1 in place.act.tokens:
        one, other = (sentence.tokens[n].fold for n in (at - 1, at))
        definite = other.startswith(article)
        if definite != one.startswith(article) or not (definite or keys(other, language) & related):
            break
        at -= 1
    return at


def decides(place: Place) -> bool:
    """Whether a noun of deciding begins an act, so that the genitive of its last noun is whom it is done to.

    «التزام كينيا بدعم غانا»: the first noun has who decides for its genitive.
    """
    known, tokens = markers(place.scene.language), place.act.tokens
    words = place.scene.sentences[place.number].tokens
    within = len(tokens) > 2 and any(words[n].fold in known.firsts for n in tokens[1:-1])
    return within and not keys(words[tokens[0]].fold, place.scene.language).isdisjoint(known.deciding)


def whose(place: Place, candidate: Candidate) -> bool:
    """Whether a preposition of belonging brings in whose a single blow is («هجوم لتنظيم داعش», «غارات للجيش الكيني»).

    What such a noun of action as «قصف» has behind it is what it is done to.
    """
    known, held, tokens = markers(place.scene.language), candidate.hold, place.act.tokens
    if held.governor not in known.belonging or held.depth or candidate.back or place.act.verb is not None:
        return False
    words = place.scene.sentences[place.number].tokens
    right_behind = tokens[-1] < held.place <= tokens[-1] + 2 and candidate.mention.start > tokens[-1]
    return right_behind and not keys(words[tokens[0]].fold, place.scene.language).isdisjoint(known.blows)


__all__ = ["decides", "noun_of", "told_beside", "whose"]
