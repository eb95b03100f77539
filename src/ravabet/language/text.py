"""Sentences and tokens: what every language module works on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from ravabet.language.layout import paragraphs
from ravabet.lexicon import ZWNJ, fold, read_yaml
from ravabet.model import Span

_TOKEN = re.compile(
    r"""
    \d+(?:[.,٫٬/:]\d+)*                    # numbers, dates with slashes, times
    | (?>[A-Za-z][A-Za-z0-9]*(?:[-'’][A-Za-z0-9]+)*)(?![-'’]?[^\W\d_])   # ASCII words and acronyms (G20, F-16), whole
    | [^\W\d_](?:[^\W\d_]|[\u064b-\u0655\u0640\u0670'’ʼ]|-(?=[^\W\d_]))*   # words; signs and hyphens inside them
    | (?<=\s)_(?=\s)                          # the dash of old wires
    | [^\w\s\u200c\u200d\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]                   # one mark
    """,
    re.VERBOSE,
)
_END = re.compile(r"[.!?؟…]+[»”\"’)\]]*(?=\s|$)|[.!?؟]+(?=[^\W\d_])|:(?=\s*\n)")
_DASH = re.compile(r"[-–—•](\s?)(?=[\u0620-\u06d3])")
_DASHES = (re.compile(r"[^،,\s]\s+([-–—•])(?=\w)"), re.compile(r"[^،,\s]\s+([-–—•])\s(?=\w)"))
"""What begins an item of a list, without a space behind it and with one; only in Arabic letters, since elsewhere a dash
also begins speech and stands for "is"."""
_CLOSE_TO_END = re.compile(
    r"(?:^|[\s(«\"])(?:[^\W\d_]|ه\.ش|ه\.ق|م|st|no|mr|mrs|dr|ms|gen|col|u\.s|u\.k|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|lt|maj|brig|sen|rep|gov|prof|rev|inc|ltd|corp|vs|им|ул|гг|тыс|млн|млрд|долл|руб|чел|см|др|пр)\.$",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"(?:^|[\s(«\"“])(?:[A-Za-z]\.)+[A-Za-z]\.$")
_HOUR = re.compile(r"[ap]\.m\.$", re.IGNORECASE)
_NEXT = re.compile(r"\s+([A-Za-z]+)")


class Token(NamedTuple):
    """One word, number or mark. ``fold``: for comparing; ``glued``: a half-space joins it to the token before.

    A tuple, since one is made for every word that is read, and a frozen class takes three times as long to make.
    """

    text: str
    fold: str
    start: int
    end: int
    glued: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is a word or number, not a mark."""
        return self.text[0].isalnum()


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``; offsets are those of ``text``."""
    return tuple(each_token(text, start, end))


def each_token(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The same, one after the other."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        folded = _folded(word)
        if folded is None:
            continue  # a sign that stands alone says nothing
        first, last = match.span()
        parts = (word, folded, first, last, first > start and text[first - 1] == ZWNJ)
        yield tuple.__new__(Token, parts)  # as Token(*parts), in half the time


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str | None:
    """A word for comparing, None where nothing is left of it; words come again and again."""
    folded = fold(word)
    return folded if folded.strip() else None


def sentence_spans(text: str) -> tuple[Span, ...]:
    """The sentences of a text: inside paragraphs and items of a list, at full stops and marks of question or wonder."""
    found: list[Span] = []
    for paragraph in (item for part in paragraphs(text) for item in _items(text, part)):
        start = paragraph.start
        for match in _END.finditer(text, paragraph.start, paragraph.end):
            if match.end() < paragraph.end and _goes_on(text, start, match.end()):
                continue
            _add(found, text, start, match.end())
            start = match.end()
        _add(found, text, start, paragraph.end)
    return tuple(found)


def _items(text: str, paragraph: Span) -> Iterator[Span]:
    """The items of a list told in one line («- ... می‌رود - ... خودداری کرد»), or the paragraph itself.

    The line begins with the dash, and each item has it as the first has: with a space behind, or without.
    """
    first = _DASH.match(text, paragraph.start)
    starts = [paragraph.start]
    if first is not None:
        inner = _DASHES[bool(first.group(1))].finditer(text, paragraph.start + 1, paragraph.end)
        starts += [match.start(1) for match in inner]
    yield from (Span(start, end) for start, end in pairwise([*starts, paragraph.end]))


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a full stop at ``end`` is one of an abbreviation, not of the sentence that began at ``start``."""
    if not _ACRONYM.search(text, start, end):
        return _CLOSE_TO_END.search(text, start, end) is not None
    word = _NEXT.match(text, end)
    if word is None:
        return text[end : end + 2] == " (" or _CLOSE_TO_END.search(text, start, end) is not None
    capital = word[1][0].isupper()
    return not capital or (word[1].lower() not in _begins() and not _HOUR.search(text, start, end))


@cache
def _begins() -> frozenset[str]:
    """English words that begin a sentence after one that ends with an acronym: «troops of the U.S. They left»."""
    return frozenset(read_yaml("en", "sentences.yaml")["begins"])


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    right = len(part.rstrip())
    if any(char.isalnum() for char in part):
        found.append(Span(start + left, start + right))
