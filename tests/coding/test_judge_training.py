"""The judge of a language also learns from the acts of the others, but not their words."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("sklearn")

from sklearn.ensemble import HistGradientBoostingClassifier
from tools.boosting import ours_binned
from tools.train_judge import Told, train_judge, with_own, without_own, wordless

from ravabet.coding.judging.roles import Roles
from ravabet.coding.learned.boosted import boosted
from ravabet.coding.learned.linear import Linear

NOBODY = Roles((), (), 0.0, 0.0, 0.5)


def act(features: list[str], *, event: bool) -> Told:
    """What is told of an act without roles."""
    return Told(NOBODY, features, event, event, 1.0)


def test_both_copies_of_a_feature_weigh_together() -> None:
    learned = Linear({"form=noun": 0.5, "own:form=noun": -0.2, "own:act=en:strike": 0.7}, 0.1)
    assert without_own(learned).weights == pytest.approx({"form=noun": 0.3, "act=en:strike": 0.7})
    assert with_own(["form=noun"]) == ["form=noun", "own:form=noun"]


@pytest.mark.parametrize(
    ("feature", "kept"),
    [("act=ru:visit", False), ("word=match", False), ("verb=say", False), ("tense=past", True), ("AID|noun", True)],
)
def test_words_of_another_language_are_left_out(feature: str, kept: bool) -> None:
    assert (wordless([feature]) == [feature]) is kept


def test_what_others_show_counts_where_the_language_has_not_seen_it() -> None:
    own = [act(["tense=past"], event=n % 2 == 0) for n in range(20)]
    others = [act(["status=denied", "word=x"], event=False) for _ in range(20)]
    alone, together = train_judge(own, []), train_judge(own, others)
    assert alone.event.probability(["status=denied"]) == pytest.approx(0.5, abs=0.05)
    assert together.event.probability(["status=denied"]) < 0.3
    assert "word=x" not in together.event.weights


def test_a_feature_says_in_its_own_language_what_it_says_there() -> None:
    own = [act(["pointed"], event=True) for _ in range(30)] + [act(["plain"], event=False) for _ in range(30)]
    others = [act(["pointed"], event=False) for _ in range(20)] + [act(["plain"], event=True) for _ in range(20)]
    event = train_judge(own, others).event
    assert event.probability(["pointed"]) > event.probability(["plain"])


def test_binned_trees_say_what_scikit_learn_says() -> None:
    draw = np.random.default_rng(0)
    rows = draw.normal(size=(2000, 3)).round(1)
    model = HistGradientBoostingClassifier(max_iter=20, early_stopping=False, random_state=0)
    model.fit(rows, rows[:, 0] * rows[:, 1] + rows[:, 2] > 0)
    trees = ours_binned(model, ("a", "b", "c"))
    assert boosted(("a", "b", "c"), trees).log_odds(rows.tolist()) == pytest.approx(model.decision_function(rows))
