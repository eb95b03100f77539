"""All pairs of a cause and an effect that a sentence may tell: those round its cues, and those its edges propose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ravabet.coding.learned.linear import Linear
from ravabet.lexicon import Cue
from ravabet.reasoning.cues.find import Hit
from ravabet.reasoning.judging.weigh import Place, cutting, meaning, place, sides
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.side import Pair, Side
from ravabet.reasoning.wide.edges import proposals
from ravabet.reasoning.wide.pairs import features
from ravabet.reasoning.wide.tables import Floats

UNMARKED = Cue(id="none", words=(), shape="none", kind="cause", source="reasoning.wide")
"""The cue of a reason that no word marks."""
UNSAID = -6.0
"""The log-odds that a cue is meant where there is none."""
WHOLE = ("word=", "words=")
"""Signs of a cue's sense that tell of the whole sentence; for a pair ``whole`` tells of it."""


@dataclass(frozen=True, slots=True)
class Judges:
    """The models that judge cues and sides each alone."""

    sense: Linear
    cause: Linear
    effect: Linear


@dataclass(frozen=True, slots=True)
class Option:
    """One pair with what tells of it, and the log-odds that its cue is meant and that its sides are cut well.

    ``rank``: of the ways to cut round that cue, counted from 0. ``proposed``: the edges propose it.
    """

    pair: Pair
    told: list[str]
    sense: float
    rank: int
    cause: float
    effect: float
    proposed: bool

    @property
    def where(self) -> tuple[Place, Place]:
        """Where both sides stand."""
        return place(self.pair.cause), place(self.pair.effect)


def options(view: View, groups: Sequence[Sequence[Pair]], scores: Floats, judges: Judges) -> list[Option]:
    """Each pair once, with the likeliest of its cues; ``groups``: the ways to cut round each cue of the sentence."""
    proposed = _proposed(view, scores)
    wanted = {(place(pair.cause), place(pair.effect)) for pair in proposed}
    found: dict[tuple[Place, Place], Option] = {}
    for group in groups:
        signs = meaning(group[0].hit, group)
        sense = judges.sense.log_odds(signs)
        kept = [f"s:{sign}" for sign in signs if not sign.startswith(WHOLE)]
        for option in _cut(group, kept, sense, judges, wanted):
            before = found.get(option.where)
            if before is None or before.sense < sense:
                found[option.where] = option
    for option in _cut(proposed, [], UNSAID, judges, wanted):
        found.setdefault(option.where, option)
    return list(found.values())


def _proposed(view: View, scores: Floats) -> list[Pair]:
    """The pairs that the edges propose, round no cue."""
    found = []
    for rank, (cause, effect) in enumerate(proposals(view, scores)):
        between = min(cause[2], effect[2])
        hit = Hit(UNMARKED, view, between, between, (between, between))
        one, two = (Side(view, lo, hi, "edges") for _, lo, hi in (cause, effect))
        found.append(Pair(hit, one, two, rank))
    return found


def _cut(
    ways: Sequence[Pair], signs: list[str], sense: float, judges: Judges, proposed: set[tuple[Place, Place]]
) -> Iterator[Option]:
    """The ways round one cue, each side judged once."""
    causes = _judged(judges.cause, ways, "cause")
    effects = _judged(judges.effect, ways, "effect")
    for pair in ways:
        where = place(pair.cause), place(pair.effect)
        cause, effect = causes[where[0]], effects[where[1]]
        told = [*features(pair), *signs, *(f"c:{sign}" for sign in cause[1]), *(f"e:{sign}" for sign in effect[1])]
        told += ["proposed"] if where in proposed else []
        yield Option(pair, told, sense, pair.rank, cause[0], effect[0], where in proposed)


def _judged(model: Linear, ways: Sequence[Pair], name: str) -> dict[Place, tuple[float, list[str]]]:
    """The log-odds of each cause or effect, and what tells of it."""
    found = {}
    for where, (pair, side) in sides(ways, name).items():
        signs = cutting(pair, side, edges=True)
        found[where] = (model.log_odds(signs), signs)
    return found
