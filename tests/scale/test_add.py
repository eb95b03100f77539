"""Adding: twice changes nothing, readers are not disturbed, what was stopped goes on."""

import json

import pytest

from ravabet.model import UsageError
from ravabet.scale import add
from ravabet.scale.locking import writing
from ravabet.scale.shards import Shards
from ravabet.store import Project

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
    from ravabet.scale.add import Task, coded
    from ravabet.store import document_id

    two = [Task(document_id(d), d, None) for d in read(news)][:2]
    Shards(path).write(coded(two))
    (Shards(path).folder / "00000002.draft").write_text('{"document": {"doc"')
    report = add([news], path, workers=1)
    assert (report.added, report.known) == (3, 2)
    assert content(path) == content(tmp_path / "other.duckdb")
    assert not Shards(path).folder.exists()


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path):
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.4 broken")
    report = add([bad, lines(tmp_path / "news.jsonl", "ab")], tmp_path / "p.duckdb", workers=1)
    assert (report.added, report.rejected) == (2, 1)
    with Project.open(tmp_path / "p.duckdb") as project:
        assert project.query("SELECT place FROM reject") == [(str(bad),)]


def test_second_writer_is_told_who_writes(tmp_path):
    path = tmp_path / "p.duckdb"
    (tmp_path / "p.duckdb.lock").write_text("1")  # process 1 lives on every system
    with pytest.raises(UsageError, match="process 1 is adding"), writing(path):
        pass
    (tmp_path / "p.duckdb.lock").write_text("999999999")
    with writing(path):
        assert (tmp_path / "p.duckdb.lock").exists()
    assert not (tmp_path / "p.duckdb.lock").exists()
