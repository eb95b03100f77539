"""Which language a text is in, told by its letters and its most frequent words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from ravabet.lexicon import fold
from ravabet.reading.tables import Language, languages, scripts

ENOUGH = 4_000
"""Characters looked at: more would not change the answer."""

FOREIGN = 0.1
"""Share of words with a letter outside the alphabet that a text of a language may hold (names in another spelling)."""

FEW_WORDS = 10
"""Fewer words than this need hold no frequent one: the letters alone must do."""

FREQUENT = {"Arab": 0.05, "Cyrl": 0.04, "Latn": 0.15}
"""Least share of frequent words in a text of a language, by script (news has 0.15 to 0.45), or twice that with letters
of its own."""

MAIN_SCRIPT = 0.6
"""Share of a text's letters that its script must have; the rest may be names and quotations."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How well a text fits a language: shares (0 to 1) of frequent words, of its own letters, of foreign words."""

    language: Language
    frequent: float
    own: float
    foreign: float

    @property
    def score(self) -> float:
        """One number to compare languages by: what speaks for it less what speaks against it."""
        return self.frequent + self.own - self.foreign


def detect_language(text: str) -> str | None:
    """``fa``, ``ar``, ``ru``, ``en`` or ``tr``, or None where the text is in another language or cannot be told."""
    found = likeness(text)
    return found.language.code if found and found.language.coded and found.score > 0 else None


def likeness(text: str) -> Likeness | None:
    """The language of the table a text fits best, in whatever order its words stand; None where it fits none."""
    return _likeness(text[:ENOUGH])


@lru_cache(maxsize=16)  # decoding and telling the language ask about the same text
def _likeness(text: str) -> Likeness | None:
    text = unicodedata.normalize("NFKC", text)
    letters = Counter(char for char in text.lower() if char.isalpha())
    script = _main_script(letters)
    words = Counter(_WORD.findall(fold(text)))
    if script is None or not words:
        return None
    spelt = Counter({_letters(word, script): n for word, n in Counter(text.lower().split()).items()})
    fits = [_fit(language, letters, words, spelt) for language in languages() if language.script == script]
    best = max(fits, key=lambda fit: fit.score)
    return best if _is_believable(best, words.total()) else None


def _main_script(letters: Counter[str]) -> str | None:
    total = letters.total()
    for script in scripts():
        if total and sum(n for char, n in letters.items() if _script(char) == script) >= MAIN_SCRIPT * total:
            return script
    return None


@cache
def _script(char: str) -> str | None:
    code = ord(char)
    if code < 0x250:
        return "Latn"
    if 0x400 <= code < 0x530:
        return "Cyrl"
    if 0x600 <= code < 0x780 or 0xFB50 <= code < 0xFE00 or 0xFE70 <= code < 0xFF00:
        return "Arab"
    return None


def _letters(word: str, script: str) -> frozenset[str]:
    return frozenset(char for char in word if char.isalpha() and _script(char) == script)


def _fit(language: Language, letters: Counter[str], words: Counter[str], spelt: Counter[frozenset[str]]) -> Likeness:
    return Likeness(
        language=language,
        frequent=sum(n for word, n in words.items() if word in language.words) / words.total(),
        own=sum(n for char, n in letters.items() if char in language.own) / letters.total(),
        foreign=sum(n for word, n in spelt.items() if not word <= language.alphabet) / spelt.total(),
    )


def _is_believable(fit: Likeness, words: int) -> bool:
    if fit.foreign > FOREIGN:
        return False
    least = fit.language.least or FREQUENT[fit.language.script]
    if fit.frequent >= least or (fit.frequent > 0 and fit.frequent + fit.own >= 2 * least):
        return True
    return words < FEW_WORDS and (fit.own > 0 or fit.frequent > 0)
