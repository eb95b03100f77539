"""How well a text's events were coded: gold against coded, matched one to one inside each passage.

A gold passage is a line of JSON with ``id``, ``text``, ``language``, ``published`` and ``events``, each with ``type``,
``source`` and ``target`` (or ``actor`` and ``recipient``: lists of codes), ``date``, ``status`` and ``trigger``. It may
have ``reasons``, each with ``cause`` and ``effect``: words of the text.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ravabet.evaluation import pairs
from ravabet.evaluation.pairs import Pair
from ravabet.evaluation.tally import Tally
from ravabet.lexicon import UNORDERED
from ravabet.model import Coding, Event, InputError

TENTHS = 10
"""Steps of confidence in the table of reliability."""


@dataclass(frozen=True, slots=True)
class Told:
    """One event as it is compared: its type, both sides as sets of codes, date, status and the words that name it."""

    type: str
    actors: frozenset[str]
    recipients: frozenset[str]
    date: str | None
    status: str | None
    words: str
    confidence: float = 1.0

    @property
    def sides(self) -> str:
        """Who and whom, for a person to read."""
        one, two = ("+".join(sorted(side)) or "?" for side in (self.actors, self.recipients))
        return one if self.type in UNORDERED else f"{one} -> {two}"

    @property
    def told(self) -> str:
        """The event, for a person to read."""
        return f"{self.type} {self.sides} «{self.words}»"


@dataclass(frozen=True, slots=True)
class Gold:
    """The events of one passage as annotated, and its reasons: the words of each cause and effect."""

    id: str
    events: tuple[Told, ...]
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Error:
    """One event or reason that was missed, found wrongly or found where there is none."""

    passage: str
    kind: str
    gold: Told | Pair | None
    coded: Told | Pair | None


@dataclass(slots=True)
class Evaluation:
    """The counts of many passages.

    ``types``, ``dyads``: right in type, in type and both sides; ``by_type``: the dyads of each type; ``dates``,
    ``statuses``: right among the events whose type and sides are right and, of dates, whose gold has one; ``empty``:
    passages without events, and those left so; ``reliability``: by tenth of confidence, events coded and right;
    ``reasons``: pairs of cause and effect.
    """

    types: Tally = field(default_factory=Tally)
    dyads: Tally = field(default_factory=Tally)
    by_type: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    dates: Counter[bool] = field(default_factory=Counter)
    statuses: Counter[bool] = field(default_factory=Counter)
    empty: Counter[bool] = field(default_factory=Counter)
    reliability: dict[int, Tally] = field(default_factory=lambda: defaultdict(Tally))
    reasons: Tally = field(default_factory=Tally)
    errors: list[Error] = field(default_factory=list)
    passages: int = 0

    def add(self, gold: Gold, coded: tuple[Told, ...]) -> None:
        """Counts the events of one passage."""
        self.passages += 1
        if not gold.events:
            self.empty[not coded] += 1
        right = matched(gold.events, coded, sides=True)
        self.types.add(len(gold.events), len(coded), len(matched(gold.events, coded, sides=False)))
        self.dyads.add(len(gold.events), len(coded), len(right))
        for event in gold.events:
            self.by_type[event.type].gold += 1
        hits = {j for _, j in right}
        for j, event in enumerate(coded):
            self.by_type[event.type].coded += 1
            bin_ = self.reliability[min(int(event.confidence * TENTHS), TENTHS - 1)]
            bin_.coded, bin_.right = bin_.coded + 1, bin_.right + (j in hits)
        for i, j in right:
            one, other = gold.events[i], coded[j]
            self.by_type[one.type].right += 1
            if one.date:
                self.dates[one.date == other.date] += 1
            if one.status:
                self.statuses[one.status == other.status] += 1
        self.errors += _errors(gold, coded, right)

    def add_reasons(self, passage: str, gold: tuple[Pair, ...], found: tuple[Pair, ...]) -> None:
        """Counts the reasons of one passage."""
        right = pairs.matched(gold, found)
        self.reasons.add(len(gold), len(found), len(right))
        missed = [one for i, one in enumerate(gold) if all(i != a for a, _ in right)]
        false = [one for j, one in enumerate(found) if all(j != b for _, b in right)]
        self.errors += [Error(passage, "missed", one, None) for one in missed]
        self.errors += [Error(passage, "false", None, one) for one in false]


def matched(gold: tuple[Told, ...], coded: tuple[Told, ...], *, sides: bool) -> list[tuple[int, int]]:
    """Pairs of one type (and, with ``sides``, the same sides), one to one, the most alike first."""
    ranked = []
    for i, one in enumerate(gold):
        for j, other in enumerate(coded):
            same = _sides(one) == _sides(other)
            if one.type == other.type and (same or not sides):
                touching = [bool(a & b) for a, b in zip(_sides(one), _sides(other), strict=True)]
                ranked.append(((not same, -sum(touching), one.date != other.date), i, j))
    found: list[tuple[int, int]] = []
    for _, i, j in sorted(ranked):
        if all(i != a and j != b for a, b in found):
            found.append((i, j))
    return found


def _sides(event: Told) -> tuple[frozenset[str], frozenset[str]]:
    if event.type in UNORDERED:
        return event.actors | event.recipients, frozenset()
    return event.actors, event.recipients


def _errors(gold: Gold, coded: tuple[Told, ...], right: list[tuple[int, int]]) -> Iterator[Error]:
    missed = tuple(event for i, event in enumerate(gold.events) if all(i != a for a, _ in right))
    false = tuple(event for j, event in enumerate(coded) if all(j != b for _, b in right))
    turned = matched(missed, false, sides=False)
    yield from (Error(gold.id, "sides", missed[i], false[j]) for i, j in turned)
    yield from (Error(gold.id, "missed", one, None) for i, one in enumerate(missed) if all(i != a for a, _ in turned))
    yield from (Error(gold.id, "false", None, one) for j, one in enumerate(false) if all(j != b for _, b in turned))


def evaluate(gold: Iterable[Gold], codings: Iterable[Coding], least: float = 0.0) -> dict[str, Evaluation]:
    """The evaluation of each language's passages and, under ``all``, of all of them.

    ``codings`` are those of the passages, in any order; ``least``: events of lower confidence do not count.
    """
    by_id = {coding.document.id: coding for coding in codings}
    found: dict[str, Evaluation] = {"all": Evaluation()}
    for passage in gold:
        coding = by_id.get(passage.id)
        events = coding.events if coding else ()
        coded = tuple(_coded(event, coding) for event in events if coding and event.confidence >= least)
        language = (coding.document.language if coding else None) or "unknown"
        text, given = (coding.document.text, coding.reasons) if coding else ("", ())
        reasons = pairs.annotated(text, passage.reasons), pairs.coded(text, given)
        for name in ("all", language):
            one = found.setdefault(name, Evaluation())
            one.add(passage, coded)
            one.add_reasons(passage.id, *reasons)
    return found


def _coded(event: Event, coding: Coding) -> Told:
    date = event.when.date if event.when else None
    words = event.trigger.of(coding.document.text)
    actors, recipients = frozenset(event.actor_codes), frozenset(event.recipient_codes)
    return Told(event.type, actors, recipients, date, event.status, words, event.confidence)


def read_gold(path: Path) -> list[Gold]:
    """The gold passages of a file; raises InputError with the line of what is none."""
    found = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                found.append(_gold(line, f"{path}:{number}"))
    if not found:
        message = f"{path} holds no passage; give a file with one annotated passage a line"
        raise InputError(message)
    return found


def _gold(line: str, where: str) -> Gold:
    try:
        row = json.loads(line)
        events = tuple(_annotated(event) for event in row["events"])
        reasons = tuple((str(one["cause"]), str(one["effect"])) for one in row.get("reasons") or ())
        return Gold(str(row["id"]), events, reasons)
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        message = f'{where} is no gold passage ({problem}); it needs "id", "text" and "events", each event with "type"'
        raise InputError(message) from problem


def _annotated(event: dict[str, Any]) -> Told:
    actors, recipients = event.get("source", event.get("actor")), event.get("target", event.get("recipient"))
    return Told(
        str(event["type"]).upper(),
        frozenset(actors or ()),
        frozenset(recipients or ()),
        event.get("date"),
        event.get("status"),
        str(event.get("trigger") or ""),
    )
