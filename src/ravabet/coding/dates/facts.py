"""What is told to the model of dates: readable facts on an act and a date of its sentence or of one near it.

No words are among them: by folds those beside the act and the date told nothing that grammar does not.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from ravabet.coding.dates.rivals import whose
from ravabet.coding.dates.stand import Dated, Undated
from ravabet.coding.grammar.syntax import COMMAS
from ravabet.coding.grammar.tree import top
from ravabet.coding.telling.speech import said_then, speaks
from ravabet.language import Sentence
from ravabet.model import When

STEPS = (0, 1, 2, 3, 5, 8, 13, 21, 34)
"""Distances in tokens that are told apart."""
WEEK = 7
DEPTH = 4
"""Edges of the dependencies that are counted."""


def facts(act: Undated, date: Dated, told: Sequence[Dated]) -> Iterator[str]:
    """The facts on an act and one of the dates ``told`` round it."""
    days = {other.when.date for other in told}
    here = date.number == act.place.number
    kind = "chosen" if act.chosen is date.when else "other" if act.chosen else "none"
    yield from _in_sentence(act, date, told, kind) if here else _elsewhere(act, date, told, days)
    yield from whose(act, date, told, kind)
    yield f"type={act.place.frame.type} {here} {act.found}"
    yield f"precision={date.when.precision} {here}"
    yield f"language={act.place.scene.language} {here}"
    yield f"told={min(3, sum(other.when.date == date.when.date for other in told))}"
    yield "only" if len(days) == 1 else "several"


def _in_sentence(act: Undated, date: Dated, told: Sequence[Dated], kind: str) -> Iterator[str]:
    """The facts on a date of the act's own sentence; ``kind``: whether clauses chose it, another, or none."""
    sentence, language = act.sentence, act.place.scene.language
    first, at = act.place.act.tokens[0], date.at
    side = "before" if at < first else "after"
    then = said_then(sentence, at, language)
    says = "speaks" if then else _says(sentence, at, language)
    bond = "over" if then else _bond(sentence, act.clause, sentence.clause_of(at))
    between = range(min(at, first), max(at, first))
    near = min(abs(first - other.at) for other in told if other.number == date.number)
    yield f"kind={kind}"
    yield f"way={kind} {side} {_step(first - at)}"
    yield f"dates={kind} {act.dates}"
    yield f"bond={bond} {kind}"
    yield f"bond of manner={bond} {act.manner} {says}"
    yield f"said={says} {act.manner} {kind}"
    yield f"said of tense={says} {act.tense} {kind}"
    yield f"link={sentence.clauses[act.clause].link if act.clause is not None else ''} {bond} {kind}"
    yield f"nearest={near == abs(first - at)} {kind}"
    yield f"tense={act.tense} {kind}"
    yield f"tense and day={act.tense} {_day(act, date.when)} {act.manner}"
    yield f"day={_day(act, date.when)} {kind}"
    yield f"status={act.status} {_day(act, date.when)} {kind}"
    yield f"status and said={act.status} {_day(act, date.when)} {says}"
    yield f"verbs={min(3, sum(v.finite and v.start in between for v in sentence.verbs))} {kind} {side}"
    yield f"commas={min(3, sum(sentence.tokens[n].fold in COMMAS for n in between))} {kind} {side}"
    yield f"form={act.place.form} {kind}"
    yield f"type and said={act.place.frame.type} {says} {kind} {bond}"
    if not then:
        yield from _in_tree(act, at, kind)


def _in_tree(act: Undated, at: int, kind: str) -> Iterator[str]:
    """How the date hangs on the act in the dependencies, where there are any."""
    parse, tokens = act.sentence.parse, act.place.act.tokens
    if parse is None or not len(parse):
        return
    head = top(parse, tokens[0], tokens[-1] + 1)
    date_up, act_up = parse.upward(at), parse.upward(head)
    yield f"tree={'under' if head in date_up else 'over' if at in act_up else 'apart'} {kind}"
    meeting = next((token for token in date_up if token in act_up), None)
    if meeting is not None:
        up = min(DEPTH, act_up.index(meeting))
        yield f"tree edges={min(DEPTH, date_up.index(meeting))} {up}"
        yield f"tree act={up} {kind} {act.manner}"


def _elsewhere(act: Undated, date: Dated, told: Sequence[Dated], days: set[str]) -> Iterator[str]:
    """The facts on a date of another sentence."""
    laid, own = act.place.scene, act.place.number
    sentence, gap = laid.sentences[date.number], own - date.number
    off = f"{'back' if gap > 0 else 'on'} {abs(gap)}"
    verb = sentence.clause_verb(date.at)
    last = max((other.number for other in told if other.number < own), default=None)
    common = _codes(act, own) & _codes(act, date.number)
    yield f"off={off} {act.found}"
    yield f"off said={off} {_says(sentence, date.at, laid.language)} {act.manner} {act.found}"
    yield f"off day={off} {_day(act, date.when)} {act.found}"
    yield f"off tense={off} {act.tense} {act.found}"
    yield f"off status={act.status} {_day(act, date.when)} {act.found}"
    yield f"off form={off} {act.place.form}"
    yield f"off type={off} {act.place.frame.type} {act.found}"
    yield f"off in lead={date.number == 0} {len(days)} {act.found}"
    yield f"off last told={date.number == last} {act.found}"
    yield f"off common={off} {min(2, len(common))} {act.found}"
    yield f"off same tense={off} {verb is not None and verb.tense == act.tense} {act.tense} {act.found}"


def _codes(act: Undated, number: int) -> set[str]:
    return {code for mention in act.place.scene.mentions[number] for code in mention.codes}


def _says(sentence: Sentence, at: int, language: str) -> str:
    """What the verb of a date's clause does: ``speaks``, ``acts``, or ``none`` where there is none."""
    verb = sentence.clause_verb(at)
    return "none" if verb is None else "speaks" if speaks(sentence, verb, language) else "acts"


def _bond(sentence: Sentence, own: int | None, other: int | None) -> str:
    """How the clause of a date stands to that of an act."""
    if own is None or other is None:
        return "far"
    if own == other:
        return "same"
    mine, its = sentence.clauses[own], sentence.clauses[other]
    return "over" if mine.parent == other else "under" if its.parent == own else "far"


def _day(act: Undated, when: When) -> str:
    """How a date lies to the day of publication."""
    published = act.place.scene.published
    if when.precision != "day" or published is None:
        return when.precision if published else "unpublished"
    days = (datetime.date.fromisoformat(when.date) - published).days
    if days > 0:
        return "ahead"
    return {0: "today", -1: "yesterday"}.get(days, "week" if days > -WEEK else "older")


def _step(distance: int) -> int:
    """The largest of ``STEPS`` that a distance reaches."""
    return max(step for step in STEPS if step <= abs(distance))
