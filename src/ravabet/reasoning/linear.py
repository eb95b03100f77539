"""A logistic regression that can be read: one weight a feature, from a table shipped with the package."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights by feature; unknown features weigh nothing."""

    weights: dict[str, float]
    bias: float

    def log_odds(self, features: Iterable[str]) -> float:
        """The sum of what the features weigh."""
        return self.bias + sum(self.weights.get(feature, 0.0) for feature in features)

    def probability(self, features: Iterable[str]) -> float:
        """Between 0 and 1."""
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, self.log_odds(features)))))


_OVERRIDING: dict[str, Linear | None] = {}


@contextmanager
def overriding(name: str, model: Linear | None) -> Iterator[None]:
    """For training and tests: inside, ``table(name)`` is ``model``."""
    _OVERRIDING[name] = model
    try:
        yield
    finally:
        del _OVERRIDING[name]


def table(name: str) -> Linear | None:
    """The model ``data/<name>.tsv``, made by ``tools/train_reasons.py``; None where there is none for a language."""
    return _OVERRIDING[name] if name in _OVERRIDING else _shipped(name)


@cache
def _shipped(name: str) -> Linear | None:
    place = files("ravabet.reasoning") / "data" / f"{name}.tsv"
    if not place.is_file():
        return None
    weights: dict[str, float] = {}
    for line in place.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            feature, _, weight = line.rpartition("\t")
            weights[feature] = float(weight)
    return Linear(weights, weights.pop("", 0.0))
