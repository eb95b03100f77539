"""Russian clauses: cut at commas and conjunctions, each around one finite verb.

A stretch between marks is a clause of its own where it holds a finite verb; one without (an apposition, a row, a
participle's phrase) stays with the clause it stands in. A relative clause ends at its comma and the noun phrase before
it goes on: «страна, которая закрыла границу, открыла её вновь».
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ravabet.language.sentence import Clause, Link, Verb
from ravabet.language.text import Token

THAT = frozenset({"что", "чтобы", "якобы", "будто"})
RELATIVE = frozenset({
    "который", "которая", "которое", "которые", "которого", "которой", "которых", "которому", "которым", "которыми",
    "котором", "которую", "где", "куда", "откуда", "кто", "чей", "чья", "чьи", "чье",
})  # fmt: skip
ADVERBIAL = frozenset({
    "если", "когда", "поскольку", "хотя", "пока", "так", "потому", "ибо", "как", "после", "чем", "раз", "словно",
})  # fmt: skip
AND = frozenset({"и", "а", "но", "или", "либо", "однако", "зато", "да"})
MARKS = frozenset({",", ";", ":", "—", "–", "-", "(", ")", "«", "»", '"', "“", "”", "„", "."})
COMMAS = frozenset({",", "—", "–", "-", ";", ":"})


@dataclass(slots=True)
class _Part:
    """Tokens ``start`` to ``end`` (excluded) between two cuts, with the finite verb in them."""

    start: int
    end: int
    verb: Verb | None
    link: Link
    opener: int | None


def clauses(tokens: tuple[Token, ...], verbs: tuple[Verb, ...]) -> tuple[Clause, ...]:
    """The clauses of one sentence in the order of their first token."""
    words = [token.fold for token in tokens]
    return _joined(_parts(words, [verb for verb in verbs if verb.finite]))


def _parts(words: list[str], verbs: list[Verb]) -> list[_Part]:
    """The sentence cut at every mark, and at a conjunction between two finite verbs."""
    cuts = sorted({0, *_at_marks(words), *_between_verbs(words, verbs), len(words)})
    parts = []
    for start, end in pairwise(cuts):
        verb = next((v for v in verbs if start <= v.start < end), None)
        link, opener = _link(words, start, end)
        parts.append(_Part(start, end, verb, link, opener))
    return parts


def _at_marks(words: list[str]) -> list[int]:
    return [at + 1 for at, word in enumerate(words[:-1]) if word in COMMAS]


def _between_verbs(words: list[str], verbs: list[Verb]) -> list[int]:
    """Before the last conjunction between two finite verbs that no comma parts, else before the second verb."""
    found = []
    for one, other in pairwise(verbs):
        between = range(one.end, other.start)
        if any(words[at] in COMMAS for at in between):
            continue
        found.append(next((at for at in reversed(between) if words[at] in AND), other.start))
    return found


def _link(words: list[str], start: int, end: int) -> tuple[Link, int | None]:
    """How a part begins: its conjunction may stand behind «и» or a preposition («в которой»)."""
    for at in range(start, min(start + 3, end)):
        word = words[at]
        if word in THAT:
            return "complement", at
        if word in RELATIVE:
            return "relative", at
        if word in ADVERBIAL and at == start:
            return "adverbial", at
    if start < end and words[start] in AND:
        return "conjunct", start
    return ("main" if start == 0 else "conjunct"), None


def _joined(parts: list[_Part]) -> tuple[Clause, ...]:
    """Clauses from parts: one without a verb goes to the open clause, and a relative one closes at its comma."""
    made: list[tuple[list[int], _Part, int | None]] = []
    open_at: list[int] = []
    for part in parts:
        inside = list(range(part.start, part.end))
        subordinate = part.opener is not None and part.link in ("relative", "complement", "adverbial")
        if open_at and not subordinate:
            joined = _home(part, made, open_at)
            if joined is not None:
                made[joined][0].extend(inside)
                if part.verb and made[joined][1].verb is None:
                    made[joined][1].verb = part.verb
                continue
        parent = open_at[-1] if open_at else None
        made.append((inside, part, parent))
        if not subordinate:
            open_at.clear()
        open_at.append(len(made) - 1)
    return tuple(
        Clause(tuple(inside), part.verb, parent, part.link if parent is not None else "main", part.opener)
        for inside, part, parent in made
    )


def _home(part: _Part, made: list[tuple[list[int], _Part, int | None]], open_at: list[int]) -> int | None:
    """The open clause that a part goes on with: the innermost without a verb yet, or, if it has none, the innermost."""
    waiting = [number for number in open_at if made[number][1].verb is None]
    if part.verb is None:
        return open_at[-1]
    if waiting:
        number = waiting[-1]
        del open_at[open_at.index(number) + 1 :]
        return number
    return None
