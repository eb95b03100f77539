"""Russian verb groups: finite verbs, short participles and adjectives, infinitives, participles and gerunds."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ravabet.language.russian.words import readings, short, without_self
from ravabet.language.sentence import Tense, Verb
from ravabet.language.text import Token
from ravabet.lexicon import fold, read_yaml

NOT = frozenset({"не"})
BE = frozenset({"быть", "являться"})
_WORDS = read_yaml("ru", "verbs.yaml")
PASTS = frozenset(map(fold, _WORDS["pasts"]))
_PREPOSITIONS = frozenset(map(fold, _WORDS["prepositions"]))
HOLDS = 0.3
"""Share of a form's uses that a reading as a verb needs where another reading is no verb (мой, дали, стали)."""
_LOOSE = frozenset({"же", "ли", "бы", "уже", "еще", "также", "тоже", "вновь", "снова", "недавно", "ранее", "сейчас"})
_PARTS = frozenset({"VERB", "INFN", "GRND", "PRTF", "PRTS", "ADJS"})
_INNER = frozenset({"INFN", "PRTS", "ADJS"})
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
_PERSONS = {"1per": "1", "2per": "2", "3per": "3"}
_NUMBERS = {"sing": "s", "plur": "p"}


def verbs(tokens: tuple[Token, ...]) -> tuple[Verb, ...]:
    """The verb groups of one sentence in order; forms of быть before a verb belong to its group, не does not."""
    found: list[Verb] = []
    at = 0
    while at < len(tokens):
        verb = _group(tokens, at)
        if verb is None:
            at += 1
            continue
        found.append(verb)
        at = verb.end
    return tuple(verb for verb in found if not _is_adverb(tokens, verb, found))


def _is_adverb(tokens: tuple[Token, ...], verb: Verb, found: list[Verb]) -> bool:
    """Whether what is spelt as a short adjective is the adverb of a verb between the same marks (категорично)."""
    word = tokens[verb.end - 1].fold
    if verb.end - verb.start > 1 or verb.tense != "present" or not may_be_adverb(word):
        return False
    first, last = verb.start, verb.end
    while first and tokens[first - 1].is_word:
        first -= 1
    while last < len(tokens) and tokens[last].is_word:
        last += 1
    return any(
        other is not verb
        and other.finite
        and first <= other.start < last
        and not may_be_adverb(tokens[other.start].fold)
        for other in found
    )


@lru_cache(maxsize=1 << 12)
def may_be_adverb(word: str) -> bool:
    """Whether a folded word may be a short adjective and an adverb (категорично)."""
    parts = {reading.tag.POS for reading in readings(word)}
    return "ADVB" in parts and "ADJS" in parts


def _group(tokens: tuple[Token, ...], at: int) -> Verb | None:
    """The verb group that begins with token ``at``."""
    start, negative = at, at > 0 and tokens[at - 1].fold in NOT
    form = _form(tokens, at)
    if form is None:
        return None
    if form.normal_form == "быть" and (inner := _governed(tokens, at + 1)) is not None:
        return _with_be(start, form, inner, negative=negative)
    return _verb(form, start, at + 1, negative=negative)


def _form(tokens: tuple[Token, ...], at: int) -> Any | None:  # noqa: ANN401  a reading of pymorphy3
    if at >= len(tokens) or not tokens[at].text[0].isalpha():
        return None
    word = tokens[at].fold
    form = _past(word) if word in PASTS and not _is_held(tokens, at) else verb_form(word)
    return None if form is not None and _is_name(tokens, at, form) else form


def _past(word: str) -> Any:  # noqa: ANN401
    """The reading of a word as a past."""
    return next(reading for reading in readings(word) if reading.tag.POS == "VERB" and reading.tag.tense == "past")


