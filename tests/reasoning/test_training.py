"""The sentences written to learn from: every reason has a cause, an effect and a cue that the lexicon knows."""

from __future__ import annotations

import pytest

pytest.importorskip("sklearn")

from tools.reasons_trees import OWN, PASSAGES, own, read, unmarked


def test_marks_are_taken_out_of_a_line():
    text, marked = unmarked("{e The port closed} {q because of} {c the raid}, he said.")
    assert text == "The port closed because of the raid, he said."
    assert [(name, span.of(text)) for name, span in marked] == [
        ("e", "The port closed"),
        ("q", "because of"),
        ("c", "the raid"),
    ]


@pytest.mark.parametrize("path", sorted(OWN.glob("*.txt")), ids=lambda path: path.stem)
def test_every_reason_has_both_sides(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        text, marked = unmarked(line)
        assert not {"{", "}"} & set(text), line
        names = [name for name, _ in marked]
        assert {name[1:] for name in names if name[0] == "c"} == {name[1:] for name in names if name[0] == "e"}, line


def test_most_cues_of_the_sentences_are_seen():
    found = [sample for sample in own("en") if sample.gold]
    seen = [sample for sample in found if any(group.meant for group in sample.groups)]
    assert len(seen) >= 0.9 * len(found)


def test_our_own_passages_are_learnt_from_too():
    found = [sample for sample in read(PASSAGES / "en.jsonl", "en", "pass-en") if sample.gold]
    assert len(found) >= 60
    assert any(group.meant for sample in found for group in sample.groups)
