"""The formats of an answer, one module each."""

from __future__ import annotations

from collections.abc import Callable

from ravabet.explaining.answer import Answer
from ravabet.explaining.render import dot, html, json, markdown, text
from ravabet.model import UsageError

FORMATS: dict[str, Callable[[Answer, str], str]] = {
    "text": text.render,
    "json": json.render,
    "md": markdown.render,
    "html": html.render,
    "dot": dot.render,
}
"""Name of a format to the function that renders an answer in a language (fa, ar, ru, en)."""


def render(answer: Answer, *, language: str = "en", form: str = "text") -> str:
    """``answer`` as a string that ends in a line break; raises UsageError for an unknown format or language."""
    if form not in FORMATS:
        message = f"no format {form!r}: choose one of {', '.join(FORMATS)}"
        raise UsageError(message)
    return FORMATS[form](answer, language)


__all__ = ["FORMATS", "render"]
