"""The whole way through the house: what the user names, to documents, to events and reasons, to the answer."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ravabet import explaining, reading, repairing
from ravabet.coding import Scene, coded, events, linked, scene, sure
from ravabet.coding.explain import HEADS, Remark
from ravabet.coding.explain import explained as coding_explained
from ravabet.explaining import Answer, code_of
from ravabet.explaining.phrases import phrases
from ravabet.explaining.remarks import said
from ravabet.language import source_line
from ravabet.model import Coding, Document, Problem, Reason, Repair, UsageError, one_day
from ravabet.reasoning import reasons

Day = datetime.date | str
"""A day, or how it is written (``2025-05-14``)."""
Input = str | Path | Document | Problem | Coding
"""What can be asked about: a file, a folder, ``-``, or what an earlier step gave."""

TOLD = ("happened", "planned")
"""Standing of an act that a reason may be a second witness of."""

_UNKNOWN = 'is in no language that Ravabet knows; state it in the field "language" if it is one of {known}'
_UNCODED = "is in a language ({language}) that is read but not yet coded; coded so far: {known}"
_BROKEN = "could not be coded because of a fault in Ravabet ({fault}); please report it with the text"


def read(
    *inputs: str | Path,
    language: str | None = None,
    published: Day | None = None,
    source: str | None = None,
) -> Iterator[Document | Problem]:
    """The documents of files, folders and ``-`` (standard input), as they arrived; a Problem for each bad one.

    ``language``, ``published`` and ``source`` hold for documents that do not state their own. Raises UsageError where
    ``published`` is no day.
    """
    return reading.read(*inputs, language=language, published=_day(published), source=source)


def repair(text: str, *, language: str | None = None, letters: bool = False, half_spaces: bool = False) -> Repair:
    """The text with its damage undone, with the original, the steps and the way back; a sound text as it is.

    ``letters``: also write every yeh and kaf with the letters of the language; ``half_spaces``: also put half-spaces
    where the usual spelling of Persian has them. Both change sound text, which nothing else does.
    """
    return repairing.repair(text, language=language, letters=letters, half_spaces=half_spaces)


def mended(document: Document) -> Document:
    """The document in reading order; the same document where nothing was damaged or it was repaired before."""
    if document.repair is not None:
        return document
    done = repairing.repair(document.text, language=document.language)
    if done.damage is None:
        return document
    language = document.language or reading.detect_language(done.text)
    scrambled = document.title is not None and document.title == reading.title_line(document.text)
    title = reading.title_line(done.text) if scrambled else document.title
    return replace(document, text=done.text, repair=done, language=language, title=title)


def named(document: Document) -> Document:
    """The document with the source that a line of its own text names, if one does."""
    found = source_line(document.text, document.language) if document.language else None
    return replace(document, source=found[1]) if found else document


def code(
    document: Document | str,
    *,
    language: str | None = None,
    published: Day | None = None,
    source: str | None = None,
    fast: bool = False,
    wide: bool = False,
) -> Coding:
    """Everything that happens in a document, and why; a Problem in it, never an exception, where it cannot be coded.

    A plain text is a document, too; ``language``, ``published`` and ``source`` are said of a text only, since a
    document states its own. ``fast``: without a parser, which Arabic and Russian can do without: events differ a
    little, reasons are not sought. ``wide``: purposes, conditions and outcomes are reasons, too (English). Raises
    UsageError where ``published`` is no day.
    """
    if isinstance(document, str):
        document = reading.written(document, language=language, published=_day(published), source=source)
    try:
        document = named(mended(document))
        what = _uncoded(document.language)
        if what:
            return Coding(document, problem=Problem(_place(document), what))
        return _coding(document, fast=fast, wide=wide)
    except Exception as fault:  # one bad document must not stop a batch of millions
        what = _BROKEN.format(fault=f"{type(fault).__name__}: {fault}")
        return Coding(document, problem=Problem(_place(document), what))


def _coding(document: Document, *, fast: bool, wide: bool = False) -> Coding:
    """The sure events and reasons of a document, and the less sure events that a reason speaks of.

    What did not happen or is only claimed, and what nobody is said to have done, needs no less than full confidence.
    """
    language = document.language or ""
    laid = scene(document.text, language, document.published, fast=fast)
    told, needed = events(laid, linked(language)), sure(language)
    found = tuple(
        replace(reason, speaker=reason.speaker or _speaker(reason, laid))
        for reason in reasons(document.text, laid.sentences, told, language, coded=True, fast=fast, wide=wide)
    )
    spoken_of = {id for reason in found for side in (reason.cause, reason.effect) for id in side.events}
    kept = tuple(e for e in told if e.confidence >= needed or (e.id in spoken_of and e.actors and e.status in TOLD))
    ids = {event.id for event in kept}
    return Coding(document, kept, tuple(_of_events(reason, ids) for reason in found))


def _of_events(reason: Reason, kept: set[str]) -> Reason:
    """A reason whose sides name none but the events that were kept; what else they tell stands in their words."""
    cause, effect = (
        replace(side, events=tuple(id for id in side.events if id in kept)) for side in (reason.cause, reason.effect)
    )
    return replace(reason, cause=cause, effect=effect)


def explained(coding: Coding, *, fast: bool = False) -> Iterator[str]:
    """Why a document was coded so, in lines to read: its name, then each sentence with its acts."""
    yield f"== {_place(coding.document)}"
    if coding.problem is not None:
        yield f"{coding.problem.where}: {coding.problem.what}"
    english = phrases("en")
    for remark in remarks(coding, fast=fast):
        yield f"{'' if remark.kind in HEADS else '    '}{said(remark, english)}"


def remarks(coding: Coding, *, fast: bool = False) -> Iterator[Remark]:
    """Why a document was coded so: its sentences, each with its acts; nothing of one that could not be coded."""
    document = coding.document
    if coding.problem is None and document.language:
        yield from coding_explained(scene(document.text, document.language, document.published, fast=fast))


def code_all(
    inputs: Iterable[Input], *, published: Day | None = None, fast: bool = False, wide: bool = False
) -> Iterator[Coding]:
    """The coding of every document in ``inputs``, in order; what could not be read is a Coding with a Problem."""
    day = _day(published)
    for given in inputs:
        if isinstance(given, Coding):
            yield given
        elif isinstance(given, Problem):
            yield Coding(Document(given.where, ""), problem=given)
        elif isinstance(given, Document):
            yield code(given if given.published else replace(given, published=day), fast=fast, wide=wide)
        else:
            yield from code_all(read(given, published=day), fast=fast, wide=wide)


def why(
    a: str,
    b: str,
    *inputs: Input,
    published: Day | None = None,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    depth: int | None = None,
) -> Answer:
    """Why relations between ``a`` and ``b`` changed, by what ``inputs`` say.

    Both are codes, or names in any of the four languages.
    ``published`` is the date of documents without one; ``since`` and ``until`` bound the changes, ``depth`` the links
    back from a change. Raises UsageError for an unknown country and where ``published`` is no day.
    """
    one, two = code_of(a), code_of(b)
    return explaining.why(list(code_all(inputs, published=published)), one, two, since=since, until=until, depth=depth)


def _day(given: Day | None) -> datetime.date | None:
    if not isinstance(given, str):
        return given
    try:
        return one_day(given)
    except ValueError as problem:
        message = f"published: {problem}"
        raise UsageError(message) from problem


def _uncoded(language: str | None) -> str | None:
    known = ", ".join(coded())
    if language is None:
        return _UNKNOWN.format(known=known)
    return None if language in coded() else _UNCODED.format(language=language, known=known)


def _speaker(reason: Reason, laid: Scene) -> str | None:
    """Who is quoted with a reason: the voice in whose words its cue stands, or where it has none, its effect."""
    at = (reason.cue or reason.effect.span).start
    for sentence, voices in zip(laid.sentences, laid.voices, strict=True):
        if not sentence.span.start <= at < sentence.span.end:
            continue
        for number, token in enumerate(sentence.tokens):
            clause = sentence.clause_of(number) if token.start <= at < token.end else None
            voice = None if clause is None else voices.within[clause]
            if voice is not None:
                return voice.code
    return None


def _place(document: Document) -> str:
    return document.path or document.id
