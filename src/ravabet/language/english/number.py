"""Whether an English word is the plural of another, as far as its ending shows: "the parties" are not "the party"."""

from __future__ import annotations

from functools import lru_cache

from ravabet.language.english.forms import keys


@lru_cache(maxsize=1 << 14)
def many_of(word: str, name: str) -> bool:
    """Whether one folded token can only be a plural of another."""
    return word != name and word.endswith("s") and not name.endswith("s") and name in keys(word)


__all__ = ["many_of"]
