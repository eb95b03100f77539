"""Files of other data sets to records of the project file: which kind they are, their rows, what is wrong with some."""

from __future__ import annotations

import csv
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from ravabet.export.columns import names
from ravabet.export.incoming import acled, gdelt, icews, polecat
from ravabet.export.incoming.opening import texts
from ravabet.export.incoming.rows import BrokenRowError, Foreign, LeftOutError, Row
from ravabet.model import InputError, Problem

HELD = 2000
"""Documents whose events are gathered before they are handed on."""
_UNKNOWN = (
    "{place}: is no event file that is known by its columns; say which with --as if it is one of {kinds} (its first "
    "line holds: {line})"
)
_NO_COLUMNS = "{place}: has not the columns of {kind}: {missing} not found; see docs/formats.md for what is expected"


def _gdelt2() -> list[str]:
    """GDELT 2.0 has three columns more: one after each province."""
    found = []
    for name in names("gdelt"):
        found.append(name)
        if name.endswith("_ADM1Code"):
            found.append(name.replace("ADM1", "ADM2"))
    return found


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: how a row becomes an event, its columns, and those without which nothing can be done."""

    event: Callable[[Row], Foreign]
    columns: tuple[str, ...]
    needed: tuple[str, ...]
    header: bool = True


KINDS: dict[str, Kind] = {
    "gdelt1": Kind(gdelt.event, tuple(names("gdelt")), ("GLOBALEVENTID", "SQLDATE", "EventCode"), header=False),
    "gdelt2": Kind(gdelt.event, tuple(_gdelt2()), ("GLOBALEVENTID", "SQLDATE", "EventCode"), header=False),
    "icews": Kind(icews.event, tuple(names("icews")), ("Event ID", "Event Date", "CAMEO Code", "Source Name")),
    "polecat": Kind(polecat.event, tuple(names("polecat")), ("Event ID", "Event Date", "Event Type", "Actor Name")),
    "acled": Kind(acled.event, tuple(names("acled")), ("event_date", "event_type", "actor1")),
}
"""The kinds of files by name."""
ORIGINS = tuple(module.ORIGIN for module in (gdelt, icews, polecat, acled))
"""What events brought in bear as their origin."""
URL_LESS = 57
"""Columns of GDELT's files of 1979 to March 2013, which have no SOURCEURL."""


@dataclass(slots=True)
class Account:
    """What became of the rows: taken, left out by cause, broken."""

    rows: int = 0
    taken: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    broken: int = 0


def incoming(
    paths: Iterable[Path],
    kind: str | None = None,
    *,
    account: Account | None = None,
    told: Callable[[Problem], None] | None = None,
) -> Iterator[dict[str, Any]]:
    """The records of files, for ``scale.bring``: documents with their events; in memory are only a few thousand.

    ``kind``: one of ``KINDS``, else each file is asked. ``account`` is filled on the way; ``told`` is called with each
    broken row. Raises InputError for a file that cannot be read or is of no known kind.
    """
    account = account if account is not None else Account()
    held: dict[str, dict[str, Any]] = {}
    for path in paths:
        with texts(path) as found:
            for place, text in found:
                for foreign in _events(place, text, kind, account, told):
                    _hold(held, foreign)
                    if len(held) >= HELD:
                        yield from held.values()
                        held = {}
    yield from held.values()


def _hold(held: dict[str, dict[str, Any]], foreign: tuple[dict[str, Any], dict[str, Any]]) -> None:
    document, event = foreign
    held.setdefault(document["doc"], {"document": document, "events": [], "reasons": []})["events"].append(event)


def _events(
    place: str, text: IO[str], kind: str | None, account: Account, told: Callable[[Problem], None] | None
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    first = text.readline()
    if not first.strip():
        return
    chosen = kind or guessed(first, place)
    for line, row in _rows(place, first, text, KINDS[chosen]):
        account.rows += 1
        try:
            if row is None:
                message = f"has not the columns of {chosen}"
                raise BrokenRowError(message)
            foreign = KINDS[chosen].event(row)
            made = foreign.row
        except LeftOutError as cause:
            account.left_out[str(cause)] += 1
        except BrokenRowError as cause:
            account.broken += 1
            if told:
                told(Problem(f"{place}:{line}", str(cause)))
        else:
            account.taken += 1
            yield dict(foreign.document), made


def guessed(first: str, place: str) -> str:
    """The kind of a file by its first line; raises InputError where it is none of them."""
    tabbed = [part.strip().strip('"') for part in first.rstrip("\r\n").split("\t")]
    comma = {part.strip().strip('"').lower() for part in first.replace(";", ",").split(",")}
    if {"event_date", "event_type", "actor1"} <= comma | {part.lower() for part in tabbed}:
        return "acled"
    if {"Event ID", "CAMEO Code"} <= set(tabbed):
        return "icews"
    if {"Event ID", "Event Type"} <= set(tabbed):
        return "polecat"
    one, two = len(KINDS["gdelt1"].columns), len(KINDS["gdelt2"].columns)
    if tabbed[0].isdigit() or tabbed[0].upper() == "GLOBALEVENTID":
        if len(tabbed) == two:
            return "gdelt2"
        if len(tabbed) in (one, URL_LESS):
            return "gdelt1"
    raise InputError(_UNKNOWN.format(place=place, kinds=", ".join(KINDS), line=first.strip()[:80]))


def _rows(place: str, first: str, text: IO[str], kind: Kind) -> Iterator[tuple[int, Row | None]]:
    """The rows by the names of their columns, each with its line; None for one that has too few or too many."""
    lines = itertools.chain([first], text)
    if kind is KINDS["acled"]:
        yield from _quoted(place, first, lines, kind)
        return
    header = list(kind.columns)
    for number, line in enumerate(lines, 1):
        cells = [_bare(cell) for cell in line.rstrip("\r\n").split("\t")]
        if number == 1 and (kind.header or cells[0].upper() == header[0].upper()):
            header = _known(place, cells, kind)
        elif line.strip():
            yield number, _named(header, cells, kind)


def _quoted(place: str, first: str, lines: Iterable[str], kind: Kind) -> Iterator[tuple[int, Row | None]]:
    csv.field_size_limit(1 << 24)
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(lines, delimiter=delimiter)
    header = _known(place, next(reader), kind)
    for cells in reader:
        if cells:
            yield reader.line_num, _named(header, cells, kind)


def _known(place: str, cells: list[str], kind: Kind) -> list[str]:
    """The names of a header; raises InputError where a needed one is not among them."""
    header = [cell.strip() for cell in cells]
    spelt = {name.lower(): name for name in kind.columns}
    header = [spelt.get(name.lower(), name) for name in header]
    while header and not header[-1]:
        header.pop()
    missing = [name for name in kind.needed if name not in header]
    if missing:
        name = next(name for name, one in KINDS.items() if one is kind)
        raise InputError(_NO_COLUMNS.format(place=place, kind=name, missing=", ".join(missing)))
    return header


def _named(header: list[str], cells: list[str], kind: Kind) -> Row | None:
    """A row by names, None for one of another width.

    Some of POLECAT's files have empty cells at the end of lines, or a header that names more than the lines hold;
    GDELT's old files have one column less.
    """
    while len(cells) > len(header) and not cells[-1].strip():
        cells.pop()
    if len(cells) == len(kind.columns) < len(header):
        header = list(kind.columns)
    short = kind is KINDS["gdelt1"] and len(cells) == URL_LESS
    return dict(zip(header, cells, strict=False)) if len(cells) == len(header) or short else None


def _bare(cell: str) -> str:
    quoted = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if quoted else cell
