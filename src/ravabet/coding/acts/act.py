"""An act: words of a sentence that name what somebody does."""

from __future__ import annotations

from dataclasses import dataclass

from ravabet.language import Sentence, Verb
from ravabet.lexicon import Expression
from ravabet.model import Span


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

    def brings(self, word: str) -> bool:
        """Whether a word is one of the act's own that brings in the recipient («به دوحه آمد»)."""
        return word in self.expression.markers and word in self.expression.words

    def span(self, sentence: Sentence) -> Span:
        """From the first to the last word of the act, as it stands in the text."""
        return Span(sentence.tokens[self.tokens[0]].start, sentence.tokens[self.tokens[-1]].end)

    def trigger(self, sentence: Sentence) -> Span:
        """The shortest stretch that names the act: of one told by a verb, its last words in one piece if they do.

        They do where the verb and another word are among them («... امضا کردند»), not where the verb stands far before
        ("accused Russia of") or alone.
        """
        if self.verb is None:
            return self.span(sentence)
        first = len(self.tokens) - 1
        while first and self.tokens[first - 1] == self.tokens[first] - 1:
            first -= 1
        verb = range(self.verb.start, self.verb.end)
        told = [token in verb for token in self.tokens[first:]]
        if len(self.expression.words) > 1 and (all(told) or not any(told)):
            return self.span(sentence)
        return Span(sentence.tokens[self.tokens[first]].start, sentence.tokens[self.tokens[-1]].end)


def act_of(sentence: Sentence, entry: Expression, tokens: tuple[int, ...], verb: Verb | None, passive: bool) -> Act:
    """The act of an expression whose words stand at ``tokens``; a verb that says what brings in the actor is turned."""
    turned = passive or (verb is not None and bool(entry.agents))
    return Act(entry, tokens, verb, turned, sentence.clause_of(tokens[0]))
