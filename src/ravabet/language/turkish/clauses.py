"""Turkish clauses: a finite verb closes each; what is quoted, or told in a form like çekildiğini, is inside another.

The clause that tells (dedi, söyledi) comes last, and its subject first: what is said lies between them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ravabet.language.sentence import Clause, Link, Verb
from ravabet.language.text import Token
from ravabet.language.turkish.verbs import reports
from ravabet.language.turkish.words import case

OPEN, CLOSE, BOTH = frozenset("“«‘"), frozenset("”»’"), frozenset('"')


@dataclass(slots=True)
class _Made:
    tokens: list[int]
    verb: Verb | None
    quoted: bool
    told: bool = False
    inner: list[int] = field(default_factory=list)


def clauses(tokens: tuple[Token, ...], verbs: tuple[Verb, ...]) -> tuple[Clause, ...]:
    """The clauses of one sentence, those inside another after it never before; each with its verb."""
    quoted = _quoted(tokens)
    closing = {verb.start: verb for verb in verbs if verb.finite}
    made: list[_Made] = []
    waiting: list[int] = []  # clauses that the next telling verb holds
    for inside in (True, False):
        run: list[int] = []
        for at in range(len(tokens)):
            if quoted[at] != inside:
                if inside and run:
                    made.append(_Made(run, None, inside))
                    run = []
                continue
            run.append(at)
            verb = closing.get(at)
            if verb is None:
                continue
            if verb.person is None and reports(tokens[at]):
                first = _beginning(tokens, run)
                run, told = [n for n in run if n < first], [n for n in run if n >= first]
                made.append(_Made(told, verb, inside, told=True))
                waiting.append(len(made) - 1)
                continue
            made.append(_Made(run, verb, inside, inner=waiting))
            run, waiting = [], []
        if run:
            _rest(made, run, inside, waiting)
            waiting = []
    return _numbered(made)


def _rest(made: list[_Made], run: list[int], inside: bool, waiting: list[int]) -> None:
    """What follows the last verb goes to its clause; a sentence without a verb is one clause."""
    last = made[-1] if made and made[-1].quoted == inside and not made[-1].told else None
    if last is None:
        made.append(_Made(run, None, inside, inner=waiting))
    else:
        last.tokens += run
        last.inner += waiting


def _beginning(tokens: tuple[Token, ...], run: list[int]) -> int:
    """Where what is told begins: with its subject in the genitive, after a comma near it, else after the first one."""
    for at in reversed(run[:-1]):
        if case(tokens[at].fold) == "Gen":
            before = [n for n in run if n < at and not tokens[n].is_word]
            return before[-1] + 1 if before and at - before[-1] <= 6 else at
    marks = [n for n in run if tokens[n].fold == ","]
    return marks[0] + 1 if marks else run[0]


def _quoted(tokens: tuple[Token, ...]) -> list[bool]:
    """By token, whether it stands between quotation marks."""
    found, inside = [], False
    for token in tokens:
        if token.text in CLOSE or (token.text in BOTH and inside):
            inside = False
            found.append(False)
            continue
        found.append(inside)
        inside = inside or token.text in OPEN or token.text in BOTH
    return found


def _numbered(made: list[_Made]) -> tuple[Clause, ...]:
    """The clauses in the order of their first tokens, each with the number of the one that holds it."""
    outer = [n for n, one in enumerate(made) if not one.quoted and not one.told]
    parents: dict[int, int] = {inner: n for n, one in enumerate(made) for inner in one.inner}
    for number, one in enumerate(made):
        if one.quoted and number not in parents and outer:
            parents[number] = next((n for n in outer if made[n].tokens[-1] > one.tokens[-1]), outer[-1])
    order = sorted(range(len(made)), key=lambda n: made[n].tokens[0])
    place = {number: at for at, number in enumerate(order)}
    found = []
    for number in order:
        one, parent = made[number], parents.get(number)
        link: Link = "main" if parent is None else "complement"
        found.append(Clause(tuple(one.tokens), one.verb, None if parent is None else place[parent], link))
    return tuple(found)
