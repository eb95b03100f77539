"""Train the ranker of outcomes on annotated passages (``tools/annotated.py``) of all languages together.

usage: python -m tools.train_outcomes [--check | --ship LANGUAGE...]

Learned from the acts that stand on a gold trigger of their type, those of wider news among them: each outcome that
their mentions allow is a row, right or wrong. The probabilities of the mentions come from role models that have not
seen the passage. Printed, by five folds: how many acts of real passages have both sides right. Written: the ranker that
is shipped, and to build/outcomes those that each leave a fold out, by which ``tools/train_judge.py`` measures.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sklearn.ensemble import HistGradientBoostingClassifier
from tools.annotated import FOLDS, in_folds, wider_folds
from tools.boosting import Trees, ours_binned
from tools.train_judge import DATA, FOLD, TRAINED, all_but, fold_folder, gold_sides, train_roles

from ravabet.coding.judging.ranking import FEATURES, Priors, Ranker, outcome_features
from ravabet.coding.judging.roles import own_people, scored
from ravabet.coding.learned.boosted import boosted, packed
from ravabet.coding.learned.linear import GRAMMAR_ALONE
from ravabet.coding.place import Place
from ravabet.coding.sides.outcomes import Outcome, Scored, outcomes
from ravabet.lexicon import UNORDERED

TREES: dict[str, Any] = {
    **{"max_iter": 150, "learning_rate": 0.08, "max_leaf_nodes": 31, "min_samples_leaf": 20, "l2_regularization": 1.0},
    **{"random_state": 0, "early_stopping": False},
}
"""Chosen by the cross-validation printed here and half B of other news: with trees of 15 leaves 1,994 of 3,093 acts of
real news and 3,152 of 4,658 of half B have both sides right, with these 2,010 and 3,167."""
LEAST_ACTS, PSEUDO = 4, 0.2
"""Acts from which a frame or type has shares of its own; what each share is taken to be, as one act more."""

Sides = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True)
class Example:
    """A gold act with the outcomes that its mentions allow."""

    language: str
    fold: int
    place: Place
    options: list[Scored]
    found: list[Outcome]
    own: float
    gold: Sides
    weight: float
    real: bool

    def right(self, outcome: Outcome) -> bool:
        """Whether an outcome has both sides as the annotators have them."""
        actors, recipients = outcome.codes
        if self.place.frame.type in UNORDERED:
            return (actors | recipients, frozenset()) == self.gold
        return (actors, actors if self.place.between_equals and self.place.frame.mutual else recipients) == self.gold

    def rows(self, priors: Priors) -> list[tuple[float, ...]]:
        """What is told to the ranker of each outcome."""
        return outcome_features(self.place, self.options, self.found, self.own, priors)


def examples(language: str) -> list[Example]:
    """The gold acts of a language, their mentions judged by models that have not seen the passage."""
    folds, wider = in_folds(language), wider_folds(language)
    made = []
    for number in range(FOLDS):
        known = train_roles(all_but(number, folds, wider))
        for passage in (*folds[number], *wider[number]):
            for place, gold in zip(passage.places, passage.gold, strict=True):
                if gold is not None:
                    options = scored(place, known)
                    own = own_people(place, options, known)
                    source, target = gold_sides(gold)
                    found = list(outcomes(place, options))
                    about = (passage.weight, passage.real)
                    made.append(Example(language, number, place, options, found, own, (source, target), *about))
    return made


def priors_of(known: Iterable[Example]) -> dict[str, tuple[float, float, float]]:
    """By frame and type: the shares of acts done to own people, without an actor, without a recipient."""
    counts: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0, 0])
    for example in known:
        source, target = example.gold
        for name in (example.place.frame.id, example.place.frame.type):
            for at, holds in enumerate((source == target, not source, not target, True)):
                counts[name][at] += holds * example.weight
    return {
        name: ((own + PSEUDO) / (n + 1), (nobody + PSEUDO) / (n + 1), (none + PSEUDO) / (n + 1))
        for name, (own, nobody, none, n) in sorted(counts.items())
        if n >= LEAST_ACTS
    }


def learn(known: list[Example]) -> tuple[Trees, Priors]:
    """The trees and shares learned from some acts."""
    priors = priors_of(known)
    rows = [row for example in known for row in example.rows(priors)]
    right = [example.right(outcome) for example in known for outcome in example.found]
    weights = [example.weight for example in known for _ in example.found]
    model = HistGradientBoostingClassifier(**TREES).fit(rows, right, sample_weight=weights)
    return ours_binned(model, FEATURES), priors


def write(folder: Path, name: str, trees: Trees, priors: Priors) -> None:
    """Put a ranker where ``read_ranker`` finds it under a name."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}-outcome.tsv.gz").write_bytes(packed(trees))
    rows = ["\t".join([kind, *(f"{share:.3f}" for share in shares)]) for kind, shares in priors.items()]
    (folder / f"{name}-outcome-priors.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--ship", nargs="+", default=(*TRAINED, GRAMMAR_ALONE), help="the languages to write it for")
    parser.add_argument("--check", action="store_true", help="do not write the ranker that is shipped")
    args = parser.parse_args()
    known = [example for language in TRAINED for example in examples(language)]
    right: Counter[str] = Counter()
    for fold in range(FOLDS):
        trees, priors = learn([e for e in known if e.fold != fold])
        write(fold_folder(fold), FOLD, trees, priors)
        ranker = Ranker(boosted(FEATURES, trees), priors)
        for example in known:
            if example.fold == fold and example.real:
                best = ranker.best(example.place, example.options, example.own)[0]
                right[example.language] += example.right(best)
    for language in TRAINED:
        acts = sum(e.language == language and e.real for e in known)
        print(f"{language}: {right[language]} of {acts} acts with both sides right ({right[language] / acts:.3f})")
    if not args.check:
        learned = learn(known)
        for name in args.ship:
            write(DATA, name, *learned)


if __name__ == "__main__":
    main()
