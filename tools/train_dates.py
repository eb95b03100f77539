"""Train the model of dates (``coding/dating.py``) on the annotated news of ``../shared/gold``, all languages together.

usage: python -m tools.train_dates [--check]

Learned from the acts that stand on a gold trigger of their type: each date round one is a row, the gold's or another.
Our own passages are left out: few of them tell a date. Printed, by five folds: the share of dated acts with the right
date and of undated ones left undated, by the clauses alone and at several probabilities. ``--check`` writes nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from tools.annotated import FOLDS, load_passages, parted
from tools.train_judge import DATA, TRAINED

from ravabet.coding.dating import LEAST, Choice, best, by_clauses, choices
from ravabet.coding.linear import Linear, packed

STRENGTH = 0.05
"""Inverse strength of regularisation, chosen by the cross-validation printed here."""
SMALLEST = 0.005
"""Weights nearer to nothing are not kept."""
SHOWN = (0.2, 0.25, LEAST, 0.3, 0.35, 0.4)


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
    rows = [(choice, choice.when.date == example.gold) for example in known for choice in example.found]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(sorted(choice.facts), 1) for choice, _ in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(matrix, [right for _, right in rows])
    weights = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return Linear({name: float(w) for name, w in weights if abs(w) >= SMALLEST}, float(model.intercept_[0]))


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
