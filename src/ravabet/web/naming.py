"""Which countries and bodies a reader may mean by the first letters of a name."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from ravabet.lexicon import LANGUAGES, actors, fold, name
from ravabet.lexicon.load import NAMING

MOST = 8
"""Names that are suggested."""
_RANK = {kind: place for place, kind in enumerate(NAMING)}


def suggestions(typed: str, language: str = "en") -> list[tuple[str, str]]:
    """Names in any of the languages that begin with what was typed, each with its code; states before bodies.

    Of several such names of one the reader's own is given, else the shortest.
    """
    wanted = " ".join(fold(typed).split())
    if not wanted:
        return []
    names = _names()
    found: dict[str, tuple[int, int, str]] = {}
    for place in range(bisect_left(names, (wanted,)), len(names)):
        folded, rank, form, code = names[place]
        if not folded.startswith(wanted):
            break
        entry = (rank, 0 if form == name(code, language) else len(form), form)
        found[code] = min(entry, found.get(code, entry))
    ordered = sorted(found.items(), key=lambda item: item[1])
    return [(form, code) for code, (_, _, form) in ordered[:MOST]]


@cache
def _names() -> list[tuple[str, int, str, str]]:
    """Every name, folded, and every code, sorted."""
    found = set()
    for language in LANGUAGES:
        for entry in actors(language):
            if entry.kind in NAMING and "+" not in entry.code:
                found.add((" ".join(fold(entry.form).split()), _RANK[entry.kind], entry.form, entry.code))
                found.add((entry.code.lower(), 0, entry.code, entry.code))
    return sorted(found)
