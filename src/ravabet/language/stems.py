"""Words as a search knows them: folded, without clitics, cut to a stem, the same for all forms of a word.

Stemmers are those of Snowball (https://snowballstem.org); what they do not know is mended before: the letters of Arabic
and Persian that fold as one, half-spaces, clitics that Arabic writes together, nouns without their article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import snowballstemmer

from ravabet.language.analysis import MODULES, words
from ravabet.language.text import Token, tokens
from ravabet.lexicon import ZWNJ

STEMMERS = {"ar": "arabic", "en": "english", "fa": "persian", "ru": "russian", "tr": "turkish"}
"""The stemmer of each language."""
SCRIPTS = (
    ("\u0600", "\u06ff", ("fa", "ar")),
    ("\u0400", "\u04ff", ("ru",)),
    ("\u0000", "\u024f", ("en", "tr")),
)
"""The languages that write a script, by its first and last character."""
_TO_ARABIC = str.maketrans("یک", "يك")
_FROM_ARABIC = str.maketrans("يك", "یک")
ARTICLE, FEMININE = "ال", "ه"
SHORTEST = 3
"""Letters that an Arabic stem keeps."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a text, its stem and where it stands."""

    stem: str
    start: int
    end: int


def terms(text: str, language: str | None, start: int = 0, end: int | None = None) -> Iterator[Term]:
    """The words of ``text[start:end]`` with their stems; words of one letter, clitics most often, are left out.

    Of a language without a stemmer words are only folded.
    """
    known = language in MODULES
    found = words(text, language or "", start, end) if known else tokens(text, start, end)
    for first, last, folded in _joined(found):
        if len(folded) > 1:
            yield Term(stem(folded, language), first.start, last.end)


def _joined(found: tuple[Token, ...]) -> Iterator[tuple[Token, Token, str]]:
    """Words with what a half-space joins to them; Arabic's clitics, which no half-space joins, stay apart."""
    at = 0
    while at < len(found):
        first = last = found[at]
        folded = first.fold
        at += 1
        while at < len(found) and found[at].glued and found[at].start > last.end:
            last = found[at]
            folded += ZWNJ + last.fold
            at += 1
        if first.is_word:
            yield first, last, folded


@lru_cache(200_000)
def stem(folded: str, language: str | None) -> str:
    """The stem of a folded word."""
    name = STEMMERS.get(language or "")
    if name is None or not folded[0].isalpha():
        return folded.replace(ZWNJ, "")
    if language == "ar":
        return _arabic(folded)
    told: str = _stemmer(name).stemWord(folded)
    return (told or folded).replace(ZWNJ, "")


def _arabic(folded: str) -> str:
    """Every word is stemmed as a noun with its article, so that it does not matter whether it has one."""
    word = folded.translate(_TO_ARABIC)
    noun = word if word.startswith(ARTICLE) else ARTICLE + word
    told: str = _stemmer("arabic").stemWord(noun).removeprefix(ARTICLE) or word
    if len(told) > SHORTEST and told.endswith(FEMININE):
        told = told[:-1]  # the stemmer leaves it where the plural has lost it
    return told.translate(_FROM_ARABIC)


def stems(word: str) -> frozenset[str]:
    """Every stem that a word of a question may have, in the languages that write its script."""
    first = next((char for char in word if char.isalpha()), "")
    languages = next((names for low, high, names in SCRIPTS if low <= first <= high), ())
    return frozenset(term.stem for language in (*languages, None) for term in terms(word, language))


@cache
def _stemmer(name: str) -> Any:  # noqa: ANN401  the package has no types
    return snowballstemmer.stemmer(name)
