"""What is kept comes back as it was."""

import dataclasses

import pytest

from ravabet.explaining import why
from ravabet.model import Box, Document, InputError, Layout
from ravabet.store import EventFilter, Project, document_id, event_ids
from ravabet.store.packing import pack_layout, pack_numbers, unpack_layout, unpack_numbers


def plain(event):
    """An event without its id."""
    return dataclasses.replace(event, id="", confidence=round(event.confidence, 4))


def test_codings_come_back_whole(project, codings):
    docs = [row[0] for row in project.query("SELECT doc FROM document")]
    kept = {coding.document.text: coding for coding in project.codings(docs)}
    assert len(kept) == len(codings)
    for coding in codings:
        again = kept[coding.document.text]
        assert {plain(event) for event in again.events} == {plain(event) for event in coding.events}
        assert again.document.repair == coding.document.repair
        assert (again.document.published, again.document.title) == (coding.document.published, coding.document.title)
        local = {id: event for event, id in event_ids(again.document.id, coding.events).items()}
        sides = [[tuple(local[id] for id in side.events) for side in (r.cause, r.effect)] for r in again.reasons]
        first = [[side.events for side in (r.cause, r.effect)] for r in coding.reasons]
        assert sorted(map(str, sides)) == sorted(map(str, first))


def test_answer_from_the_project_is_the_answer_from_the_texts(project, codings):
    kept, fresh = project.why("RUS", "KGZ"), why(codings, "RUS", "KGZ")
    assert len(kept.changes) == len(fresh.changes)
    assert {step.words.text for step in kept.changes} == {step.words.text for step in fresh.changes}


def test_every_span_quotes_its_text(project):
    wrong = project.query(
        "SELECT event FROM event JOIN document USING (doc) "
        "WHERE substr(text, sentence_start + 1, sentence_end - sentence_start) <> quote"
    )
    assert wrong == []


def test_pairs_hold_both_sides(project):
    rows = project.query("SELECT count(*) FROM pair WHERE a = b")
    assert rows == [(0,)]
    assert project.query("SELECT count(*) FROM pair WHERE NOT directed AND a < b") == project.query(
        "SELECT count(*) FROM pair WHERE NOT directed AND a > b"
    )
    assert project.count_events(EventFilter(a="RUS", b="KGZ")) > 0


@pytest.mark.parametrize(
    ("asked", "right"),
    [
        (EventFilter(types=("COERCE",)), lambda row: row["type"] == "COERCE"),
        (EventFilter(languages=("ru",)), lambda row: row["language"] == "ru"),
        (EventFilter(least=0.5), lambda row: row["confidence"] >= 0.5),
        (EventFilter(a="KGZ"), lambda row: "KGZ" in row["actors"] + row["recipients"]),
        (EventFilter(a="RUS", b="KGZ", directed=True), lambda row: "RUS" in row["actors"]),
        (EventFilter(has_reason=True), lambda row: row["has_reason"]),
        (EventFilter(month="2025-04"), lambda row: str(row["day"]).startswith("2025-04")),
        (EventFilter(band="0.4"), lambda row: 0.4 <= row["confidence"] < 0.5),
    ],
)
def test_filters(project, asked, right):
    found = project.events(dataclasses.replace(asked, limit=1000))
    every = project.events(EventFilter(limit=1000))
    assert found
    assert all(right(row) for row in found)
    assert project.count_events(asked) == len(found) < len(every)


def test_facets_count_what_is_filtered(project):
    facets = project.facets(EventFilter(types=("COERCE",)))
    assert facets["type"] == [("COERCE", project.count_events(EventFilter(types=("COERCE",))))]
    assert all(a.split("-")[0] < a.split("-")[1] for a, _ in facets["dyad"])


def test_ids_depend_on_what_is_named_alone():
    document = Document("a", "text", source="x")
    assert document_id(document) == document_id(dataclasses.replace(document, id="b", path="elsewhere.txt"))
    assert document_id(document) != document_id(dataclasses.replace(document, source="y"))


def test_layout_and_numbers_are_packed_without_loss():
    layout = Layout(((612.0, 792.0),), [Box(1, 1.25, 2.5, 3.0, 4.75), None])
    assert unpack_layout(pack_layout(layout)) == layout
    assert unpack_numbers(pack_numbers((3, -1, 5))) == (3, -1, 5)


def test_what_is_no_project_is_told(tmp_path):
    with pytest.raises(InputError, match="there is no such project file"):
        Project.open(tmp_path / "none.duckdb")
    (tmp_path / "text.txt").write_text("no database")
    with pytest.raises(InputError, match="is not a project file"):
        Project.open(tmp_path / "text.txt")


def test_empty_project_answers(tmp_path):
    with Project.open(tmp_path / "new.duckdb", create=True) as project:
        assert project.counts().documents == 0
        assert project.facets()["type"] == []
        assert project.why("RUS", "KGZ").steps == ()
