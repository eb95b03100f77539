"""The passages of the gate are what they say they are: words of their text, known types and codes, right dates."""

import pytest

from ravabet.lexicon.entries import TYPES

from . import GOLD, LANGUAGES
from .passages import faults, read


def passages(language):
    return read(GOLD / f"{language}.jsonl")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_passage_is_sound(language):
    told = passages(language)
    assert [(p["id"], fault) for p in told for fault in faults(p)] == []
    assert len({p["id"] for p in told}) == len({p["text"] for p in told}) == len(told) >= 90


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_types_and_enough_of_nothing_are_there(language):
    told = passages(language)
    assert {event["type"] for p in told for event in p["events"]} == set(TYPES)
    assert sum(not p["events"] for p in told) >= len(told) / 5
    assert sum(bool(p["reasons"]) for p in told) >= len(told) / 4


def test_the_check_sees_what_is_wrong():
    event = {"type": "AID", "source": [], "target": [], "date": "2024-02", "precision": "month", "where": "Rome"}
    event |= {"trigger": "helps", "status": "happened"}
    passage = {"text": "Nobody was there.", "published": "2024-01-01", "events": [event], "reasons": []}
    assert len(list(faults(passage))) == 3
    with pytest.raises(ValueError):
        list(faults(passage | {"events": [event | {"precision": "day"}]}))
