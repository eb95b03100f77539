"""Whether a document is about sport or the arts: states are named there, and words of acts, but no acts of states.

Matches borrow the words of meetings and attacks, and training news holds too little sport to learn it from. What a
sentence is about besides (an accident, a crime, a market) is told to the judge, for it to weigh.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from ravabet.language import Sentence, forms_of
from ravabet.language.numbers import beginnings, squeeze
from ravabet.lexicon import fold, names_in, read_yaml

DIFFERENT = 3
"""Different words of a topic that a document about it holds at least."""
SHARE = 0.03
"""Share of a document's tokens that they make up at least: no training passage with an event comes up to both."""


def aside(sentences: Sequence[Sentence], language: str) -> str | None:
    """The topic without acts of states that a document is about, None where it is about none."""
    total = sum(len(sentence.tokens) for sentence in sentences)
    for topic in _topics(language):
        found = [word for sentence in sentences for word in _words_of(topic, sentence)]
        if len(set(found)) >= DIFFERENT and len(found) >= SHARE * total:
            return topic.name
    return None


@dataclass(frozen=True, slots=True)
class _Topic:
    """The words of a topic, in the form of ``squeeze``, and every beginning of them."""

    name: str
    words: frozenset[str]
    beginnings: frozenset[str]


@lru_cache(maxsize=16)
def themes(sentence: Sentence, language: str) -> tuple[str, ...]:
    """What a sentence is about that often borrows the words of acts, by ``themes.yaml``: accidents, crime, markets."""
    known = _themes(language)
    if not known:
        return ()
    tokens = sentence.tokens
    told = zip(tokens, forms_of(sentence, language), strict=True)
    forms = set[str]().union(*(own for token, own in told if token.is_word))
    forms |= {one.fold + other.fold for one, other in pairwise(tokens) if other.glued}
    return tuple(name for name, words in known if not words.isdisjoint(forms))


@cache
def _themes(language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    if "themes.yaml" not in names_in(language):
        return ()
    return tuple(
        (name, frozenset(map(squeeze, map(fold, listed))))
        for name, listed in read_yaml(language, "themes.yaml").items()
    )


@cache
def _topics(language: str) -> tuple[_Topic, ...]:
    data = read_yaml(language, "topics.yaml")
    listed = {name: frozenset(map(squeeze, words)) for name, words in data.items()}
    return tuple(_Topic(name, words, beginnings(words)) for name, words in listed.items())


def _words_of(topic: _Topic, sentence: Sentence) -> Iterator[str]:
    """The words of a topic in a sentence, each written as one token or as two."""
    folds = [token.fold for token in sentence.tokens]
    for at, first in enumerate(folds):
        if first in topic.beginnings:
            yield from topic.words.intersection((first, "".join(folds[at : at + 2])))
