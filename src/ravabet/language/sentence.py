"""An analysed sentence: tokens, verbs and clauses, the same for every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from ravabet.language.text import Token
from ravabet.model import Span

if TYPE_CHECKING:  # the parser's room needs the types of this one
    from ravabet.language.parsing import Parse

Tense = Literal[
    "past", "imperfect", "perfect", "pluperfect", "present", "subjunctive", "future", "infinitive", "participle"
]
FINITE: frozenset[str] = frozenset({"past", "imperfect", "perfect", "pluperfect", "present", "subjunctive", "future"})
Link = Literal["main", "complement", "relative", "conjunct", "adverbial"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group: tokens ``start`` to ``end`` (excluded) of its sentence.

    ``lemma``: the infinitive (folded); ``others``: further ones that its form may be of; ``person``: ``1s`` to ``3p``,
    None where the form does not tell.
    """

    start: int
    end: int
    lemma: str
    tense: Tense
    negative: bool = False
    passive: bool = False
    person: str | None = None
    others: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """Every verb that its form may be of."""
        return _keys(self.lemma, self.others)

    @property
    def finite(self) -> bool:
        """Whether it can close a clause."""
        return self.tense in FINITE


@lru_cache(maxsize=1 << 14)
def _keys(lemma: str, others: frozenset[str]) -> frozenset[str]:
    return others | {lemma}


@dataclass(frozen=True, slots=True)
class Clause:
    """The token numbers of one clause (not always in one piece), its verb, and how it hangs on its ``parent``.

    ``parent`` is the number of a clause in the same sentence; ``opener`` the token number of the conjunction.
    """

    tokens: tuple[int, ...]
    verb: Verb | None = None
    parent: int | None = None
    link: Link = "main"
    opener: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of a document; all token offsets are those of the document's text.

    ``parse``: its dependencies, where the language has a parser. A sentence is equal to itself alone, so that what was
    found in it can be kept for who asks again.
    """

    span: Span
    tokens: tuple[Token, ...]
    verbs: tuple[Verb, ...] = ()
    clauses: tuple[Clause, ...] = ()
    parse: Parse | None = None
    homes: dict[int, int] = field(init=False, repr=False, compare=False)
    """The number of the clause that holds each token, as far as one does."""

    def __post_init__(self) -> None:
        last_first = reversed(list(enumerate(self.clauses)))  # of clauses that share a token the first holds it
        object.__setattr__(self, "homes", {at: number for number, clause in last_first for at in clause.tokens})

    def clause_of(self, token: int) -> int | None:
        """The number of the clause that holds token ``token``."""
        return self.homes.get(token)

    def clause_verb(self, token: int) -> Verb | None:
        """The verb of the clause that holds token ``token``."""
        number = self.clause_of(token)
        return self.clauses[number].verb if number is not None else None

    def with_verbs(self, read: Mapping[Verb, Verb]) -> Sentence:
        """The sentence with some of its verbs read anew, in its clauses, too."""
        clauses = tuple(replace(one, verb=read.get(one.verb, one.verb)) if one.verb else one for one in self.clauses)
        return replace(self, verbs=tuple(read.get(verb, verb) for verb in self.verbs), clauses=clauses)

    def span_of(self, start: int, end: int) -> Span:
        """The span from token ``start`` to token ``end`` (excluded)."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def tokens_in(self, span: Span) -> range:
        """The numbers of the tokens that lie in a span of the document."""
        inside = [n for n, token in enumerate(self.tokens) if token.start >= span.start and token.end <= span.end]
        return range(inside[0], inside[-1] + 1) if inside else range(0)


@lru_cache(maxsize=64)
def verb_tokens(sentence: Sentence, *, finite: bool = False) -> frozenset[int]:
    """The tokens of the verbs of a sentence, or of the finite ones alone."""
    return frozenset(n for verb in sentence.verbs if verb.finite or not finite for n in range(verb.start, verb.end))
