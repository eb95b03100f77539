"""Adding: twice changes nothing, readers are not disturbed, what was stopped goes on."""

import json
import os
import signal

import pytest

from ravabet.model import UsageError
from ravabet.scale import add, bring, plan
from ravabet.scale.coding import Task, coded
from ravabet.scale.shards import Shards
from ravabet.store import Project
from ravabet.store.locking import writing
from ravabet.store.verifying import verify

TEXTS = {
    "a": "Kenya accused Uganda of smuggling on 3 May 2024. In response, Uganda recalled its ambassador.",
    "b": "The presidents of Kenya and Uganda met in Nairobi on 9 May 2024.",
    "c": "Uganda thanked Kenya for its help.",
}


def lines(path, names):
    """A file of JSON lines with some of the texts."""
    rows = [{"id": n, "text": TEXTS[n], "language": "en", "published": "2024-05-10", "source": "Paper"} for n in names]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def content(path):
    """All that a project holds but times and runs."""
    with Project.open(path) as project:
        return {
            table: sorted(map(str, project.rows(f"SELECT * EXCLUDE ({without}) FROM {table}")))
            for table, without in (("document", "run, added, path"), ("event", "occurrence"), ("reason", "detail"))
        } | {"pairs": sorted(map(str, project.query("SELECT * FROM pair")))}


def test_adding_twice_changes_nothing(tmp_path):
    path, news = tmp_path / "p.duckdb", lines(tmp_path / "news.jsonl", "abc")
    first = add([news], path, workers=1)
    before = content(path)
    second = add([news], path, workers=1)
    assert (first.added, first.known, second.added, second.known) == (3, 0, 0, 3)
    assert first.events > 0
    assert content(path) == before


def test_any_number_of_workers_gives_the_same(tmp_path):
    news = lines(tmp_path / "news.jsonl", "abc")
    for workers in (1, 2):
        add([news], tmp_path / f"{workers}.duckdb", workers=workers)
    assert content(tmp_path / "1.duckdb") == content(tmp_path / "2.duckdb")


def test_reader_sees_the_new_file_without_being_disturbed(tmp_path):
    path = tmp_path / "p.duckdb"
    add([lines(tmp_path / "one.jsonl", "a")], path, workers=1)
    with Project.open(path) as project:
        cursor = project.cursor()
        assert project.counts().documents == 1
        add([lines(tmp_path / "two.jsonl", "bc")], path, workers=1)
        assert cursor.execute("SELECT count(*) FROM document").fetchall() == [(1,)]
        assert project.counts().documents == 3


def test_finished_shards_of_a_stopped_run_are_taken_over(tmp_path):
    path, news = tmp_path / "p.duckdb", lines(tmp_path / "news.jsonl", "abc")
    add([news], tmp_path / "other.duckdb", workers=1)
    from ravabet.pipeline import read
    from ravabet.store import document_id

    two = [Task(document_id(d), d, None) for d in read(news)][:2]
    Shards(path).write([coded(task) for task in two])
    (Shards(path).folder / "00000002.draft").write_text('{"document": {"doc"')
    report = add([news], path, workers=1)
    assert (report.added, report.known) == (3, 2)
    assert content(path) == content(tmp_path / "other.duckdb")
    assert not Shards(path).folder.exists()


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path):
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.4 broken")
    report = add([bad, lines(tmp_path / "news.jsonl", "ab")], tmp_path / "p.duckdb", workers=1)
    assert (report.added, report.unread, report.uncoded) == (2, 1, 0)
    with Project.open(tmp_path / "p.duckdb") as project:
        assert project.query("SELECT place FROM reject") == [(str(bad),)]


def test_nothing_is_made_of_what_cannot_be_read(tmp_path):
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.4 broken")
    path = tmp_path / "p.duckdb"
    report = add([bad], path, workers=1)
    assert (report.project, report.unread) == (None, 1)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["bad.pdf"]
    add([lines(tmp_path / "news.jsonl", "a")], path, workers=1)
    assert add([bad], path, workers=1).project == str(path)
    assert not list(verify(path))


def test_second_writer_is_told_who_writes(tmp_path):
    path = tmp_path / "p.duckdb"
    (tmp_path / "p.duckdb.lock").write_text("1")  # process 1 lives on every system
    with pytest.raises(UsageError, match="process 1 is adding"), writing(path):
        pass
    (tmp_path / "p.duckdb.lock").write_text("999999999")
    with writing(path):
        assert (tmp_path / "p.duckdb.lock").exists()
    assert not (tmp_path / "p.duckdb.lock").exists()


def killing(task):
    """Codes a document, unless it is one that kills whoever codes it."""
    if "ambassador" in task.document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return coded(task)


def test_document_that_kills_its_process_is_rejected_and_the_rest_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr("ravabet.scale.adding.coded", killing)
    path, news = tmp_path / "p.duckdb", lines(tmp_path / "news.jsonl", "abc")
    report = add([news], path, workers=2)
    assert (report.added, report.coded, report.uncoded, report.unread) == (3, 2, 1, 0)
    assert "killed" in report.rejects[0][1]
    monkeypatch.undo()
    assert add([news], path, workers=1).added == 0
    assert not list(verify(path))
    again = add([], path, workers=1, recode=True)
    assert again.added == 0


