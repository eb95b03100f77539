"""The reasons of a text in the wide sense: which sentences give one, and which pair of stretches each of them is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ravabet.coding.learned.boosted import Boosted
from ravabet.coding.learned.linear import Linear, log_odds
from ravabet.reasoning import linear
from ravabet.reasoning.judging.weigh import meaning
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.side import Pair
from ravabet.reasoning.wide.edges import OUTPUTS, marked
from ravabet.reasoning.wide.numbers import COLUMNS, Told, likely, shares, table
from ravabet.reasoning.wide.options import UNSAID, Judges, options
from ravabet.reasoning.wide.tables import Floats, Table, forest
from ravabet.reasoning.wide.tables import table as many
from ravabet.reasoning.wide.whole import telling

WEIGHED = 45
"""So many options of a sentence are weighed by the forest, the likeliest by themselves."""
TOP = 5
"""So many of the likeliest options tell whether a sentence gives a reason."""


@dataclass(frozen=True, slots=True)
class Models:
    """All that the wide profile has learnt.

    ``pair``, ``token`` and ``sentence``: what their words and parses tell of them; ``ranks``: whether an option is
    right, from ``numbers``; ``gives``: whether a sentence gives a reason, from the numbers of ``summary``.
    """

    judges: Judges
    pair: Table
    token: Table
    sentence: Table
    ranks: Boosted
    gives: Linear

    @property
    def lines(self) -> dict[str, Linear]:
        """The models with one output, by name."""
        judges = self.judges
        return {"sense": judges.sense, "cause": judges.cause, "effect": judges.effect, "gives": self.gives}

    @property
    def tables(self) -> dict[str, Table]:
        """Those with several."""
        return {"pair": self.pair, "token": self.token, "sentence": self.sentence}


def models(profile: str) -> Models | None:
    """The models of a profile; None where one of them is not there."""
    sense, cause, effect = (linear.table(f"{profile}-{name}") for name in ("sense", "cause", "effect"))
    pair, token, sentence = (many(f"{profile}-{name}") for name in ("pair", "token", "sentence"))
    ranks, gives = forest(f"{profile}-ranks", COLUMNS), linear.table(f"{profile}-gives")
    if sense is None or cause is None or effect is None or gives is None:
        return None
    if pair is None or token is None or sentence is None or ranks is None:
        return None
    return Models(Judges(sense, cause, effect), pair, token, sentence, ranks, gives)


def judged(
    views: Sequence[View], groups: Sequence[Sequence[Pair]], found: Models, least: Mapping[str, float]
) -> Iterator[tuple[Pair, float]]:
    """The reasons of each sentence with the chance that both sides are right.

    ``least``: from which log-odds on a ``sentence`` gives a reason, and from which chance on an option is ``right``.
    """
    for view in views:
        if view.tree is None:
            continue
        own = [group for group in groups if group[0].hit.view is view]
        told = seen(view, own, found.judges, found.pair, found.token, found.sentence)
        if told is None:
            continue
        chances = weighed(table(told), found.ranks)
        summed = summary(told, chances)
        if given(summed, found.gives) >= least["sentence"]:
            yield from chosen(told, chances, least["right"])


def seen(
    view: View, groups: Sequence[Sequence[Pair]], judges: Judges, pair: Table, token: Table, sentence: Table
) -> Told | None:
    """A sentence with its options and what is judged of each of its parts alone; None where it has no options."""
    tokens = marked(view, token)
    all_options = options(view, groups, tokens, judges)
    if not all_options:
        return None
    cues = [(group[0].hit.mark, judges.sense.log_odds(meaning(group[0].hit, group))) for group in groups]
    pairs = pair.log_odds([option.told for option in all_options])[:, 0]
    whole = float(sentence.log_odds([telling(view)])[0, 0])
    return Told(view, all_options, pairs, tokens, cues, whole)


def weighed(rows: Floats, ranks: Boosted) -> Floats:
    """The chance that each option is right, from its row of numbers; 0 for those not weighed."""
    chances = np.zeros(len(rows))
    tried = rows[:, COLUMNS.index("place")] < WEIGHED
    chances[tried] = likely(ranks.log_odds(rows[tried].tolist()))
    return chances


def summary(told: Told, chances: Floats) -> dict[str, float]:
    """The numbers that tell whether a sentence gives a reason."""
    best = np.sort(chances)[::-1]
    return {
        "best": log_odds(max(float(best[0]), 0.001)),
        "chance": float(best[0]),
        "few": log_odds(max(float(best[:TOP].mean()), 0.001)),
        "words": told.sentence,
        "sense": max((chance for _, chance in told.cues), default=UNSAID),
        "cause": float(told.tokens[:, OUTPUTS.index("cause")].max()),
        "effect": float(told.tokens[:, OUTPUTS.index("effect")].max()),
    }


def given(summed: Mapping[str, float], model: Linear) -> float:
    """The log-odds that a sentence gives a reason."""
    return model.bias + sum(model.weights.get(name, 0.0) * value for name, value in summed.items())


def chosen(told: Told, chances: Floats, least: float) -> Iterator[tuple[Pair, float]]:
    """The likeliest options; of those whose causes meet and whose effects meet, in either direction, only one.

    Two of them are nearly always two ways to cut the same reason.
    """
    pairs = [option.pair for option in told.options]
    sides = [*(pair.cause for pair in pairs), *(pair.effect for pair in pairs)]
    meet, size = shares(sides) > 0, len(pairs)
    same = meet[:size, :size] & meet[size:, size:]
    turned = meet[:size, size:] & meet[size:, :size]
    kept: list[int] = []
    for at in np.argsort(-chances, kind="stable").tolist():
        if chances[at] < least:
            break
        if not (same[at, kept] | turned[at, kept]).any():
            kept.append(at)
            yield named(pairs[at], told.cues), float(chances[at])


def named(pair: Pair, cues: Sequence[tuple[tuple[int, int], float]]) -> Pair:
    """A pair that was cut round no cue, with the likeliest one that stands between its sides or opens one of them."""
    if pair.hit.mark[0] < pair.hit.mark[1]:
        return pair
    first, second = sorted((pair.cause, pair.effect), key=lambda side: side.lo)
    near = [
        (chance, mark)
        for mark, chance in cues
        if chance > 0 and ((first.hi <= mark[0] and mark[1] <= second.lo) or mark[1] == first.lo)
    ]
    return replace(pair, hit=replace(pair.hit, mark=max(near)[1])) if near else pair
