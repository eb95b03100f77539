"""The annotations of news that the coder learns from: well formed, without sentences, of what they say they are of."""

import json

import pytest
from tools import annotate
from tools.annotate import placed, proposals, read, reason, span
from tools.annotated import READ, SHARED, quoted
from tools.coverage import covered

from ravabet.lexicon import TYPES

TEXT = "Peru recalled its envoy. Chile said that Peru recalled its envoy too late."
ROWS = [
    json.loads(line) for path in sorted(READ.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()
]
LEARNED = ("ar", "ru", "en")
KEYS = {"type", "source", "target", "trigger", "source_text", "target_text", "status"}


def test_there_are_annotations_of_all_four_languages():
    assert {row["id"][:2] for row in ROWS} == {"fa", "ar", "ru", "en"}
    assert len({row["id"] for row in ROWS}) == len(ROWS)


def test_no_sentence_is_kept():
    for row in ROWS:
        assert row.keys() - {"reasons"} == {"id", "file", "lines", "sha256", "readings", "events"}
        for event in row["events"]:
            assert event.keys() == KEYS
            assert event["type"] in TYPES
            assert all(len(code) <= 16 and code.isupper() for code in event["source"] + event["target"])
            for start, end in (event["trigger"], *event["source_text"], *event["target_text"]):
                assert 0 <= start < end
        for told in row.get("reasons", ()):
            assert told.keys() == {"cause", "effect", "cue"}
            assert all(start < end for start, end in (told["cause"], told["effect"], told["cue"] or (0, 1)))


def test_reasons_are_annotated_where_they_are_learned_from():
    read = {language: sum(row["id"].startswith(language) and "reasons" in row for row in ROWS) for language in LEARNED}
    assert all(count > 400 for count in read.values()), read


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


def test_a_reason_is_placed_where_its_words_stand():
    told = reason("Peru recalled its envoy | Chile said | that", TEXT, "a:1")
    assert {name: TEXT[slice(*place)] for name, place in told.items()} == {
        "cause": "Peru recalled its envoy",
        "effect": "Chile said",
        "cue": "that",
    }
    assert reason("Peru recalled its envoy | Chile said |", TEXT, "a:1")["cue"] is None
    with pytest.raises(ValueError, match=r"^a:1: write cause"):
        reason("Peru recalled its envoy | | that", TEXT, "a:1")


def test_a_second_reader_is_shown_what_the_first_left_out():
    text = "Peru imposed sanctions on Chile. Chile expelled two Peruvian diplomats."
    shown = proposals(text, "en", [("SANCTION", "imposed sanctions")])
    assert any(line.startswith("SANCTION | expelled") and line.endswith("| CHL | PER") for line in shown)
    assert not any("imposed" in line for line in shown)


def test_the_second_reading_of_a_batch_is_what_is_stored(tmp_path, monkeypatch):
    monkeypatch.setattr(annotate, "READ", tmp_path / "read")
    one = {"file": "corpus/x.txt", "lines": [3, 4], "text": TEXT}
    (tmp_path / "index.json").write_text(json.dumps([one]), encoding="utf-8")
    (tmp_path / "batch1.ann").write_text("# 0\n", encoding="utf-8")
    (tmp_path / "batch1.second").write_text(
        "# 0\nSANCTION | recalled its envoy | PER | CHL | Peru | | happened\n", encoding="utf-8"
    )
    (tmp_path / "batch1.reasons").write_text("# 0\nPeru recalled its envoy | Chile said |\n", encoding="utf-8")
    annotate.store("en", tmp_path)
    row = json.loads((tmp_path / "read" / "en.jsonl").read_text(encoding="utf-8"))
    assert (row["readings"], row["events"][0]["source"], len(row["reasons"])) == (2, ["PER"], 1)


def test_the_words_of_an_event_are_covered_by_the_types_of_the_acts_on_them():
    row = {"text": TEXT, "events": [{"type": "SANCTION", "trigger": "recalled its envoy"}]}
    assert [kinds for _, kinds in covered([row], "en")] == [{"SANCTION"}]


def test_a_passage_without_events_is_read_too(tmp_path):
    path = tmp_path / "batch1.ann"
    path.write_text("# 3\n\n# 4\nSANCTION | x | A | B | | | happened\n", encoding="utf-8")
    assert read(path) == {3: [], 4: [(4, "SANCTION | x | A | B | | | happened")]}
