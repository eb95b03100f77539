"""Who reads: the language, digits and calendars asked for, and every word of the site in them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from hijridate import Gregorian
from persiantools.jdatetime import JalaliDate

from ravabet.explaining.phrases import FSI, PDI, Phrases
from ravabet.lexicon import LANGUAGES, name
from ravabet.model import RavabetError, UsageError
from ravabet.web.catalogue import catalogue

Digits = Literal["own", "latin", "persian", "arabic"]
Calendar = Literal["none", "jalali", "hijri", "both"]
DIGITS: dict[str, str] = {"latin": "0123456789", "persian": "۰۱۲۳۴۵۶۷۸۹", "arabic": "٠١٢٣٤٥٦٧٨٩"}
CALENDARS: dict[str, tuple[str, ...]] = {"jalali": ("jalali",), "hijri": ("hijri",), "both": ("jalali", "hijri")}


@dataclass(frozen=True, slots=True)
class Reader:
    """What a reader asked for: ``digits`` ``own`` are those of the language, ``calendar`` what stands beside a date."""

    language: str = "en"
    digits: str = "own"
    calendar: str = "none"

    @classmethod
    def of(cls, query: Mapping[str, str], accepted: str = "") -> Reader:
        """The reader of a query string; without a language there, the first that the browser accepts and we speak."""
        asked = query.get("lang", "")
        language = asked if asked in LANGUAGES else _accepted(accepted)
        digits, calendar = query.get("digits", ""), query.get("calendar", "")
        return cls(
            language,
            digits if digits in DIGITS else "own",
            calendar if calendar in CALENDARS else "none",
        )


def _accepted(header: str) -> str:
    for part in header.split(","):
        language = part.split(";")[0].strip().split("-")[0].lower()
        if language in LANGUAGES:
            return language
    return "en"


class Words(Phrases):
    """The phrases of answers and of the site in one language, with the reader's digits and calendars."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader.language)
        self.reader = reader
        self._site = catalogue(reader.language)
        self._calendars = CALENDARS.get(reader.calendar, ())
        if reader.digits in DIGITS:
            self._digits = str.maketrans("0123456789", DIGITS[reader.digits])

    def ui(self, key: str, **slots: object) -> str:
        """What the site says under ``key``, its slots filled; KeyError for a key that the catalogue has not."""
        return str(self._site[key]).format(**slots)

    def told(self, problem: RavabetError) -> str:
        """What is wrong with a request; in English where the phrases have no sentence for it."""
        if isinstance(problem, UsageError) and problem.kind:
            return self.say("problems", problem.kind, **{slot: self.isolate(to) for slot, to in problem.slots.items()})
        return str(problem)

    def items(self, key: str) -> list[str]:
        """The list under ``key``."""
        return list(self._site[key])

    def known(self, key: str) -> bool:
        """Whether the catalogue has ``key``."""
        return key in self._site

    def number(self, value: int) -> str:
        """A count in the reader's digits, thousands apart."""
        return f"{value:,}".replace(",", "\u202f").translate(self._digits)

    def digits(self, text: str) -> str:
        """``text`` with its digits written as the reader wants them."""
        return text.translate(self._digits)

    def decimal(self, value: float, places: int = 1) -> str:
        """A number with decimals and a true minus sign, isolated, so that the sign stays before the number."""
        told = f"{value:.{places}f}".replace("-", "\u2212")
        own = self._digits[ord("0")] != ord("0")
        return f"{FSI}{told.translate(self._digits).replace('.', '٫' if own else '.')}{PDI}"

    def date(self, iso: str | None) -> str:
        """A date in words, with the same day in the calendars that the reader wants beside it."""
        told = super().date(iso)
        if not iso or len(iso) != 10 or not self._calendars:
            return told
        day = datetime.date.fromisoformat(iso)
        return " / ".join((told, *(twin for name in self._calendars if (twin := self._other(name, day)))))

    def plain_date(self, iso: str) -> str:
        """A date in words in the Gregorian calendar alone, for where there is little room."""
        return super().date(iso)

    def say_name(self, code: str) -> str:
        """What a state or body is called, for a field of a form; what is no code stays as it is."""
        return name(code, self.language)

    def _other(self, calendar: str, day: datetime.date) -> str:
        """A day in another calendar, empty where that does not reach so far."""
        try:
            year, month, number = _in_calendar(calendar, day)
        except (ValueError, OverflowError):
            return ""
        name = self.items(f"calendar.{calendar}")[month - 1]
        return self.ui("calendar.day", day=self.digits(str(number)), month=name, year=self.digits(str(year)))


def _in_calendar(calendar: str, day: datetime.date) -> tuple[int, int, int]:
    if calendar == "jalali":
        found: Any = JalaliDate(day)  # type: ignore[no-untyped-call]
        return found.year, found.month, found.day
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    return hijri.year, hijri.month, hijri.day


@cache
def words(reader: Reader) -> Words:
    """The words of a reader, made once."""
    return Words(reader)
