"""From a question to documents, the best first, each with the stretch of its text that answers best.

Ranked by BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009); a stem in the title counts more.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass
from math import log
from typing import Any, Protocol

from ravabet.language.stems import terms
from ravabet.store.search.query import Query, Value, Words, parse
from ravabet.store.search.snippets import Snippet, exactly, snippet

K, B = 1.2, 0.75
"""How soon more of the same word counts no more, and how much long texts are marked down: the usual values."""
TITLE = 3.0
"""How often a word of the title counts."""
WEIGHED = 5000
"""Documents that are looked into where a question needs their text: the best by rank."""
Weights = dict[int, float]


class Asked(Protocol):
    """What a search needs of a project."""

    def query(self, sql: str, *given: object) -> list[tuple[Any, ...]]:
        """Rows of a query of SQL."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found, with the stretch of its text that shows it; ``events``: how many it tells."""

    doc: str
    score: float
    title: str | None
    source: str | None
    published: datetime.date | None
    language: str | None
    events: int
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Results:
    """The documents asked for, out of ``total`` that fit; ``weighed``: whether only the best were looked into."""

    total: int
    hits: tuple[Hit, ...]
    weighed: bool = False


def search(project: Asked, text: str, *, limit: int = 20, offset: int = 0, exact: bool = False) -> Results:
    """The documents that answer ``text``; ``exact``: with its words just as they are written, letters and all.

    Raises UsageError for a question that cannot be asked.
    """
    query = parse(text)
    found = _found(project, query)
    order = sorted(found, key=lambda no: (-found[no], no))
    weighed = False
    if exact or any(words.place == "quote" for words in query.wanted):
        weighed = len(order) > WEIGHED
        order = _looked_into(project, order[:WEIGHED], query, exact)
    shown = order[offset : offset + limit]
    return Results(len(order), tuple(_hits(project, shown, found, query, exact)), weighed)


def _found(project: Asked, query: Query) -> Weights:
    """The documents (by number) that fit, with their weight."""
    found: Weights | None = None
    for group in query.groups:
        wanted = [words for words in group if not words.denied]
        if not wanted:
            continue
        told: dict[int, float] = defaultdict(float)
        for words in wanted:
            for no, weight in _weighed(project, words).items():
                told[no] += weight
        found = dict(told) if found is None else {no: found[no] + told[no] for no in found.keys() & told.keys()}
    allowed = _allowed(project, query.values)
    if found is None:
        found = dict.fromkeys(allowed or (), 0.0)
    elif allowed is not None:
        found = {no: weight for no, weight in found.items() if no in allowed}
    for words in (one for group in query.groups for one in group if one.denied):
        found = {no: found[no] for no in found.keys() - _weighed(project, words).keys()}
    return found


def _weighed(project: Asked, words: Words) -> Weights:
    """The documents that have all words of a phrase, in a row, with their weights."""
    ((number, average),) = project.query("SELECT count(*), avg(words) FROM searched")
    rows = [
        _postings(project, forms, prefix=words.prefix and n == len(words.stems) - 1)
        for n, forms in enumerate(words.stems)
    ]
    common = set.intersection(*(set(row) for row in rows)) if number else set()
    if len(rows) > 1:
        common = {no for no in common if _in_a_row([row[no][1] for row in rows])}
    if words.place == "title":
        common = {no for no in common if all(row[no][0] for row in rows)}
    weights = dict.fromkeys(common, 0.0)
    for row in rows:
        rarity = log(1 + (number - len(row) + 0.5) / (len(row) + 0.5))
        for no in common:
            titled, places, length = row[no]
            often = len(places) + TITLE * titled
            weights[no] += rarity * often * (K + 1) / (often + K * (1 - B + B * length / average))
    return weights


def _postings(project: Asked, forms: frozenset[str], *, prefix: bool) -> dict[int, tuple[int, list[int], int]]:
    """For each document that has one of the stems: how often in the title, where, and the document's length."""
    if prefix:
        (start,) = forms
        where, given = "stem >= ? AND stem < ?", [start, start + "\U0010ffff"]
    else:
        where, given = f"stem IN ({', '.join('?' * len(forms))})", sorted(forms)
    found: dict[int, tuple[int, list[int], int]] = {}
    for no, titled, places, length in project.query(
        f"SELECT no, titled, places, words FROM posting JOIN searched USING (no) WHERE {where}", *given
    ):
        if no in found:
            titled, places = titled + found[no][0], sorted({*places, *found[no][1]})
        found[no] = titled, places, length
    return found


def _in_a_row(places: list[list[int]]) -> bool:
    """Whether the words stand next to each other somewhere."""
    return bool(set.intersection(*({place - n for place in row} for n, row in enumerate(places))))


VALUES = {
    "source": "SELECT doc FROM document WHERE contains(lower(source), lower(?))",
    "lang": "SELECT doc FROM document WHERE language = ?",
    "since": "SELECT doc FROM document WHERE published >= CAST(? AS DATE)",
    "until": "SELECT doc FROM document WHERE published <= CAST(? AS DATE)",
    "actor": "SELECT doc FROM event WHERE list_contains(actors || recipients, ?)",
    "type": "SELECT doc FROM event WHERE type = ?",
}
"""The documents that have a value, as SQL."""


def _allowed(project: Asked, values: tuple[Value, ...]) -> set[int] | None:
    """The documents of which all values hold; None where none is asked."""
    if not values:
        return None
    parts = (f"doc {'NOT ' if value.denied else ''}IN ({VALUES[value.field]})" for value in values)
    rows = project.query(f"SELECT no FROM searched WHERE {' AND '.join(parts)}", *(value.value for value in values))
    return {no for (no,) in rows}


def _looked_into(project: Asked, order: list[int], query: Query, exact: bool) -> list[int]:
    """Of the documents those whose text has the words as written, or whose coded sentences have those of ``quote:``."""
    kept = set(order)
    if exact:
        written = [words for words in query.wanted if words.place != "quote"]
        rows = project.query(
            "SELECT no, coalesce(title, '') || chr(10) || text FROM searched JOIN document USING (doc) "
            "WHERE no IN (SELECT unnest(?))",
            sorted(kept),
        )
        kept = {no for no, text in rows if all(exactly(text, words) for words in written)}
    for words in (one for one in query.wanted if one.place == "quote"):
        rows = project.query(
            "SELECT DISTINCT no, quote, event.language FROM searched JOIN event USING (doc) "
            "WHERE no IN (SELECT unnest(?))",
            sorted(kept),
        )
        kept = {no for no, quote, language in rows if _quoted(quote, language, words, exact)}
    return [no for no in order if no in kept]


def _quoted(quote: str, language: str | None, words: Words, exact: bool) -> bool:
    if exact:
        return exactly(quote, words)
    return next(words.found([term.stem for term in terms(quote, language)]), None) is not None


def _hits(project: Asked, shown: list[int], weights: Weights, query: Query, exact: bool) -> list[Hit]:
    rows = project.query(
        "SELECT no, doc, title, source, published, language, text, "
        "(SELECT count(*) FROM event WHERE event.doc = document.doc) "
        "FROM searched JOIN document USING (doc) WHERE no IN (SELECT unnest(?))",
        shown,
    )
    found = {row[0]: row[1:] for row in rows}
    hits = []
    for no in shown:
        doc, title, source, published, language, text, events = found[no]
        cut = snippet(text, language, query.wanted, exact=exact)
        hits.append(Hit(doc, round(weights[no], 3), title, source, published, language, events, cut))
    return hits
