"""What is told of each option in numbers: how likely it is by itself, how its rivals agree with it, where it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.side import Side
from ravabet.reasoning.wide.edges import OUTPUTS
from ravabet.reasoning.wide.options import UNSAID, Option
from ravabet.reasoning.wide.tables import Floats

ALONE = ("pair", "cause", "effect", "sense", "rank", "sentence", "place", "best-sense", "senses-above", "senses")
AGREED = (
    *("by-sides", "by-pairs", "sum-by-pairs", "cause-by-sides", "effect-by-sides", "cause-by-pairs", "effect-by-pairs"),
    *("in-cue", "cause-in-cue", "effect-in-cue"),
)
INSIDE = ("mean", "least", "other", "before", "behind", "most-before", "most-behind", "first", "last", "share")
LAID = ("length", "verbs", "commas")
WHERE = ("size", "cause-at", "effect-at", "in-order", "gap", "covers", "begins", "rest", "crosses", "doubt", "proposed")
SHAPES = ("phrase", "clause", "frame", "adverb", "reason", "none")
NEAR = ("before-cause", "before-effect", "between", "in-cause", "in-effect", "behind-side")
COLUMNS = (
    *(*ALONE, *AGREED),
    *(f"{side}-{name}" for side in ("cause", "effect") for name in (*INSIDE, *LAID)),
    *(*WHERE, *(f"shape-{shape}" for shape in SHAPES), *(f"cue-{place}" for place in NEAR)),
)
"""The columns of the forest."""
AWAY = -5.0
"""The log-odds of what lies outside the sentence."""
AROUND = 4
"""So many tokens round a side are looked at."""
SHARP = 1.5
"""Chances are raised to this power where the sides round one cue vote (as in ``weigh``)."""
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its options and all that was judged of it: its tokens, its cues (mark, log-odds) and itself."""

    view: View
    options: Sequence[Option]
    pairs: Floats
    tokens: Floats
    cues: Sequence[tuple[tuple[int, int], float]]
    sentence: float


def likely(log_odds: Floats) -> Floats:
    """The probability of log-odds."""
    chances: Floats = 1.0 / (1.0 + np.exp(-np.clip(log_odds, -30.0, 30.0)))
    return chances


def table(told: Told) -> Floats:
    """A row of ``COLUMNS`` for each option."""
    places = [option.pair for option in told.options]
    sides = [np.column_stack([_inside(told, [getattr(p, name) for p in places], name)]) for name in ("cause", "effect")]
    return np.column_stack([_alone(told), _agreed(told), *sides, _where(told), _shapes(told), _near(told)])


def _alone(told: Told) -> Floats:
    senses = np.array([chance for _, chance in told.cues] or [UNSAID])
    cues = len(told.cues)
    order = np.argsort(np.argsort(-told.pairs, kind="stable"), kind="stable")
    return np.array(
        [
            (pair, o.cause, o.effect, o.sense, o.rank, told.sentence, n, senses.max(), (senses > o.sense).sum(), cues)
            for o, pair, n in zip(told.options, told.pairs, order, strict=True)
        ],
        dtype=np.float64,
    )


def shares(sides: Sequence[Side]) -> Floats:
    """How much each two sides share of both."""
    at = np.array([(side.view.number, side.lo, side.hi) for side in sides], dtype=np.float64)
    size = at[:, 2] - at[:, 1]
    both = np.minimum(at[:, None, 2], at[None, :, 2]) - np.maximum(at[:, None, 1], at[None, :, 1])
    both = np.where(at[:, None, 0] == at[None, :, 0], np.maximum(both, 0.0), 0.0)
    found: Floats = both / (size[:, None] + size[None, :] - both)
    return found


