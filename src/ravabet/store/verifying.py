"""Whether a project file is whole: every document once, every quote in its text, every id that of what it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ravabet.store.file import SCHEMA
from ravabet.store.ids import DIGITS
from ravabet.store.project import Project


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: where, and what."""

    where: str
    what: str


TWICE = {"document": "doc", "event": "event", "reason": "reason", "occurrence": "occurrence"}
"""Tables whose rows have an id of their own."""
LOOSE = {
    "event of a document that is not there": "SELECT event FROM event ANTI JOIN document USING (doc)",
    "reason of a document that is not there": "SELECT reason FROM reason ANTI JOIN document USING (doc)",
    "pair of an event that is not there": "SELECT event FROM pair ANTI JOIN event USING (event)",
    "event without its occurrence": "SELECT event FROM event ANTI JOIN occurrence USING (occurrence)",
    "occurrence without reports": "SELECT occurrence FROM occurrence ANTI JOIN event USING (occurrence)",
    "reason with an event that is not there": "SELECT DISTINCT reason FROM "
    "(SELECT reason, unnest(cause_events || effect_events) AS event FROM reason) ANTI JOIN event USING (event)",
    "copy of a document that is not there": "SELECT doc FROM document WHERE copy_of NOT IN (SELECT doc FROM document)",
}
"""Rows that point to what is not there, as queries for their ids."""


def _id(letter: str, *parts: str) -> str:
    """An id as ``ids.identity`` makes it, in SQL."""
    told = " || chr(31) || ".join(f"coalesce(CAST({part} AS VARCHAR), '')" for part in parts)
    return f"'{letter}' || substr(sha256({told}), 1, {DIGITS})"


_EVENT = ("doc", "trigger_start", "trigger_end", "type")
_REASON = ("doc", "cause_start", "cause_end", "effect_start", "effect_end", "kind")
MOST_EQUAL = 50
"""Events of one type that one stretch of text may tell."""
UNTRUE = {
    "its text is not the one that was read": "SELECT doc FROM document WHERE content_hash IS NOT NULL "
    "AND content_hash <> sha256(coalesce(original, text))",
    "its id is not that of its text, source and day": "SELECT doc FROM document WHERE content_hash IS NOT NULL "
    f"AND doc <> {_id('d', 'content_hash', 'given_source', 'published')}",
    "its id is not that of its place and type": "SELECT event FROM event WHERE origin = 'coded' "
    f"AND event <> {_id('e', *_EVENT, '0')} "
    f"AND NOT list_contains([{_id('e', *_EVENT, 'n')} for n in range(1, {MOST_EQUAL})], event)",
    "its id is not that of its places and kind": f"SELECT reason FROM reason WHERE reason <> {_id('r', *_REASON, '0')} "
    f"AND NOT list_contains([{_id('r', *_REASON, 'n')} for n in range(1, {MOST_EQUAL})], reason)",
}
"""What must be made of what, as queries for the ids where it is not."""
QUOTES = (
    ("event", "sentence", "quote"),
    ("event", "trigger", "trigger"),
    ("reason", "sentence", "quote"),
    ("reason", "cause", "cause"),
    ("reason", "effect", "effect"),
)
"""Spans and the columns that quote them."""


def verify(path: str | Path) -> Iterator[Finding]:
    """All that is wrong with a project file, nothing for a whole one; raises InputError for what is no project."""
    with Project.open(path) as project:
        if project.version < SCHEMA:
            yield Finding("meta", f"has schema {project.version}; the next `ravabet add` brings it to {SCHEMA}")
        yield from _twice(project)
        yield from _loose(project)
        yield from _unquoted(project)
        yield from _untrue(project)


def _twice(project: Project) -> Iterator[Finding]:
    for table, column in TWICE.items():
        for (id,) in project.query(f"SELECT {column} FROM {table} GROUP BY 1 HAVING count(*) > 1 ORDER BY 1"):
            yield Finding(id, f"is in table {table} more than once")


def _loose(project: Project) -> Iterator[Finding]:
    for what, sql in LOOSE.items():
        yield from (Finding(id, what) for (id,) in project.query(f"{sql} ORDER BY 1"))


def _unquoted(project: Project) -> Iterator[Finding]:
    """Imported events have no quote, and so no span."""
    for table, span, column in QUOTES:
        wrong = project.query(
            f"SELECT {table}.{table} FROM {table} JOIN document USING (doc) WHERE {table}.{span}_end > 0 AND "
            f"substr(text, {span}_start + 1, {span}_end - {span}_start) IS DISTINCT FROM {table}.{column} ORDER BY 1"
        )
        yield from (Finding(id, f"the span of its {span} is not what is quoted of it") for (id,) in wrong)


def _untrue(project: Project) -> Iterator[Finding]:
    """Rows whose hash or id is not that of their content; imported ones have ids of their own."""
    for what, sql in UNTRUE.items():
        yield from (Finding(id, what) for (id,) in project.query(f"{sql} ORDER BY 1"))
