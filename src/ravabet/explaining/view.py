"""An answer put into the reader's words, once for all formats."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from ravabet.explaining.answer import Act, Answer, Because, Part, Quote, Step
from ravabet.explaining.phrases import Phrases
from ravabet.model import Span

_ONE_OF_MANY = re.compile(r":\d+$")
Place = tuple[str, Span]
TOO_SHORT = 2
SHOWN = 3
"""How many further reports, or documents with one problem, are named before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Reasoned:
    """One reason under a step, by numbers of steps; ``quote`` is None where its sentence was shown before.

    ``where`` is empty where the sentence is the step's own.
    """

    text: str
    causes: tuple[int, ...]
    quote: Quote | None
    where: str


@dataclass(frozen=True, slots=True)
class Told:
    """One step in words: ``head`` is the gloss or the quoted state; ``again``: its sentence was just shown."""

    number: int
    head: str
    step: Step
    again: bool
    where: str
    notes: tuple[str, ...]
    because: tuple[Reasoned, ...]
    also: str


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page: a heading, a line on what it holds, steps."""

    key: str
    heading: str
    note: str
    steps: tuple[Told, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Dispute:
    """An effect for which different reasons are given, and the reasons."""

    text: str
    reasons: tuple[Reasoned, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole answer in the reader's language."""

    title: str
    summary: str
    short: str
    sections: tuple[Section, ...]
    contested: tuple[Dispute, ...]
    sides: tuple[str, ...]
    read: tuple[str, ...]
    note: str


def page(answer: Answer, words: Phrases, most: int | None = None) -> Page:
    """``answer`` in the language of ``words``; at most the ``most`` latest steps of a section that is no chain."""
    return Page(
        title=words.say("question", a=words.name(answer.a), b=words.name(answer.b)),
        summary=_summary(answer, words),
        short=_short(answer, words),
        sections=_sections(answer, words, most),
        contested=tuple(_dispute(answer, words, at) for at in range(len(answer.contested))),
        sides=_sides(answer, words),
        read=_problems(answer, words),
        note=words.say("note"),
    )


def where(quote: Quote, words: Phrases) -> str:
    """Where a quote stands: its source, its file (or, for one of many in a file, its id) and the line."""
    document = quote.document if quote.path is None or _ONE_OF_MANY.search(quote.path) else PurePath(quote.path).name
    names = [document] if quote.source is None or document.startswith(quote.source) else [quote.source, document]
    return words.say("comma").join((*map(words.isolate, names), words.say("line", n=words.number(quote.line))))


def _summary(answer: Answer, words: Phrases) -> str:
    coded = [source for source in answer.sources if source.problem]
    counts = [
        ("documents", len(answer.sources)),
        ("repaired", sum(source.repaired for source in answer.sources)),
        ("not_coded", len(coded)),
        ("contents", len(answer.changes)),
    ]
    stop, colon = words.say("stop"), words.say("colon")
    told = [f"{words.say(key)}{colon}{words.number(n)}" for key, n in counts if n or key in ("documents", "contents")]
    return f"{_period(answer, words)}{words.say('semicolon').join(told)}{stop}"


def _short(answer: Answer, words: Phrases) -> str:
    """The longest chain of reasons in one line; empty where it would only repeat a step or two."""
    spine = answer.spine()
    if len(spine) <= TOO_SHORT:
        return ""
    told = [_what(step, words, _asides(step.act, words)) for step in spine]
    arrow = f" {words.say('leads')} "
    return f"{words.say('short')}{words.say('colon')}{arrow.join(told)}"


def _period(answer: Answer, words: Phrases) -> str:
    asked = [(key, date) for key, date in (("since", answer.since), ("until", answer.until)) if date]
    dates = sorted(step.act.date for step in answer.steps if step.act and step.act.date)
    if asked:
        span = " ".join(words.say(key, date=words.date(date.isoformat())) for key, date in asked)
    elif dates:
        first, last = words.date(dates[0]), words.date(dates[-1])
        span = first if first == last else words.say("date", "range", first=first, last=last)
    else:
        return ""
    return f"{words.say('period')}{words.say('colon')}{span.rstrip('.')}. "


def _sections(answer: Answer, words: Phrases, most: int | None) -> tuple[Section, ...]:
    sections = []
    parts: tuple[Part, ...] = ("chain", "unexplained", "around")
    for key in parts:
        note = _note(answer, words, key)
        steps = answer.part(key)
        hidden = max(0, len(steps) - most) if most and key != "chain" else 0
        more = words.say("more", n=words.number(hidden)) if hidden else ""
        if steps or note:
            sections.append(Section(key, words.say(key), note, _told(answer, words, steps[hidden:]), more))
    return tuple(sections)


def _note(answer: Answer, words: Phrases, key: Part) -> str:
    if key != "chain":
        return words.say(f"{key}_note") if answer.part(key) else ""
    names = {"a": words.name(answer.a), "b": words.name(answer.b)}
    if not answer.changes:
        return words.say("no_shared_period" if answer.since or answer.until else "no_shared", **names)
    return "" if answer.part("chain") else words.say("no_chain", **names)


