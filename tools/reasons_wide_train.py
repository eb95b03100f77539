"""Learn to weigh the options of a sentence in the wide sense (``ravabet.reasoning.wide``), for ``train_reasons.py``.

The models build on each other: tokens, cues, sides and sentences are judged first, then pairs of sides, from what these
say the forest judges each option, and from that a line judges the sentence. What a model has learnt from it judges too
kindly, so that each of these learns from what models say that have not seen the passage (stacking by folds; Wolpert
1992). ``crossed`` does all that without one fold of the passages, and tests on it. Needs scikit-learn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.pool import Pool
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from tools.boosting import ours_binned
from tools.reasons_trees import FOLDS, HALF, Sample, counted, iou, span_of, touched, trained, words_of
from tools.reasons_wide_rows import LEAST, PROFILE, Rows, fitted, joined

from ravabet.coding.learned.boosted import Boosted, boosted
from ravabet.coding.learned.linear import Linear
from ravabet.model import Span
from ravabet.reasoning.linear import overriding
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.side import Pair, Side
from ravabet.reasoning.wide import edges, rank, tables
from ravabet.reasoning.wide.numbers import COLUMNS, Told
from ravabet.reasoning.wide.numbers import table as numbers
from ravabet.reasoning.wide.options import Judges
from ravabet.reasoning.wide.tables import Floats, Table
from ravabet.reasoning.wide.whole import telling
from ravabet.reasoning.woods import candidates

TOKEN_PENALTY = {"cause": 0.04, "effect": 0.04}
EDGE_PENALTY, WHOLE_PENALTY, PAIR_PENALTY, GIVES_PENALTY = 0.1, 0.02, 0.01, 0.1
"""scikit-learn's inverse penalties, of factors of three the best by log-loss; for some outputs of a token by name."""
TOKEN_SEEN, WHOLE_SEEN, PAIR_SEEN = 6, 3, 6
"""Rarer features are not learnt."""
TREES: dict[str, Any] = {
    **{"max_iter": 250, "learning_rate": 0.05, "max_leaf_nodes": 10, "min_samples_leaf": 80},
    **{"l2_regularization": 15, "max_features": 0.3, "early_stopping": False, "random_state": 0},
}
RUN, ALIKE = 3, 0.4
"""Passages that share so much of their runs of so many words stand in one fold."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence: what is told of it, which of its options are annotated reasons, and whether it gives one."""

    told: Told
    right: list[bool]
    gives: bool


# --- linear models


def token_table(found: Sequence[Sample]) -> Table:
    """Which tokens lie in sides, begin and end them."""
    rows = Rows()
    labels: list[tuple[bool, ...]] = []
    for sample in found:
        for view in sample.views:
            if view.tree is not None:
                for signs in edges.signs(view):
                    rows.add(signs)
                labels += _placed(view, sample.gold)
    penalties = [TOKEN_PENALTY.get(name, EDGE_PENALTY) for name in edges.OUTPUTS]
    return fitted(rows, np.array(labels).T, TOKEN_SEEN, penalties, "liblinear")


def _placed(view: View, gold: Sequence[tuple[Span, Span]]) -> list[tuple[bool, ...]]:
    """For each token whether it is in, first or last of an annotated cause or effect."""
    words = [at for at in range(view.size) if view.sentence.tokens[at].is_word]
    found = np.zeros((view.size, len(edges.OUTPUTS)), dtype=bool)
    for sides in gold:
        for name, span in zip(("cause", "effect"), sides, strict=True):
            tokens = [words[n] for n in sorted(touched(words_of([view]), span))]
            if tokens:
                found[tokens, edges.OUTPUTS.index(name)] = True
                found[tokens[0], edges.OUTPUTS.index(f"{name}-first")] = True
                found[tokens[-1], edges.OUTPUTS.index(f"{name}-last")] = True
    return [tuple(row) for row in found.tolist()]


def sentence_table(found: Sequence[Sample]) -> Table:
    """Which sentences give a reason."""
    rows = Rows()
    labels = []
    for sample in found:
        for view in sample.views:
            if view.tree is not None:
                rows.add(telling(view))
                labels.append(_gives(view, sample.gold))
    return fitted(rows, [labels], WHOLE_SEEN, [WHOLE_PENALTY], "liblinear")


def _gives(view: View, gold: Sequence[tuple[Span, Span]]) -> bool:
    """Whether a side of an annotated reason begins in a sentence."""
    whole = view.sentence.span
    return any(whole.start <= side.start < whole.end for sides in gold for side in sides)


# --- what is judged first


