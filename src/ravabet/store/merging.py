"""Shards of coded documents into the project file, all at once or not at all."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from ravabet import __version__
from ravabet.store import recoding, staging
from ravabet.store.file import replaced
from ravabet.store.folding import fold
from ravabet.store.relations import place_copies, place_occurrences
from ravabet.store.search.indexing import index

PART = 64 * 1024 * 1024
"""Bytes of shards that are brought in together."""


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
    """What a merge brought in: documents that are new, and those coded again; of both how many were repaired, coded."""

    documents: int = 0
    again: int = 0
    repaired: int = 0
    coded: int = 0
    events: int = 0
    reasons: int = 0


def merge(path: Path, shards: Sequence[Path], facts: Facts) -> Merged:
    """Bring the documents of shards into the project file; those it holds already are left as they are.

    The file is replaced as a whole when all is in it. Raises OSError where the disk is full.
    """
    with replaced(path) as connection:
        fold(connection, path)
        run = _next_run(connection)
        merged = Merged()
        for part in _parts(shards):
            connection.execute("BEGIN")
            merged = _sum(merged, _brought(connection, part, run))
            connection.execute("COMMIT")
        _note(connection, run, facts, merged)
    return merged


def _parts(shards: Sequence[Path]) -> Iterator[list[Path]]:
    """The shards in parts of some ``PART`` bytes, so that memory stays small however much there is."""
    part: list[Path] = []
    size = 0
    for shard in shards:
        part.append(shard)
        size += shard.stat().st_size
        if size >= PART:
            yield part
            part, size = [], 0
    if part:
        yield part


def _brought(connection: duckdb.DuckDBPyConnection, shards: Sequence[Path], run: int) -> Merged:
    """What some shards bring into the file."""
    staging.stage(connection, shards)
    connection.execute("UPDATE new_document SET run = ?, added = ?", [run, now()])
    _place(connection)
    for table in staging.TABLES:
        connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM new_{table}")
    connection.execute("INSERT INTO doc_band SELECT * FROM new_band ORDER BY band, doc")
    _pair_up(connection)
    index(connection, "incoming")
    recoding.settle(connection)
    merged = _counted(connection)
    staging.clear(connection)
    recoding.clear(connection)
    return merged


def _sum(one: Merged, other: Merged) -> Merged:
    return Merged(*map(operator.add, astuple(one), astuple(other)))


def _place(connection: duckdb.DuckDBPyConnection) -> None:
    """Tell copies from originals, and put every event to its occurrence."""
    place_copies(connection)
    recoding.restore_voices(connection)
    place_occurrences(connection)
    recoding.restore_occurrences(connection)


def _counted(connection: duckdb.DuckDBPyConnection) -> Merged:
    row: Any = connection.execute("""
        SELECT count(*) - (SELECT count(*) FROM was_document), (SELECT count(*) FROM was_document),
               count(*) FILTER (repaired), count(*) FILTER (origin = 'coded' AND problem_what IS NULL),
               (SELECT count(*) FROM new_event), (SELECT count(*) FROM new_reason)
        FROM new_document""").fetchone()
    return Merged(*row)


def _pair_up(connection: duckdb.DuckDBPyConnection) -> None:
    """A row for each actor and each recipient of the new events; for acts between equals one each way."""
    connection.execute("""
        INSERT INTO pair
        SELECT event, a, b, directed, day, type, quad, score, confidence, doc, voice, occurrence, status FROM (
            SELECT *, unnest(recipients) AS b, true AS directed FROM (SELECT *, unnest(actors) AS a FROM new_event)
            UNION ALL
            SELECT *, unnest(actors) AS b, false AS directed FROM (SELECT *, unnest(actors) AS a FROM new_event)
            WHERE len(recipients) = 0
        ) JOIN (SELECT doc, voice FROM document WHERE doc IN (SELECT doc FROM new_event)) USING (doc)
        WHERE a <> b ORDER BY a, b, day, event""")


def _next_run(connection: duckdb.DuckDBPyConnection) -> int:
    row: Any = connection.execute("SELECT coalesce(max(run), 0) + 1 FROM run").fetchone()
    return int(row[0])


def _note(connection: duckdb.DuckDBPyConnection, run: int, facts: Facts, merged: Merged) -> None:
    """The run, and what it rejected."""
    connection.execute(
        "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            *(run, facts.started, now(), facts.command, __version__, facts.lexicon, facts.read, facts.known),
            *(merged.repaired, merged.coded, len(facts.rejects), merged.events, merged.reasons),
        ],
    )
    if facts.rejects:
        connection.executemany("INSERT INTO reject VALUES (?, ?, ?)", [(run, *reject) for reject in facts.rejects])


def now() -> datetime:
    """The time, in UTC and without zone, as the file keeps it."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
