"""Boosted trees of scikit-learn as those that are shipped (``ravabet.coding.boosted``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from ravabet.coding.boosted import Node
from ravabet.coding.linear import log_odds

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
