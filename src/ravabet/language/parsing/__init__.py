"""Dependency parses of sentences that are already split into tokens; the models are trained by ``make train``."""

from __future__ import annotations

from collections.abc import Sequence

from ravabet.language.parsing.parse import DATELINE, PART, Parse
from ravabet.language.parsing.store import has_parser

__all__ = ["DATELINE", "PART", "Parse", "has_parser", "parse"]


def parse(words: Sequence[Sequence[str]], language: str) -> list[Parse]:
    """The parses of many sentences, each given as its token texts; raises LexiconError for a language without a model.

    A sentence has the same parse whatever stands beside it. The first call loads the model.
    """
    from ravabet.language.parsing.reader import loaded  # noqa: PLC0415  numba is loaded only where it is used

    return loaded(language).parse(words)
