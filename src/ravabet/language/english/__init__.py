"""English: words taken apart, their dictionary forms, and the verbs and clauses that a parse tells."""

from __future__ import annotations

from ravabet.language.english import dateline
from ravabet.language.english.due import ahead, clausal, compounds, due
from ravabet.language.english.forms import keys
from ravabet.language.english.inserts import apart
from ravabet.language.english.known import parses
from ravabet.language.english.number import many_of
from ravabet.language.english.opening import opened
from ravabet.language.english.people import named
from ravabet.language.english.tokens import split
from ravabet.language.english.voice import told
from ravabet.language.parsing import Parse
from ravabet.language.parsing.clauses import analysed
from ravabet.language.sentence import Sentence
from ravabet.language.text import Token
from ravabet.model import Span


def analyse(sentences: list[tuple[Span, tuple[Token, ...]]]) -> tuple[Sentence, ...]:
    """English sentences with their verbs and clauses."""
    cuts = [dateline.end(tokens) for _, tokens in sentences]
    told_in = [tokens[cut:] for (_, tokens), cut in zip(sentences, cuts, strict=True)]
    trees = apart(told_in, named(told_in, parses(told_in)))
    whole = map(dateline.joined, trees, cuts)
    return tuple(
        ahead(told(analysed(span, tokens, _mended(tokens, tree), "en", keys)))
        for (span, tokens), tree in zip(sentences, whole, strict=True)
    )


def _mended(tokens: tuple[Token, ...], tree: Parse) -> Parse:
    """The parse without what the parser is known to read wrongly."""
    return due(tokens, opened(tokens, clausal(tokens, compounds(tokens, tree))))


__all__ = ["analyse", "keys", "many_of", "split"]
