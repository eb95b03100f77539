"""Whether two reports tell one event: a few comparisons, each with a weight that can be read.

The sum of the weights is the logarithm of the odds that they do (Fellegi and Sunter, "A theory for record linkage",
1969, with weights from a logistic regression on ``tests/gold/pairs/reports.jsonl``; ``tools/learn_occurrences.py``).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from ravabet.lexicon import fold
from ravabet.relating.marks import CACHED, marks, names, stems
from ravabet.relating.telling import Telling

WEEK = 7
"""Two reports whose days differ by more are never one event, nor undated ones published further apart."""
NEVER = float("-inf")
DISAGREE = {"days: 1", "days: 2 to 3", "days: 4 to 7"}
AGREE = {"place: same", "amount: same"}
"""Reports that give different days are only one event if they share a detail: a place, an amount, a number or name."""
MANY = 4
"""So many parties do the same thing once."""
ALIKE = 0.4
TELLING = 0.25
"""Two reports of one event in one language share more of their words, less the parties and days."""
MARKED = 2
"""That two sentences share no mark speaks against one event where both have so many."""


def weigh(one: Telling, two: Telling) -> float:
    """The logarithm of the odds that two reports tell one event; minus infinity where they cannot."""
    found = compared(one, two)
    if found is None:
        return NEVER
    bias, weights = _weights()
    return bias + sum(weights.get(name, 0.0) * value for name, value in found.items())


def compared(one: Telling, two: Telling) -> dict[str, float] | None:
    """The comparisons that hold between two reports, by name, mostly 1; None where they cannot be one event."""
    if one.doc == two.doc:
        return {"retold": 1.0} if _retold(one, two) else None
    act, sides, status = _act(one, two), _sides(one, two), _status(one, two)
    if act is None or sides is None or status is None:
        return None
    copied = bool(one.sentence) and one.frame == two.frame and _plain(one.sentence) == _plain(two.sentence)
    time = _time(one, two, copied)
    if time is None:
        return None
    found = dict.fromkeys((act, sides, status, time, *_details(one, two)), 1.0)
    if len(one.codes | two.codes) < 2:
        found["sides: at home"] = 1.0
    if len(one.codes & two.codes) >= MANY:
        found["sides: many shared"] = 1.0
    apart = time in DISAGREE and not copied and not found.keys() & AGREE
    if apart and _nothing_in_common(one, two):
        return None
    found.update(_words(one, two))
    if copied:
        found["copied"] = 1.0
    return None if apart and not _alike(found) else found


@lru_cache(maxsize=CACHED)
def _plain(sentence: str) -> str:
    return " ".join(fold(sentence).split())


def _retold(one: Telling, two: Telling) -> bool:
    """Within a document only the same frame in another sentence, with nothing that differs, is the same again."""
    if one.frame != two.frame or one.sides != two.sides or one.sentence == two.sentence:
        return False
    details = ((one.amount, two.amount), (one.place, two.place))
    same = all(not a or not b or a == b for a, b in details)
    return _dates_agree(one, two) and same and (one.status, one.speaker) == (two.status, two.speaker)


def _act(one: Telling, two: Telling) -> str | None:
    if one.type == two.type:
        if not (one.frame and two.frame):
            return "act: same type"
        return "act: same frame" if one.frame == two.frame else "act: other frame"
    return "act: kindred type" if two.type in kindred(one.type) else None


def _sides(one: Telling, two: Telling) -> str | None:
    """How the parties go together; None where too few do or who did it to whom is turned round."""
    (actors, recipients), (others, others_recipients) = one.sides, two.sides
    if actors == others and recipients == others_recipients:
        return "sides: same"
    if actors & others_recipients and recipients & others and not (actors & others or recipients & others_recipients):
        return None
    shared = len(one.codes & two.codes)
    if _fits(actors, others) and _fits(recipients, others_recipients):
        return "sides: one says more" if shared >= min(2, len(one.codes | two.codes)) or _unnamed(one, two) else None
    return "sides: overlap" if shared >= 2 else None


def _fits(one: frozenset[str], two: frozenset[str]) -> bool:
    return one <= two or two <= one


def _unnamed(one: Telling, two: Telling) -> bool:
    """Whether one names a single party and the other has it in the same place: who else took part was not found."""
    return bool(one.actors & two.actors or one.recipients & two.recipients)


def _status(one: Telling, two: Telling) -> str | None:
    """How the acts stand to being real; a denial is never a report of what it denies."""
    if one.status == two.status:
        return "status: same" if one.status != "claimed" or one.speaker == two.speaker else "status: other speaker"
    if "denied" in (one.status, two.status):
        return None
    return "status: one planned" if "planned" in (one.status, two.status) else "status: one claimed"


def _time(one: Telling, two: Telling, copied: bool) -> str | None:
    if None in (one.day, two.day) and not _may_be_then(one, two):
        return None
    if one.day is not None and two.day is not None:
        return _apart("days", abs(one.day - two.day))
    if copied and None in (one.published, two.published):
        return "time: unknown"
    first, second = _moment(one), _moment(two)
    if first is None or second is None:
        return "time: same month" if one.date and one.date == two.date else None
    if one.day is not None or two.day is not None:
        dated, other = (first, second) if one.day is not None else (second, first)
        late = other - dated
        planned = "planned" in (one.status, two.status)
        return _apart("told after", abs(late)) if late >= 0 or planned else None
    return _apart("told apart", abs(first - second))


def _may_be_then(one: Telling, two: Telling) -> bool:
    """Whether two dates, of which one is no day, may be of one time; what has no date is of the last days."""
    if one.date and two.date:
        return _dates_agree(one, two)
    told, silent = (one, two) if one.date else (two, one)
    if told.day is not None or silent.published is None or silent.status == "planned":
        return True
    days = (datetime.date.fromordinal(silent.published - late).isoformat() for late in (0, WEEK))
    return any(day.startswith(told.date) for day in days)


def _dates_agree(one: Telling, two: Telling) -> bool:
    """Whether one date is the other or less precise."""
    return one.date.startswith(two.date) or two.date.startswith(one.date)


def _moment(one: Telling) -> int | None:
    return one.day if one.day is not None else one.published


def _apart(name: str, days: int) -> str | None:
    if days > WEEK:
        return None
    if name != "days":
        return f"{name}: {'0 to 1' if days <= 1 else '2 to 3' if days <= 3 else '4 to 7'}"
    return f"{name}: {'same' if not days else '1' if days == 1 else '2 to 3' if days <= 3 else '4 to 7'}"


def _details(one: Telling, two: Telling) -> Iterator[str]:
    if one.place and two.place:
        yield "place: same" if one.place == two.place else "place: other"
    if one.amount is not None and two.amount is not None and one.unit == two.unit:
        yield "amount: same" if one.amount == two.amount else "amount: other"


def _words(one: Telling, two: Telling) -> Iterator[tuple[str, float]]:
    """How much of what the shorter sentence says is in the other, less the parties and days, which have been compared.

    In one language the words are compared, in two the numbers and the sounds of names.
    """
    if not (one.sentence and two.sentence):
        return
    known = [frozenset(_days_named(one, two)), *map(names, one.codes | two.codes)]
    if one.language == two.language:
        first, second = (_less(stems(told.sentence), known) for told in (one, two))
        share = _share(first, second)
        yield "words shared", share
        if min(len(first), len(second)) >= MARKED and share < TELLING:
            yield ("few words shared" if first & second else "no word shared"), 1.0
        return
    first, second = (_less(marks(told.sentence, told.language), known) for told in (one, two))
    yield "marks shared", _share(first, second)
    if min(len(first), len(second)) >= MARKED and not first & second:
        yield "no mark shared", 1.0


def _less(found: frozenset[str], known: Iterable[frozenset[str]]) -> frozenset[str]:
    """What is not known; each is taken off by itself, since names are many and words few."""
    for each in known:
        found = found - each
    return found


def _days_named(*told: Telling) -> Iterator[str]:
    """The days of the month, as numbers in a sentence are written among its marks."""
    return (str(datetime.date.fromordinal(one.day).day) for one in told if one.day is not None)


def _nothing_in_common(one: Telling, two: Telling) -> bool:
    """Whether two reports are sure not to be alike, which is soon told of those in two languages."""
    if one.language == two.language:
        return False
    return marks(one.sentence, one.language).isdisjoint(marks(two.sentence, two.language))


def _alike(found: dict[str, float]) -> bool:
    return found.get("marks shared", 0.0) > 0 or found.get("words shared", 0.0) >= ALIKE


def _share(one: frozenset[str], two: frozenset[str]) -> float:
    return len(one & two) / max(MARKED, min(len(one), len(two)))


@cache
def model() -> dict[str, Any]:
    """Bias, weights and threshold, and which types are taken for one another, from ``data/weights.yaml``."""
    text = (files("ravabet.relating") / "data" / "weights.yaml").read_text("utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


@cache
def _weights() -> tuple[float, dict[str, float]]:
    found = model()
    return found["bias"], {**found["weights"], **found["fixed"]}


@cache
def kindred(kind: str) -> frozenset[str]:
    """The types that one coder or writer takes for ``kind`` where another does not."""
    return frozenset(other for group in model()["kindred"] if kind in group for other in group if other != kind)
