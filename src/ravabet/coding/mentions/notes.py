"""Notes of a newsroom that name a state though it takes no part: «группировка (запрещена в России)»."""

from __future__ import annotations

from collections.abc import Sequence

from ravabet.coding.mentions.draft import Draft, Small
from ravabet.language import Sentence

NEAR = 3
"""Words from the participle of such a note to the word for a group that it is about."""


def without_notes(sentence: Sentence, drafts: list[Draft], small: Small) -> list[Draft]:
    """The drafts without the states that only a note on a banned group names."""
    folds = [token.fold or token.text for token in sentence.tokens]
    barred = [at for at, fold in enumerate(folds) if fold in small["barred"]]
    if not barred:
        return drafts
    groups = any(draft.kind == "group" for draft in drafts)
    noted = [at for at in barred if _bracket(folds, at, small) or groups or _of_group(folds, at, small)]
    return [draft for draft in drafts if not any(_in_note(draft, folds, at, small) for at in noted)]


def _bracket(folds: Sequence[str], at: int, small: Small) -> range:
    """The tokens of the bracket that a token stands in; empty where it stands in none."""
    marks = [n for n, fold in enumerate(folds) if fold in small["brackets"]]
    before, after = [n for n in marks if n < at], [n for n in marks if n > at]
    inside = bool(before) and folds[before[-1]] in small["row_opens"] and bool(after)
    return range(before[-1], after[0]) if inside else range(0)


def _of_group(folds: Sequence[str], at: int, small: Small) -> bool:
    """Whether a word for a group stands near a participle."""
    return not small["barred_groups"].isdisjoint(folds[max(at - NEAR, 0) : at + 2 * NEAR])


def _in_note(draft: Draft, folds: Sequence[str], at: int, small: Small) -> bool:
    """Whether a state stands in the note of the participle at a token: in its bracket, or as its place."""
    if draft.kind not in ("state", "title", "capital"):
        return False
    if draft.start in _bracket(folds, at, small):
        return draft.start > at
    between = folds[at + 1 : draft.start]
    return draft.start > at and bool(between) and len(between) < NEAR and small["barred_by"].issuperset(between)


__all__ = ["without_notes"]