def _agreed(told: Told) -> Floats:
    """How the others vote for an option, each as it is likely: by its sides, as a pair, and among those of its cue."""
    options = told.options
    causes, effects = shares([o.pair.cause for o in options]), shares([o.pair.effect for o in options])
    same = np.minimum(causes, effects) >= 0.5
    sides = likely(np.array([o.cause for o in options])) * likely(np.array([o.effect for o in options]))
    by_sides = likely(np.array([o.sense for o in options])) * sides + TINY
    by_pairs = likely(told.pairs)
    marks = np.array([o.pair.hit.mark if o.pair.hit.cue.words else (-1, -1) for o in options])
    inner = (marks[:, None, :] == marks[None, :, :]).all(axis=2) * (sides**SHARP + TINY)[None, :]
    agreed = same * by_pairs
    return np.column_stack(
        [
            (same * by_sides).sum(axis=1) / by_sides.sum(),
            agreed.sum(axis=1) / by_pairs.sum(),
            agreed.sum(axis=1),
            *((one * votes).sum(axis=1) / votes.sum() for votes in (by_sides, by_pairs) for one in (causes, effects)),
            *((one * inner).sum(axis=1) / inner.sum(axis=1) for one in (same, causes, effects)),
        ]
    )


def _inside(told: Told, sides: Sequence[Side], name: str) -> Floats:
    """What the tokens in and round a side say of it, and how long it is."""
    own, other = OUTPUTS.index(name), OUTPUTS.index("effect" if name == "cause" else "cause")
    scores = told.tokens
    chances = likely(scores[:, own])
    edge = (scores[:, OUTPUTS.index(f"{name}-first")], scores[:, OUTPUTS.index(f"{name}-last")])
    rows = []
    for side in sides:
        verbs = len(side.view.verbs_in(side.lo, side.hi))
        commas = sum(side.view.words[at] in side.view.discourse.commas for at in range(side.lo, side.hi))
        laid = (side.hi - side.lo, verbs, commas)
        if side.view is not told.view:
            rows.append((*[AWAY] * len(INSIDE), *laid))
            continue
        lo, hi = side.lo, side.hi
        before, behind = scores[max(0, lo - AROUND) : lo, own], scores[hi : hi + AROUND, own]
        within = float(chances[lo:hi].sum())
        share = within / (float(chances.sum()) + hi - lo - within)
        near = (_edge(before, -1), _edge(behind, 0), before.max(initial=AWAY), behind.max(initial=AWAY))
        inner = scores[lo:hi, own]
        rows.append(
            (inner.mean(), inner.min(), scores[lo:hi, other].mean(), *near, edge[0][lo], edge[1][hi - 1], share, *laid)
        )
    return np.array(rows, dtype=np.float64)


def _edge(values: Floats, at: int) -> float:
    return float(values[at]) if len(values) else AWAY


def _where(told: Told) -> Floats:
    """Where both sides lie in the sentence."""
    rows = []
    for option in told.options:
        pair, view = option.pair, option.pair.hit.view
        cause, effect = pair.cause, pair.effect
        ahead = cause.lo < effect.lo
        gap = (effect.lo - cause.hi if ahead else cause.lo - effect.hi) if cause.view is effect.view else -1
        covered = (cause.hi - cause.lo + effect.hi - effect.lo) / view.size
        rest = view.size - max(cause.hi, effect.hi)
        crosses = cause.view is not effect.view
        doubt = pair.hit.cue.doubtful
        place = (view.size, cause.lo, effect.lo, ahead, gap, covered, min(cause.lo, effect.lo), rest, crosses)
        rows.append((*place, doubt, option.proposed))
    return np.array(rows, dtype=np.float64)


def _shapes(told: Told) -> Floats:
    return np.array([[o.pair.hit.cue.shape == shape for shape in SHAPES] for o in told.options], dtype=np.float64)


def _near(told: Told) -> Floats:
    """The likeliest cue at each place round both sides."""
    return np.array([_cues_near(told, o.pair.cause, o.pair.effect) for o in told.options], dtype=np.float64)


def _cues_near(told: Told, cause: Side, effect: Side) -> list[float]:
    found = dict.fromkeys(NEAR, UNSAID)
    first, second = (cause, effect) if cause.lo < effect.lo else (effect, cause)
    for (start, end), chance in told.cues:
        places = {
            "before-cause": 0 <= cause.lo - end <= 1,
            "before-effect": 0 <= effect.lo - end <= 1,
            "between": first.hi <= start and end <= second.lo,
            "in-cause": cause.lo < start and end <= cause.hi,
            "in-effect": effect.lo < start and end <= effect.hi,
            "behind-side": any(0 <= start - side.hi <= 1 for side in (cause, effect)),
        }
        for name, there in places.items():
            if there:
                found[name] = max(found[name], chance)
    return list(found.values())
