"""Lines of shards as temporary tables: what of them is new to the project file, and what is coded again.

A line holds one document: ``{"document": {...}, "events": [...], "reasons": [...], "bands": [...], "words": 120,
"postings": [...], "quoted": [...], "again": true}``: each row with the columns of its table, bytes in base 64; what is
left out is NULL. ``again`` says that the rows take the place of those that the file holds of the document. Lines whose
document has another ``origin`` than ``coded`` bring events of other data sets: each event comes in once, and its
document where it is new.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb

from ravabet.store.file import literal
from ravabet.store.recoding import forget
from ravabet.store.search.indexing import SHAPE

TABLES = ("document", "event", "reason")
"""Tables that a shard holds rows for; those that are new stand in ``new_document``, ``new_event``, ``new_reason``."""
ORDER = {"document": "doc", "event": "doc, sentence_start, event", "reason": "doc, sentence_start, reason"}
STAGED = (*(f"new_{table}" for table in TABLES), "new_band", "incoming")
ROWS = {
    "document": """SELECT document AS row FROM incoming WHERE doc NOT IN (SELECT doc FROM document)
                   QUALIFY row_number() OVER (PARTITION BY doc ORDER BY line) = 1""",
    "event": """SELECT unnest(events) AS row FROM incoming
                WHERE coded AND doc IN (SELECT doc FROM new_document)""",
    "reason": """SELECT unnest(reasons) AS row FROM incoming
                 WHERE coded AND doc IN (SELECT doc FROM new_document)""",
}
"""What of the lines is new: documents that the file does not hold, with all that was coded of them."""
IMPORTED = """SELECT row FROM (SELECT line, unnest(events) AS row FROM incoming WHERE NOT coded)
              WHERE row.event NOT IN (SELECT event FROM event)
              QUALIFY row_number() OVER (PARTITION BY row.event ORDER BY line) = 1"""
"""Events of other data sets, each for itself: their document may have been there before."""
LEAST = 1024 * 1024
"""Bytes that DuckDB makes room for at least, for one line."""


def stage(connection: duckdb.DuckDBPyConnection, shards: Sequence[Path]) -> None:
    """Put what the shards bring into temporary tables; rows of documents that are coded again are taken out first."""
    shapes = {table: _columns(connection, table) for table in TABLES}
    _read(connection, shards, shapes)
    forget(connection)
    for table, columns in shapes.items():
        connection.execute(f"CREATE TEMP TABLE new_{table} AS FROM {table} LIMIT 0")
        _fill(connection, table, ROWS[table], columns)
    if connection.execute("SELECT 1 FROM incoming WHERE NOT coded LIMIT 1").fetchone():
        _fill(connection, "event", IMPORTED, shapes["event"])
    connection.execute(
        "CREATE TEMP TABLE new_band AS SELECT unnest(bands) AS band, doc FROM incoming "
        "WHERE doc IN (SELECT doc FROM new_document) ORDER BY band, doc"
    )


def clear(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop the temporary tables."""
    for table in STAGED:
        connection.execute(f"DROP TABLE {table}")


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    return {name: kind for name, kind, *_ in connection.execute(f"DESCRIBE {table}").fetchall()}


def _read(connection: duckdb.DuckDBPyConnection, shards: Sequence[Path], shapes: dict[str, dict[str, str]]) -> None:
    """Table ``incoming``: one row a line, of a document that was read only the first line."""
    document, event, reason = (_struct(shapes[table]) for table in TABLES)
    searched = ", ".join(f"{name}: '{kind}'" for name, kind in SHAPE.items())
    shape = (
        f"document: '{document}', events: '{event}[]', reasons: '{reason}[]', bands: 'UBIGINT[]', again: 'BOOLEAN', "
        f"{searched}"
    )
    longest = max(LEAST, *(path.stat().st_size for path in shards))
    paths = ", ".join(map(literal, shards))
    connection.execute(
        f"""CREATE TEMP TABLE incoming AS
        SELECT * FROM (
            SELECT row_number() OVER () AS line, document.doc AS doc,
                   coalesce(document.origin, 'coded') = 'coded' AS coded, * REPLACE (coalesce(again, false) AS again)
            FROM read_json([{paths}], format='newline_delimited', compression='none',
                           maximum_object_size={longest}, columns={{{shape}}}))
        QUALIFY NOT coded OR row_number() OVER (PARTITION BY doc ORDER BY line) = 1"""
    )


def _struct(columns: dict[str, str]) -> str:
    fields = (f'"{name}" {"VARCHAR" if kind == "BLOB" else kind}' for name, kind in columns.items())
    return f"STRUCT({', '.join(fields)})"


def _fill(connection: duckdb.DuckDBPyConnection, table: str, rows: str, columns: dict[str, str]) -> None:
    kept = [f'from_base64("{name}") AS "{name}"' for name, kind in columns.items() if kind == "BLOB"]
    if "origin" in columns:
        kept.append("coalesce(origin, 'coded') AS origin")
    every = f"* REPLACE ({', '.join(kept)})" if kept else "*"
    fresh = f"SELECT {every} FROM (SELECT unnest(row) FROM ({rows}))"
    connection.execute(f"INSERT INTO new_{table} BY NAME {fresh} ORDER BY {ORDER[table]}")
