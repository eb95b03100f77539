"""Where a list of names ends, as far as the order of words and commas tells."""

from __future__ import annotations

from collections.abc import Sequence

from ravabet.coding.grammar.syntax import markers
from ravabet.coding.grammar.tree import noun, preposition
from ravabet.coding.mentions.mention import Mention
from ravabet.language import Sentence

LISTED = ("nsubj", "conj", "appos", "vocative", "root")
"""Relations of who may be told in a list with a subject behind; the last two are misread ("Chad, EU sign")."""


def ends_opening(sentence: Sentence, named: Sequence[Mention], order: int, language: str) -> bool:
    """Whether mention ``order`` is the subject behind a phrase that a preposition opens the clause with, of no list.

    «با میانجیگری X، Y و Z توافق کردند»: not where the phrase tells of many («در دیدار سران X، Y و Z»), nor where a
    comma ends the list, too («به گفته X، Y و Z، ...»), nor where a preposition brings in many («به X، Y و Z سفر کرد»).
    """
    before, mention, known, tokens = named[order - 1], named[order], markers(language), sentence.tokens
    number = sentence.clause_of(before.start)
    if sentence.parse is not None or number is None or number != sentence.clause_of(mention.start):
        return False
    if before.start and tokens[before.start - 1].fold in known.listing:
        return False
    opening = range(sentence.clauses[number].tokens[0], before.start)
    between = tokens[before.end : mention.start]
    if not opening or tokens[opening[0]].fold not in known.firsts or between[:1] == () or between[0].is_word:
        return False
    if not all(tokens[n].is_word for n in opening) or any(one.start in opening for one in named[: order - 1]):
        return False
    phrase = (tokens[n].fold for n in (*opening, *range(before.start, before.end)))
    if not known.gathering.isdisjoint(phrase):
        return False
    last = order
    while last + 1 < len(named) and named[last + 1].joined:
        last += 1
    after = named[last].end
    return after < len(tokens) and tokens[after].is_word


def begins_clause(sentence: Sentence, before: Mention, mention: Mention, language: str) -> bool:
    """Whether a mention behind "and" is the subject of a new clause, none of a list ("detained X and Y protested")."""
    parse, known = sentence.parse, markers(language)
    if parse is None or not known.fixed_order:
        return False
    one, other = (noun(parse, m.start, m.end) for m in (before, mention))
    if not parse.relations[other].startswith("nsubj") or parse.relations[one].startswith(LISTED):
        return False
    mark = preposition(sentence, parse, one)
    return mark is None or mark[0] not in known.conjoining
