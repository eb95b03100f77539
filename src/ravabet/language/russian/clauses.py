"""Russian clauses: cut at commas and conjunctions, each around one finite verb.

A stretch between marks is a clause of its own where it holds a finite verb; one without (an apposition, a row, a
participle's phrase) stays with the clause it stands in. A relative clause ends at its comma and the noun phrase before
it goes on: «страна, которая закрыла границу, открыла её вновь».
"""

from __future__ import annotations

from ravabet.language.parts import Made, Part, between_verbs, clauses_of, parts
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
COMMAS = frozenset({",", "—", "–", "-", ";", ":"})


def clauses(tokens: tuple[Token, ...], verbs: tuple[Verb, ...]) -> tuple[Clause, ...]:
    """The clauses of one sentence in the order of their first token."""
    words = [token.fold for token in tokens]
    finite = [verb for verb in verbs if verb.finite]
    cuts = [*_at_marks(words), *between_verbs(words, finite, COMMAS, AND)]
    return _joined(parts(words, finite, cuts, _link))


def _at_marks(words: list[str]) -> list[int]:
    return [at + 1 for at, word in enumerate(words[:-1]) if word in COMMAS]


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


def _joined(found: list[Part]) -> tuple[Clause, ...]:
    """Clauses from parts: one without a verb goes to the open clause, and a relative one closes at its comma."""
    made: Made = []
    open_at: list[int] = []
    for part in found:
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
    return clauses_of(made)


def _home(part: Part, made: Made, open_at: list[int]) -> int | None:
    """The open clause that a part goes on with: the innermost without a verb yet, or, if it has none, the innermost."""
    waiting = [number for number in open_at if made[number][1].verb is None]
    if part.verb is None:
        return open_at[-1]
    if waiting:
        number = waiting[-1]
        del open_at[open_at.index(number) + 1 :]
        return number
    return None
