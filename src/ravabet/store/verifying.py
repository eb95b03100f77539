"""Whether a project file is whole: every document once, every quote in its text, every id that of what it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ravabet.model import Document
from ravabet.store.file import SCHEMA
from ravabet.store.ids import document_id_of
from ravabet.store.project import Project
from ravabet.store.values import document_of

AT_ONCE = 500
"""Documents that are checked together."""


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
    "copy of a document that is not there": "SELECT doc FROM document WHERE copy_of NOT IN (SELECT doc FROM document)",
}
"""Rows that point to what is not there, as queries for their ids."""
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
    """Documents whose id or hash is not that of their content."""
    docs = [row[0] for row in project.query("SELECT doc FROM document ORDER BY doc")]
    for at in range(0, len(docs), AT_ONCE):
        for row in project.rows("SELECT * FROM document WHERE doc IN (SELECT unnest(?))", docs[at : at + AT_ONCE]):
            document: Document = document_of(row)
            if row["content_hash"] is None:
                continue  # stands for imported events, and has no text
            if document.content_hash != row["content_hash"]:
                yield Finding(row["doc"], "its text is not the one that was read")
            elif document_id_of(row["content_hash"], row["given_source"], row["published"]) != row["doc"]:
                yield Finding(row["doc"], "its id is not that of its text, source and day")
