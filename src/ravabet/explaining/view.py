"""An answer put into the reader's words, once for all formats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from ravabet.explaining import wording
from ravabet.explaining.answer import Answer, Because, Contest, Denial, Part, Quote, Step
from ravabet.explaining.narrative import MOST, Narrative, narrative
from ravabet.explaining.phrases import Phrases
from ravabet.model import Span

Place = tuple[str, Span]
LONG = 3
"""A chain section may hold so many times the steps of another; what the narrative tells is always shown."""


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
    """An effect for which different reasons are given, or an act that is denied, and who says what."""

    text: str
    reasons: tuple[Reasoned, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole answer in the reader's language."""

    title: str
    summary: str
    short: Narrative
    sections: tuple[Section, ...]
    contested: tuple[Dispute, ...]
    sides: tuple[str, ...]
    read: tuple[str, ...]
    note: str


def page(answer: Answer, words: Phrases, most: int | None = None) -> Page:
    """``answer`` in the language of ``words``; at most the ``most`` latest steps of a section that is no chain,
    and of a long chain section the best chains."""
    return Page(
        title=words.say("question", a=words.name(answer.a), b=words.name(answer.b)),
        summary=_summary(answer, words),
        short=narrative(answer, words),
        sections=_sections(answer, words, most),
        contested=_disputes(answer, words),
        sides=_sides(answer, words),
        read=_problems(answer, words),
        note=words.say("note"),
    )


def _summary(answer: Answer, words: Phrases) -> str:
    counts = [
        ("documents", len(answer.sources)),
        ("copies", sum(source.copy_of is not None for source in answer.sources)),
        ("repaired", sum(source.repaired for source in answer.sources)),
        ("not_coded", sum(source.problem is not None for source in answer.sources)),
        ("contents", len(answer.changes)),
        ("doubtful", sum(step.unsure for step in answer.changes)),
    ]
    stop, colon = words.say("stop"), words.say("colon")
    told = [f"{words.say(key)}{colon}{words.number(n)}" for key, n in counts if n or key in ("documents", "contents")]
    return f"{_period(answer, words)}{words.say('semicolon').join(told)}{stop}"


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
    for key in get_args(Part):
        note = _note(answer, words, key)
        steps = answer.part(key)
        shown = _shown(answer, steps, key, most) if most else steps
        more = words.say("more", n=words.number(len(steps) - len(shown))) if len(shown) < len(steps) else ""
        if steps or note:
            sections.append(Section(key, words.say(key), note, _told(answer, words, shown), more))
    return tuple(sections)


def _shown(answer: Answer, steps: Sequence[Step], key: Part, most: int) -> Sequence[Step]:
    """The latest ``most`` steps; of the chain, where it is long, the steps of as many of the best chains as fit."""
    if key != "chain":
        return steps[-most:]
    if len(steps) <= LONG * most:
        return steps
    kept: set[int] = set()
    for number, path in enumerate(answer.paths):
        more = kept.union(path.steps, path.ends)
        if number >= MOST and len(more) > LONG * most:
            break
        kept = more
    return [step for step in steps if step.number in kept]


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
                head=wording.head(step, words),
                step=step,
                again=_same(before, step.quote) or _same(wording.own(step), step.quote),
                where=wording.where(step.quote, words),
                notes=_notes(step, words),
                because=tuple(_reasoned(link, words, shown, step.quote) for link in answer.reasons_of(step.number)),
                also=wording.also(step.reports, words),
            )
        )
    return tuple(told)


def _same(one: Quote | None, two: Quote) -> bool:
    return one is not None and _place(one) == _place(two)


def _place(quote: Quote) -> Place:
    return quote.document, quote.span


def _notes(step: Step, words: Phrases) -> tuple[str, ...]:
    """Who says so, how many tell it, and how sure the coding is."""
    told = wording.voices(step.voices, words)
    return (*wording.speaker(step.act, words), *told, *wording.taken_for(step, words), wording.sure(step, words))


def _reasoned(link: Because, words: Phrases, shown: set[Place], own: Quote | None) -> Reasoned:
    """A reason in words; its sentence is quoted where the reader has not just seen it."""
    text = words.say("because", link.kind, steps=words.numbers(link.causes))
    cue = f" ({words.quote(link.cue.text)})" if link.cue else ""
    said = f"{words.say('comma')}{words.say('said_by', name=words.name(link.speaker))}" if link.speaker else ""
    quote = None if _place(link.quote) in shown else link.quote
    shown.add(_place(link.quote))
    places = [] if _same(own, link.quote) else [wording.where(link.quote, words)]
    places += wording.voices(link.voices, words)
    places += [wording.also(link.repeats, words)] if link.repeats else []
    return Reasoned(f"{text}{cue}{said}", link.causes, quote, words.say("semicolon").join(places))


def _disputes(answer: Answer, words: Phrases) -> tuple[Dispute, ...]:
    """Each effect with its contrary reasons, each act with those who deny it."""
    reasons = [_dispute(answer, contest, words) for contest in answer.contested]
    return (*reasons, *(_denied(answer, denial, words) for denial in answer.denials))


def _dispute(answer: Answer, contest: Contest, words: Phrases) -> Dispute:
    reasons = []
    for index in contest.reasons:
        link = answer.links[index]
        said = _reasoned(link, words, set(), None)
        voice = "" if link.speaker else f"{words.say('comma')}{words.say('writer')}"
        reasons.append(replace(said, text=f"{said.text}{voice}"))
    return Dispute(words.say("contest", n=words.number(contest.effect)), tuple(reasons))


def _denied(answer: Answer, denial: Denial, words: Phrases) -> Dispute:
    reasons = []
    for number in denial.denied:
        step = answer.steps[number - 1]
        said = wording.speaker(step.act, words) or [words.say("writer")]
        text = words.say("comma").join((words.say("step", steps=words.number(number)), *said))
        reasons.append(Reasoned(text, (number,), step.quote, wording.where(step.quote, words)))
    return Dispute(words.say("denial", n=words.number(denial.step)), tuple(reasons))


def _sides(answer: Answer, words: Phrases) -> tuple[str, ...]:
    told = [
        (words.say("did", a=words.name(side.actor), b=words.name(side.recipient)), side.steps) for side in answer.sides
    ]
    if answer.together:
        told.append((words.say("together"), answer.together))
    return tuple(f"{who}{words.say('colon')}{wording.steps(steps, words)}" for who, steps in told)


def _problems(answer: Answer, words: Phrases) -> tuple[str, ...]:
    """What could not be coded, by cause, and the reasons that ran in a circle."""
    documents: dict[str, list[str]] = defaultdict(list)
    for source in answer.sources:
        if source.problem:
            documents[source.problem.what].append(source.id)
    colon = words.say("colon")
    lines = []
    for what, ids in documents.items():
        names = words.say("comma").join(map(words.isolate, ids[: wording.SHOWN])) + wording.rest(len(ids), words)
        lines.append(f"{words.say('not_coded')}{colon}{names}{colon}{words.fault(what)}")
    for key, count in (("circular", answer.circular), ("untimely", answer.untimely), ("weak", answer.weak)):
        if count:
            lines.append(words.say(key, n=words.number(count)))
    return tuple(lines)
