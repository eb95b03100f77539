"""Every kind of damage but runs in screen order is found, undone, replayed, and traced back to what came."""

import pytest
from tests.repairing import harm
from tests.repairing.passages import ARABIC, CLEAN, PERSIAN

from ravabet.model import INSERTED
from ravabet.repairing import repair, replay

KINDS = {
    "lines reversed": harm.line_reversed,
    "words reversed": harm.words_reversed,
    "words left to right": harm.words_left_to_right,
    "presentation forms": harm.shaped,
}


def close(one, other):
    """The share of words that two texts have in the same places."""
    first, second = one.replace("\u200c", " ").split(), other.replace("\u200c", " ").split()
    return sum(a == b for a, b in zip(first, second, strict=False)) / max(len(first), len(second))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("texts", [PERSIAN, ARABIC], ids=["fa", "ar"])
def test_damage_is_undone(kind, texts):
    lines = harm.printed("\n".join(texts))
    arrived = "\n".join(map(KINDS[kind], lines))
    done = repair(arrived)
    assert done.damages and close(arrived, "\n".join(lines)) < 0.5
    assert close(done.text, "\n".join(lines)) > 0.95
    assert replay(arrived, done.steps) == done.text
    assert len(done.offsets) == len(done.text)
    assert all(place == INSERTED or 0 <= place < len(arrived) for place in done.offsets)


@pytest.mark.parametrize("codec", harm.MISREAD)
def test_misread_bytes_are_read_again(codec):
    text = PERSIAN[0]
    done = repair(harm.misread(text, codec))
    assert done.damages and done.text == text


@pytest.mark.parametrize("name", CLEAN)
def test_sound_text_shows_no_damage_of_any_kind(name):
    assert repair(CLEAN[name]).damages == ()
