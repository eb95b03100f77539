"""Finding acts: which words of a sentence name a frame's act, in which form."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ravabet.coding.syntax import markers
from ravabet.language import Sentence, Verb
from ravabet.lexicon import Expression, expressions, fold, read_yaml
from ravabet.model import Span

MAX_GAP, VERBAL_GAP = 8, 16
"""Words of the clause that ``...`` may stand for in a nominal and in a verbal expression."""
MAX_REACH = 30
"""Words that may stand between the noun of a compound verb and its verb, in one clause."""
GENITIVE = "-"
"""The marker of an entry whose noun is followed by the recipient."""
NOMINAL_REACH = 2
"""The same for an infinitive or participle: «محکوم [شدید] کردن»."""


@dataclass(frozen=True, slots=True)
class Act:
    """One place where an expression's words stand.

    ``tokens``: the token numbers that name the act, in order; ``verb``: the verb group of a verbal expression;
    ``passive``: the recipient, not the actor, is the subject; ``clause``: its number in the sentence.
    """

    expression: Expression
    tokens: tuple[int, ...]
    verb: Verb | None
    passive: bool
    clause: int | None

    @property
    def nominal(self) -> bool:
        """Whether the act is named by a noun, infinitive or participle, not told by a finite verb."""
        return self.verb is None or not self.verb.finite

    def span(self, sentence: Sentence) -> Span:
        """From the first to the last word of the act, as it stands in the text."""
        return Span(sentence.tokens[self.tokens[0]].start, sentence.tokens[self.tokens[-1]].end)

    def trigger(self, sentence: Sentence) -> Span:
        """The shortest stretch that names the act: of one told by a verb, its last words in one piece if they do."""
        if self.verb is None:
            return self.span(sentence)
        first = len(self.tokens) - 1
        while first and self.tokens[first - 1] == self.tokens[first] - 1:
            first -= 1
        verb = range(self.verb.start, self.verb.end)
        if len(self.expression.words) > 1 and all(token in verb for token in self.tokens[first:]):
            return self.span(sentence)
        return Span(sentence.tokens[self.tokens[first]].start, sentence.tokens[self.tokens[-1]].end)


@dataclass(frozen=True, slots=True)
class _Index:
    """The expressions of a language by the folded forms of their first word, and bare verbs by infinitive.

    ``keys``: the numbers of the expressions by the forms of their rarest word, without which none need be tried
    (some 400 begin with به).
    """

    by_word: dict[str, tuple[tuple[int, Expression], ...]]
    by_verb: dict[str, tuple[Expression, ...]]
    keys: dict[str, frozenset[int]]


@cache
def _index(language: str) -> _Index:
    return index_of(expressions(language), language)


def index_of(entries: tuple[Expression, ...], language: str) -> _Index:
    """An index over some expressions (the lint looks at one frame at a time)."""
    words: dict[str, list[tuple[int, Expression]]] = defaultdict(list)
    verbs: dict[str, list[Expression]] = defaultdict(list)
    keys: dict[str, set[int]] = defaultdict(set)
    common = Counter(option for entry in entries for word in entry.words for option in word.split("/"))
    for number, entry in enumerate(entries):
        if entry.verbal and len(entry.words) == 1:
            for lemma in _same(entry.words[0], language):
                verbs[lemma].append(entry)
            continue
        for form in _all_forms(entry.words[0], language):
            words[form].append((number, entry))
        nouns = [word for word in _nouns(entry) if word != "..."]
        rarest = min(nouns, key=lambda word: sum(common[option] for option in word.split("/")))
        for form in _all_forms(rarest, language):
            keys[form].add(number)
    return _Index(
        {form: tuple(found) for form, found in words.items()},
        {lemma: tuple(found) for lemma, found in verbs.items()},
        {form: frozenset(found) for form, found in keys.items()},
    )


def _nouns(entry: Expression) -> tuple[str, ...]:
    """The words of an expression before its verb."""
    return entry.words[:-1] if entry.verbal else entry.words


def _all_forms(word: str, language: str) -> set[str]:
    return {form for option in word.split("/") for form in _forms(option, language)}


@dataclass(frozen=True, slots=True)
class _Endings:
    """What a noun may end in: joined to it, as a token after a half-space, or as a token after any space."""

    joined: tuple[str, ...]
    apart: frozenset[str]
    loose: frozenset[str]


@cache
def _endings(language: str) -> _Endings:
    data = read_yaml(language, "nouns.yaml")
    joined, apart, loose = ([fold(ending) for ending in data[key]] for key in ("joined", "apart", "loose"))
    return _Endings(tuple(joined), frozenset(apart), frozenset(loose))


@cache
def _forms(word: str, language: str) -> frozenset[str]:
    """The forms of a noun with the endings joined to it; a word's last ه drops no letter in Persian."""
    return frozenset({word, *(word + ending for ending in _endings(language).joined)})


