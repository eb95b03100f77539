"""Everything an answer says around its quotes, in the reader's language: names, dates, numbers, acts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from ravabet.explaining import faults
from ravabet.explaining.answer import Act
from ravabet.explaining.cases import genitive
from ravabet.lexicon import LANGUAGES, actors, frames, name, read_yaml
from ravabet.model import UsageError

Sectors = Mapping[str, str | None]
"""The sector that is named with each code, if one is."""
FSI, PDI = "\u2068", "\u2069"


class Phrases:
    """The phrases of one language, from ``lexicon/data/phrases``; ``isolate``: keep foreign runs from reordering."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._data: dict[str, Any] = read_yaml("phrases", f"{language}.yaml")
        self.direction: str = self._data["direction"]
        self._digits = str.maketrans("0123456789", self._data["digits"])

    def say(self, *path: str, **slots: str) -> str:
        """The phrase at ``path`` (keys of the file), its slots filled."""
        found: Any = self._data
        for key in path:
            found = found[key]
        return str(found).format(**slots)

    def isolate(self, text: str) -> str:
        """``text`` as it stands in a line of this language: in isolates where some of it runs the other way."""
        foreign = ("R", "AL") if self.direction == "ltr" else ("L",)
        return f"{FSI}{text}{PDI}" if any(unicodedata.bidirectional(char) in foreign for char in text) else text

    def fault(self, what: str) -> str:
        """What is wrong with a document, which the rooms that read and code say in English."""
        said = faults.told(what, self.language, self._filled)
        return said if said != what else self.isolate(what)

    def _filled(self, value: str) -> str:
        return value.translate(self._digits) if value.isdecimal() else self.isolate(value)

    def quote(self, text: str) -> str:
        """``text`` in the language's quotation marks, its white space collapsed; the marks run with the line."""
        first, last = self._data["quotes"]
        return f"{first}{self.isolate(' '.join(text.split()))}{last}"

    def number(self, value: int) -> str:
        """A count in the language's digits."""
        return str(value).translate(self._digits)

    def numbers(self, values: Iterable[int]) -> str:
        """Counts as a list: 1, 2 and 3."""
        return self.listed([self.number(value) for value in values])

    def percent(self, share: float) -> str:
        """A probability as per cent."""
        return self.say("percent", n=self.number(round(100 * share)))

    def listed(self, items: Sequence[str]) -> str:
        """Items as a list: A, B and C; the empty string for none."""
        if len(items) < 2:
            return "".join(items)
        return self.say("list", "two", first=self._data["list"]["between"].join(items[:-1]), last=items[-1])

    def date(self, iso: str | None) -> str:
        """An ISO date of any precision in words; the phrase for undated where there is none."""
        if not iso:
            return self.say("date", "none")
        year, *rest = iso.split("-")
        months = self._data["date"]["months_of_day" if len(rest) == 2 else "months"]
        month = months[int(rest[0]) - 1] if rest else ""
        day = self.number(int(rest[1])) if len(rest) == 2 else ""
        form = ("year", "month", "day")[len(rest)]
        return self.say("date", form, year=year.translate(self._digits), month=month, day=day)

    def name(self, code: str) -> str:
        """What to call a state or body."""
        return self.isolate(name(code, self.language))

    def names(self, codes: Iterable[str]) -> str:
        """Names of states and bodies as a list."""
        return self.listed([self.name(code) for code in codes])

    def _genitive(self, code: str) -> str:
        return self.isolate(genitive(name(code, self.language), self.language))

    def parties(self, codes: Sequence[str], sectors: Sectors) -> str:
        """Names as a list, each state's with the sector that acts for it or is met, where it is not the government."""
        return self.listed([f"{self.name(code)}{self._sector(code, sectors)}" for code in codes])

    def _parties_of(self, codes: Iterable[str], sectors: Sectors) -> str:
        """The same with the names in the genitive, where the language has one."""
        return self.listed([f"{self._genitive(code)}{self._sector(code, sectors)}" for code in codes])

    def _sector(self, code: str, sectors: Sectors) -> str:
        told = self._data["sectors"].get(sectors.get(code))
        return f" ({told})" if told and code in states() else ""

    def act(self, act: Act, *, prose: bool = False) -> str:
        """What happened, in one clause or line: the frame's gloss with the names of those who took part.

        ``prose``: a clause to stand in a sentence, also where the gloss is only a noun phrase.
        """
        frame = frames().get(act.frame)
        gloss = (frame.gloss.get(self.language) if frame else None) or self.say("types", act.type)
        actors, recipients = act.actors, act.recipients
        doing = dict(zip(actors, act.sectors, strict=False))
        met = dict(zip(recipients, act.sectors[len(actors) :], strict=False))
        if frame is not None and (frame.symmetric or (frame.mutual and len(set(actors)) > 1)):
            actors, recipients = tuple(dict.fromkeys((*actors, *recipients))), ()
            doing = met = {**met, **doing}
            if "{recipient}" in gloss:
                actors, recipients = actors[:-1] or actors, actors[-1:] if len(actors) > 1 else ()
        inside = bool(actors) and recipients == actors
        if "{" not in gloss:
            tell = self._prose if prose else self._line
            return tell(gloss, actors, recipients, doing, met)
        actor = self.parties(actors, doing) or self.say("unknown")
        told = self.parties(recipients, met) or self.say("unknown_recipient")
        if inside:
            told = self.say("own_country", name=self.names(actors)) + self._sector(recipients[0], met)
        clause = _sentence(gloss.format(actor=actor, recipient=told))
        aimed = bool(recipients) and not inside and "{recipient}" not in gloss
        return self.say("aimed", told=clause, recipient=told) if aimed else clause

    def _line(self, gloss: str, actors: Sequence[str], recipients: Sequence[str], doing: Sectors, met: Sectors) -> str:
        """A noun phrase with the names before it, as a line of a list."""
        key = _sides(actors, recipients)
        key = "alone" if key == "among" else key
        if key == "nobody":
            return gloss
        return self.say(key, actor=self.parties(actors, doing), recipient=self.parties(recipients, met), act=gloss)

    def _prose(self, gloss: str, actors: Sequence[str], recipients: Sequence[str], doing: Sectors, met: Sectors) -> str:
        """A noun phrase with the names where a sentence has them."""
        key = _sides(actors, recipients)
        if key == "nobody":
            return gloss
        actor, recipient = self._parties_of(actors, doing), self._parties_of(recipients, met)
        return self.say("prose", key, actor_of=actor, recipient_of=recipient, act=gloss)


def _sides(actors: Sequence[str], recipients: Sequence[str]) -> str:
    """Who is named: the key of the phrase that says it."""
    if actors and actors == recipients:
        return "inside"
    if recipients:
        return "directed" if actors else "received"
    if actors:
        return "among" if len(actors) > 1 else "alone"
    return "nobody"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def states() -> frozenset[str]:
    """The codes of all states."""
    return frozenset(entry.code for entry in actors("en") if entry.kind == "name")


@cache
def phrases(language: str) -> Phrases:
    """The phrases of a language; raises UsageError for one without a file."""
    if language not in LANGUAGES:
        message = f"answers are given in {', '.join(LANGUAGES)}, not in {language!r}: choose one of them"
        raise UsageError(message)
    return Phrases(language)
