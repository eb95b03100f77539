"""The tables of a language are read one by one, as they are asked for."""

from __future__ import annotations

import pytest

from ravabet.repairing.tables import Tables, languages, load


@pytest.mark.parametrize("language", languages())
def test_the_letters_are_read_without_the_words(language):
    fresh = Tables(language)
    assert fresh.letters.small
    assert "words" not in vars(fresh)
    assert "numbers" not in vars(fresh)


def test_a_language_is_loaded_once():
    assert load("fa") is load("fa")
    assert load("fa").letters is load("fa").letters
