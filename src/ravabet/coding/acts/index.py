"""The expressions of a language by their words, and where a row of words stands in a sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Any

from ravabet.coding.grammar.syntax import markers
from ravabet.language import Sentence, forms_of
from ravabet.lexicon import Expression, expressions, fold, names_in, read_yaml
from ravabet.lexicon.kept import kept

MAX_GAP = 8
"""Words of the clause that ``...`` may stand for, and in which an expression's marker is looked for."""


Rarest = dict[str, dict[str, tuple[int, ...]]]
"""Numbers of expressions by a form of their rarest noun and one of the next rarest, "" for none; see ``tried``."""


@dataclass(frozen=True, slots=True)
class Index:
    """Expressions by the dictionary forms of their rarest nouns, and of their verb.

    ``nouns``: the numbers of the expressions without whose rarest nouns they need not be tried (some 400 Persian ones
    begin with به). ``makers``: of each expression the verbs of which one must be there, None where it needs none.
    ``verbs``: by verb, the numbers of those told by it alone and, in a language whose verbs stand before their nouns,
    of those with nouns.
    """

    entries: tuple[Expression, ...]
    makers: tuple[frozenset[str] | None, ...]
    nouns: Rarest
    verbs: dict[str, Rarest]


@kept
def index(language: str) -> Index:
    """The index of all expressions of a language."""
    return index_of(expressions(language), language)


def index_of(entries: tuple[Expression, ...], language: str) -> Index:
    """An index over some expressions (the lint looks at one frame at a time)."""
    verbs: dict[str, list[int]] = defaultdict(list)
    nouns: list[int] = []
    common = Counter(option for entry in entries for word in entry.words for option in word.split("/"))
    for number, entry in enumerate(entries):
        if entry.verb is None or (len(entry.words) > 1 and has_compounds(language)):
            nouns.append(number)
            continue
        for option in entry.words[entry.verb].split("/"):
            for verb in same_verbs(option, language):
                verbs[verb].append(number)
    return Index(
        entries,
        tuple(makers(entry, language) if compound(entry, language) else None for entry in entries),
        _by_rarest(nouns, entries, common),
        {verb: _by_rarest(numbers, entries, common) for verb, numbers in verbs.items()},
    )


def _by_rarest(numbers: Iterable[int], entries: Sequence[Expression], common: Mapping[str, int]) -> Rarest:
    found: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number in numbers:
        words = [word for word in entries[number].nouns if word != "..."]
        rare = sorted(words, key=lambda word: sum(common[option] for option in word.split("/")))
        first, second = [*rare, "", ""][:2]
        for one in first.split("/"):
            for two in second.split("/"):
                found[one][two].append(number)
    return {one: {two: tuple(listed) for two, listed in below.items()} for one, below in found.items()}


def tried(known: Rarest, forms: Set[str]) -> set[int]:
    """The numbers of the expressions that a sentence with these dictionary forms may hold, by their two rarest nouns.

    ``forms`` holds "" too, which stands for no noun.
    """
    return {number for one in known.keys() & forms for two in known[one].keys() & forms for number in known[one][two]}


@cache
def has_compounds(language: str) -> bool:
    """Whether the language tells acts by a noun and a light verb that closes the clause."""
    return "light_verbs.yaml" in names_in(language)


@kept
def light(language: str) -> dict[str, Any]:
    """The light verbs of a language, see ``light_verbs.yaml``."""
    data: dict[str, Any] = _folded(read_yaml(language, "light_verbs.yaml"))
    return data