def test_coding_anew_keeps_ids_occurrences_and_voices(tmp_path, monkeypatch):
    path, news = tmp_path / "p.duckdb", lines(tmp_path / "news.jsonl", "abc")
    add([news], path, workers=1)
    kept = (
        "SELECT event, occurrence FROM event ORDER BY 1",
        "SELECT doc, voice, copy_of, added FROM document ORDER BY 1",
    )
    with Project.open(path) as project:
        before = [project.query(sql) for sql in kept]
    assert add([], path, workers=1, recode=True).coded == 0, "nothing is older"
    monkeypatch.setattr("ravabet.scale.coding.coder_stamp", lambda **_: "newer")
    monkeypatch.setattr("ravabet.scale.adding.coder_stamp", lambda **_: "newer")
    report = add([], path, workers=1, recode=True)
    assert (report.read, report.coded, report.added, report.recoded) == (0, 3, 0, 3)
    with Project.open(path) as project:
        assert [project.query(sql) for sql in kept] == before
        assert project.query("SELECT DISTINCT coder FROM document") == [("newer",)]
        assert project.counts().documents == 3
    assert not list(verify(path))


def test_plan_tells_what_there_is_to_do(tmp_path):
    path = tmp_path / "p.duckdb"
    news = lines(tmp_path / "news.jsonl", "abc")
    found = plan([news, tmp_path / "none.txt"], path, workers=2)
    assert (found.read, found.new, found.known, len(found.rejects), len(found.first)) == (3, 3, 0, 1, 3)
    assert found.seconds > 0
    assert not path.exists()
    add([news], path, workers=1, limit=2)
    assert plan([news], path).known == 2


def test_events_of_other_data_sets_come_in_once(tmp_path):
    path = tmp_path / "p.duckdb"
    add([lines(tmp_path / "news.jsonl", "a")], path, workers=1)
    event = {"doc": "d0", "origin": "gdelt", "type": "ACCUSE", "quad": 3, "actors": ["KEN"], "recipients": ["UGA"]}
    event |= {"day": "2024-05-03", "confidence": 0.5, "score": -2.0, "quote": "", "sentence_end": 0, "trigger_end": 0}
    document = {"doc": "d0", "origin": "gdelt", "source": "paper.example", "text": ""}

    def records(*ids):
        return [{"document": document, "events": [{"event": f"e{id}", **event} for id in ids]}]

    assert bring(records(1, 2), path).events == 2
    assert bring(records(2, 3), path).events == 1
    with Project.open(path) as project:
        assert project.query("SELECT event FROM event WHERE origin = 'gdelt' ORDER BY 1") == [("e1",), ("e2",), ("e3",)]
        assert project.query("SELECT count(*), min(voice) FROM pair WHERE doc = 'd0'") == [(3, "paper.example")]
        assert project.query("SELECT origin, count(*) FROM document GROUP BY 1 ORDER BY 1") == [
            ("coded", 1),
            ("gdelt", 1),
        ]
    assert not list(verify(path))


def test_judgements_are_folded_in_once(tmp_path):
    path = tmp_path / "p.duckdb"
    line = json.dumps(
        {"judgement": "j1", "target": "e1", "kind": "event", "verdict": "accept", "at": "2026-01-02T03:04:05"}
    )
    (tmp_path / "p.duckdb.judgements.jsonl").write_text(line + "\n" + line + "\n" + line[:40])
    for text in "ab":
        add([lines(tmp_path / "news.jsonl", text)], path, workers=1)
    with Project.open(path) as project:
        assert project.query("SELECT judgement, verdict FROM judgement") == [("j1", "accept")]


def test_large_merges_are_done_in_parts(tmp_path, monkeypatch):
    news = lines(tmp_path / "news.jsonl", "abc")
    add([news], tmp_path / "whole.duckdb", workers=1)
    monkeypatch.setattr("ravabet.store.merging.PART", 1)
    monkeypatch.setattr(Shards.writer.__wrapped__, "__defaults__", (1,))
    add([news], tmp_path / "parts.duckdb", workers=1)
    assert content(tmp_path / "parts.duckdb") == content(tmp_path / "whole.duckdb")


def test_a_fast_run_says_so_and_is_coded_anew_without_being_fast(tmp_path):
    path, news = tmp_path / "p.duckdb", lines(tmp_path / "news.jsonl", "c")
    add([news], path, workers=1, fast=True)
    with Project.open(path) as project:
        ((stamp,),) = project.query("SELECT DISTINCT coder FROM document")
        assert project.query("SELECT lexicon FROM run") == [(stamp,)]
    assert stamp.endswith("-fast")
    assert add([], path, workers=1, fast=True, recode=True).recoded == 0
    assert add([], path, workers=1, recode=True).recoded == 1
