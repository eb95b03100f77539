"""Characters that nobody sees and spaces that nobody wrote: inside words, where no writer puts them.

Zero-width spaces, byte order marks and bidi controls between two letters break every search. Some writers, though, use
RIGHT-TO-LEFT MARK or SOFT HYPHEN as a half-space: where most stand between the parts of words that a half-space
divides, the text is sound and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ravabet.model import RepairStep
from ravabet.repairing.grams import alone
from ravabet.repairing.steps import body
from ravabet.repairing.tables import Tables

KIND = "invisible characters inside words"
SPELLED = "letters separated by spaces"

_LETTER = "\u0620-\u065f\u066e-\u06d3\u06d5\u06ee-\u06ff\ufb50-\ufdfb\ufe70-\ufefcA-Za-z\u00c0-\u024f\u0400-\u052f"
_HARD = "\u200b\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff"
_SOFT = "\xad\u061c\u200e\u200f"
_BEFORE_LETTER = re.compile(f"[{_HARD}{_SOFT}]+(?=[{_LETTER}])")
_IS_LETTER = re.compile(f"[{_LETTER}]")
_ANY = re.compile(f"[{_HARD}{_SOFT}]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_ALONE = re.compile("[\ud800-\udfff]")
_PARTS = re.compile(f"([{_LETTER}]*)[{_HARD}{_SOFT}]+([{_LETTER}]*)")
_WORDS = re.compile(f"[{_LETTER}]+")

LEAST, SHARE = 3, 0.05
"""How many invisible characters must stand inside words, and what share of the words must hold one."""

DIVIDED = 0.5
"""Of those, the share at places of half-spaces from which they are a writer's half-spaces."""

SINGLES = 0.6
"""Of the tokens of a line, the share that single letters must be."""

_RUN = re.compile(rf"(?<![^\s])[{_LETTER}](?: [{_LETTER}])+(?![^\s])")


def joined(lines: Sequence[str], numbers: Sequence[int]) -> Iterator[RepairStep]:
    """The steps that make one character of the two halves of it."""
    for number in numbers:
        places = tuple(found.start() for found in _PAIR.finditer(body(lines[number])[1]))
        if places:
            yield RepairStep("join_surrogates", number, places)


def found(lines: Sequence[str], numbers: Sequence[int], known: Callable[[], Tables | None]) -> Iterator[RepairStep]:
    """The steps that take invisible characters out of the words of these lines.

    ``known``: gives the tables of their language, which are seldom asked for.
    """
    inside = {number: _inside(body(lines[number])[1]) for number in numbers}
    count = sum(map(len, inside.values()))
    hard = sum(any(char not in _SOFT for char in each) for found in inside.values() for each in found)
    if not count or (hard < LEAST and (count < LEAST or count < SHARE * _words(lines, numbers))):
        return
    tables = known() if hard <= count / 2 else None
    if tables and _at_half_spaces(lines, numbers, tables) >= DIVIDED * count:
        return
    for number, places in inside.items():
        if places:
            text = body(lines[number])[1]
            yield RepairStep("drop", number, tuple(each.start() for each in _ANY.finditer(text)))


def _inside(text: str) -> list[str]:
    """The invisible characters between letters; to look for them first is faster than to look behind each place."""
    found = _BEFORE_LETTER.finditer(text)
    return [each[0] for each in found if each.start() and _IS_LETTER.match(text, each.start() - 1)]


def _words(lines: Sequence[str], numbers: Sequence[int]) -> int:
    return sum(len(_WORDS.findall(lines[number])) for number in numbers)


def _at_half_spaces(lines: Sequence[str], numbers: Sequence[int], tables: Tables) -> int:
    parts = (each for number in numbers for each in _PARTS.finditer(lines[number]))
    return sum(tables.after.get(each[1], 0) > 0.25 or tables.before.get(each[2], 0) > 0.25 for each in parts)


def spelled(lines: Sequence[str], numbers: Sequence[int], tables: Tables) -> Iterator[RepairStep]:
    """The steps that put words together whose letters stand apart, told by wider gaps or by the word list."""
    steps = [step for number in numbers if (step := _closed(body(lines[number])[1], number, tables))]
    if sum(len(step.value) for step in steps) >= 8:
        yield from steps


def _closed(text: str, number: int, tables: Tables) -> RepairStep | None:
    tokens = text.split()
    if sum(len(token) == 1 for token in tokens) < SINGLES * len(tokens):
        return None
    gone: list[int] = []
    letters = known = 0
    wide = re.search(rf"[{_LETTER}] {{2,}}[{_LETTER}]", text) is not None
    for run in _RUN.finditer(text):
        word = run[0].replace(" ", "")
        sizes = [len(word)] if wide or run[0].count(" ") < 2 else _segmented(word, tables)
        letters += len(word)
        known += _known(word, sizes, tables)
        gone += _inner(run.start(), sizes)
    if wide:
        gone += [place for gap in re.finditer(" {2,}", text) for place in range(gap.start() + 1, gap.end())]
    if known < 0.6 * letters or letters < 5:
        return None
    return RepairStep("drop", number, tuple(sorted(gone)))


def _known(word: str, sizes: list[int], tables: Tables) -> int:
    found = start = 0
    for size in sizes:
        found += size if size > 1 and folded(word[start : start + size]) in tables.numbers else 0
        start += size
    return found


def _inner(start: int, sizes: list[int]) -> Iterator[int]:
    """The places of the spaces inside the words of a run."""
    for size in sizes:
        yield from (start + 2 * i + 1 for i in range(size - 1))
        start += 2 * size


def _segmented(letters: str, tables: Tables) -> list[int]:
    """The sizes of the most usual words that letters without gaps can be made of: rare and short ones cost most."""
    text = folded(letters)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        options = (
            (best[start][0] + _cost(text[start:end], tables), end - start) for start in range(max(0, end - 16), end)
        )
        best.append(min(options))
    sizes: list[int] = []
    end = len(text)
    while end:
        sizes.append(best[end][1])
        end -= best[end][1]
    return sizes[::-1]


def _cost(word: str, tables: Tables) -> float:
    number = tables.numbers.get(word)
    return 12.0 + 4.0 * len(word) if number is None else -float(alone(tables.words, number))


def folded(word: str) -> str:
    """A word with the letters of the word list, one for one."""
    return word.translate(_FOLD)


_FOLD = str.maketrans("يىكأإٱۀۂؤ", "ییکاااههو")
