"""Half-spaces that a text has lost, put back where the usual spelling has one: in damaged text, or when asked for.

A text that writes «می شود» or «میشود» throughout is in an older spelling, not damaged; nothing here is a detector.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from ravabet.model import RepairStep
from ravabet.repairing.atoms import HALF_SPACE, LETTERS, cut, spelled
from ravabet.repairing.steps import body
from ravabet.repairing.tables import Tables

USUAL, PARTED = 0.55, 0.1
"""How often a gap beside a word must be a half-space in sound text for a space there to become one, and the least that
its neighbour must have. On held-out news of writers who mostly keep half-spaces three of four come back, and 95 of 100
stand where the writer has one; most others stand where the same word has one elsewhere."""

WHOLE = 0.75
"""The same for a word alone, whatever stands beside it: «می», «ها». Not beside a common word that hardly ever has one,
as in «می در جام»."""

HARDLY, COMMON = 0.01, 1000
"""How seldom that is, and how many words of the list are common."""

WORD = re.compile(f"[{LETTERS}]+")


def put_back(lines: Sequence[str], numbers: Sequence[int], tables: Tables, *, spaces: bool) -> Iterator[RepairStep]:
    """The steps that put half-spaces into words and, where ``spaces``, in place of spaces, in these lines."""
    for number in numbers:
        text = body(lines[number])[1]
        narrowed = tuple(_narrowed(text, tables)) if spaces else ()
        if narrowed:
            yield RepairStep("narrow_spaces", number, narrowed)
        places = tuple(divided(text, tables))
        if places:
            yield RepairStep("put_half_spaces", number, places)


def divided(text: str, tables: Tables) -> Iterator[int]:
    """The places inside words that the usual spelling divides."""
    line = cut(text)
    for word in WORD.finditer(spelled(line.symbols)):
        lengths = tables.joined.get(word[0], ())
        for i in range(1, len(lengths)):
            yield line.edges[word.start() + sum(lengths[:i])]


def _narrowed(text: str, tables: Tables) -> Iterator[int]:
    """The places of spaces between two words that are usually written with a half-space."""
    line = cut(text)
    found = list(WORD.finditer(spelled(line.symbols)))
    for one, two in itertools.pairwise(found):
        gap = line.edges[one.end()]
        if two.start() == one.end() + 1 and text[gap] == " ":
            after, before = tables.after.get(one[0], 0.0), tables.before.get(two[0], 0.0)
            other = one[0] if after < before else two[0]
            alone = max(after, before) >= WHOLE and not (min(after, before) < HARDLY and _common(other, tables))
            if alone or (max(after, before) >= USUAL and min(after, before) >= PARTED):
                yield gap


def _common(word: str, tables: Tables) -> bool:
    """Whether a word is so common that it would have been met beside a half-space if it ever stood there."""
    return 0 < tables.numbers.get(word, 0) <= COMMON


__all__ = ["HALF_SPACE", "divided", "put_back"]
