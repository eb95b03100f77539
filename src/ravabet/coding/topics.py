"""Whether a document is about sport or the arts: states are named there, and words of acts, but no acts of states.

Matches borrow the words of meetings and attacks, and training news holds too little sport to learn it from.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ravabet.coding.speech import runs
from ravabet.language import Sentence
from ravabet.language.numbers import squeeze
from ravabet.lexicon import read_yaml

DIFFERENT = 3
"""Different words of a topic that a document about it holds at least."""
SHARE = 0.03
"""Share of a document's tokens that they make up at least: no training passage with an event comes up to both."""


def aside(sentences: Sequence[Sentence], language: str) -> str | None:
    """The topic without acts of states that a document is about, None where it is about none."""
    total = sum(len(sentence.tokens) for sentence in sentences)
    for topic, words in _topics(language).items():
        found = [word for sentence in sentences for _, word in _runs(sentence) if word in words]
        if len(set(found)) >= DIFFERENT and len(found) >= SHARE * total:
            return topic
    return None


def _runs(sentence: Sentence) -> list[tuple[int, str]]:
    return list(runs(sentence, 0, len(sentence.tokens), longest=2))


@cache
def _topics(language: str) -> dict[str, frozenset[str]]:
    data = read_yaml(language, "topics.yaml")
    return {topic: frozenset(map(squeeze, words)) for topic, words in data.items()}
