"""Finding acts: which words of a sentence name a frame's act, in which form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from ravabet.coding.acts.act import Act, act_of
from ravabet.coding.acts.compounds import with_verb
from ravabet.coding.acts.index import (
    MAX_GAP,
    Index,
    alternatives,
    has_compounds,
    has_marker,
    index,
    index_of,
    present,
    row,
    tried,
)
from ravabet.coding.acts.undone import is_question, is_undone
from ravabet.coding.acts.verbs import told
from ravabet.coding.grammar.syntax import ends_preposition, markers
from ravabet.language import Sentence, forms_of, verb_tokens
from ravabet.lexicon import SPEAKER, Expression, frames

AHEAD = frozenset({"future", "present", "subjunctive"})
"""Tenses in which a denied verb refuses; in the past it may only not have been done."""
BENT = frozenset({"past", "perfect", "pluperfect"})
"""Tenses of verbs whose forms are no noun's."""
VERBAL_GAP = 16
"""Words of the clause that ``...`` may stand for in a verbal expression of nouns and a light verb."""


def acts(sentence: Sentence, language: str, entries: tuple[Expression, ...] | None = None) -> tuple[Act, ...]:
    """The acts a sentence names, in order; words taken into a longer act name no shorter one.

    In a language that weighs ``nested`` acts, that holds within a type: the judge chooses between types.
    """
    return (
        _known_acts(sentence, language) if entries is None else _acts(sentence, language, index_of(entries, language))
    )


@lru_cache(maxsize=1 << 9)
def _known_acts(sentence: Sentence, language: str) -> tuple[Act, ...]:
    return _acts(sentence, language, index(language))


def _acts(sentence: Sentence, language: str, known: Index) -> tuple[Act, ...]:
    words = forms_of(sentence, language)
    forms = frozenset({""}).union(*words)
    named = [*_named(sentence, known, language, words, forms)]
    if has_compounds(language):
        found = [*named, *_alone(sentence, known)]
    else:
        verbal = verb_tokens(sentence)
        bent = _bent_verbs(sentence)
        nouns = (act for act in named if not verbal.issuperset(act.tokens) and not _told_by_verb(sentence, act, bent))
        found = [*told(sentence, known, language, forms), *nouns]
    named_so = _names(words, forms, language)
    found = [act for act in found if named_so.isdisjoint(act.tokens)] if named_so else found
    found = _refused(found, language)
    found = [act for act in found if not is_undone(sentence, act, words, language)]
    found = [act for act in found if not is_question(sentence, act, language)]
    kept = _longest(_plain(found), nested=markers(language).nested)
    return tuple(sorted(kept, key=lambda act: (act.tokens[0], act.tokens[-1], act.expression.id)))


def _bent_verbs(sentence: Sentence) -> frozenset[int]:
    """The tokens of verbs in a form that no noun has: "Peru protested over the dam" is no protest over it."""
    return frozenset(verb.end - 1 for verb in sentence.verbs if verb.tense in BENT)


def _told_by_verb(sentence: Sentence, act: Act, bent: Set[int]) -> bool:
    """Whether the first word of a noun's expression stands there only as a form of the verb spelt like the noun."""
    first = act.tokens[0]
    return first in bent and sentence.tokens[first].fold not in alternatives(act.expression.nouns[0])


def _names(words: Sequence[frozenset[str]], forms: frozenset[str], language: str) -> frozenset[int]:
    """The tokens that are part of a name («نقطة تفتيش», «منظمة العفو الدولية»), whatever act they would tell else."""
    rows = [row for row in markers(language).names if forms.issuperset(row)]
    places = [
        (at, len(row))
        for row in rows
        for at, own in enumerate(words)
        if row[0] in own and at + len(row) <= len(words) and all(w in words[at + n] for n, w in enumerate(row))
    ]
    return frozenset(n for at, size in places for n in range(at, at + size))


def _alone(sentence: Sentence, known: Index) -> Iterator[Act]:
    """The acts told by a verb alone."""
    for verb in sentence.verbs:
        words = tuple(range(verb.start, verb.end))
        for number in known.verbs.get(verb.lemma, {}).get("", {}).get("", ()):
            yield act_of(sentence, known.entries[number], words, verb, verb.passive)


