"""The date of an act: the dates told round it, each weighed by facts that can be read.

The grammar of clauses (``when.act_date``) names the date that belongs to an act; often it names none, since news tells
the day in one sentence and what happened on it in several. The weights are learned by ``tools/train_dates.py``.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ravabet.coding.datefacts import Dated, Undated, facts
from ravabet.coding.features import Place
from ravabet.coding.linear import Linear, shipped
from ravabet.coding.scene import Scene
from ravabet.coding.status import SPOKEN, standing
from ravabet.coding.when import act_date, dates
from ravabet.model import When

BEFORE, AFTER = 3, 2
"""Sentences before an act's and after it whose dates are weighed."""
LEAST = 0.27
"""Probability from which a date is that of an act. By cross-validation on the training gold (``tools/train_dates.py``)
more of the dates of acts are right than by clauses alone, at about the same share of undated acts left undated."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A day, month or year that an act may have taken place in: where it is told nearest, and its facts."""

    when: When
    facts: frozenset[str]


@lru_cache(maxsize=64)
def dates_of(laid: Scene, number: int) -> tuple[When, ...]:
    """The dates of sentence ``number``; what names a capital («دوشنبه») is none."""
    return _found(laid, number, lambda: _days_told(laid)[number])


@lru_cache(maxsize=2)
def _days_told(laid: Scene) -> tuple[datetime.date | None, ...]:
    """For each sentence the day told last before it: one way through the document, for those that count from it."""
    told: list[datetime.date | None] = [None]
    for number in range(len(laid.sentences) - 1):
        days = [when.date for when in _found(laid, number, lambda: told[-1]) if when.precision == "day"]
        told.append(datetime.date.fromisoformat(days[-1]) if days else told[-1])
    return tuple(told)


def _found(laid: Scene, number: int, told: Callable[[], datetime.date | None]) -> tuple[When, ...]:
    """The dates of a sentence, given the day told last before it."""
    found = dates(laid.text, laid.sentences[number], laid.published, laid.language, told)
    capitals = {mention.span.start for mention in laid.mentions[number] if mention.kind == "capital"}
    return tuple(date for date in found if date.span.start not in capitals)


def date_of(place: Place) -> When | None:
    """The date of an act, None where the text tells none."""
    known = shipped(__package__, "date")
    return best(choices(place), known, LEAST) if known else by_clauses(place)


def best(found: list[Choice], known: Linear, least: float) -> When | None:
    """The likeliest date, None where none is as likely as ``least``."""
    chance, _, at = max(((known.probability(c.facts), -n, n) for n, c in enumerate(found)), default=(0.0, 0, 0))
    return found[at].when if found and chance >= least else None


def by_clauses(place: Place) -> When | None:
    """The date that the clauses of the act's own sentence give it."""
    laid, number = place.scene, place.number
    spoken = place.frame.type in SPOKEN
    return act_date(laid.sentences[number], place.act.tokens, dates_of(laid, number), laid.language, spoken)


def choices(place: Place) -> list[Choice]:
    """The dates that an act may have, the nearest first; one that is told twice has the facts of both.

    An act that is told as older than what stands round it has none of another sentence.
    """
    near = list(_round(place))
    if not near:
        return []
    laid, number = place.scene, place.number
    status = standing(laid.sentences[number], place.act.tokens, laid.language, place.frame.type).status
    act = Undated(place, by_clauses(place), len(dates_of(laid, number)), status)
    told = [date for date in near if date.number == number or not act.older]
    whens: dict[str, When] = {}
    known: dict[str, set[str]] = {}
    for date in told:
        whens.setdefault(date.when.date, date.when)
        known.setdefault(date.when.date, set()).update(facts(act, date, told))
    return [Choice(when, frozenset(known[day])) for day, when in whens.items()]


def _round(place: Place) -> Iterator[Dated]:
    """The dates of the act's sentence, then those of the sentences round it, the nearer first."""
    laid, own = place.scene, place.number
    numbers = range(max(0, own - BEFORE), min(len(laid.sentences), own + AFTER + 1))
    for number in sorted(numbers, key=lambda n: (abs(n - own), n > own)):
        for when in dates_of(laid, number):
            yield Dated(number, laid.sentences[number].tokens_in(when.span)[0], when)
