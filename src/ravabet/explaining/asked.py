"""Which country or body the user means."""

from __future__ import annotations

import difflib

from ravabet.lexicon import LANGUAGES, actors, find_code, fold, name
from ravabet.lexicon.load import NAMING
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
    """The known names most like ``text``, best first, each with its code; of one country or body, its usual name."""
    known: dict[str, tuple[str, str]] = {}
    for language in LANGUAGES:
        for entry in actors(language):
            if entry.kind in NAMING:
                known.setdefault(fold(entry.form), (entry.code, language))
    found = [known[form] for form in difflib.get_close_matches(fold(text), known, n=3 * SUGGESTED, cutoff=0.6)]
    best = {code: name(code, language) for code, language in reversed(found)}
    return [f"{best[code]} ({code})" for code in list(dict.fromkeys(code for code, _ in found))[:SUGGESTED]]
