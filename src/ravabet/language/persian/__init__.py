"""Persian: the forms of nouns, verb groups and clauses."""

from __future__ import annotations

from functools import cache, lru_cache

from ravabet.language.persian.clauses import clauses
from ravabet.language.persian.verbs import verbs
from ravabet.language.sentence import Sentence
from ravabet.language.text import Token
from ravabet.lexicon import fold, read_yaml
from ravabet.model import Span


def analyse(sentences: list[tuple[Span, tuple[Token, ...]]]) -> tuple[Sentence, ...]:
    """Persian sentences with their verbs and clauses."""
    return tuple(_analysed(span, tokens) for span, tokens in sentences)


def _analysed(span: Span, tokens: tuple[Token, ...]) -> Sentence:
    found = verbs(tokens)
    return Sentence(span, tokens, found, clauses(tokens, found))


@lru_cache(maxsize=1 << 16)
def keys(word: str) -> frozenset[str]:
    """The word and what it is without each ending that may be joined to it; a last ه drops no letter in Persian."""
    return frozenset({word, *(word.removesuffix(ending) for ending in _endings() if len(ending) < len(word))})


@cache
def _endings() -> tuple[str, ...]:
    return tuple(fold(ending) for ending in read_yaml("fa", "nouns.yaml")["joined"])


__all__ = ["analyse", "clauses", "keys", "verbs"]
