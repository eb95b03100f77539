"""How mentions stand as numbers: nothing that the coder can tell is without a place in its order."""

from __future__ import annotations

from typing import get_args

import pytest

from ravabet.coding.judging import standing_numbers
from ravabet.coding.judging.ranking import FEATURES, outcome_features, ranker
from ravabet.coding.judging.roles import models, scored
from ravabet.coding.judging.standing_numbers import KIND, NOBODY, NUMBERS, SECTOR, SIDE, of_mention
from ravabet.coding.mentions.mention import MentionKind
from ravabet.coding.place import Place
from ravabet.coding.scene import scene
from ravabet.coding.sides.outcomes import outcomes
from ravabet.lexicon import LANGUAGES, actors


def test_every_kind_of_mention_has_its_number() -> None:
    assert set(KIND) == set(get_args(MentionKind))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sector_of_the_lexicon_has_its_number(language: str) -> None:
    assert {entry.sector for entry in actors(language)} <= set(SECTOR)


def test_no_two_values_share_a_number() -> None:
    orders = [value for name, value in vars(standing_numbers).items() if name.isupper() and isinstance(value, dict)]
    assert len(orders) >= 8
    assert all(len(set(order.values())) == len(order) for order in orders)


def test_who_acts_by_the_grammar_has_the_higher_number() -> None:
    assert SIDE["recipient"] < SIDE["no"] < SIDE["actor-own"] < SIDE["agent"]


def test_a_side_without_a_mention_is_told_apart() -> None:
    assert set(of_mention(None)) == {NOBODY}


def test_each_outcome_has_all_numbers() -> None:
    laid = scene("Norwegian police arrested two Danish journalists on Monday.", "en", None)
    place = Place(laid, 0, laid.acts[0][0])
    options = scored(place, models("en"))
    found = list(outcomes(place, options))
    rows = outcome_features(place, options, found, 0.5, ranker("en").priors)
    assert {len(row) for row in rows} == {len(FEATURES)}
    at = FEATURES.index("one_kind")
    kinds = {NOBODY if outcome.one is None else KIND[outcome.one.mention.kind] for outcome in found}
    assert {row[at] for row in rows} == kinds
    assert FEATURES[-len(NUMBERS) :] == NUMBERS
