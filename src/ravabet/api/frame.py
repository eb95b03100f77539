"""Rows with named columns, shown well in a notebook and handed on as Arrow, pandas or polars."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any

from ravabet.model import UsageError

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from ravabet.store import Project

SHOWN = 20
"""Rows that a notebook shows of a frame."""
WIDE = 60
"""Characters of a cell that are shown in a line of text."""
ISOLATE, END = "\u2068", "\u2069"
_MISSING = "this needs the package {package}; install it with: pip install 'ravabet[frames]'"
_STYLE = "text-align:start;vertical-align:top;unicode-bidi:plaintext;"
_WIDE, _NARROW = "min-width:20em;white-space:pre-line", "white-space:pre"


class Frame:
    """Rows with named columns. Iterating gives a dict a row; ``to_arrow``, ``to_pandas``, ``to_polars`` give frames."""

    def __init__(self, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        self.columns = tuple(columns)
        self._rows: list[Sequence[Any]] | None = list(rows)

    def rows(self) -> list[Sequence[Any]]:
        """All rows, each in the order of ``columns``."""
        return self._rows or []

    def __len__(self) -> int:
        return len(self.rows())

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for row in self.rows():
            yield dict(zip(self.columns, row, strict=True))

    def __getitem__(self, column: str) -> list[Any]:
        """The values of one column; raises UsageError for one that is not there."""
        if column not in self.columns:
            message = f"there is no column {column!r}; there are {', '.join(self.columns)}"
            raise UsageError(message)
        at = self.columns.index(column)
        return [row[at] for row in self.rows()]

    def to_arrow(self) -> pyarrow.Table:
        """The rows as a table of Arrow; raises UsageError where the extra ``frames`` is not installed."""
        arrow = _package("pyarrow")
        made: pyarrow.Table = arrow.table({name: self[name] for name in self.columns})
        return made

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a frame of pandas; raises UsageError where the extra ``frames`` is not installed."""
        _package("pandas")
        made: pandas.DataFrame = self.to_arrow().to_pandas()
        return made

    def to_polars(self) -> polars.DataFrame:
        """The rows as a frame of polars; raises UsageError where the extra ``frames`` is not installed."""
        made: polars.DataFrame = _package("polars").from_arrow(self.to_arrow())
        return made

    def _first(self) -> list[Sequence[Any]]:
        return self.rows()[:SHOWN]

    def __repr__(self) -> str:
        lines = [f"{len(self)} rows: {', '.join(self.columns)}"]
        lines += [" | ".join(_shown(value) for value in row if value is not None) for row in islice(self._first(), 5)]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        first = self._first()
        kept = [at for at in range(len(self.columns)) if any(_text(row[at]) for row in first) or not first]
        head = "".join(f"<th>{escape(self.columns[at])}</th>" for at in kept)
        body = "".join(f"<tr>{''.join(_cell(row[at]) for at in kept)}</tr>" for row in first)
        empty = [escape(name) for at, name in enumerate(self.columns) if at not in kept]
        more = f"; empty here and not shown: {', '.join(empty)}" if empty else ""
        return (
            f'<div style="overflow-x:auto"><table dir="ltr"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
            f"</div><p>{len(first)} of {len(self)} rows{more}</p>"
        )


class Asked(Frame):
    """The rows that a query of a project gives, fetched when they are needed; Arrow gets them without a detour."""

    def __init__(self, project: Project, sql: str, given: Sequence[object] = ()) -> None:
        self._project, self._sql, self._given = project, sql, tuple(given)
        self._rows = None
        cursor = project.cursor().execute(f"DESCRIBE {sql}", list(given))
        self.columns = tuple(row[0] for row in cursor.fetchall())

    def rows(self) -> list[Sequence[Any]]:
        """All rows, each in the order of ``columns``."""
        if self._rows is None:
            self._rows = list(self._project.query(self._sql, *self._given))
        return self._rows

    def __len__(self) -> int:
        if self._rows is not None:
            return len(self._rows)
        return int(self._project.query(f"SELECT count(*) FROM ({self._sql})", *self._given)[0][0])

    def to_arrow(self) -> pyarrow.Table:
        """The rows as a table of Arrow; raises UsageError where the extra ``frames`` is not installed."""
        _package("pyarrow")
        made: pyarrow.Table = self._project.cursor().sql(self._sql, params=list(self._given)).to_arrow_table()
        return made

    def _first(self) -> list[Sequence[Any]]:
        if self._rows is not None:
            return self._rows[:SHOWN]
        return list(self._project.query(f"SELECT * FROM ({self._sql}) LIMIT {SHOWN}", *self._given))


def _package(name: str) -> Any:  # noqa: ANN401  a module
    try:
        return import_module(name)
    except ImportError as problem:
        raise UsageError(_MISSING.format(package=name)) from problem


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.3g}"
    if isinstance(value, list | tuple):
        return " + ".join(map(str, value))
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _shown(value: object) -> str:
    """A value in a line of text, isolated so that it turns no other one round."""
    text = " ".join(_text(value).split())
    cut = text if len(text) <= WIDE else f"{text[: WIDE - 1]}…"
    return cut if cut.isascii() else f"{ISOLATE}{cut}{END}"


def _cell(value: object) -> str:
    text = _text(value)
    width = _WIDE if len(text) > WIDE // 2 else _NARROW
    return f'<td dir="auto" style="{_STYLE}{width}">{escape(text)}</td>'
