"""Measure how reasons are found in English corpora of others: ``python -m tools.reasons_corpora SHARED``.

Each corpus has its own notion of a reason (the Causal News Corpus counts purposes and conditions, and what no word
marks), so that two figures are told: of the weights that ship, which have learnt from it as ``RECIPES`` says, and of
weights learnt from the corpus alone, by cross-validation over its passages with the same features. Nothing is written.
Needs scikit-learn.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tools.reasons_trees import CORPORA, FOLDS, Recipe, counted, crossed, own, read, told
from tools.reasons_wide import both
from tools.reasons_wide_train import crossed as crossed_wide

HELPED = Recipe({"news": 0, "because": 1, "own-en": 0.3}, {"news": 0, "because": 1, "own-en": 0.3, "cnc": 0.2})
WIDE = {"wide": "cnc", "because-wide": "because"}
NAMES = {"cnc": "Causal News Corpus, train (CC0)", "because": "BECAUSE, free half (MIT)"}


def main(arguments: Sequence[str]) -> int:
    """Print two lines for each corpus, and one of the wide profile, which learns from both."""
    for name, path in CORPORA.items():
        found = list(read(Path(arguments[0]) / path, "en", name))
        alone = Recipe({name: 1}, {name: 1})
        print(f"{NAMES[name]}, weights that ship: {told(sum((counted(s) for s in found), Counter()))}")
        print(f"{NAMES[name]}, its own weights, {FOLDS} folds: {told(crossed(found, found, 'en', alone))}")
    helped = [s for name, path in CORPORA.items() for s in read(Path(arguments[0]) / path, "en", name)]
    tested = [s for s in helped if s.source == "because"]
    figures = told(crossed([*helped, *own("en")], tested, "en", HELPED))
    print(f"{NAMES['because']}, and sides of the first corpus and of our own sentences, {FOLDS} folds: {figures}")
    for source, counts in crossed_wide(both(Path(arguments[0])), os.cpu_count() or 1).items():
        print(f"{NAMES[WIDE[source]]}, wide profile learnt from both, {FOLDS} folds: {told(counts)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
