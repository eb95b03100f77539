"""The parser at work."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ravabet.language.parsing.parse import Parse
from ravabet.language.parsing.store import read


class Network:
    """A loaded model."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.labels, self.arrays = read(language)

    def parse(self, words: Sequence[Sequence[str]]) -> list[Parse]:
        """The parses of sentences given as token texts."""
        raise NotImplementedError(words)


@cache
def loaded(language: str) -> Network:
    """The model of a language, read once a process; raises LexiconError where there is none."""
    return Network(language)
