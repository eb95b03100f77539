"""Arabic clauses: cut at marks and conjunctions, each around one finite verb."""

from __future__ import annotations

from ravabet.language.parts import Made, Part, between_verbs, clauses_of, parts
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


def clauses(tokens: tuple[Token, ...], verbs: tuple[Verb, ...]) -> tuple[Clause, ...]:
    """The clauses of one sentence in the order of their first token."""
    words = [token.fold for token in tokens]
    finite = [verb for verb in verbs if verb.finite]
    cuts = [*_at_openers(words), *between_verbs(words, finite, COMMAS | THAT | RELATIVE, AND | ADVERBIAL)]
    return _joined(parts(words, finite, cuts, _link), words)


def _at_openers(words: list[str]) -> list[int]:
    """Behind every mark, and before every word that opens a clause."""
    marks = [at + 1 for at, word in enumerate(words[:-1]) if word in COMMAS]
    return marks + [at for at, word in enumerate(words) if at and word in THAT | RELATIVE]


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


def _another(words: list[str], part: Part, made: Made) -> bool:
    """Whether a verb behind and goes on with the clause above one without a verb: «قال إن الوقت ضيق، ورفض»."""
    opened = made[-1][1].opener is not None
    return opened and part.verb is not None and words[part.start] in AND and part.verb.start == part.start + 1


def _joined(found: list[Part], words: list[str]) -> tuple[Clause, ...]:
    """Clauses from parts: one without a verb and without an opener goes on with the clause before it."""
    made: Made = []
    for part in found:
        inside = list(range(part.start, part.end))
        subordinate = part.opener is not None and part.link != "conjunct"
        if (
            made
            and not subordinate
            and not _another(words, part, made)
            and (part.verb is None or made[-1][1].verb is None)
        ):
            made[-1][0].extend(inside)
            made[-1][1].verb = made[-1][1].verb or part.verb
            continue
        parent = len(made) - 1 if made else None
        made.append((inside, part, parent))
    return clauses_of(made)
