"""Which place on the map the words of a place mean: a city with its coordinates, or a state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ravabet.coding.circumstances.where import inflected, place_words
from ravabet.language import MODULES, keys, words
from ravabet.language.numbers import squeeze
from ravabet.lexicon import actors
from ravabet.lexicon.cities import City, cities
from ravabet.lexicon.load import names_in, read_tsv
from ravabet.model import Document, Event

LONGEST = 4
"""Words that one name may be written in."""
CLEAR = 5
"""Of cities that bear one name the largest is meant if it has so many times the people of the next."""
LARGE = 100_000
"""A city that nothing but its name points to is only meant if it has so many people."""
TELLING = ("name", "demonym")
"""Kinds of forms that name a state."""
HINTING = ("capital", "seat")
"""Kinds of forms that, as the names of places, tell the state they most often lie in."""


@dataclass(frozen=True, slots=True)
class Location:
    """A place resolved: ``name`` in English, ``country`` as ISO 3166-1 alpha-3, WGS 84 degrees and GeoNames id.

    ``resolution``: ``city``, or ``country`` where only the state is known, which has no coordinates.
    """

    name: str
    country: str
    resolution: str
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None


def locate(document: Document, event: Event) -> Location | None:
    """Where the place of an event lies; None where it has none, or its words may mean several places.

    A city must lie in the state that the words name, if they name one; of several cities that one is meant which lies
    in the state of a participant, else the one that the lexicon knows, else the one that is far larger than the others.
    """
    language = document.language
    if event.where is None or language not in MODULES:
        return None
    named = list(_names(document.text, event.where.start, event.where.end, language))
    telling = (_told(language), _hinted(language))
    told, hinted = (frozenset(code for name in named for code in known.get(name, ())) for known in telling)
    skipped = place_words(language).nouns | place_words(language).parts
    for name in sorted(named, key=len, reverse=True):
        if name in place_words(language).states:
            break
        found = cities(name, language) if name not in skipped else ()
        city = _meant(found, told, event.codes, hinted)
        if city is not None:
            return Location(city.name, city.country, "city", city.latitude, city.longitude, city.id)
    states = told or hinted
    return Location(_english(next(iter(states))), next(iter(states)), "country") if len(states) == 1 else None


def _meant(found: Sequence[City], told: frozenset[str], parties: frozenset[str], hinted: frozenset[str]) -> City | None:
    """The city that is meant among those of one name, the largest first."""
    if told:
        return next((city for city in found if city.country in told), None)
    for states in (parties, hinted):
        near = next((city for city in found if city.country in states), None)
        if near:
            return near
    if not found or found[0].population < LARGE:
        return None
    return found[0] if len(found) == 1 or found[0].population >= CLEAR * found[1].population else None


def _names(text: str, start: int, end: int, language: str) -> Iterator[str]:
    """Every row of words in a stretch of text, folded and without spaces, also in dictionary forms."""
    tokens = [token for token in words(text, language, start, end) if token.is_word]
    for size in range(min(LONGEST, len(tokens)), 0, -1):
        for at in range(len(tokens) - size + 1):
            folds = [token.fold for token in tokens[at : at + size]]
            yield "".join(folds)
            if inflected(language):
                heads = sorted(keys(folds[0], language)) if size > 1 else [""]
                yield from ("".join([head, *folds[1:-1], key]) for head in heads for key in keys(folds[-1], language))


@cache
def _told(language: str) -> dict[str, frozenset[str]]:
    """The codes of states by their names (folded, without spaces)."""
    return _codes(language, ((e.form, e.code) for e in actors(language) if e.kind in TELLING))


@cache
def _hinted(language: str) -> dict[str, frozenset[str]]:
    """The codes of states by the names of places that the lexicon knows."""
    known = [(entry.form, entry.code) for entry in actors(language) if entry.kind in HINTING]
    if "places.tsv" in names_in(language, "actors"):
        known += [(row["form"], row["code"]) for row in read_tsv(language, "actors", "places.tsv")]
    return _codes(language, known)


def _codes(language: str, known: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    states = {entry.code for entry in actors(language) if entry.kind == "name"}
    found: dict[str, set[str]] = defaultdict(set)
    for form, code in known:
        if code in states:
            found[squeeze(form)].add(code)
    return {form: frozenset(codes) for form, codes in found.items()}


@cache
def _english(code: str) -> str:
    return next((entry.form for entry in actors("en") if entry.code == code and entry.kind == "name"), code)
