"""Russian: dictionary forms, verb groups, clauses, and what the forms of words tell of a parse."""

from __future__ import annotations

from ravabet.language.russian.agreement import agree, agreed, belongs, sure_case
from ravabet.language.russian.clauses import clauses
from ravabet.language.russian.verbs import verbs
from ravabet.language.russian.words import keys, many_of, name_keys, one_or_many
from ravabet.language.sentence import Sentence
from ravabet.language.text import Token
from ravabet.model import Span


def analyse(sentences: list[tuple[Span, tuple[Token, ...]]]) -> tuple[Sentence, ...]:
    """Russian sentences with their verbs and clauses."""
    return tuple(_analysed(span, tokens) for span, tokens in sentences)


def _analysed(span: Span, tokens: tuple[Token, ...]) -> Sentence:
    found = verbs(tokens)
    return Sentence(span, tokens, found, clauses(tokens, found))


__all__ = [
    "agree",
    "agreed",
    "analyse",
    "belongs",
    "clauses",
    "keys",
    "many_of",
    "name_keys",
    "one_or_many",
    "sure_case",
    "verbs",
]
