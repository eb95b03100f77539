"""All formats by name, and the writing of one: whole files, with their schemas and companions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from ravabet.export import acled, dyads, followthemoney, gdelt, graph, icews, parquet, plover, polecat
from ravabet.export.columns import names, table_schema
from ravabet.export.records import Source
from ravabet.export.tabular import Table, beside, companion_of
from ravabet.model import UsageError

TABLES: dict[str, Table] = {
    made.name: made for made in (polecat.TABLE, icews.TABLE, gdelt.TABLE, acled.TABLE, dyads.TABLE)
}
SUFFIXES = {
    "plover": ".jsonl",
    **{name: table.suffix for name, table in TABLES.items()},
    "parquet": ".parquet",
    "ftm": ".json",
    **{form: f".{form}" for form in graph.FORMS},
}
"""The formats, each with the usual end of its files."""
FORMATS = tuple(SUFFIXES)
BINARY = ("parquet", *graph.FORMS)
"""Formats that are not text of one line a row."""


@dataclass(slots=True)
class Written:
    """The files that an export wrote, each with the rows it holds (schemas with none)."""

    files: dict[Path, int] = field(default_factory=dict)


def format_of(path: Path) -> str | None:
    """The format that the end of a file's name tells, None where several have it or none does."""
    fitting = [name for name, suffix in SUFFIXES.items() if suffix == path.suffix.lower()]
    return fitting[0] if len(fitting) == 1 else None


def export(source: Source, form: str, path: Path, *, strict: bool = False) -> Written:
    """Write events in a format to a file, with its JSON Table Schema and, unless ``strict``, its companion of evidence.

    Files take the place of older ones only when they are whole. Raises UsageError for an unknown format.
    """
    if form not in SUFFIXES:
        message = f"there is no format {form!r}; use one of {', '.join(FORMATS)}"
        raise UsageError(message)
    written = Written()
    if form in TABLES:
        _table(source, TABLES[form], path, strict, written)
    elif form == "parquet":
        written.files.update(parquet.write(source, path, strict=strict))
        for place, table in zip(tuple(written.files), parquet.TABLES, strict=False):
            _put(beside(place, ".schema.json"), table_schema(table, key=names(table)[0]), written)
    elif form in graph.FORMS:
        with _new(path, "wb") as out:
            written.files[path] = graph.write(source.events(), form, out)
    else:
        with _new(path) as out:
            written.files[path] = stream(source, form, out, strict=strict)
    if form == "plover" and not strict:
        _put(beside(path, ".schema.json"), table_schema("plover", key="id"), written)
    return written


def stream(source: Source, form: str, out: IO[str], *, strict: bool = False) -> int:
    """Write the lines of a format of text, without schema and companion; how many rows.

    Raises UsageError for a format that is none of text.
    """
    if form in BINARY or form not in SUFFIXES:
        message = f"{form} cannot be written to standard output; name a file with -o"
        raise UsageError(message)
    if form == "dyad-month":
        return dyads.TABLE.write_rows(dyads.rows(source.events()), out)
    if form in TABLES:
        return TABLES[form].write(source.events(), out)
    lines: Iterator[str] = (
        followthemoney.lines(source.events())
        if form == "ftm"
        else (plover.line(told, strict=strict) for told in source.events())
    )
    number = 0
    for number, line in enumerate(lines, 1):  # noqa: B007  the count is what is told
        out.write(f"{line}\n")
    return number


def _table(source: Source, table: Table, path: Path, strict: bool, written: Written) -> None:
    companion = None if strict or table.name == "dyad-month" else companion_of(path)
    if companion is None:
        with _new(path) as out:
            written.files[path] = stream(source, table.name, out)
    else:
        with _new(path) as out, _new(companion) as others:
            written.files[path] = written.files[companion] = table.write(source.events(), out, others)
    for place, text in table.schemas(path, companion=companion is not None).items():
        _put(place, text, written)


def _put(path: Path, text: str, written: Written) -> None:
    with _new(path) as out:
        out.write(text)
    written.files[path] = 0


@contextmanager
def _new(path: Path, mode: str = "w") -> Iterator[Any]:
    """A file that takes its place when it was written whole; nothing is left of one that was not."""
    part = path.with_name(f"{path.name}.part")
    text = {} if "b" in mode else {"encoding": "utf-8", "newline": "\n"}
    try:
        with part.open(mode, **text) as out:  # type: ignore[call-overload]
            yield out
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
