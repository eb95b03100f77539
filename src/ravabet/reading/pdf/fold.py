"""Characters that stand for others: presentation forms and ligatures taken apart, stretches and controls left out."""

from __future__ import annotations

import re
import unicodedata

from ravabet.reading.pdf.lines import Line

_KASHIDA = "ـ"
_ODD = re.compile(
    "[\u00a0\u00ad\u0640\u200b\u200e\u200f\u2000-\u200a\u202a-\u202f\u2060-\u2069\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdfb\ufe70-\ufeff]"
)
_DROPPED = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def fold(line: Line) -> None:
    """Folds the characters of a line; what stays of a character keeps its glyph."""
    if not _ODD.search(line.text):
        return
    text, glyphs, forward = [], [], []
    for at, char in enumerate(line.text):
        meant = _meant(line.text, at) if _ODD.match(char) else char
        text.append(meant)
        glyphs += [line.glyphs[at]] * len(meant)
        forward += [line.forward[at]] * len(meant)
    line.text, line.glyphs, line.forward = "".join(text), glyphs, forward


def _meant(text: str, at: int) -> str:
    char = text[at]
    if char == _KASHIDA:
        inside = 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalpha()
        return "" if inside else char
    if char == "\u00ad":
        return "-" if at == len(text) - 1 else ""
    return "" if _DROPPED.match(char) else unicodedata.normalize("NFKC", char)
