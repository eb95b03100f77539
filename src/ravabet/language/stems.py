"""Words as a search knows them: folded, without clitics, cut to a stem, the same for all forms of a word.

English, Russian and Turkish are stemmed by Snowball (https://snowballstem.org), Arabic and Persian, whose Snowball
stemmers tear too much apart, by tables of endings. Words that no ending tells are listed (``irregular.tsv``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import snowballstemmer

from ravabet.language.analysis import MODULES, words
from ravabet.language.text import Token, tokens
from ravabet.lexicon import fold, read_tsv

VERSION = 2
"""Changes when the same text gives other stems: an index of another version is made anew."""
SNOWBALL = {"en": "english", "ru": "russian", "tr": "turkish"}
"""The languages that Snowball stems, with the name of its stemmer."""
IRREGULAR = {
    "ar": ("plurals.tsv", "singular", "plural"),
    **dict.fromkeys(("en", "fa", "ru"), ("irregular.tsv", "word", "forms")),
}
"""Where the words are listed that no ending tells: a file, and its columns for a word and its forms."""
ENDINGS = ("ar", "fa", "ru")
"""The languages with a table of endings (``stems.tsv``)."""
FIXED = ("ar", "fa", "tr")
"""The languages in which names of countries and capitals are no forms of another word."""
NAMES = ("states.tsv", "capitals.tsv")
"""Where those names are listed."""
SCRIPTS = (
    ("\u0600", "\u06ff", ("fa", "ar")),
    ("\u0400", "\u04ff", ("ru",)),
    ("\u0000", "\u024f", ("en", "tr")),
)
"""The languages that write a script, by its first and last character."""
BEGINNINGS = ("وال", "بال", "کال", "فال", "ولل", "لل", "ال")
"""What Arabic writes before a word, where the language's own reader has not parted it."""
PARTICLES = frozenset({"می", "نمی"})
"""What Persian writes before a verb."""
SHORTEST = 3
"""Letters that are left of an Arabic word without its beginning; a Turkish word keeps more than these."""
_HYPHENS = re.compile(r"[-\u2010\u2011]")
_TURKISH = str.maketrans("Iİ", "ıi")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a text: its stem, how it is written when folded, and where it stands.

    ``whole``: the stem of the compound that begins with it, where a hyphen or half-space joins more words to it.
    """

    stem: str
    folded: str
    start: int
    end: int
    whole: str | None = None

    @property
    def stems(self) -> tuple[str, ...]:
        """Every stem by which it is found."""
        return (self.stem,) if self.whole in (None, self.stem) else (self.stem, self.whole or "")


def terms(text: str, language: str | None, start: int = 0, end: int | None = None) -> Iterator[Term]:
    """The words of ``text[start:end]`` with their stems; words of one letter, clitics most often, are left out.

    A word in the script of another language is stemmed as one of that.
    """
    known = language in MODULES
    found = words(text, language or "", start, end) if known else tokens(text, start, end)
    for pieces in _written(found):
        yield from _terms(pieces, language)


def _terms(pieces: Sequence[Token], language: str | None) -> Iterator[Term]:
    """The terms of one written word."""
    if len(pieces) == 1:
        (part,) = pieces
        if len(part.fold) > 1:
            yield Term(_stem_in(part.text, part.fold, language), part.fold, part.start, part.end)
        return
    parts = [piece for piece in pieces if not _is_ending(piece, pieces, spoken_in(pieces[0].text, language))]
    folded = "".join(piece.fold for piece in pieces)
    if len(parts) > 1 and any(len(part.fold) == 1 for part in parts):  # F-16 is one word, so is گفت‌و‌گو
        parts = [Token(folded, folded, parts[0].start, parts[-1].end)]
    whole = _stem_in(folded, folded, language)
    for number, part in enumerate(parts):
        if len(part.fold) > 1:
            told = _stem_in(part.text, part.fold, language)
            yield Term(told, part.fold, part.start, part.end, whole if number == 0 else None)


def _is_ending(piece: Token, pieces: Sequence[Token], language: str | None) -> bool:
    """Whether a part that a half-space joins is an ending, or a particle, of a Persian word."""
    if language != "fa" or len(pieces) == 1:
        return False
    return piece.fold in PARTICLES if piece is pieces[0] else piece.fold in _after_half_space()


def _written(found: tuple[Token, ...]) -> Iterator[Sequence[Token]]:
    """Written words, each with the parts that hyphens and half-spaces join; what Arabic writes to one is left out."""
    at = 0
    while at < len(found):
        first = found[at]
        last = at
        at += 1
        while at < len(found) and found[at].glued:
            at += 1
        if not first.is_word:
            continue
        if at == last + 1 and len(first.text) == 1:
            at += _acronym(found, last)
            text = "".join(token.text for token in found[last:at] if token.is_word)
            yield (Token(text, fold(text), first.start, found[at - 1].end),)
        elif at == last + 1 and not _HYPHENS.search(first.text):
            yield (first,)
        else:
            yield [piece for token in _without_clitics(found[last:at]) for piece in _parted(token)]


def _acronym(found: tuple[Token, ...], at: int) -> int:
    """How many tokens after this one belong to letters with full stops between them (U.S.)."""
    last = at
    while (
        last + 2 < len(found)
        and all(len(found[n].text) == 1 and found[n].text.isupper() for n in (last, last + 2))
        and found[last + 1].text == "."
        and found[last].end == found[last + 1].start
        and found[last + 1].end == found[last + 2].start
    ):
        last += 2
    return last - at


def _without_clitics(group: Sequence[Token]) -> list[Token]:
    """Of tokens that are written together, with nothing between them, the longest."""
    kept: list[Token] = []
    end = -1
    for token in group:
        if token.start == end:
            if len(token.fold) > len(kept[-1].fold):
                kept[-1] = token
        else:
            kept.append(token)
        end = token.end
    return kept


def _parted(token: Token) -> list[Token]:
    """A token, at its hyphens parted."""
    if not _HYPHENS.search(token.text):
        return [Token(token.text, token.fold, token.start, token.end)]
    found, at = [], token.start
    for part in _HYPHENS.split(token.text):
        if part:
            found.append(Token(part, fold(part), at, at + len(part)))
        at += len(part) + 1
    return found


def spoken_in(word: str, language: str | None) -> str | None:
    """The language whose stemmer a word of a text goes to: that of the text, or the first that writes its script."""
    names = written_by(word)
    return language if language in names else next(iter(names), None)


def written_by(word: str) -> tuple[str, ...]:
    """The languages that write the script of a word."""
    first = next((char for char in word if char.isalpha()), "")
    return next((names for low, high, names in SCRIPTS if low <= first <= high), ()) if first else ()


@lru_cache(200_000)
def _stem_in(text: str, folded: str, language: str | None) -> str:
    """The stem of a word of a text in some language."""
    return stem(text, folded, spoken_in(text, language))


def stem(text: str, folded: str, language: str | None) -> str:
    """The stem of a word, by how it is written and how that is folded."""
    if language is None or not folded[0].isalpha():
        return folded
    if language == "ar":
        folded = _without_beginning(folded)
    if language == "tr":
        text = text.partition("'")[0].partition("’")[0]
        folded = fold(text)
    if language in FIXED and folded in _names(language):
        return folded
    known = _irregular(language).get(folded, folded)
    if known in _irregular(language):  # listed as a form of itself
        return known
    told = _snowball(text if known == folded else known, known, language) if language in SNOWBALL else known
    return _without_endings(told, language) if language in ENDINGS else told


def readings(text: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """What a word or phrase of a question may be read as: rows of words, each with every stem it may have.

    It is read in each language that writes its script, a compound as one word and as several.
    """
    found: dict[int, list[set[str]]] = {}
    for language in written_by(text) or (None,):
        row = list(terms(text, language))
        _add(found, [term.stem for term in row])
        if row and row[0].whole and not any(map(str.isspace, text)):
            _add(found, [row[0].whole])
    return tuple(tuple(map(frozenset, row)) for length, row in sorted(found.items()) if length)


def _add(found: dict[int, list[set[str]]], row: list[str]) -> None:
    kept = found.setdefault(len(row), [set() for _ in row])
    for forms, stem in zip(kept, row, strict=True):
        forms.add(stem)


def _without_beginning(word: str) -> str:
    for beginning in BEGINNINGS:
        if word.startswith(beginning) and len(word) - len(beginning) >= SHORTEST - (beginning == "ال"):
            return word.removeprefix(beginning)
    return word


def _without_endings(word: str, language: str) -> str:
    """A word without endings; where one is taken off a listed form, what that stands for takes its place."""
    seen = set()
    while word not in seen and not (language in FIXED and word in _names(language)):
        seen.add(word)
        shorter = _shorter(word, language)
        word = _irregular(language).get(shorter, shorter)
    return word


def _shorter(word: str, language: str) -> str:
    for ending, instead, left in _endings(language):
        if word.endswith(ending) and len(word) - len(ending) >= left:
            return word.removesuffix(ending) + instead
    return word


def _snowball(text: str, folded: str, language: str) -> str:
    """Turkish is stemmed as it is written, for its endings hang on vowels that folding joins, until nothing changes."""
    if language != "tr":
        return str(_stemmer(language).stemWord(folded)) or folded
    word = text.translate(_TURKISH).lower()
    while (told := _stemmer(language).stemWord(word)) != word and len(told) > SHORTEST:
        word = told
    return fold(word)


@cache
def _stemmer(language: str) -> Any:  # noqa: ANN401  the package has no types
    return snowballstemmer.stemmer(SNOWBALL[language])


@cache
def _endings(language: str) -> tuple[tuple[str, str, int], ...]:
    rows = {(fold(row["ending"]), fold(row["instead"]), int(row["left"])) for row in read_tsv(language, "stems.tsv")}
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row)))


@cache
def _after_half_space() -> frozenset[str]:
    return frozenset(ending for ending, _, _ in _endings("fa")) | {"ام", "ات", "اش", "ایم", "اید", "اند", "یی"}


@cache
def _irregular(language: str) -> dict[str, str]:
    if language not in IRREGULAR:
        return {}
    name, word, forms = IRREGULAR[language]
    return {fold(form): fold(row[word]) for row in read_tsv(language, name) for form in row[forms].split()}


@cache
def _names(language: str) -> frozenset[str]:
    """Names of countries and capitals of one word, those of the lexicon that comes with Ravabet."""
    rows = [row for name in NAMES for row in read_tsv(language, "actors", name) if row["kind"] in ("name", "capital")]
    folded = {fold(row["form"]) for row in rows}
    return frozenset(map(_without_beginning, folded) if language == "ar" else folded)