def _is_held(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a preposition or an adjective makes a noun of what follows (с начала, этого начала)."""
    before = tokens[at - 1].fold if at else ""
    return before in _PREPOSITIONS or {"gent", "ADJF"} <= _marks(before)


def _is_name(tokens: tuple[Token, ...], at: int, form: Any) -> bool:  # noqa: ANN401
    """Whether a capital within a sentence makes a name of what may be a verb.

    So it is where the dictionary has no such verb («Мевлют»), or has such a name («выступил Реджеп Бали»). At the
    beginning of a sentence another capital must follow («Мевлют Чавушоглу»).
    """
    word, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if not word.text[0].isupper() or word.text.isupper():
        return False
    if at == 0 and (after is None or not after.text[0].isupper()):
        return False
    named = at > 0 and tokens[at - 1].is_word and not _NAMES.isdisjoint(_marks(word.fold))
    return named or _is_guessed(form)


@lru_cache(maxsize=1 << 12)
def _marks(word: str) -> frozenset[str]:
    """All that the dictionary says of a folded word, over its readings."""
    return frozenset(str(mark) for reading in readings(word) for mark in reading.tag.grammemes)


@lru_cache(maxsize=1 << 16)
def verb_form(word: str) -> Any | None:  # noqa: ANN401
    """The reading of a folded word as a verb's form; None where it is likelier no verb, or an order («вели»)."""
    if len(word) < 3 or word.isascii():
        return None
    found = [reading for n, reading in enumerate(readings(word)) if _holds(reading, n)]
    # an order last: «пошли» and «нашли» are pasts in news, not what one says to a messenger
    found.sort(key=lambda r: (not _is_predicate(r), "impr" in r.tag.grammemes, "ADJS" in r.tag.grammemes))
    if not found or ("impr" in found[0].tag.grammemes and found[0] != readings(word)[0]):
        return None
    return found[0]


def _holds(reading: Any, number: int) -> bool:  # noqa: ANN401
    """Whether a reading is a verb's form and likely enough; ``number``: its place among the readings of its word.

    Of a word that the dictionary has not (экстрадировала) the shares say little: a verb is taken for one.
    """
    if _PARTS.isdisjoint(reading.tag.grammemes):
        return False
    return number == 0 or _is_guessed(reading) or reading.score >= HOLDS or _is_predicate(reading)


def _is_guessed(reading: Any) -> bool:  # noqa: ANN401
    """Whether the dictionary has not the word of a reading."""
    return "Dictionary" not in type(reading.methods_stack[0][0]).__name__ or len(reading.methods_stack) > 1


def _is_predicate(reading: Any) -> bool:  # noqa: ANN401
    """Whether a reading is of a word that is only a predicate (намерен)."""
    return "ADJS" in reading.tag.grammemes and fold(reading.normal_form) == short(reading)


def _governed(tokens: tuple[Token, ...], at: int) -> tuple[Any, int] | None:
    """The infinitive or short form that a form of быть makes one verb with, and the token behind it."""
    if at < len(tokens) and tokens[at].fold in _LOOSE:
        at += 1
    form = _form(tokens, at)
    return (form, at + 1) if form is not None and form.tag.POS in _INNER else None


def _with_be(start: int, be: Any, inner: tuple[Any, int], *, negative: bool) -> Verb:  # noqa: ANN401
    form, end = inner
    future = be.tag.tense == "futr"
    made = _verb(form, start, end, negative=negative)
    tense: Tense = "future" if future else "past" if be.tag.tense == "past" else "infinitive"
    return Verb(start, end, made.lemma, tense, negative, made.passive, _person(be), made.others)


def _verb(form: Any, start: int, end: int, *, negative: bool) -> Verb:  # noqa: ANN401
    lemma, base = (short(form) if form.tag.POS == "ADJS" else fold(form.normal_form)), without_self(form)
    others = frozenset({base}) if base else frozenset()
    passive = "pssv" in form.tag or base is not None
    return Verb(start, end, lemma, _tense(form), negative, passive, _person(form), others)


def _tense(form: Any) -> Tense:  # noqa: ANN401
    """A perfective present is a future, a short participle a perfect; a gerund tells like a participle."""
    match form.tag.POS:
        case "INFN":
            return "infinitive"
        case "PRTF" | "GRND":
            return "participle"
        case "PRTS":
            return "perfect"
        case "ADJS":
            return "present"
    if form.tag.tense == "past":
        return "past"
    return "future" if form.tag.tense == "futr" else "present"


def _person(form: Any) -> str | None:  # noqa: ANN401
    person = _PERSONS.get(form.tag.person or "3per", "3")
    number = _NUMBERS.get(form.tag.number or "")
    return person + number if number else None
