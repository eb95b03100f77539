"""Tables of codes that other formats use, each a TSV file under ``data`` that names its source in its first lines."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ravabet.lexicon import actors, find_code, name
from ravabet.lexicon.load import NAMING


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory in the codes of others; an empty string where it has none.

    ``iso``: ISO 3166-1 alpha-3, ``number``: the same as three digits; ``cow_number``, ``cow``: Correlates of War.
    """

    iso: str
    iso2: str
    number: str
    cow_number: str
    cow: str
    fips: str
    cameo: str
    region: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A PLOVER type (and mode) in the words of others; ``code`` is the general CAMEO code of its root."""

    code: str
    text: str
    disorder: str
    acled: str
    acled_sub: str


def rows(*path: str) -> list[dict[str, str]]:
    """The rows of one file under ``data`` by column name; lines that begin with # are comments."""
    text = files("ravabet.export").joinpath("data", *path).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def states() -> dict[str, State]:
    """Every state and territory by its ISO 3166-1 alpha-3 code."""
    found = {}
    for row in rows("countries.tsv"):
        also = tuple(filter(None, row.pop("also").split("|")))
        found[row["iso"]] = State(**row, also=also)
    return found


@cache
def kinds() -> dict[tuple[str, str | None], Kind]:
    """Every PLOVER type, with and without its modes, in the words of others."""
    found: dict[tuple[str, str | None], Kind] = {}
    for row in rows("types.tsv"):
        key = (row.pop("type"), row.pop("mode") or None)
        found[key] = Kind(**row)
    return found


def kind(type: str, mode: str | None) -> Kind:
    """A type in the words of others: by its mode where that makes a difference, else by the type alone."""
    return kinds().get((type, mode)) or kinds()[type, None]


@cache
def sectors() -> dict[str, dict[str, str]]:
    """The PLOVER sectors with the words that ICEWS (``icews``), CAMEO (``cameo``) and ACLED (``acled``) use."""
    return {row["sector"]: row for row in rows("sectors.tsv")}


def english(code: str) -> str:
    """The English name of a state or body; the code itself for what the lexicon does not name."""
    return name(code, "en")


@cache
def code_of_name(text: str) -> str | None:
    """The code of a state or body by any name that the lexicon or the table of states has, None where unknown."""
    wanted = " ".join(text.split())
    return _names().get(_spelt(wanted)) or (find_code(wanted) if wanted else None)


@cache
def _names() -> dict[str, str]:
    known = {_spelt(entry.form): entry.code for entry in actors("en") if entry.kind in NAMING and not entry.since}
    return {**known, **{_spelt(other): state.iso for state in states().values() for other in state.also}}


def _spelt(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())


@cache
def bodies() -> frozenset[str]:
    """The codes of bodies of states, such as UN or SCO."""
    return frozenset(entry.code for entry in actors("en") if entry.kind == "body") - frozenset(states())


@cache
def groups() -> dict[str, str]:
    """Bodies and groups by the code that CAMEO has for them."""
    return {row["code"]: row["group"] for row in rows("groups.tsv")}


@cache
def group_codes() -> dict[str, str]:
    """The codes that CAMEO has for bodies and groups, the first where it has several."""
    return {group: code for code, group in reversed(groups().items())}
