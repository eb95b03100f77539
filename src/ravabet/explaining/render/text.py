"""An answer for people, in a terminal: numbered steps, each under its date with its sentence and its reasons."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ravabet.explaining.answer import Answer
from ravabet.explaining.narrative import Narrative
from ravabet.explaining.phrases import FSI, PDI, Phrases, phrases
from ravabet.explaining.view import Page, Reasoned, Told, page

MOST = 20
"""Steps shown of a section that is no chain; the rest is counted."""

RLM = "\u200f"
_ISOLATED = re.compile(f"{FSI}[^{PDI}]*{PDI}")


def render(answer: Answer, language: str) -> str:
    """The answer as plain text; lines of a right-to-left language keep their direction whatever they begin with."""
    words = phrases(language)
    return "\n".join(_line(line, words) for line in _lines(page(answer, words, MOST), words)) + "\n"


def _lines(told: Page, words: Phrases) -> Iterator[str]:
    yield from (told.title, told.summary)
    yield from _short(told.short, words)
    for section in told.sections:
        yield from ("", section.heading)
        if section.note:
            yield f"  {section.note}"
        if section.more:
            yield f"  {section.more}"
        for step in section.steps:
            yield ""
            yield from _step(step, words)
    yield from _contested(told, words)
    if told.sides:
        yield from ("", words.say("sides"), *(f"  {line}" for line in told.sides))
    if told.read:
        yield from ("", words.say("read"), *(f"  {line}" for line in told.read))
    yield from ("", told.note)


def _short(told: Narrative, words: Phrases) -> Iterator[str]:
    """The best chains, a sentence a line, each clause with the number of the step it stands on."""
    if told.accounts:
        yield from ("", words.say("short"))
    for place, account in enumerate(told.accounts):
        yield from ([""] if place else [])
        for sentence in account.sentences:
            clauses = (f"{text} [{words.number(number)}]" for text, number in sentence.clauses)
            yield f"  {sentence.lead}{words.say('semicolon').join(clauses)}{words.say('stop')}"
        yield f"  ({account.backed})"
    if told.open:
        yield from ("", *(f"  {line}" for line in told.open))


def _step(told: Told, words: Phrases) -> Iterator[str]:
    yield f"{words.number(told.number):>3}. {told.head}"
    if not told.again:
        yield f"     {words.quote(told.step.quote.text)}"
    yield f"     [{told.where}{words.say('semicolon')}{words.say('semicolon').join(told.notes)}]"
    for reason in told.because:
        yield _reason(reason, words, "     ↑ ")
    if told.also:
        yield f"     {told.also}"


def _reason(reason: Reasoned, words: Phrases, lead: str) -> str:
    quote = f"{words.say('colon')}{words.quote(reason.quote.text)}" if reason.quote else ""
    place = f" [{reason.where}]" if reason.where else ""
    return f"{lead}{reason.text}{quote}{place}"


def _contested(told: Page, words: Phrases) -> Iterator[str]:
    if told.contested:
        yield from ("", words.say("contested"))
    for dispute in told.contested:
        yield f"  {dispute.text}{words.say('colon')}".rstrip()
        for reason in dispute.reasons:
            yield _reason(reason, words, "  - ")


def _line(line: str, words: Phrases) -> str:
    """The line, with a mark before it where it would otherwise not run from right to left."""
    if words.direction == "ltr" or not line.strip():
        return line
    strong = (unicodedata.bidirectional(char) for char in _ISOLATED.sub("", line))
    return line if next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L" else RLM + line
