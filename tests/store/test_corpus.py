"""The generated corpus: the same every time, whole, found by the search, and its copies told."""

import datetime

from tools import make_corpus

from ravabet.store import Project
from ravabet.store.verifying import verify


def test_generated_corpus_is_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(make_corpus, "WORDS", 200)
    make_corpus.words.cache_clear()
    shards = [make_corpus.shard(tmp_path, start, 100) for start in (0, 100)]
    first = shards[0].read_bytes()
    assert make_corpus.shard(tmp_path, 0, 100).read_bytes() == first
    path = tmp_path / "p.duckdb"
    make_corpus.make(path)
    make_corpus.merge(path, shards, make_corpus.Facts(datetime.datetime(2026, 1, 1), "test"))
    make_corpus.words.cache_clear()
    with Project.open(path) as project:
        counts = project.counts()
        assert (counts.documents, counts.events) == (200, 2000)
        assert counts.copies > 0
        assert project.query("SELECT count(*) FROM document WHERE title NOT LIKE '[generated]%'") == [(0,)]
    assert list(verify(path)) == []


def test_corpus_goes_on_growing_where_it_was_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(make_corpus, "CHUNK", 20)
    monkeypatch.setattr(make_corpus, "STEP", 40)
    path = tmp_path / "p.duckdb"
    make_corpus.tell(make_corpus.grow(path, 40))
    make_corpus.tell(make_corpus.grow(path, 120))
    assert [step.documents for step in make_corpus.steps(path)] == [40, 80, 120]
    with Project.open(path) as project:
        assert project.query("SELECT count(DISTINCT id) FROM document") == [(120,)]
    assert list(verify(path)) == []
    assert not path.with_name("p.duckdb.parts").exists()
