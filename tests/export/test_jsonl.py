from __future__ import annotations

import json
from typing import Any

from tests.explaining.rivers import TEXT, article

from ravabet.export import coding_line, coding_record
from ravabet.model import Amount, Coding, Document, Event, Problem, Span

TOP = ["id", "language", "published", "repaired", "text", "events", "reasons", "error"]
EVENT = [
    *("id", "type", "mode", "context", "actor", "recipient", "actors", "recipients", "date", "precision", "where"),
    *("amount", "status", "speaker", "score", "confidence", "trigger", "start", "end", "quote", "sentence", "because"),
]
REASON = ["cause", "effect", "cue", "speaker", "kind", "confidence"]


def record() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(coding_line(article()))
    return made


def test_fields_of_the_contract_come_first_and_in_its_order() -> None:
    made = record()
    assert list(made)[: len(TOP)] == TOP
    assert all(list(event)[: len(EVENT)] == EVENT for event in made["events"])
    assert all(list(reason)[: len(REASON)] == REASON for reason in made["reasons"])
    assert list(made["events"][0]["actors"][0]) == ["code", "sector", "name", "start", "end"]
    assert list(made["reasons"][0]["cause"])[:4] == ["text", "start", "end", "event"]


def test_every_offset_gives_its_words() -> None:
    made = record()
    for event in made["events"]:
        assert TEXT[event["start"] : event["end"]] == event["trigger"]
        assert TEXT[slice(*event["sentence"])] == event["quote"]
        for actor in event["actors"] + event["recipients"]:
            assert TEXT[actor["start"] : actor["end"]] == actor["name"]
    for reason in made["reasons"]:
        for part in (reason["cause"], reason["effect"], reason["cue"]):
            assert TEXT[part["start"] : part["end"]] == part["text"]
    assert made["events"] and made["reasons"]


def test_values_of_an_event() -> None:
    event = record()["events"][1]
    assert (event["type"], event["actor"], event["recipient"]) == ("AGREE", ["UZB", "IRN"], [])
    assert (event["date"], event["precision"], event["status"]) == ("2024-03-03", "day", "happened")


def test_reason_names_its_events_and_antecedents() -> None:
    made = record()
    concern = made["reasons"][2]
    assert concern["cause"]["event"] is None
    assert [TEXT[start:end][:7] for start, end in concern["cause"]["stands_for"]] == ["در نتیج", "همچنین "]
    assert made["reasons"][3]["effect"]["event"] == made["events"][2]["id"]


def test_place_and_amount_are_told_where_known() -> None:
    text = "Kenya sent 5 tonnes to Kampala."
    event = Event(
        "1", "AID", "send", Span(6, 10), Span(0, 31), where=Span(23, 30), amount=Amount(5.0, "tonnes", Span(11, 19))
    )
    made = coding_record(Coding(Document("a", text), (event,)))["events"][0]
    assert made["where"] == "Kampala"
    assert made["amount"] == {"value": 5.0, "unit": "tonnes", "start": 11, "end": 19}


def test_rejected_document_gives_its_error() -> None:
    made = coding_record(Coding(Document("x.txt", ""), problem=Problem("x.txt", "is empty")))
    assert made["error"] == {"where": "x.txt", "what": "is empty"}
    assert (made["text"], made["events"], made["reasons"]) == ("", [], [])


def test_same_coding_same_bytes_in_readable_letters() -> None:
    assert coding_line(article()) == coding_line(article())
    assert "ازبکستان" in coding_line(article())
    assert "\n" not in coding_line(article())