def _told(answer: Answer, words: Phrases, steps: Sequence[Step]) -> tuple[Told, ...]:
    told: list[Told] = []
    shown: set[Place] = set()
    for step in steps:
        before = told[-1].step.quote if told else None
        shown.add(_place(step.quote))
        told.append(
            Told(
                number=step.number,
                head=_head(step, words),
                step=step,
                again=_same(before, step.quote) or (step.act is None and _same(step.words, step.quote)),
                where=where(step.quote, words),
                notes=_notes(step, words),
                because=tuple(_reasoned(link, words, shown, step.quote) for link in answer.reasons_of(step.number)),
                also=_also(step.reports, words),
            )
        )
    return tuple(told)


def _head(step: Step, words: Phrases) -> str:
    """What a step is called: its date and gloss, or the words of the state of affairs."""
    asides = _asides(step.act, words)
    if step.act and step.act.date is None:
        asides.append(_undated(step.quote, words))
    date = f"{words.date(step.act.date)}{words.say('colon')}" if step.act and step.act.date else ""
    return f"{date}{_what(step, words, asides)}"


def _undated(quote: Quote, words: Phrases) -> str:
    if quote.published is None:
        return words.date(None)
    return words.say("date", "reported", date=words.date(quote.published.isoformat()))


def _what(step: Step, words: Phrases, asides: Sequence[str]) -> str:
    told = words.act(step.act) if step.act else words.quote(step.words.text)
    return f"{told} ({words.say('comma').join(asides)})" if asides else told


def _asides(act: Act | None, words: Phrases) -> list[str]:
    """What must be said wherever an act is named: that it is planned, denied or only claimed."""
    return [_standing(act, words)] if act and act.status != "happened" else []


def _same(one: Quote | None, two: Quote) -> bool:
    return one is not None and _place(one) == _place(two)


def _place(quote: Quote) -> Place:
    return quote.document, quote.span


def _standing(act: Act, words: Phrases) -> str:
    """How an act stands: planned, denied, claimed by somebody."""
    if act.status == "claimed" and act.speaker:
        return words.say("claimed_by", name=words.name(act.speaker))
    return words.say("status", act.status)


def _notes(step: Step, words: Phrases) -> tuple[str, ...]:
    """Who says so, and how sure the coding is."""
    sure = words.say("confidence", n=words.percent(step.confidence))
    if step.act is None or step.act.speaker is None or step.act.status == "claimed":
        return (sure,)
    return words.say("said_by", name=words.name(step.act.speaker)), sure


def _reasoned(link: Because, words: Phrases, shown: set[Place], own: Quote | None) -> Reasoned:
    """A reason in words; its sentence is quoted where the reader has not just seen it."""
    text = words.say("because", link.kind, steps=words.numbers(link.causes))
    cue = f" ({words.quote(link.cue.text)})" if link.cue else ""
    said = f"{words.say('comma')}{words.say('said_by', name=words.name(link.speaker))}" if link.speaker else ""
    quote = None if _place(link.quote) in shown else link.quote
    shown.add(_place(link.quote))
    places = [] if _same(own, link.quote) else [where(link.quote, words)]
    places += [_also(link.repeats, words)] if link.repeats else []
    return Reasoned(f"{text}{cue}{said}", link.causes, quote, words.say("semicolon").join(places))


def _also(reports: Sequence[Quote], words: Phrases) -> str:
    if not reports:
        return ""
    places = words.say("semicolon").join(where(quote, words) for quote in reports[:SHOWN])
    return f"{words.say('also_told')}{words.say('colon')}{places}{_rest(len(reports), words)}"


def _rest(count: int, words: Phrases) -> str:
    return f" (+{words.number(count - SHOWN)})" if count > SHOWN else ""


def _dispute(answer: Answer, words: Phrases, at: int) -> Dispute:
    contest = answer.contested[at]
    reasons = []
    for index in contest.reasons:
        link = answer.links[index]
        said = _reasoned(link, words, set(), None)
        voice = "" if link.speaker else f"{words.say('comma')}{words.say('writer')}"
        reasons.append(replace(said, text=f"{said.text}{voice}"))
    return Dispute(words.say("contest", n=words.number(contest.effect)), tuple(reasons))


def _sides(answer: Answer, words: Phrases) -> tuple[str, ...]:
    told = [
        (words.say("did", a=words.name(side.actor), b=words.name(side.recipient)), side.steps) for side in answer.sides
    ]
    if answer.together:
        told.append((words.say("together"), answer.together))
    return tuple(f"{who}{words.say('colon')}{_steps(steps, words)}" for who, steps in told)


def _steps(steps: Sequence[int], words: Phrases) -> str:
    return words.say("steps" if len(steps) > 1 else "step", steps=words.numbers(steps))


def _problems(answer: Answer, words: Phrases) -> tuple[str, ...]:
    """What could not be coded, by cause, and the reasons that ran in a circle."""
    documents: dict[str, list[str]] = defaultdict(list)
    for source in answer.sources:
        if source.problem:
            documents[source.problem.what].append(source.id)
    colon = words.say("colon")
    lines = []
    for what, ids in documents.items():
        names = words.say("comma").join(map(words.isolate, ids[:SHOWN])) + _rest(len(ids), words)
        lines.append(f"{words.say('not_coded')}{colon}{names}{colon}{words.isolate(what)}")
    if answer.circular:
        lines.append(words.say("circular", n=words.number(answer.circular)))
    return tuple(lines)
