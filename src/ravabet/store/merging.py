"""Shards of coded documents into the project file, all at once or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from ravabet import __version__
from ravabet.store.file import replaced

TABLES = ("document", "event", "reason")
"""Tables that a shard holds rows for."""
LATER = {"document": ("copy_of", "voice", "run", "added"), "event": ("occurrence",), "reason": ()}
"""Columns that are known only when the rows meet those of the file."""
LARGEST = 512 * 1024 * 1024
"""Bytes that one document may take in a shard."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a run leaves in the file: when and how it was called, what it read and what it rejected."""

    started: datetime
    command: str
    lexicon: str = ""
    read: int = 0
    known: int = 0
    rejects: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought in."""

    documents: int
    repaired: int
    coded: int
    events: int
    reasons: int


def merge(path: Path, shards: Sequence[Path], facts: Facts) -> Merged:
    """Bring the documents of shards into the project file; those it holds already are left as they are.

    The file is replaced as a whole when all is in it. Raises OSError where the disk is full.
    """
    with replaced(path) as connection:
        connection.execute("BEGIN")
        for table in TABLES:
            _stage(connection, table, shards)
        _stage_bands(connection, shards)
        run = _next_run(connection)
        connection.execute("UPDATE new_document SET run = ?, added = ?", [run, _now()])
        _place(connection)
        merged = _counted(connection)
        for table in TABLES:
            connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM new_{table}")
        connection.execute("INSERT INTO doc_band SELECT * FROM new_band ORDER BY band, doc")
        _pair_up(connection)
        _note(connection, run, facts, merged)
        connection.execute("COMMIT")
        for table in (*TABLES, "band"):
            connection.execute(f"DROP TABLE new_{table}")
    return merged


def _stage(connection: duckdb.DuckDBPyConnection, table: str, shards: Sequence[Path]) -> None:
    """The rows of one table in the shards, as temporary table ``new_TABLE``, each document once and only new ones."""
    columns = {name: kind for name, kind, *_ in connection.execute(f"DESCRIBE {table}").fetchall()}
    told = {name: kind for name, kind in columns.items() if name not in LATER[table]}
    fields = ", ".join(f'"{name}" {"VARCHAR" if kind == "BLOB" else kind}' for name, kind in told.items())
    shape = f"STRUCT({fields})" + ("" if table == "document" else "[]")
    name = table if table == "document" else f"{table}s"
    row = name if table == "document" else f"unnest({name})"
    picked = [f'from_base64(r."{n}") AS "{n}"' if kind == "BLOB" else f'r."{n}" AS "{n}"' for n, kind in told.items()]
    late = [f'CAST(NULL AS {columns[n]}) AS "{n}"' for n in LATER[table]]
    connection.execute(f"CREATE TEMP TABLE new_{table} AS SELECT {', '.join(columns)} FROM {table} LIMIT 0")
    if not shards:
        return
    once = "QUALIFY row_number() OVER (PARTITION BY doc) = 1" if table == "document" else ""
    known = "document" if table == "document" else None
    fresh = f"doc NOT IN (SELECT doc FROM {known})" if known else "doc IN (SELECT doc FROM new_document)"
    connection.execute(
        f"INSERT INTO new_{table} BY NAME SELECT {', '.join(picked + late)} FROM "
        f"(SELECT DISTINCT {row} AS r FROM {_read(shards, {name: shape})}) WHERE r.{fresh} {once}"
    )


def _stage_bands(connection: duckdb.DuckDBPyConnection, shards: Sequence[Path]) -> None:
    connection.execute("CREATE TEMP TABLE new_band (band UBIGINT, doc VARCHAR)")
    if shards:
        source = _read(shards, {"document": "STRUCT(doc VARCHAR)", "bands": "UBIGINT[]"})
        connection.execute(
            f"INSERT INTO new_band SELECT DISTINCT unnest(bands), document.doc FROM {source} "
            "WHERE document.doc IN (SELECT doc FROM new_document)"
        )


def _read(shards: Sequence[Path], columns: dict[str, str]) -> str:
    """Shards as a table of SQL."""
    paths = ", ".join("'" + str(path).replace("'", "''") + "'" for path in shards)
    shape = ", ".join(f"{name}: '{kind}'" for name, kind in columns.items())
    return (
        f"read_json([{paths}], format='newline_delimited', columns={{{shape}}}, maximum_object_size={LARGEST}, "
        "compression='none')"
    )


def _place(connection: duckdb.DuckDBPyConnection) -> None:
    """Tell copies from originals, and put every event to its occurrence."""
    connection.execute("UPDATE new_document SET voice = coalesce(nullif(lower(source), ''), '#' || doc)")
    connection.execute("UPDATE new_event SET occurrence = 'o' || substr(event, 2)")
    connection.execute(
        "INSERT INTO occurrence SELECT occurrence, event, type, day, actors, recipients, 1, 1, 1, day, day, NULL "
        "FROM new_event"
    )


def _counted(connection: duckdb.DuckDBPyConnection) -> Merged:
    row: Any = connection.execute(
        "SELECT count(*), count(*) FILTER (repaired), count(*) FILTER (problem_what IS NULL), "
        "(SELECT count(*) FROM new_event), (SELECT count(*) FROM new_reason) FROM new_document"
    ).fetchone()
    return Merged(*row)


def _pair_up(connection: duckdb.DuckDBPyConnection) -> None:
    """A row for each actor and each recipient of the new events; for acts between equals one each way."""
    shared = "day, type, quad, score, confidence, e.doc, voice, occurrence, status"
    connection.execute(f"""
        INSERT INTO pair
        SELECT * FROM (
            SELECT event, a, b, true AS directed, {shared}
            FROM (SELECT *, unnest(actors) AS a FROM new_event) e, unnest(e.recipients) AS r(b),
                 (SELECT doc, voice FROM new_document) d WHERE d.doc = e.doc AND a <> b
            UNION ALL
            SELECT event, a, b, false AS directed, {shared}
            FROM (SELECT *, unnest(actors) AS a FROM new_event WHERE len(recipients) = 0) e, unnest(e.actors) AS r(b),
                 (SELECT doc, voice FROM new_document) d WHERE d.doc = e.doc AND a <> b
        ) ORDER BY a, b, day, event""")


def _next_run(connection: duckdb.DuckDBPyConnection) -> int:
    row: Any = connection.execute("SELECT coalesce(max(run), 0) + 1 FROM run").fetchone()
    return int(row[0])


def _note(connection: duckdb.DuckDBPyConnection, run: int, facts: Facts, merged: Merged) -> None:
    """The run, and what it rejected."""
    connection.execute(
        "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            *(run, facts.started, _now(), facts.command, __version__, facts.lexicon, facts.read, facts.known),
            *(merged.repaired, merged.coded, len(facts.rejects), merged.events, merged.reasons),
        ],
    )
    if facts.rejects:
        connection.executemany("INSERT INTO reject VALUES (?, ?, ?)", [(run, *reject) for reject in facts.rejects])


def _now() -> datetime:
    """The time, in UTC and without zone, as the file keeps it."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