@dataclass(frozen=True, slots=True)
class First:
    """What judges cues, sides, tokens and sentences."""

    judges: Judges
    token: Table
    sentence: Table

    @classmethod
    def learnt(cls, found: Sequence[Sample]) -> First:
        """All of them from the same passages."""
        alone = trained(found, PROFILE)
        judges = Judges(*(alone[f"{PROFILE}-{name}"] for name in ("sense", "cause", "effect")))
        return cls(judges, token_table(found), sentence_table(found))

    def units(self, found: Sequence[Sample]) -> tuple[list[Unit], Rows]:
        """The sentences of passages with their options, which pairs are not judged yet, and the features of those."""
        rows, units = Rows(), []
        unjudged = Table({}, np.zeros((0, 1)), np.zeros(1))
        for sample in found:
            groups = candidates(sample.views)
            for view in sample.views:
                own = [group for group in groups if group[0].hit.view is view]
                told = rank.seen(view, own, self.judges, unjudged, self.token, self.sentence) if view.tree else None
                if told is not None:
                    for option in told.options:
                        rows.add(option.told)
                    right = [_is_right(option.pair, sample.gold) for option in told.options]
                    bare = replace(told, options=[replace(option, told=[]) for option in told.options])
                    units.append(Unit(bare, right, _gives(view, sample.gold)))
        return units, rows


def _is_right(pair: Pair, gold: Sequence[tuple[Span, Span]]) -> bool:
    """Whether a pair shares at least half of both sides with an annotated reason."""
    return any(min(_shared(pair.cause, cause), _shared(pair.effect, effect)) >= HALF for cause, effect in gold)


def _shared(side: Side, span: Span) -> float:
    words = words_of([side.view])
    return iou(touched(words, span_of(side)), touched(words, span))


# --- what is judged from that


def pair_table(rows: Rows, units: Sequence[Unit]) -> Table:
    """Which pairs are annotated reasons, by their words and parses."""
    return fitted(rows, [[yes for unit in units for yes in unit.right]], PAIR_SEEN, [PAIR_PENALTY], "lbfgs")


def scored(rows: Rows, table: Table, units: Sequence[Unit]) -> list[Unit]:
    """The units with what a table says of their pairs."""
    names = rows.names()
    weights = np.zeros(len(names))
    for at, name in enumerate(names):
        number = table.rows.get(name)
        weights[at] = 0.0 if number is None else table.weights[number, 0]
    values = rows.matrix() @ weights + table.bias[0]
    cuts = np.cumsum([len(unit.told.options) for unit in units])[:-1]
    parts = np.split(values, cuts)
    return [replace(unit, told=replace(unit.told, pairs=own)) for unit, own in zip(units, parts, strict=True)]


Numbers = tuple[Unit, Floats]
"""A sentence with the row of numbers of each of its options."""


def forest(found: Sequence[Numbers]) -> Boosted:
    """Which options are right, from their numbers."""
    kept = [rows[:, COLUMNS.index("place")] < rank.WEIGHED for _, rows in found]
    tried = np.concatenate([rows[own] for (_, rows), own in zip(found, kept, strict=True)])
    labels = np.concatenate([np.array(unit.right)[own] for (unit, _), own in zip(found, kept, strict=True)])
    model = HistGradientBoostingClassifier(**TREES).fit(tried, labels)
    return boosted(COLUMNS, ours_binned(model, COLUMNS))


def gives(summed: Sequence[dict[str, float]], labels: Sequence[bool]) -> Linear:
    """Which sentences give a reason, from what is told of their likeliest options."""
    names = sorted(summed[0])
    matrix = np.array([[row[name] for name in names] for row in summed])
    middle, spread = matrix.mean(axis=0), matrix.std(axis=0) + 1e-9
    model = LogisticRegression(C=GIVES_PENALTY).fit((matrix - middle) / spread, labels)
    weights = model.coef_[0] / spread
    return Linear(dict(zip(names, weights.tolist(), strict=True)), float(model.intercept_[0] - weights @ middle))


# --- all of it


Part = tuple[list[Unit], Rows]


