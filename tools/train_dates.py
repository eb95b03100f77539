"""Train the model of dates (``coding/dating.py``) on the annotated news of ``../shared/gold``, all languages together.

usage: python -m tools.train_dates [--check]

Learned from the acts that stand on a gold trigger of their type, as one choice for each: which of the dates round it is
the gold's, or none (a conditional logit).
Our own passages are left out: few of them tell a date. Printed, by five folds: the share of dated acts with the right
date and of undated ones left undated, by the clauses alone and at several probabilities. ``--check`` writes nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer
from tools.annotated import FOLDS, load_passages, parted
from tools.train_judge import DATA, TRAINED

from ravabet.coding.dates.dated import by_clauses
from ravabet.coding.dates.dating import LEAST, Choice, best, choices
from ravabet.coding.learned.linear import Linear, packed

STRENGTH = 0.1
"""Inverse strength of regularisation, chosen by the cross-validation printed here."""
SMALLEST = 0.005
"""Weights nearer to nothing are not kept."""
SHOWN = (0.2, LEAST, 0.25, 0.27, 0.3, 0.35)


@dataclass(frozen=True)
class Example:
    """An act of the gold: the dates round it, the one that clauses give it, and the gold's."""

    language: str
    fold: int
    found: list[Choice]
    ruled: str | None
    gold: str | None


def examples(language: str) -> list[Example]:
    """The gold acts of a language, each gold event once."""
    made = []
    for number, fold in enumerate(parted(load_passages(language))):
        for passage in fold:
            seen: list[object] = []
            for place, gold in zip(passage.places, passage.gold, strict=True):
                if gold is not None and gold not in seen:
                    seen.append(gold)
                    ruled = by_clauses(place)
                    made.append(Example(language, number, choices(place), ruled.date if ruled else None, gold["date"]))
    return made


def learn(known: Iterable[Example]) -> Linear:
    """The weights learned from some acts."""
    acts = [example for example in known if example.found]
    rows = [(number, choice) for number, act in enumerate(acts) for choice in act.found]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(sorted(choice.facts), 1) for _, choice in rows])
    of = np.array([number for number, _ in rows])
    right = np.array([float(choice.when.date == acts[number].gold) for number, choice in rows])

    def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        """Minus the log-likelihood of the right choices, and its slope; no date is a choice of log-odds 0."""
        odds = matrix @ weights[:-1] + weights[-1]
        most = np.zeros(len(acts))
        np.maximum.at(most, of, odds)
        parts = np.exp(odds - most[of])
        whole = np.exp(-most) + np.bincount(of, parts, len(acts))
        slope = parts / whole[of] - right
        off = np.append(weights[:-1], 0.0) / STRENGTH
        total = np.sum(np.log(whole) + most) - odds @ right + weights @ off / 2
        return float(total), np.append(matrix.T @ slope, slope.sum()) + off

    found = minimize(loss, np.zeros(matrix.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x
    weights = zip(vectorizer.get_feature_names_out(), found[:-1], strict=True)
    return Linear({name: float(w) for name, w in weights if abs(w) >= SMALLEST}, float(found[-1]))


def shares(told: Iterable[tuple[Example, str | None]]) -> str:
    """By language: the share of dated acts with the right date, and of undated ones left undated."""
    parts = list(told)
    shown = []
    for language in TRAINED:
        own = [(example.gold, date) for example, date in parts if example.language == language]
        dated = [gold == date for gold, date in own if gold]
        undated = [date is None for gold, date in own if not gold]
        shown.append(f"{language} {sum(dated) / len(dated):.3f} {sum(undated) / len(undated):.3f}")
    return "  ".join(shown)


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    args = parser.parse_args()
    known = [example for language in TRAINED for example in examples(language)]
    models = [learn(e for e in known if e.fold != fold) for fold in range(FOLDS)]
    print("dated right, undated left undated")
    print(f"clauses  {shares((e, e.ruled) for e in known)}")
    for least in SHOWN:
        print(f"{least:<7}  {shares((e, _day(e, models[e.fold], least)) for e in known)}")
    if not args.check:
        (DATA / "date.tsv.gz").write_bytes(packed(learn(known)))


def _day(example: Example, model: Linear, least: float) -> str | None:
    when = best(example.found, model, least)
    return when.date if when else None


if __name__ == "__main__":
    main()
