"""Whose verb it is by the dependencies: who its subject is, if it has none of its own, too.

"Oslo urged Tunis to free the crew": Tunis is to free it. "a bank that Oslo accused": the bank is accused. "the ban
imposed by Oslo": the ban is imposed. "Oslo's promise to help": Oslo is to help.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ravabet.coding.tree import MODIFIERS, base, preposition, top
from ravabet.language import Sentence, Verb
from ravabet.language.parsing import Parse

Bond = Literal["own", "ruled", "above"]
"""How a verb has its subject: as its own, as what another verb or a noun rules it by, or from the verb above it."""
RELATIVE = frozenset({"who", "which", "that", "whom"})
OUTER = frozenset({"promise", "vow", "threaten", "pledge", "offer", "refuse", "agree"})
"""Verbs whose own subject is to do what they say, though they have an object ("promised Oslo to help")."""
OF_OBJECT = frozenset({"for", "of", "from", "over", "with"})
"""What joins a participle to a verb whose object did it ("sanctioned Oslo for selling")."""
HOLDERS = ("nmod:poss", "nmod", "compound", "amod", "nmod:agent")
"""Relations of the one whose decision, plan or promise it is."""
OF = frozenset({"of", "by"})
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Subject:
    """The token of a verb's subject and the bond; ``at`` is None where the verb has one that no token tells."""

    at: int | None
    bond: Bond


def subject(sentence: Sentence, parse: Parse, verb: Verb) -> Subject | None:
    """Who does what a verb tells (or suffers it, if it is a passive), None where the dependencies do not tell."""
    return _Reader(sentence, parse).subject(_predicate(parse, verb), "own", 0)


def gap(sentence: Sentence, parse: Parse, verb: Verb) -> int | None:
    """The noun that a relative clause with its own subject is about ("the bank that Oslo accused"), None if none."""
    reader, at = _Reader(sentence, parse), _predicate(parse, verb)
    if parse.relations[at] not in ("acl:relcl", "acl") or verb.passive:
        return None
    own = reader.own(at)
    if own is None or reader.words[own] in RELATIVE:
        return None
    objects = [n for n in parse.children(at) if base(parse.relations[n]) == "obj"]
    return parse.heads[at] if all(reader.words[n] in RELATIVE for n in objects) else None


def inner(sentence: Sentence, parse: Parse, verb: Verb) -> int | None:
    """The subject of the clause that a verb governs ("demanded that Oslo pay"), None where it governs none."""
    reader, at = _Reader(sentence, parse), _predicate(parse, verb)
    clauses = [n for n in parse.children(at) if base(parse.relations[n]) in ("ccomp", "xcomp") and n > at]
    return next((own for own in map(reader.own, clauses) if own is not None), None)


def part_of(sentence: Sentence, parse: Parse, start: int, end: int, token: int) -> int | None:
    """How many nouns a phrase hangs below ``token`` as part of its noun phrase, None where it is none of it."""
    at, steps = top(parse, start, end), 0
    while not start <= token < end and at != token:
        relation = base(parse.relations[at])
        if relation not in MODIFIERS | {"conj"} or parse.heads[at] < 0 or steps > DEEPEST:
            return None
        mark = preposition(sentence, parse, at) if relation == "nmod" else None
        if mark is not None and mark[0] not in OF | {"'s", "’s", "'"}:
            return None
        at, steps = parse.heads[at], steps + (relation != "conj")
    return steps


def _predicate(parse: Parse, verb: Verb) -> int:
    """The token that a verb group's arguments hang on: of a copula what it links."""
    at = top(parse, verb.start, verb.end)
    return parse.heads[at] if base(parse.relations[at]) in ("cop", "aux") and parse.heads[at] >= 0 else at


class _Reader:
    def __init__(self, sentence: Sentence, parse: Parse) -> None:
        self.sentence, self.parse = sentence, parse
        self.words = [token.fold for token in sentence.tokens]

    def own(self, at: int) -> int | None:
        """The subject that hangs on a verb."""
        found = (n for n in self.parse.children(at) if self.parse.relations[n].startswith(("nsubj", "csubj")))
        return next(found, None)

    def child(self, at: int, *relations: str) -> int | None:
        return next((n for n in self.parse.children(at) if base(self.parse.relations[n]) in relations), None)

    def subject(self, at: int, bond: Bond, depth: int) -> Subject | None:
        """The subject of the predicate at a token."""
        parse, head, relation = self.parse, self.parse.heads[at], self.parse.relations[at]
        own = self.own(at)
        if own is not None:
            if self.words[own] in RELATIVE:
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
        if not any(self.words[n] == "to" for n in self.parse.children(at) if self.parse.relations[n] == "mark"):
            return Subject(noun, "own")
        for relation in HOLDERS:
            for n in self.parse.children(noun):
                mark = preposition(self.sentence, self.parse, n)
                if self.parse.relations[n] == relation and (mark is None or mark[0] in OF | {"'s", "’s", "'"}):
                    return Subject(n, "ruled")
        above = self.parse.heads[noun]
        objects = base(self.parse.relations[noun]) in ("obj", "obl", "xcomp")
        return self.subject(above, "above", depth + 1) if objects and above >= 0 else None

    def ruled(self, at: int, head: int, kind: str) -> int | None:
        """The object of the verb above, where that is who does it: of a verb of asking, or after "for"."""
        marks = {self.words[n] for n in self.parse.children(at) if self.parse.relations[n] == "mark"}
        told = self.child(head, "obj", "iobj")
        if kind == "advcl" and not (marks & OF_OBJECT or "to" in marks):
            return None
        if told is not None and told < at and (kind != "advcl" or marks & OF_OBJECT):
            lemmas = self.sentence_verbs(head)
            return None if lemmas & OUTER else told
        if "to" not in marks or kind == "ccomp":
            return None
        for n in self.parse.children(head):
            mark = preposition(self.sentence, self.parse, n)
            if base(self.parse.relations[n]) == "obl" and n < at and mark is not None and mark[0] in ("on", "upon"):
                return n
        return None

    def sentence_verbs(self, at: int) -> frozenset[str]:
        return next((verb.keys for verb in self.sentence.verbs if verb.start <= at < verb.end), frozenset())
