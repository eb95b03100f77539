"""The tables of the reading room, each read once a process."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ravabet.lexicon import fold

_DATA = files("ravabet.reading") / "data"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file, how it shows itself, and the module that reads it or what to do ``instead``."""

    what: str
    starts: tuple[bytes, ...]
    at: int
    holds: bytes
    root: frozenset[str]
    pattern: re.Pattern[bytes] | None
    member: str | None
    names: frozenset[str]
    media: frozenset[str]
    reader: str | None
    instead: str


@dataclass(frozen=True, slots=True)
class DateWords:
    """Names of months (folded) with their calendar and number, and the ``others`` that may stand with a date."""

    months: dict[str, tuple[str, int]]
    others: frozenset[str]


@dataclass(frozen=True, slots=True)
class Language:
    """What tells a language: its alphabet, the letters that speak for it, its frequent words (folded).

    ``least``: the share of frequent words that is enough, where it is not that of its script.
    """

    code: str
    coded: bool
    script: str
    alphabet: frozenset[str]
    own: frozenset[str]
    words: frozenset[str]
    least: float | None = None


def _load(name: str) -> Any:  # noqa: ANN401  YAML has no narrower type
    return yaml.safe_load((_DATA / name).read_text(encoding="utf-8"))


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of files, in the order they are tried."""
    return tuple(_kind(row) for row in _load("kinds.yaml"))


def _kind(row: dict[str, Any]) -> Kind:
    return Kind(
        what=row["is"],
        starts=tuple(start.encode("latin-1") for start in row.get("starts", ())),
        at=row.get("at", 0),
        holds=row.get("holds", "").encode("latin-1"),
        root=frozenset(row.get("root", ())),
        pattern=re.compile(row["pattern"].encode("ascii")) if "pattern" in row else None,
        member=row.get("member"),
        names=frozenset(row.get("names", ())),
        media=frozenset(row.get("media", ())),
        reader=row.get("reader"),
        instead=row.get("instead", ""),
    )


@cache
def columns() -> dict[str, str]:
    """The field that a column of a table means, by its folded name; the names believed first come first."""
    return {column(name): field for field, names in _load("columns.yaml").items() for name in names}


def column(name: str) -> str:
    """The name of a column as names of columns are compared."""
    return " ".join(fold(name.replace("_", " ").replace("-", " ")).split())


@cache
def date_words() -> DateWords:
    """The words of dates."""
    table = _load("dates.yaml")
    months = {
        fold(name): (calendar, int(month))
        for calendar, year in table["months"].items()
        for month, names in year.items()
        for name in names
    }
    return DateWords(months, frozenset(word for words in table["words"] for word in fold(words).split()))


@cache
def page_words() -> dict[str, Any]:
    """Where web pages say of themselves what they are."""
    words: dict[str, Any] = _load("pages.yaml")
    return {**words, "hidden": frozenset(words["hidden"]), "blocks": frozenset(words["blocks"])}


@cache
def encodings() -> tuple[str, ...]:
    """The encodings tried where a file is not Unicode, the likeliest first."""
    return tuple(_load("encodings.yaml"))


@cache
def scripts() -> dict[str, frozenset[str]]:
    """The common letters of each script, by its ISO 15924 code."""
    return {script: frozenset(letters) for script, letters in _load("languages.yaml")["scripts"].items()}


@cache
def languages() -> tuple[Language, ...]:
    """Every language of the table, ours and the neighbours they must be told from."""
    return tuple(_language(code, row) for code, row in _load("languages.yaml")["languages"].items())


def _language(code: str, row: dict[str, Any]) -> Language:
    common = scripts()[row["script"]] - frozenset(row.get("without", ""))
    return Language(
        code=code,
        coded=row.get("coded", False),
        script=row["script"],
        alphabet=common | frozenset(row["letters"]),
        own=frozenset(row["own"]),
        words=frozenset(fold(word) for word in row["words"].split()),
        least=row.get("least"),
    )
