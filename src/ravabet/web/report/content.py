"""What a report holds, in the reader's words, once for all its formats."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from ravabet import __version__
from ravabet.explaining import Answer
from ravabet.explaining.answer import Source
from ravabet.explaining.phrases import FSI, PDI
from ravabet.explaining.view import Page, page
from ravabet.lexicon import name, quads
from ravabet.model import first_day
from ravabet.relating.series import Happening, Series, series
from ravabet.web.charts.timeline import Bar, Flag
from ravabet.web.reader import Reader, Words, words
from ravabet.web.series import drawn, fitting
from ravabet.web.turns import flags

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
Row = Sequence[str]


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

    def periods(self) -> tuple[Row, list[Row]]:
        """The chart as a table: its head, and a row for each period with events."""
        words = self.words
        head = [words.ui("answer.period"), *(words.ui(f"quad.q{q}") for q in (1, 2, 3, 4)), words.ui("answer.mean")]
        shown = [bar for bar in self.bars if bar.events]
        means = [words.decimal(bar.mean) if bar.mean is not None else "–" for bar in shown]
        return head, [[bar.label, *map(words.number, bar.counts), mean] for bar, mean in zip(shown, means, strict=True)]

    def chart_says(self) -> str:
        """What the chart shows, for those who do not see it."""
        words = self.words
        kinds = [(words.ui(f"quad.q{quad + 1}"), sum(bar.counts[quad] for bar in self.bars)) for quad in range(4)]
        counted = words.say("comma").join(f"{kind} {words.number(count)}" for kind, count in kinds if count)
        span = f"{self.bars[0].label} – {self.bars[-1].label}"
        lines = [f"{span}{words.say('colon')}{counted}", *(flag.says for flag in self.flags)]
        return f"{words.ui('answer.timeline')}{words.say('colon')}{words.say('semicolon').join(lines)}"

    def read(self) -> tuple[Row, list[Row]]:
        """The documents that were read as a table: its head, and a row for each."""
        head = [self.words.ui(f"report.{column}") for column in COLUMNS]
        return head, [[getattr(line, column) for column in COLUMNS] for line in self.sources]


def content(
    answer: Answer,
    language: str,
    facts: Facts,
    course: Series | None = None,
    origins: Mapping[str, Origin] | None = None,
) -> Report:
    """The report on an answer.

    ``course``: how relations moved by all that is known; without it the dated events of the answer are drawn.
    ``origins``: what is known of documents, by their ids.
    """
    speech = words(Reader(language))
    went = drawn(course or told_in(answer), speech)
    return Report(
        answer=answer,
        words=speech,
        told=page(answer, speech),
        bars=went.bars,
        period=went.period,
        flags=flags(went.changes, speech),
        sources=tuple(_source(source, (origins or {}).get(source.id, Origin()), speech) for source in answer.sources),
        made=_made(facts, speech),
        method=tuple(speech.ui(f"report.{key}") for key in METHOD),
        cited=_cited(answer, facts, speech),
    )


def told_in(answer: Answer) -> Series | None:
    """How relations moved by the events of an answer; None where none is dated."""
    found = list(_happenings(answer))
    days = [one.day for one in found]
    if not days:
        return None
    read = Counter(source.published for source in answer.sources if source.published and not source.problem)
    return series(answer.a, answer.b, found, by=fitting((max(days) - min(days)).days), read=read)


def _happenings(answer: Answer) -> Iterator[Happening]:
    """The events between the two, each on its day or, where it has none, on the day of its report."""
    for step in answer.changes:
        act = step.act
        day = first_day(act.date) if act and act.date else step.quote.published
        if act and day:
            yield Happening(act.id, day, act.type, quads()[act.type], act.score, step.confidence, 1 + len(step.reports))


def _source(source: Source, origin: Origin, speech: Words) -> SourceLine:
    notes = [speech.ui("report.by", author=f"{FSI}{origin.author}{PDI}")] if origin.author else []
    notes += [speech.ui("report.repaired")] if source.repaired else []
    notes += [speech.ui("report.copied", of=f"{FSI}{source.copy_of}{PDI}")] if source.copy_of else []
    if source.problem:
        notes.append(f"{speech.ui('report.unread')}{speech.say('colon')}{speech.fault(source.problem.what)}")
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
