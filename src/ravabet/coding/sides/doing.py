"""Who did the deed that a noun tells, by words beside it: "the raid that Oslo flew on Chad", "Oslo's decision to"."""

from __future__ import annotations

from collections.abc import Iterator

from ravabet.coding.acts.compounds import GENITIVE
from ravabet.coding.grammar.syntax import QUOTES, markers
from ravabet.coding.mentions.words import words
from ravabet.coding.place import Place
from ravabet.coding.sides.candidate import Candidate
from ravabet.coding.sides.named import issued, of_participle, receives
from ravabet.language import Clause, Sentence, keys, verb_tokens

FAR = 4
"""Words of a deed's noun phrase, adjectives and genitives, that may stand between it and its relative clause."""
ADJECTIVES = frozenset({"adjective", "state"})
"""Kinds of mentions that a state's adjective may be."""
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
    if receives(place, candidate):
        return "recipient"
    if told := of_participle(place, candidate):
        return told
    told = _by_clause(place, candidate)
    return told or ("actor" if _decides(place, candidate) or issued(place, candidate) else "")


def _by_clause(place: Place, candidate: Candidate) -> str:
    """The side that a relative clause of a doing or hitting verb gives who is told in it."""
    told = (_side_in(place, clause, candidate) for clause in _about(place) if candidate.mention.start in clause.tokens)
    return next((side for side in told if side), "")


def _side_in(place: Place, clause: Clause, candidate: Candidate) -> str:
    """The side that one clause about the act's noun gives a mention in it."""
    sentence, known, verb = place.scene.sentences[place.number], markers(place.scene.language), clause.verb
    if verb is None or candidate.mention.start < verb.end:
        return ""
    does, hits = verb.lemma in known.doing, verb.lemma in known.hitting
    if not (does or hits) or verb.negative:
        return ""
    governor = candidate.hold.governor
    brought = governor in place.act.expression.markers and governor in known.firsts
    if brought or (governor in known.against and place.frame.type in CONFLICT):
        return "recipient"
    first = _first_behind(sentence, clause, candidate)
    if first and (verb.passive or hits):
        return "" if does else "recipient"
    return "agent" if first else ""


def _about(place: Place) -> Iterator[Clause]:
    """The relative clauses about the act's noun: behind a pronoun, or where one points back («شنها»).

    A verb of hitting right behind an indefinite noun opens one, too («في غارة طالت كينيا»).
    """
    sentence, known, last = place.scene.sentences[place.number], markers(place.scene.language), _noun_end(place)
    for clause in sentence.clauses:
        if clause.verb is None or clause.verb.start <= last:
            continue
        start = clause.opener if clause.opener is not None and clause.link == "relative" else clause.verb.start
        hits = clause.verb.lemma in known.hitting and not clause.verb.passive
        bound = clause.link == "relative" or _points_back(sentence, clause) or hits
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


def by_noun(place: Place) -> bool:
    """Whether the act's own noun is the subject of its verb of hitting: «غارة استهدفت كينيا», «تفجيران هزا نيروبي»."""
    verb, known = place.act.verb, markers(place.scene.language)
    if verb is None or place.form != "active" or verb.lemma not in known.hitting:
        return False
    sentence = place.scene.sentences[place.number]
    before = [at for at in place.act.tokens if at < verb.start]
    return bool(before) and _plain(sentence, before[-1] + 1, verb.start, place.scene.language)


def with_struck(place: Place, clause: Clause, here: list[Candidate], marked: list[Candidate]) -> list[Candidate]:
    """The candidates, with those told right behind a verb of hitting marked as its object."""
    verb, sentence = clause.verb, place.scene.sentences[place.number]
    if verb is None or verb.passive or verb.lemma not in markers(place.scene.language).hitting:
        return marked
    behind = {
        c.group for c in here if not c.back and c.mention.start >= verb.end and _first_behind(sentence, clause, c)
    }
    return [c._replace(subject="object") if c.group in behind else c for c in marked]


def struck(place: Place, candidate: Candidate) -> bool:
    """Whether a mention is whom or where a deed struck: «الهجوم الذي استهدف كينيا», «هجوم وقع في نيروبي».

    In a language whose verbs stand first, of a deed told by a noun and what is told about it.
    """
    language, mention, held = place.scene.language, candidate.mention, candidate.hold
    sentence, last = place.scene.sentences[place.number], _noun_end(place)
    if not markers(language).verb_first or candidate.back or mention.start <= last:
        return False
    clauses = [clause for clause in _about(place) if mention.start in clause.tokens]
    if any(_side_in(place, clause, candidate) == "recipient" for clause in clauses):
        return True
    if not mention.locative or held.governor not in words(language).small["place_markers"]:
        return False
    return bool(clauses) or (held.place > last and _plain(sentence, last + 1, held.place, language))


def _noun_end(place: Place) -> int:
    """The last token of an act's nouns, before a verb that is told about them."""
    verb = place.act.verb
    return max((at for at in place.act.tokens if verb is None or at < verb.start), default=place.act.tokens[-1])


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
        if definite != one.startswith(article) or not (
            definite or (keys(other, language) | keys(one, language)) & related
        ):
            break
        at -= 1
    return at


def genitive(place: Place, candidate: Candidate) -> str:
    """The side of a noun's adjective, and of a genitive that stands between it and further words of the act.

    «القصف الإسرائيلي» is by Israel, «دعم تشاد لقوات ...» by Chad; behind «اتهام إيران بدعم ...» it is accused.
    """
    mention, tokens = candidate.mention, place.act.tokens
    if candidate.back:
        return ""
    sentence, article = place.scene.sentences[place.number], words(place.scene.language).article
    definite = sentence.tokens[mention.end - 1].fold.startswith(article)
    beside = mention.start - 1 in tokens and mention.start not in tokens
    if mention.kind in ADJECTIVES and (
        mention.start in tokens or (beside and noun_of(place, candidate) < mention.start)
    ):
        if noun_of(place, candidate) != tokens[0]:
            return "recipient"
        # «ترحيل تونسي» is of a Tunisian, «الترحيل التونسي» and «قصف تونسي» by Tunisia
        told = keys(sentence.tokens[tokens[0]].fold, place.scene.language) & markers(place.scene.language).impersonal
        return "actor" if definite or told or GENITIVE not in place.act.expression.markers else ""
    following = next((n for n in tokens if n >= mention.end), None)
    if following is None or mention.start - 1 not in tokens:
        return ""
    brought = {sentence.tokens[following].fold, sentence.tokens[following - 1].fold}
    known, first = markers(place.scene.language), keys(sentence.tokens[tokens[0]].fold, place.scene.language)
    if first & (known.deciding | known.lone):
        return "actor"  # «التزام كينيا بدعم غانا»
    if GENITIVE in place.act.expression.markers and first & known.doubles:
        return "recipient"
    return "actor" if brought.isdisjoint(known.seconds) else "recipient"


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


__all__ = ["by_noun", "decides", "genitive", "struck", "told_beside", "whose", "with_struck"]
