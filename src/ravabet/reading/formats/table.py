"""A table (CSV, TSV) with named columns: one document a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ravabet.model import Document, InputError, Problem
from ravabet.reading.encoding import encoding_of
from ravabet.reading.given import WHOLE, Found, Given, joined
from ravabet.reading.markup import plain
from ravabet.reading.records import record_document, renamed
from ravabet.reading.tables import column, columns

SAMPLE = 1 << 16
"""Bytes by which encoding and delimiter are told."""

DELIMITERS = ",;\t|"
_NO_TEXT = 'has no column with the text (it has: {seen}); call the one that holds the article "text"'
_NO_ROW = "has names of columns but no row below them; give one with articles in it"
_LONG_ROW = (
    "has {found} fields where the first line names {named} columns; put fields with {delimiter!r} in quotation marks"
)
_BROKEN = "breaks the rules of CSV ({fault}); mend this line"
_LOST = "holds bytes from here on that are not in the encoding of the rest ({name}); save it as UTF-8"
_MARKUP = ("</p>", "<br", "</div>", "<p>")


def read(given: Given) -> Found:
    """A document or a problem for every row."""
    csv.field_size_limit(WHOLE)
    head = given.stream.read(SAMPLE)
    encoding = encoding_of(head)
    text = io.TextIOWrapper(joined(head, given.stream), encoding=encoding, newline="")
    delimiter = _delimiter(head.decode(encoding, errors="ignore"))
    rows = csv.reader((line.replace("\x00", "") for line in text), delimiter=delimiter)
    try:
        names = [name.strip().removeprefix("\ufeff") for name in next(rows, [])]
    except UnicodeError as fault:
        raise InputError(_LOST.format(name=encoding)) from fault
    if not any(columns().get(column(name)) == "text" for name in names):
        seen = ", ".join(repr(name) for name in names[:12])
        raise InputError(_NO_TEXT.format(seen=seen[:300]))
    found = False
    for number, row in _rows(rows, given, encoding):
        if isinstance(row, Problem):
            found = True
            yield row
        elif any(field.strip() for field in row):
            found = True
            yield _document_or_problem(names, row, given, number, delimiter)
    if not found:
        raise InputError(_NO_ROW)


def _delimiter(sample: str) -> str:
    """The one by which the first line falls into the most columns of known names, then into the most columns."""
    line = sample.lstrip("\ufeff").split("\n", 1)[0]

    def fit(delimiter: str) -> tuple[int, int]:
        names = next(csv.reader([line], delimiter=delimiter), [])
        return sum(column(name) in columns() for name in names), len(names)

    return max(DELIMITERS, key=fit)


def _rows(rows: Iterator[list[str]], given: Given, encoding: str) -> Iterator[tuple[int, list[str] | Problem]]:
    """Every row after the first with the line it begins on; a problem for one that breaks the rules."""
    while True:
        number = rows.line_num + 1  # type: ignore[attr-defined]
        try:
            yield number, next(rows)
        except StopIteration:
            return
        except csv.Error as fault:
            yield number, Problem(f"{given.where}:{number}", _BROKEN.format(fault=fault))
        except UnicodeError:
            yield number, Problem(f"{given.where}:{number}", _LOST.format(name=encoding))
            return


def _document_or_problem(
    names: list[str], row: list[str], given: Given, number: int, delimiter: str
) -> Document | Problem:
    try:
        while len(row) > len(names) and not row[-1].strip():
            row = row[:-1]
        if len(row) > len(names):
            raise InputError(_LONG_ROW.format(found=len(row), named=len(names), delimiter=delimiter))
        return record_document(_record(names, row), given, number)
    except InputError as problem:
        return Problem(f"{given.where}:{number}", str(problem))


def _record(names: list[str], row: list[str]) -> dict[str, str]:
    record: dict[str, str] = renamed(dict(zip(names, (field.strip() for field in row), strict=False)))
    text = record.get("text", "")
    return {**record, "text": plain(text)} if any(tag in text.lower() for tag in _MARKUP) else record
