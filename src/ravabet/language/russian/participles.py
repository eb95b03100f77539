"""Participles before their nouns with who does it between: «введённое Осло эмбарго», «убитого боевиками солдата».

The parser hangs such a participle on the next noun, the doer in the instrumental, and the noun it is about on that one;
by their forms the participle agrees with the second noun only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from ravabet.language.parsing import Parse
from ravabet.language.russian.words import all_readings, analyser
from ravabet.lexicon import fold, read_yaml

FAR = 7
"""Words from a participle to the noun that it is about."""
PARTS = frozenset({"ADJF", "PRTF", "NUMR", "NPRO", "CONJ", "ADVB"})
"""Parts of speech that may stand between them, besides nouns."""
SECOND = {"loc2": "loct", "gen2": "gent"}
"""Second forms of a case, which an adjective has not («в занятом Осло порту»)."""
Agreement = frozenset[tuple[str, str]]
"""Cases, each with the gender or ``plur`` of a form in it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens of a participle, of who does it and of the noun that it is about."""

    at: int
    doer: int
    noun: int


def with_doers(words: Sequence[str], parse: Parse) -> Parse:
    """The parse with such participles hung on the nouns they are about, and who does it on them."""
    folds = [fold(word) for word in words[: len(parse.heads)]]
    for at in range(len(folds)):
        phrase = _phrase(words, folds, at)
        if phrase is not None:
            parse = _hung(parse, phrase)
    return parse


def _phrase(words: Sequence[str], folds: Sequence[str], at: int) -> Phrase | None:
    """The phrase that the participle at a token opens, if it is a passive one with an instrumental of another case."""
    wanted = _passive(folds[at])
    if not wanted:
        return None
    if not at or folds[at - 1] not in _instrumental():
        wanted = frozenset(pair for pair in wanted if pair[0] != "ablt") or wanted
    doer = None
    for noun in range(at + 1, min(at + FAR, len(folds))):
        told = _noun(folds[noun])
        if not told:
            if not _between(folds[noun]):
                return None
        elif doer is None:
            if told & wanted or not any(case == "ablt" for case, _ in told):
                return None
            doer = noun
        elif told & wanted and not (noun == doer + 1 and words[noun][0].isupper() and words[doer][0].islower()):
            return Phrase(at, doer, noun)
    return None


def _hung(parse: Parse, phrase: Phrase) -> Parse:
    """The parse with one such phrase set right; as it is where the noun hangs outside of it."""
    heads, relations = list(parse.heads), list(parse.relations)
    at, doer, noun = phrase.at, phrase.doer, phrase.noun
    inside = range(at, noun + 1)
    if heads[noun] in inside:
        outer = doer if heads[doer] not in inside else at
        if heads[outer] in inside:
            return parse
        verbal = outer == at and heads[at] >= 0 and parse.kinds[heads[at]] == "VERB"
        heads[noun] = heads[outer]
        relations[noun] = relations[outer] if outer == doer else "obj" if verbal else "nmod"
        for child in parse.children(outer):
            if child not in inside:
                heads[child] = noun
    heads[at], relations[at] = noun, "amod"
    heads[doer], relations[doer] = at, "obl"
    for child in parse.children(doer):
        if child < at:  # «на выдвинутые Осло условия»: the preposition is that of the noun
            heads[child] = noun
    kept = [mark for mark in parse.feats[doer].split("|") if mark and not mark.startswith("Case=")]
    feats = (*parse.feats[:doer], "|".join(sorted([*kept, "Case=Ins"])), *parse.feats[doer + 1 :])
    return replace(parse, heads=tuple(heads), relations=tuple(relations), feats=feats)


@cache
def _instrumental() -> frozenset[str]:
    """The prepositions behind which a participle may be an instrumental itself."""
    return frozenset(read_yaml("ru", "agreement.yaml")["instrumental"])


@lru_cache(maxsize=1 << 14)
def _passive(word: str) -> Agreement:
    """What a full passive participle agrees with; empty for any other word."""
    found = [reading.tag for reading in all_readings(word)]
    if not found or "PRTF" not in found[0] or "pssv" not in found[0]:
        return frozenset()
    return _agreement(tag for tag in found if tag.POS == "PRTF")


@lru_cache(maxsize=1 << 15)
def _noun(word: str) -> Agreement:
    """What a noun of the dictionary may agree with; empty for any other word."""
    found = [reading.tag for reading in all_readings(word)]
    if not found or found[0].POS != "NOUN" or not analyser().word_is_known(word):
        return frozenset()
    return _agreement(tag for tag in found if tag.POS == "NOUN")


def _agreement(tags: Iterable[Any]) -> Agreement:
    told = ((str(tag.case), "plur" if tag.number == "plur" else str(tag.gender)) for tag in tags if tag.case)
    return frozenset((SECOND.get(case, case), kind) for case, kind in told)


@lru_cache(maxsize=1 << 14)
def _between(word: str) -> bool:
    """Whether a word may stand between a participle and its noun."""
    found = all_readings(word)
    return word[:1].isalpha() and bool(found) and found[0].tag.POS in PARTS


__all__ = ["with_doers"]
