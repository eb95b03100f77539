"""Tables as text: one row a line, whatever the values hold, so that every reader finds the same cells."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from ravabet.export.columns import columns, names, table_schema
from ravabet.export.records import Told
from ravabet.export.values import evidence

Row = Mapping[str, Any]
BREAKS = re.compile(r"[\t\r\n\v\f\x00-\x1f\x7f\x85\u2028\u2029]+")
"""What some reader takes for the end of a cell or line; a space stands for it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A format of rows: the key is its first column; ``missing`` stands in text columns for what is not known."""

    name: str
    rows: Callable[[Told], Iterator[Row]]
    separator: str = "\t"
    header: bool = True
    missing: str = ""

    @property
    def key(self) -> str:
        """The column that names the row, by which the companion file is found."""
        return names(self.name)[0]

    @property
    def suffix(self) -> str:
        """The usual end of a file's name."""
        return ".tsv" if self.separator == "\t" else ".csv"

    def write(self, events: Iterable[Told], out: IO[str], companion: IO[str] | None = None) -> int:
        """Write the rows of events, and what there is no column for into the companion; how many rows."""
        writer, beside = self._writer(out, self.name, self.header), None
        if companion is not None:
            beside = self._writer(companion, "evidence", True)
        number = 0
        for told in events:
            for row in self.rows(told):
                writer.writerow(self._cells(self.name, row))
                number += 1
                if beside is not None:
                    beside.writerow(self._cells("evidence", {"Event ID": row[self.key], **evidence(told)}, ""))
        return number

    def write_rows(self, rows: Iterable[Row], out: IO[str]) -> int:
        """Write rows that are made already; how many."""
        writer, number = self._writer(out, self.name, self.header), 0
        for number, row in enumerate(rows, 1):  # noqa: B007  the count is what is told
            writer.writerow(self._cells(self.name, row))
        return number

    def schemas(self, path: Path, *, companion: bool) -> dict[Path, str]:
        """The JSON Table Schema beside each file."""
        dialect = {"delimiter": self.separator, "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\n"}
        found = {beside(path, ".schema.json"): self._schema(self.name, self.header, dialect)}
        if companion:
            found[beside(companion_of(path), ".schema.json")] = self._schema("evidence", True, dialect)
        return found

    def _schema(self, table: str, header: bool, dialect: dict[str, Any]) -> str:
        own = table == self.name
        missing = self.missing if own else ""
        key = None if own and self.name == "dyad-month" else names(table)[0]
        return table_schema(table, missing=missing, key=key, header=header, **dialect)

    def _writer(self, out: IO[str], table: str, header: bool) -> Any:  # noqa: ANN401  csv names no type for it
        writer = csv.writer(out, delimiter=self.separator, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
        if header:
            writer.writerow(names(table))
        return writer

    def _cells(self, table: str, row: Row, missing: str | None = None) -> list[str]:
        missing = self.missing if missing is None else missing
        return [cell(row.get(c.name), missing if c.type == "string" else "") for c in columns(table)]


def cell(value: object, missing: str = "") -> str:
    """A value as the text of one cell; numbers as short as they can be read back unchanged."""
    if value is None or value == "":
        return missing
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value)
    return BREAKS.sub(" ", str(value)).strip() or missing


def beside(path: Path, end: str) -> Path:
    """The path of a file that belongs to another one."""
    return path.with_name(path.name + end)


def companion_of(path: Path) -> Path:
    """Where the evidence of a table stands: ``events.tsv`` has ``events_evidence.tsv``."""
    return path.with_name(f"{path.stem}_evidence{path.suffix}")
