"""Who does in the instrumental what a noun tells, where the parse hangs them on another word.

«Захват города войсками Чада», «недоволен поддержкой Чадом повстанцев»: the parser mostly hangs such a phrase on the
nearest noun or on the verb; by its form it is no genitive, and behind the noun of a deed it is who does it.
"""

from __future__ import annotations

from collections.abc import Mapping

from ravabet.coding.grammar.syntax import Hold, Markers
from ravabet.language import Sentence, sure_case, verb_tokens

FAR = 5
"""Words that may stand between the noun of a deed and who does it: what it is done to, in the genitive."""
FIRST = 2
"""Words of a phrase of which one must be an instrumental by its form: «российской армией» has it in the second."""
DEEDS = frozenset({"act", "other"})
"""What the noun of an act is called where a phrase is looked at."""


def doer_behind(sentence: Sentence, start: int, end: int, known: Markers, stops: Mapping[int, str]) -> Hold | None:
    """The hold of a phrase that does what a noun before it tells; None where it is no such phrase."""
    noun = _deed_of(sentence, start, end, known, stops)
    return None if noun is None else Hold("ins", 0, False, start)


def hurt_behind(sentence: Sentence, start: int, end: int, known: Markers, stops: Mapping[int, str]) -> Hold | None:
    """The hold of a genitive right behind such a doer: to whom it is done («поддержкой Чадом повстанцев»)."""
    before = start
    while before and stops.get(before - 1) == "name":
        before -= 1
    if before == start or _is_instrumental(sentence, start, end, known.language):
        return None
    noun = _deed_of(sentence, before, start, known, stops)
    if noun is None or noun != before - 1 or sure_case(sentence.tokens[end - 1].fold, known.language):
        return None
    return Hold("-" if stops[noun] == "act" else "other", 0, False, start)


def _deed_of(sentence: Sentence, start: int, end: int, known: Markers, stops: Mapping[int, str]) -> int | None:
    """The noun of a deed before an instrumental phrase, with nothing between but words of its own noun phrase."""
    if not _is_instrumental(sentence, start, end, known.language):
        return None
    if not DEEDS.isdisjoint(stops.get(n, "") for n in range(start, end)):
        return None  # «назвал ввод войск агрессией Чада»
    verbal = verb_tokens(sentence)
    for at in range(start - 1, max(start - 2 - FAR, -1), -1):
        word = sentence.tokens[at]
        ended = at in verbal or word.fold in known.firsts | known.joins | known.stops or not word.text[0].isalnum()
        if ended or (stops.get(at) not in DEEDS and sure_case(word.fold, known.language)):
            return None
        if stops.get(at) in DEEDS:
            return at
    return None


def _is_instrumental(sentence: Sentence, start: int, end: int, language: str) -> bool:
    first = (sentence.tokens[n].fold for n in range(start, min(start + FIRST, end)))
    return any(sure_case(word, language) == "Ins" for word in first)


__all__ = ["doer_behind", "hurt_behind"]
