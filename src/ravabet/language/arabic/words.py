"""The dictionary forms that an Arabic noun may be of, without article, endings and pronouns; broken plurals by a table."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from ravabet.language.text import tokens
from ravabet.lexicon import actors, expressions, fold, read_tsv

ARTICLE = "ال"
_SHORTEST = 3
"""Letters that must be left of a noun without its ending."""
_ENDINGS = tuple(
    (fold(ending), fold(instead))
    for ending, instead in (
        ("ات", ""), ("ات", "ة"), ("تين", "ة"), ("تان", "ة"), ("تا", "ة"), ("تي", "ة"), ("ت", "ة"), ("ون", ""), ("ين", ""),
        ("ان", ""), ("و", ""), ("ا", ""), ("ة", ""), ("ية", "ي"), ("يون", "ي"), ("يين", "ي"), ("يات", "ي"), ("يي", "ي"), ("يا", "ي"),
    )
)  # fmt: skip
_SOUND_ALEF = fold("اء")
"""How a broken plural ends whose alef is its own."""
_CONSTRUCT = fold("وي")
"""How ون and ين end before a genitive or a pronoun."""
_PRONOUNS = tuple(fold(pronoun) for pronoun in ("هما", "ها", "هم", "هن", "ه"))
HAMZA_ENDS = tuple(map(fold, ("ائ", "اؤ")))
"""How a word in اء ends before a pronoun."""
_BEARERS = frozenset({"office", "official", "institution", "persons", "thing"})
_NAMING = frozenset({"name", "capital", "person", "body", "group"})


@lru_cache(maxsize=1 << 16)
def keys(word: str) -> frozenset[str]:
    """Every folded dictionary form that one folded token may be, itself included; a name has no endings."""
    bare = word.removeprefix(ARTICLE) if len(word) > len(ARTICLE) + 2 else word
    found = {word, bare}
    if word in names() or word in closed():
        return frozenset(found)
    for form in (bare, *_without_pronoun(bare)):
        found.add(form)
        found.update(plurals().get(form, ()))
        if form[-1] in _CONSTRUCT and form + "ن" in titled():  # مواطني تركيا, مواطنوها
            found.add(form + "ن")
            found.add(form[:-1])
        if form in plurals() and form.endswith(_SOUND_ALEF):  # سفراء bears no ending: it is no سفر
            continue
        for ending, instead in _ENDINGS:
            if form.endswith(ending) and len(form) - len(ending) >= (2 if instead else _SHORTEST):
                found.add(form[: len(form) - len(ending)] + instead)
    return frozenset(found)


def _without_pronoun(word: str) -> tuple[str, ...]:
    """The word without each pronoun it may bear; لقائه is also لقاء, whose hamza stands alone."""
    stems = [
        word.removesuffix(pronoun)
        for pronoun in _PRONOUNS
        if word.endswith(pronoun) and len(word) - len(pronoun) >= _SHORTEST
    ]
    return (*stems, *(stem[:-1] for stem in (*stems, word) if stem.endswith(HAMZA_ENDS) and len(stem) > _SHORTEST))


@cache
def plurals() -> dict[str, tuple[str, ...]]:
    """The singulars of broken plurals."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_tsv("ar", "plurals.tsv"):
        for form in row["plural"].split():
            found[fold(form)].append(fold(row["singular"]))
    return {form: tuple(singulars) for form, singulars in found.items()}


@cache
def names() -> frozenset[str]:
    """Names of one word, with and without article."""
    listed = [tokens(entry.form) for entry in actors("ar") if entry.kind in _NAMING]
    alone = {parts[0].fold for parts in listed if len(parts) == 1}
    for name in ("places.tsv", "given.tsv"):
        alone.update(fold(row["form"]) for row in read_tsv("ar", "actors", name))
    return frozenset(alone)


@cache
def name_pairs() -> frozenset[tuple[str, str]]:
    """The first two words of every name of several: «دير الزور» holds no verb."""
    forms = [entry.form for entry in actors("ar") if entry.kind in _NAMING]
    forms += [row["form"] for row in read_tsv("ar", "actors", "places.tsv")]
    listed = (tokens(form) for form in forms)
    return frozenset((parts[0].fold, parts[1].fold) for parts in listed if len(parts) > 1)


@cache
def closed() -> frozenset[str]:
    """Small words that are taken for nothing else and are never taken apart."""
    return frozenset(fold(row["form"]) for row in read_tsv("ar", "particles.tsv") if not row["parts"])


@cache
def peoples() -> frozenset[str]:
    """The adjectives and nouns of states and their people."""
    return frozenset(fold(entry.form) for entry in actors("ar") if entry.kind in ("demonym", "people"))


@cache
def titled() -> frozenset[str]:
    """The nouns by which people and institutions are called."""
    listed = [tokens(row["form"]) for row in read_tsv("ar", "titles.tsv") if row["kind"] in _BEARERS]
    return frozenset(parts[0].fold for parts in listed if len(parts) == 1 and len(parts[0].fold) >= _SHORTEST)


@cache
def vocabulary() -> frozenset[str]:
    """The words by which the lexicon tells acts and their plurals, many of them too rare in news to be counted."""
    told = {option for entry in expressions("ar") for word in entry.words for option in word.split("/")}
    return frozenset(word for word in told | plurals().keys() if len(word) >= _SHORTEST)


def is_listed(word: str) -> bool:
    """Whether a word is a form of one of the vocabulary."""
    return not keys(word).isdisjoint(vocabulary())


@cache
def counts() -> dict[str, int]:
    """How often each frequent folded word stands in news."""
    return {row["form"]: int(row["count"]) for row in read_tsv("ar", "words.tsv")}
