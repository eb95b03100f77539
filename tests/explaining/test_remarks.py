"""Why a text was coded so, told in four languages."""

import pytest

from ravabet import pipeline
from ravabet.coding.explain import Remark
from ravabet.explaining.phrases import phrases
from ravabet.explaining.remarks import said
from ravabet.lexicon import LANGUAGES
from ravabet.model import Document

WORDS = {"type": "AID", "words": "sent grain"}
ACT = {**WORDS, "entry": "send-aid:send* grain"}
REMARKS = [
    Remark("aside"),
    Remark("sentence", {"n": "3", "text": "It rained."}),
    Remark("no_act", {"actors": "Kenya = KEN"}),
    Remark("no_act", {"actors": ""}),
    Remark("event", {**WORDS, "actors": "KEN", "recipients": "UGA", "sure": "0.71", "because": "act send-aid"}),
    Remark("event", {**WORDS, "actors": "", "recipients": "UGA", "sure": "0.71", "because": "act send-aid"}),
    *(Remark("no_event", ACT, lack) for lack in ("nobody", "one_side", "wished", "before")),
    Remark("no_event", {**ACT, "sure": "0.08", "needed": "0.20"}, "unsure"),
    Remark("no_event", {**ACT, "other": "help:send*"}, "rival"),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_remark_is_said_in_every_language(language):
    told = [said(remark, phrases(language)) for remark in REMARKS]
    assert len(set(told)) == len(told)
    for remark, line in zip(REMARKS, told, strict=True):
        assert all(value in line for name, value in remark.slots.items() if name not in ("actors", "recipients"))
        assert "{" not in line


def test_remarks_follow_the_sentences_of_a_text():
    text = "Kenya sent 200 tonnes of grain to Uganda on Friday. The president slept. Kenya is a country."
    coding = pipeline.code(Document("d", text, language="en"))
    told = list(pipeline.remarks(coding))
    assert [remark.slots["n"] for remark in told if remark.kind == "sentence"] == ["1", "2", "3"]
    (event,) = (remark for remark in told if remark.kind == "event")
    assert (event.slots["actors"], event.slots["recipients"]) == ("KEN", "UGA")
    assert told[-1] == Remark("no_act", {"actors": "Kenya = KEN"})
    lines = list(pipeline.explained(coding))
    assert lines[1] == "[1] Kenya sent 200 tonnes of grain to Uganda on Friday."
    assert lines[2].startswith("    EVENT AID")
