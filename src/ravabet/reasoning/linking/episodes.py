"""Runs of sentences that tell one list: "as a result, A. Also B. Besides, C." makes A, B and C one episode."""

from __future__ import annotations

from collections.abc import Sequence

from ravabet.language import Sentence
from ravabet.reasoning.linking.anaphors import number_of
from ravabet.reasoning.sentences.discourse import discourse as data_of
from ravabet.reasoning.sentences.discourse import longest
from ravabet.reasoning.sentences.view import View, view
from ravabet.reasoning.sides.side import Side

SUBJECT = 5
"""An anaphor at the front of a sentence has at most so many words."""


def episodes(sentences: Sequence[Sentence], language: str) -> tuple[tuple[int, ...], ...]:
    """The numbers of the sentences of each run, in order; every sentence is in exactly one run."""
    data = data_of(language)
    return runs([view(number, sentence, data) for number, sentence in enumerate(sentences)])


def runs(views: Sequence[View]) -> tuple[tuple[int, ...], ...]:
    """``episodes`` for sentences that are views already."""
    found: list[list[int]] = []
    for current in views:
        if found and goes_on(current):
            found[-1].append(current.number)
        else:
            found.append([current.number])
    return tuple(tuple(run) for run in found)


def goes_on(view: View) -> bool:
    """Whether a sentence continues what the one before began: it says also, points back, or says there is more."""
    return adds(view) or points_back(view)


def adds(view: View) -> bool:
    """Whether a connective says that the sentence adds to a list."""
    front = _front(view)
    if longest(view.words, front, view.discourse.additive):
        return True
    if longest(view.words, front, view.discourse.additive_with):
        return True
    return any(longest(view.words, at, view.discourse.continuing) for at in range(view.size))


def elaborates(view: View) -> bool:
    """Whether a sentence only says more of the one before («به‌ویژه ...»), so that "this" points to both."""
    return longest(view.words, _front(view), view.discourse.elaborating) is not None


def points_back(view: View) -> bool:
    """Whether the subject at the front is "this" or an aspect of it, singular: the matter goes on."""
    front = _front(view)
    for end in range(min(front + SUBJECT, view.size - 1), front + 1, -1):
        if number_of(Side(view, front, end, "front")) == "one":
            return True
    return False


def _front(view: View) -> int:
    return next((at for at in range(view.size) if view.is_word(at)), 0)
