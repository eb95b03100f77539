"""From text to analysed sentences: one module a language behind one function."""

from ravabet.language.analysis import (
    MODULES,
    agree,
    analyse,
    belongs,
    forms_of,
    keys,
    many_of,
    name_keys,
    numbers_differ,
    one_or_many,
    parsed,
    sure_case,
    words,
)
from ravabet.language.layout import is_wrapped, lines, paragraphs
from ravabet.language.sentence import FINITE, Clause, Sentence, Tense, Verb, verb_tokens
from ravabet.language.source import source_line
from ravabet.language.text import Token, sentence_spans, tokens

__all__ = [
    "FINITE",
    "MODULES",
    "Clause",
    "Sentence",
    "Tense",
    "Token",
    "Verb",
    "agree",
    "analyse",
    "belongs",
    "forms_of",
    "is_wrapped",
    "keys",
    "lines",
    "many_of",
    "name_keys",
    "numbers_differ",
    "one_or_many",
    "paragraphs",
    "parsed",
    "sentence_spans",
    "source_line",
    "sure_case",
    "tokens",
    "verb_tokens",
    "words",
]
