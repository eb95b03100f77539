"""A linear model over named features: weights one can read, in one TSV a model."""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Linear:
    """``weights[feature]`` holds one weight a class, in the order of ``classes``; unknown features weigh nothing."""

    classes: tuple[str, ...]
    weights: Mapping[str, tuple[float, ...]]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """The probability of each class (softmax of the summed weights), given the features that hold."""
        sums = list(self.weights.get("", (0.0,) * len(self.classes)))
        for feature in features:
            for at, weight in enumerate(self.weights.get(feature, ())):
                sums[at] += weight
        top = max(sums)
        raised = [math.exp(value - top) for value in sums]
        total = sum(raised)
        return {name: value / total for name, value in zip(self.classes, raised, strict=True)}


@cache
def load(name: str) -> Linear:
    """The model ``data/<name>.tsv.gz`` of this package; the feature "" is the bias."""
    packed = (files("ravabet.coding") / "data" / f"{name}.tsv.gz").read_bytes()
    head, *rows = gzip.decompress(packed).decode("utf-8").splitlines()
    weights = {}
    for row in rows:
        feature, *values = row.split("\t")
        weights[feature] = tuple(map(float, values))
    return Linear(tuple(head.split("\t")[1:]), weights)


def save(model: Linear, path: Path) -> None:
    """Write a model where ``load`` finds it; sorted and without a time stamp: equal weights make equal files."""
    rows = ["\t".join(("feature", *model.classes))]
    rows.extend(
        "\t".join((feature, *(f"{value:.4g}" for value in model.weights[feature]))) for feature in sorted(model.weights)
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("\n".join(rows).encode("utf-8"), mtime=0))
