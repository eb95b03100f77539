"""Numbers in running text, in digits of any script or in words, cardinal and ordinal; words in ``numbers.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from ravabet.language.text import Token
from ravabet.lexicon import fold
from ravabet.lexicon.load import read_yaml

_GROUPED = re.compile(r"\d{1,3}(?:[,٬]\d{3})+(?:[.٫]\d+)?|\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL = re.compile(r"\d+[.٫]\d+|\d{1,3}/\d{1,2}|\d+,\d{1,2}")
LONGEST = 3
"""Tokens that one number word may be written in (شش‌صد, سی‌ام)."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the tokens ``start`` to ``end`` (excluded) that say it; ``digits`` if it is written in digits."""

    value: float
    start: int
    end: int
    ordinal: bool = False
    digits: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of one language, folded and without spaces.

    ``spaced``: thousands are parted by spaces; ``units_first``: units stand before tens («خمسة وعشرون»).
    """

    cardinals: dict[str, int]
    ordinals: dict[str, int]
    scales: dict[str, int]
    joiner: frozenset[str]
    half: frozenset[str]
    vague: frozenset[str]
    beginnings: frozenset[str]
    spaced: bool = False
    units_first: bool = False


@cache
def number_words(language: str) -> NumberWords:
    """The number words of ``language``, from ``data/<language>/numbers.yaml``."""
    data = read_yaml(language, "numbers.yaml")
    cardinals = {squeeze(word): value for word, value in data["cardinals"].items()}
    scales = {squeeze(word): value for word, value in data["scales"].items()}
    ordinals = {word + end: value for word, value in (cardinals | scales).items() for end in data["ordinal_suffixes"]}
    ordinals |= {squeeze(word): value for word, value in data["ordinals"].items()}
    for word in cardinals.keys() | set(map(squeeze, data["not_ordinals"])):
        ordinals.pop(word, None)
    half, vague = (frozenset(map(squeeze, data[key])) for key in ("half", "vague"))
    return NumberWords(
        cardinals,
        ordinals,
        scales,
        frozenset(map(squeeze, data["joiner"])),
        half,
        vague,
        beginnings([*cardinals, *ordinals, *scales, *half, *vague]),
        bool(data.get("spaced")),
        bool(data.get("units_first")),
    )


def beginnings(forms: Iterable[str]) -> frozenset[str]:
    """Every beginning of every form: a token that is none of them begins no form, however forms are parted."""
    return frozenset(form[:size] for form in forms for size in range(1, len(form) + 1))


def squeeze(text: str) -> str:
    """``text`` folded and without spaces: how forms are compared that print may join or part."""
    return fold(text).replace(" ", "")


def digits_value(text: str) -> float | None:
    """The value of a token of digits: ``1,200``, ``1.8``, ``۲/۷`` (a Persian decimal); None for 12:30.

    With ASCII digits a slash is not read: old Persian archives print 10.5 as 5/10, others as 10/5.
    """
    plain = fold(text)
    if plain.isdigit():
        return float(plain)
    if _GROUPED.fullmatch(plain):
        plain = re.sub(r"[,٬]", "", plain).replace("٫", ".")
        return float(plain if plain.count(".") <= 1 else plain.replace(".", ""))
    if _DECIMAL.fullmatch(plain) and not ("/" in text and text.isascii()):
        return float(re.sub(r"[٫/,]", ".", plain))
    return None


def number_at(tokens: Sequence[Token], at: int, language: str) -> Number | None:
    """The longest number that begins with token ``at``, None where none does."""
    words = number_words(language)
    if at >= len(tokens) or not (tokens[at].fold in words.beginnings or tokens[at].fold[:1].isdigit()):
        return None
    return _Reader(tokens, words).read(at)


def numbers(tokens: Sequence[Token], language: str) -> tuple[Number, ...]:
    """All numbers of a sentence in order; none overlap."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = number_at(tokens, at, language)
        if number:
            found.append(number)
        at = number.end if number else at + 1
    return tuple(found)


