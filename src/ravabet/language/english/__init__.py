"""English: words taken apart, their dictionary forms, and the verbs and clauses that a parse tells."""

from __future__ import annotations

from ravabet.language.english import dateline
from ravabet.language.english.due import ahead, clausal, compounds, due
from ravabet.language.english.forms import keys
from ravabet.language.english.inserts import apart
from ravabet.language.english.known import parses
from ravabet.language.english.tokens import split
from ravabet.language.english.voice import told
from ravabet.language.parsing.clauses import analysed
from ravabet.language.sentence import Sentence
from ravabet.language.text import Token
from ravabet.model import Span


def analyse(sentences: list[tuple[Span, tuple[Token, ...]]]) -> tuple[Sentence, ...]:
    """English sentences with their verbs and clauses."""
    cuts = [dateline.end(tokens) for _, tokens in sentences]
    told_in = [tokens[cut:] for (_, tokens), cut in zip(sentences, cuts, strict=True)]
    trees = apart(told_in, parses(told_in))
    whole = map(dateline.joined, trees, cuts)
    return tuple(
        ahead(told(analysed(span, tokens, due(tokens, clausal(tokens, compounds(tokens, tree))), "en", keys)))
        for (span, tokens), tree in zip(sentences, whole, strict=True)
    )


__all__ = ["analyse", "keys", "split"]
