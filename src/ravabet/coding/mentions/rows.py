"""Lists of names without "and": «главы Чада, Нигера, Мали», «страны СНГ (Армения, Таджикистан, Киргизия)»."""

from __future__ import annotations

from itertools import pairwise

from ravabet.coding.mentions.draft import DASHES, LISTED, Draft, Small, is_tight
from ravabet.language import Sentence, agree

ROWED = LISTED | {"body", "group"}
"""Kinds of names of which three make a list by commas alone."""
TITLED = ROWED | {"title"}
"""Kinds of what may begin such a list: the title tells whose heads or ministers the others are, too."""
UNIONS = frozenset({"region", "body"})
"""Kinds of what states are members of."""
LEAST = 3
"""Names that make a list where nothing but commas joins them."""


def in_rows(sentence: Sentence, drafts: list[Draft], small: Small, language: str) -> list[Draft]:
    """The drafts with those of such lists and pairs joined, without a union whose members a bracket lists behind it."""
    if not small["rows"]:
        return drafts
    for run in _runs(sentence, drafts, small, language):
        for draft in run[1:]:
            draft.joined = True
    for before, draft in pairwise(drafts):
        draft.joined |= _is_dashed(sentence, before, draft)
    return _unbracketed(sentence, drafts, small)


def _is_dashed(sentence: Sentence, before: Draft, draft: Draft) -> bool:
    """Whether a dash without spaces alone joins two names («комиссия Чад–НАТО»)."""
    at, tokens = before.end, sentence.tokens
    if draft.start != at + 1 or tokens[at].text not in DASHES:
        return False
    if before.kind not in TITLED or draft.kind not in ROWED:
        return False
    return is_tight(tokens, at) and before.codes != draft.codes


def _runs(sentence: Sentence, drafts: list[Draft], small: Small, language: str) -> list[list[Draft]]:
    """The rows of names in one case between which stand commas only."""
    runs: list[list[Draft]] = [[]]
    for before, draft in pairwise(drafts):
        gap = [token.fold or token.text for token in sentence.tokens[before.end : draft.start]]
        gap = [mark for mark in gap if mark not in small["row_quotes"]]
        last, first = (sentence.tokens[at].fold for at in (before.end - 1, draft.start))
        named = draft.kind in ROWED and before.kind in TITLED and draft.codes and before.codes
        if named and len(gap) == 1 and gap[0] in small["rows"] and agree(last, first, language):
            runs[-1] = [*(runs[-1] or [before]), draft]
        else:
            runs.append([])
    return [run for run in runs if len(run) >= LEAST]


def _unbracketed(sentence: Sentence, drafts: list[Draft], small: Small) -> list[Draft]:
    """Without the union whose members a bracket lists behind it: the first of them takes its place."""
    kept: list[Draft] = []
    for number, draft in enumerate(drafts):
        union = kept[-1] if kept and kept[-1].kind in UNIONS and draft.kind == "state" else None
        members = drafts[number + 1 : number + LEAST]
        listed = len(members) == LEAST - 1 and all(member.joined for member in members)
        between = [token.text for token in sentence.tokens[union.end : draft.start]] if union else []
        if union and listed and len(between) == 1 and between[0] in small["row_opens"]:
            draft.own, draft.start, draft.joined, draft.head = draft.start, union.start, union.joined, union.head
            kept.pop()
        kept.append(draft)
    return kept


__all__ = ["in_rows"]
