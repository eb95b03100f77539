"""Whose verb it is by the dependencies: who its subject is, if it has none of its own, too.

"Oslo urged Tunis to free the crew": Tunis is to free it. "a bank that Oslo accused": the bank is accused. "the ban
imposed by Oslo": the ban is imposed. "Oslo's promise to help": Oslo is to help.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ravabet.coding.grammar.tree import MODIFIERS, base, preposition, top
from ravabet.language import Sentence, Verb, verb_tokens
from ravabet.language.parsing import Parse
from ravabet.lexicon import read_yaml

Bond = Literal["own", "ruled", "above"]
"""How a verb has its subject: as its own, as what another verb or a noun rules it by, or from the verb above it."""
HOLDERS = ("nmod:poss", "nmod", "compound", "amod", "nmod:agent")
"""Relations of the one whose decision, plan or promise it is."""
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language that tell who is to do what; see ``data/<language>/control.yaml``."""

    relative: frozenset[str]
    outer: frozenset[str]
    of_object: frozenset[str]
    of: frozenset[str]
    on: frozenset[str]
    against: frozenset[str]
    beside: frozenset[str]
    infinitive: str


@cache
def _words(language: str) -> Words:
    data = read_yaml(language, "control.yaml")
    names = ("relative", "outer", "of_object", "of", "on", "against", "beside")
    return Words(**{name: frozenset(data[name]) for name in names}, infinitive=data["infinitive"])


@dataclass(frozen=True, slots=True)
class Subject:
    """The token of a verb's subject and the bond; ``at`` is None where the verb has one that no token tells."""

    at: int | None
    bond: Bond


def subject(sentence: Sentence, parse: Parse, verb: Verb, language: str) -> Subject | None:
    """Who does what a verb tells (or suffers it, if it is a passive), None where the dependencies do not tell."""
    return _Reader(sentence, parse, language).subject(_predicate(parse, verb), "own", 0)


def gap(sentence: Sentence, parse: Parse, verb: Verb, language: str) -> int | None:
    """The noun that a relative clause with its own subject is about ("the bank that Oslo accused"), None if none."""
    reader, at = _Reader(sentence, parse, language), _predicate(parse, verb)
    if parse.relations[at] not in ("acl:relcl", "acl") or verb.passive:
        return None
    own = reader.own(at)
    if own is None or reader.words[own] in reader.known.relative:
        return None
    objects = [n for n in parse.children(at) if base(parse.relations[n]) == "obj"]
    return parse.heads[at] if all(reader.words[n] in reader.known.relative for n in objects) else None


def inner(sentence: Sentence, parse: Parse, verb: Verb, language: str) -> int | None:
    """The subject of the clause that a verb governs ("demanded that Oslo pay"), None where it governs none."""
    reader, at = _Reader(sentence, parse, language), _predicate(parse, verb)
    clauses = [n for n in parse.children(at) if base(parse.relations[n]) in ("ccomp", "xcomp") and n > at]
    return next((own for own in map(reader.own, clauses) if own is not None), None)


def doer_of(sentence: Sentence, parse: Parse, mark: int, group: Set[int], *, passive: bool) -> bool:
    """Whether the "by" at a token brings in who does what the tokens of ``group`` tell.

    It does if no other verb stands between ("killed in a raid by ..."), unless that one is joined to theirs ("was
    seized and sunk by ...") or is done with them ("a ban imposed by ...", "the raid was led by ..."); not within their
    subject ("raids by ... were condemned"). ``passive``: whether they tell no act of their own subject.
    """
    at = parse.heads[mark]
    if mark - 1 in group or not passive:
        return mark - 1 in group or parse.heads[at] in group
    seen = set[int]()
    while at >= 0 and at not in group and at not in seen:
        seen.add(at)
        if at in verb_tokens(sentence) and not _shares(parse, at, group):
            return False
        if parse.relations[at].startswith("nsubj") and parse.heads[at] in group:
            return False
        at = parse.heads[at]
    return True


def _shares(parse: Parse, verb: int, group: Set[int]) -> bool:
    """Whether a verb is joined to one of a group of words, or one of these is what it is done to."""
    joined = [n for n in parse.children(verb) if parse.relations[n] == "conj"]
    if parse.relations[verb] == "conj" or not group.isdisjoint(joined):
        return True
    subjects = (n for n in parse.children(verb) if parse.relations[n].startswith("nsubj"))
    return any(n in group for n in subjects) or (parse.relations[verb].startswith("acl") and parse.heads[verb] in group)


