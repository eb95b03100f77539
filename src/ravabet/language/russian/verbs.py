"""Russian verb groups: finite verbs, short participles and adjectives, infinitives, participles and gerunds."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ravabet.language.russian.words import readings, short, without_self
from ravabet.language.sentence import Tense, Verb
from ravabet.language.text import Token
from ravabet.lexicon import fold

NOT = frozenset({"не"})
BE = frozenset({"быть", "являться"})
HOLDS = 0.3
"""Share of a form's uses that a reading as a verb needs where another reading is no verb (мой, дали, стали)."""
_LOOSE = frozenset({"же", "ли", "бы", "уже", "еще", "также", "тоже", "вновь", "снова", "недавно", "ранее", "сейчас"})
_PARTS = frozenset({"VERB", "INFN", "GRND", "PRTF", "PRTS", "ADJS"})
_INNER = frozenset({"INFN", "PRTS", "ADJS"})
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
    return tuple(found)


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
    return verb_form(tokens[at].fold) if at < len(tokens) and tokens[at].text[0].isalpha() else None


@lru_cache(maxsize=1 << 16)
def verb_form(word: str) -> Any | None:  # noqa: ANN401
    """The reading of a folded word as a verb's form; None where it is likelier no verb, or an order («вели»)."""
    if len(word) < 3 or word.isascii():
        return None
    found = [reading for n, reading in enumerate(readings(word)) if _holds(reading, n)]
    found.sort(key=lambda reading: (not _is_predicate(reading), reading.tag.POS == "ADJS"))
    if not found or ("impr" in found[0].tag and found[0] != readings(word)[0]):
        return None
    return found[0]


def _holds(reading: Any, number: int) -> bool:  # noqa: ANN401
    """Whether a reading is a verb's form and likely enough; ``number``: its place among the readings of its word.

    Of a word that the dictionary has not (экстрадировала) the shares say little: a verb is taken for one.
    """
    if reading.tag.POS not in _PARTS:
        return False
    guessed = "Dictionary" not in type(reading.methods_stack[0][0]).__name__ or len(reading.methods_stack) > 1
    return number == 0 or guessed or reading.score >= HOLDS or _is_predicate(reading)


def _is_predicate(reading: Any) -> bool:  # noqa: ANN401
    """Whether a reading is of a word that is only a predicate (намерен)."""
    return reading.tag.POS == "ADJS" and fold(reading.normal_form) == short(reading)


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
