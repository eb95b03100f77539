"""Arabic: words taken apart, dictionary forms, verb groups and clauses."""

from __future__ import annotations

from ravabet.language.arabic.clauses import clauses
from ravabet.language.arabic.tokens import split
from ravabet.language.arabic.verbs import verbs
from ravabet.language.arabic.words import keys
from ravabet.language.sentence import Sentence
from ravabet.language.text import Token
from ravabet.model import Span


def analyse(sentences: list[tuple[Span, tuple[Token, ...]]]) -> tuple[Sentence, ...]:
    """Arabic sentences with their verbs and clauses."""
    return tuple(_analysed(span, tokens) for span, tokens in sentences)


def _analysed(span: Span, tokens: tuple[Token, ...]) -> Sentence:
    found = verbs(tokens)
    return Sentence(span, tokens, found, clauses(tokens, found))


__all__ = ["analyse", "clauses", "keys", "split", "verbs"]
