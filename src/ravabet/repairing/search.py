"""Second pass: the runs of the lattice put together with whole contexts and words, over all lines of a text.

A beam walks each line from its right end to its left, as a reader does, and is carried over line ends, because a
printed line goes on with the sentence of the line before it. A hypothesis is scored by the letter model (its context
now reaching over short runs), by the word model, and by what its cuts cost.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from ravabet.repairing.atoms import LETTERS, SPACE, Line, Symbols, mirrored, spelled
from ravabet.repairing.lattice import COSTS, Costs, after_lone_space, explore, joint_costs, through
from ravabet.repairing.tables import UNKNOWN, Tables

BEAM = 16
MARGIN = 10.0
"""Runs that no line within this many nats of the best holds are not looked at again."""

WORD_WEIGHT = 0.67
"""Weight of the word model; the letter model has the rest."""

LETTER_OF_UNKNOWN = 1.6
"""Nats a letter of a word outside the vocabulary costs: the entropy of the letter model within words."""


RARE_HALF_SPACE = 0.0017
"""How often a half-space stands between two words that never had one beside them in training."""


CACHE = 0.12
"""Weight of the pairs that the text repeats."""

SHARPNESS = 0.25
"""How far the scores are trusted when chances are made of them: under 1, because the two models see the same words."""

SURE = (0.2, 0.55)
"""The chance that a line is exactly right, by its share: fitted on 164 held-out lines (27 to 69 per cent right)."""

_LINE_END = -2

History = tuple[int, ...]
"""The numbers of the words before."""


@dataclass(frozen=True, slots=True)
class State:
    """What the score of the text to come depends on: the last symbols, the last words, and the word begun."""

    tail: bytes
    words: History
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
    share: float = 1.0
    """Of a whole line: its chance among the lines it was weighed against."""


@dataclass(frozen=True, slots=True)
class Order:
    """The order found for a line: its cut points and the joints, by the start of the later run, with a half-space."""

    cuts: tuple[int, ...]
    halves: frozenset[int]
    confidence: float | None = None


class Words:
    """Scores of words after the words before them: what the tables say, mixed with what the text itself repeats.

    Names and set phrases come back within an article, and most of its words still have their right neighbours inside a
    run. So a pair of words seen side by side on another line is likelier here (a cache: Kuhn and De Mori 1990).
    """

    def __init__(self, tables: Tables, texts: Sequence[str]) -> None:
        self._tables, self._width = tables, tables.words.width
        self._known: dict[tuple[History, int], float] = {}
        self._nodes: dict[tuple[int, int], int] = {}
        self._own: dict[str, int] = {}
        self._pairs = [self._neighbours(text) for text in texts]
        self._all = sum(self._pairs, Counter[tuple[int, int]]())
        self._firsts = Counter[int]()
        for (first, _), n in self._all.items():
            self._firsts[first] += n
        self._here = self._pairs[0] if texts else Counter[tuple[int, int]]()
        self.start: History = (UNKNOWN,) * (tables.words.order - 1)

    def turn_to(self, line: int) -> None:
        """Leave the pairs of this line out of the cache: here they are what is to be judged."""
        self._here = self._pairs[line]

    def number(self, word: str) -> int:
        """The number of a word: that of the tables, or one of this text's own above them."""
        found = self._tables.numbers.get(word)
        return self._own.setdefault(word, self._width + len(self._own)) if found is None else found

    def score(self, before: History, word: str) -> tuple[float, History]:
        """The score of a word (nats), and the history that the next one has."""
        number = self.number(word)
        found = self._known.get((before, number))
        if found is None:
            found = self._look_up(tuple(self._listed(n) for n in before), self._listed(number))
            if number >= self._width:
                found -= LETTER_OF_UNKNOWN * len(word)
            self._known[before, number] = found
        pair = (before[-1], number)
        repeated = self._all.get(pair, 0)
        if repeated:
            repeated -= self._here.get(pair, 0)
        if repeated > 0:
            share = repeated / (self._firsts[before[-1]] + 1)
            found = math.log((1 - CACHE) * math.exp(found) + CACHE * share)
        return found, (*before[1:], number)

    def _listed(self, number: int) -> int:
        return number if number < self._width else UNKNOWN

    def _neighbours(self, text: str) -> Counter[tuple[int, int]]:
        numbers = [self.number(word) for word in split_words(text)]
        return Counter(pairwise(numbers))

    def _look_up(self, before: History, number: int) -> float:
        model = self._tables.words
        left = 0.0
        for start in range(len(before) + 1):
            node = 0
            for word in before[start:]:
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
            keys, wanted = self._tables.words.keys, node * self._tables.words.width + word
            place = int(np.searchsorted(keys, wanted))
            found = self._nodes[key] = place + 1 if place < len(keys) and keys[place] == wanted else -1
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
    letters = Letters(tables)
    words = Words(tables, [spelled(mirrored(line.symbols)) for line in lines])
    paths = [Path(0.0, State(bytes([SPACE]), words.start, ""))]
    for number, line in enumerate(lines):
        words.turn_to(number)
        if len(line):
            walk = _Walk(tables, letters, words, line, number, costs)
            paths = walk.over(paths)
    return _orders(max(paths, key=lambda path: path.score), lines)


