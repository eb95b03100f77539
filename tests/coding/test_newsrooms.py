"""How a newsroom shows whose it is."""

import re

import pytest

from ravabet.coding.mentions.words import Newsroom

ROOM = Newsroom(("our shore", "hill"), re.compile(r"(?<!\w)(?:our shore|hill)(?!\w)"))


@pytest.mark.parametrize(
    ("text", "times"),
    [("on our shore and on the hill", 2), ("the hilly land", 0), ("hilly, up the hill", 1), ("on the shore", 0)],
)
def test_it_shows_itself_by_whole_words(text: str, times: int):
    assert ROOM.shown(text) == times
