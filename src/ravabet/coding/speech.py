"""Verbs of speech: which verb group of a sentence says, and what kind of saying it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ravabet.language import Sentence, Verb
from ravabet.language.numbers import squeeze
from ravabet.lexicon import fold
from ravabet.lexicon.load import read_yaml

REACH = 6
"""Tokens before the verb in which the noun of a light verb is looked for (ادعا ... کرد)."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A way of saying: its kind (``say``, ``claim``, ``deny``, ``ask``, ``want``...), id, and where its words stand."""

    kind: str
    id: str
    start: int
    end: int


@cache
def _verbs(language: str) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """By infinitive: (noun before it or empty, kind, id), longest noun first."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for kind, forms in read_yaml(language, "status.yaml")["verbs"].items():
        for form in forms:
            *noun, lemma = form.split()
            found.setdefault(fold(lemma), []).append((squeeze(" ".join(noun)), kind, f"{kind}:{form}"))
    return {lemma: tuple(sorted(rows, key=lambda row: -len(row[0]))) for lemma, rows in found.items()}


def saying(sentence: Sentence, verb: Verb, language: str) -> Saying | None:
    """What kind of saying a verb group is, None where it is none."""
    rows = _verbs(language).get(verb.lemma, ())
    for noun, kind, name in rows:
        if not noun:
            return Saying(kind, name, verb.start, verb.end)
        for start, word in _before(sentence, verb.start):
            if word == noun:
                return Saying(kind, name, start, verb.end)
    return None


def _before(sentence: Sentence, end: int) -> Iterator[tuple[int, str]]:
    """The words before token ``end``, one to three tokens joined, nearest first, up to the verb before."""
    first = max([verb.end for verb in sentence.verbs if verb.finite and verb.end <= end], default=0)
    first = max(first, end - REACH)
    for start in range(end - 1, first - 1, -1):
        for size in (1, 2, 3):
            if start + size <= end:
                yield start, "".join(token.fold for token in sentence.tokens[start : start + size])
