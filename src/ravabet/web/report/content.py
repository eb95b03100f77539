"""What a report holds, in the reader's words, once for all its formats."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from ravabet import __version__
from ravabet.explaining import Answer
from ravabet.explaining.answer import Source
from ravabet.explaining.phrases import FSI, PDI
from ravabet.explaining.view import Page, page
from ravabet.lexicon import name
from ravabet.store import quads
from ravabet.web.charts.timeline import Bar, Flag
from ravabet.web.reader import Reader, Words, words
from ravabet.web.series import bars, fitting
from ravabet.web.turns import Change

METHOD = ("coded", "reasons", "confidence", "errors")
"""The paragraphs on method and limits, by their keys in the catalogue."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a report says of how it was made; ``dataset``: of the project file it was made from, if from one."""

    lexicon: str
    day: datetime.date
    dataset: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document says of itself: its title, who wrote it, and the file or address it was read from."""

    title: str | None = None
    author: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A document that was read, as a row of the table of sources; ``tongue`` is the code of its language."""

    source: str
    headline: str
    document: str
    day: str
    language: str
    note: str
    tongue: str | None = None
    address: str | None = None


COLUMNS = ("source", "headline", "document", "day", "language", "note")
"""The columns of the table of sources, by their keys in the catalogue."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report in one language; ``bars`` are the periods of its chart, each ``period`` (month, year ...) long.

    ``flags``: the change points on it.
    """

    answer: Answer
    words: Words
    told: Page
    bars: tuple[Bar, ...]
    period: str
    flags: tuple[Flag, ...]
    sources: tuple[SourceLine, ...]
    made: str
    method: tuple[str, ...]
    cited: str


def content(
    answer: Answer,
    language: str,
    facts: Facts,
    events: Sequence[Mapping[str, Any]] | None = None,
    origins: Mapping[str, Origin] | None = None,
    changes: Iterable[Change] = (),
) -> Report:
    """The report on an answer.

    ``events``: rows with day, quad (class), events (how many) and mean (score) to draw; without them the dated events
    of the answer are drawn. ``origins``: what is known of documents, by their ids. ``changes``: the change points.
    """
    speech = words(Reader(language))
    rows = list(_dated(answer)) if events is None else list(events)
    days = [row["day"] for row in rows]
    period = fitting((max(days) - min(days)).days) if days else "month"
    return Report(
        answer=answer,
        words=speech,
        told=page(answer, speech),
        bars=bars(rows, period, speech) if rows else (),
        period=period,
        flags=tuple(_flag(number, one, speech) for number, one in enumerate(changes, 1)),
        sources=tuple(_source(source, (origins or {}).get(source.id, Origin()), speech) for source in answer.sources),
        made=_made(facts, speech),
        method=tuple(speech.ui(f"report.{key}") for key in METHOD),
        cited=_cited(answer, facts, speech),
    )


def _dated(answer: Answer) -> Iterator[dict[str, Any]]:
    """The events between the two, each on its day or, where it has none, on the day of its report."""
    for step in answer.changes:
        day = _day(step.act.date if step.act else None) or step.quote.published
        if step.act and day:
            yield {"day": day, "quad": quads()[step.act.type], "events": 1, "mean": step.act.score}


def _day(date: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(f"{date}-01-01"[:10]) if date else None


def _source(source: Source, origin: Origin, speech: Words) -> SourceLine:
    notes = [speech.ui("report.by", author=f"{FSI}{origin.author}{PDI}")] if origin.author else []
    notes += [speech.ui("report.repaired")] if source.repaired else []
    notes += [speech.ui("report.copied", of=f"{FSI}{source.copy_of}{PDI}")] if source.copy_of else []
    notes += [f"{speech.ui('report.unread')}{speech.say('colon')}{source.problem.what}"] if source.problem else []
    return SourceLine(
        source=source.source or "–",
        headline=origin.title or "–",
        document=source.id,
        day=speech.plain_date(source.published.isoformat()) if source.published else "–",
        language=_language(source.language, speech),
        note=speech.say("semicolon").join(notes),
        tongue=source.language,
        address=_address(origin.path),
    )


def _language(code: str | None, speech: Words) -> str:
    return speech.ui(f"languages.{code}") if code and speech.known(f"languages.{code}") else code or "–"


def _address(path: str | None) -> str | None:
    """Where a document can be found: its address in the web, or the name of its file without the folders."""
    if not path or path.startswith(("http://", "https://")):
        return path or None
    return PurePath(path).name


def _flag(number: int, change: Change, speech: Words) -> Flag:
    kind, day = speech.ui(f"answer.{change.kind}"), speech.date(change.day.isoformat())
    before, after = speech.decimal(change.before), speech.decimal(change.after)
    return Flag(change.day, number, speech.ui("answer.change", day=day, kind=kind, before=before, after=after))


def _made(facts: Facts, speech: Words) -> str:
    day = speech.date(facts.day.isoformat())
    made = speech.ui("report.made", day=day, version=__version__, lexicon=facts.lexicon)
    return f"{made} {speech.ui('report.dataset', dataset=facts.dataset)}" if facts.dataset else made


def _cited(answer: Answer, facts: Facts, speech: Words) -> str:
    sides = {"a": name(answer.a, speech.language), "b": name(answer.b, speech.language)}
    dataset = f"{speech.say('comma')}{speech.ui('report.dataset', dataset=facts.dataset)}" if facts.dataset else ""
    return speech.ui(
        "report.cited",
        year=speech.digits(str(facts.day.year)),
        title=speech.say("question", **sides),
        version=__version__,
        lexicon=facts.lexicon,
        dataset=dataset.rstrip("."),
    )
