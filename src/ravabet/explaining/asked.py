"""Which country or body the user means."""

from __future__ import annotations

import difflib

from ravabet.lexicon import LANGUAGES, ActorEntry, actors, find_code, fold
from ravabet.model import UsageError

SUGGESTED = 3
"""How many near names are suggested for an unknown one."""


def code_of(text: str) -> str:
    """The code of a country or body given by code or name; raises UsageError, with the nearest names, if unknown."""
    code = find_code(text)
    if code is None:
        near = nearest(text)
        hint = f"did you mean {' or '.join(near)}?" if near else "give a name or an ISO code, for example KGZ"
        message = f"no country or body is called {text!r}: {hint}"
        raise UsageError(message)
    return code


def nearest(text: str) -> list[str]:
    """The known names most like ``text``, best first, each with its code."""
    known: dict[str, ActorEntry] = {}
    for language in LANGUAGES:
        for entry in actors(language):
            if entry.kind in ("name", "body", "group"):
                known.setdefault(fold(entry.form), entry)
    found = [known[name] for name in difflib.get_close_matches(fold(text), known, n=3 * SUGGESTED, cutoff=0.6)]
    best: dict[str, ActorEntry] = {}
    for entry in found:
        best.setdefault(entry.code, entry)
    return [f"{entry.form} ({entry.code})" for entry in list(best.values())[:SUGGESTED]]
