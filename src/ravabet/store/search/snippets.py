"""The stretch of a text that answers best, verbatim, with the words that were looked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ravabet.language.stems import terms
from ravabet.model import Span
from ravabet.store.search.query import Query, Value, Words

WIDE = 240
"""Characters that a stretch has at most."""
BEFORE = 60
"""Characters before its first word that was looked for."""
SIGNS = "\\u200c\\u064b-\\u0655\\u0670"
"""What belongs to a word beside letters: the half-space and vowel signs."""
_EDGE = re.compile(r"\S*\Z")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Characters ``span`` of a document's text; ``marks`` are spans of the document's text, too."""

    text: str
    span: Span
    marks: tuple[Span, ...]


def snippet(text: str, language: str | None, wanted: Sequence[Words], *, exact: bool = False) -> Snippet:
    """The stretch that holds most of the words that are wanted, the earliest of those."""
    found = _found(text, language, wanted, exact=exact)
    marks = tuple(sorted(found))
    start = _best(marks, found)
    first = max(0, start - BEFORE)
    if first:
        first = _word_after(text, first)
    last = min(len(text), first + WIDE)
    if last < len(text):
        last -= len(_EDGE.search(text, first, last).group()) % WIDE  # type: ignore[union-attr]
    span = Span(first, max(first, last))
    return Snippet(span.of(text), span, tuple(mark for mark in marks if span.holds(mark)))


def _word_after(text: str, at: int) -> int:
    """Where the first word begins after a place, that place itself where none begins soon."""
    found = re.compile(r"\s+").search(text, at, at + BEFORE)
    return found.end() if found else at


def _best(marks: Sequence[Span], found: Mapping[Span, int]) -> int:
    """Where the stretch begins that has most of the different words, of those the one with most marks."""
    best, start, last = (0, 0), 0, 0
    for first, mark in enumerate(marks):
        last = max(last, first)
        while last < len(marks) and marks[last].start < mark.start + WIDE - BEFORE:
            last += 1
        told = len({found[other] for other in marks[first:last]}), last - first
        if told > best:
            best, start = told, mark.start
    return start


def _found(text: str, language: str | None, wanted: Sequence[Words], *, exact: bool) -> dict[Span, int]:
    """The words of a text that are looked for, phrases word by word, each with the number of what is wanted."""
    if exact:
        return {
            Span(*match.span()): number
            for number, words in enumerate(wanted)
            for match in _written(words).finditer(text)
        }
    row = list(terms(text, language))
    return {
        Span(term.start, term.end): number
        for number, words in enumerate(wanted)
        for at in words.found(row)
        for term in row[at : at + len(words.stems)]
    }


def exactly(query: Query, texts: Mapping[str, str]) -> bool:
    """Whether texts, by place, have the words of a question just as they are written, whatever their capitals."""
    return all(
        any(isinstance(part, Value) or _written(part).search(texts[part.place]) for part in group)
        for group in query.groups
    )


@lru_cache(256)
def _written(words: Words) -> re.Pattern[str]:
    row = rf"[^\w{SIGNS}]+".join(map(re.escape, words.written))
    end = "" if words.beginning is not None else rf"(?![\w{SIGNS}])"
    return re.compile(rf"(?<![\w{SIGNS}]){row}{end}", re.IGNORECASE)