class _Reader:
    """Adds up number words: units inside a group go down, a scale multiplies its group."""

    def __init__(self, tokens: Sequence[Token], words: NumberWords) -> None:
        self.tokens = tokens
        self.words = words

    def read(self, at: int) -> Number | None:
        if self.lookup(self.words.vague, at):
            return None
        total, first = 0.0, at
        limit = float("inf")
        digits = at < len(self.tokens) and self.tokens[at].fold[:1].isdigit()
        found: Number | None = None
        while True:
            group = self.group(at)
            if group is None:
                return found
            value, end, ordinal = group
            value, end, scale = (value, end, 1) if ordinal else self.scale(value, end)
            if value >= limit:
                return found
            total += value
            limit = scale
            found = Number(total, first, end, ordinal, digits)
            joined = self.joined(end)
            if ordinal or scale == 1 or joined is None:
                return found
            at = joined

    def group(self, at: int) -> tuple[float, int, bool] | None:
        """A number below its scale: digits, or words from hundreds down to units."""
        if at >= len(self.tokens):
            return None
        value = digits_value(self.tokens[at].text)
        if value is not None:
            return self.halved(*self.spaced(value, at + 1))
        if self.lookup(self.words.half, at):
            return (0.5, at + 1, False) if self.lookup(self.words.scales, at + 1) else None
        return self.worded(at)

    def spaced(self, value: float, end: int) -> tuple[float, int]:
        """Figures with the groups of three that follow each after one space (5 000 000), where the language has it."""
        while self.words.spaced and value < 1000**3 and end < len(self.tokens):
            group, before = self.tokens[end], self.tokens[end - 1]
            if len(before.text) > 3 or len(group.text) != 3 or not group.text.isdigit():
                break
            if group.start != before.end + 1 or not before.text.isdigit():
                break
            value, end = value * 1000 + int(group.text), end + 1
        return value, end

    def worded(self, at: int) -> tuple[float, int, bool] | None:
        total, first, end, size = 0.0, at, at, 1000
        while True:
            ordinal = self.lookup(self.words.ordinals, at, inside=end > first)
            if ordinal and _magnitude(ordinal[0]) < size:
                return (*self.with_tens(total + ordinal[0], ordinal[1], self.words.ordinals), True)
            part = self.lookup(self.words.cardinals, at, inside=end > first)
            if part is None or _magnitude(part[0]) >= size:
                break
            total, end, size = total + part[0], part[1], _magnitude(part[0])
            joined = self.joined(end)
            if joined is None or size == 1:
                break
            at = joined
        if end == first and not part:
            unread = at > 0 and self.tokens[at - 1].fold[:1].isdigit()
            scale = self.lookup(self.words.scales, at)
            return (1.0, at, False) if scale and not unread else None
        return self.halved(*self.with_tens(total, end, self.words.cardinals))

    def with_tens(self, value: float, end: int, table: dict[str, int]) -> tuple[float, int]:
        """Units with the tens that follow them, where the language has it so."""
        joined = self.joined(end) if self.words.units_first and 0 < value % 100 < 10 else None
        tens = self.lookup(table, joined, inside=True) if joined is not None else None
        return (value + tens[0], tens[1]) if tens and _magnitude(tens[0]) == 10 and tens[0] > 10 else (value, end)

    def halved(self, value: float, end: int) -> tuple[float, int, bool]:
        joined = self.joined(end)
        if joined is not None and self.lookup(self.words.half, joined):
            return value + 0.5, joined + 1, False
        return value, end, False

    def scale(self, value: float, end: int) -> tuple[float, int, float]:
        """The group times the scales that follow it (هزار میلیارد), and the last one as the new limit."""
        size = 1.0
        while scale := self.lookup(self.words.scales, end):
            value, end, size = value * scale[0], scale[1], size * scale[0]
        return value, end, size

    def joined(self, at: int) -> int | None:
        """Where the number goes on after a joiner; it may be written with the next word (سی‌ویکم), then it is ``at``."""
        word = self.tokens[at].fold if at < len(self.tokens) else ""
        if word in self.words.joiner:
            return at + 1
        rest = self.unled(word)
        return at if rest in self.words.cardinals or rest in self.words.ordinals else None

    def unled(self, word: str) -> str:
        """``word`` without a joiner written with it, empty where there is none."""
        return next((word.removeprefix(lead) for lead in self.words.joiner if word.startswith(lead)), "")

    def lookup(self, table: dict[str, int] | frozenset[str], at: int, inside: bool = False) -> tuple[int, int] | None:
        """The longest form in ``table`` from token ``at``: its value (0 in a set) and its end."""
        if at >= len(self.tokens) or not (inside or self.tokens[at].fold in self.words.beginnings):
            return None  # no form of any table begins so
        for size in range(min(LONGEST, len(self.tokens) - at), 0, -1):
            parts = self.tokens[at : at + size]
            word = "".join(token.fold for token in parts)
            if inside and word not in table:
                word = self.unled(word)
            if word in table:
                return (table[word] if isinstance(table, dict) else 0), at + size
        return None


def _magnitude(value: int) -> int:
    """1, 10 or 100: what size of part a number word is (teens count as units: nothing can follow)."""
    return 100 if value >= 100 else 10 if value >= 20 else 1
