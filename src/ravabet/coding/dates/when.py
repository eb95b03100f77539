"""When an act took place: every date of a sentence, resolved, and the one that belongs to an act."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from itertools import pairwise

from ravabet.coding.dates.anchoring import Told
from ravabet.coding.dates.grammar import Dates
from ravabet.coding.dates.words import calendar_words, may_date
from ravabet.coding.telling.speech import said_then, speaks
from ravabet.language import Sentence
from ravabet.model import When

DESCRIPTION = 6
"""Tokens between a noun that names an act and the relative clause that describes it."""


def dates(
    text: str,
    sentence: Sentence,
    published: datetime.date | None,
    language: str,
    told: Callable[[], Told] = Told,
) -> tuple[When, ...]:
    """Every date in a sentence, resolved against the day of publication; what cannot be resolved is left out.

    ``text`` is the document's text, which the spans of the dates refer to; ``told`` gives what was told last before
    this sentence, from which "the next day" is counted.
    """
    del text
    if not may_date(sentence, language):
        return ()
    return Dates(sentence, published, language, told).found()


def act_date(
    sentence: Sentence, trigger: Sequence[int], dates: Sequence[When], language: str, spoken: bool = False
) -> When | None:
    """The date that belongs to the act named by the tokens ``trigger``, None where none does.

    A date in the trigger or right beside it, else in its clause, else in one that describes it, hangs on it or goes on
    with it; the date of a statement only where the act is itself ``spoken`` (see ``status.SPOKEN``), by edge case 9.
    """
    if not dates or not trigger:
        return None
    beside = set(range(trigger[0] - 1, trigger[-1] + 2))
    inside = [date for date in dates if beside & set(sentence.tokens_in(date.span))]
    return inside[0] if inside else _Owner(sentence, trigger, dates, language, spoken).date()


class _Owner:
    """Looks for the date of one act from its own clause outwards."""

    def __init__(
        self, sentence: Sentence, trigger: Sequence[int], dates: Sequence[When], language: str, spoken: bool
    ) -> None:
        self.sentence = sentence
        self.trigger = trigger
        self.places = [(sentence.tokens_in(date.span)[0], date) for date in dates]
        self.language = language
        self.spoken = spoken
        self.verbal = any(
            verb.finite and verb.end > trigger[0] and verb.start <= trigger[-1] for verb in sentence.verbs
        )

    def date(self) -> When | None:
        own = self.sentence.clause_of(self.trigger[-1])
        if own is None:
            return None
        found = self.in_clause(own) or self.in_description(own)
        if found:
            return found
        at, seen = self.outward(own), {own}
        while at is not None and at not in seen:
            found = self.in_clause(at)
            if found:
                return found
            seen.add(at)
            at = self.outward(at)
        return None

    def in_clause(self, clause: int) -> When | None:
        """The date in a clause that stands nearest before the trigger, else nearest after it."""
        tokens = set(self.sentence.clauses[clause].tokens)
        inside = [(at, date) for at, date in self.places if at in tokens and (self.spoken or not self.said(at))]
        before = [date for at, date in inside if at < self.trigger[0] and not self.apart(clause, at)]
        after = [date for at, date in inside if at >= self.trigger[0]]
        return before[-1] if before else after[0] if after else None

    def said(self, at: int) -> bool:
        """Whether a date tells when something was said that the act is not."""
        return at not in self.trigger and said_then(self.sentence, at, self.language)

    def apart(self, clause: int, at: int) -> bool:
        """Whether a date at token ``at`` before an act named by a noun is that of another act of its clause."""
        if self.verbal:
            return False
        verb = self.sentence.clauses[clause].verb
        if not self.spoken and speaks(self.sentence, verb, self.language):
            return True
        words = [token.fold for token in self.sentence.tokens[at : self.trigger[0]]]
        joined = {*words, *(one + two for one, two in pairwise(words))}
        joined |= {"".join(words[n : n + 3]) for n in range(len(words))}
        return bool(joined & calendar_words(self.language).apart)

    def in_description(self, clause: int) -> When | None:
        """The date in a relative clause that opens right after an act named by a noun."""
        if self.verbal:
            return None
        for number, other in enumerate(self.sentence.clauses):
            follows = other.opener is not None and 0 <= other.opener - self.trigger[-1] <= DESCRIPTION
            if other.link == "relative" and other.parent == clause and follows:
                return next((date for at, date in self.places if at in set(self.sentence.clauses[number].tokens)), None)
        return None

    def outward(self, clause: int) -> int | None:
        """The clause to look in next: the one this one hangs on, unless that only reports it."""
        this = self.sentence.clauses[clause]
        if this.parent is None:
            return None
        verb = self.sentence.clauses[this.parent].verb
        return None if speaks(self.sentence, verb, self.language) and not self.spoken else this.parent
