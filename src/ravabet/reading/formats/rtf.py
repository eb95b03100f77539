"""A text in Rich Text Format (RTF)."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from ravabet.reading.documents import document_of, one_line_end
from ravabet.reading.given import Found, Given

_LETTER = re.compile(r"\\u(-?\d{1,4000})")
_TITLE = re.compile(r"\{\\title\s+([^{}\\]+)\}")


def read(given: Given) -> Found:
    """The text as a document; RTF is ASCII, with other letters written as numbers."""
    markup = given.whole().decode("latin-1")
    markup = _LETTER.sub(lambda letter: letter[0] if abs(int(letter[1])) < 1 << 16 else "", markup)
    text = one_line_end(rtf_to_text(markup, errors="replace"))  # type: ignore[no-untyped-call]
    title = _TITLE.search(markup)
    yield document_of(
        "\n".join(line.strip() for line in text.split("\n")).strip(), given, title=title and title[1].strip()
    )
