"""What tends to stand beside a word: counted on Persian news, kept as rounded log ratios.

``data/<language>-words.tsv`` has one word a line with, for its right and its left neighbour, how much more often than
by chance each class stands there (log2, -3 to 3), and ``*`` for the classes not named.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ravabet.reasoning.sentences.view import View

Lifts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Profile:
    """How one word likes its neighbours, by their class."""

    right: Lifts
    left: Lifts


NONE = Profile({}, {})


@cache
def profiles(language: str) -> dict[str, Profile]:
    """All profiles of a language by folded word; empty where it has none."""
    place = files("ravabet.reasoning") / "data" / f"{language}-words.tsv"
    if not place.is_file():
        return {}
    found = {}
    for line in place.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, right, left = line.split("\t")
            found[word] = Profile(_lifts(right), _lifts(left))
    return found


def _lifts(text: str) -> Lifts:
    pairs = (part.rpartition(":") for part in text.split())
    return {name: int(value) for name, _, value in pairs}


def lift(lifts: Lifts, neighbour: str) -> int:
    """How much a word likes a class of neighbours; 0 where nothing is known."""
    return lifts.get(neighbour, lifts.get("*", 0))


def neighbour(view: View, at: int) -> str:
    """The class of token ``at`` as a neighbour: a function word is its own class."""
    if not 0 <= at < view.size:
        return "mark"
    word, discourse = view.words[at], view.discourse
    if word in discourse.prepositions or word in discourse.conjunctions:
        return word
    if word in discourse.object or word in discourse.relative:
        return word
    if not view.is_word(at):
        return "mark"
    return "verb" if view.verb_at(at) else "word"
