"""An act by the company it keeps: the judge's second look, when all acts of a text have been judged one by one.

What one act alone cannot tell: whether the acts beside it are likelier, whether the same two sides are told of again,
and how often these very words were an event of the training news. One small model of boosted trees, learned from all
languages together, weighs it. By five folds the best sum of both F1 (of the type, and of type and both sides) rose by
.016 to .032 a language against the judge's first look alone.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

from ravabet.coding.judging.roles import Roles
from ravabet.coding.learned.boosted import Boosted, unpacked
from ravabet.coding.learned.linear import CODING
from ravabet.coding.place import Place

NEAR = 2
"""Sentences before and after an act whose acts keep it company: the passages learned from are hardly longer."""
NOBODY = -20.0
"""The strength of an act that is not there."""
MOST = 30
"""Words seen more often than this are as well known as can be."""
KNOWN, FRAME = 4.0, (2.0, 0.8, 0.45)
"""What the shares of a frame weigh beside those of an expression, in acts; the acts, events and wholly right events
that are taken to be known of every frame."""

FEATURES = (
    *("event", "right", "sides"),
    *("acts_here", "acts_near", "stronger_here", "stronger_near", "best_here", "best_near", "before", "after"),
    *("best_of_type", "best_of_sides", "best_of_both", "best_sharing", "best_rival", "same_sides", "turned"),
    *("words_event", "words_right", "frame_event", "frame_right", "seen"),
    *("actor_share", "recipient_share", "codes", "actors", "recipients", "own", "nominal", "equals", "words", "gap"),
    *("actor_sure", "recipient_sure", "number", "sentences"),
)
"""What is told of an act, in the order of its numbers."""

Shares = Mapping[str, tuple[float, float, float]]
"""By expression and by frame of a language: acts met in training, those that were an event, and wholly right."""


@dataclass(frozen=True, eq=False)
class Judged:
    """An act after the first look: its sides, and what speaks for it as log-odds (see ``judge.witnesses``)."""

    place: Place
    roles: Roles
    odds: Mapping[str, float]

    @cached_property
    def strength(self) -> float:
        """All that speaks for the act."""
        return sum(self.odds.values())

    @cached_property
    def sides(self) -> tuple[frozenset[str], frozenset[str]]:
        """The codes on both sides."""
        return self.roles.sides

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of both sides together."""
        return self.sides[0] | self.sides[1]

    def shares_words(self, other: Judged) -> bool:
        """Whether some words tell both acts."""
        mine, theirs = self.place, other.place
        return mine.number == theirs.number and not set(mine.act.tokens).isdisjoint(theirs.act.tokens)


@dataclass(frozen=True, slots=True)
class Company:
    """The model of the second look, and how often the words of each act were an event."""

    trees: Boosted
    shares: Shares

    def odds(self, judged: Sequence[Judged]) -> list[float]:
        """The log-odds of each act of a text; uncalibrated, the curve of the language does that."""
        return self.trees.log_odds(rows(judged, self.shares)).tolist() if judged else []


@cache
def company(language: str) -> Company:
    """The shipped model of a language: each keeps the one that its other weights were learned with."""
    return read_company(files(CODING) / "data", language)


def read_company(folder: Traversable, language: str) -> Company:
    """The model of a language in a folder, as ``tools/second_look.py`` writes it."""
    table = gzip.decompress((folder / f"{language}-company-shares.tsv.gz").read_bytes()).decode("utf-8")
    shares = {}
    for line in table.splitlines():
        name, acts, events, right = line.split("\t")
        shares[name] = (float(acts), float(events), float(right))
    return Company(unpacked((folder / f"{language}-company.tsv.gz").read_bytes(), FEATURES), shares)


def names(place: Place) -> tuple[str, str]:
    """By what the shares of an act are kept: its words and its frame, each in its language."""
    language = place.scene.language
    return f"{language} {place.act.expression.id}", f"{language} {place.frame.id}"


def rows(judged: Sequence[Judged], shares: Shares) -> list[tuple[float, ...]]:
    """A row of ``FEATURES`` for each act of one text, which come in its order.

    The strengths of the strongest other acts: in the sentence, near, in the sentences before and after, of the same
    type, of the same sides, of both, of those that share words, and of these with another type. How many are stronger,
    have the same sides, or the sides turned round. Shares of the words and of the frame. Shares of the two first codes
    among all that the text names.
    """
    near = _near(judged)
    return [_row(one, [other for other in beside if other is not one], shares) for one, beside in near]


def _near(judged: Sequence[Judged]) -> list[tuple[Judged, list[Judged]]]:
    """Each act with those of the sentences around it."""
    by_sentence: defaultdict[int, list[Judged]] = defaultdict(list)
    for one in judged:
        by_sentence[one.place.number].append(one)

    def around(number: int) -> list[Judged]:
        return [other for n in range(number - NEAR, number + NEAR + 1) for other in by_sentence.get(n, ())]

    found = {number: around(number) for number in by_sentence}
    return [(one, found[one.place.number]) for one in judged]


def _row(one: Judged, others: Sequence[Judged], shares: Shares) -> tuple[float, ...]:
    place, roles, tokens = one.place, one.roles, one.place.act.tokens
    here = [other for other in others if other.place.number == place.number]
    actors, recipients = one.sides
    named, total = place.scene.named, max(1, sum(place.scene.named.values()))
    return (
        *(one.odds[name] for name in ("event", "right", "sides")),
        *(len(here), len(others)),
        *(sum(other.strength > one.strength for other in group) for group in (here, others)),
        *(max((other.strength for other in group), default=NOBODY) for group in _company(one, here, others)),
        sum(other.sides == one.sides for other in others),
        sum(actors != recipients and other.sides == (recipients, actors) for other in others),
        *_shares(place, shares),
        *(max((named[code] / total for code in side), default=-0.1) for side in (actors, recipients)),
        *(len(named), len(actors), len(recipients)),
        *(actors == recipients, place.act.nominal, place.between_equals),
        *(len(set(tokens)), tokens[-1] - tokens[0]),
        *(roles.actor_sure, roles.recipient_sure),
        *(min(place.number, NEAR + 1), min(len(place.scene.sentences), 2 * NEAR + 1)),
    )


def _company(one: Judged, here: Sequence[Judged], others: Sequence[Judged]) -> Iterator[Sequence[Judged]]:
    """The other acts whose strongest is told: in the sentence and near, then those of each kind."""
    number, kind = one.place.number, one.place.frame.type
    of_type = [other for other in others if other.place.frame.type == kind]
    sharing = [other for other in here if other.shares_words(one)]
    yield here
    yield others
    yield [other for other in others if other.place.number == number - 1]
    yield [other for other in others if other.place.number == number + 1]
    yield of_type
    yield [other for other in others if other.codes == one.codes]
    yield [other for other in of_type if other.codes == one.codes]
    yield sharing
    yield [other for other in sharing if other.place.frame.type != kind]


def _shares(place: Place, shares: Shares) -> tuple[float, ...]:
    """The shares of the words and of the frame that were an event and wholly right; how often the words were met."""
    nothing = (0.0, 0.0, 0.0)
    words, frame = (shares.get(name, nothing) for name in names(place))
    by_frame = [(count + known) / (frame[0] + FRAME[0]) for count, known in zip(frame[1:], FRAME[1:], strict=True)]
    by_words = [(count + KNOWN * share) / (words[0] + KNOWN) for count, share in zip(words[1:], by_frame, strict=True)]
    return (*by_words, *by_frame, min(words[0], MOST))
