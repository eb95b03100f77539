"""Rows of features, what is learnt from them, and the files it is kept in: the parts of ``reasons_wide_train.py``."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from ravabet.coding.learned.boosted import Boosted, Node
from ravabet.coding.learned.boosted import packed as boosted_packed
from ravabet.coding.learned.linear import Linear
from ravabet.coding.learned.linear import packed as linear_packed
from ravabet.reasoning.wide import rank, tables
from ravabet.reasoning.wide.tables import Table

PROFILE = "en-wide"
LEAST = 0.03
"""Smaller weights are left out."""
SMALL = 0.01
"""The same where a table has one column."""


@dataclass(slots=True)
class Rows:
    """Sets of features, each feature by its number."""

    numbers: dict[str, int] = field(default_factory=dict)
    flat: array[int] = field(default_factory=lambda: array("I"))
    sizes: list[int] = field(default_factory=list)

    def add(self, features: Iterable[str]) -> None:
        """Put one set behind the others; new features are numbered in the order of their names, for equal tables."""
        get = self.numbers.setdefault
        own = {get(feature, len(self.numbers)) for feature in sorted({*features})}
        self.flat.extend(sorted(own))
        self.sizes.append(len(own))

    def matrix(self) -> csr_matrix:
        """A row of zeros and ones for each set."""
        starts = np.concatenate([[0], np.cumsum(self.sizes)])
        flat = np.frombuffer(self.flat, dtype=np.uint32).astype(np.int32) if self.flat else np.zeros(0, np.int32)
        return csr_matrix((np.ones(len(flat), np.float32), flat, starts), (len(self.sizes), len(self.numbers)))

    def names(self) -> list[str]:
        """The features in the order of their numbers."""
        return list(self.numbers)


def joined(parts: Sequence[Rows]) -> Rows:
    """The sets of several parts in one row, numbered anew."""
    whole = Rows()
    for part in parts:
        new = np.array([whole.numbers.setdefault(name, len(whole.numbers)) for name in part.numbers], np.uint32)
        whole.flat.frombytes(new[np.frombuffer(part.flat, dtype=np.uint32)].tobytes())
        whole.sizes += part.sizes
    return whole


def fitted(
    rows: Rows, labels: Sequence[Sequence[bool]] | NDArray[Any], seen: int, penalties: Sequence[float], solver: str
) -> Table:
    """One column of weights for each row of labels."""
    matrix = rows.matrix()
    kept = np.flatnonzero(np.bincount(matrix.indices, minlength=matrix.shape[1]) >= seen)
    inside = matrix[:, kept]
    found = [
        LogisticRegression(C=penalty, solver=solver, max_iter=60).fit(inside, np.asarray(column))
        for column, penalty in zip(labels, penalties, strict=True)
    ]
    weights = np.array([model.coef_[0] for model in found]).T
    names = rows.names()
    bias = np.array([float(model.intercept_[0]) for model in found])
    return Table({names[at]: number for number, at in enumerate(kept)}, weights, bias)


# --- files


def written(models: rank.Models) -> dict[str, bytes]:
    """The files of the models by name."""
    found = {name: linear_packed(_without_small(model)) for name, model in models.lines.items()}
    found |= {name: tables.packed(table, LEAST) for name, table in models.tables.items()}
    found["ranks"] = boosted_packed(told_again(models.ranks))
    return {f"{PROFILE}-{name}.tsv.gz": data for name, data in found.items()}


def _without_small(model: Linear) -> Linear:
    return Linear({name: weight for name, weight in model.weights.items() if abs(weight) >= SMALL}, model.bias)


def told_again(model: Boosted) -> list[list[Node]]:
    """The trees of a model node by node."""
    ends = [*model.roots[1:].tolist(), len(model.feature)]
    return [
        [_node(model, at, start) for at in range(start, end)]
        for start, end in zip(model.roots.tolist(), ends, strict=True)
    ]


def _node(model: Boosted, at: int, start: int) -> Node:
    low, high = int(model.next[2 * at]) - start, int(model.next[2 * at + 1]) - start
    if low == at - start:
        return "", 0.0, low, high, float(model.value[at])
    return model.names[model.feature[at]], float(model.threshold[at]), low, high, 0.0
