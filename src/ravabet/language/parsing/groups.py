"""Verb groups read off a parse, the same way for every language; words that a parse cannot tell are in ``groups.yaml``.

Universal Dependencies put auxiliaries, negation and the copula under the verb or predicate (de Marneffe, Manning, Nivre
and Zeman, *Universal Dependencies*, Computational Linguistics 47, 2021), so one reading serves all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

import yaml

from ravabet.language.parsing.parse import PART, Parse
from ravabet.language.sentence import Tense, Verb
from ravabet.language.text import Token
from ravabet.lexicon import fold

Keys = Callable[[str], frozenset[str]]
"""The folded dictionary forms that a folded token may be of."""

PASSIVE_PARTS = frozenset({"aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"})
"""Relations that only a passive has below it."""
DESCRIBING = frozenset({"acl", "amod", "advcl"})
"""Relations in which a participle without an auxiliary is no clause."""
GOVERNED = frozenset({"xcomp", "ccomp"})
"""Relations of an infinitive to the verb that governs it."""
LOOSE = frozenset({"ADV", "PART"})
"""Kinds that may stand between the words of a group."""


@dataclass(frozen=True, slots=True)
class Groups:
    """The folded words of one language in ``groups.yaml``; what each list means is said there."""

    future: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    have: frozenset[str] = frozenset()
    be: frozenset[str] = frozenset()
    ongoing: frozenset[str] = frozenset()
    may: frozenset[str] = frozenset()
    negation: frozenset[str] = frozenset()
    relative: frozenset[str] = frozenset()
    able: frozenset[str] = frozenset()
    middle: frozenset[str] = frozenset()
    say: frozenset[str] = frozenset()


@cache
def groups(language: str) -> Groups:
    """The words of a language; empty lists for one that ``groups.yaml`` does not have."""
    text = (files("ravabet.language.parsing") / "data" / "groups.yaml").read_text(encoding="utf-8")
    known = yaml.safe_load(text).get(language, {})
    known["negation"] = known.pop("not", [])
    return Groups(**{field.name: frozenset(map(fold, known.get(field.name, []))) for field in fields(Groups)})


def verbs(tokens: tuple[Token, ...], parse: Parse, language: str, keys: Keys) -> dict[int, Verb]:
    """The verb group of each predicate, by the token number of the predicate: a verb, or what a copula links.

    ``lemma`` is the folded word itself and ``others`` its dictionary forms, since a parse names no dictionary form.
    """
    reader = _Reader([token.fold for token in tokens], parse, groups(language), keys)
    return {at: reader.group(at) for at in range(len(parse)) if reader.is_predicate(at)}


class _Reader:
    """One sentence with what is asked of it for each verb."""

    def __init__(self, words: list[str], parse: Parse, known: Groups, keys: Keys) -> None:
        self.words, self.parse, self.known, self.keys = words, parse, known, keys
        self.below: list[list[int]] = [[] for _ in words]
        for at, head in enumerate(parse.heads):
            if head >= 0:
                self.below[head].append(at)

    def is_predicate(self, at: int) -> bool:
        relation = self.parse.relations[at]
        if relation == PART or relation.startswith(("aux", "cop", "fixed", "flat", "compound:prt")):
            return False
        return self.parse.kinds[at] in ("VERB", "AUX") or self.copula(at) is not None

    def copula(self, at: int) -> int | None:
        return next((child for child in self.below[at] if self.parse.relations[child] == "cop"), None)

    def group(self, at: int) -> Verb:
        copula = self.copula(at)
        verb = at if copula is None else copula
        helpers = self.helpers(at)
        start, end = self.stretch(verb, at, helpers)
        passive = copula is None and self.passive(at, helpers)
        word = self.words[verb]
        tense = self.tense(at, verb, helpers, passive=passive)
        negative = self.negative(at, verb, helpers)
        return Verb(start, end, word, tense, negative, passive, self.person(verb, helpers), self.keys(word))

    def helpers(self, at: int) -> list[int]:
        """The auxiliaries and particles of a verb; one joined by «and» to another shares those of the first."""
        own = [child for child in self.below[at] if self.helps(child)]
        above = self.parse.heads[at]
        joined = self.parse.relations[at] == "conj" and self.parse.kinds[at] == self.parse.kinds[above]
        bare = not any(self.parse.relations[child].startswith(("aux", "nsubj", "csubj")) for child in self.below[at])
        if joined and bare and self.parse.feat(at, "VerbForm") == self.parse.feat(above, "VerbForm") != "Fin":
            own += [child for child in self.helpers(above) if self.parse.relations[child].startswith("aux")]
        return sorted(set(own))

    def helps(self, child: int) -> bool:
        relation, word = self.parse.relations[child], self.words[child]
        if relation.startswith("aux") or relation == PART:
            return True
        known = self.known
        listed = known.future | known.past | known.have | known.be | known.may | known.negation
        return relation.startswith(("advmod", "mark", "cop")) and word in listed and relation != "cop"

    def stretch(self, verb: int, at: int, helpers: list[int]) -> tuple[int, int]:
        """From the first to the last word of the group that stands with the verb, adverbs between them included."""
        inside = {verb, *helpers, *(child for child in self.below[verb] if self.parse.relations[child] == PART)}
        inside -= {child for child in inside if self.parse.relations[child] == "mark"}
        start, end = verb, verb + 1
        for other in sorted(inside, reverse=True):
            if other < start and self.only_loose(other + 1, start, at, inside):
                start = other
        for other in sorted(inside):
            if other >= end and self.only_loose(end, other, at, inside):
                end = other + 1
        return start, end

    def only_loose(self, start: int, end: int, at: int, inside: set[int]) -> bool:
        loose = (n in inside or (self.parse.kinds[n] in LOOSE and self.parse.heads[n] == at) for n in range(start, end))
        return all(loose)

    def words_of(self, helpers: list[int]) -> set[str]:
        return {self.words[child] for child in helpers}

    def passive(self, at: int, helpers: list[int]) -> bool:
        parse = self.parse
        if any(parse.relations[child] in PASSIVE_PARTS for child in (*self.below[at], *helpers)):
            return True
        voice = parse.feat(at, "Voice")
        if voice == "Mid":
            return not self.keys(self.words[at]) & self.known.middle and any(map(self.is_bare_agent, self.below[at]))
        bare = not any(parse.relations[child].startswith("aux") for child in helpers)
        describes = parse.relations[at] in DESCRIBING and parse.feat(at, "VerbForm") == "Part"
        past = parse.feat(at, "Tense") == "Past"
        return voice == "Pass" or (voice is None and describes and bare and past and parse.kinds[at] == "VERB")

    def is_bare_agent(self, child: int) -> bool:
        """Whether a noun in the instrumental has no preposition: beside a reflexive verb it tells who acts."""
        noun = self.parse.kinds[child] in ("NOUN", "PROPN") and self.parse.feat(child, "Case") == "Ins"
        return noun and all(self.parse.relations[other] != "case" for other in self.below[child])

    def negative(self, at: int, verb: int, helpers: list[int]) -> bool:
        deniers = [n for n in (*self.below[at], *helpers) if self.words[n] in self.known.negation]
        marked = any(self.parse.feat(n, "Polarity") == "Neg" for n in (at, verb, *helpers))
        return bool(deniers) or marked

    def person(self, verb: int, helpers: list[int]) -> str | None:
        for at in (verb, *helpers):
            person, number = self.parse.feat(at, "Person"), self.parse.feat(at, "Number")
            if person and number in ("Sing", "Plur"):
                return person + ("s" if number == "Sing" else "p")
        return None

    def tense(self, at: int, verb: int, helpers: list[int], *, passive: bool) -> Tense:
        said = self.words_of(helpers)
        own = self.parse.feat(verb, "Tense")
        if said & self.known.future or own == "Fut":
            return "future"
        if said & self.known.may or self.parse.feat(verb, "Mood") in ("Sub", "Cnd"):
            return "subjunctive"
        if said & self.known.past:
            return "past"
        return self.helped(verb, helpers, passive=passive) or self.plain(at, verb)

    def helped(self, verb: int, helpers: list[int], *, passive: bool) -> Tense | None:
        """The tense that auxiliaries make."""
        said, known = self.words_of(helpers), self.known
        own, form = self.parse.feat(verb, "Tense"), self.parse.feat(verb, "VerbForm")
        finite = [child for child in helpers if self.parse.feat(child, "VerbForm") in ("Fin", None)]
        past = any(self.parse.feat(child, "Tense") == "Past" for child in finite)
        if said & known.have and (own != "Pres" or form == "Part"):
            if not finite:
                return (
                    "infinitive" if "Inf" in [self.parse.feat(child, "VerbForm") for child in helpers] else "participle"
                )
            return "pluperfect" if past else "perfect"
        if said & known.be:
            if passive:
                return "past" if past else "present"
            return ("pluperfect" if own == "Past" and form is None else "imperfect") if past else "present"
        if past:
            return "past"
        return "imperfect" if said & known.ongoing and own == "Past" else None

    def plain(self, at: int, verb: int) -> Tense:
        """The tense of a form by itself; a participle that heads a clause is a perfect (in headlines, in Russian)."""
        form, own = self.parse.feat(verb, "VerbForm"), self.parse.feat(verb, "Tense")
        if form == "Inf":  # what is wanted, meant or managed is told as Persian and Arabic tell it, by a subjunctive
            return "subjunctive" if self.parse.relations[at] in GOVERNED else "infinitive"
        if form in ("Conv", "Ger"):
            return "participle"
        if form == "Part":
            subject = any(self.parse.relations[child].startswith("nsubj") for child in self.below[at])
            relation = self.parse.relations[at]
            if relation == "conj":
                relation = self.parse.relations[self.parse.heads[at]]
            return "perfect" if subject or relation not in DESCRIBING else "participle"
        return "past" if own == "Past" else "present"
