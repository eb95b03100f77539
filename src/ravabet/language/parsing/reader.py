"""A trained model at work: what spaCy's pipeline computes, without what it keeps in its documents, three times as fast.

The vector of a word before its neighbours are mixed in depends on its signs alone, so it is made once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from ravabet.language.parsing.moves import heads
from ravabet.language.parsing.parse import Parse
from ravabet.language.parsing.signs import signs
from ravabet.language.parsing.store import read

BATCH = 64
"""Sentences that go through the network at once."""
MOST = 1 << 15
"""Words whose vectors are kept: 12 MB."""
SEED = 8
"""What the hash of the first table is seeded with; that of each next one with one more."""
LIFTED = "||"
"""Parts a relation from that of the word to whose subtree it belongs, though it was learned from a word above."""

Signs = tuple[int, ...]
Floats = npt.NDArray[np.float32]
Rows = npt.NDArray[np.uint64]


class Maxout:
    """A layer with several pieces, of which the largest counts, brought to the same mean and spread for every word."""

    def __init__(self, weights: Floats, bias: Floats, scale: Floats, shift: Floats) -> None:
        units, pieces, width = weights.shape
        self.weights = np.ascontiguousarray(weights.transpose(2, 1, 0)).reshape(width, pieces * units)
        self.bias, self.scale, self.shift = bias.T.ravel(), scale, shift
        self.units = units

    def __call__(self, rows: Floats) -> Floats:
        """A row for each row."""
        pieces = rows @ self.weights
        pieces += self.bias
        most = pieces[:, : self.units]
        for begin in range(self.units, pieces.shape[1], self.units):
            np.maximum(most, pieces[:, begin : begin + self.units], out=most)
        apart: Floats = most - self._mean(most)
        apart *= (self._mean(apart * apart) + np.float32(1e-8)) ** np.float32(-0.5)
        apart *= self.scale
        apart += self.shift
        return apart

    def _mean(self, rows: Floats) -> Floats:
        """The mean of each row, as ``rows.mean`` with less ado."""
        total: Floats = np.add.reduce(rows, axis=1, keepdims=True)
        total /= np.float32(self.units)
        return total


class Words:
    """The vectors of words by their signs, each sign looked up in its table; ``mix`` makes one vector of all."""

    def __init__(self, tables: Sequence[Floats], mix: Maxout) -> None:
        self.tables, self.mix = tables, mix
        self.places: dict[Signs, int] = {}
        self.kept: Floats = np.empty((MOST, mix.units), np.float32)

    def vectors(self, words: Sequence[Signs]) -> Floats:
        """A row for each word; those not met before are made first."""
        different = dict.fromkeys(words)
        if len(self.places) + len(different) > MOST:
            self.places.clear()
        if len(different) > MOST:  # one batch of very long sentences
            return self._made(words)
        new = [word for word in different if word not in self.places]
        if new:
            begin = len(self.places)
            self.kept[begin : begin + len(new)] = self._made(new)
            self.places.update((word, at) for at, word in enumerate(new, begin))
        return self.kept[[self.places[word] for word in words]]

    def _made(self, words: Sequence[Signs]) -> Floats:
        places = hashed(np.array(words, np.uint64), np.arange(SEED, SEED + len(self.tables), dtype=np.uint64))
        return self.mix(np.hstack([t[places[:, n] % len(t)].sum(axis=1) for n, t in enumerate(self.tables)]))


def hashed(keys: Rows, seeds: Rows) -> Rows:
    """Four numbers of 32 bits for each key: the 128 bits of MurmurHash3 (Appleby), each column with its own seed."""
    mixed = keys * np.uint64(0x87C37B91114253D5)
    mixed = (mixed << np.uint64(31)) | (mixed >> np.uint64(33))
    other = seeds ^ np.uint64(8)  # the length of a key
    mixed = (mixed * np.uint64(0x4CF5AD432745937F) ^ other) + other
    mixed, other = _stirred(mixed), _stirred(other + mixed)
    mixed = mixed + other
    other = mixed + other
    low, high = np.uint64(0xFFFFFFFF), np.uint64(32)
    return np.stack((mixed & low, mixed >> high, other & low, other >> high), axis=-1)


def _stirred(numbers: Rows) -> Rows:
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        numbers = (numbers ^ (numbers >> np.uint64(33))) * np.uint64(factor)
    return numbers ^ (numbers >> np.uint64(33))


class Network:
    """A trained model; a sentence has the same parse whatever stands beside it.

    ``arrays`` come in the order of ``network.parameters``.
    """

    def __init__(self, language: str, settings: dict[str, Any], arrays: Sequence[Floats]) -> None:
        self.language = language
        given = iter(arrays)
        tables = [next(given) for _ in settings["rows"]]
        mix, *self.layers = (Maxout(*(next(given) for _ in range(4))) for _ in range(1 + settings["depth"]))
        self.words = Words(tables, mix)
        self.tags = _linear(given)
        self.labels = [_label(name) for name in settings["kinds"]["morph"]]
        told, self.bias, padding = next(given), next(given).T.copy(), next(given)
        self.told = told.transpose(3, 0, 2, 1).reshape(told.shape[3], -1).copy()
        self.padding = padding[0].transpose(0, 2, 1).copy()
        self.scores = _linear(given)
        self.narrowed = _linear(given)
        moves = [(int(kind), name) for kind, names in sorted(settings["moves"].items()) for name in _ordered(names)]
        self.kinds = np.array([kind for kind, _ in moves])
        self.relations = [name for _, name in moves]

    def parse(self, sentences: Iterable[Sequence[str]]) -> list[Parse]:
        """The parses of sentences given as token texts."""
        found = list(sentences)
        full = [at for at, words in enumerate(found) if words]
        parses = [Parse((), (), (), ())] * len(found)
        for begin in range(0, len(full), BATCH):
            batch = full[begin : begin + BATCH]
            for at, parse in zip(batch, self._batch([found[at] for at in batch]), strict=True):
                parses[at] = parse
        return parses

    def _batch(self, sentences: list[Sequence[str]]) -> Iterator[Parse]:
        """The parses of some sentences, none of them empty."""
        edges = np.cumsum([0, *map(len, sentences)])
        rows = self.words.vectors([signs(word, self.language) for words in sentences for word in words])
        mixed = self._mixed(rows, edges)
        narrow: Floats = mixed @ self.narrowed[0] + self.narrowed[1]
        told: Floats = (narrow @ self.told).reshape(len(mixed), *self.padding.shape)
        arcs = heads(told, self.padding, self.bias, *self.scores, self.kinds, edges)
        tagged = [self.labels[number] for number in (mixed @ self.tags[0] + self.tags[1]).argmax(axis=1).tolist()]
        over, moves = (found.tolist() for found in arcs)
        for begin, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
            relations = ["ROOT" if move < 0 else self.relations[move] for move in moves[begin:end]]
            yield _parsed(over[begin:end], relations, tagged[begin:end])

    def _mixed(self, rows: Floats, edges: npt.NDArray[np.int64]) -> Floats:
        """The vectors of words with those of their neighbours mixed in, layer by layer.

        Between sentences lie as many empty rows as there are layers, so that none sees another.
        """
        gap = len(self.layers)
        places = np.arange(len(rows)) + gap * np.repeat(np.arange(1, len(edges)), np.diff(edges))
        whole = np.zeros((len(rows) + gap * len(edges) + 2, rows.shape[1]), np.float32)
        inner = whole[1:-1]
        inner[places] = rows
        shape, strides = (len(inner), 3 * rows.shape[1]), whole.strides
        beside = np.lib.stride_tricks.as_strided(whole, shape, strides)  # each row with the one before and behind
        for layer in self.layers:
            inner += layer(np.ascontiguousarray(beside))
        mixed: Floats = inner[places]
        return mixed


def _linear(given: Iterator[Floats]) -> tuple[Floats, Floats]:
    """The weights (inputs by outputs) and what is added."""
    return np.ascontiguousarray(next(given).T), next(given)


def _label(name: str) -> tuple[str, str]:
    """Kind and features of a label of the tagger."""
    pairs = dict(pair.split("=") for pair in name.split("|") if "=" in pair)
    kind = pairs.pop("POS", "X")
    return kind, "|".join(f"{key}={value}" for key, value in sorted(pairs.items()))


def _ordered(names: dict[str, int]) -> list[str]:
    """The relations of one kind of move in the order of their numbers: the commonest first."""
    return sorted(names, key=lambda name: (names[name], name), reverse=True)


def _parsed(over: list[int], relations: list[str], labels: list[tuple[str, str]]) -> Parse:
    """What was found; where the parser left several roots, the others hang on the first verb, or else the first."""
    kinds, feats = zip(*labels, strict=True)
    for at, relation in enumerate(relations):
        if LIFTED in relation:
            relations[at], _, wanted = relation.partition(LIFTED)
            over[at] = _lowered(at, wanted, over, relations)
    roots = [at for at, head in enumerate(over) if head < 0]
    top = next((at for at in roots if kinds[at] == "VERB"), roots[0])
    for at in roots:
        if at == top:
            relations[at] = "root"
        else:
            over[at], relations[at] = top, "punct" if kinds[at] == "PUNCT" else "parataxis"
    return Parse(tuple(over), tuple(relations), kinds, feats)


def _lowered(at: int, wanted: str, over: list[int], relations: list[str]) -> int:
    """The first word below the head of ``at`` with the wanted relation, else that head (Nivre and Nilsson 2005)."""
    row = [over[at]]
    while row:
        row = [child for head in row for child, own in enumerate(over) if own == head and child != at]
        for child in row:
            if relations[child] == wanted:
                return child
    return over[at]


@cache
def loaded(language: str) -> Network:
    """The model of a language, read once a process; raises LexiconError where there is none."""
    return Network(language, *read(language))
