"""Documents that are coded again: their rows go, and what was said of them and must last stays."""

from __future__ import annotations

import duckdb

from ravabet.store.search.indexing import forget as unindex

KEPT = ("was_document", "was_event")


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


def restore_voices(connection: duckdb.DuckDBPyConnection) -> None:
    """A document that is coded again stays the copy, or the original, that it was."""
    connection.execute(
        "UPDATE new_document SET copy_of = w.copy_of, voice = w.voice, added = w.added FROM was_document w "
        "WHERE new_document.doc = w.doc"
    )


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
        FROM (SELECT occurrence, count(*) AS reports, count(DISTINCT doc) AS documents,
                     count(DISTINCT voice) AS voices, min(day) AS first, max(day) AS last,
                     coalesce(any_value(event) FILTER (event = o.event), arg_max(event, (confidence, event))) AS event
              FROM event JOIN (SELECT doc, voice FROM document) USING (doc)
                   JOIN (SELECT occurrence, event FROM occurrence WHERE {touched}) o USING (occurrence)
              GROUP BY 1) n
        WHERE occurrence.occurrence = n.occurrence""")


def clear(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop the temporary tables."""
    for table in KEPT:
        connection.execute(f"DROP TABLE {table}")


def _any(connection: duckdb.DuckDBPyConnection, table: str) -> bool:
    return connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None
