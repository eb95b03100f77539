"""Names of all states that the lexicon lacks, as rows to paste into ``data/<language>/actors/states.tsv``.

    python tools/make_names.py LANGUAGE >> src/ravabet/lexicon/data/LANGUAGE/actors/states.tsv

Sources: the short names of Unicode CLDR (Babel) and the official names of pycountry's translations of ISO 3166-1. The
first ``name`` row of a code is what answers call it, so rows are sorted by hand afterwards.
"""

from __future__ import annotations

import gettext
import re
import sys

import pycountry
from babel import Locale

from ravabet.lexicon import actors, fold

KOSOVO = ("XKX", "XK")
_SIGNS = re.compile("[\u064b-\u0652\u0654\u0655\u0670\u0301]")
_SHORT = (("о-ва", "острова"), ("о-в", "остров"), (" & ", " and "), ("St. ", "Saint "))


def main(language: str) -> None:
    """Print the missing rows."""
    known = {(entry.code, _key(entry.form)) for entry in actors(language)}
    for code, forms in sorted(proposals(language).items()):
        for form in forms:
            if (code, _key(form)) not in known:
                known.add((code, _key(form)))
                sys.stdout.write(f"{code}\t{form}\tname\t\t\t\n")


def proposals(language: str) -> dict[str, list[str]]:
    """Code to its names in a language, the short one first."""
    territories = Locale(language).territories
    states = {country.alpha_3: country for country in pycountry.countries}
    found = {code: [clean(territories[country.alpha_2])] for code, country in states.items()}
    found[KOSOVO[0]] = [clean(territories[KOSOVO[1]])]
    translate = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [language], fallback=True).gettext
    for code, country in states.items():
        for field in ("common_name", "official_name"):
            name = getattr(country, field, None)
            if name and (language == "en" or translate(name) != name):
                found[code].append(clean(translate(name)))
    return found


def clean(name: str) -> str:
    """``name`` as news write it: no vowel signs, no brackets, no notes after a comma, abbreviations written out."""
    name = re.sub(r"\s*\(.*?\)|،.*منطق.*$", "", _SIGNS.sub("", name))
    for short, long in _SHORT:
        name = name.replace(short, long)
    return name.replace(" - ", " ").strip()


def _key(form: str) -> str:
    return "".join(fold(form).split())


if __name__ == "__main__":
    main(sys.argv[1])
