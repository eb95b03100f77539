"""Turkish: dictionary forms, verb groups, clauses, and a shallow tree of who stands in which case. Experimental."""

from __future__ import annotations

from ravabet.language.sentence import Sentence
from ravabet.language.text import Token
from ravabet.language.turkish.clauses import clauses
from ravabet.language.turkish.tree import tree
from ravabet.language.turkish.verbs import verbs
from ravabet.language.turkish.words import keys
from ravabet.model import Span


def analyse(sentences: list[tuple[Span, tuple[Token, ...]]]) -> tuple[Sentence, ...]:
    """Turkish sentences with their verbs, clauses and trees."""
    return tuple(_analysed(span, tokens) for span, tokens in sentences)


def _analysed(span: Span, tokens: tuple[Token, ...]) -> Sentence:
    found = verbs(tokens)
    cut = clauses(tokens, found)
    return Sentence(span, tokens, found, cut, tree(tokens, found, cut))


__all__ = ["analyse", "clauses", "keys", "tree", "verbs"]