def part_of(sentence: Sentence, parse: Parse, start: int, end: int, token: int, language: str) -> int | None:
    """How many nouns a phrase hangs below ``token`` as part of its noun phrase, None where it is none of it."""
    at, steps = top(parse, start, end), 0
    while not start <= token < end and at != token:
        relation = base(parse.relations[at])
        if relation not in MODIFIERS | {"conj"} or parse.heads[at] < 0 or steps > DEEPEST:
            return None
        mark = preposition(sentence, parse, at) if relation == "nmod" else None
        if mark is not None and mark[0] not in _words(language).of:
            return None
        at, steps = parse.heads[at], steps + (relation not in _words(language).beside)
    return steps


def _predicate(parse: Parse, verb: Verb) -> int:
    """The token that a verb group's arguments hang on: of a copula what it links."""
    at = top(parse, verb.start, verb.end)
    return parse.heads[at] if base(parse.relations[at]) in ("cop", "aux") and parse.heads[at] >= 0 else at


class _Reader:
    def __init__(self, sentence: Sentence, parse: Parse, language: str) -> None:
        self.sentence, self.parse, self.known = sentence, parse, _words(language)
        self.words = [token.fold for token in sentence.tokens]

    def own(self, at: int) -> int | None:
        """The subject that hangs on a verb."""
        found = [n for n in self.parse.children(at) if self.parse.relations[n].startswith(("nsubj", "csubj"))]
        named = [n for n in found if self.words[n] not in self.known.relative]  # of two, a pronoun is the object
        return next(iter(named or found), None)

    def child(self, at: int, *relations: str) -> int | None:
        return next((n for n in self.parse.children(at) if base(self.parse.relations[n]) in relations), None)

    def subject(self, at: int, bond: Bond, depth: int) -> Subject | None:
        """The subject of the predicate at a token."""
        parse, head, relation = self.parse, self.parse.heads[at], self.parse.relations[at]
        own = self.own(at)
        if own is not None:
            if self.words[own] in self.known.relative:
                return Subject(head if relation.startswith("acl") else None, bond)
            return Subject(own, bond)
        if head < 0 or depth > DEEPEST:
            return None
        if relation in ("acl:relcl", "amod"):
            return Subject(head, bond)
        if relation == "acl":
            return self.of_noun(at, head, depth)
        kind = base(relation)
        if kind == "conj" and parse.kinds[head] in ("VERB", "AUX"):
            return self.subject(head, bond, depth + 1)
        if kind in ("xcomp", "advcl", "ccomp"):
            ruled = self.ruled(at, head, kind)
            return Subject(ruled, "ruled") if ruled is not None else self.subject(head, "above", depth + 1)
        return None

    def of_noun(self, at: int, noun: int, depth: int) -> Subject | None:
        """The subject of a participle or infinitive that hangs on a noun."""
        if self.known.infinitive not in self.marks(at):
            return Subject(noun, "own")
        for relation in HOLDERS:
            for n in self.parse.children(noun):
                mark = preposition(self.sentence, self.parse, n)
                if self.parse.relations[n] == relation and (mark is None or mark[0] in self.known.of):
                    return Subject(n, "ruled")
        above = self.parse.heads[noun]
        objects = base(self.parse.relations[noun]) in ("obj", "obl", "xcomp")
        return self.subject(above, "above", depth + 1) if objects and above >= 0 else None

    def ruled(self, at: int, head: int, kind: str) -> int | None:
        """The object of the verb above, where that is who does it: of a verb of asking, or after "for"."""
        marks, known = self.marks(at), self.known
        told = self.child(head, "obj", "iobj")
        if kind == "advcl" and not (marks & known.of_object or known.infinitive in marks):
            return None
        punished = kind == "advcl" and bool(marks & known.of_object)
        if told is not None and told < at and (kind != "advcl" or punished) and self.whom(told, punished):
            return None if self.verb_keys(head) & known.outer else told
        if (known.infinitive not in marks and not punished) or kind == "ccomp":
            return None
        bringing = known.against if punished else known.on
        below = [*self.parse.children(head), *(self.parse.children(told) if punished and told is not None else ())]
        for n in below:
            mark = preposition(self.sentence, self.parse, n)
            if base(self.parse.relations[n]) in ("obl", "nmod") and n < at and mark and mark[0] in bringing:
                return n
        return None

    def whom(self, told: int, punished: bool) -> bool:
        """Whether an object is who did what is punished, and not what is done about it ("imposed sanctions on ...")."""
        bound = (preposition(self.sentence, self.parse, n) for n in self.parse.children(told)) if punished else ()
        return not any(mark is not None and mark[0] in self.known.against for mark in bound)

    def marks(self, at: int) -> set[str]:
        """The words that mark the clause of a verb."""
        return {self.words[n] for n in self.parse.children(at) if self.parse.relations[n] == "mark"}

    def verb_keys(self, at: int) -> frozenset[str]:
        """The dictionary forms of the verb group at a token."""
        return next((verb.keys for verb in self.sentence.verbs if verb.start <= at < verb.end), frozenset())
