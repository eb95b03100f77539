"""A report as a Word document: every paragraph in the direction of its own text, every run in its language."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_DIRECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from ravabet.explaining.answer import Quote
from ravabet.explaining.phrases import FSI, PDI
from ravabet.explaining.view import Dispute, Reasoned, Section, Told
from ravabet.web.markup import bare
from ravabet.web.report.content import Report

RIGHT_TO_LEFT = frozenset({"fa", "ar"})
TAGS = {"fa": "fa-IR", "ar": "ar-SA", "ru": "ru-RU", "en": "en-GB"}
"""Word's names of languages."""
FONT = "Arial"
"""Has Latin, Cyrillic, Arabic and Persian letters on every system, or is replaced by one that has."""
LEFT_MARK, RIGHT_MARK = "\u200e", "\u200f"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ISOLATE = re.compile(f"{FSI}([^{FSI}{PDI}]*){PDI}")
_ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def render(report: Report) -> bytes:
    """The report as the bytes of a DOCX file; two of one report differ in the time that the archive keeps."""
    return _Writer(report).written()


class _Writer:
    """Puts a report into a document of python-docx."""

    def __init__(self, report: Report) -> None:
        self.report, self.words = report, report.words
        self.language = report.words.language
        self.file: Any = docx.Document()
        self._prepare()

    def written(self) -> bytes:
        told, words = self.report.told, self.words
        self.heading(told.title, 0)
        self.line(told.summary)
        self.line(self.report.made)
        if told.short.accounts or told.short.open:
            self.heading(words.say("short"))
        for account in told.short.accounts:
            self.line(self._prose(account.sentences))
            self.line(account.backed)
        for line in told.short.open:
            self.line(line)
        self._numbers()
        for section in told.sections:
            self._section(section)
        if told.contested:
            self.heading(words.say("contested"))
            for dispute in told.contested:
                self._dispute(dispute)
        self._list(words.say("sides"), told.sides)
        self._sources()
        self._list(words.say("read"), told.read)
        self.heading(words.ui("report.method"))
        for paragraph in self.report.method:
            self.line(paragraph)
        self.heading(words.ui("report.cite"))
        self.line(self.report.cited)
        self.line(told.note)
        out = io.BytesIO()
        self.file.save(out)
        return out.getvalue()

    def _prepare(self) -> None:
        for style in self.file.styles:
            if style.type == WD_STYLE_TYPE.PARAGRAPH and getattr(style, "font", None) is not None:
                style.font.name = FONT
                fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
                for script in ("ascii", "hAnsi", "cs", "eastAsia"):
                    fonts.set(qn(f"w:{script}"), FONT)
        self.file.styles["Normal"].font.size = Pt(10.5)
        for section in self.file.sections:
            section.page_width, section.page_height = Cm(21), Cm(29.7)
            section.left_margin = section.right_margin = Cm(2.2)
        self.file.core_properties.title = _clean(self.report.told.title)
        self.file.core_properties.author = "Ravabet"
        self.file.core_properties.language = TAGS[self.language]

    # --- paragraphs

    def heading(self, text: str, level: int = 1) -> None:
        """A heading in the language of the report."""
        self._fill(self.file.add_heading("", level), text, self.language)

    def line(self, text: str, style: str = "Normal", *, bold: bool = False) -> None:
        """A paragraph of ours, what stands in isolates as runs of their own."""
        self._fill(self.file.add_paragraph("", style), text, self.language, bold=bold)

    def quote(self, quote: Quote, words: Quote | None = None) -> None:
        """A quotation in the direction of its own language, ``words`` in it bold."""
        paragraph = self.file.add_paragraph("", "Quote")
        start, end = _within(quote, words)
        for text, bold in ((quote.text[:start], False), (quote.text[start:end], True), (quote.text[end:], False)):
            self._fill(paragraph, _folded(text), quote.language, bold=bold)

    def _fill(self, paragraph: Any, text: str, language: str | None, *, bold: bool = False) -> None:  # noqa: ANN401
        right = language in RIGHT_TO_LEFT if language else bool(_ARABIC.search(text))
        properties = paragraph._p.get_or_add_pPr()
        if right and properties.find(qn("w:bidi")) is None:
            properties.append(OxmlElement("w:bidi"))
        pieces = list(_pieces(text))
        for piece, isolated in pieces:
            told = _held(piece) if isolated else _between(piece, right=right) if len(pieces) > 1 else piece
            run = paragraph.add_run(_clean(told))
            run.bold = run.font.cs_bold = bold or None
            _mark(run, piece, language if not isolated else None, right=right)

    # --- parts

    def _prose(self, sentences: Iterable[Any]) -> str:
        words = self.words
        told = []
        for sentence in sentences:
            clauses = (f"{text} [{words.number(number)}]" for text, number in sentence.clauses)
            told.append(f"{sentence.lead}{words.say('semicolon').join(clauses)}{words.say('stop')}")
        return " ".join(told)

    def _section(self, section: Section) -> None:
        self.heading(section.heading)
        if section.note:
            self.line(section.note)
        for step in section.steps:
            self._step(step)

    def _step(self, told: Told) -> None:
        words = self.words
        self.line(f"{words.number(told.number)}. {told.head}", bold=True)
        if not told.again:
            self.quote(told.step.quote, told.step.words)
        self.line(words.say("semicolon").join((told.where, *told.notes)))
        for reason in told.because:
            self._reason(reason)
        if told.also:
            self.line(told.also)

    def _reason(self, reason: Reasoned) -> None:
        place = f" ({reason.where})" if reason.where else ""
        self.line(f"↑ {reason.text}{place}")
        if reason.quote:
            self.quote(reason.quote)

    def _dispute(self, dispute: Dispute) -> None:
        self.line(f"{dispute.text}{self.words.say('colon')}")
        for reason in dispute.reasons:
            self._reason(reason)

    def _list(self, heading: str, lines: Sequence[str], level: int = 1) -> None:
        if lines:
            self.heading(heading, level)
        for line in lines:
            self.line(line, "List Bullet")

    def _numbers(self) -> None:
        words = self.words
        head, rows = self.report.periods()
        if not rows:
            return
        self.heading(words.ui("answer.timeline"))
        self._list(words.ui("answer.changes"), [flag.says for flag in self.report.flags], 2)
        self._table(head, rows)

    def _sources(self) -> None:
        self.heading(self.words.ui("report.sources"))
        self._table(*self.report.read())

    def _table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        table = self.file.add_table(rows=1, cols=len(head), style="Light Grid Accent 1")
        if self.language in RIGHT_TO_LEFT:
            table.table_direction = WD_TABLE_DIRECTION.RTL
        for cell, text in zip(table.rows[0].cells, head, strict=True):
            self._fill(cell.paragraphs[0], text, self.language, bold=True)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                self._fill(cell.paragraphs[0], text, self.language)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """A line as stretches, each with whether it stood in an isolate."""
    at = 0
    for match in _ISOLATE.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], False
        yield match[1], True
        at = match.end()
    if at < len(text):
        yield text[at:], False


