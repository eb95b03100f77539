"""Boosted trees of scikit-learn as those that are shipped (``ravabet.coding.learned.boosted``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from ravabet.coding.learned.boosted import Node
from ravabet.coding.learned.linear import log_odds

Trees = list[list[Node]]


class Tree(Protocol):
    """What is read of a tree of scikit-learn (``sklearn.tree._tree.Tree``)."""

    node_count: int
    children_left: Sequence[int]
    children_right: Sequence[int]
    feature: Sequence[int]
    threshold: Sequence[float]
    value: Sequence[Sequence[Sequence[float]]]


def ours(model: Any, names: Sequence[str], rate: float) -> Trees:  # noqa: ANN401
    """The trees of a fitted ``GradientBoostingClassifier`` with two classes; the first is what it starts from.

    ``rate``: its learning rate, which its leaves are not yet multiplied by.
    """
    start: Node = ("", 0.0, 0, 0, log_odds(float(model.init_.class_prior_[1])))
    return [[start], *(_nodes(estimator.tree_, names, rate) for estimator in model.estimators_[:, 0])]


def ours_binned(model: Any, names: Sequence[str]) -> Trees:  # noqa: ANN401
    """The trees of a fitted ``HistGradientBoostingClassifier`` with two classes; their leaves hold the rate already.

    scikit-learn has no public way to them, so that this reads ``_predictors``; a test compares the log-odds.
    """
    start: Node = ("", 0.0, 0, 0, float(model._baseline_prediction.ravel()[0]))
    return [[start], *(_binned(one.nodes, names) for (one,) in model._predictors)]


def _binned(nodes: Any, names: Sequence[str]) -> list[Node]:  # noqa: ANN401
    """A tree of binned numbers as ours."""
    return [
        ("", 0.0, at, at, float(node["value"]))
        if node["is_leaf"]
        else (names[node["feature_idx"]], float(node["num_threshold"]), int(node["left"]), int(node["right"]), 0.0)
        for at, node in enumerate(nodes)
    ]


def _nodes(tree: Tree, names: Sequence[str], rate: float) -> list[Node]:
    """A tree of scikit-learn as ours; a leaf of theirs has child -1."""
    found: list[Node] = []
    for at in range(tree.node_count):
        low, high = int(tree.children_left[at]), int(tree.children_right[at])
        if low < 0:
            found.append(("", 0.0, at, at, rate * float(tree.value[at][0][0])))
        else:
            found.append((names[tree.feature[at]], float(tree.threshold[at]), low, high, 0.0))
    return found
