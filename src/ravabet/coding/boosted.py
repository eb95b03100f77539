"""Boosted decision trees over named numbers, read from a table shipped with a package."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Node = tuple[str, float, int, int, float]
"""Feature, threshold, the nodes for "at most the threshold" and for "more", counted within the tree, and the value of a
leaf. A leaf has no feature, and points to itself."""


@dataclass(frozen=True, slots=True)
class Boosted:
    """Trees whose leaves add up to log-odds (Friedman 2001); all nodes lie in one row, ``roots`` begin the trees.

    ``next``: for each node the one for "at most the threshold" and the one for "more".
    """

    names: tuple[str, ...]
    roots: NDArray[np.int32]
    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    next: NDArray[np.int32]
    value: NDArray[np.float64]
    depth: int

    def log_odds(self, rows: Sequence[Sequence[float]]) -> NDArray[np.float64]:
        """The log-odds of each row; a row holds a number for each of ``names``, in their order."""
        matrix = np.asarray(rows, dtype=np.float64)
        numbers = matrix.ravel()
        begin = np.arange(len(matrix), dtype=np.int32)[:, None] * np.int32(len(self.names))
        at = np.broadcast_to(self.roots, (len(matrix), len(self.roots)))
        for _ in range(self.depth):
            more = numbers.take(self.feature.take(at) + begin) > self.threshold.take(at)
            at = self.next.take(2 * at + more)
        total: NDArray[np.float64] = self.value.take(at).sum(axis=1)
        return total


def boosted(names: Sequence[str], trees: Iterable[Sequence[Node]]) -> Boosted:
    """A model of trees given node by node, the root first."""
    number = {name: n for n, name in enumerate(names)}
    roots: list[int] = []
    nodes: list[tuple[int, float, int, int, float]] = []
    for tree in trees:
        begin = len(nodes)
        roots.append(begin)
        nodes += [
            (number.get(name, 0), edge, begin + low, begin + high, value) for name, edge, low, high, value in tree
        ]
    feature, threshold, low, high, value = (np.array(column) for column in zip(*nodes, strict=True))
    depth = _depth(roots, low, high)
    small: Any = np.int32
    return Boosted(
        tuple(names),
        np.array(roots, small),
        feature.astype(small),
        threshold.astype(float),
        np.stack((low, high), axis=1).ravel().astype(small),
        value.astype(float),
        depth,
    )


def _depth(roots: list[int], low: NDArray[Any], high: NDArray[Any]) -> int:
    """The steps from a root to the farthest leaf."""
    level, steps = set(roots), 0
    while inner := {n for n in level if low[n] != n}:
        level, steps = {int(child) for n in inner for child in (low[n], high[n])}, steps + 1
    return steps


def unpacked(table: bytes, names: Sequence[str]) -> Boosted:
    """The model that ``packed`` wrote."""
    trees: list[list[Node]] = []
    for line in gzip.decompress(table).decode("utf-8").splitlines():
        name, edge, low, high, value = line.split("\t")
        if name == "tree":
            trees.append([])
        else:
            trees[-1].append((name, float(edge), int(low), int(high), float(value)))
    return boosted(names, trees)


def packed(trees: Iterable[Sequence[Node]]) -> bytes:
    """A table with a row a node (feature, threshold, low, high, value), each tree under a row that says ``tree``."""
    rows = []
    for tree in trees:
        rows.append("tree\t0\t0\t0\t0")
        rows += [f"{name}\t{edge:.5g}\t{low}\t{high}\t{value:.4g}" for name, edge, low, high, value in tree]
    return gzip.compress("\n".join(rows).encode("utf-8"), mtime=0)
