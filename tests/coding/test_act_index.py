"""The index of expressions leaves out none that a sentence may hold, and tries few that it cannot."""

from __future__ import annotations

import pytest

from ravabet.coding.acts.index import has_compounds, index, tried
from ravabet.lexicon import LANGUAGES

CODED = [language for language in LANGUAGES if language in ("fa", "ar", "ru", "en")]


@pytest.mark.parametrize("language", CODED)
def test_every_expression_is_tried_where_its_words_stand(language):
    known = index(language)
    for number, entry in enumerate(known.entries):
        forms = frozenset({"", *(word.split("/")[-1] for word in entry.nouns if word != "...")})
        by_verb = entry.verb is not None and (len(entry.words) == 1 or not has_compounds(language))
        if by_verb and entry.verb is not None:
            verbs = entry.words[entry.verb].split("/")
            assert all(number in tried(known.verbs[verb], forms) for verb in verbs), entry.id
        else:
            assert number in tried(known.nouns, forms), entry.id


@pytest.mark.parametrize("language", CODED)
def test_an_expression_of_two_nouns_is_not_tried_for_one(language):
    known = index(language)
    for number, entry in enumerate(known.entries):
        words = [word for word in entry.nouns if word != "..."]
        if len(words) == 2 and words[0] != words[1] and "/" not in "".join(words):
            assert number not in tried(known.nouns, frozenset({"", words[0]})), entry.id


def test_nothing_is_tried_without_words():
    assert tried(index("fa").nouns, frozenset()) == set()
