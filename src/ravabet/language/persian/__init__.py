"""Persian: verb groups and clauses."""

from ravabet.language.persian.clauses import clauses
from ravabet.language.persian.verbs import verbs
from ravabet.language.sentence import Sentence
from ravabet.language.text import Token
from ravabet.model import Span


def analyse(span: Span, tokens: tuple[Token, ...]) -> Sentence:
    """A Persian sentence with its verbs and clauses."""
    found = verbs(tokens)
    return Sentence(span, tokens, found, clauses(tokens, found))


__all__ = ["analyse", "clauses", "verbs"]
