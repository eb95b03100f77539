"""Second pass: the runs of the lattice put together with whole contexts and words, over all lines of a text.

A beam walks each line from its right end to its left, as a reader does, and is carried over line ends, because a
printed line goes on with the sentence of the line before it. A hypothesis is scored by the letter model (its context
now reaching over short runs), by the word model, and by what its cuts cost.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ravabet.repairing.atoms import ALPHABET, FIRST_LETTER, SPACE, Line, Symbols, mirrored, spelled
from ravabet.repairing.lattice import COSTS, Costs, explore, joint_costs, through
from ravabet.repairing.tables import UNKNOWN, Tables

BEAM = 24
MARGIN = 12.0
"""Runs that no line within this many nats of the best holds are not looked at again."""

WORD_WEIGHT = 0.5
"""Weight of the word model; the letter model has the rest."""

LETTER_OF_UNKNOWN = 2.2
"""Nats a letter of a word outside the vocabulary costs: the entropy of the letter model within words."""


@dataclass(frozen=True, slots=True)
class State:
    """What the score of the text to come depends on: the last symbols, two words, and the word begun."""

    tail: bytes
    words: tuple[int, int]
    begun: str


@dataclass(frozen=True, slots=True)
class Path:
    """A way through the text so far: its score, its last run (line, start, end), whether a half-space comes first."""

    score: float
    state: State
    back: Path | None = None
    line: int = -1
    start: int = 0
    end: int = 0
    half: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """The order found for a line: its cut points and the joints, by the start of the later run, with a half-space."""

    cuts: tuple[int, ...]
    halves: frozenset[int]
    confidence: float | None = None


class Words:
    """Scores of words after the two before them, remembered."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._known: dict[tuple[int, int, int], float] = {}
        self._nodes: dict[tuple[int, int], int] = {}

    def score(self, before: tuple[int, int], word: str) -> tuple[float, tuple[int, int]]:
        """The score of a word (nats), and the history that the next one has."""
        number = self._tables.numbers.get(word, UNKNOWN)
        key = (*before, number)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._look_up(before, number)
        if number == UNKNOWN:
            found -= LETTER_OF_UNKNOWN * len(word)
        return found, (before[1], number)

    def _look_up(self, before: tuple[int, int], number: int) -> float:
        model = self._tables.words
        left = 0.0
        for history in (before, before[1:], ()):
            node = 0
            for word in history:
                node = self._child(node, word)
            if node < 0:
                continue
            child = self._child(node, number)
            if child >= 0:
                return left + float(model.score[child])
            left += float(model.left[node])
        return left - math.log(model.width)

    def _child(self, node: int, word: int) -> int:
        if node < 0:
            return -1
        key = (node, word)
        found = self._nodes.get(key)
        if found is None:
            wanted = node * self._tables.words.width + word
            place = int(np.searchsorted(self._tables.words.keys, wanted))
            held = place < len(self._tables.words.keys) and self._tables.words.keys[place] == wanted
            found = self._nodes[key] = place + 1 if held else -1
        return found


class Letters:
    """Scores of symbols after the seven before them, looked up in batches and remembered."""

    def __init__(self, tables: Tables) -> None:
        self._model = tables.letters
        self.reach = self._model.order - 1
        self._known: dict[bytes, float] = {}

    def prepare(self, grams: set[bytes]) -> None:
        """Look up n-grams (context and symbol) that are not known yet."""
        by_length: dict[int, list[bytes]] = {}
        for gram in grams:
            if gram not in self._known:
                by_length.setdefault(len(gram), []).append(gram)
        for length, missing in by_length.items():
            table = np.frombuffer(b"".join(missing), dtype=np.uint8).reshape(-1, length).astype(np.int64)
            self._known.update(zip(missing, self._scores(table).tolist(), strict=True))

    def score(self, text: bytes, start: int) -> float:
        """The score of ``text`` from ``start`` on, the symbols before it being context."""
        known, reach = self._known, self.reach
        return sum(known[text[max(0, i - reach) : i + 1]] for i in range(start, len(text)))

    def grams(self, text: bytes, start: int) -> list[bytes]:
        """The n-grams that ``score`` needs."""
        return [text[max(0, i - self.reach) : i + 1] for i in range(start, len(text))]

    def _scores(
        self, table: np.ndarray[tuple[int, int], np.dtype[np.int64]]
    ) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
        model, (rows, length) = self._model, table.shape
        score = np.zeros(rows, dtype=np.float32)
        for start in range(length - 1, -1, -1):
            node = np.zeros(rows, dtype=np.int64)
            for k in range(start, length - 1):
                node = model.child(node, table[:, k])
            child = model.child(node, table[:, -1])
            left = np.where(node >= 0, model.left[node], 0) if start < length - 1 else 0
            score = np.where(child >= 0, model.score[child], score + left)
        return score


