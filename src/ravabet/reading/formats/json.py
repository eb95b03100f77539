"""JSON: one object a line in the form of the contract, a list of objects, or objects over many lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, cast

from ravabet.model import InputError, Problem
from ravabet.reading.encoding import decode
from ravabet.reading.given import Found, Given
from ravabet.reading.kinds import BLANK
from ravabet.reading.records import record_document, renamed

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BETWEEN = re.compile(r"[\s,\ufeff]*")
_NO_OBJECT = 'is JSON but no object; write {"id": ..., "text": ...} on each line'
_NO_JSON = "is not JSON{at}; write one object a line, or mend or remove this one"
_NOTHING = "is JSON without an object in it; give one with articles in it"
_NO_REST = "is not JSON from column {column} on, so that the rest of the file could not be read; mend it there"
_DECODER = json.JSONDecoder()


def read(given: Given) -> Found:
    """A document or a problem for every object."""
    lines: Iterator[bytes] = iter(given.stream)
    first = next(lines)
    if first.startswith(_WIDE_MARKS):
        text = decode(first + given.whole())
        first, *rest = text.encode().splitlines(keepends=True)
        lines = iter(rest)
    blank = []
    while not first.strip(BLANK):
        blank.append(first)
        first = next(lines)
    if _is_object(first):
        yield from _read_lines(chain(blank, [first], lines), given)
    else:
        yield from _read_objects(decode(b"".join([*blank, first, *lines])), given)


def _is_object(line: bytes) -> bool:
    """Whether a line is an object, whole or broken, and not the beginning of one over many lines."""
    line = line.strip(BLANK)
    return not line.startswith(b"[") and (not line.startswith(b"{") or line.endswith(b"}"))


def _read_lines(lines: Iterable[bytes], given: Given) -> Found:
    for number, line in enumerate(lines, 1):
        if line.strip(BLANK):
            try:
                value = _loaded(line)
            except InputError as problem:
                yield Problem(f"{given.where}:{number}", str(problem))
            else:
                yield from _read_value(value, given, number)


def _read_value(value: Any, given: Given, number: int) -> Found:  # noqa: ANN401
    for record in _records(value):
        try:
            yield record_document(_record(record), given, number)
        except InputError as problem:
            yield Problem(f"{given.where}:{number}", str(problem))


def _loaded(line: bytes) -> Any:  # noqa: ANN401  JSON has no narrower type
    try:
        return json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        message = f"is not UTF-8 (byte {problem.start} of the line); save the file as UTF-8"
        raise InputError(message) from problem
    except (ValueError, RecursionError) as problem:
        at = f" (column {problem.colno})" if isinstance(problem, json.JSONDecodeError) else ""
        raise InputError(_NO_JSON.format(at=at)) from problem


def _record(value: Any) -> dict[str, Any]:  # noqa: ANN401
    if not isinstance(value, dict):
        raise InputError(_NO_OBJECT)
    record = cast("dict[str, Any]", value)
    return record if "text" in record else renamed(record)


def _read_objects(text: str, given: Given) -> Found:
    line, seen = 1, 0
    at = None
    for at, value in _values(text):
        line, seen = line + text.count("\n", seen, at), at
        if isinstance(value, InputError):
            yield Problem(f"{given.where}:{line}", str(value))
            continue
        yield from _read_value(value, given, line)
    if at is None:
        raise InputError(_NOTHING)


def _values(text: str) -> Iterator[tuple[int, Any]]:
    """Every value of a list or of several one after another, with where it begins; an InputError where none follows."""
    at = _skip(text, 0)
    if text.startswith("[", at):
        at = _skip(text, at + 1)
    while at < len(text) and text[at] != "]":
        try:
            value, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as problem:
            wrong = getattr(problem, "pos", at)
            yield wrong, InputError(_NO_REST.format(column=wrong - text.rfind("\n", 0, wrong)))
            return
        yield at, value
        at = _skip(text, end)


def _skip(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _records(value: Any) -> list[Any]:  # noqa: ANN401
    """The records in a value: itself, or where it only holds a list of records, those."""
    if not isinstance(value, dict) or "text" in renamed(value):
        return [value]
    lists = [item for item in value.values() if isinstance(item, list) and item and isinstance(item[0], dict)]
    return lists[0] if len(lists) == 1 else [value]
