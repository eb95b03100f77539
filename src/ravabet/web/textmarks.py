"""A document's text, line by line, with what was coded in it marked and linked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from ravabet.model import Document, Event, Reason, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text: ``kind`` is its class; ``href``, where given, what it opens, ``says`` what that is."""

    span: Span
    kind: str
    href: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text with its number, counted from 1, and the same line as it arrived."""

    number: int
    html: Markup
    original: str | None = None
    changed: bool = False


def lines(document: Document, marks: Sequence[Mark]) -> list[Line]:
    """The lines of a document; the ones as they arrived beside them where it was repaired."""
    originals = document.repair.original.split("\n") if document.repair and document.repaired else []
    texts = document.text.split("\n")
    aligned = len(originals) == len(texts)
    found, start = [], 0
    for number, text in enumerate(texts):
        original = originals[number] if aligned else None
        inside = [m for m in marks if m.span.start < start + len(text) and start < m.span.end]
        found.append(Line(number + 1, _marked(text, start, inside), original, original not in (None, text)))
        start += len(text) + 1
    return found[:-1] if len(found) > 1 and not texts[-1] else found


def _marked(text: str, start: int, marks: Sequence[Mark]) -> Markup:
    """One line, cut where a mark begins or ends; of several links the shortest stretch wins."""
    cuts = {0, len(text)}
    for mark in marks:
        cuts |= {max(0, mark.span.start - start), min(len(text), mark.span.end - start)}
    html = Markup()
    for first, last in pairwise(sorted(cuts)):
        here = [m for m in marks if m.span.start <= start + first and start + last <= m.span.end]
        html += _piece(text[first:last], here)
    return html


def _piece(text: str, here: Sequence[Mark]) -> Markup:
    linked = [mark for mark in here if mark.href]
    plain = " ".join(dict.fromkeys(mark.kind for mark in here if not mark.href))
    inner = escape(text)
    if linked:
        mark = min(linked, key=lambda one: one.span.end - one.span.start)
        inner = Markup('<a class="at {}" href="{}" title="{}">{}</a>').format(mark.kind, mark.href, mark.says, inner)
    return Markup('<span class="{}">{}</span>').format(plain, inner) if plain else Markup(inner)


def parts_of(event: Event) -> list[Mark]:
    """What a chosen event stands on: its sentence, who takes part, when and where."""
    marks = [Mark(event.sentence, "in")]
    marks += [Mark(actor.span, "who") for actor in (*event.actors, *event.recipients)]
    marks += [Mark(event.when.span, "when")] if event.when else []
    marks += [Mark(event.where, "when")] if event.where else []
    return marks + ([Mark(event.amount.span, "when")] if event.amount else [])


def sides_of(reason: Reason) -> list[Mark]:
    """What a chosen reason stands on: its sentence and both sides, with what an anaphor points back to."""
    causes = (reason.cause.span, *reason.cause.stands_for)
    effects = (reason.effect.span, *reason.effect.stands_for)
    sides = [*(Mark(span, "cause") for span in causes), *(Mark(span, "effect") for span in effects)]
    return [Mark(reason.sentence, "in"), *sides]
