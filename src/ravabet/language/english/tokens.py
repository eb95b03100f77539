"""English words taken apart: 's and n't from their word, and a state from what is hyphenated with it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

from ravabet.language.text import Token, tokens
from ravabet.lexicon import actors, fold

_CLITIC = re.compile(r"(?i)(?<=[^\W_])(?:n['’]t|['’](?:s|re|ve|ll|d|m))$|(?<=^can)not$")
_PREFIX = re.compile(r"(?i)(?:anti|pro|non|ex|then|pre|post|mid|trans)(?=-[A-Z])")
_NAMING = ("name", "demonym", "people", "capital", "body", "group", "seat", "ministry", "person")


def split(found: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with clitics and hyphenated states («US-brokered», «anti-American») as tokens of their own."""
    return tuple(part for token in found for part in _parts(token))


def _parts(token: Token) -> Iterator[Token]:
    text = token.text
    if "-" not in text and "'" not in text and "’" not in text and token.fold != "cannot":
        yield token
        return
    clitic = _CLITIC.search(text)
    end = clitic.start() if clitic else len(text)
    cuts = sorted({0, *_hyphens(text[:end]), end, len(text)})
    for start, stop in itertools.pairwise(cuts):
        part = text[start:stop]
        yield Token(part, fold(part), token.start + start, token.start + stop)


def _hyphens(text: str) -> Iterator[int]:
    """Where to cut at the hyphens of a word: before and after each that stands beside a state or body."""
    if "-" not in text or fold(text) in names():
        return
    for match in re.finditer("-", text):
        at = match.start()
        before, after = text[:at], text[at + 1 :]
        named = fold(before) in names() or fold(before.rpartition("-")[2]) in names()
        if (named and before[:1].isupper()) or (after[:1].isupper() and _PREFIX.match(text)) or _is_name(after):
            yield from (at, at + 1)


def _is_name(text: str) -> bool:
    return text[:1].isupper() and fold(text) in names()


@cache
def names() -> frozenset[str]:
    """The folded names of actors that are one word, from the lexicon."""
    listed = [tokens(entry.form) for entry in actors("en") if entry.kind in _NAMING]
    return frozenset(parts[0].fold for parts in listed if len(parts) == 1)
