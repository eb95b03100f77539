"""The tables of the reading room, each read once a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ravabet.lexicon import fold

_DATA = files("ravabet.reading") / "data"


@dataclass(frozen=True, slots=True)
class Signature:
    """How a kind of file begins: any of ``starts``, and ``holds`` anywhere after; ``what`` and ``instead`` are told."""

    what: str
    starts: tuple[bytes, ...]
    holds: bytes
    instead: str


@dataclass(frozen=True, slots=True)
class Language:
    """What tells a language: its alphabet, the letters that speak for it, its frequent words (folded)."""

    code: str
    coded: bool
    script: str
    alphabet: frozenset[str]
    own: frozenset[str]
    words: frozenset[str]


def _load(name: str) -> Any:  # noqa: ANN401  YAML has no narrower type
    return yaml.safe_load((_DATA / name).read_text(encoding="utf-8"))


@cache
def signatures() -> tuple[Signature, ...]:
    """The kinds of files that are known by their first bytes, in the order they are tried."""
    return tuple(
        Signature(
            what=row["is"],
            starts=tuple(start.encode("latin-1") for start in row["starts"]),
            holds=row.get("holds", "").encode("latin-1"),
            instead=row["instead"],
        )
        for row in _load("kinds.yaml")
    )


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
    )
