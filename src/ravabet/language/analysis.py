"""Which module reads which language."""

from __future__ import annotations

from collections.abc import Callable

from ravabet.language import persian
from ravabet.language.sentence import Sentence
from ravabet.language.text import Token, sentence_spans, tokens
from ravabet.model import Span

_MODULES: dict[str, Callable[[Span, tuple[Token, ...]], Sentence]] = {"fa": persian.analyse}
CODED = tuple(_MODULES)
"""The languages that are coded so far."""


def analyse(text: str, language: str) -> tuple[Sentence, ...]:
    """The sentences of ``text`` with tokens, verbs and clauses; raises KeyError for a language not in ``CODED``."""
    module = _MODULES[language]
    return tuple(module(span, tokens(text, span.start, span.end)) for span in sentence_spans(text))
