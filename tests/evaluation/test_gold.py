"""The passages of the gate are what they say they are: words of their text, known types and codes, right dates."""

import datetime
import json

import pytest

from ravabet.lexicon.entries import TYPES

from . import GOLD, LANGUAGES

STATUS = {"happened", "denied", "planned", "claimed"}
FORMS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y", None: None}


def passages(language):
    return [json.loads(line) for line in (GOLD / f"{language}.jsonl").read_text("utf-8").splitlines()]


def faults(passage):
    text = passage["text"]
    datetime.date.fromisoformat(passage["published"])
    for event in passage["events"]:
        words = [event["trigger"], *([event["where"]] if event["where"] else [])]
        yield from (f"{word!r} is not in the text" for word in words if word not in text)
        if event["type"] not in TYPES or event["status"] not in STATUS:
            yield f"no such type or status: {event['type']} {event['status']}"
        if not event["source"] + event["target"]:
            yield f"nobody takes part in {event['trigger']!r}"
        if (event["date"] is None) != (event["precision"] is None):
            yield "date and precision do not go together"
        if event["date"]:
            datetime.datetime.strptime(event["date"], FORMS[event["precision"]])
    for reason in passage["reasons"]:
        spans = [reason["cause"], reason["effect"], *([reason["cue"]] if reason["cue"] else [])]
        yield from (f"{span!r} is not in the text" for span in spans if span not in text)


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
