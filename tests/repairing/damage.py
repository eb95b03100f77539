"""What a PDF reader that never orders show operators does to right-to-left text, as measured in one real document.

A printed line is cut into runs: at every half-space (which is lost), number, stop, bracket and quote, at some word
edges and seldom inside a word. The runs come out in the order they stand on the page, left to right, so the first run
read comes last. Inside a run with a letter the order is kept; brackets keep the shape they show on the page.
"""

from __future__ import annotations

import random
import re
import textwrap

from ravabet.repairing.atoms import HALF_SPACE, MIRRORED

_PIECE = re.compile(
    r"\d+(?:[.,/٫٬:]\d+)*|[A-Za-z][A-Za-z0-9 .]*[A-Za-z0-9]|[A-Za-z]|[،؛]|[\w\u064b-\u0655\u0670]+|\s|."
)


def damaged_line(line: str, rng: random.Random, edge: float = 0.17, inside: float = 0.006) -> str:
    """One printed line as the reader gives it; ``edge`` and ``inside``: chance of a cut at a word edge, in a word."""
    return "".join(_as_seen(run) for run in reversed(runs(line, rng, edge, inside)))


def runs(line: str, rng: random.Random, edge: float = 0.17, inside: float = 0.006) -> list[str]:
    """The runs of a line in reading order."""
    found: list[str] = []
    fresh = True
    for part in line.split(HALF_SPACE):
        for piece in _PIECE.findall(part):
            apart = not (piece.isspace() or piece[0].isalpha() or piece in "،؛") or (
                piece.isascii() and piece.isalpha()
            )
            if piece.isspace():
                cut = rng.random() < edge
                own = fresh or (cut and rng.random() < 0.4)
                fresh = _add(found, piece, own) or cut
            elif apart:
                found.append(piece)
                fresh = True
            else:
                fresh = _word(found, piece, fresh, rng, inside)
        fresh = True
    return found


def damaged(
    text: str, rng: random.Random, width: int = 100, edge: float = 0.17, inside: float = 0.006
) -> tuple[str, str]:
    """A text as printed lines in reading order, and the same lines damaged."""
    printed = [line + " " for paragraph in text.split("\n") for line in textwrap.wrap(paragraph, width)]
    return "\n".join(printed), "\n".join(damaged_line(line, rng, edge, inside) for line in printed)


def _word(found: list[str], word: str, fresh: bool, rng: random.Random, inside: float) -> bool:
    for i, letter in enumerate(word):
        _add(found, letter, fresh or (i > 0 and rng.random() < inside))
        fresh = False
    return False


def _add(found: list[str], piece: str, own: bool) -> bool:
    if own or not found:
        found.append(piece)
        return piece.isspace() and own
    found[-1] += piece
    return False


def _as_seen(run: str) -> str:
    return "".join(MIRRORED.get(char, char) for char in run)