def _orders(path: Path | None, lines: Sequence[Line]) -> list[Order]:
    cuts: list[set[int]] = [set() for _ in lines]
    halves: list[set[int]] = [set() for _ in lines]
    shares = [1.0] * len(lines)
    while path is not None:
        if path.line == _LINE_END and path.back is not None:
            shares[path.back.line] = path.share
        if path.line >= 0 and path.start > 0:
            cuts[path.line].add(path.start)
        if path.line >= 0 and path.half:
            halves[path.line].add(path.start)
        path = path.back
    return [
        Order(tuple(sorted(c)), frozenset(h), round(SURE[0] + SURE[1] * share, 3))
        for c, h, share in zip(cuts, halves, shares, strict=True)
    ]


class _Walk:
    """The beam over one line."""

    def __init__(self, tables: Tables, letters: Letters, words: Words, line: Line, number: int, costs: Costs) -> None:
        self.tables, self.letters, self.words, self.costs = tables, letters, words, costs
        self.symbols: Symbols = mirrored(line.symbols)
        self.coded, self.text = self.symbols.tobytes(), spelled(self.symbols)
        self.size, self.number, self.line = len(line), number, line
        self.joint, self.both = joint_costs(self.symbols, costs)
        self.lone = after_lone_space(self.joint, self.symbols, costs)
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
        return _shared(self._best(finished))

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
            joint = self.joint if path.end - path.start > 1 else self.lone
            cost += self._half_cost(path.state.begun, start, end) if half else joint[path.end, start]
        score = path.score + (1 - WORD_WEIGHT) * letters + WORD_WEIGHT * word_score - float(cost)
        return Path(score, State(text[-reach:], history, begun), path, self.number, start, end, half)

    def _half_cost(self, left: str, start: int, end: int) -> float:
        lead = self._divided(start, end)[0] or self._divided(start, end)[2]
        rate = max(self.tables.after.get(left, 0.0), self.tables.before.get(lead, 0.0), RARE_HALF_SPACE)
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

    def _worded(self, state: State, start: int, end: int, half: bool) -> tuple[float, History, str]:
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
        return Path(score, state, path, _LINE_END)


def split_words(text: str) -> list[str]:
    """Folded text as words, every stop, number and foreign stretch a word of its own."""
    return "".join(char if char in LETTERS else f" {char} " for char in text).split()


def divide(text: str) -> tuple[str, list[str], str]:
    """Folded text as (letters before its first gap or stop, whole words, letters after its last)."""
    first = next((i for i, char in enumerate(text) if char not in LETTERS), len(text))
    last = next((i for i in range(len(text), 0, -1) if text[i - 1] not in LETTERS), 0)
    if first == len(text):
        return "", [], text
    return text[:first], split_words(text[first:last]), text[last:]


def _shared(paths: list[Path]) -> list[Path]:
    """The paths with the chance each has among them."""
    weights = [math.exp(SHARPNESS * (path.score - paths[0].score)) for path in paths]
    return [replace(path, share=weight / sum(weights)) for path, weight in zip(paths, weights, strict=True)]


def _keep(found: dict[State, Path], path: Path) -> None:
    other = found.get(path.state)
    if other is None or other.score < path.score:
        found[path.state] = path
