"""Train what finds the bounds of reasons: ``python -m tools.train_reasons [--check] SHARED [PROFILE ...]``.

SHARED is a folder with ``corpus/fa-news.txt``, ``corpus/fa-news2.txt`` (word counts), ``treebanks/fa_*.conllu``
(Universal Dependencies PerDT and Seraji, CC BY-SA 4.0: where noun phrases end) and ``gold/train-<language>.jsonl``
(reasons annotated by hand). Writes ``fa-words.tsv``, ``fa-joints.tsv`` and ``fa-judge.tsv``, and for the languages that
are parsed (``reasons_trees.py``) ``<language>-sense.tsv``, ``-cause.tsv`` and ``-effect.tsv``, and for the wide profile
(``reasons_wide_train.py``) ``en-wide-*.tsv.gz``, all into ``src/ravabet/reasoning/data``.
PROFILE: ``fa``, ``en``, ``ru``, ``ar`` or ``en-wide`` (half an hour); all where none is named. ``--check`` writes
nothing and prints figures by cross-validation over passages. Needs scikit-learn.

The acts of the lexicon and the parses are signs here: when either has changed, what is learnt changes a little, so
train after both. ``make train-reasons`` fixes what else would change it: the order of sets and the number of threads.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from tools import reasons_trees, reasons_wide_rows, reasons_wide_train
from tools.reasons_treebank import Phrase, causes, phrases
from tools.reasons_wide import both

from ravabet.coding.learned.linear import Linear
from ravabet.language import Sentence, analyse
from ravabet.model import Span
from ravabet.reasoning.cues.find import conjunctions, find
from ravabet.reasoning.find import candidates, least
from ravabet.reasoning.judging import judge
from ravabet.reasoning.linear import overriding
from ravabet.reasoning.sentences.discourse import discourse
from ravabet.reasoning.sentences.view import View, view
from ravabet.reasoning.sides import joints
from ravabet.reasoning.sides.profiles import neighbour
from ravabet.reasoning.sides.side import Pair, Side

LANGUAGE = "fa"
WIDE = reasons_wide_rows.PROFILE
PROFILES = (LANGUAGE, *reasons_trees.LANGUAGES, WIDE)
DATA = Path(__file__).parents[1] / "src" / "ravabet" / "reasoning" / "data"
BANKS = ("perdt-dev", "perdt-test", "seraji-dev", "seraji-test")
FOLDS = 5
SEEN = 60
"""Words counted less often have no profile."""
SMOOTH = 5
"""So many imagined neighbours, spread as by chance, are added to each word's."""
UNREAD = re.compile("[\\u0640\\u00ad\\u0621\\u064b-\\u0652]")
"""Signs that are not written when words are compared; alone they are no word."""
WEIGHTS = {"plain": 1.0, "cause": 3.0, "gold": 5.0}
"""How much a phrase of each kind counts: few stand behind cues, fewer are annotated by hand."""