def learnt(first: First, parts: Sequence[Part]) -> rank.Models:
    """All models; ``parts``: the passages in folds, each as models see them that have not seen it."""
    whole = joined([rows for _, rows in parts])
    pair = pair_table(whole, [unit for units, _ in parts for unit in units])
    judged: list[list[Numbers]] = []
    for number, (units, rows) in enumerate(parts):
        others = [part for at, part in enumerate(parts) if at != number]
        table = pair_table(joined([rows for _, rows in others]), [unit for units, _ in others for unit in units])
        judged.append([(unit, numbers(unit.told)) for unit in scored(rows, table, units)])
    summed: list[dict[str, float]] = []
    labels: list[bool] = []
    for number, own in enumerate(judged):
        trees = forest([entry for at, found in enumerate(judged) if at != number for entry in found])
        summed += [rank.summary(unit.told, rank.weighed(rows, trees)) for unit, rows in own]
        labels += [unit.gives for unit, _ in own]
    ranks = forest([entry for found in judged for entry in found])
    pair, token, sentence = (shipped(table) for table in (pair, first.token, first.sentence))
    return rank.Models(first.judges, pair, token, sentence, ranks, gives(summed, labels))


def shipped(table: Table) -> Table:
    """A table as it is read from its file, where small weights are left out."""
    return tables.read(tables.packed(table, LEAST))


_SHARED: dict[int, list[Sample]] = {}
"""The passages by their folds, which processes share."""


def _kept(*left_out: int) -> list[Sample]:
    return [s for fold, own in _SHARED.items() if fold not in left_out for s in own]


def _first(left_out: Sequence[int]) -> First:
    """What is judged first, learnt without some folds."""
    return First.learnt(_kept(*left_out))


def _part(left_out: Sequence[int]) -> Part:
    """How the passages of the last of some folds are seen by what has learnt without all of them."""
    return _first(left_out).units(_SHARED[left_out[-1]])


def _tested(job: tuple[int, First, list[Part]]) -> list[tuple[str, Counter[str]]]:
    """What is given and right in the passages of a fold, with their sources, by models that have not seen it."""
    fold, first, parts = job
    with using(learnt(first, parts)):
        return [(s.source, counted(s)) for s in _SHARED[fold]]


def crossed(found: Sequence[Sample], processes: int) -> dict[str, Counter[str]]:
    """The figures of each source by cross-validation, in which nothing has learnt from what it is tested on."""
    _share(found)
    jobs = [(fold, inner) for fold in range(FOLDS) for inner in range(FOLDS) if inner != fold]
    with _pool(processes) as pool:
        parts = pool.map_async(_part, jobs, chunksize=1)
        firsts = pool.map(_first, [(fold,) for fold in range(FOLDS)], chunksize=1)
        own = [(fold, part) for (fold, _), part in zip(jobs, parts.get(), strict=True)]
        tests = [(n, first, [part for fold, part in own if fold == n]) for n, first in enumerate(firsts)]
        told = pool.map(_tested, tests, chunksize=1)
    total: dict[str, Counter[str]] = {}
    for source, counts in (entry for fold in told for entry in fold):
        total.setdefault(source, Counter()).update(counts)
    return total


def made(found: Sequence[Sample], processes: int) -> rank.Models:
    """The models that ship: learnt from all passages."""
    _share(found)
    with _pool(processes) as pool:
        first = pool.apply_async(_first, [()])
        parts = pool.map(_part, [(fold,) for fold in range(FOLDS)], chunksize=1)
        return learnt(first.get(), parts)


def _share(found: Sequence[Sample]) -> None:
    """Put the passages into folds, those that are nearly alike into one."""
    _SHARED.clear()
    leaders = alike([[word for view in s.views for word in view.words if word[:1].isalnum()] for s in found])
    for sample, leader in zip(found, leaders, strict=True):
        _SHARED.setdefault(found[leader].fold, []).append(sample)


def alike(texts: Sequence[Sequence[str]]) -> list[int]:
    """For each text the number of the first that it, or one like it, shares ``ALIKE`` of its runs of words with."""
    runs = [{tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)} for words in texts]
    places: dict[tuple[str, ...], list[int]] = {}
    leaders: list[int] = []
    for number, own in enumerate(runs):
        shared = Counter(other for run in own for other in places.get(run, ()))
        near = [o for o, n in shared.items() if n >= ALIKE * min(len(own), len(runs[o]))]
        lead = min((leaders[other] for other in near), default=number)
        joining = {leaders[other] for other in near}
        leaders = [lead if leader in joining else leader for leader in leaders] if len(joining) > 1 else leaders
        leaders.append(lead)
        for run in own:
            places.setdefault(run, []).append(number)
    return leaders


def _pool(processes: int) -> Pool:
    return get_context("fork").Pool(processes)


def using(models: rank.Models) -> AbstractContextManager[None]:
    """Inside, these models judge the wide profile."""
    named = {**models.lines, **models.tables, "ranks": models.ranks}
    return overriding({f"{PROFILE}-{name}": model for name, model in named.items()})
