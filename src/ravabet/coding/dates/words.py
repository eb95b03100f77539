"""The words of dates in a sentence, each as an item with a one-letter code, so that the grammar is one pattern.

Codes: ``n`` a number from 1 to 31, ``z`` 32 to 99, ``y`` a year of four digits, ``Q`` another number, ``V`` an
uncounted one; ``m`` a month, ``o`` a month whose name means other things too; ``w`` weekday; ``D K M Y`` the units day,
week, month, year; ``R B A`` a word that holds a day, month or year counted from publication; ``l t x a`` last, this,
next, ago; ``T`` a day counted from the one told last, ``E L`` what makes days such a count, back or on; ``e`` era,
``p`` part of a month or year, ``s`` time of day, ``f`` a date in figures, ``F`` a feast, ``G`` a day
known by figures (9/11), ``N`` what makes a number the day of a month (числа), ``c`` up to, ``&`` and, ``h``
what makes figures an ordinal (27th), ``S`` a stop, brackets, comma, slash and dash as themselves, ``.`` anything else.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from ravabet.language import Sentence, Token, verb_tokens
from ravabet.language.calendars import CalendarName, day_of
from ravabet.language.numbers import Number, beginnings, number_at, number_words, squeeze
from ravabet.lexicon.load import read_yaml

LONGEST = 4
"""Tokens that one form may be written in (بعد از ظهر)."""
_UNITS = {"day": "D", "week": "K", "month": "M", "year": "Y"}
_FIXED = {"day": "R", "month": "B", "year": "A"}
_PLAIN = {
    "last": "l",
    "this": "t",
    "next": "x",
    "ago": "a",
    "earlier": "E",
    "later": "L",
    "parts": "p",
    "hours": "s",
    "range": "c",
    "joiner": "&",
    "day_word": "N",
}
_MARKS = {"(": "(", ")": ")", "،": ",", ",": ",", "-": "-", "–": "-", "_": "-", "/": "/", ".": "S"}
_NEEDED = frozenset("TaDRBAMYsmowF")
"""Codes besides those of numbers of which every rule of the grammar has one."""
_FIGURES = re.compile(r"\d{1,4}([/.])\d{1,2}\1\d{1,4}")
FIRST_YEAR, LAST_YEAR = 1250, 2100
"""Four-digit numbers that may be a year: Jalali and Hijri from the 19th century on, Gregorian from 1800."""
Value = Any


class Item(NamedTuple):
    """What tokens ``start`` to ``end`` (excluded) are in a date: a code of the module's table, and its value."""

    code: str
    start: int
    end: int
    value: Value = None
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """The month ``number`` (from 1) of a calendar."""

    calendar: CalendarName
    number: int


@dataclass(frozen=True, slots=True)
class Feast:
    """A day of the year known by name: a day of a month, or the last ``weekday`` of it."""

    calendar: CalendarName
    month: int
    day: int | None
    weekday: int | None

    def in_year(self, year: int) -> datetime.date | None:
        """Its day in a year of its calendar."""
        if self.day is not None:
            return day_of(self.calendar, year, self.month, self.day)
        days = [found for day in range(1, 32) if (found := day_of(self.calendar, year, self.month, day))]
        return max((day for day in days if day.weekday() == self.weekday), default=None)


