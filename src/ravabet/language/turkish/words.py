"""Turkish words without their endings: stems that the lexicon knows, and the case that an ending tells.

Endings follow vowel harmony (a, ı, o, u against e, i, ö, ü); ı and i are one letter when folded, so that after either
both kinds are allowed. After a name an apostrophe parts the endings (Rusya'nın), and all before it is the name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from ravabet.language.text import tokens
from ravabet.lexicon import actors, expressions, fold, names_in, read_tsv, read_yaml

LANGUAGE = "tr"
SHORTEST = 3
"""Letters of a stem at least."""
APOSTROPHE = "'"
_HIGH, _LOW = "[iuü]", "[ae]"
_POSSESSIVE = rf"(?:l{_LOW}r{_HIGH}|s?{_HIGH})"
_CASES = {
    "Gen": rf"[ny]?{_HIGH}n",
    "Acc": rf"[ny]?{_HIGH}",
    "Dat": rf"[ny]?{_LOW}",
    "Loc": rf"n?[dt]{_LOW}(?:k{_HIGH}(?:l{_LOW}r)?)?",
    "Abl": rf"n?[dt]{_LOW}n",
    "Ins": rf"y?l{_LOW}",
}
_AFTER_NAME = {case: re.compile(rf"(?:l{_LOW}r|s?{_HIGH}(?=n))?{ending}") for case, ending in _CASES.items()}
_SURE = {
    "Gen": rf"(?:{_HIGH}|[aeoö])n{_HIGH}n|l{_LOW}r{_HIGH}n",
    "Acc": rf"{_HIGH}n{_HIGH}|[aeiouöü]y{_HIGH}",
    "Dat": rf"{_HIGH}n{_LOW}|[aeiouöü]y{_LOW}|l{_LOW}r{_LOW}",
    "Loc": rf"[dt]{_LOW}",
    "Abl": rf"[dt]{_LOW}n",
    "Ins": rf"[aeiouöü]yl{_LOW}|l{_LOW}rl{_LOW}",
}
_AT_END = {case: re.compile(rf"\w{{2,}}(?:{ending})") for case, ending in _SURE.items()}
_OWNED = re.compile(rf"\w{{2,}}{_HIGH}(?:n(?:{_HIGH}n?|{_LOW}|d{_LOW}n?)|yl{_LOW})|\w{{2,}}(?<![aeiouöü]y){_HIGH}")
_ENDING = re.compile(
    rf"(?:l{_LOW}r)?(?:{_POSSESSIVE})?(?:{'|'.join(_CASES.values())})?(?:[dt]{_HIGH}r)?"
    rf"|(?:l{_LOW}r)?[dt]{_LOW}k{_HIGH}"
)
_HARD = {"b": "p", "c": "ç", "d": "t", "ğ": "k", "g": "k"}
"""What a stem's last letter is before an ending without vowel: desteği is of destek."""
_BACK, _FRONT = "aiou", "eiöü"
"""The vowels after which a and ı or u, and after which e and i or ü are said; folded i is in both."""


@lru_cache(maxsize=1 << 16)
def keys(word: str) -> frozenset[str]:
    """Every folded dictionary form that one folded word may be, itself included.

    A name of the lexicon is only itself; what stands before an apostrophe is one.
    """
    name, apostrophe, _ = word.partition(APOSTROPHE)
    if apostrophe:
        return keys(name) | {word}
    known, names = vocabulary()
    if word in names or word in listed("caseless") or not word.isalpha():
        return frozenset({word})
    return frozenset({word, *(stem for stem in stems(word) if stem in known)})


def stems(word: str) -> frozenset[str]:
    """Every stem that with endings in harmony may be this folded word, also those that no list holds."""
    found = set()
    for end in range(SHORTEST, len(word)):
        stem, ending = word[:end], word[end:]
        if _ENDING.fullmatch(ending) and harmonious(stem, ending):
            found.add(stem)
            if stem[-1] in _HARD and ending[0] in "aeiuü":
                found.add(stem[:-1] + _HARD[stem[-1]])
    return frozenset(found)


