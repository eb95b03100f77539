"""What a question to the search says.

Words: all of them, in any form. ``"two words"``: next to each other. ``sanction*``: words that begin so. ``-word``:
not this. ``one OR two``: at least one. ``source:Fars``, ``lang:fa``, ``title:word``, ``quote:word`` (in a coded
sentence), ``actor:RUS``, ``type:SANCTION``, ``since:2024-01-01``, ``until:2024``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ravabet.explaining import bound, wrong
from ravabet.language.stems import Term, readings, terms
from ravabet.lexicon import LANGUAGES, TYPES, find_code
from ravabet.model import UsageError

FIELDS = ("source", "lang", "title", "quote", "actor", "type", "since", "until")
PLACES = ("title", "quote")
"""Fields that hold words; all others hold one value."""
_PART = re.compile(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"(\*?)|(\S+))')
_MARKS = str.maketrans(dict.fromkeys("“”„‟«»", '"') | {"−": "-", "–": "-"})
SHORTEST = 2
"""Letters of which words are looked for that begin with them."""


@dataclass(frozen=True, slots=True)
class Words:
    """One word or phrase: for each word the stems it may have, and the word as it was written.

    ``beginning``: how the last word begins, folded, where the rest of it may be anything. ``place``: ``text``,
    ``title`` or ``quote``.
    """

    stems: tuple[frozenset[str], ...]
    written: tuple[str, ...]
    beginning: str | None = None
    place: str = "text"
    denied: bool = False

    def found(self, row: Sequence[Term]) -> Iterator[int]:
        """Where the words stand next to each other in a row of terms."""
        last = len(self.stems) - 1
        for at in range(len(row) - last):
            if all(self._is(row[at + n], forms, n == last) for n, forms in enumerate(self.stems)):
                yield at

    def _is(self, term: Term, forms: frozenset[str], last: bool) -> bool:
        if last and self.beginning is not None:
            return term.folded.startswith(self.beginning)
        return not forms.isdisjoint(term.stems)


@dataclass(frozen=True, slots=True)
class Value:
    """A condition on the document: the field, and its value as it is in the file."""

    field: str
    value: str
    denied: bool = False


Part = Words | Value


@dataclass(frozen=True, slots=True)
class Query:
    """A question: of each group of parts one must hold; none of those that are denied may."""

    groups: tuple[tuple[Part, ...], ...]
    denied: tuple[Part, ...] = ()

    @property
    def wanted(self) -> tuple[Words, ...]:
        """All words that are looked for."""
        return tuple(part for group in self.groups for part in group if isinstance(part, Words))


def parse(text: str) -> Query:
    """The question that ``text`` asks; raises UsageError, in one sentence, for one that cannot be asked."""
    text = text.translate(_MARKS)
    if text.count('"') % 2:
        raise wrong(kind="quote_open", asked=text)
    groups: list[tuple[Part, ...]] = []
    denied: list[Part] = []
    joined = False
    for sign, field, phrase, star, word in _PART.findall(text):
        if word == "OR" and not (sign or field):
            if joined or not groups:
                raise wrong(kind="lone_or", asked=word)
            joined = True
            continue
        parts = _parts(field, phrase + star or word, bool(sign))
        if not parts:
            continue
        if sign and joined:
            raise wrong(kind="or_minus", asked=word)
        if sign:
            denied += parts
        elif joined:
            groups[-1] += parts
        else:
            groups.append(parts)
        joined = False
    if joined:
        raise wrong(kind="lone_or", asked=text)
    if not groups:
        raise wrong(kind="no_words", asked=text)
    return Query(tuple(groups), tuple(denied))


def _parts(field: str, text: str, denied: bool) -> tuple[Part, ...]:
    """What one part of the text may be read as; empty where it holds no word."""
    if field and field not in FIELDS:
        if not text.startswith("//"):
            raise wrong(kind="no_field", asked=field, known=", ".join(FIELDS))
        field, text = "", text.removeprefix("//")  # an address
    if not field and text.endswith(":") and text[:-1] in FIELDS:
        field, text = text[:-1], ""
    if field and not text.strip('"*'):
        raise wrong(kind="field_empty", asked=field)
    if field and field not in PLACES:
        return (_value(field, text, denied),)
    return _words(text, field or "text", denied)


def _words(text: str, place: str, denied: bool) -> tuple[Words, ...]:
    bare = text.rstrip("*")
    written = tuple(bare.split())
    if not text.endswith("*"):
        return tuple(Words(row, written, None, place, denied) for row in readings(bare))
    found = list(terms(bare, None))
    if not found or len(found[-1].folded) < SHORTEST:
        raise wrong(kind="beginning", asked=text, letters=str(SHORTEST))
    before = bare[: found[-1].start].rstrip("- \u200c")
    rows = (readings(before) if len(found) > 1 else ()) or ((),)
    return tuple(Words((*row, frozenset()), written, found[-1].folded, place, denied) for row in rows)


def _value(field: str, text: str, denied: bool) -> Value:
    if field == "actor":
        code = find_code(text)
        if code is None:
            raise wrong(kind="no_actor", asked=text)
        return Value(field, code, denied)
    if field == "type":
        if text.upper() not in TYPES:
            raise wrong(kind="no_type", asked=text, known=", ".join(TYPES))
        return Value(field, text.upper(), denied)
    if field in ("since", "until"):
        return Value(field, _day(field, text), denied)
    if field == "lang":
        if not re.fullmatch(r"[a-z]{2,3}", text.lower()):
            raise wrong(kind="no_language", asked=text, known=", ".join(LANGUAGES))
        return Value(field, text.lower(), denied)
    return Value(field, text, denied)


def _day(field: str, text: str) -> str:
    """The day of a bound; of a month or year the first for ``since``, the last for ``until``."""
    try:
        return bound(text, last=field == "until").isoformat()
    except UsageError as problem:
        raise wrong(kind="no_bound", asked=text, field=field) from problem
