"""The dependencies of one sentence as reasons need them: how far each token reaches, and what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from ravabet.language.parsing import Parse

MARKERS = frozenset({"case", "mark", "fixed", "advmod", "cc", "det", "cop", "aux", "discourse"})
"""Relations of the small words that a cue is made of to what they mark (Universal Dependencies 2)."""
PREDICATES = frozenset({"root", "ccomp", "csubj", "advcl", "acl", "conj", "parataxis", "xcomp"})
"""Relations of what can be the head of a clause."""
SUBJECTS = frozenset({"nsubj", "csubj"})

NOUNS = frozenset({"NOUN", "PROPN"})
NAMED = frozenset({"PROPN", "DET", "PRON"})
"""What a noun phrase begins with that no participle can take: the vote lost | the party; a plan opposed | in Oslo."""


def base(relation: str) -> str:
    """A relation without its subtype (``acl`` of ``acl:relcl``)."""
    return relation.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Tree:
    """One parsed sentence: ``kids[n]`` hang on token n, which reaches from ``lefts[n]`` to ``rights[n]`` (excluded)."""

    parse: Parse
    kids: tuple[tuple[int, ...], ...]
    lefts: tuple[int, ...]
    rights: tuple[int, ...]

    def relation(self, at: int) -> str:
        """How token ``at`` hangs on its head, without subtype."""
        return base(self.parse.relations[at])

    def full(self, at: int) -> str:
        """The same with subtype."""
        return self.parse.relations[at]

    def head(self, at: int) -> int:
        """The token that ``at`` hangs on; -1 for the root."""
        return self.parse.heads[at]

    def kind(self, at: int) -> str:
        """The part of speech of token ``at`` (UPOS)."""
        return self.parse.kinds[at]

    def child(self, at: int, *relations: str) -> int | None:
        """The first token that hangs on ``at`` in one of ``relations``."""
        return next((kid for kid in self.kids[at] if self.relation(kid) in relations), None)

    def above(self, at: int) -> list[int]:
        """``at`` and what it hangs on, up to the root."""
        found: list[int] = []
        while at >= 0:
            found.append(at)
            at = self.parse.heads[at]
        return found

    def subject(self, at: int) -> int | None:
        """The subject of a predicate: its own, else that of the one it is joined to or completes."""
        for _ in range(4):
            own = self.child(at, *SUBJECTS)
            if own is not None:
                return own
            if self.relation(at) not in ("conj", "xcomp") or self.head(at) < 0:
                return None
            at = self.head(at)
        return None

    def is_clause(self, at: int) -> bool:
        """Whether ``at`` is the head of a clause: a verb, or a predicate with a subject."""
        return self.kind(at) in ("VERB", "AUX") or self.child(at, "nsubj", "csubj", "cop") is not None

    def clause_of(self, at: int) -> int:
        """The head of the clause that ``at`` belongs to."""
        return next((up for up in self.above(at) if self.is_clause(up)), self.above(at)[-1])

    def is_adjunct(self, at: int) -> bool:
        """Whether a verb or adjective hangs on another clause without a subject or conjunction (citing, angered)."""
        if self.relation(at) == "conj" and self.head(at) >= 0 and self.is_adjunct(self.head(at)):
            return True
        if at <= 1 and self.parse.feat(at, "VerbForm") in ("Ger", "Part", "Conv"):
            return self.child(at, "nsubj", "csubj", "aux") is None
        loose = self.relation(at) in ("advcl", "acl", "xcomp", "dep", "obl") and not self.full(at).endswith(":relcl")
        finite = self.parse.feat(at, "VerbForm") in ("Fin", "Inf")
        return loose and not finite and self.child(at, "nsubj", "csubj", "mark", "aux") is None

    def is_passive(self, at: int) -> bool:
        """Whether a verb is passive, by its subject, auxiliary or form."""
        if any(self.full(kid) in ("nsubj:pass", "aux:pass") for kid in self.kids[at]):
            return True
        if any(self.relation(kid) == "obj" and kid > at for kid in self.kids[at]):  # «the speech caused anger», misread
            return False
        if self.relation(at) == "amod" and self.head(at) > at:  # «the raid stoked fears», misread
            return False
        if self.relation(at) == "acl" and self._meets_noun(at):
            return False
        if self.parse.feat(at, "Voice") == "Pass":
            return True
        bare = self.parse.feat(at, "VerbForm") == "Part" and self.parse.feat(at, "Tense") == "Past"
        return bare and self.relation(at) in ("acl", "advcl") and self.child(at, "aux", "obj", "nsubj") is None

    def _meets_noun(self, at: int) -> bool:
        """Whether a verb right behind a noun goes straight on to another: «the arrest prompted Ottawa ...», misread."""
        return 0 < at < len(self.kids) - 1 and self.kind(at - 1) in NOUNS and self.kind(at + 1) in NAMED


def tree(parse: Parse) -> Tree:
    """``parse`` with the reach of every token."""
    size = len(parse)
    kids: list[list[int]] = [[] for _ in range(size)]
    for at, head in enumerate(parse.heads):
        if head >= 0:
            kids[head].append(at)
    lefts, rights = list(range(size)), list(range(1, size + 1))
    for at in range(size):
        up, steps = parse.heads[at], 0
        while up >= 0 and steps < size:
            lefts[up], rights[up] = min(lefts[up], at), max(rights[up], at + 1)
            up, steps = parse.heads[up], steps + 1
    return Tree(parse, tuple(map(tuple, kids)), tuple(lefts), tuple(rights))
