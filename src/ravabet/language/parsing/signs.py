"""What a parser sees of a word: its folded form, beginning and ends, its shape, what dictionary and news say of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from zlib import crc32

from ravabet.language.parsing.classes import KINDS, RARE, classes
from ravabet.lexicon import fold

NAMES = ("form", "start", "end", "ending", "last", "shape", "grammar")
"""The signs of one token, in the order of ``signs``; each is looked up in a table of its own. Where the words of news
were counted (``classes.py``) their ``KINDS`` of classes follow."""

ARTICLES = {"ar": "ال"}
"""What stands before a word's own beginning."""
MARKS = {"ar": {"،": ",", "؛": ",", "«": '"', "»": '"', "“": '"', "”": '"', "–": "-", "—": "-"}}
"""Marks as the treebank of a language writes them: the Arabic one has Latin commas and quotation marks only."""


@lru_cache(maxsize=1 << 17)
def signs(word: str, language: str) -> tuple[int, ...]:
    """The hashed signs of a token as it is written, one for each of ``NAMES``; the same in every process."""
    word = marked(word, language)
    form = fold(word)
    own = form.removeprefix(ARTICLES.get(language, ""))
    texts = (form, own[:4], form[-4:], form[-3:], form[-2:], shape(word), _grammar(language)(form))
    known = classes(language)
    of = zip(KINDS, known.get(form, RARE), strict=True) if known else ()
    return tuple(crc32(text.encode()) for text in (*texts, *(f"{kind} {name}" for kind, name in of)))


def marked(word: str, language: str) -> str:
    """A token with a mark as the treebank writes it."""
    return MARKS.get(language, {}).get(word, word)


def shape(word: str) -> str:
    """Capitals (X), small letters (x), digits (d) and other signs, each run as at most two; a single sign is marked."""
    runs = ""
    for char in word[:20]:
        sign = "d" if char.isdigit() else "X" if char.isupper() else "x" if char.isalpha() else char
        if not runs.endswith(sign * 2):
            runs += sign
    return runs if len(word) > 1 else "1" + runs


@cache
def _grammar(language: str) -> Callable[[str], str]:
    return {"ru": _russian, "fa": _persian, "ar": _arabic}.get(language, lambda _: "")


def _russian(form: str) -> str:
    """The grammar of the likeliest reading in the dictionary of OpenCorpora."""
    if not form[:1].isalpha() or form.isascii():
        return ""
    from ravabet.language.russian.words import readings  # noqa: PLC0415  the dictionary is loaded for Russian only

    tag = readings(form)[0].tag
    parts = (tag.POS, tag.case, tag.number, tag.gender, tag.person, tag.tense, tag.voice, tag.animacy)
    return " ".join(str(part) for part in parts if part)


def _persian(form: str) -> str:
    """The verb form that a token is, by the verb table."""
    from ravabet.language.persian.verbs import tables  # noqa: PLC0415  only Persian has this table

    known = tables()
    found = known.forms.get((form,)) or known.participles.get(form)
    return f"{found.tense} {found.person}" if found else "stem" if form in known.stems else ""


def _arabic(form: str) -> str:
    """The likeliest verb forms that a token may be, by the verb table, or that it is a small word."""
    from ravabet.language.arabic.forms import table  # noqa: PLC0415  only Arabic has this table
    from ravabet.language.arabic.words import closed  # noqa: PLC0415

    if form in closed():
        return "closed"
    return " ".join(f"{found.tense} {found.person} {found.passive}" for found in table().get(form, ())[:2])
