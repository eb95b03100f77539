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
from ravabet.web.charts.picture import drawn, is_drawable
from ravabet.web.markup import bare
from ravabet.web.report.content import COLUMNS, Report

RIGHT_TO_LEFT = frozenset({"fa", "ar"})
TAGS = {"fa": "fa-IR", "ar": "ar-SA", "ru": "ru-RU", "en": "en-GB"}
"""Word's names of languages."""
FONT = "Arial"
"""Has Latin, Cyrillic, Arabic and Persian letters on every system, or is replaced by one that has."""
PAGE, MARGIN = (Cm(21), Cm(29.7)), Cm(2.2)
TEXT_WIDTH = PAGE[0] - 2 * MARGIN
SHORT = 12
"""Rows of a table that is kept on one page."""
WIDTHS = {"source": 0.14, "headline": 0.29, "document": 0.16, "day": 0.14, "language": 0.15, "note": 0.12}
"""The widths of the columns of the table of sources, as shares of the width of the text."""
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
                _plain(style.element.get_or_add_rPr())
        self.file.styles["Normal"].font.size = Pt(10.5)
        for section in self.file.sections:
            section.page_width, section.page_height = PAGE
            section.left_margin = section.right_margin = MARGIN
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
        if quote.language in RIGHT_TO_LEFT:
            for run in paragraph.runs:  # neither script has slanted letters, and upright ones need upright digits
                run.italic = run.font.cs_italic = False

    def _fill(self, paragraph: Any, text: str, language: str | None, *, bold: bool = False) -> None:  # noqa: ANN401
        right = language in RIGHT_TO_LEFT if language else _is_arabic(text)
        properties = paragraph._p.get_or_add_pPr()
        if right and properties.find(qn("w:bidi")) is None:
            properties.append(OxmlElement("w:bidi"))
        pieces = list(_pieces(text))
        for piece, isolated in pieces:
            told = _held(piece) if isolated else _between(piece, right=right) if len(pieces) > 1 else piece
            run = paragraph.add_run(_clean(told))
            run.bold = run.font.cs_bold = bold or None
            _mark(run, piece, language if not isolated else None, right=right and not isolated)

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
        if is_drawable():
            self._picture(drawn(self.report.bars, self.report.flags, words), self.report.chart_says())
        self._list(words.ui("answer.changes"), [flag.says for flag in self.report.flags], 2)
        self._table(head, rows)

    def _picture(self, image: bytes, says: str) -> None:
        """A picture as wide as the text; ``says`` is what it shows, for those who do not see it."""
        shape = self.file.add_picture(io.BytesIO(image), width=TEXT_WIDTH)
        shape._inline.docPr.set("descr", _clean(says))

    def _sources(self) -> None:
        self.heading(self.words.ui("report.sources"))
        self._table(*self.report.read(), [WIDTHS[column] for column in COLUMNS])

    def _table(self, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float] = ()) -> None:
        """A table whose head stands on every page; ``widths`` are shares of the width of the text."""
        table = self.file.add_table(rows=1, cols=len(head), style="Light Grid Accent 1")
        if self.language in RIGHT_TO_LEFT:
            table.table_direction = WD_TABLE_DIRECTION.RTL
        for cell, text in zip(table.rows[0].cells, head, strict=True):
            self._fill(cell.paragraphs[0], text, self.language, bold=True)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                self._fill(cell.paragraphs[0], text, self.language)
        _unbroken(table)
        table.autofit = not widths
        for column, share in zip(table.columns, widths, strict=False):
            column.width = int(TEXT_WIDTH * share)
            for cell in column.cells:
                cell.width = column.width


def _plain(properties: Any) -> None:  # noqa: ANN401  of a style
    """Our font for every script, instead of the theme's, and no space between letters, which would part joined ones."""
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for name in ("spacing", "kern"):
        for found in properties.findall(qn(f"w:{name}")):
            properties.remove(found)


def _unbroken(table: Any) -> None:  # noqa: ANN401  of python-docx
    """Rows that no end of a page cuts, the head on each page, short tables on one page."""
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
        if number == 0 or (last <= SHORT and number < last):
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True


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
    mark = RIGHT_MARK if _is_arabic(text) else LEFT_MARK
    return f"{mark}{text}{mark}"


def _is_arabic(text: str) -> bool:
    """Whether there are letters that run from the right; digits alone run from the left, in any script."""
    return any(char.isalpha() for char in _ARABIC.findall(text))


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
    arabic = _is_arabic(text)
    if arabic or (right and not re.search(r"[^\W\d_]", text)):
        properties.append(OxmlElement("w:rtl"))
    if language in TAGS:
        told = OxmlElement("w:lang")
        told.set(qn("w:bidi" if arabic else "w:val"), TAGS[language])
        properties.append(told)


def _clean(text: str) -> str:
    """Without what XML cannot hold, and without isolates, whose part the runs play."""
    return _CONTROL.sub("\ufffd", bare(text))
