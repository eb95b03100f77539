"""What the user means: which country or body, and which days."""

from __future__ import annotations

import datetime
import difflib

from ravabet.explaining.phrases import phrases
from ravabet.lexicon import LANGUAGES, actors, find_code, fold, name
from ravabet.lexicon.load import NAMING
from ravabet.model import UsageError, first_day, last_day

SUGGESTED = 3
"""How many near names are suggested for an unknown one."""


def code_of(text: str) -> str:
    """The code of a country or body given by code or name; raises UsageError, with the nearest names, if unknown."""
    code = find_code(text)
    if code is None:
        near = nearest(text)
        if near:
            raise wrong(kind="unknown_near", asked=text, near=", ".join(near))
        raise wrong(kind="unknown", asked=text)
    return code


def different(a: str, b: str) -> tuple[str, str]:
    """Both codes; raises UsageError where they are the same."""
    if a == b:
        raise wrong(kind="same", code=a)
    return a, b


def in_order(since: datetime.date | None, until: datetime.date | None) -> None:
    """Raises UsageError where a period ends before it begins."""
    if since and until and since > until:
        raise wrong(kind="order", since=since.isoformat(), until=until.isoformat())


def bound(written: str, *, last: bool = False) -> datetime.date:
    """The first (or last) day of a bound that a user wrote; raises UsageError, which says how to write one."""
    try:
        return last_day(written) if last else first_day(written)
    except ValueError as problem:
        raise wrong(kind="no_day", asked=written) from problem


def wrong(kind: str, **slots: str) -> UsageError:
    """What is wrong with a request, told in English; the kinds are those of ``problems`` in the phrases."""
    return UsageError.of(phrases("en").say("problems", kind, **slots), kind, slots)


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
