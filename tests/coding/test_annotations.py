"""The annotations of news that the coder learns from: well formed, without sentences, of what they say they are of."""

import json

import pytest
from tools.annotate import placed, read, span
from tools.annotated import READ, SHARED, quoted

from ravabet.lexicon import TYPES

TEXT = "Peru recalled its envoy. Chile said that Peru recalled its envoy too late."
ROWS = [
    json.loads(line) for path in sorted(READ.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()
]
KEYS = {"type", "source", "target", "trigger", "source_text", "target_text", "status"}


def test_there_are_annotations_of_all_four_languages():
    assert {row["id"][:2] for row in ROWS} == {"fa", "ar", "ru", "en"}
    assert len({row["id"] for row in ROWS}) == len(ROWS)


def test_no_sentence_is_kept():
    for row in ROWS:
        assert row.keys() == {"id", "file", "lines", "sha256", "events"}
        for event in row["events"]:
            assert event.keys() == KEYS
            assert event["type"] in TYPES
            assert all(len(code) <= 10 and code.isupper() for code in event["source"] + event["target"])
            for start, end in (event["trigger"], *event["source_text"], *event["target_text"]):
                assert 0 <= start < end


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is absent, which holds the news that was annotated")
def test_the_news_is_still_what_was_annotated():
    for row in ROWS:
        assert all(event["trigger"] for event in quoted(row)["events"])


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is absent, which holds the news that was annotated")
def test_news_that_has_changed_is_named():
    with pytest.raises(ValueError, match=r"are not those that were annotated"):
        quoted(ROWS[0] | {"sha256": "0" * 16})


def test_an_event_is_placed_where_its_words_stand():
    event = placed("SANCTION | recalled its envoy | PER | CHL | Peru | Chile | happened", TEXT, "a:1")
    assert TEXT[slice(*event["trigger"])] == "recalled its envoy"
    assert (event["source"], event["target"], event["status"]) == (["PER"], ["CHL"], "happened")
    assert event["source_text"] == [[0, 4]]


def test_of_words_that_stand_twice_those_near_the_act_are_meant():
    assert span("Peru", TEXT, "a:1", TEXT.index("too late")) == [41, 45]


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("SANCTION | recalled its envoy | PER | CHL", "write TYPE"),
        ("RECALL | recalled its envoy | PER | CHL | Peru | Chile | happened", "write TYPE"),
        ("SANCTION | withdrew | PER | CHL | Peru | Chile | happened", "«withdrew» does not stand"),
        ("SANCTION | recalled its envoy | Peru | CHL | Peru | Chile | happened", "Peru is no code"),
    ],
)
def test_a_line_that_does_not_fit_is_refused(line, wrong):
    with pytest.raises(ValueError, match=rf"^a:1: {wrong}"):
        placed(line, TEXT, "a:1")


def test_a_passage_without_events_is_read_too(tmp_path):
    path = tmp_path / "batch1.ann"
    path.write_text("# 3\n\n# 4\nSANCTION | x | A | B | | | happened\n", encoding="utf-8")
    assert read(path) == {3: [], 4: [(4, "SANCTION | x | A | B | | | happened")]}