@dataclass(frozen=True, slots=True)
class Passage:
    """An annotated passage: its views, and its reasons as spans of cause and effect."""

    id: str
    text: str
    views: list[View]
    gold: list[tuple[Span, Span]]

    @property
    def fold(self) -> int:
        return int(hashlib.md5(self.id.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def passages(path: Path) -> list[Passage]:
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        gold = [(_place(text, r["cause"]), _place(text, r["effect"])) for r in row["reasons"]]
        found.append(Passage(row["id"], text, _views(analyse(text, LANGUAGE)), gold))
    return found


def _place(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def _views(sentences: Iterable[Sentence]) -> list[View]:
    data = discourse(LANGUAGE)
    return [view(number, sentence, data, conjunctions(LANGUAGE)) for number, sentence in enumerate(sentences)]


# --- word profiles


def count_words(files: Iterable[Path]) -> str:
    """The content of ``fa-words.tsv``."""
    right: dict[str, Counter[str]] = defaultdict(Counter)
    left: dict[str, Counter[str]] = defaultdict(Counter)
    for file in files:
        text = UNREAD.sub("", file.read_text(encoding="utf-8"))
        for current in _views(analyse(text, LANGUAGE)):
            kinds = [neighbour(current, at) for at in range(-1, current.size + 1)]
            for at, word in enumerate(current.words):
                right[word][kinds[at + 2]] += 1
                left[word][kinds[at]] += 1
    lines = [
        "# Made by tools/train_reasons.py: word, neighbours to the right, neighbours to the left (log2 against chance)."
    ]
    chance = [_shares(right.values()), _shares(left.values())]
    words = [word for word in sorted(right) if right[word].total() >= SEEN and word[:1].isalpha()]
    lines += ["\t".join([word, _lifts(right[word], chance[0]), _lifts(left[word], chance[1])]) for word in words]
    return "\n".join(lines) + "\n"


def _shares(counters: Iterable[Counter[str]]) -> dict[str, float]:
    total: Counter[str] = Counter()
    for counter in counters:
        total.update(counter)
    return {kind: number / total.total() for kind, number in total.items()}


def _lifts(counts: Counter[str], chance: dict[str, float]) -> str:
    size = counts.total() + SMOOTH
    unseen = _rounded(SMOOTH / size)
    found = {kind: _rounded((counts[kind] + SMOOTH * chance[kind]) / size / chance[kind]) for kind in counts}
    named = [f"{kind}:{value}" for kind, value in sorted(found.items()) if value != unseen]
    return " ".join([*named, f"*:{unseen}"])


def _rounded(ratio: float) -> int:
    return max(-3, min(3, round(math.log2(ratio))))


# --- a logistic regression over named features


def fit(rows: Sequence[list[str]], labels: Sequence[int], weights: Sequence[float], c: float, seen: int) -> Linear:
    """Weights of the features that occur at least ``seen`` times; ``c`` is scikit-learn's inverse penalty."""
    counts = Counter(feature for row in rows for feature in set(row))
    columns = {f: n for n, f in enumerate(sorted(f for f, number in counts.items() if number >= seen))}
    inside = [sorted(columns[f] for f in set(row) if f in columns) for row in rows]
    starts = np.cumsum([0, *(len(row) for row in inside)])
    flat = [column for row in inside for column in row]
    matrix = csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), len(columns)))
    model = LogisticRegression(C=c, solver="liblinear").fit(matrix, labels, sample_weight=np.array(weights))
    return Linear({f: float(model.coef_[0][n]) for f, n in columns.items()}, float(model.intercept_[0]))


def written(model: Linear, least: float = 0.01) -> str:
    """A model as a table; weights too small to matter are left out."""
    lines = ["# Made by tools/train_reasons.py: feature, weight (log odds).", f"\t{model.bias:.3f}"]
    lines += [f"{f}\t{w:.3f}" for f, w in sorted(model.weights.items()) if abs(w) >= least]
    return "\n".join(lines) + "\n"


# --- where noun phrases end


def bank_phrases(shared: Path) -> list[Phrase]:
    files = [shared / "treebanks" / f"fa_{name}.conllu" for name in BANKS]
    return [p for file in files for read in (phrases, causes) for p in read(file, LANGUAGE)]


def gold_phrases(found: Iterable[Passage]) -> list[Phrase]:
    """The annotated causes behind cues."""
    result = []
    for passage in found:
        for current in passage.views:
            for hit in find(current, LANGUAGE):
                if hit.cue.shape == "phrase" and hit.end < current.size:
                    result += _annotated(passage, current, hit.start, hit.end, hit.end - hit.cue.keep)
    return result


def _annotated(passage: Passage, current: View, start: int, end: int, first: int) -> list[Phrase]:
    tokens = current.sentence.tokens
    found = []
    for cause, _ in passage.gold:
        if cause.start == tokens[first].start:
            last = max(n for n, token in enumerate(tokens) if token.start < cause.end)
            verb = current.clause_at(start)[1] or next(iter(current.verbs_in(end, current.size)), None)
            if verb and end <= last < verb.start:
                found.append(Phrase(current, end, last, verb.start, True))
    return found


def train_joints(bank: Sequence[Phrase], gold: Sequence[Phrase]) -> Linear:
    rows, labels, weights = [], [], []
    for kind, found in (("bank", bank), ("gold", gold)):
        for p in found:
            weight = WEIGHTS["gold" if kind == "gold" else "cause" if p.cause else "plain"]
            for at in range(p.start, p.last + 1):
                rows.append(joints.features(p.view, p.start, at, p.verb, p.cause))
                labels.append(int(at == p.last))
                weights.append(weight)
    return fit(rows, labels, weights, c=0.8, seen=3)


# --- which way to cut is right


def right(passage: Passage, pair: Pair) -> bool:
    """Whether both sides share at least half their words with one annotated reason."""
    return any(_alike(passage, pair.cause, c) and _alike(passage, pair.effect, e) for c, e in passage.gold)


