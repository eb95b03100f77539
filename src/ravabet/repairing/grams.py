"""A back-off model over n-grams, kept as a tree in numpy arrays and read by compiled code.

Scores are natural logarithms (nats): a symbol after a history costs what its n-gram says or, where the model has no
such n-gram, what the history lost (``left``) and the symbol after the shorter history.
How the scores are estimated is the business of ``tools/train_repair.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ravabet.repairing.compiled import compiled

Ints = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]
Nodes = npt.NDArray[np.int32]

STEP = 1 / 6
"""Scores are kept to within a 12th of a nat."""


@dataclass(frozen=True, slots=True)
class Level:
    """The n-grams of one length: how many go on each shorter one, their last symbols, scores and losses (in steps)."""

    children: npt.NDArray[np.uint16]
    symbols: npt.NDArray[np.uint16]
    scores: Bytes
    lefts: Bytes


NODE = np.dtype(
    [
        ("mask", np.uint64),
        ("first", np.int32),
        ("suffix", np.int32),
        ("symbol", np.uint16),
        ("score", np.uint8),
        ("left", np.uint8),
    ],
    align=True,
)
"""An n-gram: where its children stand (up to the ``first`` of the node after it), the node of the n-gram without its
first symbol, its last symbol, its score and loss (in steps). ``mask``: in a model of 64 symbols, the bits of the
symbols that go on from it.
"""


class Kin(NamedTuple):
    """Classes of symbols: the class of each, and how much likelier each class is after each other, ``[before, class]``
    (in steps; more than 0 where it is likelier than anywhere). Both are empty in a model without classes.
    """

    classes: npt.NDArray[np.uint16]
    ties: npt.NDArray[np.int8]


NO_KIN = Kin(np.zeros(0, np.uint16), np.zeros((0, 0), np.int8))


class Grams(NamedTuple):
    """The model as a tree; node 0 is the empty history.

    ``top``: the first node that is no history any more; ``floor``: what a symbol costs that the model lacks (nats);
    ``small``: has it 64 symbols at most; ``kin``: which symbols are alike, for pairs never seen.
    """

    nodes: npt.NDArray[np.void]
    top: int
    floor: float
    order: int
    small: bool
    kin: Kin


def squeezed(scores: npt.NDArray[np.float64]) -> Bytes:
    """Scores (0 or less) as one byte each."""
    return np.clip(np.rint(-scores / STEP), 0, 255).astype(np.uint8)


def grown(levels: list[Level], width: int, kin: Kin = NO_KIN) -> Grams:
    """The levels as one tree over ``width`` symbols."""
    nodes = np.zeros(2 + sum(len(level.symbols) for level in levels), NODE)
    children = np.concatenate([level.children for level in levels])
    nodes["first"] = len(nodes) - 1
    nodes["first"][0] = 1
    nodes["first"][1 : len(children) + 1] = 1 + np.cumsum(children, dtype=np.int32)
    start = 1
    for level in levels:
        here = nodes[start : start + len(level.symbols)]
        here["symbol"], here["score"], here["left"] = level.symbols, level.scores, level.lefts
        start += len(level.symbols)
    small = width <= 64
    if small:
        _masks(nodes)
    model = Grams(nodes, start - len(levels[-1].symbols), -float(np.log(width)), len(levels), small, kin)
    _suffixes(model)
    return model


@compiled
def _masks(nodes: npt.NDArray[np.void]) -> None:
    for node in range(len(nodes) - 1):
        for longer in range(nodes[node].first, nodes[node + 1].first):
            nodes[node].mask |= np.uint64(1) << np.uint64(nodes[longer].symbol)


@compiled
def _suffixes(model: Grams) -> None:
    """Lead each node to its longest suffix that is a node; a pruned table may lack the one a symbol shorter."""
    nodes = model.nodes
    for node in range(1, model.top):
        for longer in range(nodes[node].first, nodes[node + 1].first):
            shorter = np.int64(nodes[node].suffix)
            found = child(model, shorter, nodes[longer].symbol)
            while found < 0 and shorter > 0:
                shorter = np.int64(nodes[shorter].suffix)
                found = child(model, shorter, nodes[longer].symbol)
            nodes[longer].suffix = max(found, 0)


@compiled
def child(model: Grams, node: int, symbol: int) -> int:
    """The node one symbol on from a node, -1 where the model has none."""
    nodes = model.nodes
    if model.small:
        bit = np.uint64(1) << np.uint64(symbol)
        held = nodes[node].mask
        if not held & bit:
            return -1
        x = held & (bit - np.uint64(1))
        x = x - ((x >> np.uint64(1)) & np.uint64(0x5555555555555555))
        x = (x & np.uint64(0x3333333333333333)) + ((x >> np.uint64(2)) & np.uint64(0x3333333333333333))
        x = (x + (x >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
        return np.int64(nodes[node].first) + np.int64((x * np.uint64(0x0101010101010101)) >> np.uint64(56))
    low, high = np.int64(nodes[node].first), np.int64(nodes[node + 1].first)
    end = high
    while low < high:
        middle = (low + high) >> 1
        if nodes[middle].symbol < symbol:
            low = middle + 1
        else:
            high = middle
    return low if low < end and nodes[low].symbol == symbol else -1


@compiled
def step(model: Grams, node: int, symbol: int) -> tuple[int, float]:
    """A symbol after a history: the history that the next one has, and the score (nats)."""
    lost = 0
    while True:
        found = child(model, node, symbol)
        if found >= 0:
            after = np.int64(model.nodes[found].suffix) if found >= model.top else found
            return after, -STEP * (lost + model.nodes[found].score)
        if node == 0:
            return 0, -STEP * lost + model.floor
        lost += model.nodes[node].left
        node = np.int64(model.nodes[node].suffix)


@compiled
def step_by_kin(model: Grams, node: int, symbol: int) -> tuple[int, float]:
    """The same in a model with classes, where a symbol never seen after the one before it is told by their classes."""
    lost, before = 0, 0
    while node > 0:
        found = child(model, node, symbol)
        if found >= 0:
            after = np.int64(model.nodes[found].suffix) if found >= model.top else found
            return after, -STEP * (lost + model.nodes[found].score)
        lost += model.nodes[node].left
        before, node = node, np.int64(model.nodes[node].suffix)
    after, score = step(model, 0, symbol)
    if before > 0:
        classes = model.kin.classes
        lost -= model.kin.ties[classes[model.nodes[before].symbol], classes[symbol]]
    return after, score - STEP * lost


def shortened(model: Grams, order: int) -> Grams:
    """The model of the n-grams of this length at most, in the same arrays."""
    top = 1
    for _ in range(order - 1):
        top = int(model.nodes["first"][top])
    return model._replace(top=top, order=order)


@compiled
def within(model: Grams, node: int) -> int:
    """A history of a longer model as one of this."""
    while node >= model.top:
        node = np.int64(model.nodes[node].suffix)
    return node


def alone(model: Grams, symbol: int) -> float:
    """The score of a symbol after nothing (nats)."""
    return float(step(model, 0, symbol)[1])
