"""The dictionary forms that an English word may be of: endings by rule, the rest by ``data/en/forms.tsv``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from ravabet.lexicon import fold, read_tsv

_VOWELS = frozenset("aeiouy")
_SHORTEST = 2
"""Letters that must be left of a word without its ending."""
_DOUBLES = re.compile(r"[^aeiouy]*[aeiou][^aeiouwxy]")
"""A verb that doubles its last letter before an ending: "barring" is of "bar", "baring" is not."""


@lru_cache(maxsize=1 << 16)
def keys(word: str) -> frozenset[str]:
    """Every folded dictionary form that one folded token may be, itself included; British spellings (-ise, -our)."""
    found = {word, *_bases(word.removesuffix("'s"))}
    found.update(word.replace("-", "") for word in tuple(found) if "-" in word)
    for form in tuple(found):
        found.update(_british(form))
    return frozenset(found)


def _bases(word: str) -> Iterator[str]:
    yield word
    yield from irregular().get(word, ())
    if word.endswith("s") and not word.endswith("ss"):
        yield from _without(word, "s")
        if word.endswith("ies"):
            yield from _without(word, "ies", "y")
        elif word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
            yield from _without(word, "es")
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            yield from _stems(word, ending)
    if word.endswith("ied"):
        yield from _without(word, "ied", "y")


def _without(word: str, ending: str, instead: str = "") -> Iterator[str]:
    stem = word.removesuffix(ending)
    if len(stem) >= _SHORTEST:
        yield stem + instead


def _stems(word: str, ending: str) -> Iterator[str]:
    """The verb without -ed or -ing: as it stands, with its e, with one of two consonants."""
    stem = word.removesuffix(ending)
    if len(stem) < _SHORTEST or _VOWELS.isdisjoint(stem.removesuffix("e")):
        return
    if _DOUBLES.fullmatch(stem) is None:
        yield stem
    yield stem + "e"
    if stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        yield stem[:-1]


def _british(word: str) -> Iterator[str]:
    yield from irregular().get(word, ())
    for american, british in (("ize", "ise"), ("ization", "isation"), ("yze", "yse")):
        if word.endswith(american) and len(word) > len(american) + _SHORTEST:
            yield word.removesuffix(american) + british


@cache
def irregular() -> dict[str, tuple[str, ...]]:
    """The dictionary forms of each form that no rule makes."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_tsv("en", "forms.tsv"):
        found[fold(row["form"])].append(fold(row["lemma"]))
    return {form: tuple(lemmas) for form, lemmas in found.items()}
