"""A report as Markdown: the answer as it is told there, with chart numbers, sources and method."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ravabet.explaining.render import markdown
from ravabet.web.markup import bare
from ravabet.web.report.content import Report


def render(report: Report) -> bytes:
    """The report as Markdown in UTF-8, its line ends ``\\n``."""
    told = markdown.render(report.answer, report.words.language)
    return (told + "\n".join(_rest(report)) + "\n").encode("utf-8")


def _rest(report: Report) -> Iterator[str]:
    words = report.words
    if report.bars:
        yield from ("", f"## {words.ui('answer.timeline')}", "")
        if report.flags:
            yield from (f"{words.number(flag.number)}. {markdown.plain(flag.says)}" for flag in report.flags)
            yield ""
        yield from _table(*report.periods())
    yield from ("", f"## {words.ui('report.sources')}", "")
    yield from _table(*report.read())
    yield from ("", f"## {words.ui('report.method')}")
    for paragraph in report.method:
        yield from ("", markdown.plain(paragraph))
    yield from ("", f"## {words.ui('report.cite')}", "", markdown.plain(bare(report.cited)))
    yield from ("", markdown.plain(bare(report.made)))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _row(head)
    yield _row(["---"] * len(head), escape=False)
    yield from map(_row, rows)


def _row(cells: Sequence[str], *, escape: bool = True) -> str:
    told = (" ".join(markdown.plain(cell).split()) if escape else cell for cell in cells)
    return f"| {' | '.join(told)} |"
