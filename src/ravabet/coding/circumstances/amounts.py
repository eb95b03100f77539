"""How much: money, people, goods and shares counted in a sentence, and the amount that belongs to an act.

A number nobody counted (dozens) and a range give nothing: it is better to be silent than to choose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ravabet.coding.telling.speech import runs, stands, status_words
from ravabet.language import Sentence
from ravabet.language.numbers import Number, numbers, squeeze
from ravabet.lexicon import actors
from ravabet.lexicon.load import read_yaml
from ravabet.model import Amount

LONGEST = 3
"""Tokens that one unit may be written in (بشکه در روز)."""
FATE = 7
"""Tokens after a count of people in which their fate is told."""
BEFORE = 3
AFTER_WORD = 4
MONEY = "money"
PEOPLE = "people"
ADJECTIVE = 3
"""Tokens behind an adjective of a nation in which the noun that it describes is a unit (two Peruvian patrol ships)."""


@dataclass(frozen=True, slots=True)
class Either:
    """A word that is the unit ``unit`` where one of ``after`` follows, else ``other``."""

    unit: str
    other: str
    after: frozenset[str]


@dataclass(frozen=True, slots=True)
class UnitWords:
    """``data/<language>/units.yaml``: forms folded and without spaces."""

    money: dict[str, str]
    units: dict[str, str]
    either: dict[str, Either]
    fates: dict[str, str]
    belongs: dict[str, tuple[str, ...]]
    range: frozenset[str]
    folk: frozenset[str]
    adjectival: frozenset[str]


@cache
def unit_words(language: str) -> UnitWords:
    """The units of ``language``; nouns and adjectives of nations count people."""
    data = read_yaml(language, "units.yaml")
    return UnitWords(
        money=_with_endings(data["money"], data["adjectives"]),
        units=_with_endings(data["units"], data["adjectives"]),
        either={
            squeeze(row["word"]): Either(row["unit"], row["else"], frozenset(map(squeeze, row["after"])))
            for row in data["either"]
        },
        fates={squeeze(form): fate for fate, forms in data["fates"].items() for form in forms},
        belongs={kind: tuple(units) for kind, units in data["belongs"].items()},
        range=frozenset(map(squeeze, data["range"])),
        folk=frozenset(squeeze(entry.form) for entry in actors(language) if entry.kind in ("demonym", "people")),
        adjectival=_adjectival(language) if data.get("nations_before") else frozenset(),
    )


def _adjectival(language: str) -> frozenset[str]:
    """Words of nations that stand before a noun and count nobody by themselves."""
    kinds: dict[str, set[str]] = {}
    for entry in actors(language):
        kinds.setdefault(squeeze(entry.form), set()).add(entry.kind)
    return frozenset(form for form, found in kinds.items() if "demonym" in found and "people" not in found)


def _with_endings(table: dict[str, list[str]], endings: list[str]) -> dict[str, str]:
    plain = {squeeze(form): unit for unit, forms in table.items() for form in forms}
    return {form + end: unit for form, unit in plain.items() for end in endings} | plain


def amounts(text: str, sentence: Sentence, language: str) -> tuple[Amount, ...]:
    """Every counted amount of a sentence in order; spans are offsets into the document's ``text``."""
    del text
    return tuple(
        amount for number in numbers(sentence.tokens, language) if (amount := _amount(sentence, number, language))
    )


def act_amount(
    sentence: Sentence, trigger: Sequence[int], found: Sequence[Amount], kind: str, language: str
) -> Amount | None:
    """The amount of the act of PLOVER type ``kind`` named by the tokens ``trigger``: in it, else nearest in clause."""
    number = sentence.clause_of(trigger[-1])
    if number is None:
        return None
    tokens = set(sentence.clauses[number].tokens) | set(trigger)
    here = [(sentence.tokens_in(amount.span)[0], amount) for amount in found]
    here = [(at, amount) for at, amount in here if at in tokens]
    for unit in unit_words(language).belongs.get(kind, ()):
        fitting = [(_gap(at, trigger), at, amount) for at, amount in here if _is(amount.unit, unit)]
        if fitting:
            return min(fitting, key=lambda one: one[:2])[2]
    return None


