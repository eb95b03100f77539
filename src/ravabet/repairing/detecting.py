"""Was this text put in screen order by a PDF reader? A cheap look at its marks, then the judgement of the letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from ravabet.model import Damage
from ravabet.repairing.atoms import SPACE, Line, cut
from ravabet.repairing.lattice import as_is, explore
from ravabet.repairing.steps import body
from ravabet.repairing.tables import Tables, languages, load

KIND = "runs in screen order"

WINDOW = 2000
"""Code points that the marks are counted over: a damaged part must show even in a long clean text."""

LEAST_MARKS = 2.5
"""Marks per 1,000 code points under which a window is clean. Held-out news: damaged 5.2 at least, clean median 0."""

LEAST_GAIN = 0.4
"""Nats a letter that the best order must gain on the text as it stands, over the lines sampled."""

LEAST_LINE_GAIN = 5.0
"""Nats that one line of a damaged text must gain to be called damaged itself."""

SAMPLE = 12
"""Lines judged before the whole text is."""

LONGEST = 300
"""Atoms; a longer line is no printed line, and is left alone."""

_ARABIC = "\u0620-\u064a\u0671-\u06d3\u06fa-\u06ff\ufb50-\ufdfb\ufe70-\ufefc"
_SCRIPT = re.compile(f"[{_ARABIC}]")
_MARKS = re.compile(
    rf"(?:^|(?<=[ \t]))[.؛،:!؟»)\]]+[ \t]?(?=[{_ARABIC}])"  # a stop before a word
    rf"|[{_ARABIC}]\d|\d[{_ARABIC}]"  # a number against a word
    r"|(?<=[^ \n])  +(?=[^ \n])"  # two spaces
    rf"|^ (?=[{_ARABIC}])"  # the space that ended the line
    r"|\( ?\)|« ?»",
    re.MULTILINE,
)
_OWN_LETTERS = {"fa": "پچژگ", "ar": "ةىأإ"}
_ALONE = np.array([SPACE], dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the letters say of one line: nats gained by its best order, and how many letters it has."""

    gain: float
    letters: int


def language_of(text: str) -> str | None:
    """The language, of those with tables, whose own letters the text has most of; None without Arabic script."""
    if not _SCRIPT.search(text):
        return None
    counts = {code: sum(map(text.count, _OWN_LETTERS.get(code, ""))) for code in languages()}
    return max(counts, key=lambda code: (counts[code], code))


def detect(text: str, *, language: str | None = None) -> Damage | None:
    """The damage of a text whose runs stand in screen order, None for a text that reads as it should."""
    if not _SCRIPT.search(text):
        return None
    suspects = suspicious(text)
    if not suspects:
        return None
    language = language or language_of(text)
    if language not in languages():
        return None
    tables = load(language)
    lines = [cut(body(line)[1]) for line in text.split("\n")]
    sample = _spread([i for i in suspects if judgeable(lines[i])], SAMPLE)
    verdicts = [judge(tables, lines[i]) for i in sample]
    rate = _rate(verdicts)
    if rate < LEAST_GAIN:
        return None
    found = tuple(i for i, line in enumerate(lines) if judgeable(line) and judge(tables, line).gain >= LEAST_LINE_GAIN)
    return Damage(KIND, found, round(_sureness(rate), 3)) if found else None


def suspicious(text: str) -> list[int]:
    """The numbers of the lines in those windows of the text that hold more marks than clean text does."""
    places = np.array([found.start() for found in _MARKS.finditer(text)], dtype=np.int64)
    if 1000 * len(places) < LEAST_MARKS * min(len(text), WINDOW) or not len(places):
        return []
    counts = np.bincount(places // WINDOW, minlength=-(-len(text) // WINDOW))
    sizes = np.full(len(counts), WINDOW)
    sizes[-1] = max(len(text) - WINDOW * (len(counts) - 1), WINDOW // 4)
    dense = 1000 * counts >= LEAST_MARKS * sizes
    if not dense.any():
        return []
    starts = np.array([0, *(found.end() for found in re.finditer("\n", text))])
    return np.flatnonzero(dense[starts // WINDOW % len(dense)]).tolist()


def judgeable(line: Line) -> bool:
    """Whether a line has letters enough to be judged, and not more than a printed line holds."""
    return line.letters() >= 2 and 3 <= len(line) <= LONGEST


def judge(tables: Tables, line: Line) -> Verdict:
    """What the best order of one line gains over the line as it stands, taken alone."""
    best = explore(tables.letters, line, _ALONE, 0.0).best
    return Verdict(best - as_is(tables.letters, line, _ALONE), line.letters())


def _rate(verdicts: list[Verdict]) -> float:
    letters = sum(verdict.letters for verdict in verdicts)
    return sum(verdict.gain for verdict in verdicts) / letters if letters else 0.0


def _sureness(rate: float) -> float:
    """The chance of damage, from the gain: 0.5 at half the threshold, 0.88 at it."""
    return float(1 / (1 + np.exp(-4 * (rate / LEAST_GAIN - 0.5))))


def _spread(items: list[int], count: int) -> list[int]:
    step = max(1, len(items) // count)
    return items[::step][:count] if len(items) > count else items