def _refused(found: list[Act], language: str) -> list[Act]:
    """Without the acts that a verb denies, where not doing them is an act ("will not extradite the trader").

    Nor with an act that only a negated verb tells, where the verb is not. Where word order is fixed a denial among the
    words of an expression, too, makes not doing an act of what lies ahead.
    """
    found = [act for act in found if not act.expression.negated or (act.verb is not None and act.verb.negative)]
    denials = markers(language).negations if markers(language).fixed_order else frozenset()

    def worded(act: Act) -> bool:
        return act.verb is not None and act.verb.negative and not denials.isdisjoint(act.expression.words)

    def refuses(act: Act) -> bool:
        return act.expression.negated or (worded(act) and act.verb is not None and act.verb.tense in AHEAD)

    verbs = {act.verb for act in found if refuses(act)}
    return [act for act in found if act.verb not in verbs or act.expression.negated or worded(act)]


def _plain(found: list[Act]) -> list[Act]:
    """Without acts that a weak expression tells whose words alone hold a strong one of the same frame and kind.

    What "raided" tells by itself is no less an act for the word behind it that a list of weak ones has, too. But a
    strong one that is part of a longer act of another frame would be lost with it, and "got aid from" turns "aid".
    """
    sets = [(act, frozenset(act.tokens)) for act in found]
    strong: defaultdict[tuple[str, bool, frozenset[str]], list[frozenset[int]]] = defaultdict(list)
    for act, words in sets:
        if not act.expression.weak:
            strong[_kind(act)].append(words)

    def told_alone(act: Act, own: frozenset[int]) -> bool:
        inner = [words for words in strong[_kind(act)] if words < own] if act.expression.weak else []
        return any(not any(words < held for other, held in sets if _kind(other) != _kind(act)) for words in inner)

    return [act for act, own in sets if not told_alone(act, own)]


def _kind(act: Act) -> tuple[str, bool, frozenset[str]]:
    """The frame of an act, whether a verb tells it, and what brings in its actor."""
    return act.expression.frame, act.verb is not None, frozenset(act.expression.agents)


def _longest(found: list[Act], *, nested: bool) -> Iterator[Act]:
    """Without acts whose words are all part of another's, and the same words twice for one frame.

    ``nested``: the other must be of the same type. Who says that another must act asks for it, whatever the act is
    ("Oslo said Tunis must lift the ban").
    """
    seen: set[tuple[str, tuple[int, ...]]] = set()
    kinds = [frames()[act.expression.frame].type if nested else "" for act in found]
    sets = [(frozenset(act.tokens), kind) for act, kind in zip(found, kinds, strict=True)]
    for act, (own, kind) in zip(found, sets, strict=True):
        inside = any(own < other and kind == another for other, another in sets)
        inside = inside and SPEAKER not in act.expression.agents
        if inside or (act.expression.frame, act.tokens) in seen:
            continue
        seen.add((act.expression.frame, act.tokens))
        yield act


def _named(
    sentence: Sentence, known: Index, language: str, words: Sequence[frozenset[str]], forms: frozenset[str]
) -> Iterator[Act]:
    """The acts named by nouns, and those told by a noun and its light verb.

    ``words``: the dictionary forms of each token, ``forms`` of all, and "".
    """
    verbs = {verb.lemma for verb in (*sentence.verbs, *(clause.verb for clause in sentence.clauses)) if verb}
    begun: dict[str, list[int]] = defaultdict(list)
    for number in tried(known.nouns, forms):
        entry, makers = known.entries[number], known.makers[number]
        if (makers is None or not makers.isdisjoint(verbs)) and present(entry, forms):
            for form in alternatives(entry.nouns[0]):
                begun[form].append(number)
    if not begun:
        return
    places = {(at, number) for at, own in enumerate(words) for form in own & begun.keys() for number in begun[form]}
    for at, number in sorted(places):
        yield from _standing(sentence, at, known.entries[number], language)


def _standing(sentence: Sentence, at: int, entry: Expression, language: str) -> Iterator[Act]:
    taken = row(sentence, at, entry.nouns, language, VERBAL_GAP if entry.verbal else MAX_GAP)
    if taken is None or (entry.verbal and ends_preposition(sentence, at, language)):
        return
    if entry.verbal:
        yield from with_verb(sentence, entry, taken, language)
    elif not entry.required or has_marker(sentence, taken[-1], entry):
        yield act_of(sentence, entry, taken, None, passive=False)
