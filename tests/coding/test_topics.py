"""Documents that name states and hold no acts of theirs."""

import pytest

from ravabet.coding.coder import events
from ravabet.coding.judging.topics import aside
from ravabet.coding.scene import scene
from ravabet.language import analyse

MATCH = "تیم والیبال لهستان در دیدار فینال لیگ با تیم ترکیه دیدار کرد. سرمربی لهستان از بازیکنان خود تشکر کرد."
FILM = "کارگردان اتریشی فیلم سینمایی تازه‌اش را به جشنواره تونس برد. بازیگران این فیلم با وزیر تونس دیدار کردند."
TALKS = (
    "وزیر خارجه لهستان با همتای ترکیه‌ای خود در آنکارا دیدار کرد. تیم مذاکره‌کننده لهستان از ورزشگاه شهر هم بازدید کرد."
)


@pytest.mark.parametrize(("text", "topic"), [(MATCH, "sport"), (FILM, "culture"), (TALKS, None), ("", None)])
def test_topic(text, topic):
    assert aside(analyse(text, "fa"), "fa") == topic


def test_a_match_is_no_meeting():
    assert not events(scene(MATCH, "fa", None), 0.0)
    assert events(scene(TALKS, "fa", None), 0.0)
