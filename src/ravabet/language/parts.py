"""Clauses by rule, for languages whose clauses are parted by marks and conjunctions: a sentence cut into parts, the
parts put together to clauses. What parts them, and which belong together, each language's own module says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from itertools import pairwise

from ravabet.language.sentence import Clause, Link, Verb


@dataclass(slots=True)
class Part:
    """Tokens ``start`` to ``end`` (excluded) between two cuts, with the finite verb in them."""

    start: int
    end: int
    verb: Verb | None
    link: Link
    opener: int | None


Made = list[tuple[list[int], Part, int | None]]
"""Clauses in the making: their tokens, their first part, the number of the clause they hang on."""
Opening = Callable[[list[str], int, int], tuple[Link, int | None]]
"""How the words from one token to another (excluded) begin: how they hang on what is before, and their opener."""


def parts(words: list[str], verbs: list[Verb], inside: Iterable[int], opening: Opening) -> list[Part]:
    """The parts of a sentence of these folded words, cut at the tokens ``inside`` and at both ends."""
    found = []
    for start, end in pairwise(sorted({0, *inside, len(words)})):
        verb = next((v for v in verbs if start <= v.start < end), None)
        found.append(Part(start, end, verb, *opening(words, start, end)))
    return found


def between_verbs(words: list[str], verbs: list[Verb], apart: Set[str], joins: Set[str]) -> list[int]:
    """Before the last of ``joins`` between two finite verbs that none of ``apart`` parts, else before the second."""
    found = []
    for one, other in pairwise(verbs):
        between = range(one.end, other.start)
        if not any(words[at] in apart for at in between):
            found.append(next((at for at in reversed(between) if words[at] in joins), other.start))
    return found


def clauses_of(made: Made) -> tuple[Clause, ...]:
    """The clauses made; one that hangs on nothing is a main clause."""
    return tuple(
        Clause(tuple(inside), part.verb, parent, part.link if parent is not None else "main", part.opener)
        for inside, part, parent in made
    )
