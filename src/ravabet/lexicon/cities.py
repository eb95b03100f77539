"""Cities with their coordinates and their names in three scripts: GeoNames (CC BY 4.0), see tools/make_gazetteer.py."""

from __future__ import annotations

import gzip
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ravabet.lexicon.fold import fold

FIRST = {"fa": "\u0600\u06ff", "ar": "\u0600\u06ff", "ru": "\u0400\u04ff"}
"""The first and last character of the script of a language; Latin names for every other."""


@dataclass(frozen=True, slots=True)
class City:
    """A city of 15,000 people or more: GeoNames id, English name, ISO 3166-1 alpha-3 of its state, WGS 84 degrees."""

    id: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int


def cities(name: str, language: str) -> tuple[City, ...]:
    """The cities that bear a name (folded, without spaces) in the script of a language, the most populous first."""
    return _index(FIRST.get(language, "\u0000\u024f")).get(name, ())


@cache
def _index(script: str) -> dict[str, tuple[City, ...]]:
    """Every name in a script with its cities."""
    found: dict[str, dict[int, City]] = defaultdict(dict)
    for city, names in _rows():
        for name in names:
            if script[0] <= name[0] <= script[1]:
                found[fold(name).replace(" ", "")][city.id] = city
    return {name: tuple(sorted(them.values(), key=lambda c: (-c.population, c.id))) for name, them in found.items()}


@cache
def _rows() -> tuple[tuple[City, tuple[str, ...]], ...]:
    packed = (files("ravabet.lexicon") / "data" / "cities.tsv.gz").read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode("utf-8").splitlines()[2:])
    return tuple(
        (City(int(id), name, country, float(lat), float(lon), int(people)), (name, *filter(None, names.split("|"))))
        for id, name, country, lat, lon, people, names in rows
    )
