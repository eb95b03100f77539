"""What a Russian word form may be: its dictionary forms and grammar, by the dictionary of OpenCorpora.

The dictionary is that of pymorphy3 (Korobov, *Morphological Analyzer and Generator for Russian and Ukrainian
Languages*, AIST 2015); it comes with the package, nothing is fetched. It is loaded with the first Russian word.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

import pymorphy3  # type: ignore[import-untyped]
from pymorphy3.units import DictionaryAnalyzer  # type: ignore[import-untyped]

from ravabet.lexicon import fold, read_tsv

RARE = 0.02
"""Share of a form's uses below which a reading of it is dropped, if it is not the first (при as переть)."""
REFLEXIVE = ("ся", "сь")
_REFLEXIVE_PARTS = frozenset({"VERB", "INFN", "GRND", "PRTF"})
_MASCULINE, _SHORT = frozenset({"PRTF", "nomn", "sing", "masc"}), frozenset({"masc", "sing"})
_KEPT = 1 << 17


@cache
def analyser() -> Any:  # noqa: ANN401  pymorphy3 has no types
    """The dictionary, loaded once a process."""
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=_KEPT)
def all_readings(word: str) -> tuple[Any, ...]:
    """All readings of a folded word form, likeliest first."""
    return tuple(analyser().parse(word))


@lru_cache(maxsize=_KEPT)
def readings(word: str) -> tuple[Any, ...]:
    """The readings of a folded word form that are not rare, likeliest first; of an unknown word those guessed best."""
    found = all_readings(word)
    return tuple(reading for number, reading in enumerate(found) if number == 0 or reading.score >= RARE)


@lru_cache(maxsize=_KEPT)
def keys(word: str) -> frozenset[str]:
    """Every folded dictionary form that one folded word may be, itself included.

    A full participle is its own masculine nominative (протестующие are people, they are not протестовать), a short one
    its verb's infinitive; a form on -ся is also the verb without it, a short adjective also its masculine form.
    """
    if not word[:1].isalpha() or word.isascii():
        return frozenset({word})
    found = {word}
    for reading in readings(word):
        marks = reading.tag.grammemes  # looked up in, far sooner than the tag's own attributes are
        found.add(_masculine(reading) if "PRTF" in marks else fold(reading.normal_form))
        if "ADJS" in marks:
            found.add(short(reading))
        if (base := without_self(reading)) is not None:
            found.add(base)
    return frozenset(found)


@lru_cache(maxsize=_KEPT)
def one_or_many(word: str) -> frozenset[str]:
    """The grammatical numbers (``sing``, ``plur``) that a folded word form may have; empty where it has none."""
    return frozenset(str(reading.tag.number) for reading in readings(word) if reading.tag.number)


@lru_cache(maxsize=_KEPT)
def many_of(word: str, name: str) -> bool:
    """Whether a folded word form can only be a plural of a folded name that is a singular («Ливанов», of Ливан)."""
    told = _numbers(word, name)
    return word != name and told == {"plur"} and "sing" in _numbers(name, name)


def name_keys(name: str) -> frozenset[str]:
    """The dictionary forms of a folded name, which is a nominative: Умеров is none of умер, Львов none of лев.

    Of words that the dictionary lacks every guess is kept, by which other forms of the name are found; so is what is
    needed for that.
    """
    nominative = [reading for reading in readings(name) if "nomn" in reading.tag.grammemes]
    kept = {fold(reading.normal_form) for reading in nominative} | {name}
    dropped = {key for key in keys(name) - kept if analyser().word_is_known(key)}
    for form in {fold(form.word) for reading in nominative for form in reading.lexeme} if dropped else ():
        dropped -= keys(form) if keys(form).isdisjoint(kept) else frozenset()
    return keys(name) - dropped


def _numbers(word: str, name: str) -> set[str]:
    """The numbers that a word form may have as a form of a name."""
    return {str(reading.tag.number) for reading in readings(word) if fold(reading.normal_form) == name}


def _masculine(reading: Any) -> str:  # noqa: ANN401
    """The full masculine nominative of a participle; its infinitive where the dictionary has none."""
    return fold(_inflected(reading, _MASCULINE) or reading.normal_form)


def short(reading: Any) -> str:  # noqa: ANN401
    """The short masculine form of a short adjective (готов of готова): its dictionary form as a predicate."""
    form = _inflected(reading, _SHORT) if reading.tag.gender or reading.tag.number == "plur" else None
    return fold(form or reading.word)


def _inflected(reading: Any, wanted: frozenset[str]) -> str | None:  # noqa: ANN401
    """What ``inflect`` of a reading gives, without all forms of a word that the dictionary has."""
    (method, *found), *rest = reading.methods_stack
    if rest or type(method) is not DictionaryAnalyzer:
        form = reading.inflect(wanted)
        return form.word if form else None
    word, paradigm, number = found
    change = _change(paradigm, number, wanted)
    if change is None:
        return None
    (before, after), (prefix, suffix) = change
    return f"{prefix}{word[len(before) : len(word) - len(after)]}{suffix}"


@lru_cache(maxsize=1 << 13)
def _change(paradigm: int, number: int, wanted: frozenset[str]) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """Beginning and ending of a form of a paradigm, and those of the form likest to it that is as wanted."""
    forms = analyser().dictionary.build_paradigm_info(paradigm)
    like = forms[number][1].updated_grammemes(wanted)
    fitting = [form for form in forms if wanted <= form[1].grammemes]
    if not fitting:
        return None
    best = max(fitting, key=lambda form: len(like & form[1].grammemes) - 0.1 * len(like ^ form[1].grammemes))
    return forms[number][::2], best[::2]


def without_self(reading: Any) -> str | None:  # noqa: ANN401
    """The folded infinitive without -ся of an imperfective verb with it, None where there is no such verb.

    Only imperfective verbs make their passive so (обсуждается, but not вернулся).
    """
    lemma = reading.normal_form
    if (
        not lemma.endswith(REFLEXIVE)
        or "impf" not in reading.tag.grammemes
        or lemma in _no_passives()
        or _REFLEXIVE_PARTS.isdisjoint(reading.tag.grammemes)
    ):
        return None
    return fold(lemma[:-2]) if _is_verb(lemma[:-2]) else None


@cache
def _no_passives() -> frozenset[str]:
    """Verbs in -ся that mean something else than the verb without it."""
    return frozenset(row["word"] for row in read_tsv("ru", "reflexive.tsv"))


@lru_cache(maxsize=1 << 14)
def _is_verb(infinitive: str) -> bool:
    return bool(analyser().word_is_known(infinitive)) and any(r.tag.POS == "INFN" for r in analyser().parse(infinitive))
