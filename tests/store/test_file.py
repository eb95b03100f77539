"""The file: made, brought to today's schema, replaced as a whole, told when it is not one."""

import errno
import os
import shutil

import duckdb
import pytest

from ravabet.model import InputError
from ravabet.store import SCHEMA, Project
from ravabet.store.file import attached, copy, make, migrations, replaced
from ravabet.store.verifying import verify


def older(path, schema):
    """An empty file as it was made when the schema had this number."""
    connection = attached(path, write=True)
    for number, sql in migrations():
        if number <= schema:
            connection.execute(sql)
    facts = [("schema_version", str(schema)), ("dataset", "d1"), ("created", "2026-01-01"), ("ravabet", "0")]
    connection.executemany("INSERT INTO meta VALUES (?, ?)", facts)
    connection.execute("INSERT INTO document (doc, id, text, language) VALUES ('d1', 'one', 'Text.', 'en')")
    connection.execute("CHECKPOINT")
    connection.close()


@pytest.mark.parametrize("schema", range(1, SCHEMA))
def test_file_of_an_older_schema_is_brought_up_to_date(tmp_path, schema):
    path = tmp_path / "old.duckdb"
    older(path, schema)
    with Project.open(path) as project:
        assert project.version == SCHEMA
        assert project.dataset == "d1", "its id stays"
        assert project.document("d1").text == "Text."
        assert project.query("SELECT origin FROM document") == [("coded",)]


def test_every_schema_comes_to_the_same_tables(tmp_path):
    shapes = []
    for schema in range(1, SCHEMA + 1):
        path = tmp_path / f"{schema}.duckdb"
        older(path, schema)
        make(path)
        with Project.open(path) as project:
            shapes.append(project.query("SELECT table_name, column_name, data_type FROM duckdb_columns() ORDER BY ALL"))
    assert all(shape == shapes[0] for shape in shapes)


def test_numbers_of_migrations_have_no_gap():
    assert [number for number, _ in migrations()] == list(range(1, SCHEMA + 1))


@pytest.mark.parametrize("schema", range(SCHEMA + 1))
def test_rows_of_a_document_are_found_by_index(tmp_path, schema):
    """The search shows the events of every document that it finds, out of millions."""
    path = tmp_path / "p.duckdb"
    if schema:
        older(path, schema)
    make(path)
    with Project.open(path) as project:
        held = set(project.query("SELECT table_name, expressions FROM duckdb_indexes()"))
    assert {("event", "[doc]"), ("document", "[doc]")} <= held


def test_file_states_its_storage_version(tmp_path):
    make(tmp_path / "p.duckdb")
    connection = duckdb.connect()
    connection.execute(f"ATTACH '{tmp_path / 'p.duckdb'}' AS p (READ_ONLY)")
    told = connection.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'p'").fetchone()
    assert "v1.4" in str(told), told


def test_file_of_a_newer_ravabet_is_told(tmp_path):
    path = tmp_path / "new.duckdb"
    older(path, SCHEMA)
    connection = duckdb.connect(str(path))
    connection.execute("UPDATE meta SET value = '999' WHERE key = 'schema_version'")
    connection.close()
    with pytest.raises(InputError, match="newer Ravabet"):
        Project.open(path)


def test_what_fails_leaves_the_file_as_it_was(tmp_path, demo):
    path = tmp_path / "p.duckdb"
    shutil.copyfile(demo, path)
    before = path.read_bytes()
    with pytest.raises(ZeroDivisionError), replaced(path) as connection:
        connection.execute("DELETE FROM document")
        raise ZeroDivisionError
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["p.duckdb"]


@pytest.mark.parametrize("refusing", [False, True])
def test_file_is_copied_whole_where_the_system_will_not(tmp_path, monkeypatch, refusing):
    def refuse(*_):
        raise OSError(errno.EXDEV, "across file systems")

    if refusing:
        monkeypatch.setattr(os, "copy_file_range", refuse, raising=False)
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(os.urandom(3_000_000))
    target.write_bytes(b"older and longer" * 500_000)
    copy(source, target)
    assert target.read_bytes() == source.read_bytes()


def test_missing_folder_is_told(tmp_path):
    with pytest.raises(InputError, match="nothing can be written there"):
        Project.open(tmp_path / "none" / "p.duckdb", create=True)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("INSERT INTO document FROM document LIMIT 1", "more than once"),
        ("INSERT INTO event FROM event LIMIT 1", "more than once"),
        ("DELETE FROM document WHERE doc = (SELECT doc FROM event LIMIT 1)", "document that is not there"),
        ("UPDATE event SET trigger = 'other' WHERE event = (SELECT min(event) FROM event)", "is not what is quoted"),
        ("UPDATE reason SET cause_end = cause_end - 1", "is not what is quoted"),
        ("UPDATE document SET source = NULL, given_source = 'x'", "its id is not that"),
        ("UPDATE document SET content_hash = 'x'", "not the one that was read"),
        ("DELETE FROM occurrence", "without its occurrence"),
        ("DELETE FROM event", "pair of an event"),
        (
            "UPDATE event SET event = 'e1' WHERE local = 'e1'",
            "its id is not that of its place",
        ),
        ("UPDATE reason SET cause_events = ['e1'] WHERE len(cause_events) > 0", "with an event that is not there"),
    ],
)
def test_verify_finds_what_is_wrong(tmp_path, demo, change, what):
    path = tmp_path / "p.duckdb"
    shutil.copyfile(demo, path)
    assert list(verify(path)) == []
    with replaced(path) as connection:
        connection.execute(change)
    assert any(what in finding.what for finding in verify(path))
