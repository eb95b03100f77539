"""Parquet: events, reasons and evidence, each a file, with columns of their own types; written by DuckDB."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ravabet.export.columns import columns
from ravabet.export.records import Source, Told, Why
from ravabet.export.values import evidence

TABLES = ("events", "reasons", "evidence")
"""The files in the order in which they are written."""
TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "date": "DATE",
    "boolean": "BOOLEAN",
    "array": "VARCHAR[]",
}


def write(source: Source, path: Path, *, strict: bool = False) -> dict[Path, int]:
    """Write the files and say how many rows each holds; ``strict`` leaves out that of evidence."""
    written = {path: _write("events", map(event, source.events()), path)}
    reasons = path.with_name(f"{path.stem}_reasons{path.suffix}")
    written[reasons] = _write("reasons", map(why, source.reasons()), reasons)
    if not strict:
        companion = path.with_name(f"{path.stem}_evidence{path.suffix}")
        rows = ({"Event ID": told.id, **evidence(told)} for told in source.events())
        written[companion] = _write("evidence", rows, companion)
    return written


def event(told: Told) -> dict[str, Any]:
    """An event as a row."""
    place = told.place
    return {
        "event": told.id,
        "document": told.paper.id,
        "occurrence": told.occurrence,
        "type": told.type,
        "mode": told.mode,
        "context": list(told.context),
        "quad": told.quad,
        "actors": [party.code for party in told.actors],
        "recipients": [party.code for party in told.recipients],
        "actor_sectors": [party.sector or "" for party in told.actors],
        "recipient_sectors": [party.sector or "" for party in told.recipients],
        "day": told.day,
        "date": told.date,
        "precision": told.precision,
        "status": told.status,
        "speaker": told.speaker,
        "score": told.score,
        "confidence": told.confidence,
        "place": told.where,
        "place_name": place.name if place else None,
        "place_country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "amount": told.amount,
        "unit": told.unit,
        "origin": told.origin,
        "language": told.paper.language,
        "source": told.paper.source,
        "published": told.paper.published,
    }


def why(reason: Why) -> dict[str, Any]:
    """A reason as a row."""
    return {
        "reason": reason.id,
        "document": reason.document,
        "kind": reason.kind,
        "speaker": reason.speaker,
        "confidence": reason.confidence,
        "cue": reason.cue,
        "cause": reason.cause,
        "cause_start": reason.cause_span[0],
        "cause_end": reason.cause_span[1],
        "effect": reason.effect,
        "effect_start": reason.effect_span[0],
        "effect_end": reason.effect_span[1],
        "cause_events": list(reason.cause_events),
        "effect_events": list(reason.effect_events),
        "quote": reason.quote,
    }


def _write(table: str, rows: Iterable[dict[str, Any]], path: Path) -> int:
    """Rows to a Parquet file by way of lines of JSON, which DuckDB reads as fast as it writes."""
    import duckdb  # noqa: PLC0415  only this format needs it here

    from ravabet.store.file import literal  # noqa: PLC0415  brings DuckDB

    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        lines = Path(folder) / "rows.jsonl"
        with lines.open("w", encoding="utf-8") as out:
            number = sum(1 for _ in _put(rows, out))
        kinds = ", ".join(f"'{column.name}': '{TYPES[column.type]}'" for column in columns(table))
        told = f"read_json(?, format = 'newline_delimited', columns = {{{kinds}}}, maximum_object_size = 67108864)"
        with duckdb.connect() as connection:
            finished = Path(folder) / "rows.parquet"
            connection.execute(
                f"COPY (SELECT * FROM {told}) TO {literal(finished)} (FORMAT parquet, COMPRESSION zstd)", [str(lines)]
            )
        finished.replace(path)
    return number


def _put(rows: Iterable[dict[str, Any]], out: Any) -> Iterator[None]:  # noqa: ANN401
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
        yield
