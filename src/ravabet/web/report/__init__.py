"""A report to hand on: one file that holds answer, chart, quotes, sources, method and versions."""

from __future__ import annotations

from collections.abc import Callable

from ravabet.model import UsageError
from ravabet.web.report import html, markdown, word
from ravabet.web.report.content import Facts, Origin, Report, content

FORMATS: dict[str, tuple[Callable[[Report], bytes], str]] = {
    "html": (html.render, "text/html; charset=utf-8"),
    "md": (markdown.render, "text/markdown; charset=utf-8"),
    "docx": (word.render, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
"""The formats of a report by the ending of its file, with their media types."""


def render(report: Report, form: str) -> bytes:
    """The report in a format; raises UsageError for an unknown one."""
    if form not in FORMATS:
        message = f"a report is written as {', '.join(FORMATS)}, not as {form!r}: end the name of its file with one"
        raise UsageError(message)
    return FORMATS[form][0](report)


__all__ = ["FORMATS", "Facts", "Origin", "Report", "content", "render"]
