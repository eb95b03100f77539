"""Persian clauses: the verb closes its clause, که opens one inside or after another.

A noun phrase before که waits for its own verb while the relative clause runs, so that the subject of
«دولتی که مرز را بسته بود، آن را گشود» is joined to its verb across the relative clause.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ravabet.language.sentence import Clause, Link, Verb
from ravabet.language.text import Token

THAT = frozenset({"که", "اینکه", "انکه", "چنانکه"})
ADVERBIAL = frozenset({"زیرا", "چون", "اگر", "چنانچه", "هرچند", "گرچه", "اگرچه", "درحالیکه", "چراکه", "تا", "بلکه"})
AND = frozenset({"و", "اما", "ولی", "لیکن", "یا", "سپس"})
OPENING = frozenset({"«", "“", "(", "["})
BREAKS = frozenset({"؛", ":", ".", "؟", "!", ";", "…"})


@dataclass(slots=True)
class _Open:
    tokens: list[int] = field(default_factory=list)
    verb: Verb | None = None
    parent: int | None = None
    link: Link = "main"
    opener: int | None = None


def _helps(verb: Verb, after: list[Verb]) -> bool:
    """Whether a verb of being able only helps the next one («می‌توانند ... ترک کنند») and closes nothing."""
    return verb.lemma == "توانستن" and bool(after) and after[0].tense == "subjunctive"


class _Builder:
    """Walks the tokens once with a stack of clauses that wait for their verb."""

    def __init__(self, tokens: tuple[Token, ...], verbs: tuple[Verb, ...]) -> None:
        self.words = [token.fold for token in tokens]
        finite = [verb for verb in verbs if verb.finite]
        self.verbs = {verb.start: verb for n, verb in enumerate(finite) if not _helps(verb, finite[n + 1 :])}
        self.clauses: list[_Open] = [_Open()]
        self.waiting: list[int] = []
        self.now = 0
        self.next: Link | None = None

    def run(self) -> tuple[Clause, ...]:
        at = 0
        while at < len(self.words):
            verb = self.verbs.get(at)
            if verb:
                self.close(verb)
                at = verb.end
                continue
            self.take(at)
            at += 1
        return tuple(Clause(tuple(c.tokens), c.verb, c.parent, c.link, c.opener) for c in self.clauses)

    def take(self, at: int) -> None:
        word = self.words[at]
        if self.next and (word[0].isalnum() or word in OPENING):
            self.open(self.next, None, parent=self.now if self.next == "complement" else None)
        clause = self.clauses[self.now]
        if word in THAT:
            self.that(at)
        elif word in BREAKS:
            clause.tokens.append(at)
            if clause.verb or word == "؛":
                self.next = "complement" if word == ":" else "main"
        elif clause.verb is not None:
            self.after_verb(at)
        else:
            clause.tokens.append(at)

    def that(self, at: int) -> None:
        clause = self.clauses[self.now]
        if clause.verb is not None or not clause.tokens:
            self.open("complement", at, parent=self.now if clause.verb else clause.parent)
        else:
            outer = self.now
            self.waiting.append(outer)
            self.open("relative", at, parent=outer)
        self.clauses[self.now].tokens.append(at)

    def after_verb(self, at: int) -> None:
        """What follows a closed clause: back to the noun phrase that waits, or on to the next clause."""
        word = self.words[at]
        if word in AND:
            clause = self.clauses[self.now]
            inner = clause.link == "relative" or (self.waiting and clause.link == "conjunct")
            self.open("conjunct", at, parent=self.now)
            self.clauses[self.now].tokens.append(at)
            if inner and self.resumes(at):
                self.clauses.pop()
                self.now = self.waiting.pop()
                self.clauses[self.now].tokens.append(at)
        elif self.waiting:
            self.now = self.waiting.pop()
            self.clauses[self.now].tokens.append(at)
        elif word in ADVERBIAL:
            self.open("adverbial", at, parent=self.now)
            self.clauses[self.now].tokens.append(at)
        elif word[0].isalnum() or word in OPENING:
            self.open("conjunct", None, parent=self.now)
            self.clauses[self.now].tokens.append(at)
        else:
            self.clauses[self.now].tokens.append(at)

    def resumes(self, at: int) -> bool:
        """Whether only one verb is left after «و»: then it belongs to the noun phrase that waits."""
        return bool(self.waiting) and sum(start > at for start in self.verbs) == 1

    def close(self, verb: Verb) -> None:
        if self.clauses[self.now].verb is not None and self.waiting and not self.next:
            self.now = self.waiting.pop()
        elif self.clauses[self.now].verb is not None:
            self.open(self.next or "conjunct", None, parent=self.now)
        clause = self.clauses[self.now]
        clause.tokens.extend(range(verb.start, verb.end))
        clause.verb = verb

    def open(self, link: Link, opener: int | None, parent: int | None = None) -> None:
        self.clauses.append(_Open(parent=parent, link=link, opener=opener))
        self.now = len(self.clauses) - 1
        self.next = None


def clauses(tokens: tuple[Token, ...], verbs: tuple[Verb, ...]) -> tuple[Clause, ...]:
    """The clauses of one sentence in the order of their first token."""
    return _Builder(tokens, verbs).run()
