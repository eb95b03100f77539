"""Verbs over a noun that another noun undoes: who announced the lifting of sanctions imposed none."""

from __future__ import annotations

from collections.abc import Sequence

from ravabet.coding.acts.act import Act
from ravabet.coding.acts.verbs import BY_WORD
from ravabet.coding.grammar.syntax import markers
from ravabet.language import Sentence
from ravabet.lexicon import frames

QUESTION = 16
"""Tokens behind a verb of asking in which its question begins."""
REACH = 4
"""Tokens before a noun among which the one that undoes it is looked for ("an end to its new sanctions")."""


def is_undone(sentence: Sentence, act: Act, words: Sequence[frozenset[str]], language: str) -> bool:
    """Whether a verb's act has for its noun one that is undone; ``words``: the dictionary forms of each token.

    An act of speech stays what it is: who rejects the lifting of sanctions rejects.
    """
    if act.verb is None or not markers(language).reversals:
        return False
    nouns = [at for at in act.tokens if not act.verb.start <= at < act.verb.end]
    after = [at for at in nouns if at >= act.verb.end]
    undone = any(_behind(sentence, at, act, words, language) for at in (after[:1] or nouns))
    return undone and frames()[act.expression.frame].type not in BY_WORD


def _behind(sentence: Sentence, at: int, act: Act, words: Sequence[frozenset[str]], language: str) -> bool:
    """Whether one of the nouns that undo stands before token ``at`` with nothing but its phrase between."""
    known = markers(language)
    for before in range(at - 1, max(at - 1 - REACH, -1), -1):
        if before in act.tokens or not sentence.tokens[before].is_word:
            return False
        if not words[before].isdisjoint(known.reversals):
            return True
        brings = sentence.tokens[before].fold in known.firsts
        if brings and (not before or words[before - 1].isdisjoint(known.reversals)):
            return False
    return False


def is_question(sentence: Sentence, act: Act, language: str) -> bool:
    """Whether a verb that may ask for an act only asks a question ("asked Oslo on Sunday whether it knew")."""
    known, verb = markers(language), act.verb
    if verb is None or len(act.expression.words) > 1 or verb.keys.isdisjoint(known.inquiring):
        return False
    for at in range(verb.end, min(verb.end + QUESTION, len(sentence.tokens))):
        fold = sentence.tokens[at].fold
        if fold in known.questions:
            return True
        if fold in known.wanting or any(other.start <= at < other.end and other.finite for other in sentence.verbs):
            return False
    return False
