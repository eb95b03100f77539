"""The grammar of dates: what each rule of the pattern over the items of ``datewords`` resolves to.

A date without a year is the nearest before publication, or after it where its clause speaks of what is to come;
"last week", durations and dates counted from another event give nothing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from ravabet.coding.dates.anchoring import Anchor, Resolved, Told, days_after, nearest_year
from ravabet.coding.dates.pattern import PATTERN
from ravabet.coding.dates.range import DASH, Found, joined, stand_together
from ravabet.coding.dates.words import Feast, Item, Month, calendar_words, items
from ravabet.coding.telling.speech import said_then, speaks, stands, status_words
from ravabet.language import Sentence
from ravabet.language.calendars import CalendarName, iso, year_of
from ravabet.model import When

COMING = {"future", "present", "subjunctive"}
COMING_REACH = 8
"""Tokens before a date among which a word of what is to come tells that it lies ahead («المزمع عقدها يوم 25 يوليو»)."""
LONGEST_MONTH = 31
"""Days; in a date of figures what is larger is the year."""
SHORT = 100
"""Years below are written with two digits."""
SHORT_YEAR = 1300
"""What a Jalali year of two digits lacks."""
CENTURY = 2000
"""What a Gregorian year of two digits lacks (05.03.18)."""
FIRST_BARE_YEAR = 1900
FIRST_GREGORIAN = 1700

_STEP = {"l": -1, "a": -1, "t": 0, "x": 1}


class Dates:
    """The date grammar over the items of one sentence; ``told`` gives what was told last before it."""

    def __init__(
        self,
        sentence: Sentence,
        published: datetime.date | None,
        language: str,
        told: Callable[[], Told] = Told,
    ) -> None:
        self.told = told
        self.last = Told()
        self.sentence = sentence
        self.published = published
        self.language = language
        self.words = calendar_words(language)
        self.anchor = Anchor(published, self.words.week_start) if published else None
        self.items = items(sentence, language)
        self.codes = "".join(item.code for item in self.items)
        self.rules: dict[str, Callable[[re.Match[str]], Resolved | None]] = {
            "nth": self.nth,
            "then": self.then,
            "ago": self.ago,
            "figures": self.figures,
            "label": self.label,
            "day": self.day,
            "month_first": self.month_first,
            "month": self.month,
            "fixed": self.fixed,
            "counted": self.counted,
            "year": self.year,
            "weekday": self.weekday,
            "feast": self.feast,
        }

    def found(self) -> tuple[When, ...]:
        """The dates in order, those that say one day together as one."""
        singles: list[Found] = []
        self.last = Told()
        for match in PATTERN.finditer(self.codes):
            rule = match.lastgroup or ""  # the group closed last is the one round all others
            date = self.rules[rule](match) if rule in self.rules and not self.barred(match.start()) else None
            if date:
                self.last = self.last.then(date)
                singles.append(Found(rule, match.start(), match.end(), date))
        return tuple(self.when(one) for one in self.merged(singles))

    def when(self, one: Found) -> When:
        """A found date with its span; a bracket opened inside it is closed."""
        end = one.end
        if "(" in self.codes[one.start : end] and self.codes[end : end + 1] == ")":
            end += 1
        span = self.sentence.span_of(self.items[one.start].start, self.items[end - 1].end)
        return When(*one.date, span)

    def merged(self, singles: Iterable[Found]) -> list[Found]:
        """Today with its weekday, a day in two calendars, a range: one date with one span."""
        found: list[Found] = []
        for one in singles:
            between = self.codes[found[-1].end : one.start] if found else "."
            if found and (self.spans(found[-1], one) or stand_together(between)):
                found[-1] = joined(found[-1], one, between)
            else:
                found.append(one)
        return found

    def spans(self, one: Found, two: Found) -> bool:
        """Whether a long dash makes a stretch of two days (30 января — 17 февраля)."""
        if two.start != one.end + 1 or self.sentence.tokens[self.items[one.end].start].fold != DASH:
            return False
        return {one.date[1], two.date[1]} == {"day"} and one.date[0] < two.date[0]

    # where a date is no date

    def barred(self, start: int) -> bool:
        """Whether the word before makes it a name, a birth or an era (خیابان ۱۵ خرداد), or one day of many."""
        return self.preceded(start, self.words.not_after) or self.preceded(start, self.words.every)

    def preceded(self, start: int, words: frozenset[str], reach: int = 1) -> bool:
        """Whether one of ``words`` (in one or two tokens) stands before item ``start``, at most ``reach`` off."""
        at = self.items[start].start
        folds = [token.fold for token in self.sentence.tokens[max(0, at - reach - 1) : at]]
        pairs = [one + two for one, two in pairwise(folds)]
        return any(word in words for word in folds[-reach:] + pairs)

    def closes(self, end: int) -> bool:
        """Whether nothing that could be counted follows item ``end`` (excluded), nor what makes it a decade."""
        at = self.items[end - 1].end
        if at >= len(self.sentence.tokens):
            return True
        if any(token.fold in self.words.decade for token in self.sentence.tokens[at : at + 2]):
            return False
        after = self.sentence.tokens[at]
        named = self.words.capital and after.text[0].isupper()
        return (
            not after.is_word
            or named
            or after.fold in self.words.after_year
            or any(v.start == at for v in self.sentence.verbs)
        )

    def of_event(self, end: int) -> bool:
        """Whether "ago" counts from another event (two days before the election)."""
        at = self.items[end - 1].end
        return at < len(self.sentence.tokens) and self.sentence.tokens[at].fold in self.words.ago_of

    def item(self, match: re.Match[str], *groups: str) -> Item | None:
        """The item of the first of ``groups`` that took part in the match."""
        return next((self.items[match.start(group)] for group in groups if match.group(group)), None)

    def items_of(self, match: re.Match[str], group: str) -> tuple[Item, ...]:
        """The items a group of the match covers."""
        return self.items[match.start(group) : match.end(group)] if match.group(group) else ()

    # the rules

    def nth(self, match: re.Match[str]) -> Resolved | None:
        """В пятый день месяца: 5-го числа, the 20th of this month, «20 من الشهر الجاري», بیستم همین ماه."""
        day, unit = self.item(match, "nth_d", "nth_d2"), self.item(match, "nth_u")
        told = bool(match.group("nth_w") or match.group("nth_w2"))
        between = self.sentence.tokens[day.end : unit.start] if day and unit else ()
        leads = "".join(token.fold for token in between)
        ordinal = day is not None and day.ordinal and bool(leads)
        led = leads in self.words.day_of or (ordinal and any(way.endswith(leads) for way in self.words.day_of))
        counts = unit is not None and self.codes[match.end("nth_u") - 1] == "l"
        bare = self.words.day_then_month and (day is None or day.ordinal or not counts)
        if day is None or self.anchor is None:
            return None
        if not (told or led or bare):
            return self.anchor.shifted("month", unit.value) if unit and unit.code == "B" else None
        step = None if unit is None else unit.value if unit.code == "B" else _STEP[self.codes[match.end("nth_u") - 1]]
        steps = range(-1, 2) if step is None else (step,)
        calendar: CalendarName = "jalali" if self.words.day_then_month else "gregorian"
        if any(item.code == "e" and item.value == "gregorian" for item in self.items[match.end() : match.end() + 1]):
            calendar = "gregorian"
        ways = [way for n in steps if (way := self.anchor.day_of_month(calendar, n, int(day.value)))]
        return self.anchor.nearest(ways, self.outlook(day.start)) if ways else None

    def then(self, match: re.Match[str]) -> Resolved | None:
        """В тот же день, the day before, two days earlier: counted from the day told last, else from publication."""
        word, step, number = (self.item(match, f"then_{name}") for name in ("w", "by", "n"))
        if word is None:
            by = int(number.value if number else 1) * (1 if step and step.code == "L" else -1)
        else:
            by = word.value
        anchor = self.last.day or self.told().day or (self.published if word and by < 0 else None)
        if anchor is None or self.of_event(match.end()):
            return None
        return days_after(anchor, by)

    def ago(self, match: re.Match[str]) -> Resolved | None:
        """دو روز پیش: so many units back."""
        number, unit = self.item(match, "ago_n", "ago_n2"), self.item(match, "ago_u", "ago_u2")
        if number is None or unit is None or self.anchor is None or self.of_event(match.end()):
            return None
        return self.anchor.shifted(unit.value, -int(number.value))

    def figures(self, match: re.Match[str]) -> Resolved | None:
        """۱۴۰۴/۰۳/۱۵ or 2024-12-27: the calendar by the size of the year."""
        token = self.item(match, "figures_f")
        if token is None:
            parts = [int(self.items[match.start() + n].value) for n in (0, 2, 4)]
            dotted = False
        else:
            parts = [int(part) for part in re.split(r"[/.]", token.value)]
            dotted = "." in token.value
        year, month, day = parts if parts[0] > LONGEST_MONTH else parts[::-1]
        if year < SHORT:
            short = iso("gregorian", CENTURY + year, month, day) if dotted else None
            return iso("jalali", SHORT_YEAR + year, month, day) if year > LONGEST_MONTH else short
        return iso("gregorian" if year >= FIRST_GREGORIAN else "jalali", year, month, day)

    def label(self, match: re.Match[str]) -> Resolved | None:
        """9/11: a day known by a name of figures."""
        item = self.item(match, "label_g")
        return (item.value, "day") if item else None

    def day(self, match: re.Match[str]) -> Resolved | None:
        """۱۵ خرداد: a day of a month, with or without its year."""
        day, name = self.item(match, "day_d"), self.item(match, "day_m")
        if day is None or name is None:
            return None
        month: Month = name.value
        known = None if match.group("day_tail") else self.known(match, month, int(day.value))
        return known or self.dated(month, int(day.value), self.items_of(match, "day_tail"), name.start)

    def known(self, match: re.Match[str], month: Month, day: int) -> Resolved | None:
        """A day known by its date, where one of its words stands before or right behind it."""
        end = self.items[match.end() - 1].end
        behind = {token.fold for token in self.sentence.tokens[end : end + 2]}
        for named in self.words.named:
            found = iso(month.calendar, named.year, month.number, named.day)
            late = found is not None and self.published is not None and found[0] > self.published.isoformat()
            if late or (named.month, named.day) != (month, day):
                continue
            if self.preceded(match.start(), named.after, reach=3) or behind & named.before:
                return found
        return None

    def month_first(self, match: re.Match[str]) -> Resolved | None:
        """December 27(th), 2024: a day after its month."""
        day, name = self.item(match, "month_first_d"), self.item(match, "month_first_m")
        if day is None or name is None:
            return None
        known = None if match.group("month_first_tail") else self.known(match, name.value, int(day.value))
        return known or self.dated(name.value, int(day.value), self.items_of(match, "month_first_tail"), name.start)

    def month(self, match: re.Match[str]) -> Resolved | None:
        """تیرماه ۱۳۹۱: a month; a name that means other things needs a year, the word month or one that leads to it."""
        name, tail = self.item(match, "month_m"), self.items_of(match, "month_tail")
        if name is None:
            return None
        lead = self.items_of(match, "month_lead")
        told = name.code == "m" or match.group("month_before") or match.group("month_after") or tail or lead
        led = self.words.led and self.preceded(match.start(), self.words.before_year)
        led = led or (self.words.capital and self.codes[match.start()] == "p")
        if not told and not led:
            return None
        return self.dated(name.value, None, tail or lead, name.start)

    def fixed(self, match: re.Match[str]) -> Resolved | None:
        """دیروز: a word that holds its own offset; up to today is no date."""
        item = self.item(match, "fixed_r")
        if item is None or self.anchor is None:
            return None
        up_to = self.codes[: match.start()].endswith("c")
        if item.value == 0 and (up_to or self.preceded(match.start(), self.words.not_today_after, reach=2)):
            return None
        return self.anchor.shifted({"R": "day", "B": "month", "A": "year"}[item.code], item.value)

    def counted(self, match: re.Match[str]) -> Resolved | None:
        """ماه گذشته: a unit with its direction."""
        unit, by = self.item(match, "counted_u", "counted_u2"), self.item(match, "counted_by", "counted_by2")
        if unit is None or by is None or self.anchor is None or (by.code == "a" and self.of_event(match.end())):
            return None
        return self.anchor.shifted(unit.value or "day", _STEP[by.code])

    def year(self, match: re.Match[str]) -> Resolved | None:
        """سال ۲۰۲۲: a year, bare only where nothing is counted."""
        item = self.item(match, "year_y", "year_y2", "year_y3")
        if item is None:
            return None
        bare = bool(match.group("year_y3"))
        if bare and self.names_year(match, int(item.value)):
            return iso("gregorian", int(item.value))
        if bare and not (item.value >= FIRST_BARE_YEAR and self.preceded(match.start(), self.words.before_year)):
            return None
        if (bare or item.code == "z") and not self.closes(match.end()):
            return None
        era = next((self.items[n].value for n in range(match.start(), match.end()) if self.codes[n] == "e"), None)
        return iso(*_year(int(item.value), era))

    def names_year(self, match: re.Match[str], year: int) -> bool:
        """Whether a bare year tells which of several something is: the 2016 election, انتخابات ۲۰۱۶."""
        latest = self.published.year + 1 if self.published else year
        if not FIRST_BARE_YEAR <= year <= latest or not self.preceded(match.start(), self.words.names_year):
            return False
        end = self.items[match.end() - 1].end
        after = self.sentence.tokens[end] if end < len(self.sentence.tokens) else None
        units = {item.start for item in self.items if item.code in "DKMY"}
        return not (after and (after.fold in self.words.decade or end in units))

    def weekday(self, match: re.Match[str]) -> Resolved | None:
        """سه‌شنبه: back from publication, or on where its clause speaks of what is to come."""
        item, by = self.item(match, "weekday_w"), self.item(match, "weekday_by")
        if item is None or self.anchor is None:
            return None
        if self.codes[match.start()] == "w" and self.preceded(match.start(), self.words.not_weekday_after):
            return None
        if by and match.group("weekday_k"):
            date = self.anchor.in_week(item.value, _STEP[by.code])
        elif (step := self.item(match, "weekday_lead", "weekday_by")) and step.code != "t":
            date = self.anchor.next_weekday(item.value, _STEP[step.code], strict=True)
        else:
            ahead = self.outlook(item.start) > 0 or self.set_for(match.start())
            date = self.anchor.next_weekday(item.value, 1 if ahead else -1)
        return date.isoformat(), "day"

    def set_for(self, start: int) -> bool:
        """Whether the words before a weekday put it ahead: set for Wednesday, на среду (not в ночь на среду)."""
        return self.preceded(start, self.words.ahead) and not self.preceded(start, self.words.not_ahead, reach=3)

    def feast(self, match: re.Match[str]) -> Resolved | None:
        """عاشورا: a day of the year known by name."""
        item = self.item(match, "feast_x")
        if item is None or self.anchor is None:
            return None
        feast: Feast = item.value
        year = year_of(feast.calendar, self.anchor.published)
        days = [found for n in (-1, 0, 1) if (found := feast.in_year(year + n))]
        return self.anchor.nearest([(day.isoformat(), "day") for day in days], self.outlook(item.start))

    # resolving

    def dated(self, month: Month, day: int | None, tail: tuple[Item, ...], at: int) -> Resolved | None:
        """A month, or a day of it, in the year that its tail names, else in the nearest.

        Without a day of publication that is the one nearest to what was told last («в мае 2017 года ... 4 июня»).
        """
        calendar = month.calendar
        named = next((item for item in tail if item.code in "yz"), None)
        if named:
            year = self.named_year(named, calendar, tail)
            if year:
                return iso(calendar, year, month.number, day)
        if self.anchor is None:
            near = self.last.near or self.told().near
            return nearest_year(calendar, near, month.number, day) if near and not tail else None
        year = year_of(calendar, self.anchor.published)
        tail = tuple(item for item in tail if item.code != "h")
        codes = "".join(item.code for item in tail)
        if codes[:1] in ("Y", "A") and not named:
            step = tail[0].value if codes[0] == "A" else _STEP[codes[1]]
            return iso(calendar, year + step, month.number, day)
        if codes == "t":
            return iso(calendar, year, month.number, day)
        ways = [found for n in (-1, 0, 1, 2) if (found := iso(calendar, year + n, month.number, day))]
        if codes in ("l", "x"):
            return self.anchor.beyond(ways, _STEP[codes])
        return self.anchor.nearest(ways, self.outlook(at))

    def named_year(self, item: Item, calendar: CalendarName, tail: tuple[Item, ...]) -> int | None:
        """The year said after a month, None where it is not one of that calendar or only a count."""
        value = int(item.value)
        if item.code == "z":
            plain = len(tail) > 1 or self.closes(self.items.index(item) + 1)
            return SHORT_YEAR + value if calendar == "jalali" and plain else None
        return value if (value >= FIRST_GREGORIAN) == (calendar == "gregorian") else None

    def outlook(self, token: int) -> int:
        """1 where the clause of ``token`` speaks of what is to come, -1 of what was, 0 where it only tells."""
        number = self.sentence.clause_of(token)
        verb = self.sentence.clause_verb(token)
        coming = status_words(self.language).coming
        if number is not None and stands(
            self.sentence, max(self.sentence.clauses[number].tokens[0], token - COMING_REACH), token, coming
        ):
            return 1
        if verb is None or speaks(self.sentence, verb, self.language) or said_then(self.sentence, token, self.language):
            return 0
        return 1 if verb.tense in COMING else -1


def _year(value: int, era: CalendarName | None) -> tuple[CalendarName, int]:
    """The calendar and full year of a number said to be a year."""
    if value < SHORT:
        return "jalali", SHORT_YEAR + value
    if value >= FIRST_GREGORIAN or era == "gregorian":
        return "gregorian", value
    return ("hijri" if era == "hijri" else "jalali"), value
