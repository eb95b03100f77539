"""Documents that are coded again: their rows go, and what was said of them and must last stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import duckdb

from ravabet.model import Document
from ravabet.store.search.indexing import forget as unindex
from ravabet.store.values import as_it_arrived

if TYPE_CHECKING:
    from ravabet.store.project import Project

AT_ONCE = 200
"""Documents fetched together."""
KEPT = ("was_document", "was_event")


def stale(project: Project, coder: str) -> Iterator[tuple[str, Document, str | None]]:
    """The documents that something else than ``coder`` coded, as they arrived, each with its id and the file's hash."""
    sql = "SELECT doc FROM document WHERE origin = 'coded' AND coder IS DISTINCT FROM ? ORDER BY doc"
    docs = [row[0] for row in project.query(sql, coder)]
    for at in range(0, len(docs), AT_ONCE):
        part = docs[at : at + AT_ONCE]
        for row in project.rows("SELECT * FROM document WHERE doc IN (SELECT unnest(?)) ORDER BY doc", part):
            yield row["doc"], as_it_arrived(row), row["file_hash"]


def forget(connection: duckdb.DuckDBPyConnection) -> None:
    """Take the rows of documents that are coded again out of the file; what lasts waits in temporary tables."""
    again = "doc IN (SELECT doc FROM incoming WHERE again)"
    connection.execute(
        f"CREATE TEMP TABLE was_document AS SELECT doc, copy_of, voice, added FROM document WHERE {again}"
    )
    connection.execute(f"CREATE TEMP TABLE was_event AS SELECT event, occurrence FROM event WHERE {again}")
    if not _any(connection, "was_document"):
        return
    unindex(connection, "SELECT doc FROM was_document")
    for table in ("pair", "event", "reason", "doc_band", "document"):
        connection.execute(f"DELETE FROM {table} WHERE {again}")
    connection.execute(
        "DELETE FROM occurrence WHERE occurrence IN (SELECT occurrence FROM was_event) "
        "AND occurrence NOT IN (SELECT occurrence FROM event)"
    )


def restore_voices(connection: duckdb.DuckDBPyConnection) -> None:
    """A document that is coded again stays the copy, or the original, that it was."""
    connection.execute(
        "UPDATE new_document SET copy_of = w.copy_of, voice = w.voice, added = w.added FROM was_document w "
        "WHERE new_document.doc = w.doc"
    )


def restore_occurrences(connection: duckdb.DuckDBPyConnection) -> None:
    """An occurrence whose reports were all coded again gets back the id that most of them had."""
    if not _any(connection, "was_event"):
        return
    connection.execute("""
        CREATE TEMP TABLE renamed AS
        SELECT new, old FROM (
            SELECT e.occurrence AS new, w.occurrence AS old, count(*) AS n
            FROM new_event e JOIN was_event w USING (event)
            WHERE w.occurrence NOT IN (SELECT occurrence FROM occurrence)
              AND e.occurrence NOT IN (SELECT occurrence FROM event)
            GROUP BY 1, 2)
        QUALIFY row_number() OVER (PARTITION BY old ORDER BY n DESC, new) = 1
            AND row_number() OVER (PARTITION BY new ORDER BY n DESC, old) = 1""")
    for table in ("new_event", "occurrence"):
        connection.execute(f"UPDATE {table} SET occurrence = old FROM renamed WHERE occurrence = new")
    connection.execute("DROP TABLE renamed")


def settle(connection: duckdb.DuckDBPyConnection) -> None:
    """Count the occurrences anew that lost reports; one that has none left lives on in that of its events.

    Called when the new rows are in the file.
    """
    if not _any(connection, "was_event"):
        return
    connection.execute("""
        INSERT INTO alias
        SELECT w.occurrence, min(e.occurrence) FROM was_event w JOIN event e USING (event)
        WHERE w.occurrence <> e.occurrence AND w.occurrence NOT IN (SELECT occurrence FROM event)
          AND w.occurrence NOT IN (SELECT old FROM alias)
        GROUP BY 1""")
    touched = "occurrence IN (SELECT occurrence FROM was_event)"
    connection.execute(f"DELETE FROM occurrence WHERE {touched} AND occurrence NOT IN (SELECT occurrence FROM event)")
    connection.execute(f"""
        UPDATE occurrence SET event = n.event, reports = n.reports, documents = n.documents, voices = n.voices,
               first = n.first, last = n.last
        FROM (SELECT o.occurrence, count(*) AS reports, count(DISTINCT doc) AS documents,
                     count(DISTINCT voice) AS voices, min(e.day) AS first, max(e.day) AS last,
                     arg_max(e.event, (e.event = o.event, e.confidence, e.event)) AS event
              FROM event e JOIN (SELECT doc, voice FROM document) USING (doc)
                   JOIN (FROM occurrence WHERE {touched}) o USING (occurrence)
              GROUP BY 1) n
        WHERE occurrence.occurrence = n.occurrence""")


def clear(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop the temporary tables."""
    for table in KEPT:
        connection.execute(f"DROP TABLE {table}")


def _any(connection: duckdb.DuckDBPyConnection, table: str) -> bool:
    return connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None
