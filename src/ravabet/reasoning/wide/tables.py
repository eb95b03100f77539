"""Linear models with several outputs that share their features: one table, a column of weights for each."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from ravabet.coding.learned.boosted import Boosted, unpacked
from ravabet.reasoning.linear import OVERRIDING

Floats = NDArray[np.float64]
BIAS = ""
"""The feature that every row has."""
DIGITS = 2
"""Weights are kept to so many digits behind the point."""


@dataclass(frozen=True, slots=True)
class Table:
    """``weights[rows[feature]]``: what a feature weighs for each output (log odds); unknown ones weigh nothing."""

    rows: Mapping[str, int]
    weights: Floats
    bias: Floats

    def log_odds(self, told: Sequence[Iterable[str]]) -> Floats:
        """For each row of features its log-odds for each output."""
        get = self.rows.get
        found = np.empty((len(told), self.weights.shape[1]))
        for number, features in enumerate(told):
            known = [at for at in map(get, features) if at is not None]
            found[number] = self.weights[known].sum(axis=0)
        return found + self.bias


def made(weights: Mapping[str, Sequence[float]], bias: Sequence[float]) -> Table:
    """A table from its weights."""
    rows = {feature: number for number, feature in enumerate(weights)}
    matrix = np.array([*weights.values()], dtype=np.float64).reshape(len(rows), len(bias))
    return Table(rows, matrix, np.array(bias, dtype=np.float64))


def packed(table: Table, least: float) -> bytes:
    """What ``table`` reads, less the features that weigh less than ``least`` for every output.

    Features are sorted and told by what they share with the one before; weights are whole hundredths.
    """
    scale = 10**DIGITS
    lines = ["\t".join([BIAS, *(f"{value:.4f}" for value in table.bias)])]
    before = ""
    for feature in sorted(table.rows):
        values = table.weights[table.rows[feature]]
        if np.abs(values).max() >= least:
            shared = _shared(before, feature)
            numbers = (str(round(value * scale) or "") for value in values)
            lines.append("\t".join([f"{shared} {feature[shared:]}", *numbers]))
            before = feature
    return gzip.compress("\n".join(lines).encode("utf-8"), mtime=0)


def _shared(one: str, two: str) -> int:
    size = 0
    for left, right in zip(one, two, strict=False):
        if left != right:
            break
        size += 1
    return size


def read(data: bytes) -> Table:
    """The table that ``packed`` wrote."""
    lines = iter(gzip.decompress(data).decode("utf-8").splitlines())
    bias = [float(value) for value in next(lines).split("\t")[1:]]
    return made(dict(_weights(lines)), bias)


def _weights(lines: Iterator[str]) -> Iterator[tuple[str, list[float]]]:
    before = ""
    for line in lines:
        told, *values = line.split("\t")
        shared, _, rest = told.partition(" ")
        before = before[: int(shared)] + rest
        yield before, [int(value or 0) / 10**DIGITS for value in values]


def table(name: str) -> Table | None:
    """The table ``data/<name>.tsv.gz`` of this room, made by ``tools/train_reasons.py``; None where there is none."""
    found = OVERRIDING.get(name)
    return found if isinstance(found, Table) else _table(name)


def forest(name: str, columns: Sequence[str]) -> Boosted | None:
    """The boosted trees of that name over ``columns``; None where there are none."""
    found = OVERRIDING.get(name)
    return found if isinstance(found, Boosted) else _forest(name, tuple(columns))


@cache
def _table(name: str) -> Table | None:
    data = _data(name)
    return None if data is None else read(data)


@cache
def _forest(name: str, columns: tuple[str, ...]) -> Boosted | None:
    data = _data(name)
    return None if data is None else unpacked(data, columns)


def _data(name: str) -> bytes | None:
    place = files("ravabet.reasoning") / "data" / f"{name}.tsv.gz"
    return place.read_bytes() if place.is_file() else None