@dataclass(frozen=True, slots=True)
class Named:
    """A day known by its date after certain words or ``before`` others (the attacks of 11 September): its year."""

    month: Month
    day: int
    year: int
    after: frozenset[str]
    before: frozenset[str]


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The words of dates of one language; forms folded, without spaces.

    ``beginnings``: of all forms, ``needed`` of those without one of which, or a number, nothing is a date;
    ``before``: words that make an act older than those told round it; ``ahead``: what stands before a weekday to come
    (for Friday, на пятницу), unless a word of ``not_ahead`` stands before it; ``capital``: months begin with a capital;
    ``decade``: what makes a year a decade (1990-х); ``names_year``: what stands before a bare year that tells which of
    several is meant (the 2016 election); ``day_of``: what leads from a day to its month (the 20th of this month);
    ``day_then_month``: the month follows an ordinal without it (بیستم همین ماه);
    ``every``: after these a day comes again and again; ``limits``: after these a date only ends something, after
    ``deadlines`` it may also be the last day for it;
    ``led``: a month that means other things, too, is one after a word of ``before_year`` ("in May", «في رمضان»).
    """

    forms: dict[str, tuple[str, Value]]
    beginnings: frozenset[str]
    needed: frozenset[str]
    not_after: frozenset[str]
    before_year: frozenset[str]
    after_year: frozenset[str]
    before: frozenset[str]
    ahead: frozenset[str]
    not_ahead: frozenset[str]
    ago_of: frozenset[str]
    not_weekday_after: frozenset[str]
    not_today_after: frozenset[str]
    apart: frozenset[str]
    named: tuple[Named, ...]
    week_start: int
    decade: frozenset[str]
    names_year: frozenset[str]
    every: frozenset[str]
    limits: frozenset[str]
    deadlines: frozenset[str]
    day_of: frozenset[str]
    capital: bool = False
    day_then_month: bool = False
    led: bool = False


_LISTS = (
    "not_after", "before_year", "after_year", "not_weekday_after", "not_today_after", "apart",
    "before", "ahead", "not_ahead", "ago_of", "decade", "every",
    "limits", "deadlines", "names_year", "day_of",
)  # fmt: skip
"""Lists of words that every calendar has, each a set of its own name in ``CalendarWords``."""


@cache
def calendar_words(language: str) -> CalendarWords:
    """The words of dates of ``language``, from ``data/<language>/calendar.yaml``."""
    data = read_yaml(language, "calendar.yaml")
    forms = {squeeze(form): (code, value) for form, code, value in _forms(data)}
    return CalendarWords(
        **{name: frozenset(map(squeeze, data[name])) for name in _LISTS},
        forms=forms,
        beginnings=beginnings(forms),
        needed=beginnings(form for form, (code, _) in forms.items() if code in _NEEDED),
        named=tuple(
            Named(
                Month(r["calendar"], r["month"]),
                r["day"],
                r["year"],
                frozenset(map(squeeze, r["after"])),
                frozenset(map(squeeze, r.get("before", ()))),
            )
            for r in data["named"]
        ),
        week_start=data["week_start"],
        day_then_month=bool(data.get("day_then_month")),
        capital=bool(data.get("capital")),
        led=bool(data.get("led")),
    )


def _forms(data: dict[str, Any]) -> Iterator[tuple[str, str, Value]]:
    """Every form with its code and value; a later one wins."""
    for key, code in _PLAIN.items():
        yield from ((form, code, None) for form in data.get(key, ()))
    yield from ((form, "h", None) for form in data.get("ordinals", ()))
    yield from ((form, "T", offset) for offset, forms in data["then"].items() for form in forms)
    for unit, forms in data["units"].items():
        yield from ((form, _UNITS[unit], unit) for form in forms)
    for unit, offsets in data["fixed"].items():
        yield from ((form, _FIXED[unit], offset) for offset, forms in offsets.items() for form in forms)
    yield from ((form, "G", day) for day, forms in data.get("labels", {}).items() for form in forms)
    for calendar, forms in data["eras"].items():
        yield from ((form, "e", calendar) for form in forms)
    for weekday, forms in data["weekdays"].items():
        yield from ((form, "w", weekday) for form in forms)
    for row in data["feasts"]:
        feast = Feast(row["calendar"], row["month"], row.get("day"), row.get("weekday"))
        yield from ((form, "F", feast) for form in row["words"])
    plain = set(data["plain_months"])
    for calendar, months in data["months"].items():
        for number, forms in months.items():
            for form in forms:
                month = Month(calendar, number)
                yield form, "m" if form in plain else "o", month
                if data["month_suffix"]:
                    yield form + data["month_suffix"], "m", month


def may_date(sentence: Sentence, language: str) -> bool:
    """Whether a sentence may hold a date: without a number or a word of dates it holds none."""
    return any(_begins_date(token.fold, language) for token in sentence.tokens)


@lru_cache(maxsize=1 << 16)
def _begins_date(word: str, language: str) -> bool:
    """Whether a number, or a word without one of which no rule of the grammar holds, may begin with a folded token."""
    return _begins_number(word, language) or word in calendar_words(language).needed


@lru_cache(maxsize=1 << 16)
def _begins(word: str, language: str) -> bool:
    """Whether a number or a word of dates may begin with a folded token."""
    return _begins_number(word, language) or word in calendar_words(language).beginnings


def _begins_number(word: str, language: str) -> bool:
    numbers = number_words(language)
    return word[:1].isdigit() or word in numbers.beginnings or word in numbers.vague


def items(sentence: Sentence, language: str) -> tuple[Item, ...]:
    """The sentence as items, every token in one; words of a verb group name no month (می‌رود).

    Behind a number they do: «20 مارس 2017» is no "he practised".
    """
    words = calendar_words(language)
    verbal = verb_tokens(sentence, finite=True)
    found: list[Item] = []
    at = 0
    while at < len(sentence.tokens):
        if _begins(sentence.tokens[at].fold, language):
            counted = bool(found) and (found[-1].code in "nzQh" or sentence.tokens[at - 1].fold.isdigit())
            found.append(_item(sentence.tokens, at, words, language, frozenset() if counted else verbal))
        else:
            found.append(_mark(sentence.tokens, at))
        at = found[-1].end
    return tuple(found)


def _item(tokens: tuple[Token, ...], at: int, words: CalendarWords, language: str, verbal: Set[int]) -> Item:
    if _FIGURES.fullmatch(tokens[at].fold):
        return Item("f", at, at + 1, tokens[at].fold)
    number = number_at(tokens, at, language)
    form = None if at in verbal else _form(tokens, at, words)
    if form and (number is None or form.end >= number.end):
        return form
    if number:
        return Item(_number_code(number), number.start, number.end, number.value, number.ordinal)
    word = tokens[at].fold
    if word in number_words(language).vague:
        return Item("V", at, at + 1)
    return _mark(tokens, at)


def _mark(tokens: tuple[Token, ...], at: int) -> Item:
    """A token that is no word of dates."""
    return Item("-" if _ranges(tokens, at) else _MARKS.get(tokens[at].fold, "."), at, at + 1)


def _ranges(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a long dash stands between figures (1—5 марта), not between parts of a sentence."""
    beside = tokens[at - 1 : at + 2]
    return at > 0 and beside[1].fold == "—" and len(beside) > 2 and all(beside[n].fold.isdigit() for n in (0, 2))


def _form(tokens: tuple[Token, ...], at: int, words: CalendarWords) -> Item | None:
    """The longest form of the calendar's words that begins with token ``at``."""
    if tokens[at].fold not in words.beginnings:
        return None
    for size in range(min(LONGEST, len(tokens) - at), 0, -1):
        entry = words.forms.get("".join(token.fold for token in tokens[at : at + size]))
        if entry and not (words.capital and entry[0] in "mow" and not tokens[at].text[0].isupper()):
            return Item(entry[0], at, at + size, entry[1])
    return None


def _number_code(number: Number) -> str:
    value = number.value
    if value != int(value) or value < 1:
        return "Q"
    if value <= 31:
        return "n"
    if number.ordinal:
        return "Q"
    if value < 100 and number.digits:
        return "z"
    return "y" if FIRST_YEAR <= value <= LAST_YEAR else "Q"
