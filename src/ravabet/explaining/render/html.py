"""An answer as one self-contained page: no script, no other file, every text in its own direction."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files

from ravabet.explaining.answer import Answer, Quote
from ravabet.explaining.narrative import Narrative, Sentence
from ravabet.explaining.phrases import FSI, PDI, Phrases, phrases
from ravabet.explaining.view import Page, Reasoned, Section, Told, page


def render(answer: Answer, language: str) -> str:
    """The answer as HTML 5; each step has the anchor ``#step-N`` and marks the act's own words in its sentence."""
    words = phrases(language)
    told = page(answer, words)
    style = (files("ravabet.explaining.render") / "page.css").read_text(encoding="utf-8")
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{language}" dir="{words.direction}">',
        f"<head>{head}<title>{_bare(told.title)}</title><style>\n{style}</style></head>",
        "<body><main>",
        *_body(told, words),
        "</main></body></html>",
    ]
    return "\n".join(lines) + "\n"


def _body(told: Page, words: Phrases) -> Iterator[str]:
    yield f"<h1{_own(words)}>{_text(told.title)}</h1>"
    yield f'<p class="summary"{_own(words)}>{_text(told.summary)}</p>'
    yield from _short(told.short, words)
    for section in told.sections:
        yield from _section(section, words)
    if told.contested:
        yield f"<section><h2{_own(words)}>{_text(words.say('contested'))}</h2>"
        for dispute in told.contested:
            yield f"<p{_own(words)}>{_text(dispute.text)}</p><ul>"
            yield from (f"<li{_own(words)}>{_reason(reason, words)}</li>" for reason in dispute.reasons)
            yield "</ul>"
        yield "</section>"
    if told.sides:
        yield from _list(words.say("sides"), told.sides, words)
    if told.read:
        yield from _list(words.say("read"), told.read, words)
    yield f'<footer><p class="where"{_own(words)}>{_text(told.note)}</p></footer>'


def _short(told: Narrative, words: Phrases) -> Iterator[str]:
    """The best chains, a paragraph each, every clause with a link to the step it stands on."""
    if not told.accounts and not told.open:
        return
    yield f'<section class="short"><h2{_own(words)}>{_text(words.say("short"))}</h2>'
    for account in told.accounts:
        yield f"<p{_own(words)}>{' '.join(_sentence(sentence, words) for sentence in account.sentences)}</p>"
        yield f'<p class="where"{_own(words)}>{_text(account.backed)}</p>'
    yield from (f"<p{_own(words)}>{_text(line)}</p>" for line in told.open)
    yield "</section>"


def _sentence(sentence: Sentence, words: Phrases) -> str:
    clauses = (f"{_text(text)} {_note(number, words)}" for text, number in sentence.clauses)
    return f"{_text(sentence.lead)}{words.say('semicolon').join(clauses)}{words.say('stop')}"


def _note(number: int, words: Phrases) -> str:
    """The footnote sign of a step."""
    return f'<sup><a href="#step-{number}">[{words.number(number)}]</a></sup>'


def _section(section: Section, words: Phrases) -> Iterator[str]:
    yield f'<section class="{section.key}"><h2{_own(words)}>{_text(section.heading)}</h2>'
    if section.note:
        yield f"<p{_own(words)}>{_text(section.note)}</p>"
    if section.steps:
        yield f'<ol start="{section.steps[0].number}">'
        for step in section.steps:
            yield from _step(step, words)
        yield "</ol>"
    yield "</section>"


def _step(told: Told, words: Phrases) -> Iterator[str]:
    yield f'<li id="step-{told.number}"><p class="act"{_own(words)}>{_text(told.head)}</p>'
    yield f"<blockquote{_of(told.step.quote)}>{_marked(told.step.quote, told.step.words)}</blockquote>"
    yield f'<p class="where"{_own(words)}>{_text(words.say("semicolon").join((told.where, *told.notes)))}</p>'
    for reason in told.because:
        yield f'<p class="because"{_own(words)}>↑ {_reason(reason, words)}</p>'
    if told.also:
        yield f'<p class="where"{_own(words)}>{_text(told.also)}</p>'
    yield "</li>"


def _reason(reason: Reasoned, words: Phrases) -> str:
    """The reason, the numbers of its steps as links to them."""
    links = words.listed([f'<a href="#step-{n}">{words.number(n)}</a>' for n in reason.causes])
    text = _text(reason.text).replace(words.numbers(reason.causes), links, 1)
    quote = f" <q{_of(reason.quote)}>{_text(_collapsed(reason.quote.text))}</q>" if reason.quote else ""
    place = f" <small>{_text(reason.where)}</small>" if reason.where else ""
    return text + quote + place


def _list(heading: str, lines: Iterable[str], words: Phrases) -> Iterator[str]:
    yield f"<section><h2{_own(words)}>{_text(heading)}</h2><ul>"
    yield from (f"<li{_own(words)}>{_text(line)}</li>" for line in lines)
    yield "</ul></section>"


def _own(words: Phrases) -> str:
    return f' lang="{words.language}" dir="auto"'


def _of(quote: Quote) -> str:
    language = f' lang="{html.escape(quote.language)}"' if quote.language else ""
    return f'{language} dir="auto"'


def _marked(sentence: Quote, words: Quote) -> str:
    """The sentence with the words in it marked."""
    start, end = words.span.start - sentence.span.start, words.span.end - sentence.span.start
    if start < 0 or end > len(sentence.text):
        return _text(_collapsed(sentence.text))
    before, inside, after = (_spaced(part) for part in (sentence.text[:start], words.text, sentence.text[end:]))
    return f"{_text(before)}<mark>{_text(inside)}</mark>{_text(after)}"


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _collapsed(text: str) -> str:
    return _spaced(text).strip()


def _text(text: str) -> str:
    return html.escape(text).replace(FSI, "<bdi>").replace(PDI, "</bdi>")


def _bare(text: str) -> str:
    return html.escape(text.replace(FSI, "").replace(PDI, ""))
