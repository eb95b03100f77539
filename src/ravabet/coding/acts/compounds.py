"""Acts told by a noun and a light verb that closes the clause, as Persian tells most of them."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache

from ravabet.coding.acts.act import Act, act_of
from ravabet.coding.acts.index import has_compounds, is_ending, light, makers, passives, same_verbs
from ravabet.coding.grammar.syntax import markers
from ravabet.language import Sentence, Verb, keys
from ravabet.lexicon import SPEAKER, Expression, actors, expressions, fold

MAX_REACH = 30
"""Words that may stand between the noun of a compound verb and its verb, in one clause."""
GENITIVE = "-"
"""The marker of an entry whose noun is followed by the recipient."""
NOMINAL_REACH = 2
"""The same for an infinitive or participle: «محکوم [شدید] کردن»."""


@cache
def _is_turned(entry: Expression, language: str) -> bool:
    """Whether an entry with شدن and a genitive is a passive by itself («جاسوسان ... دستگیر شدن»), not خواستار شدن."""
    if not (entry.verbal and GENITIVE in entry.markers and entry.words[-1] in light(language)["become"]):
        return False
    return set(light(language)["become_active"]).isdisjoint(entry.words)


@cache
def _is_suffered(entry: Expression, language: str) -> bool:
    """Whether the subject of an entry suffers what it tells, though its verb is no passive («به شهادت رسیدن»)."""
    if not entry.verbal or len(entry.words) == 1:
        return False
    return any(set(row.split()) <= set(entry.words) for row in light(language).get("suffering", ()))


def _becomes_other(sentence: Sentence, last: int, verb: Verb, entry: Expression, language: str) -> bool:
    """Whether «شدن» belongs to a word behind the act's noun («با تهدید X خواستار مذاکره شد»)."""
    known = light(language)
    if verb.lemma not in known.get("become", ()):
        return False
    between = {token.fold for token in sentence.tokens[last + 1 : verb.start]}
    return not between.isdisjoint(set(known["become_active"]).difference(entry.words))


@cache
def _is_predicate(entry: Expression, language: str) -> bool:
    """Whether an entry says how somebody is or is called, right before its verb («این کار غیرقانونی است»)."""
    if not entry.verbal or len(entry.words) == 1 or entry.words[-2] == "...":
        return False
    copula = SPEAKER in entry.agents and entry.words[-1] in light(language).get("copulas", ())
    return copula or entry.words[-1] in light(language).get("naming", ())


def with_verb(sentence: Sentence, entry: Expression, taken: tuple[int, ...], language: str) -> Iterator[Act]:
    """The act whose noun stands at ``taken``, if its verb follows in the clause."""
    verb = _verb_after(sentence, taken[-1], makers(entry, language))
    if verb is None:
        return
    if has_own_noun(sentence, verb, taken[-1], language) and not _shares(sentence, taken, language):
        return
    if _becomes_other(sentence, taken[-1], verb, entry, language):
        return
    lemma = entry.words[-1]
    tokens = (*taken, *range(verb.start, verb.end))
    turned = markers(language).object in entry.markers
    apart = verb.start - taken[-1] - 1 > NOMINAL_REACH
    if apart and (
        _is_predicate(entry, language) or (verb.lemma != lemma and verb.lemma in light(language).get("beside", ()))
    ):
        return
    if verb.lemma in same_verbs(lemma, language):
        yield act_of(sentence, entry, tokens, verb, _turns(entry, verb, language))
    elif turned and verb.lemma in passives(lemma, entry.words[-2], language):
        yield act_of(sentence, entry, tokens, verb, passive=True)


def _turns(entry: Expression, verb: Verb, language: str) -> bool:
    """Whether the subject of a compound suffers it."""
    return verb.passive or _is_turned(entry, language) or (verb.finite and _is_suffered(entry, language))


def _shares(sentence: Sentence, taken: tuple[int, ...], language: str) -> bool:
    """Whether a noun shares the light verb of the one joined to it («این حمله را محکوم و ... تهدید کرد»).

    "And" alone does not tell («از تحریم و فشار انتقاد کرد»): an object ends before the first noun, or a new phrase
    begins after the "and" («دیدار و درباره مرز گفت‌وگو کرد»).
    """
    known, tokens, after = markers(language), sentence.tokens, taken[-1] + 2
    if after >= len(tokens) or tokens[after - 1].fold not in known.joins:
        return False
    object_before = taken[0] > 0 and tokens[taken[0] - 1].fold == known.object
    return object_before or tokens[after].fold in known.firsts


def has_own_noun(sentence: Sentence, verb: Verb, last: int, language: str) -> bool:
    """Whether a light verb makes a compound with the word right before it, not with the noun at ``last``."""
    if not has_compounds(language):
        return False
    at = verb.start - 1
    if at > last and is_ending(sentence, at, language):
        at -= 1
    if at <= last:
        return False
    firsts = _preverbs(verb.lemma, language).get(sentence.tokens[at].fold)
    return firsts is not None and (not firsts or not firsts.isdisjoint(keys(sentence.tokens[at - 1].fold, language)))


@cache
def _preverbs(lemma: str, language: str) -> dict[str, frozenset[str]]:
    """The nouns that make a compound with a light verb, and the words of which one must stand before each, if any.

    Those counted in news need none; of the language's acts «تحریم اقتصادی کردن» does not make one of «اقتصادی» alone.
    """
    known, found = light(language), dict[str, frozenset[str]]()
    lemmas = {lemma} | {key for key, same in known["same"].items() if lemma in same}
    lemmas |= {key for key, turned in known["passive"].items() if lemma in turned}
    for entry in expressions(language):
        if entry.verbal and len(entry.words) > 1 and entry.words[-1] in lemmas and entry.words[-1] in known["preverbs"]:
            before = ["", *entry.words[:-1]][-2]
            firsts = frozenset(() if before in ("", "...") else before.split("/"))
            for word in entry.words[-2].split("/"):
                alone = not firsts or found.get(word) == frozenset()
                found[word] = frozenset() if alone else found.get(word, frozenset()) | firsts
    found |= dict.fromkeys((word for key in lemmas for word in known["preverbs"].get(key, ())), frozenset())
    return {word: firsts for word, firsts in found.items() if word not in _no_preverbs(language)}


@cache
def _no_preverbs(language: str) -> frozenset[str]:
    """What makes no compound, whatever an act ends in: names («توضیح تهران»), prepositions, the object's mark."""
    named = (fold(entry.form) for entry in actors(language) if entry.kind in ("name", "capital"))
    return frozenset({"...", markers(language).object, *markers(language).firsts, *named})


def _verb_after(sentence: Sentence, last: int, lemmas: Set[str]) -> Verb | None:
    """The verb that the noun at ``last`` can lean on: an infinitive or participle close by, or its clause's verb.

    ``lemmas``: the verbs that can tell the act; an infinitive of another belongs to a noun of its own («... را مسئول
    کشته شدن دو سرباز دانست»).
    """
    number = sentence.clause_of(last)
    clause = sentence.clauses[number] if number is not None else None
    for verb in sentence.verbs:
        if verb.start <= last:
            continue
        distance = verb.start - last - 1
        if not verb.finite:
            if distance <= NOMINAL_REACH and verb.lemma in lemmas:
                return verb
            continue
        if clause is not None and clause.verb is not None:
            close = clause.verb.start - last - 1 <= MAX_REACH
            return clause.verb if close and clause.verb.start > last else None
        return verb if distance <= MAX_REACH else None
    return None
