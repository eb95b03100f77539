"""Text as HTML: every run in its own direction, every quotation with its words marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from ravabet.explaining.answer import Quote
from ravabet.explaining.phrases import FSI, PDI, Phrases


def text(value: str) -> Markup:
    """A line of ours as HTML: the isolates in it become ``bdi`` elements."""
    return Markup(str(escape(value)).replace(FSI, "<bdi>").replace(PDI, "</bdi>"))


def bdi(value: object) -> Markup:
    """A name from a text, isolated from the line that it stands in."""
    return Markup("<bdi>{}</bdi>").format(bare(str(value)))


def bare(value: str) -> str:
    """``value`` without our isolates, for titles, attributes and files."""
    return value.replace(FSI, "").replace(PDI, "")


def isolated(value: str) -> str:
    """A label of a chart: in isolates, so that it runs in its own direction in a picture that runs left to right."""
    return f"{FSI}{bare(value)}{PDI}"


def block(language: str | None) -> Markup:
    """The attributes of a block of text from a document."""
    known = Markup(' lang="{}"').format(language) if language else ""
    return Markup('{} dir="auto"').format(known)


def collapsed(value: str) -> str:
    """``value`` with each run of white space as one space."""
    return re.sub(r"\s+", " ", value).strip()


def marked(value: str, start: int, spans: Iterable[tuple[int, int, str]]) -> Markup:
    """A stretch of a text that begins at offset ``start``, the spans in it (offsets into the text, class) marked."""
    html, at = Markup(), 0
    for first, last, kind in sorted(spans):
        first, last = first - start, last - start
        if first < at or last > len(value) or last <= first:
            continue
        html += escape(_spaced(value[at:first]))
        html += Markup('<mark class="{}">{}</mark>').format(kind, _spaced(value[first:last]))
        at = last
    return html + escape(_spaced(value[at:]))


def quoted(sentence: Quote, words: Quote) -> Markup:
    """A sentence with the words in it that say the act."""
    return marked(sentence.text, sentence.span.start, [(words.span.start, words.span.end, "act")])


def linked_steps(said: str, numbers: Sequence[int], words: Phrases) -> Markup:
    """A phrase that names steps by number, the numbers as links to them."""
    links = words.listed([f"\x01{number}\x02" for number in numbers])
    html = str(text(said.replace(words.numbers(numbers), links, 1)))
    for number in numbers:
        html = html.replace(f"\x01{number}\x02", f'<a href="#step-{number}">{words.number(number)}</a>')
    return Markup(html)


def _spaced(value: str) -> str:
    return re.sub(r"\s+", " ", value)