def _gap(at: int, trigger: Sequence[int]) -> int:
    return 0 if trigger[0] <= at <= trigger[-1] else min(abs(at - trigger[0]), abs(at - trigger[-1]))


def _is(unit: str, wanted: str) -> bool:
    return len(unit) == len("USD") and unit.isupper() if wanted == MONEY else unit == wanted


def _amount(sentence: Sentence, number: Number, language: str) -> Amount | None:
    words = unit_words(language)
    if number.ordinal or _in_range(sentence, number, words):
        return None
    found = _unit(sentence, number.end, words, language)
    if found is None:
        return None
    unit, end = found
    if unit == PEOPLE:
        unit = _fate(sentence, number.start, end, words)
    return Amount(number.value, unit, sentence.span_of(number.start, end))


def _in_range(sentence: Sentence, number: Number, words: UnitWords) -> bool:
    """Whether it is one end of a range (۲۰۰ تا ۳۰۰ نفر); from zero or with no number before, تا only means up to."""
    tokens = sentence.tokens
    before, after = number.start - 1, number.end
    ends = before > 0 and tokens[before].fold in words.range and tokens[before - 1].fold[:1].isdigit()
    return ends or (
        after + 1 < len(tokens) and tokens[after].fold in words.range and tokens[after + 1].fold[:1].isdigit()
    )


def _unit(sentence: Sentence, at: int, words: UnitWords, language: str) -> tuple[str, int] | None:
    """The unit that begins at token ``at`` and its end."""
    tokens = sentence.tokens
    for size in range(min(LONGEST, len(tokens) - at), 0, -1):
        word = "".join(token.fold for token in tokens[at : at + size])
        either = words.either.get(word)
        if either:
            near = {token.fold for token in tokens[at + size : at + size + 1]}
            fated = {word for _, word in runs(sentence, at + size, min(len(tokens), at + size + AFTER_WORD), 1)}
            people = near & either.after or fated & words.fates.keys() or not near or not any(map(str.isalnum, near))
            return (either.unit if people else either.other), at + size
        if word in words.adjectival and _goes_on(sentence, at + size, language):
            return _described(sentence, at + size, words)
        unit = words.money.get(word) or words.units.get(word) or (PEOPLE if word in words.folk else None)
        if unit:
            return unit, at + size
    return None


def _goes_on(sentence: Sentence, at: int, language: str) -> bool:
    """Whether a noun may follow at a token: a word that is no preposition and begins no verb."""
    if at >= len(sentence.tokens) or not sentence.tokens[at].is_word:
        return False
    verbal = any(verb.finite and verb.start <= at < verb.end for verb in sentence.verbs)
    return not verbal and not stands(sentence, at, at + 1, status_words(language).prepositions)


def _described(sentence: Sentence, first: int, words: UnitWords) -> tuple[str, int] | None:
    """The unit that an adjective of a nation before token ``first`` describes and its end; None where it is no unit."""
    tokens = sentence.tokens
    for at in range(first, min(first + ADJECTIVE, len(tokens))):
        unit = words.units.get(tokens[at].fold)
        if unit or not tokens[at].is_word:
            return (unit, at + 1) if unit else None
    return None


def _fate(sentence: Sentence, start: int, end: int, words: UnitWords) -> str:
    """What happened to the people counted: told after them up to the next count, else right before them."""
    tokens = sentence.tokens
    for at in range(end, min(len(tokens), end + FATE)):
        if tokens[at].fold[:1].isdigit():
            break
        for size in (2, 1):
            fate = words.fates.get("".join(token.fold for token in tokens[at : at + size]))
            if fate:
                return fate
    before = [word for _, word in runs(sentence, max(0, start - BEFORE), start, 2)]
    return next((words.fates[word] for word in before if word in words.fates), PEOPLE)
