"""Which outcome of an act is the likeliest: one small model of boosted trees, learned from all languages together.

The role models judge one mention at a time. What they cannot see is told to the ranker: how far an outcome leaves
likelier mentions out, what the frame's acts are mostly like, whom the document is about. On acts at the annotators'
words it raised the share with both sides right from .54 to .57 (five folds over the training gold of four languages).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from ravabet.coding.judging.standing_numbers import NUMBERS, of_act, of_mention, stateless
from ravabet.coding.learned.boosted import Boosted, unpacked
from ravabet.coding.learned.linear import CODING, log_odds, weights_of
from ravabet.coding.place import Place
from ravabet.coding.sides.outcomes import ACTOR, RECIPIENT, Outcome, Scored, codes_of, outcomes

MISSING = -12.0
"""What a number is where there is nothing to count."""
FAR = 60.0
"""The distance in words of a mention in another sentence."""
NOT_ACTOR, NOT_RECIPIENT = log_odds(ACTOR), log_odds(RECIPIENT)
"""The log-odds of a side that nobody is named for."""
Priors = Mapping[str, tuple[float, float, float]]
"""By frame or type: the shares of acts done to the actor's own people, without an actor, and without a recipient."""
NO_PRIOR = (0.2, 0.2, 0.2)

FEATURES = (
    *("odds", "actor", "recipient", "actor_as_recipient", "recipient_as_actor"),
    *("likelier_actors", "likelier_recipients", "best_actor", "best_recipient", "lost_actor", "lost_recipient"),
    *("own", "is_own", "same", "actors", "recipients", "order"),
    *("actor_share", "recipient_share", "actor_distance", "recipient_distance"),
    *("frame_own", "frame_no_actor", "frame_no_recipient", "codes_here", "codes"),
    *("recipients_left", "actors_left"),
    *NUMBERS,
)
"""What is told of an outcome, in the order of its numbers; ``outcome_features`` says each."""


@dataclass(frozen=True, slots=True)
class Ranker:
    """The model that weighs outcomes, and what the acts of each frame are mostly like."""

    trees: Boosted
    priors: Priors

    def best(self, place: Place, options: Sequence[Scored], own: float) -> tuple[Outcome, float]:
        """The likeliest outcome and its log-odds; ``own``: the probability that the act is done to own people."""
        found = list(outcomes(place, options))
        odds = self.trees.log_odds(outcome_features(place, options, found, own, self.priors))
        at = int(odds.argmax())
        return found[at], float(odds[at])


@cache
def ranker(language: str) -> Ranker:
    """The shipped ranker of a language: each keeps the one that its other weights were learned with."""
    return read_ranker(files(CODING) / "data", weights_of(language))


def read_ranker(folder: Traversable, name: str) -> Ranker:
    """The ranker of a name in a folder, as ``tools/train_outcomes.py`` writes it."""
    priors = {}
    for line in (folder / f"{name}-outcome-priors.tsv").read_text(encoding="utf-8").splitlines():
        kind, *shares = line.split("\t")
        own, nobody, none = map(float, shares)
        priors[kind] = (own, nobody, none)
    return Ranker(unpacked((folder / f"{name}-outcome.tsv.gz").read_bytes(), FEATURES), priors)


def outcome_features(
    place: Place, options: Sequence[Scored], found: Sequence[Outcome], own: float, priors: Priors
) -> list[tuple[float, ...]]:
    """A row of ``FEATURES`` for each outcome.

    Log-odds of the two mentions on their sides, on the other's, and of the best there were; how many were likelier and
    by how much; shares of the two first codes among all that the document names; distances in words (before the act
    positive); how many mentions that the grammar gives a side stay out; how both mentions stand (``standing_numbers``).
    """
    equals = place.between_equals
    all_named = max(1, sum(place.scene.named.values()))
    ranks = sorted(o.actor for o in options), sorted(o.recipient for o in options)
    told = {id(o): _seen(place, o, ranks, all_named) for o in options}
    best_actor = max((o.actor for o in told.values()), default=MISSING)
    best_recipient = max((o.recipient for o in told.values()), default=MISSING)
    likelier = (sum(o.actor > ACTOR for o in options), sum(o.recipient > RECIPIENT for o in options))
    frame = priors.get(place.frame.id) or priors.get(place.frame.type) or NO_PRIOR
    here = codes_of([o for o in options if not o.candidate.back])
    fixed = (*frame, len(here), len(place.scene.named))
    own_odds = MISSING if equals else log_odds(own)
    expected = Counter(o.side for o in told.values())
    act = of_act(place)

    def row(o: Outcome) -> tuple[float, ...]:
        one, two = told.get(id(o.one)), told.get(id(o.two))
        actor = one.actor if one else None
        recipient = None if two is None else two.actor if equals else two.recipient
        second = own_odds if o.own else NOT_RECIPIENT if recipient is None else recipient
        chosen = [option.side for option in (one, two) if option]
        return (
            (NOT_ACTOR if actor is None else actor) + second,
            MISSING if actor is None else actor,
            MISSING if recipient is None else recipient,
            one.recipient if one and not equals else MISSING,
            two.actor if two and not equals else MISSING,
            one.likelier_actors if one else likelier[0],
            likelier[1] if two is None else two.likelier_actors if equals else two.likelier_recipients,
            best_actor,
            best_recipient,
            best_actor - (actor or 0.0),
            best_recipient - (0.0 if recipient is None or equals else recipient),
            own_odds,
            float(o.own),
            float(bool(o.actors) and o.codes[0] == o.codes[1]),
            len(o.codes[0]),
            len(o.codes[1]),
            _order(o.one, o.two),
            one.share if one else MISSING,
            two.share if two else MISSING,
            one.distance if one else MISSING,
            two.distance if two else MISSING,
            *fixed,
            expected["recipient"] - chosen.count("recipient"),
            expected["actor"] - chosen.count("actor"),
            *(one.numbers if one else of_mention(None)),
            *(two.numbers if two else of_mention(None)),
            *act,
            *stateless(o),
        )

    return [row(outcome) for outcome in found]


class _Seen(NamedTuple):
    """What the rows of an act say of one mention, whatever outcomes it is in."""

    actor: float
    recipient: float
    likelier_actors: int
    likelier_recipients: int
    share: float
    distance: float
    side: str
    numbers: tuple[float, ...]


def _seen(place: Place, one: Scored, ranks: tuple[list[float], list[float]], all_named: int) -> _Seen:
    """``ranks``: the probabilities of all mentions, of being actor and recipient, the lowest first."""
    return _Seen(
        log_odds(one.actor),
        log_odds(one.recipient),
        len(ranks[0]) - bisect_right(ranks[0], one.actor),
        len(ranks[1]) - bisect_right(ranks[1], one.recipient),
        place.scene.named[one.mention.codes[0]] / all_named,
        _distance(place, one),
        one.side,
        of_mention(one),
    )


def _order(one: Scored | None, two: Scored | None) -> int:
    """How many words the second stands after the first (below 0), where both are in one sentence."""
    if one is None or two is None or one.candidate.back != two.candidate.back:
        return 0
    return one.mention.start - two.mention.start


def _distance(place: Place, option: Scored) -> float:
    if option.candidate.back:
        return FAR
    tokens = place.act.tokens
    before = option.mention.end <= tokens[0]
    return tokens[0] - option.mention.end if before else -(option.mention.start - tokens[-1])
