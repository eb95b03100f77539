"""Measure how reasons are found in English corpora of others: ``python -m tools.reasons_corpora SHARED``.

Each corpus has its own notion of a reason (the Causal News Corpus counts purposes and conditions, and what no word
marks), so that two figures are told: of the weights that ship, which have not seen it, and of weights learnt from the
corpus itself, by cross-validation over its passages with the same features. Nothing is written. Needs scikit-learn.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from tools.reasons_trees import FOLDS, Sample, counted, read, trained

from ravabet.reasoning.linear import overriding

CORPORA = {
    "Causal News Corpus, train (CC0)": "gold/reasons-en-cnc-train.jsonl",
    "BECAUSE, free half (MIT)": "gold/reasons-en-because-half.jsonl",
}


def shipped(found: Sequence[Sample]) -> Counter[str]:
    """What the weights that ship give."""
    return sum((counted(sample) for sample in found), Counter())


def crossed(found: Sequence[Sample]) -> Counter[str]:
    """What weights learnt from the other folds of the same corpus give."""
    total: Counter[str] = Counter()
    for fold in range(FOLDS):
        models = trained([sample for sample in found if sample.fold != fold])
        with ExitStack() as stack:
            for name, model in models.items():
                stack.enter_context(overriding(name, model))
            total.update(shipped([sample for sample in found if sample.fold == fold]))
    return total


def told(n: Counter[str]) -> str:
    """The figures of a tally in one line."""
    p, r = n["right"] / max(n["given"], 1), n["right"] / max(n["gold"], 1)
    f1 = 2 * n["right"] / max(n["given"] + n["gold"], 1)
    passages = 2 * n["both"] / max(n["some"] + n["any"], 1)
    return f"pairs P {p:.3f} R {r:.3f} F1 {f1:.3f} of {n['gold']}; passages F1 {passages:.3f}"


def main(arguments: Sequence[str]) -> int:
    """Print two lines for each corpus."""
    for name, path in CORPORA.items():
        found = list(read(Path(arguments[0]) / path, "en"))
        print(f"{name}, weights that ship: {told(shipped(found))}")
        print(f"{name}, its own weights, {FOLDS} folds: {told(crossed(found))}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