def _alike(passage: Passage, side: Side, gold: Span) -> bool:
    mine, theirs = _words(passage, side.view.span(side.lo, side.hi)), _words(passage, gold)
    return 2 * len(mine & theirs) >= len(mine | theirs)


def _words(passage: Passage, span: Span) -> frozenset[int]:
    """Offsets of the words a span touches; parts joined by a half-space are one word."""
    found = set()
    for current in passage.views:
        start = 0
        for token in current.sentence.tokens:
            start = start if token.glued else token.start
            if token.is_word and token.start < span.end and token.end > span.start:
                found.add(start)
    return frozenset(found)


Examples = list[tuple[float, list[tuple[list[str], int]]]]
"""For each cue the probability from which it counts, and its ways to cut."""


def examples(found: Iterable[Passage], models: Sequence[Linear]) -> dict[str, tuple[Passage, Examples]]:
    """For each passage and cue, the features and rightness of every way to cut, by the model that has not seen it."""
    result = {}
    for passage in found:
        with overriding({f"{LANGUAGE}-joints": models[passage.fold % len(models)]}):
            ways = candidates(passage.views, LANGUAGE)
        result[passage.id] = (passage, [(least(group[0]), _rows(passage, group)) for group in ways])
    return result


def _rows(passage: Passage, group: Sequence[Pair]) -> list[tuple[list[str], int]]:
    best = max(pair.cause.chance for pair in group)
    return [(judge.features(pair, best), int(right(passage, pair))) for pair in group]


def train_judge(found: Iterable[Examples]) -> Linear:
    flat = [example for groups in found for _, group in groups for example in group]
    return fit([row for row, _ in flat], [label for _, label in flat], [1.0] * len(flat), c=0.05, seen=2)


def check(made: dict[str, tuple[Passage, Examples]]) -> None:
    """Print precision, recall and F1 of pairs by cross-validation as it is, and with the thresholds moved."""
    scored: list[tuple[float, float, int]] = []
    total = sum(len(passage.gold) for passage, _ in made.values())
    for fold in range(FOLDS):
        model = train_judge(groups for passage, groups in made.values() if passage.fold != fold)
        for passage, groups in made.values():
            if passage.fold == fold:
                scored += [(limit, *max((model.probability(row), label) for row, label in g)) for limit, g in groups]
    for extra in (-0.25, 0.0, 0.1, 0.2, 0.3):
        kept = [label for limit, chance, label in scored if chance >= limit + extra]
        p, r = sum(kept) / max(len(kept), 1), sum(kept) / total
        print(f"{extra:+.2f}: P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r):.3f} of {len(kept)}")


def main(arguments: Sequence[str]) -> int:
    checking = "--check" in arguments
    shared, *named = (a for a in arguments if not a.startswith("--"))
    wanted = named or PROFILES
    if LANGUAGE in wanted:
        _persian(Path(shared), checking)
    parsed = list(reasons_trees.samples(Path(shared))) if not {*wanted}.isdisjoint(reasons_trees.LANGUAGES) else []
    if checking:
        reasons_trees.check(parsed, [name for name in reasons_trees.LANGUAGES if name in wanted])
        return 0
    for profile in reasons_trees.LANGUAGES:
        for name, model in reasons_trees.trained(parsed, profile).items() if profile in wanted else ():
            (DATA / f"{name}.tsv").write_text(written(model), encoding="utf-8")
    if WIDE in wanted:
        learnt = reasons_wide_train.made(both(Path(shared)), os.cpu_count() or 1)
        for name, data in reasons_wide_rows.written(learnt).items():
            (DATA / name).write_bytes(data)
    return 0


def _persian(shared: Path, checking: bool) -> None:
    """Print the figures of Persian by cross-validation; write its tables unless ``checking``."""
    gold = passages(shared / "gold" / "train-fa.jsonl")
    if not checking:
        names = ("fa-news.txt", "fa-news2.txt")
        _write("words", count_words(shared / "corpus" / name for name in names))
    bank = bank_phrases(shared)
    models = [train_joints(bank, gold_phrases(p for p in gold if p.fold != fold)) for fold in range(FOLDS)]
    made = examples(gold, models)
    check(made)
    if not checking:
        _write("joints", written(train_joints(bank, gold_phrases(gold))))
        _write("judge", written(train_judge(groups for _, groups in made.values())))


def _write(name: str, content: str) -> None:
    (DATA / f"{LANGUAGE}-{name}.tsv").write_text(content, encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