def _folded(data: Any) -> Any:  # noqa: ANN401  any tree of strings
    if isinstance(data, dict):
        return {fold(str(key)): _folded(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_folded(value) for value in data]
    return fold(data) if isinstance(data, str) else data


@cache
def same_verbs(lemma: str, language: str) -> frozenset[str]:
    """The light verbs that stand for one, itself included."""
    if not has_compounds(language):
        return frozenset({lemma})
    return frozenset({lemma, *light(language)["same"].get(lemma, ())})


@cache
def passives(lemma: str, before: str, language: str) -> frozenset[str]:
    """The verbs that make the passive of a compound whose last noun is ``before``."""
    known = light(language)
    after = known["passive_after"].get(before, {})
    return frozenset({*known["passive"].get(lemma, ()), *after.get(lemma, ())})


def compound(entry: Expression, language: str) -> bool:
    """Whether an act is named by nouns and a light verb."""
    return entry.verbal and len(entry.words) > 1 and has_compounds(language)


@cache
def makers(entry: Expression, language: str) -> frozenset[str]:
    """The verbs that can tell an act named by nouns and a light verb."""
    lemma, before = entry.words[-1], entry.words[-2]
    return same_verbs(lemma, language) | passives(lemma, before, language)


def present(entry: Expression, forms: Set[str]) -> bool:
    """Whether a sentence with these dictionary forms holds all words of an expression, at whatever place."""
    return not any(map(forms.isdisjoint, entry.needs))


@dataclass(frozen=True, slots=True)
class _Endings:
    """What a noun may end in as a token after a half-space, or after any space."""

    apart: frozenset[str]
    loose: frozenset[str]


@cache
def _endings(language: str) -> _Endings:
    if "nouns.yaml" not in names_in(language):
        return _Endings(frozenset(), frozenset())
    data = read_yaml(language, "nouns.yaml")
    return _Endings(frozenset(map(fold, data["apart"])), frozenset(map(fold, data["loose"])))


def is_ending(sentence: Sentence, at: int, language: str) -> bool:
    """Whether token ``at`` is an ending of the word before it."""
    if at >= len(sentence.tokens):
        return False
    token, endings = sentence.tokens[at], _endings(language)
    return token.fold in endings.loose or (token.glued and token.fold in endings.apart)


def is_word(sentence: Sentence, at: int, word: str, language: str) -> bool:
    """Whether token ``at`` is a form of ``word``, or of one of its alternatives (``a/b``)."""
    return not forms_of(sentence, language)[at].isdisjoint(alternatives(word))


@cache
def alternatives(word: str) -> frozenset[str]:
    """The dictionary forms that a word of an expression allows (``a/b``)."""
    return frozenset(word.split("/"))


def row(sentence: Sentence, at: int, words: tuple[str, ...], language: str, reach: int) -> tuple[int, ...] | None:
    """The token numbers of ``words`` from token ``at`` on, each with its endings; None where they do not stand.

    Of several places for a word behind a gap the first is taken from which the rest stands («از X به Y به راه افتاد»).
    """
    return _row(sentence, at, words, language, reach, first=True)


def _row(
    sentence: Sentence, at: int, words: tuple[str, ...], language: str, reach: int, *, first: bool = False
) -> tuple[int, ...] | None:
    if not words:
        return ()
    gap, word, rest = (reach, words[1], words[2:]) if words[0] == "..." and len(words) > 1 else (0, words[0], words[1:])
    if word == "...":
        return ()
    skipped = markers(language).skipped
    while not first and not gap and at < len(sentence.tokens) and sentence.tokens[at].fold in skipped - {word}:
        at += 1
    for place in _reach(sentence, at, gap):
        if not is_word(sentence, place, word, language):
            continue
        own = (place, place + 1) if is_ending(sentence, place + 1, language) else (place,)
        behind = _row(sentence, own[-1] + 1, rest, language, reach)
        if behind is not None:
            return own + behind
    return None


def _reach(sentence: Sentence, at: int, gap: int) -> list[int]:
    """The tokens where the next word may stand: the next one, or with a gap those of its clause up to the verb."""
    if not gap or not 0 < at < len(sentence.tokens):
        return [at] if at < len(sentence.tokens) else []
    number = sentence.clause_of(at - 1)
    clause = sentence.clauses[number].tokens if number is not None else range(at, len(sentence.tokens))
    verbs = [verb.end for verb in sentence.verbs if verb.finite and verb.start >= at and verb.start in clause]
    end = min([*verbs, *another_act(sentence, at, at + gap)], default=len(sentence.tokens))
    return [n for n in clause if at <= n < end][: gap + 1]


def another_act(sentence: Sentence, start: int, end: int) -> list[int]:
    """The commas behind which another act is told beside ("freed the crew, thanking Doha for its help")."""
    commas = [n for n in range(start, min(end, len(sentence.tokens) - 1)) if sentence.tokens[n].text == ","]
    if not commas or sentence.parse is None:
        return []
    beside = {verb.start for verb in sentence.verbs if verb.tense == "participle"}
    kinds = sentence.parse.kinds
    return [n for n in commas if n + 1 in beside or kinds[n + 1] in ("ADP", "SCONJ")]


def has_marker(sentence: Sentence, last: int, entry: Expression) -> bool:
    """Whether a marker of either side stands within an expression's reach after (or just before) the word ``last``."""
    around = sentence.tokens[max(0, last - MAX_GAP) : last + MAX_GAP + 1]
    return any(token.fold in entry.markers or token.fold in entry.agents for token in around)
