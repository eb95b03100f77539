"""Where an act took place, in the words of the text: names and nouns of places after their prepositions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ravabet.coding.telling.speech import Forms, forms, runs
from ravabet.coding.telling.status import SPOKEN
from ravabet.language import Sentence, keys, verb_tokens
from ravabet.language.numbers import number_words, squeeze
from ravabet.lexicon import actors
from ravabet.lexicon.load import names_in, read_tsv, read_yaml
from ravabet.model import Span

NAMING = frozenset({"name", "capital", "seat"})
LONGEST = 4
"""Tokens that one place name or noun may be written in."""
UNKNOWN = 2
"""Words of a name that no list holds, after a noun of place."""
AFTER = 8
"""Tokens after an act named by a noun in which its place is looked for first."""
NEAR = 6
"""Tokens between an act of motion and where it leads."""
WITHIN = 3
"""Tokens between a place and the larger one it lies in."""
_GENITIVE = frozenset("'’")
_QUOTES = frozenset('«»"“”')


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """``data/<language>/places.yaml`` and the names of places; forms folded and without spaces."""

    names: Forms
    states: frozenset[str]
    leads: Forms
    motion: dict[str, frozenset[str]]
    nouns: Forms
    parts: Forms
    between: Forms
    demonstratives: frozenset[str]
    posts: frozenset[str]
    going: frozenset[str]
    unnamed: frozenset[str]


@cache
def place_words(language: str) -> PlaceWords:
    """The words of places of ``language``."""
    data = read_yaml(language, "places.yaml")
    states = {squeeze(entry.form) for entry in actors(language) if entry.kind == "name"}
    names = {squeeze(entry.form) for entry in actors(language) if entry.kind in NAMING}
    if "places.tsv" in names_in(language, "actors"):
        names |= {squeeze(row["form"]) for row in read_tsv(language, "actors", "places.tsv")}
    return PlaceWords(
        names=forms(names | {squeeze(name) for name in data["names"]}),
        states=frozenset(states),
        leads=Forms({squeeze(form): kind for kind, listed in data["leads"].items() for form in listed}),
        motion={kind: frozenset(map(squeeze, listed)) for kind, listed in data["motion"].items()},
        nouns=forms(map(squeeze, data["nouns"])),
        parts=forms(map(squeeze, data["parts"])),
        between=forms(map(squeeze, data["between"])),
        demonstratives=frozenset(map(squeeze, data["demonstratives"])),
        posts=frozenset(map(squeeze, data["posts"])),
        going=frozenset(map(squeeze, data["going"])),
        unnamed=frozenset(map(squeeze, data.get("unnamed", []))),
    )


@cache
def inflected(language: str) -> bool:
    """Whether names are found by dictionary forms."""
    return bool(read_yaml(language, "anaphors.yaml").get("inflected"))


@dataclass(frozen=True, slots=True)
class Place:
    """A place phrase, tokens ``start`` to ``end`` (excluded), and the ``lead`` that brings it: in, to or from.

    ``local``: it is more than the bare name of a state, which may also stand for its government.
    """

    lead: str
    start: int
    end: int
    local: bool = True


def place(text: str, sentence: Sentence, trigger: Sequence[int], language: str, kind: str | None = None) -> Span | None:
    """The place of the act named by the tokens ``trigger``, as a span of the document's ``text``; None where none is.

    A place in the trigger, else after it, else before it in its clause; where a way leads only for acts of motion.
    An act of PLOVER type ``kind`` that is only spoken (see ``status.SPOKEN``) has a place only within its own words.
    """
    del text
    number = sentence.clause_of(trigger[-1])
    if number is None:
        return None
    own = set(trigger)
    clause = own if kind in SPOKEN else set(sentence.clauses[number].tokens) | own
    found = [
        one for one in places(sentence, language) if one.start in clause and _fits(sentence, one, trigger, language)
    ]
    best = min(found, key=lambda one: _distance(one, trigger), default=None)
    return sentence.span_of(best.start, best.end) if best else None


def _distance(one: Place, trigger: Sequence[int]) -> tuple[int, int]:
    """Places in the trigger come first, then those right after it, then "in" before others, then the nearest."""
    if trigger[0] <= one.start <= trigger[-1]:
        return 0, one.start
    gap = one.start - trigger[-1]
    if 0 < gap <= AFTER:
        return 1, gap
    return (2 if one.lead == "in" else 3), abs(gap)


def _fits(sentence: Sentence, one: Place, trigger: Sequence[int], language: str) -> bool:
    """Whether a place that a way leads to or from is that of an act of motion."""
    if one.lead == "in" or (one.local and trigger[0] <= one.start <= trigger[-1]):
        return True
    words = place_words(language).motion[one.lead]
    first, end = min(trigger[0], one.start - NEAR), max(trigger[-1] + 1, one.start)
    near = {word for _, word in runs(sentence, max(0, first), end, 2)}
    lemmas = {verb.lemma for verb in sentence.verbs if verb.start in trigger}
    return bool((near | lemmas) & words) and (one.start - trigger[-1] <= NEAR) and (trigger[0] - one.end <= NEAR)


@lru_cache(maxsize=4)  # the acts of a sentence are placed one after the other
def places(sentence: Sentence, language: str) -> tuple[Place, ...]:
    """Every place phrase of a sentence in order; of one that lies in the next (a village in a province) the first."""
    found: list[Place] = []
    for one in _Finder(sentence, language).places():
        inside = found and one.lead == "in" and one.start - found[-1].end <= WITHIN
        if not inside:
            found.append(one)
    return tuple(found)


class _Finder:
    """Reads place phrases after their leads."""

    def __init__(self, sentence: Sentence, language: str) -> None:
        self.language = language
        self.words = place_words(language)
        self.vague = number_words(language).vague
        self.tokens = sentence.tokens
        self.folds = [token.fold for token in sentence.tokens]
        self.verbal = verb_tokens(sentence, finite=True)

    def places(self) -> tuple[Place, ...]:
        found: list[Place] = []
        at = 0
        while at < len(self.tokens):
            lead = self.longest(at, self.words.leads)
            if lead is None or at in self.verbal or self.in_post(at):
                at += 1
                continue
            start = lead
            end = self.phrase(start)
            if end is not None:
                kind = self.lead_of([token.fold for token in self.tokens[at:lead]])
                found.append(self.trimmed(kind, start, end))
            at = max(at + 1, end or lead)
        return tuple(found)

    def lead_of(self, folds: list[str]) -> str:
        """What a lead says, by the form that stands there or the dictionary form that it may be."""
        forms = ["".join(folds), *self.unbent(folds)]
        return next(self.words.leads[form] for form in forms if form in self.words.leads)

    def trimmed(self, lead: str, start: int, end: int) -> Place:
        """Without quotation marks round the whole phrase, or the genitive's 's behind it."""
        quoted = [n for n in range(start, end) if self.tokens[n].text in _QUOTES]
        if quoted == [start, end - 1]:
            start, end = start + 1, end - 1
        if end - start > 1 and self.tokens[end - 1].text[0] in _GENITIVE:
            end -= 1
        return Place(lead, start, end, "".join(token.fold for token in self.tokens[start:end]) not in self.words.states)

    def in_post(self, at: int) -> bool:
        """Whether the lead belongs to a post (سفیر ایران در روسیه)."""
        return any(token.fold in self.words.posts for token in self.tokens[max(0, at - 3) : at])

    def phrase(self, at: int) -> int | None:
        """The end of the place phrase that begins at ``at``, None where none does."""
        start, named, pointed, joined = at, False, False, 0
        noun = at > 0 and self.tokens[at - 1].fold in self.words.going
        while at < len(self.tokens):
            name = self.longest(at, self.words.names)
            if name:
                at, named, joined = name, True, 0
                continue
            word = None if named else self.longest(at, self.words.nouns) or self.longest(at, self.words.parts)
            if word:
                noun = noun or bool(self.longest(at, self.words.nouns))
                at = word
            elif self.tokens[at].fold in self.words.demonstratives and self.longest(at + 1, self.words.nouns):
                at, pointed = at + 1, True
            elif at == start and self.tokens[at].fold.isdigit() and self.longest(at + 1, self.words.parts):
                at += 1
            elif at > start and (step := self.longest(at, self.words.between)):
                at, joined = step, step - at + joined
                continue
            elif self.tokens[at].text in _QUOTES and (noun or at == start or named) and self.quoted(at, noun):
                at, named = self.quoted(at, noun) or at, True
            elif noun and not named and (joined or not pointed) and self.unknown(at) > at:
                at, named = self.unknown(at), True
            else:
                break
            joined = 0
        return at - joined if named or pointed else None

    def quoted(self, at: int, noun: bool) -> int | None:
        """The token after a short quotation that begins at ``at``, where it holds a place or follows a noun of one."""
        for end in range(at + 1, min(at + LONGEST + 1, len(self.tokens))):
            if self.tokens[end].text in _QUOTES:
                inner = "".join(token.fold for token in self.tokens[at + 1 : end])
                return end + 1 if noun or inner in self.words.names else None
        return None

    def unknown(self, at: int) -> int:
        """The end of a name no list holds: one word, and those a half-space joins to it."""
        end = at
        while end < len(self.tokens) and self.is_name(end) and (end == at or self.tokens[end].glued):
            end += 1
        going = self.tokens[at - 1].fold in self.words.going
        return at if end in self.verbal and not going else end

    def is_name(self, at: int) -> bool:
        token = self.tokens[at]
        barred = token.fold in self.words.leads or token.fold in self.vague or token.fold in self.words.unnamed
        free = not barred and at not in self.verbal and not token.text[0].islower()
        return free and token.text[0].isalpha() and len(token.fold) > 2

    def longest(self, at: int, table: Forms) -> int | None:
        """The end of the longest form of ``table`` that begins at token ``at``, None where none does."""
        if at >= len(self.tokens) or table.beginnings.isdisjoint(self.firsts(at)):
            return None
        for size in range(min(LONGEST, len(self.tokens) - at), 0, -1):
            folds = self.folds[at : at + size]
            if "".join(folds) in table or any(map(table.__contains__, self.unbent(folds))):
                return at + size
        return None

    def firsts(self, at: int) -> Collection[str]:
        """What a form that stands at a token may begin with."""
        fold = self.folds[at]
        return keys(fold, self.language) | {fold} if inflected(self.language) else (fold,)

    def unbent(self, folds: list[str]) -> Iterator[str]:
        """What a row of words may be in dictionary forms, squeezed ("в Москве"); of long rows only the last varies."""
        if not inflected(self.language):
            return
        *head, last = folds
        starts = [head] if len(folds) != 2 else [[key] for key in sorted(keys(head[0], self.language))]
        yield from ("".join([*start, key]) for start in starts for key in sorted(keys(last, self.language)))
