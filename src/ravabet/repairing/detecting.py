"""Was this text put in screen order by a PDF reader? A cheap look at its marks, then the judgement of the letters."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np

from ravabet.model import Damage
from ravabet.repairing.atoms import LETTERS, SPACE, Line, Symbols, cut, encode, spelled
from ravabet.repairing.lattice import COSTS, as_is, explore
from ravabet.repairing.steps import body
from ravabet.repairing.tables import Tables, load
from ravabet.repairing.tables import traits as known

KIND = "runs in screen order"

WINDOW = 2000
"""Code points that the marks are counted over: a damaged part must show even in a long clean text."""

LEAST_MARKS = 2.5
"""Marks per 1,000 code points under which a window is clean. Held-out news: damaged 5.2 at least, clean median 0."""

FEW_LETTERS = 8.0
"""Nats that must be gained besides, so that one short line does not speak for a text."""

LEAST_SHARE = 0.3
"""Of the letters under suspicion, the share that must stand in lines short enough to be printed ones."""

LEAST_LINE_GAIN = 0.1
"""Nats that one line of a damaged text must gain, besides, to be called damaged itself."""

NEAR = 2
"""Lines on each side that a line is judged with: a reader damages whole stretches, not single lines."""

LEAST_NEAR = 0.16
"""Nats a letter that such a stretch of a damaged text must gain."""

SAMPLE = 12
"""Lines judged before the whole text is."""

TELLING = 20
"""Letters a line needs to speak for the whole text."""

MOSTLY = 0.68
"""Of a telling line's atoms, the share that are letters: lists of names and figures may stand in any order."""

LONGEST = 160
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
_GLUED = re.compile(f"(?<=[{LETTERS}])(?=0)|(?<=0)(?=[{LETTERS}])")
_COLUMNS = re.compile(r"\S(?: {4,}|\t)\S")
_STRICT = replace(COSTS, edge=2.5, comma=4.0, lone=0.7, free=1.0, through_edge=0.3)
"""Costs for judging: those of the repair make clean and damaged text less distinct."""

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
    counts = {code: sum(map(text.count, traits.letters)) for code, traits in known().items()}
    return max(counts, key=lambda code: (counts[code], code))


def detect(text: str, *, language: str | None = None) -> Damage | None:
    """The damage of a text whose runs stand in screen order, None for a text that reads as it should."""
    if not _SCRIPT.search(text):
        return None
    suspects = suspicious(text)
    if not suspects:
        return None
    language = language or language_of(text)
    if language not in known():
        return None
    least = known()[language].least_gain
    tables = load(language)
    lines = [cut(body(line)[1]) for line in text.split("\n")]
    rate = _sampled(tables, [lines[i] for i in suspects], least)
    if rate < least:
        return None
    found = _damaged(tables, lines)
    return Damage(KIND, found, round(_sureness(rate / least), 3)) if found else None


def _damaged(tables: Tables, lines: list[Line]) -> tuple[int, ...]:
    """The damaged lines: those that gain, amid lines that gain; clean parts of the text are left alone."""
    places = [i for i, line in enumerate(lines) if judgeable(line)]
    verdicts = [judge(tables, lines[i]) for i in places]
    found = []
    for k, (place, verdict) in enumerate(zip(places, verdicts, strict=True)):
        near = verdicts[max(0, k - NEAR) : k + NEAR + 1]
        gain, letters = sum(v.gain for v in near), sum(v.letters for v in near)
        if verdict.gain >= LEAST_LINE_GAIN and gain >= LEAST_NEAR * letters:
            found.append(place)
    return tuple(found)


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
    """Whether a line is prose to be judged: letters for the most part, no columns, no longer than a printed line."""
    return 3 <= len(line) <= LONGEST and line.letters() >= 0.4 * len(line) and not _COLUMNS.search(line.text)


def judge(tables: Tables, line: Line) -> Verdict:
    """What the best order of one line gains over the line as it stands, taken alone, or as it stands with tidy spaces.

    A writer who puts spaces on the wrong side of a stop has not damaged the order, and gains nothing here.
    """
    best = explore(tables.letters, line, _ALONE, 0.0, _STRICT).best
    plain = max(as_is(tables.letters, text, _ALONE) for text in (line.symbols, tidy(line.symbols)))
    return Verdict(best - plain, line.letters())


def tidy(symbols: Symbols) -> Symbols:
    """The symbols with single spaces, after stops and never before them, and around numbers."""
    text = _GLUED.sub(" ", spelled(symbols))
    text = re.sub(" +", " ", re.sub(r" ?([.،؛:!؟]+) ?", r"\1 ", text)).strip()
    return encode(text)


def _sampled(tables: Tables, suspects: list[Line], least: float) -> float:
    """What the suspect lines gain on the whole, nats a letter; 0 where too few of their letters stand in printed lines.

    Lines are judged until it is plain how the text stands; the fewer they are, the more they must gain.
    """
    telling = [line for line in suspects if judgeable(line) and line.letters() >= max(TELLING, MOSTLY * len(line))]
    if sum(map(Line.letters, telling)) < LEAST_SHARE * sum(map(Line.letters, suspects)):
        return 0.0
    gain, letters = 0.0, FEW_LETTERS / least
    for count, line in enumerate(_spread(telling, SAMPLE), 1):
        verdict = judge(tables, line)
        gain, letters = gain + verdict.gain, letters + verdict.letters
        if count >= 3 and not least / 4 < gain / letters < 2 * least:
            break
    return gain / letters


def _sureness(ratio: float) -> float:
    """The chance of damage, from the gain as a multiple of the least: 0.5 at half of it, 0.88 at it."""
    return float(1 / (1 + np.exp(-4 * (ratio - 0.5))))


def _spread(items: list[Line], count: int) -> list[Line]:
    step = max(1, len(items) // count)
    return items[::step][:count] if len(items) > count else items
