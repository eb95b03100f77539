"""A sentence as reasons see it: folded words, and clauses in one piece each, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ravabet.coding.acts.find import acts
from ravabet.language import Sentence, Verb, forms_of
from ravabet.lexicon import frames
from ravabet.model import Span
from ravabet.reasoning.sentences.discourse import LONGEST, Discourse, longest
from ravabet.reasoning.sentences.trees import Tree


@dataclass(frozen=True, slots=True)
class Atom:
    """A clause with its relative clauses: tokens ``lo`` to ``hi`` (excluded), and how it hangs on the one before."""

    lo: int
    hi: int
    verb: Verb | None
    link: str


@dataclass(frozen=True, eq=False)
class View:
    """Sentence ``number`` of a document with its words and atoms.

    ``forms`` (the dictionary forms of each token) are there where its bounds are read off a parse, and where it holds a
    cue, too, ``tree``, ``marks`` (the tokens of each cue) and the ``bare`` view without these, in which it was found.
    """

    number: int
    sentence: Sentence
    words: tuple[str, ...]
    atoms: tuple[Atom, ...]
    discourse: Discourse
    tree: Tree | None = None
    forms: tuple[frozenset[str], ...] = ()
    marks: tuple[tuple[int, int], ...] = ()
    bare: View | None = None

    @cached_property
    def acts(self) -> tuple[tuple[tuple[int, ...], str], ...]:
        """The tokens of each act and its type, where it holds a cue in a parsed sentence: few of these are asked."""
        found = acts(self.sentence, self.discourse.language) if self.tree is not None else ()
        return tuple((act.tokens, frames()[act.expression.frame].type) for act in found)

    @property
    def size(self) -> int:
        """How many tokens it has."""
        return len(self.words)

    def verb_at(self, at: int) -> Verb | None:
        """The finite verb whose group holds token ``at``."""
        return next((verb for verb in self.sentence.verbs if verb.finite and verb.start <= at < verb.end), None)

    def verbs_in(self, lo: int, hi: int) -> list[Verb]:
        """The finite verbs that lie in tokens ``lo`` to ``hi``."""
        return [verb for verb in self.sentence.verbs if verb.finite and lo <= verb.start and verb.end <= hi]

    def atom_at(self, at: int) -> Atom:
        """The atom that holds token ``at``; between two, the next one."""
        return next((atom for atom in self.atoms if at < atom.hi), self.atoms[-1])

    def clause_at(self, at: int) -> tuple[int, Verb | None]:
        """Where the clause of token ``at`` begins, and its verb if that stands behind ``at``."""
        number = self.sentence.clause_of(at)
        clause = self.sentence.clauses[number or 0]
        verb = clause.verb if clause.verb and clause.verb.start >= at else None
        return clause.tokens[0], verb

    def among(self, at: int, entries: frozenset[str]) -> bool:
        """Whether token ``at``, as written or in a dictionary form, is one of ``entries``."""
        return self.words[at] in entries or (bool(self.forms) and not self.forms[at].isdisjoint(entries))

    def span(self, lo: int, hi: int) -> Span:
        """The span of tokens ``lo`` to ``hi`` in the document."""
        return self.sentence.span_of(lo, hi)

    def is_word(self, at: int) -> bool:
        """Whether token ``at`` is a word or number."""
        return self.words[at][:1].isalnum()

    def says(self, verb: Verb) -> bool:
        """Whether a verb group tells what somebody says or thinks (to say; to make known)."""
        if not (verb.keys if self.discourse.trees else {verb.lemma}).isdisjoint(self.discourse.speech_verbs):
            return True
        before = self.words[verb.start - 1] if verb.start else ""
        return before in self.discourse.speech_nouns

    def says_at(self, at: int) -> bool:
        """Whether token ``at`` is of a finite verb of saying."""
        verb = self.verb_at(at)
        return verb is not None and self.says(verb)

    def utters(self, verb: Verb) -> bool:
        """Whether a verb group says only that somebody spoke, not what they did by it (he said; not: he warned)."""
        before = self.words[verb.start - 1] if verb.start else ""
        return verb.lemma in self.discourse.speech_verbs or before in self.discourse.utterance


def view(number: int, sentence: Sentence, discourse: Discourse, conjunctions: frozenset[str] = frozenset()) -> View:
    """``sentence`` ready to be searched for reasons; ``conjunctions`` are keys of cues that end in a relative word."""
    words = tuple(token.fold.replace(" ", "") for token in sentence.tokens)
    if not discourse.trees:
        return View(number, sentence, words, _atoms(sentence, words, conjunctions), discourse)
    return View(number, sentence, words, _from_starts(sentence), discourse, forms=_forms(sentence, discourse.language))


def _forms(sentence: Sentence, language: str) -> tuple[frozenset[str], ...]:
    """The dictionary forms of each token; those of a verb group at its last, too."""
    verbs = {verb.end - 1: verb.keys for verb in sentence.verbs}
    known = forms_of(sentence, language)
    return tuple(own | verbs[at] if at in verbs else own for at, own in enumerate(known))


def _from_starts(sentence: Sentence) -> tuple[Atom, ...]:
    """Where verbs do not close their clauses: one piece from the start of each clause to that of the next."""
    starts: dict[int, tuple[Verb | None, str]] = {}
    for clause in sentence.clauses:
        if clause.verb and clause.link != "relative":
            starts.setdefault(clause.tokens[0], (clause.verb, clause.link))
    first = min(starts, default=0)
    starts = {0 if at == first else at: told for at, told in sorted(starts.items())} or {0: (None, "main")}
    edges = [*starts, len(sentence.tokens)]
    return tuple(Atom(lo, hi, *starts[lo]) for lo, hi in pairwise(edges))


def _atoms(sentence: Sentence, words: tuple[str, ...], conjunctions: frozenset[str]) -> tuple[Atom, ...]:
    """One piece for every verb that is not a relative clause's, up to that verb; then the rest of the sentence."""
    closers = [
        (clause.verb, clause.link)
        for clause in sentence.clauses
        if clause.verb and (clause.link != "relative" or _subordinate(words, clause.opener, conjunctions))
    ]
    found: list[Atom] = []
    lo = 0
    for verb, link in sorted(closers, key=lambda closer: closer[0].end):
        found.append(Atom(lo, verb.end, verb, link))
        lo = verb.end
    if any(word[:1].isalnum() for word in words[lo:]) or not found:
        found.append(Atom(lo, len(words), None, "main"))
    return tuple(found)


