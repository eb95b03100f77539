"""What a question to the search says.

Words: all of them, in any form. ``"two words"``: next to each other. ``sanction*``: words that begin so. ``-word``:
not this. ``one OR two``: at least one. ``source:Fars``, ``lang:fa``, ``title:word``, ``quote:word`` (in a coded
sentence), ``actor:RUS``, ``type:SANCTION``, ``since:2024-01-01``, ``until:2024``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ravabet.language.stems import stems, terms
from ravabet.lexicon import TYPES, find_code, fold
from ravabet.model import UsageError

FIELDS = ("source", "lang", "title", "quote", "actor", "type", "since", "until")
PLACES = ("title", "quote")
"""Fields that hold words; all others hold one value."""
_PART = re.compile(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"|(\S+))')
_EXAMPLE = 'for example: sanctions "foreign minister" lang:ru since:2024-01-01 -football'


@dataclass(frozen=True, slots=True)
class Words:
    """One word or phrase: for each word the stems it may have, and the word as it was written.

    ``prefix``: the last word is only the beginning of one. ``place``: ``text``, ``title`` or ``quote``.
    """

    stems: tuple[frozenset[str], ...]
    written: tuple[str, ...]
    prefix: bool = False
    place: str = "text"
    denied: bool = False

    def found(self, row: Sequence[str]) -> Iterator[int]:
        """Where the words stand next to each other in a row of stems."""
        last = len(self.stems) - 1
        for at in range(len(row) - last):
            if all(self._is(row[at + n], forms, n == last) for n, forms in enumerate(self.stems)):
                yield at

    def _is(self, stem: str, forms: frozenset[str], last: bool) -> bool:
        return any(stem.startswith(form) for form in forms) if self.prefix and last else stem in forms


@dataclass(frozen=True, slots=True)
class Value:
    """A condition on the document: the field, and its value as it is in the file."""

    field: str
    value: str
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question: of each group of words one must be there; all values must hold."""

    groups: tuple[tuple[Words, ...], ...]
    values: tuple[Value, ...]

    @property
    def wanted(self) -> tuple[Words, ...]:
        """All words that are looked for."""
        return tuple(words for group in self.groups for words in group if not words.denied)


def parse(text: str) -> Query:
    """The question that ``text`` asks; raises UsageError, in one sentence, for one that cannot be asked."""
    if text.count('"') % 2:
        message = f"a quotation mark in {text!r} is not closed; {_EXAMPLE}"
        raise UsageError(message)
    groups: list[tuple[Words, ...]] = []
    values: list[Value] = []
    joined = False
    for sign, field, phrase, word in _PART.findall(text):
        if word == "OR" and not (sign or field):
            joined = bool(groups)
            continue
        if field and field not in FIELDS:
            if phrase or not word.startswith("//"):
                message = f"there is no field {field!r} to search in; the fields are {', '.join(FIELDS)}"
                raise UsageError(message)
            field, word = "", f"{field}:{word}"  # an address
        if field and field not in PLACES:
            values.append(_value(field, phrase or word, bool(sign)))
            continue
        words = _words(phrase or word, field or "text", bool(sign))
        if words is None:
            continue
        if joined and not words.denied:
            groups[-1] = (*groups[-1], words)
        else:
            groups.append((words,))
        joined = False
    if not any(not words.denied for group in groups for words in group) and not values:
        message = f"nothing to search for in {text!r}; {_EXAMPLE}"
        raise UsageError(message)
    return Query(tuple(groups), tuple(values))


def _words(text: str, place: str, denied: bool) -> Words | None:
    prefix = text.endswith("*")
    bare = text.rstrip("*")
    found = list(terms(bare, None))
    if not found:
        return None
    written = [bare[term.start : term.end] for term in found]
    told = [stems(word) for word in written]
    if prefix:
        told[-1] = frozenset({fold(written[-1])})
    kept = [(forms, word) for forms, word in zip(told, written, strict=True) if forms]
    if not kept:
        return None
    return Words(tuple(forms for forms, _ in kept), tuple(word for _, word in kept), prefix, place, denied)


def _value(field: str, text: str, denied: bool) -> Value:
    if field == "actor":
        code = find_code(text)
        if code is None:
            message = f"actor:{text} names no country or body; give its code or name, as in actor:RUS"
            raise UsageError(message)
        return Value(field, code, denied)
    if field == "type":
        if text.upper() not in TYPES:
            message = f"type:{text} is no type of event; the types are {', '.join(TYPES)}"
            raise UsageError(message)
        return Value(field, text.upper(), denied)
    if field in ("since", "until"):
        return Value(field, _day(field, text), denied)
    return Value(field, text, denied)


def _day(field: str, text: str) -> str:
    """The day of a bound; of a month or year the first for ``since``, the last for ``until``."""
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        message = f"{field}:{text} is not a day; write it as in {field}:2025-05-14, {field}:2025-05 or {field}:2025"
        raise UsageError(message)
    year, month, day = (int(part) if part else 0 for part in (text + "--").split("-")[:3])
    try:
        if day:
            return datetime.date(year, month, day).isoformat()
        if field == "since":
            return datetime.date(year, month or 1, 1).isoformat()
        following = datetime.date(year + (month in (0, 12)), (month % 12) + 1 if month else 1, 1)
        return (following - datetime.timedelta(days=1)).isoformat()
    except ValueError as problem:
        message = f"{field}:{text} is not a day: {problem}"
        raise UsageError(message) from problem
