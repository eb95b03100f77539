"""The verbs over a project file, as a user calls them."""

import json

import pytest
from click.testing import CliRunner

from ravabet.cli.main import main

ROWS = [
    {
        "id": "a",
        "text": "Kenya accused Uganda of smuggling on 3 May 2024. In response, Uganda recalled its ambassador.",
    },
    {"id": "b", "text": "The presidents of Kenya and Uganda met in Nairobi on 9 May 2024."},
]


def run(*words):
    """The program called with these words."""
    return CliRunner().invoke(main, list(map(str, words)), catch_exceptions=False)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project file of two short reports."""
    folder = tmp_path_factory.mktemp("project")
    news = folder / "news.jsonl"
    rows = [{**row, "language": "en", "published": "2024-05-10", "source": "Paper"} for row in ROWS]
    news.write_text("\n".join(map(json.dumps, rows)))
    done = run("add", news, "-p", folder / "p.duckdb", "--workers", 1, "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["added"] == 2
    return folder / "p.duckdb"


def test_add_tells_what_it_rejected(tmp_path):
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.4 broken")
    done = run("add", bad, "-p", tmp_path / "p.duckdb", "--workers", 1)
    assert done.exit_code == 1
    assert f"rejected: {bad}" in done.stdout
    assert "no project file was made" in done.stdout
    assert not (tmp_path / "p.duckdb").exists()


def test_events_in_three_formats(project):
    text = run("events", "KEN", "Uganda", "-p", project).stdout
    rows = [json.loads(line) for line in run("events", "KEN", "-p", project, "--format", "json").stdout.splitlines()]
    table = run("events", "--type", "ACCUSE", "-p", project, "--format", "csv").stdout.splitlines()
    assert "2024-05-03\tKEN\tACCUSE" in text
    assert {row["type"] for row in rows} >= {"ACCUSE", "CONSULT"}
    assert table[0].startswith("event,doc,")
    assert len(table) == 2


def test_why_without_input_asks_the_project(project):
    done = run("why", "KEN", "UGA", "-p", project)
    assert done.exit_code == 0
    assert "Kenya" in done.stdout
    assert "“In response" in done.stdout or "In answer to this" in done.stdout


def test_why_without_input_and_project_says_what_to_do(tmp_path):
    done = run("why", "KEN", "UGA", "-p", tmp_path / "none.duckdb")
    assert done.exit_code == 1
    assert "make one with `ravabet add" in done.stderr


def test_verify_finds_what_was_changed(project, tmp_path):
    import shutil

    from ravabet.store.file import replaced

    assert "nothing wrong" in run("verify", "-p", project).stdout
    other = tmp_path / "other.duckdb"
    shutil.copy(project, other)
    with replaced(other) as connection:
        connection.execute("UPDATE event SET quote = 'Nobody said this.' WHERE type = 'ACCUSE'")
        connection.execute("DELETE FROM document WHERE id = 'b'")
    done = run("verify", "-p", other)
    assert done.exit_code == 1
    assert "the span of its sentence is not what is quoted" in done.stdout
    assert "event of a document that is not there" in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["events", "--type", "WAR"], "'WAR' is not one of"),
        (["events", "--status", "gone"], "'gone' is not one of"),
        (["events", "KEN", "Kenya"], "both sides are KEN"),
        (["relations", "KEN", "KEN"], "both sides are KEN"),
        (["events", "--since", "2025", "--until", "2024-06"], "exchange the two days"),
        (["events", "--since", "2024-13"], "is not a day"),
        (["events", "--language", "xx"], "'xx' is not one of"),
        (["events", "--source", "Pepper"], "no document of source 'Pepper': did you mean Paper?"),
        (["export", "--source", "Observer"], "no document of source 'Observer': its sources are Paper"),
        (["export", "KEN", "Kenya"], "both sides are KEN"),
        (["export", "--type", "WAR"], "'WAR' is not one of"),
        (["export", "--origin", "gdlt"], "'gdlt' is not one of"),
    ],
)
def test_wrong_questions_are_told(project, words, told):
    done = run(*words, "-p", project)
    assert done.exit_code == 2
    assert told in done.stderr


def test_years_and_months_are_bounds(project):
    assert "ACCUSE" in run("events", "--since", "2024", "--until", "2024-05", "-p", project).stdout
    done = run("events", "--since", "2025", "-p", project)
    assert (done.stdout, "no event fits" in done.stderr) == ("", True)


def test_file_that_is_no_project_is_told(tmp_path):
    (tmp_path / "p.duckdb").write_text("a text")
    done = run("events", "-p", tmp_path / "p.duckdb")
    assert "is not a project file of Ravabet (it is no DuckDB file)" in done.stderr