def _subordinate(words: tuple[str, ...], opener: int | None, conjunctions: frozenset[str]) -> bool:
    """Whether a relative word is the end of a conjunction ("because", literally "for what that")."""
    if opener is None:
        return False
    return any("".join(words[at : opener + 1]) in conjunctions for at in range(max(0, opener - LONGEST), opener + 1))


def trim(view: View, lo: int, hi: int) -> tuple[int, int] | None:
    """Tokens ``lo`` to ``hi`` without marks, conjunctions and attributions at their edges; None if nothing is left."""
    for at in range(hi - 1, lo, -1):
        if view.words[at] == ":" and any(view.is_word(i) for i in range(at + 1, hi)):
            lo = at + 1
            break
    moved = True
    while moved and lo < hi:
        lo, moved = _after_opener(view, lo, hi)
    while hi > lo and (not view.is_word(hi - 1) or view.words[hi - 1] in view.discourse.hanging):
        if _closes_inside(view, lo, hi - 1):
            break
        hi -= 1
    while hi < view.size and view.sentence.tokens[hi].text in PAIRS and _closes_inside(view, lo, hi):
        hi += 1
    return (lo, hi) if lo < hi else None


def _after_opener(view: View, lo: int, hi: int) -> tuple[int, bool]:
    discourse = view.discourse
    if not view.is_word(lo):
        if _opens_inside(view, lo, hi):
            return lo, False
        return lo + 1, True
    attributed = longest(view.words, lo, discourse.attribution)
    if attributed:
        comma = next((i for i in range(attributed, hi) if view.words[i] in discourse.commas), None)
        if comma is not None and not view.verbs_in(lo, comma):
            return comma + 1, True
    end = longest(view.words, lo, discourse.openers)
    return (end, True) if end and end <= hi else (lo, False)


PAIRS = {"»": "«", ")": "(", "”": "“", "]": "["}
_OPENING = {opening: closing for closing, opening in PAIRS.items()}


def _closes_inside(view: View, lo: int, at: int) -> bool:
    """Whether the closing mark at ``at`` has an opening one, not closed yet, from ``lo`` on."""
    closing = view.sentence.tokens[at].text
    opening = PAIRS.get(closing)
    texts = [view.sentence.tokens[i].text for i in range(lo, at)]
    return opening is not None and texts.count(opening) > texts.count(closing)


def _opens_inside(view: View, at: int, hi: int) -> bool:
    """Whether a bracket at ``at`` is closed before ``hi`` is reached and more follows: part of the span."""
    closing = _OPENING.get(view.sentence.tokens[at].text)
    if closing is None:
        return False
    inside = next((i for i in range(at + 1, hi) if view.sentence.tokens[i].text == closing), None)
    return inside is not None and inside < hi - 1
