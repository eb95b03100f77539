"""The date of an act: the dates told round it, each weighed by facts that can be read.

The grammar of clauses (``when.act_date``) names the date that belongs to an act; often it names none, since news tells
the day in one sentence and what happened on it in several. The weights are learned by ``tools/train_dates.py``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from ravabet.coding.dates.dated import by_clauses, dates_for, dates_of
from ravabet.coding.dates.facts import facts
from ravabet.coding.dates.stand import Dated, Undated
from ravabet.coding.learned.linear import CODING, Linear, shipped
from ravabet.coding.place import Place
from ravabet.coding.telling.status import standing
from ravabet.model import When

MOST_ODDS = 30.0
"""Log-odds above which a date is certain."""
BEFORE, AFTER = 3, 2
"""Sentences before an act's and after it whose dates are weighed."""
LEAST = 0.23
"""Probability from which a date is that of an act. By cross-validation on the training gold (``tools/train_dates.py``)
more of the dates of acts are right than by clauses alone; it costs some of the undated acts (docs/coding.md)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A day, month or year that an act may have taken place in: where it is told nearest, and its facts."""

    when: When
    facts: frozenset[str]


def date_of(place: Place) -> When | None:
    """The date of an act, None where the text tells none."""
    known = shipped(CODING, "date")
    return best(choices(place), known, LEAST) if known else by_clauses(place)


def best(found: list[Choice], known: Linear, least: float) -> When | None:
    """The likeliest date, None where none is as likely as ``least``; one date, or none, is that of an act."""
    odds = [math.exp(min(MOST_ODDS, known.log_odds(choice.facts))) for choice in found]
    at = max(range(len(odds)), key=lambda n: (odds[n], -n), default=None)
    return found[at].when if at is not None and odds[at] >= least * (1 + sum(odds)) else None


def choices(place: Place) -> list[Choice]:
    """The dates that an act may have, the nearest first; one that is told twice has the facts of both.

    An act that is told as older than what stands round it has none of another sentence, one told as done none ahead.
    """
    near = list(_round(place))
    if not near:
        return []
    laid, number = place.scene, place.number
    worded = place.act.expression.negated or None
    status = standing(laid.sentences[number], place.act.tokens, laid.language, place.frame.type, worded=worded).status
    act = Undated(place, by_clauses(place), len(dates_of(laid, number)), status)
    told = [date for date in near if (date.number == number or not act.older) and act.may_have(date.when)]
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
        for when in dates_for(place, number):
            yield Dated(number, laid.sentences[number].tokens_in(when.span)[0], when)
