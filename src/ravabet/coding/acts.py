"""Finding acts: which words of a sentence name a frame's act, in which form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ravabet.coding.act import Act, act_of
from ravabet.coding.act_compounds import GENITIVE, has_own_noun, with_verb
from ravabet.coding.act_index import (
    MAX_GAP,
    Index,
    alternatives,
    has_compounds,
    has_marker,
    index,
    index_of,
    present,
    row,
)
from ravabet.coding.act_verbs import told
from ravabet.coding.syntax import markers
from ravabet.language import Sentence, keys
from ravabet.lexicon import Expression, frames

VERBAL_GAP = 16
"""Words of the clause that ``...`` may stand for in a verbal expression of nouns and a light verb."""


def acts(sentence: Sentence, language: str, entries: tuple[Expression, ...] | None = None) -> tuple[Act, ...]:
    """The acts a sentence names, in order; words taken into a longer act name no shorter one.

    In a language that weighs ``nested`` acts, that holds within a type: the judge chooses between types.
    """
    known = index(language) if entries is None else index_of(entries, language)
    named = [*_named(sentence, known, language)]
    if has_compounds(language):
        found = [*named, *_alone(sentence, known)]
    else:
        verbal = {at for verb in sentence.verbs for at in range(verb.start, verb.end)}
        found = [*told(sentence, known, language), *(act for act in named if not verbal.issuperset(act.tokens))]
    named_so = _names(sentence, language)
    found = [act for act in found if named_so.isdisjoint(act.tokens)] if named_so else found
    kept = _longest(found, nested=markers(language).nested)
    return tuple(sorted(kept, key=lambda act: (act.tokens[0], act.tokens[-1], act.expression.id)))


def _names(sentence: Sentence, language: str) -> frozenset[int]:
    """The tokens that are part of a name («نقطة تفتيش», «منظمة العفو الدولية»), whatever act they would tell else."""
    rows = markers(language).names
    if not rows:
        return frozenset()
    forms = [keys(token.fold, language) for token in sentence.tokens]
    places = [
        (at, len(row))
        for at, own in enumerate(forms)
        for row in rows
        if row[0] in own and at + len(row) <= len(forms) and all(w in forms[at + n] for n, w in enumerate(row))
    ]
    return frozenset(n for at, size in places for n in range(at, at + size))


def _alone(sentence: Sentence, known: Index) -> Iterator[Act]:
    """The acts told by a verb alone."""
    for verb in sentence.verbs:
        words = tuple(range(verb.start, verb.end))
        for entry in known.verbs.get(verb.lemma, ()):
            yield act_of(sentence, entry, words, verb, verb.passive)


def _longest(found: list[Act], *, nested: bool) -> Iterator[Act]:
    """Without acts whose words are all part of another's, and the same words twice for one frame.

    ``nested``: the other must be of the same type.
    """
    seen: set[tuple[str, tuple[int, ...]]] = set()
    kinds = [frames()[act.expression.frame].type if nested else "" for act in found]
    sets = [(frozenset(act.tokens), kind) for act, kind in zip(found, kinds, strict=True)]
    for act, (own, kind) in zip(found, sets, strict=True):
        inside = any(own < other and kind == another for other, another in sets)
        if inside or (act.expression.frame, act.tokens) in seen:
            continue
        seen.add((act.expression.frame, act.tokens))
        yield act


def _named(sentence: Sentence, known: Index, language: str) -> Iterator[Act]:
    """The acts named by nouns, and those told by a noun and its light verb."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, token in enumerate(sentence.tokens):
        for form in keys(token.fold, language):
            places[form].append(at)
    live = {number for form in places for number in known.rarest.get(form, ())}
    verbs = {verb.lemma for verb in (*sentence.verbs, *(clause.verb for clause in sentence.clauses)) if verb}
    begun: set[tuple[int, int]] = set()
    for number in live:
        entry, makers = known.entries[number], known.makers[number]
        if (makers is None or not makers.isdisjoint(verbs)) and present(entry, places.keys()):
            begun.update((at, number) for form in alternatives(entry.nouns[0]) for at in places.get(form, ()))
    for at, number in sorted(begun):
        yield from _standing(sentence, at, known.entries[number], language)


def _standing(sentence: Sentence, at: int, entry: Expression, language: str) -> Iterator[Act]:
    taken = row(sentence, at, entry.nouns, language, VERBAL_GAP if entry.verbal else MAX_GAP)
    if taken is None:
        return
    if entry.verbal:
        yield from with_verb(sentence, entry, taken, language)
    elif not entry.required or has_marker(sentence, taken[-1], entry):
        yield act_of(sentence, entry, taken, None, passive=False)


__all__ = ["GENITIVE", "Act", "acts", "has_own_noun"]
