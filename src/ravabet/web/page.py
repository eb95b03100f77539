"""A page of the site: what its template shows, and the same as plain values and as a table for programs."""

from __future__ import annotations

import csv
import datetime
import io
import json
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response

from ravabet.web.markup import bare

if TYPE_CHECKING:
    from ravabet.web.site import Site, Visit

Row = Mapping[str, Any]
TWINS = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
}
"""The forms that every page has beside HTML, with their media types."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under fixed columns; ``columns``: name to SQL type, so that an empty table has its types too."""

    columns: Mapping[str, str]
    rows: Sequence[Row] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page: ``record`` is all that it holds as plain values, ``table`` its rows, for csv and parquet.

    ``title`` is that of the window, ``context`` what the template needs besides, ``status`` the HTTP status.
    """

    template: str
    title: str
    context: Mapping[str, Any] = field(default_factory=dict)
    record: Any = None
    table: Table = field(default_factory=lambda: Table({}))
    status: int = 200


Build = Callable[["Visit"], "Page | Response"]
"""What makes a page for a visit."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page's address and what builds it; ``name`` is also what the menu calls it (``nav.<name>``)."""

    name: str
    path: str
    build: Build
    menu: bool = False


def twin(page: Page, form: str) -> Response:
    """The page as ``json``, ``csv`` or ``parquet``."""
    made = {"json": _json, "csv": _csv, "parquet": _parquet}[form](page)
    name = f"ravabet-{page.template.removesuffix('.html').replace('/', '-')}.{form}"
    return Response(made, page.status, as_file(name, shown=form == "json"), media_type=TWINS[form])


def as_file(name: str, *, shown: bool = False) -> dict[str, str]:
    """The header that gives a response its name as a file, which browsers save or, if ``shown``, show."""
    return {"content-disposition": f'{"inline" if shown else "attachment"}; filename="{name}"'}


def _json(page: Page) -> bytes:
    record = page.record if page.record is not None else {"title": bare(page.title), "rows": list(page.table.rows)}
    return (json.dumps(record, ensure_ascii=False, indent=1, default=plain) + "\n").encode()


def plain(value: Any) -> Any:  # noqa: ANN401  whatever JSON has no word for
    """Values that JSON does not know as ones that it does."""
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    if isinstance(value, set | frozenset | tuple):
        return list(value)
    if hasattr(value, "__dataclass_fields__"):
        return {name: getattr(value, name) for name in value.__dataclass_fields__}
    return str(value)


def _csv(page: Page) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(page.table.columns)
    for row in page.table.rows:
        writer.writerow([_cell(row.get(name)) for name in page.table.columns])
    return out.getvalue().encode()


def _cell(value: Any) -> Any:  # noqa: ANN401  a cell of any type
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    return bare(value) if isinstance(value, str) else value


def _parquet(page: Page) -> bytes:
    """Written by DuckDB, which the project file needs anyway."""
    import duckdb  # noqa: PLC0415  only where it is asked for

    columns = dict(page.table.columns) or {"empty": "VARCHAR"}
    typed = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
    with tempfile.TemporaryDirectory() as folder:
        lines, out = Path(folder) / "rows.jsonl", Path(folder) / "rows.parquet"
        lines.write_text("".join(_line(row, columns) for row in page.table.rows), encoding="utf-8")
        source = f"read_json('{lines}', format='newline_delimited', columns={{{typed}}})"
        if not page.table.rows:
            source = "(SELECT " + ", ".join(f'NULL::{kind} AS "{name}"' for name, kind in columns.items()) + ") LIMIT 0"
        with duckdb.connect() as base:
            base.execute(f"COPY (SELECT * FROM {source}) TO '{out}' (FORMAT parquet)")
        return out.read_bytes()


def _line(row: Row, columns: Iterable[str]) -> str:
    return json.dumps({name: row.get(name) for name in columns}, ensure_ascii=False, default=plain) + "\n"


def respond(site: Site, place: Place, request: Request, form: str) -> Response:
    """The answer to a request for a page or, where ``form`` is not empty, for that twin of it."""
    visit = site.visit(request, place, form)
    page = place.build(visit)
    if isinstance(page, Response):
        return page
    return twin(page, form) if form else site.render(visit, page)