def _held(text: str) -> str:
    """A stretch between marks of its own direction, which do in Word what isolates do elsewhere."""
    mark = RIGHT_MARK if _ARABIC.search(text) else LEFT_MARK
    return f"{mark}{text}{mark}"


def _between(text: str, *, right: bool) -> str:
    """Words of the paragraph between such stretches, held so that two of them do not run together."""
    mark = RIGHT_MARK if right else LEFT_MARK
    return f"{mark}{text}{mark}"


def _within(quote: Quote, words: Quote | None) -> tuple[int, int]:
    """Where words of a quotation stand in it; nowhere where they are not its own."""
    if words is None or words.span.start < quote.span.start or words.span.end > quote.span.end:
        return 0, 0
    return words.span.start - quote.span.start, words.span.end - quote.span.start


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _mark(run: Any, text: str, language: str | None, *, right: bool) -> None:  # noqa: ANN401
    """Say a run's direction and language, so that Word orders, shapes and hyphenates it rightly."""
    properties = run._r.get_or_add_rPr()
    arabic = bool(_ARABIC.search(text))
    if arabic or (right and not re.search(r"[^\W\d_]", text)):
        properties.append(OxmlElement("w:rtl"))
    if language in TAGS:
        told = OxmlElement("w:lang")
        told.set(qn("w:bidi" if arabic else "w:val"), TAGS[language])
        properties.append(told)


def _clean(text: str) -> str:
    """Without what XML cannot hold, and without isolates, whose part the runs play."""
    return _CONTROL.sub("\ufffd", bare(text))
