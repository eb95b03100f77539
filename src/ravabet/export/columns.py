"""The columns of each table: names in their order, types, and how far Ravabet can fill them, from ``data/columns``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ravabet.export.tables import rows

FILLED = ("full", "part", "near", "empty")
"""How far a column is filled; ``near``: by an approximation."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type by the names of JSON Table Schema, how far it is filled, and what is to be said of it."""

    name: str
    type: str
    filled: str
    note: str


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table in their order."""
    return tuple(
        Column(row["column"], row["type"], row["filled"], row["note"] or "") for row in rows("columns", f"{table}.tsv")
    )


def names(table: str) -> list[str]:
    """The names of a table's columns."""
    return [column.name for column in columns(table)]


@cache
def about(table: str) -> str:
    """What a table is, in a sentence or two: the first comment of its file."""
    text = files("ravabet.export").joinpath("data", "columns", f"{table}.tsv").read_text(encoding="utf-8")
    return text.splitlines()[0].lstrip("# ")


def table_schema(table: str, *, missing: str = "", key: str | None = None, **dialect: Any) -> str:  # noqa: ANN401
    """The JSON Table Schema of a table (Frictionless, version 1), with its dialect and how far columns are filled."""
    fields = []
    for column in columns(table):
        field = {"name": column.name, "type": column.type, "description": column.note, "rb_filled": column.filled}
        fields.append({name: value for name, value in field.items() if value})
    schema: dict[str, Any] = {
        "$schema": "https://specs.frictionlessdata.io/schemas/table-schema.json",
        "description": about(table),
        "fields": fields,
        "missingValues": sorted({"", missing}),
    }
    if key:
        schema["primaryKey"] = key
    if dialect:
        schema["rb_dialect"] = dialect
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
