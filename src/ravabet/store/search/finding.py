"""From a question to documents, the best first, each with the stretch of its text that answers best."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence, Sized
from dataclasses import dataclass
from typing import Any, Protocol

from ravabet.language.stems import VERSION
from ravabet.lexicon import fold
from ravabet.model import InputError
from ravabet.store.search.compiling import Compiler
from ravabet.store.search.indexing import VERSIONED
from ravabet.store.search.query import Query, Value, parse
from ravabet.store.search.snippets import Snippet, exactly, snippet

WEIGHED = 5000
"""Documents that are looked into where a question needs their text: the best by rank."""
_NO_INDEX = (
    "this project has no index of this version of Ravabet for its texts; make it with `ravabet search --renew-index`"
)
Found = list[tuple[int, float]]


class Asked(Protocol):
    """What a search needs of a project."""

    def query(self, sql: str, *given: object) -> list[tuple[Any, ...]]:
        """Rows of a query of SQL."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found, with the stretch of its text that shows it.

    ``events``: how many it tells; ``told``: the ids of those that the stretch tells.
    """

    doc: str
    score: float
    title: str | None
    source: str | None
    published: datetime.date | None
    language: str | None
    events: int
    snippet: Snippet
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """The documents asked for, out of ``total`` that fit; ``weighed``: whether only the best were looked into."""

    total: int
    hits: tuple[Hit, ...]
    weighed: bool = False


def search(project: Asked, text: str, *, limit: int = 20, offset: int = 0, exact: bool = False) -> Results:
    """The documents that answer ``text``; ``exact``: with its words just as they are written, letters and all.

    Raises UsageError for a question that cannot be asked, InputError where the project has no index.
    """
    query = parse(text)
    counted = _counted(project)
    if counted is None:
        return Results(0, ())
    sql, given = Compiler(
        *counted, lambda start: _stems(project, start), lambda value: _values(project, value)
    ).compile(query)
    # where no word tells which is better the newest come first
    order = "w DESC, no" if query.wanted else "published DESC NULLS LAST, no"
    dated = "" if query.wanted else " JOIN searched USING (no) JOIN (SELECT doc, published FROM document) USING (doc)"
    rows = f"{sql} SELECT no, w, count(*) OVER () FROM found{dated} ORDER BY {order} LIMIT ? OFFSET ?"
    if exact and query.wanted:
        found = project.query(rows, *given, WEIGHED, 0)
        kept = _exact(project, [(no, weight) for no, weight, _ in found], query)
        weighed = bool(found) and found[0][2] > len(found)
        return Results(len(kept), _hits(project, kept[offset : offset + limit], query, exact), weighed)
    found = project.query(rows, *given, limit, offset)
    total = (
        found[0][2] if found else (project.query(f"{sql} SELECT count(*) FROM found", *given)[0][0] if offset else 0)
    )
    return Results(total, _hits(project, [(no, weight) for no, weight, _ in found], query, exact))


def _counted(project: Asked) -> tuple[int, float] | None:
    """How many documents there are, and their length; None where there is none. Raises InputError without index."""
    kept = project.query("SELECT value FROM meta WHERE key = ?", VERSIONED)
    if not kept or kept[0][0] != str(VERSION):
        if project.query("SELECT 1 FROM document WHERE coalesce(text, title, '') <> '' LIMIT 1"):
            raise InputError(_NO_INDEX)
        return None
    ((number, average),) = project.query("SELECT count(*), avg(words) FROM searched")
    return (number, average) if number else None


def _stems(project: Asked, beginning: str) -> list[str]:
    """The stems of words that begin so."""
    last = beginning + "\U0010ffff"
    return [
        row[0] for row in project.query("SELECT DISTINCT stem FROM word WHERE form BETWEEN ? AND ?", beginning, last)
    ]


def _values(project: Asked, value: Value) -> Sequence[str]:
    """What the value of a condition may be in the file: of a source all names that contain it, however spelt."""
    if value.field != "source":
        return [value.value]
    asked = fold(value.value)
    names = project.query("SELECT DISTINCT source FROM document WHERE source IS NOT NULL")
    return [name for (name,) in names if asked in fold(name)]


def _exact(project: Asked, found: Found, query: Query) -> Found:
    """Of the documents those that have in each group words just as they are written."""
    texts = project.query(
        "SELECT no, coalesce(title, ''), text FROM searched JOIN document USING (doc) WHERE no IN (SELECT unnest(?))",
        [no for no, _ in found],
    )
    quotes: dict[int, list[str]] = defaultdict(list)
    if any(words.place == "quote" for words in query.wanted):
        for no, quote in project.query(
            "SELECT DISTINCT no, quote FROM searched JOIN event USING (doc) WHERE no IN (SELECT unnest(?))",
            [no for no, _ in found],
        ):
            quotes[no].append(quote)
    kept = {
        no
        for no, title, text in texts
        if exactly(query, {"text": f"{title}\n{text}", "title": title, "quote": "\n".join(quotes[no])})
    }
    return [(no, weight) for no, weight in found if no in kept]


def _marks(values: Sized) -> str:
    """A question mark for each value; NULL, which nothing is, for none."""
    return ", ".join("?" * len(values)) or "NULL"


def _hits(project: Asked, found: Found, query: Query, exact: bool) -> tuple[Hit, ...]:
    numbers = dict(
        project.query(f"SELECT doc, no FROM searched WHERE no IN ({_marks(found)})", *(no for no, _ in found))
    )
    places = project.query(f"SELECT rowid FROM document WHERE doc IN ({_marks(numbers)})", *numbers)
    # by the place of its row only the text that is shown is read
    rows = project.query(
        "SELECT doc, title, source, published, language, text FROM document WHERE rowid IN (SELECT unnest(?))",
        [place for (place,) in places],
    )
    events: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for doc, *event in project.query(
        f"SELECT doc, event, sentence_start, sentence_end FROM event WHERE doc IN ({_marks(numbers)}) ORDER BY 3, 2",
        *numbers,
    ):
        events[doc].append((event[0], event[1], event[2]))
    by_number = {numbers[row[0]]: row for row in rows}
    hits = []
    for no, weight in found:
        doc, title, source, published, language, text = by_number[no]
        cut = snippet(text, language, query.wanted, exact=exact)
        told = tuple(id for id, start, end in events[doc] if start < cut.span.end and cut.span.start < end)
        hits.append(Hit(doc, round(float(weight), 3), title, source, published, language, len(events[doc]), cut, told))
    return tuple(hits)
