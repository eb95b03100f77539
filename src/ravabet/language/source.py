"""The line that says where an article is from: read as its source, never coded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ravabet.language.layout import lines
from ravabet.language.text import Token, each_token, tokens
from ravabet.lexicon import fold, names_in, read_yaml
from ravabet.model import Span

EDGE = 3
"""Lines from the top or bottom of a text in which a source line is looked for."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """What opens a source line of a language, and how many words one has at most."""

    openers: tuple[tuple[str, ...], ...]
    max_words: int


@cache
def _rules(language: str) -> _Rules | None:
    if "lines.yaml" not in names_in(language):
        return None
    data = read_yaml(language, "lines.yaml")["source"]
    return _Rules(tuple(tuple(fold(opener).split()) for opener in data["openers"]), data["max_words"])


def _goes_on(told: tuple[Token, ...], opener: Token) -> bool:
    """Whether a word follows right behind an opener of one word: a sentence begins so ("Sources in Damascus say")."""
    after = next((token for token in told if token.start >= opener.end), None)
    return after is not None and after.is_word


def source_line(text: str, language: str) -> tuple[Span, str] | None:
    """The source line of a text and the source it names, None where there is none."""
    rules = _rules(language)
    if rules is None:
        return None
    all_lines = lines(text)
    for line in dict.fromkeys((*reversed(all_lines[-EDGE:]), *all_lines[:EDGE])):
        first = next((token.fold for token in each_token(text, line.start, line.end) if token.is_word), "")
        if not any(opener[0] == first for opener in rules.openers):
            continue
        told = tokens(text, line.start, line.end)
        words = [token for token in told if token.is_word]
        folded = tuple(token.fold for token in words)
        opener = next((o for o in rules.openers if folded[: len(o)] == o), None)
        if opener and len(opener) == 1 and _goes_on(told, words[0]):
            continue
        if opener and len(opener) < len(words) <= rules.max_words:
            return line, text[words[len(opener)].start : words[-1].end]
    return None