def harmonious(stem: str, ending: str) -> bool:
    """Whether the first vowel of an ending may follow the last vowel of a stem."""
    last = next((char for char in reversed(stem) if char in "aeiouöü"), "i")
    first = next((char for char in ending if char in "aeiouöü"), "i")
    if first == "i":
        return last in "aei"
    if first in "uü":
        return last in ("ou" if first == "u" else "öü")
    return last in (_BACK if first == "a" else _FRONT)


def case(word: str) -> str:
    """The case that a folded word's ending surely tells (Gen, Acc, Dat, Loc, Abl or Ins), else ''."""
    _, apostrophe, ending = word.partition(APOSTROPHE)
    if apostrophe:
        return next((name for name, pattern in _AFTER_NAME.items() if pattern.fullmatch(ending)), "")
    if word in listed("caseless") or word in vocabulary()[1] or not word.isalpha():
        return ""
    return next((name for name, pattern in _AT_END.items() if pattern.fullmatch(word)), "")


def owned(word: str) -> bool:
    """Whether a folded word bears the ending of what is another's (saldırısı): the head of a compound does."""
    base, apostrophe, _ = word.partition(APOSTROPHE)
    return bool(_OWNED.fullmatch(base if apostrophe else word))


def is_name(word: str) -> bool:
    """Whether a folded word, without what follows an apostrophe, is of a name of the lexicon, not of an adjective."""
    return word.partition(APOSTROPHE)[0] in _nouns()


@cache
def vocabulary() -> tuple[frozenset[str], frozenset[str]]:
    """The folded words of the lexicon's Turkish entries, and those of them that are names."""
    forms = [entry.form for entry in actors(LANGUAGE)]
    tables = [name for name in ("places.tsv", "given.tsv") if name in names_in(LANGUAGE, "actors")]
    forms += [row["form"] for name in tables for row in read_tsv(LANGUAGE, "actors", name)]
    names = {token.fold for form in forms for token in tokens(form) if token.text[0].isupper()}
    titles = [row["form"] for row in read_tsv(LANGUAGE, "titles.tsv")]
    words = {token.fold for form in (*forms, *titles) for token in tokens(form)}
    words |= {option for entry in expressions(LANGUAGE) for word in entry.nouns for option in word.split("/")}
    anaphors = [kind for kind in read_yaml(LANGUAGE, "anaphors.yaml").values() if isinstance(kind, list)]
    words |= {token.fold for kind in anaphors for form in kind for token in tokens(form)}
    plain = {token.fold for title in titles for token in tokens(title)}
    return frozenset(words), frozenset(names - plain)


def is_one_name(word: str, following: str) -> bool:
    """Whether two folded words stand side by side in a name of the lexicon (Kuzey Kore)."""
    return (word, following.partition(APOSTROPHE)[0]) in _pairs()


def is_title(word: str) -> bool:
    """Whether a folded word is of a title or institution of the lexicon, as it stands there (ordusu, bakanı)."""
    return word in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(token.fold for row in read_tsv(LANGUAGE, "titles.tsv") for token in tokens(row["form"]))


@cache
def _nouns() -> frozenset[str]:
    forms = [entry.form for entry in actors(LANGUAGE) if entry.kind != "demonym"]
    return frozenset(token.fold for form in forms for token in tokens(form) if token.text[0].isupper())


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    forms = [[token.fold for token in tokens(entry.form)] for entry in actors(LANGUAGE)]
    return frozenset(pair for form in forms for pair in pairwise(form))


@cache
def listed(name: str) -> frozenset[str]:
    """One list of ``tr/forms.yaml``, folded."""
    return frozenset(map(fold, read_yaml(LANGUAGE, "forms.yaml")[name]))
