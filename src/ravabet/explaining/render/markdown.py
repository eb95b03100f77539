"""An answer as Markdown, to paste into notes and reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ravabet.explaining.answer import Answer
from ravabet.explaining.narrative import Narrative
from ravabet.explaining.phrases import Phrases, phrases
from ravabet.explaining.view import Page, Reasoned, Told, page

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def render(answer: Answer, language: str) -> str:
    """The answer as Markdown: a heading a section, a numbered paragraph a step, its sentence as a block quote."""
    words = phrases(language)
    return "\n".join(_lines(page(answer, words), words)) + "\n"


def _lines(told: Page, words: Phrases) -> Iterator[str]:
    yield from (f"# {plain(told.title)}", "", plain(told.summary))
    yield from _short(told.short, words)
    for section in told.sections:
        yield from ("", f"## {plain(section.heading)}")
        if section.note:
            yield from ("", plain(section.note))
        for step in section.steps:
            yield from _step(step, words)
    if told.contested:
        yield from ("", f"## {words.say('contested')}")
    for dispute in told.contested:
        yield from ("", f"{plain(dispute.text)}{words.say('colon')}", "")
        yield from (_reason(reason, words) for reason in dispute.reasons)
    if told.sides:
        yield from ("", f"## {words.say('sides')}", "", *(f"- {plain(line)}" for line in told.sides))
    if told.read:
        yield from ("", f"## {words.say('read')}", "", *(f"- {plain(line)}" for line in told.read))
    yield from ("", plain(told.note))


def _short(told: Narrative, words: Phrases) -> Iterator[str]:
    """The best chains, a list each, every clause with the number of the step it stands on."""
    if told.accounts:
        yield from ("", f"## {words.say('short')}")
    for account in told.accounts:
        yield ""
        for sentence in account.sentences:
            clauses = (f"{plain(text)} [{words.number(number)}](#{number})" for text, number in sentence.clauses)
            yield f"- {plain(sentence.lead)}{words.say('semicolon').join(clauses)}{words.say('stop')}"
        yield from ("", f"({plain(account.backed)})")
    for line in told.open:
        yield from ("", plain(line))


def _step(told: Told, words: Phrases) -> Iterator[str]:
    yield from ("", f'<a id="{told.number}"></a>**{words.number(told.number)}. {plain(told.head)}**', "")
    if not told.again:
        yield from (f"> {plain(words.quote(told.step.quote.text))}", "")
    yield f"- {plain(words.say('semicolon').join((told.where, *told.notes)))}"
    yield from (_reason(reason, words) for reason in told.because)
    if told.also:
        yield f"- {plain(told.also)}"


def _reason(reason: Reasoned, words: Phrases) -> str:
    quote = f"{words.say('colon')}{words.quote(reason.quote.text)}" if reason.quote else ""
    place = f" ({reason.where})" if reason.where else ""
    return f"- ↑ {plain(reason.text + quote + place)}"


def plain(text: str) -> str:
    """``text`` with every character that Markdown would read as a sign escaped."""
    return _SPECIAL.sub(r"\\\1", text)
