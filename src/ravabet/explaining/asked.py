"""Which country or body the user means."""

from __future__ import annotations

import datetime
import difflib

from ravabet.lexicon import LANGUAGES, actors, find_code, fold, name
from ravabet.lexicon.load import NAMING
from ravabet.model import UsageError

SUGGESTED = 3
"""How many near names are suggested for an unknown one."""

_ORDER = "the period ends ({until}) before it begins ({since}): exchange the two days"
_SAME = "both sides are {code}: give two different countries or bodies"
_UNKNOWN = "no country or body is called '{asked}': give a name or an ISO code, for example KGZ"
_UNKNOWN_NEAR = "no country or body is called '{asked}': did you mean {near}?"


def code_of(text: str) -> str:
    """The code of a country or body given by code or name; raises UsageError, with the nearest names, if unknown."""
    code = find_code(text)
    if code is None:
        near = nearest(text)
        if near:
            raise UsageError.of(_UNKNOWN_NEAR, kind="unknown_near", asked=text, near=", ".join(near))
        raise UsageError.of(_UNKNOWN, kind="unknown", asked=text)
    return code


def different(a: str, b: str) -> tuple[str, str]:
    """Both codes; raises UsageError where they are the same."""
    if a == b:
        raise UsageError.of(_SAME, kind="same", code=a)
    return a, b


def in_order(since: datetime.date | None, until: datetime.date | None) -> None:
    """Raises UsageError where a period ends before it begins."""
    if since and until and since > until:
        raise UsageError.of(_ORDER, kind="order", since=since.isoformat(), until=until.isoformat())


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
