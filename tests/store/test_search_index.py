"""The index of the search: brought in piece by piece, mended, taken out."""

import json

import pytest

from ravabet.language.stems import VERSION
from ravabet.model import InputError, Span
from ravabet.scale import add
from ravabet.store import Project
from ravabet.store.file import replaced
from ravabet.store.search import indexing

TEXTS = ["The minister visited Nairobi on day {n}.", "Rain fell on the hills of village {n}."]


def lines(folder, numbers):
    path = folder / f"news{numbers.start}.jsonl"
    rows = ({"id": f"n{n}", "language": "en", "text": TEXTS[n % 2].format(n=n)} for n in numbers)
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.fixture
def path(tmp_path):
    project = tmp_path / "p.duckdb"
    for start in range(0, 12, 4):
        add([lines(tmp_path, range(start, start + 4))], project, workers=1)
    return project


def total(path, question):
    with Project.open(path) as project:
        return project.search(question).total


def segments(path):
    with Project.open(path) as project:
        kept = json.loads(project.meta[indexing.SEGMENTS])
        last = [no for (no,) in project.query("SELECT max(no) FROM searched")]
        rows = project.query("SELECT stem, no FROM posting")
    return kept, last[0], rows


def test_what_comes_later_is_found_too(path):
    assert total(path, "minister nairobi") == 6
    assert total(path, "hill") == 6
    assert total(path, "village 11") == 1


def test_small_segments_are_taken_up_in_order(path):
    kept, last, rows = segments(path)
    assert kept == [[last, 12]]
    assert rows == sorted(rows)


def test_large_segments_stay(path, tmp_path, monkeypatch):
    monkeypatch.setattr(indexing, "LARGE", 6)
    add([lines(tmp_path, range(20, 24))], path, workers=1)
    kept, last, _ = segments(path)
    assert [number for _, number in kept] == [12, 4]
    assert kept[-1][0] == last
    assert total(path, "minister") == 8


def test_documents_that_are_forgotten_are_not_found_and_come_back(path):
    with replaced(path) as connection:
        indexing.forget(connection, "SELECT doc FROM document WHERE text LIKE '%Nairobi%'")
    assert (total(path, "minister"), total(path, "hills")) == (0, 6)
    with replaced(path) as connection:
        assert indexing.renew(connection) == 6
    assert (total(path, "minister"), total(path, "hills")) == (6, 6)


def test_an_index_of_another_version_is_told_and_made_anew(path, tmp_path):
    with replaced(path) as connection:
        connection.execute("UPDATE meta SET value = 'old' WHERE key = ?", [indexing.VERSIONED])
    with pytest.raises(InputError, match="--renew-index"):
        total(path, "minister")
    add([lines(tmp_path, range(30, 32))], path, workers=1)
    assert total(path, "minister") == 7
    with Project.open(path) as project:
        assert project.meta[indexing.VERSIONED] == str(VERSION)


def test_an_empty_project_has_nothing(tmp_path):
    with Project.open(tmp_path / "p.duckdb", create=True) as project:
        assert project.search("anything").total == 0


def test_places_of_title_text_and_coded_sentences():
    text = "One two. Three four five."
    told = indexing.postings("A title here", text, "en", [Span(9, 25), Span(9, 25)])
    places = {row["stem"]: row["places"] for row in told["postings"]}
    assert places["titl"] == [0]
    assert places["here"] == [1]
    assert places["one"] == [indexing.TEXT]
    assert places["five"] == [indexing.TEXT + 4]
    assert told["quoted"] == [{"first": indexing.TEXT + 2, "last": indexing.TEXT + 4}]
    assert told["words"] == 7