def search(tables: Tables, lines: Sequence[Line], costs: Costs = COSTS) -> list[Order]:
    """The best order of the lines, taken together."""
    letters, words = Letters(tables), Words(tables)
    paths = [Path(0.0, State(bytes([SPACE]), (UNKNOWN, UNKNOWN), ""))]
    for number, line in enumerate(lines):
        if len(line):
            walk = _Walk(tables, letters, words, line, number, costs)
            paths = walk.over(paths)
    return _orders(max(paths, key=lambda path: path.score), lines)


def _orders(path: Path | None, lines: Sequence[Line]) -> list[Order]:
    cuts: list[set[int]] = [set() for _ in lines]
    halves: list[set[int]] = [set() for _ in lines]
    while path is not None:
        if path.line >= 0 and path.start > 0:
            cuts[path.line].add(path.start)
        if path.line >= 0 and path.half:
            halves[path.line].add(path.start)
        path = path.back
    return [Order(tuple(sorted(c)), frozenset(h)) for c, h in zip(cuts, halves, strict=True)]


class _Walk:
    """The beam over one line."""

    def __init__(self, tables: Tables, letters: Letters, words: Words, line: Line, number: int, costs: Costs) -> None:
        self.tables, self.letters, self.words, self.costs = tables, letters, words, costs
        self.symbols: Symbols = mirrored(line.symbols)
        self.coded, self.text = self.symbols.tobytes(), spelled(self.symbols)
        self.size, self.number, self.line = len(line), number, line
        self.joint, self.both = joint_costs(self.symbols, costs)
        self.passing = through(self.symbols, costs)
        self._parts: dict[tuple[int, int], tuple[str, list[str], str]] = {}
        self._inner: dict[tuple[int, int], float] = {}

    def over(self, paths: list[Path]) -> list[Path]:
        """The paths carried over the line, best first."""
        before = np.frombuffer(paths[0].state.tail, dtype=np.uint8)
        lattice = explore(self.tables.letters, self.line, before, MARGIN, self.costs)
        waiting: dict[int, dict[State, Path]] = {self.size: {path.state: path for path in paths}}
        for end in range(self.size, 0, -1):
            here = waiting.pop(end, None)
            if here:
                self._extend(self._best(here), end, lattice.runs.get(end, []), waiting)
        finished: dict[State, Path] = {}
        for path in waiting[0].values():
            _keep(finished, self._closed(path))
        return self._best(finished)

    def _best(self, found: dict[State, Path]) -> list[Path]:
        return sorted(found.values(), key=lambda path: -path.score)[:BEAM]

    def _extend(self, paths: list[Path], end: int, starts: list[int], waiting: dict[int, dict[State, Path]]) -> None:
        wanted: list[tuple[Path, int, bool, bytes]] = []
        grams: set[bytes] = set()
        reach = self.letters.reach
        for path in paths:
            for start in starts:
                run = self.coded[start:end]
                grams.update(self.letters.grams(run, 0))
                first = path.line != self.number
                for half in (False, True) if not first and self.both[path.end, start] else (False,):
                    text = path.state.tail + (bytes([SPACE]) if half else b"") + run
                    grams.update(self.letters.grams(text[: len(path.state.tail) + reach + half], len(path.state.tail)))
                    wanted.append((path, start, half, text))
        self.letters.prepare(grams)
        for path, start, half, text in wanted:
            _keep(waiting.setdefault(start, {}), self._extended(path, start, end, half, text))

    def _extended(self, path: Path, start: int, end: int, half: bool, text: bytes) -> Path:
        reach, known = self.letters.reach, len(path.state.tail)
        near = text[: known + reach + half]
        letters = self.letters.score(near, known) + self._rest(start + reach, end)
        word_score, history, begun = self._worded(path.state, start, end, half)
        cost = self.passing[end - 1] - self.passing[start]
        if path.line == self.number:
            cost += self._half_cost(path.state.begun, start, end) if half else self.joint[path.end, start]
        score = path.score + (1 - WORD_WEIGHT) * letters + WORD_WEIGHT * word_score - float(cost)
        return Path(score, State(text[-reach:], history, begun), path, self.number, start, end, half)

    def _half_cost(self, left: str, start: int, end: int) -> float:
        lead = self._divided(start, end)[0] or self._divided(start, end)[2]
        rate = max(self.tables.after.get(left, 0.0), self.tables.before.get(lead, 0.0), 0.01)
        return -math.log(rate)

    def _rest(self, start: int, end: int) -> float:
        """The letter score of a run beyond the reach of what comes before it."""
        if start >= end:
            return 0.0
        key = (start, end)
        if key not in self._inner:
            head = start - self.letters.reach
            text = self.coded[head:end]
            self.letters.prepare(set(self.letters.grams(text, self.letters.reach)))
            self._inner[key] = self.letters.score(text, self.letters.reach)
        return self._inner[key]

    def _divided(self, start: int, end: int) -> tuple[str, list[str], str]:
        """A run as the end of a word begun before it, whole words, and the beginning of one that may go on."""
        key = (start, end)
        if key not in self._parts:
            self._parts[key] = divide(self.text[start:end])
        return self._parts[key]

    def _worded(self, state: State, start: int, end: int, half: bool) -> tuple[float, tuple[int, int], str]:
        lead, whole, begun = self._divided(start, end)
        score, history, open_word = 0.0, state.words, state.begun
        if half and open_word:
            score, history = self.words.score(history, open_word)
            open_word = ""
        if not whole and not lead and begun == self.text[start:end]:
            return score, history, open_word + begun
        if open_word + lead:
            more, history = self.words.score(history, open_word + lead)
            score += more
        for word in whole:
            more, history = self.words.score(history, word)
            score += more
        return score, history, begun

    def _closed(self, path: Path) -> Path:
        """The path with the line end read as a space."""
        score, state = path.score, path.state
        if state.tail[-1] != SPACE:
            text = state.tail + bytes([SPACE])
            grams = self.letters.grams(text, len(state.tail))
            self.letters.prepare(set(grams))
            score += (1 - WORD_WEIGHT) * self.letters.score(text, len(state.tail))
            state = State(text[-self.letters.reach :], state.words, state.begun)
        if state.begun:
            more, history = self.words.score(state.words, state.begun)
            score += WORD_WEIGHT * more
            state = State(state.tail, history, "")
        return Path(score, state, path, -2, 0, 0, False)


def divide(text: str) -> tuple[str, list[str], str]:
    """Folded text as (letters before its first gap or stop, whole words, letters after its last)."""
    first = next((i for i, char in enumerate(text) if ALPHABET.find(char) < FIRST_LETTER), len(text))
    last = next((i for i in range(len(text), 0, -1) if ALPHABET.find(text[i - 1]) < FIRST_LETTER), 0)
    if first == len(text):
        return "", [], text
    return text[:first], _words(text[first:last]), text[last:]


def _words(text: str) -> list[str]:
    spaced = "".join(char if ALPHABET.find(char) >= FIRST_LETTER else f" {char} " for char in text)
    return spaced.split()


def _keep(found: dict[State, Path], path: Path) -> None:
    other = found.get(path.state)
    if other is None or other.score < path.score:
        found[path.state] = path
