"""Arabic clauses: cut at marks and conjunctions, each around one finite verb."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ravabet.language.sentence import Clause, Link, Verb
from ravabet.language.text import Token
from ravabet.lexicon import fold


def _set(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


THAT = _set("أن إن بأن")
RELATIVE = _set("الذي التي الذين اللذين اللتين اللذان اللتان اللواتي ممن مما حيث")
ADVERBIAL = _set("عندما حين حينما بعدما قبلما إذا إذ لو لولا لأن كما كلما بينما فيما رغم كي لكي حتى منذ")
AND = _set("و ف أو ثم لكن بل أم")
COMMAS = frozenset({"،", ",", "؛", ";", "—", "–", "-", ":"})


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
    """The sentence cut at every mark and opener, and at a conjunction between two finite verbs."""
    cuts = sorted({0, *_at_openers(words), *_between_verbs(words, verbs), len(words)})
    parts = []
    for start, end in pairwise(cuts):
        verb = next((v for v in verbs if start <= v.start < end), None)
        link, opener = _link(words, start, end)
        parts.append(_Part(start, end, verb, link, opener))
    return parts


def _at_openers(words: list[str]) -> list[int]:
    """Behind every mark, and before every word that opens a clause."""
    marks = [at + 1 for at, word in enumerate(words[:-1]) if word in COMMAS]
    return marks + [at for at, word in enumerate(words) if at and word in THAT | RELATIVE]


def _between_verbs(words: list[str], verbs: list[Verb]) -> list[int]:
    """Before the last conjunction between two finite verbs, else before the second verb."""
    found = []
    for one, other in pairwise(verbs):
        between = range(one.end, other.start)
        if any(words[at] in COMMAS | THAT | RELATIVE for at in between):
            continue
        found.append(next((at for at in reversed(between) if words[at] in AND | ADVERBIAL), other.start))
    return found


def _link(words: list[str], start: int, end: int) -> tuple[Link, int | None]:
    """How a part begins: its conjunction may stand behind و or a preposition."""
    for at in range(start, min(start + 2, end)):
        word = words[at]
        if word in THAT:
            return "complement", at
        if word in RELATIVE:
            return "relative", at
        if word in ADVERBIAL:
            return "adverbial", at
    if start < end and words[start] in AND:
        return "conjunct", start
    return ("main" if start == 0 else "conjunct"), None


def _joined(parts: list[_Part]) -> tuple[Clause, ...]:
    """Clauses from parts: one without a verb and without an opener goes on with the clause before it."""
    made: list[tuple[list[int], _Part, int | None]] = []
    for part in parts:
        inside = list(range(part.start, part.end))
        subordinate = part.opener is not None and part.link != "conjunct"
        if made and not subordinate and (part.verb is None or made[-1][1].verb is None):
            made[-1][0].extend(inside)
            made[-1][1].verb = made[-1][1].verb or part.verb
            continue
        parent = len(made) - 1 if made else None
        made.append((inside, part, parent))
    return tuple(
        Clause(tuple(inside), part.verb, parent, part.link if parent is not None else "main", part.opener)
        for inside, part, parent in made
    )
