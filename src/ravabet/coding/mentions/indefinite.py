"""People of countries that are not told ("citizens of several countries"): they are those of no state spoken of."""

from __future__ import annotations

from ravabet.coding.grammar.tree import preposition, top
from ravabet.coding.mentions.draft import UNKNOWN, WAITING, Draft, Small
from ravabet.language import Sentence

SOUGHT = WAITING | {"pointed"}
"""Needs of a title whose state is looked for elsewhere."""


def of_untold(sentence: Sentence, drafts: list[Draft], small: Small) -> list[Draft]:
    """The phrases, those of people of untold countries without a state to look for, where the dependencies tell."""
    if sentence.parse is None or not small["realms"]:
        return drafts
    taken = {at for draft in drafts if draft.codes for at in range(draft.start, draft.end)}
    for draft in drafts:
        if not draft.codes and draft.need in SOUGHT and _is_of_untold(sentence, draft, small, taken):
            draft.need = UNKNOWN
    return drafts


def _is_of_untold(sentence: Sentence, draft: Draft, small: Small, taken: set[int]) -> bool:
    """Whether a word for countries hangs on a phrase, which neither names them nor points to some told before."""
    parse = sentence.parse
    if parse is None:
        return False
    head = top(parse, draft.start, draft.end)
    for at in parse.children(head):
        mark = preposition(sentence, parse, at)
        if at < draft.end or mark is None or mark[0] not in small["realm_links"] or at in taken:
            continue
        inside = {sentence.tokens[n].fold for n in range(mark[1], at)}
        if sentence.tokens[at].fold in small["realms"] and inside.isdisjoint(small["realms_told"]):
            return True
    return False


__all__ = ["of_untold"]
