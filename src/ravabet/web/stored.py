"""Twins that may be long: written by the database to a file and sent from there, however many rows they have."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from starlette.responses import Response, StreamingResponse

from ravabet.web.page import TWINS, as_file, plain
from ravabet.web.site import Visit

CHUNK = 1 << 16


def stored(
    visit: Visit, columns: Mapping[str, str], sql: str, given: Sequence[Any], record: Mapping[str, Any], rows: str
) -> Response:
    """The rows of a query (its columns named as in ``columns``) in the form that is asked for.

    In JSON they stand under the key ``rows`` after the fields of ``record``.
    """
    folder = tempfile.TemporaryDirectory(prefix="ravabet-")
    file = Path(folder.name) / "rows"
    visit.project.cursor().execute(_copy(visit.form, columns, sql, file), list(given))
    head, tail = _around(record, rows) if visit.form == "json" else (b"", b"")

    def sent() -> Iterator[bytes]:
        with folder, file.open("rb") as source:
            yield head
            while part := source.read(CHUNK):
                yield part
            yield tail

    name = f"ravabet-{visit.place.name}.{visit.form}"
    headers = {**as_file(name, shown=visit.form == "json"), "content-encoding": "identity"}
    return StreamingResponse(sent(), headers=headers, media_type=TWINS[visit.form])


def _copy(form: str, columns: Mapping[str, str], sql: str, file: Path) -> str:
    """The statement that writes the rows; in a table of text, lists are words apart."""
    listed = form == "csv"
    shown = ", ".join(
        f"array_to_string({name}, ' ') AS {name}" if listed and kind.endswith("[]") else f'"{name}"'
        for name, kind in columns.items()
    )
    how = {"csv": "FORMAT csv, HEADER true", "json": "FORMAT json, ARRAY true", "parquet": "FORMAT parquet"}[form]
    return f"COPY (SELECT {shown} FROM ({sql})) TO '{file}' ({how})"


def _around(record: Mapping[str, Any], rows: str) -> tuple[bytes, bytes]:
    """What stands before and after the rows of a JSON twin."""
    told = json.dumps(record, ensure_ascii=False, default=plain)[:-1]
    joined = f"{told}, " if record else told
    return f'{joined}"{rows}": '.encode(), b"}\n"
