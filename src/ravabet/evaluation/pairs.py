"""How well a text's reasons were found: pairs of cause and effect, gold against coded, matched one to one.

A coded pair is right where its cause shares at least half of their words with the cause of a gold pair, and its effect
with the effect: the intersection of both sets of words is at least half of their union.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ravabet.model import Reason, Span

HALF = 0.5
"""Of the words of two spans together, the share that both must have."""
_LETTER = r"(?:[^\W_]|[\u0300-\u036f\u064b-\u065f\u0670])"
_WORD = re.compile(rf"{_LETTER}+(?:[\u200c\u200d'’\-\u0640]+{_LETTER}+)*")

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A cause and an effect, each by the numbers of its words in the text; ``told``: both in the text's own words."""

    cause: Words
    effect: Words
    told: str = ""

    def like(self, other: Pair) -> float:
        """How alike two pairs are, 0 where cause or effect share less than half of their words, at most 2."""
        cause, effect = _shared(self.cause, other.cause), _shared(self.effect, other.effect)
        return cause + effect if min(cause, effect) >= HALF else 0.0


def _shared(one: Words, other: Words) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def annotated(text: str, reasons: Iterable[tuple[str, str]]) -> tuple[Pair, ...]:
    """The pairs that gold names by the words of their cause and effect, each where it first stands in ``text``."""
    return tuple(_pair(text, _first(text, cause), _first(text, effect)) for cause, effect in reasons)


def coded(text: str, reasons: Iterable[Reason]) -> tuple[Pair, ...]:
    """The pairs of the reasons that were found in ``text``."""
    return tuple(_pair(text, one.cause.span, one.effect.span) for one in reasons)


def matched(gold: tuple[Pair, ...], found: tuple[Pair, ...]) -> list[tuple[int, int]]:
    """The pairs that are right, as numbers in both: the most there can be one to one (augmenting paths; Kuhn 1955)."""
    owner: dict[int, int] = {}

    def place(number: int, tried: set[int]) -> bool:
        fitting = [i for i, one in enumerate(gold) if one.like(found[number]) and i not in tried]
        for i in sorted(fitting, key=lambda i: -gold[i].like(found[number])):
            tried.add(i)
            if i not in owner or place(owner[i], tried):
                owner[i] = number
                return True
        return False

    for number in range(len(found)):
        place(number, set())
    return sorted(owner.items())


def _pair(text: str, cause: Span, effect: Span) -> Pair:
    return Pair(_words(text, cause), _words(text, effect), f"«{effect.of(text)}» because of «{cause.of(text)}»")


def _first(text: str, words: str) -> Span:
    at = max(text.find(words), 0)
    return Span(at, at + len(words))


def _words(text: str, span: Span) -> Words:
    spans = (match.span() for match in _WORD.finditer(text))
    return frozenset(i for i, (start, end) in enumerate(spans) if start < span.end and end > span.start)
