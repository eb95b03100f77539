"""People whom the parser takes for verbs, read again as people: «South African jets hit targets», «UNITA rebels fled».

A plural that it has seldom seen beside a name is a verb to it, and the verb that follows then is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ravabet.language.english.known import parses
from ravabet.language.parsing import Parse
from ravabet.language.text import Token
from ravabet.lexicon import read_tsv

STAND_IN = "soldiers"
"""Who stands in for people whom the parser does not know."""
BEFORE = frozenset({"ADJ", "PROPN", "NOUN", "NUM"})
"""Kinds of the word before them that says whose they are."""
REACH = 8
"""Tokens from them to their verb."""


def named(sentences: Sequence[tuple[Token, ...]], trees: Sequence[Parse]) -> list[Parse]:
    """The parses of sentences, those in which people were taken for a verb read again with others in their place."""
    found = list(trees)
    places = {n: at for n, tokens in enumerate(sentences) if (at := _people(tokens, found[n])) is not None}
    again = [(*sentences[n][:at], _other(sentences[n][at]), *sentences[n][at + 1 :]) for n, at in places.items()]
    for (n, at), tree in zip(places.items(), parses(again) if again else [], strict=True):
        if _acts(tree, at):
            found[n] = tree
    return found


def _other(token: Token) -> Token:
    """The token with another word, for the parser alone."""
    return token._replace(text=STAND_IN, fold=STAND_IN)


def _people(tokens: tuple[Token, ...], tree: Parse) -> int | None:
    """The first token that names people or what they fight with but is a verb in the parse, behind whose they are."""
    for at in range(1, len(tokens) - 1):
        if tree.kinds[at] == "VERB" and tree.kinds[at - 1] in BEFORE and tokens[at].fold in plurals():
            return at
    return None


def _acts(tree: Parse, at: int) -> bool:
    """Whether people are the subject of a verb behind them."""
    return tree.relations[at].startswith("nsubj") and at < tree.heads[at] <= at + REACH


@cache
def plurals() -> frozenset[str]:
    """The plurals of the lexicon that name people or their arms in one word."""
    rows = read_tsv("en", "titles.tsv")
    return frozenset(row["form"] for row in rows if row["who"] in ("many", "body") and _is_plural(row["form"]))


def _is_plural(form: str) -> bool:
    return " " not in form and form.endswith("s") and not form.endswith("ss")


__all__ = ["named"]
