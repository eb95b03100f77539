"""Did the writer of a damaged text use half-spaces? Older spelling has spaces, or nothing, where they are usual now.

A half-space is lost at the joint of two runs, so the words it parted no longer stand side by side; a space mostly stays
where it was. So the words beside which a half-space is usual («می», «های») tell the habit by what stands beside them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace

from ravabet.repairing.atoms import FIRST_LETTER, SPACE, Line, spelled
from ravabet.repairing.cutting import Costs
from ravabet.repairing.halves import WORD
from ravabet.repairing.tables import Tables

USUAL = 0.75
"""How often the gap beside a word must be a half-space for the word to tell; the rates of ``habits.tsv`` go with it."""


@dataclass(slots=True)
class Counts:
    """Words beside which a half-space is usual, by what stands on that side of them, in the order of ``habits.tsv``."""

    after_space: int = 0
    after_other: int = 0
    before_space: int = 0
    before_other: int = 0


def costs_of(lines: Iterable[Line], tables: Tables, costs: Costs) -> Costs:
    """The costs for a text, with what a half-space costs besides where the text seems to write none."""
    return replace(costs, unwritten=unwritten(lines, tables))


def unwritten(lines: Iterable[Line], tables: Tables) -> float:
    """What speaks against a half-space in this text: minus the logarithm of the chance that it writes any."""
    if not tables.habits:
        return math.inf
    counts, words = Counts(), 0
    for line in lines:
        words += _count(line, tables, counts)
    nats = 0.0
    for count, (written, other) in zip(astuple(counts), tables.habits, strict=True):
        nats += count * math.log(other / written) - words * (other - written)
    return max(nats, 0.0) + math.log1p(math.exp(-abs(nats)))


def _count(line: Line, tables: Tables, counts: Counts) -> int:
    """Count what stands beside the words of a line; how many words it has."""
    words = 0
    for word in WORD.finditer(spelled(line.symbols)):
        words += 1
        if tables.after.get(word[0], 0.0) >= USUAL and word[0] in tables.numbers:
            spaced = _spaced(line, word.end(), 1)
            counts.after_space, counts.after_other = counts.after_space + spaced, counts.after_other + (not spaced)
        if tables.before.get(word[0], 0.0) >= USUAL:
            spaced = _spaced(line, word.start() - 1, -1)
            counts.before_space, counts.before_other = counts.before_space + spaced, counts.before_other + (not spaced)
    return words


def _spaced(line: Line, place: int, step: int) -> bool:
    """Whether a space stands at a place, and a letter beyond it."""
    beyond = place + step
    if not 0 <= beyond < len(line):
        return False
    return bool(line.symbols[place] == SPACE and line.symbols[beyond] >= FIRST_LETTER)
