"""English words by which a parse is mended, from ``data/en/verbs.yaml``."""

from __future__ import annotations

from functools import cache

from ravabet.lexicon import read_yaml


def verb_words(name: str) -> frozenset[str]:
    """One list of the table, in lower case; raises KeyError where there is none of the name."""
    return frozenset(_table()[name])


@cache
def _table() -> dict[str, list[str]]:
    return dict(read_yaml("en", "verbs.yaml"))
