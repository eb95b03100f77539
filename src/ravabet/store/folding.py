"""Judgements that were written beside the project file, folded into it."""

from __future__ import annotations

from pathlib import Path

import duckdb

from ravabet.store.file import literal

ENDING = ".judgements.jsonl"


def judgements_of(project: Path) -> Path:
    """The file beside a project to which judgements are appended: one JSON object a line, as table judgement."""
    return project.with_name(project.name + ENDING)


def fold(connection: duckdb.DuckDBPyConnection, project: Path) -> None:
    """Take the judgements beside the project into its table, each once; a line that was cut off is left where it is."""
    path = judgements_of(project)
    if not path.exists() or not path.stat().st_size:
        return
    columns = {name: kind for name, kind, *_ in connection.execute("DESCRIBE judgement").fetchall()}
    shape = ", ".join(f"\"{name}\": '{kind}'" for name, kind in columns.items())
    connection.execute(
        f"""INSERT INTO judgement BY NAME
        SELECT * FROM read_json({literal(path)}, format='newline_delimited', columns={{{shape}}}, ignore_errors=true)
        WHERE judgement IS NOT NULL AND judgement NOT IN (SELECT judgement FROM judgement)
        QUALIFY row_number() OVER (PARTITION BY judgement) = 1 ORDER BY "at", judgement"""
    )
