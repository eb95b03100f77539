"""How an answer names a step, its place and its standing, in the reader's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from ravabet.explaining.answer import GUESS, Act, Quote, Step
from ravabet.explaining.phrases import Phrases

_ONE_OF_MANY = re.compile(r":\d+$")
SHOWN = 3
"""How many further reports, or documents with one problem, are named before the rest is only counted."""


def where(quote: Quote, words: Phrases) -> str:
    """Where a quote stands: source, file (or, for one of many in a file, its id), line and day of publication."""
    document = quote.document if quote.path is None or _ONE_OF_MANY.search(quote.path) else PurePath(quote.path).name
    names = [document] if quote.source is None or document.startswith(quote.source) else [quote.source, document]
    day = [words.date(quote.published.isoformat())] if quote.published else []
    return words.say("comma").join((*map(words.isolate, names), words.say("line", n=words.number(quote.line)), *day))


def also(reports: Sequence[Quote], words: Phrases) -> str:
    """Where else the same is told; the empty string where nowhere."""
    if not reports:
        return ""
    places = words.say("semicolon").join(where(quote, words) for quote in reports[:SHOWN])
    return f"{words.say('also_told')}{words.say('colon')}{places}{rest(len(reports), words)}"


def rest(count: int, words: Phrases) -> str:
    """How many of ``count`` are not shown."""
    return f" (+{words.number(count - SHOWN)})" if count > SHOWN else ""


def head(step: Step, words: Phrases) -> str:
    """What a step is called: its date and gloss, or the words of the state of affairs."""
    asides = [] if own(step) else _standing(step.act, words)
    if step.act and step.act.date is None:
        asides.append(_undated(step.quote, words))
    date = f"{words.date(step.act.date)}{words.say('colon')}" if step.act and step.act.date else ""
    return f"{date}{what(step, words, asides)}"


def clause(step: Step, words: Phrases) -> str:
    """What a step is called inside a sentence: its gloss or words, then in brackets when, and how it stands."""
    dated = [words.date(step.act.date)] if step.act and step.act.date else []
    doubt = [sure(step, words)] if step.unsure and step.said is None else []
    stands = [] if own(step) else _standing(step.act, words)
    return what(step, words, [*dated, *stands, *doubt], prose=True)


def what(step: Step, words: Phrases, asides: Sequence[str], *, prose: bool = False) -> str:
    """The gloss of a step, or its words where it is a state of affairs or may be misread, with asides in brackets."""
    said = own(step)
    told = words.quote(said.text) if said else words.act(step.act, prose=prose) if step.act else ""
    return _with(told, asides, words)


def _with(told: str, asides: Sequence[str], words: Phrases) -> str:
    return f"{told} ({words.say('comma').join(asides)})" if asides else told


def own(step: Step) -> Quote | None:
    """The words of the text that a step is shown in, None where it is shown as an act."""
    return step.words if step.act is None else step.said


def _standing(act: Act | None, words: Phrases) -> list[str]:
    """What must be said wherever an act is named: that it is planned, denied or only claimed, and by whom."""
    if act is None or act.status == "happened":
        return []
    if act.status == "claimed" and act.speaker:
        return [words.say("claimed_by", name=words.name(act.speaker))]
    return [words.say("status", act.status)]


def speaker(act: Act | None, words: Phrases) -> list[str]:
    """Who is quoted with an act, where its standing does not say so."""
    quoted = act is not None and act.speaker is not None and act.status != "claimed"
    return [words.say("said_by", name=words.name(act.speaker))] if quoted and act and act.speaker else []


def taken_for(step: Step, words: Phrases) -> list[str]:
    """The act that a step shown in the words of the text was coded as, and how it stands; a perhaps if it is unsure.

    What is no more than a guess is not told.
    """
    if step.act is None or step.said is None or (step.unsure and step.confidence < GUESS):
        return []
    told = _with(words.act(step.act), _standing(step.act, words), words)
    return [words.say("perhaps", told=told) if step.unsure else told]


def sure(step: Step, words: Phrases) -> str:
    """How sure the coding of a step is."""
    return words.say("confidence", n=words.percent(step.confidence))


def voices(count: int, words: Phrases) -> list[str]:
    """By how many independent sources something is told, where by more than one."""
    return [words.say("voices", n=words.number(count))] if count > 1 else []


def steps(numbers: Sequence[int], words: Phrases) -> str:
    """Steps by their numbers, in order; three and more in a row as first and last."""
    told = words.listed([_stretch(first, last, words) for first, last in _stretches(numbers)])
    return words.say("steps" if len(numbers) > 1 else "step", steps=told)


def _stretch(first: int, last: int, words: Phrases) -> str:
    return words.number(first) if first == last else f"{words.number(first)}–{words.number(last)}"


def _stretches(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of each run of three and more numbers, every other number by itself."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    long = [[(run[0], run[-1])] if len(run) > 2 else [(number, number) for number in run] for run in runs]
    return [stretch for run in long for stretch in run]


def _undated(quote: Quote, words: Phrases) -> str:
    if quote.published is None:
        return words.date(None)
    return words.say("date", "reported", date=words.date(quote.published.isoformat()))
