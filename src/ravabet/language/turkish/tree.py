"""A shallow tree of Turkish by rule: noun phrases with the case their last word bears, each on the verb that follows.

It has no more than the coder asks for: subjects, objects, phrases in other cases or with a postposition, genitives and
the nouns they belong to (Universal Dependencies 2). It is no parser, and what it leaves open it hangs on the root.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ravabet.language.parsing import Parse
from ravabet.language.sentence import Clause, Verb
from ravabet.language.text import Token
from ravabet.language.turkish.verbs import reports
from ravabet.language.turkish.words import LANGUAGE, case, is_name, is_one_name, is_title, keys, listed, owned
from ravabet.lexicon import expressions, fold, read_yaml

AND = frozenset({"ve", "veya", "ya"})
HIGH = ("i", "u", "ü")
"""The vowels of an accusative that looks like a possessive."""
_FEAT = {name: f"Case={name}" for name in ("Acc", "Dat", "Loc", "Abl", "Gen", "Ins")}


@dataclass(slots=True)
class _Phrase:
    """Tokens ``start`` to ``end`` (excluded), whose last is the head; ``marks``: the tokens of its postposition."""

    start: int
    end: int
    case: str
    marks: tuple[int, ...] = ()

    @property
    def head(self) -> int:
        return self.end - 1


def tree(tokens: tuple[Token, ...], verbs: tuple[Verb, ...], clauses: tuple[Clause, ...]) -> Parse:
    """The tree of one sentence from its verbs and clauses."""
    return _Tree(tokens, verbs, clauses).built()


class _Tree:
    def __init__(self, tokens: tuple[Token, ...], verbs: tuple[Verb, ...], clauses: tuple[Clause, ...]) -> None:
        self.tokens = tokens
        self.folds = [token.fold for token in tokens]
        self.verbs = {verb.start: verb for verb in verbs}
        self.clauses = clauses
        self.heads = [-1] * len(tokens)
        self.relations = ["dep"] * len(tokens)
        self.feats = [""] * len(tokens)
        self.compounds = {at: verb.start for verb in verbs for at in _nouns_before(self.folds, verb)}

    def built(self) -> Parse:
        phrases = self.phrases()
        for at, verb in self.compounds.items():
            self.set(at, verb, "compound:lvc")
        for number, phrase in enumerate(phrases):
            self.inside(phrase)
            if not self.joined(phrase, phrases[number + 1 : number + 3]):
                self.hang(phrase, phrases[number + 1 :])
        self.root()
        return Parse(tuple(self.heads), tuple(self.relations), self.kinds(), tuple(self.feats))

    def kinds(self) -> tuple[str, ...]:
        words = ("NOUN" if token.is_word else "PUNCT" for token in self.tokens)
        return tuple("VERB" if at in self.verbs else kind for at, kind in enumerate(words))

    # phrases

    def phrases(self) -> list[_Phrase]:
        """The noun phrases in order: each ends with a case, before a postposition, a verb, a mark, or another name."""
        found: list[_Phrase] = []
        start: int | None = None
        at = 0
        while at < len(self.tokens):
            if self.between(at):
                start = None
                at += 1
                continue
            start = at if start is None else start
            marks = self.postposition(at + 1)
            own = case(self.folds[at])
            if own or marks or self.ends(at + 1):
                found += self.apart(_Phrase(start, at + 1, own, marks))
                start = None
                at += len(marks)
            at += 1
        return found

    def ends(self, at: int) -> bool:
        """Whether a phrase before token ``at`` ends there though no ending shows it."""
        if at >= len(self.tokens) or self.between(at):
            return True
        before, word = self.folds[at - 1], self.folds[at]
        if not self.tokens[at].text[0].isupper() or is_one_name(before, word):
            return False
        small = self.tokens[at - 1].text[0].islower()
        return (small and (is_name(word) or owned(before))) or (is_name(word) and "'" in word)

    def between(self, at: int) -> bool:
        """Whether token ``at`` is part of no phrase: a verb, a mark, a number, and, an adverb of time or manner."""
        word = self.folds[at]
        apart = word in AND or word in listed("adverbs") or word in listed("numbers") or word[:1].isdigit()
        return apart or at in self.verbs or at in self.compounds or not self.tokens[at].is_word

    def verbal(self, at: int) -> bool:
        """Whether token ``at`` is a verb, or a noun that makes one act with it."""
        return at in self.verbs or at in self.compounds

    def postposition(self, at: int) -> tuple[int, ...]:
        """The tokens of the longest postposition that begins at ``at``."""
        for words in postpositions().get(self.folds[at] if at < len(self.folds) else "", ()):
            if tuple(self.folds[at : at + len(words)]) == words:
                return tuple(range(at, at + len(words)))
        return ()

    def apart(self, phrase: _Phrase) -> list[_Phrase]:
        """A bare name is no part of a phrase whose head is nobody's: it is the subject («Rusya saldırıyı kınadı»).

        So it is before a noun that may be owned or an object, if that is no title and the verb follows («Katar kararı
        destekledi», but «Katar ordusu yürüdü»).
        """
        first, head = phrase.start, self.tokens[phrase.head]
        bare = phrase.end - first > 1 and is_name(self.folds[first]) and "'" not in self.folds[first]
        marked = bool(phrase.case or phrase.marks)
        either = not marked and self.verbal(phrase.end) and not is_title(head.fold)
        if not bare or head.text[0].isupper() or not (either if owned(head.fold) else marked):
            return [phrase]
        return [_Phrase(first, first + 1, ""), _Phrase(first + 1, phrase.end, phrase.case, phrase.marks)]

    # the tree

    def inside(self, phrase: _Phrase) -> None:
        """The words of a phrase hang on its last, its postposition and the number before it too."""
        before = self.folds[phrase.start - 1] if phrase.start else ""
        if before in listed("numbers") or before[:1].isdigit():
            self.set(phrase.start - 1, phrase.head, "nummod")
        for at in range(phrase.start, phrase.head):
            self.set(at, phrase.head, "nmod:poss")
        for number, at in enumerate(phrase.marks):
            self.set(at, phrase.marks[0] if number else phrase.head, "fixed" if number else "case")
        if phrase.case:
            self.feats[phrase.head] = _FEAT[phrase.case]

    def joined(self, phrase: _Phrase, following: list[_Phrase]) -> bool:
        """Hangs a phrase on the one that and, or a comma before an and, joins it to, which bears the case of both."""
        for number, other in enumerate(following[:1] if phrase.case or phrase.marks else following[:2]):
            between = self.folds[phrase.end + len(phrase.marks) : other.start]
            row = number == 0 and between == [","] and not AND.isdisjoint(self.folds[other.end : other.end + 1])
            if (len(between) == 1 and between[0] in AND) or (row and not phrase.case):
                self.set(phrase.head, other.head, "conj")
                return True
        return False

    def hang(self, phrase: _Phrase, following: list[_Phrase]) -> None:
        """Hangs a phrase on its verb, or on the noun that it is the genitive of."""
        if phrase.case == "Gen" and not phrase.marks:
            self.genitive(phrase, following)
            return
        verb = self.verb_after(phrase.end, finite=not phrase.case and not phrase.marks)
        if verb is None:
            return
        if phrase.marks or phrase.case not in ("", "Acc"):
            self.set(phrase.head, verb, "obl")
        elif phrase.case == "Acc":
            self.set(phrase.head, verb, "obj")
        elif self.has_subject(verb):  # a second one without a sure case is the object (göçmeni), or the verb's noun
            self.set(phrase.head, verb, "obj" if self.folds[phrase.head].endswith(HIGH) else "compound")
        else:
            self.set(phrase.head, verb, "nsubj")

    def genitive(self, phrase: _Phrase, following: list[_Phrase]) -> None:
        verb = self.verb_after(phrase.end, finite=False)
        for other in following:
            if verb is not None and other.start > verb:
                break
            if owned(self.folds[other.head]):
                self.set(phrase.head, other.head, "nmod:poss")
                return
        if verb is not None:
            self.set(phrase.head, verb, "nsubj")

    def has_subject(self, verb: int) -> bool:
        return any(self.heads[n] == verb and self.relations[n] == "nsubj" for n in range(verb))

    def verb_after(self, at: int, *, finite: bool) -> int | None:
        """The verb that a phrase before token ``at`` belongs to: its clause's, or the next one of any form."""
        if not finite:
            return next((n for n in range(at, len(self.tokens)) if n in self.verbs), None)
        clause = next((c for c in self.clauses if at - 1 in c.tokens), None)
        verb = clause.verb if clause else None
        return verb.start if verb and verb.start >= at else None

    def root(self) -> None:
        """The last verb that tells (else the last one, else the last word) is the root; the rest hangs on it."""
        telling = [n for n, verb in self.verbs.items() if verb.finite and not reports(self.tokens[n])]
        root = max(telling or self.verbs or [len(self.tokens) - 1])
        for at in range(len(self.tokens)):
            if self.heads[at] < 0 and at != root:
                relation = "punct" if not self.tokens[at].is_word else "ccomp" if at in self.verbs else "dep"
                self.set(at, root, relation)
        self.heads[root], self.relations[root] = -1, "root"

    def set(self, at: int, head: int, relation: str) -> None:
        self.heads[at], self.relations[at] = head, relation


def _nouns_before(folds: list[str], verb: Verb) -> range:
    """The tokens right before a verb that make one act with it in the lexicon (sınır dışı etmek), most first."""
    for nouns in _compounds().get(verb.lemma, ()):
        first = verb.start - len(nouns)
        if first >= 0 and all(keys(folds[first + n]) & set(noun.split("/")) for n, noun in enumerate(nouns)):
            return range(first, verb.start)
    return range(0)


@cache
def _compounds() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for entry in expressions(LANGUAGE):
        if entry.verb is not None and entry.nouns:
            nouns = entry.nouns
            while "..." in nouns:
                nouns = nouns[nouns.index("...") + 1 :]
            found.setdefault(entry.words[entry.verb], set()).add(nouns)
    return {lemma: tuple(sorted(rows, key=lambda row: (-len(row), row))) for lemma, rows in found.items()}


@cache
def postpositions() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The postpositions by their first word, longest first; they stand in ``tr/prepositions.yaml``."""
    data = read_yaml(LANGUAGE, "prepositions.yaml")
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in (*data["simple"], *data["compound"]):
        words = tuple(fold(form).split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rows, key=len, reverse=True)) for first, rows in found.items()}
