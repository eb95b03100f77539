"""Subject and object behind a verb that stands first: «دعت كينيا غانا إلى الحوار», «التزمت الحكومة مع الصندوق»."""

from __future__ import annotations

from ravabet.coding.grammar.syntax import QUOTES, markers
from ravabet.coding.mentions.words import words
from ravabet.coding.sides.candidate import Candidate
from ravabet.language import Clause, Sentence, Verb, keys
from ravabet.lexicon import fold

OF_WOMEN, OF_THINGS = fold("ة"), fold("ات")
"""How nouns end that verbs take for feminine, those of the plural with them («دعت السلطات»)."""
FEMININE, MASCULINE = fold("ت"), fold("ي")
STATES = frozenset({"state", "capital"})
CALLED = frozenset({"title", "body", "group", "anaphor"})
"""Kinds of mentions whose first word tells their gender by its ending."""
BARE = frozenset({"-", "act", "bare", "object"})
"""What holds a noun that no preposition does."""
ADVERBS = 4
"""Words of time that may stand between a subject and its object."""


def right_behind(here: list[Candidate], sentence: Sentence, verb: Verb, language: str) -> list[Candidate]:
    """Who stands right behind a verb that tells an act, whatever the parser takes verb and noun for.

    A pronoun that is the verb's object may stand between («المدينة التي دمرها الجيش»), and words of time.
    """
    if verb.passive or not verb.finite or verb.end >= len(sentence.tokens):
        return []
    end = _past_moments(sentence, verb.end + sentence.tokens[verb.end].glued, language)
    found = next((c for c in here if not c.back and c.mention.start == end), None)
    if found is None or sentence.tokens[end].glued or found.hold.governor not in BARE:
        return []
    return [c for c in here if c.group == found.group]


def _past_moments(sentence: Sentence, start: int, language: str) -> int:
    """The first token from ``start`` on that is no word of time, of which a few may stand there («دعا أمس الأحد»)."""
    tokens, moments = sentence.tokens[start : start + ADVERBS], markers(language).moments
    return start + next((n for n, token in enumerate(tokens) if token.fold not in moments), len(tokens))


def second_noun(sentence: Sentence, clause: Clause, here: list[Candidate], language: str) -> int | None:
    """The group of the bare noun behind the subject of a verb that stands first; None where there is none.

    Only words of time stand between them («دعا الرئيس اليوم تشاد إلى ...»).
    """
    subject = [c for c in here if c.subject == "own" and not c.back]
    if clause.verb is None or not subject or subject[0].mention.start < clause.verb.end:
        return None
    end, codes = max(c.mention.end for c in subject), {code for c in subject for code in c.mention.codes}
    following = next((c for c in here if not c.back and c.mention.start >= end), None)
    if following is None or following.group == subject[0].group or codes.issuperset(following.mention.codes):
        return None
    known = markers(language)
    gap = sentence.tokens[end : following.mention.start]
    if len(gap) > ADVERBS or any(t.fold not in known.moments and t.fold not in QUOTES for t in gap):
        return None
    first = sentence.tokens[following.mention.start]
    if following.hold.governor in known.firsts or first.glued or following.mention.kind == "adjective":
        return None
    return following.group


def agrees(sentence: Sentence, verb: Verb, candidate: Candidate, language: str) -> bool:
    """Whether a verb can have the mention right behind it for its subject, as far as their gender tells."""
    mention, token = candidate.mention, sentence.tokens[verb.end - 1]
    beside = _beside(sentence, verb.end, mention.start, language)
    if not beside or verb.person != "3s" or not verb.finite:
        return True
    own = _gender_of_verb(token.fold, verb)
    other = _gender(sentence, candidate, language)
    return not own or not other or own == other


def told_of(sentence: Sentence, verb: Verb, language: str) -> bool:
    """Whether an indefinite noun right before a verb is its subject, by what it means («قرار يدين كينيا»).

    «في بيان أدانت كينيا الهجوم» begins with an adverbial, as the past and the preposition tell.
    """
    before, known = verb.start - 1, markers(language)
    if before < 0 or verb.passive or not verb.finite:
        return False
    if keys(sentence.tokens[before].fold, language).isdisjoint(known.tellers) or sentence.tokens[before].glued:
        return False
    definite = sentence.tokens[before].fold.startswith(words(language).article)
    adverbial = before > 0 and sentence.tokens[before - 1].fold in known.within
    return not definite and (verb.tense == "present" or not adverbial)


def _beside(sentence: Sentence, end: int, start: int, language: str) -> bool:
    """Whether nothing, or only a word that points back (فيه), stands between a verb and a mention."""
    return start == end or (
        start == end + 2 and sentence.tokens[end].fold in markers(language).within and sentence.tokens[end + 1].glued
    )


def _gender_of_verb(word: str, verb: Verb) -> str:
    if verb.tense == "past" and word.startswith(verb.lemma[:1]):
        ends = word.endswith(FEMININE) and not verb.lemma.endswith(FEMININE)
        return "f" if ends else "m"
    return {FEMININE: "f", MASCULINE: "m"}.get(word[:1], "")


def _gender(sentence: Sentence, candidate: Candidate, language: str) -> str:
    """The gender of a mention by its first word, empty where that does not tell."""
    mention, males = candidate.mention, markers(language).males
    word = sentence.tokens[mention.start].fold
    if not keys(word, language).isdisjoint(males):
        return "m"
    if mention.kind in STATES or (mention.kind in CALLED and word.endswith((OF_WOMEN, OF_THINGS))):
        return "f"
    return ""


__all__ = ["agrees", "right_behind", "second_noun", "told_of"]
