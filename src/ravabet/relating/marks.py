"""What two sentences share: words, where they are of one language, and marks (numbers, sounds of names) in any."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from ravabet.language import MODULES, tokens, words
from ravabet.language.numbers import numbers
from ravabet.lexicon import EXPERIMENTAL, LANGUAGES, actors, fold, read_tsv, read_yaml

STEM = 5
"""Words are compared by their first letters, so that their endings do not part them."""
LONG = 4
"""Shorter words are seldom telling."""
SOUNDS = 3, 4
"""A name counts from so many consonants on, and by so many of them (later ones are often an ending)."""
CACHED = 1 << 15
_CASED = ("ru", "en", "tr")
_ARTICLE = ("ال", "وال", "بال", "لل")
_NAMED = ("name", "demonym", "people", "body")
_YEARS = range(1300, 2100)


@lru_cache(maxsize=CACHED)
def stems(sentence: str) -> frozenset[str]:
    """The beginnings of the longer words of a sentence, folded."""
    return frozenset(token.fold[:STEM] for token in tokens(sentence) if token.is_word and len(token.fold) >= LONG)


@lru_cache(maxsize=CACHED)
def marks(sentence: str, language: str | None) -> frozenset[str]:
    """What of a sentence reads the same in every language: its numbers, years excepted, and how its names sound."""
    told = words(sentence, language) if language in MODULES else tokens(sentence)
    named = (token.fold for token in told if language not in _CASED or token.text[:1].isupper())
    found = {mark for mark in map(sound, named) if mark} - _common(language or "")
    if language in MODULES:
        counted = (number.value for number in numbers(told, language))
        found |= {f"{value:g}" for value in counted if value > 1 and value not in _YEARS}
    return frozenset(found)


@cache
def sound(word: str) -> str:
    """The consonants of a folded word as classes that hold in every script; empty where they are too few to tell."""
    for article in _ARTICLE:
        if word.startswith(article) and len(word) > len(article) + 2:
            word = word.removeprefix(article)
            break
    classes = _letters().sub(lambda match: _classes().get(match.group(), ""), word)
    plain = re.sub(r"(.)\1+", r"\1", "".join(char for char in classes if char.isupper() and char.isascii()))
    least, most = SOUNDS
    return plain[:most] if len(plain) >= least else ""


@cache
def _common(language: str) -> frozenset[str]:
    """How the words of dates and the titles of office sound, which stand in reports of all kinds."""
    if language not in MODULES:
        return frozenset()
    told = [*_strings(read_yaml(language, "calendar.yaml")), *(row["form"] for row in read_tsv(language, "titles.tsv"))]
    return frozenset(sound(word) for text in told for word in fold(text).split())


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


@cache
def names(code: str) -> frozenset[str]:
    """How the names of an actor sound, and how they begin, in all languages: what says nothing beside its code."""
    known = (entry for language in (*LANGUAGES, *EXPERIMENTAL) for entry in _naming(language).get(code, ()))
    forms = {word for entry in known for word in fold(entry).split()}
    return frozenset({sound(form) for form in forms} | {form[:STEM] for form in forms}) - {""}


@cache
def _naming(language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in actors(language):
        if entry.kind in _NAMED:
            found.setdefault(entry.code, []).append(entry.form)
    return found


@cache
def _classes() -> dict[str, str]:
    lines = (files("ravabet.relating") / "data" / "letters.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return {letters: "" if sounding == "-" else sounding for letters, sounding in rows}


@cache
def _letters() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _classes()), key=len, reverse=True)))
