"""A logistic regression that can be read: one weight a feature, from a table shipped with a package."""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat

from ravabet.lexicon import EXPERIMENTAL

CODING = "ravabet.coding"
"""The package whose ``data`` holds the models of the coder."""
GRAMMAR_ALONE = "grammar"
"""The name of the models, a few weights set by hand, for languages without annotated passages to learn from."""


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights by feature; unknown features weigh nothing."""

    weights: Mapping[str, float]
    bias: float

    def log_odds(self, features: Iterable[str]) -> float:
        """The sum of what the features weigh."""
        return self.bias + sum(map(self.weights.get, features, repeat(0.0)))

    def probability(self, features: Iterable[str]) -> float:
        """Between 0 and 1."""
        return probability(self.log_odds(features))


@dataclass(frozen=True, slots=True)
class Both:
    """Two models over the same facts, each fact looked up once for both; ``weights`` in the order of ``biases``."""

    weights: Mapping[str, tuple[float, float]]
    biases: tuple[float, float]

    def log_odds(self, features: Iterable[str]) -> tuple[float, float]:
        """What each model says, to the last bit: what is left out weighs nothing in either."""
        found = [weights for weights in map(self.weights.get, features) if weights]
        one, two = zip(*found, strict=True) if found else ((), ())
        return self.biases[0] + sum(one), self.biases[1] + sum(two)


def both(one: Linear, two: Linear) -> Both:
    """Two models as one table."""
    names = one.weights.keys() | two.weights.keys()
    weights = {name: (one.weights.get(name, 0.0), two.weights.get(name, 0.0)) for name in sorted(names)}
    return Both(weights, (one.bias, two.bias))


def probability(log_odds: float) -> float:
    """The probability with these log-odds."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))


def log_odds(chance: float) -> float:
    """The log-odds of a probability, kept finite."""
    return math.log(max(chance, 1e-6) / max(1 - chance, 1e-6))


def weights_of(language: str) -> str:
    """How the names of the models begin by which a language is coded."""
    return GRAMMAR_ALONE if language in EXPERIMENTAL else language


@cache
def shipped(package: str, name: str) -> Linear | None:
    """The model ``data/<name>.tsv`` (or ``.tsv.gz``) of a package, None where there is none.

    A row is a feature, a tab, its weight (log odds); the feature "" is the bias; rows that begin with # are comments.
    """
    folder = files(package) / "data"
    plain, packed = folder / f"{name}.tsv", folder / f"{name}.tsv.gz"
    if plain.is_file():
        table = plain.read_text(encoding="utf-8")
    elif packed.is_file():
        table = gzip.decompress(packed.read_bytes()).decode("utf-8")
    else:
        return None
    weights: dict[str, float] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            feature, _, weight = line.rpartition("\t")
            weights[feature] = float(weight)
    return Linear(weights, weights.pop("", 0.0))


def packed(model: Linear) -> bytes:
    """What ``shipped`` reads, compressed; sorted and without a time stamp: equal weights make equal bytes."""
    rows = [f"{feature}\t{model.weights[feature]:.4g}" for feature in sorted(model.weights)]
    return gzip.compress("\n".join([f"\t{model.bias:.4g}", *rows]).encode("utf-8"), mtime=0)