@cache
def _light(language: str) -> dict[str, Any]:
    data: dict[str, Any] = _folded(read_yaml(language, "light_verbs.yaml"))
    return data


def _folded(data: Any) -> Any:  # noqa: ANN401  any tree of strings
    if isinstance(data, dict):
        return {fold(str(key)): _folded(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_folded(value) for value in data]
    return fold(data) if isinstance(data, str) else data


@cache
def _same(lemma: str, language: str) -> frozenset[str]:
    return frozenset({lemma, *_light(language)["same"].get(lemma, ())})


@cache
def _passives(lemma: str, before: str, language: str) -> frozenset[str]:
    """The verbs that make the passive of a compound whose last noun is ``before``."""
    light = _light(language)
    after = light["passive_after"].get(before, {})
    return frozenset({*light["passive"].get(lemma, ()), *after.get(lemma, ())})


def acts(sentence: Sentence, language: str, entries: tuple[Expression, ...] | None = None) -> tuple[Act, ...]:
    """The acts a sentence names, in order; words taken into a longer act name no shorter one."""
    index = _index(language) if entries is None else index_of(entries, language)
    live = {number for token in sentence.tokens for number in index.keys.get(token.fold, ())}
    found = [act for at in range(len(sentence.tokens)) for act in _starting(sentence, at, index, live, language)]
    for verb in sentence.verbs:
        words = tuple(range(verb.start, verb.end))
        found.extend(_act(sentence, entry, words, verb, verb.passive) for entry in index.by_verb.get(verb.lemma, ()))
    return tuple(sorted(_longest(found), key=lambda act: (act.tokens[0], act.tokens[-1], act.expression.id)))


def _longest(found: list[Act]) -> Iterator[Act]:
    """Without acts whose words are all part of another's, and the same words twice for one frame."""
    seen: set[tuple[str, tuple[int, ...]]] = set()
    sets = [frozenset(act.tokens) for act in found]
    for act, own in zip(found, sets, strict=True):
        if any(own < other for other in sets) or (act.expression.frame, act.tokens) in seen:
            continue
        seen.add((act.expression.frame, act.tokens))
        yield act


def _starting(sentence: Sentence, at: int, index: _Index, live: set[int], language: str) -> Iterator[Act]:
    for number, entry in index.by_word.get(sentence.tokens[at].fold, ()):
        if number not in live:
            continue
        taken = _match_words(sentence, at, _nouns(entry), language, VERBAL_GAP if entry.verbal else MAX_GAP)
        if taken is None:
            continue
        if entry.verbal:
            yield from _with_verb(sentence, entry, taken, language)
        elif not entry.required or _has_marker(sentence, taken[-1], entry.markers):
            yield _act(sentence, entry, taken, None, passive=False)


def _match_words(
    sentence: Sentence, at: int, words: tuple[str, ...], language: str, reach: int
) -> tuple[int, ...] | None:
    """The token numbers of ``words`` from token ``at`` on, each with its noun endings; None where they do not stand."""
    taken: list[int] = []
    gap = 0
    for word in words:
        if word == "...":
            gap = reach
            continue
        place = next((n for n in _reach(sentence, at, gap) if _is(sentence, n, word, language)), None)
        if place is None:
            return None
        taken.append(place)
        at, gap = place + 1, 0
        if _is_ending(sentence, at, language):
            taken.append(at)
            at += 1
    return tuple(taken)


def _reach(sentence: Sentence, at: int, gap: int) -> list[int]:
    """The tokens where the next word may stand: the next one, or with a gap those of its clause before the verb."""
    if not gap or not 0 < at < len(sentence.tokens):
        return [at] if at < len(sentence.tokens) else []
    number = sentence.clause_of(at - 1)
    clause = sentence.clauses[number].tokens if number is not None else range(at, len(sentence.tokens))
    verbs = [verb.start for verb in sentence.verbs if verb.finite and verb.start >= at and verb.start in clause]
    end = min(verbs, default=len(sentence.tokens))
    return [n for n in clause if at <= n < end][: gap + 1]


def _is_ending(sentence: Sentence, at: int, language: str) -> bool:
    """Whether token ``at`` is an ending of the word before it."""
    if at >= len(sentence.tokens):
        return False
    token = sentence.tokens[at]
    endings = _endings(language)
    return token.fold in endings.loose or (token.glued and token.fold in endings.apart)


def _is(sentence: Sentence, at: int, word: str, language: str) -> bool:
    token = sentence.tokens[at].fold
    return any(token in _forms(option, language) for option in word.split("/"))


@cache
def _is_turned(entry: Expression, language: str) -> bool:
    """Whether an entry with شدن and a genitive is a passive by itself («جاسوسان ... دستگیر شدن»), not خواستار شدن."""
    if not (entry.verbal and GENITIVE in entry.markers and entry.words[-1] in _light(language)["become"]):
        return False
    return set(_light(language)["become_active"]).isdisjoint(entry.words)


def _with_verb(sentence: Sentence, entry: Expression, taken: tuple[int, ...], language: str) -> Iterator[Act]:
    """The act whose noun stands at ``taken``, if its verb follows in the clause."""
    verb = _verb_after(sentence, taken[-1])
    if verb is None or has_own_noun(sentence, verb, taken[-1], language):
        return
    lemma = entry.words[-1]
    tokens = (*taken, *range(verb.start, verb.end))
    turned = markers(language).object in entry.markers
    if verb.lemma in _same(lemma, language):
        yield _act(sentence, entry, tokens, verb, verb.passive or _is_turned(entry, language))
    elif turned and verb.lemma in _passives(lemma, entry.words[-2], language):
        yield _act(sentence, entry, tokens, verb, passive=True)


def has_own_noun(sentence: Sentence, verb: Verb, last: int, language: str) -> bool:
    """Whether a light verb makes a compound with the word right before it, not with the noun at ``last``."""
    at = verb.start - 1
    if at > last and _is_ending(sentence, at, language):
        at -= 1
    return at > last and sentence.tokens[at].fold in _preverbs(verb.lemma, language)


@cache
def _preverbs(lemma: str, language: str) -> frozenset[str]:
    """The nouns that make a compound with a light verb: those counted in news, and those of the language's acts."""
    light = _light(language)
    lemmas = {lemma} | {key for key, same in light["same"].items() if lemma in same}
    lemmas |= {key for key, turned in light["passive"].items() if lemma in turned}
    found = {word for key in lemmas for word in light["preverbs"].get(key, ())}
    for entry in expressions(language):
        if entry.verbal and len(entry.words) > 1 and entry.words[-1] in lemmas and entry.words[-1] in light["preverbs"]:
            found.update(entry.words[-2].split("/"))
    return frozenset(found - {"..."})


def _verb_after(sentence: Sentence, last: int) -> Verb | None:
    """The verb that the noun at ``last`` can lean on: an infinitive or participle close by, or its clause's verb."""
    number = sentence.clause_of(last)
    clause = sentence.clauses[number] if number is not None else None
    for verb in sentence.verbs:
        if verb.start <= last:
            continue
        distance = verb.start - last - 1
        if not verb.finite:
            if distance <= NOMINAL_REACH:
                return verb
            continue
        if clause is not None and clause.verb is not None:
            close = clause.verb.start - last - 1 <= MAX_REACH
            return clause.verb if close and clause.verb.start > last else None
        return verb if distance <= MAX_REACH else None
    return None


def _has_marker(sentence: Sentence, last: int, markers: tuple[str, ...]) -> bool:
    """Whether one of an expression's markers stands within its reach after (or just before) the noun."""
    around = sentence.tokens[max(0, last - MAX_GAP) : last + MAX_GAP + 1]
    return any(token.fold in markers for token in around)


def _act(sentence: Sentence, entry: Expression, tokens: tuple[int, ...], verb: Verb | None, passive: bool) -> Act:
    return Act(entry, tokens, verb, passive, sentence.clause_of(tokens[0]))
