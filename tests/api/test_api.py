"""The Python interface: a project is asked with names and days as people write them, and rows become frames."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

import ravabet
from ravabet.api.frame import Frame
from ravabet.api.project import asking
from ravabet.model import InputError, UsageError

FILES = Path(__file__).parents[1] / "export" / "files"


@pytest.fixture
def project(path):
    with ravabet.open(path) as found:
        yield found


def test_a_bare_import_loads_nothing_heavy():
    heavy = ["spacy", "numpy", "duckdb", "networkx", "pandas", "polars", "pyarrow", "yaml", "numba"]
    told = f"import sys, ravabet; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there_and_no_other():
    assert set(ravabet.__all__) <= set(dir(ravabet))
    assert all(getattr(ravabet, name) is not None for name in ravabet.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = ravabet.nothing


def test_events_by_name_and_day(project):
    assert len(project.events()) == 4
    assert project.events("ازبکستان", "Turkmenistan")["type"] == ["SANCTION", "ACCUSE"]
    assert project.events("UZB", types="AGREE")["date"] == ["2024-03-03"]
    assert len(project.events(since="2024-04-01", until=datetime.date(2024, 4, 30))) == 1
    assert len(project.events(limit=2)) == 2


def test_reasons_and_occurrences_and_documents(project):
    assert len(project.reasons()) == 4
    assert 0 < len(project.reasons("TKM", "UZB")) < 4
    assert len(project.occurrences("TKM", "UZB")) == 2
    assert len(project.documents(language="fa")) == 1
    assert len(project.documents(language="ru")) == 0
    doc = project.documents()["doc"][0]
    assert "ترکمنستان" in project.document(doc).text
    assert project.document("rivers.txt").id == doc
    assert project.document("nothing") is None


def test_frames_of_all_three_kinds_hold_the_same(project):
    pytest.importorskip("pyarrow")
    events = project.events()
    arrow = events.to_arrow()
    assert tuple(arrow.column_names) == events.columns
    assert arrow.column("event").to_pylist() == events["event"]
    assert pytest.importorskip("pandas") and list(events.to_pandas()["event"]) == events["event"]
    assert pytest.importorskip("polars") and events.to_polars()["event"].to_list() == events["event"]
    assert Frame(("a", "b"), [(1, "x"), (2, None)]).to_arrow().to_pylist() == [{"a": 1, "b": "x"}, {"a": 2, "b": None}]


def test_a_missing_package_names_the_extra(project, monkeypatch):
    for package, method in (("pyarrow", "to_arrow"), ("pandas", "to_pandas"), ("polars", "to_polars")):
        monkeypatch.setitem(sys.modules, package, None)
        with pytest.raises(UsageError, match=rf"{package}; install it with: pip install 'ravabet\[frames\]'"):
            getattr(project.events(), method)()
        monkeypatch.delitem(sys.modules, package)


def test_a_frame_shows_text_of_both_directions(project):
    events = project.events()
    html = events._repr_html_()
    assert html.count("<tr>") == 5
    assert '<td dir="auto"' in html
    assert "4 of 4 rows" in html
    assert "\u2068" in repr(events)
    assert repr(events).startswith("4 rows: event, day")
    risky = Frame(("<b>",), [("<script>",)])._repr_html_()
    assert "<script>" not in risky
    assert "<b>" not in risky


def test_a_frame_is_asked_by_column(project):
    assert next(iter(project.events()))["type"] in ("COOPERATE", "AGREE", "SANCTION", "ACCUSE")
    with pytest.raises(UsageError, match="no column 'kind'; there are event"):
        project.events()["kind"]


def test_why_shows_itself(project):
    reply = project.why("Turkmenistan", "UZB")
    assert str(reply).startswith("Why did relations between Turkmenistan and Uzbekistan change?")
    assert "srcdoc=" in reply._repr_html_()
    assert "&lt;html" in reply._repr_html_()
    assert reply.text("fa") != reply.text("en")
    assert reply.answer.steps


def test_relations_have_a_row_for_every_period(project):
    found = project.relations("TKM", "UZB", "month", since="2024-03-01", until="2024-06-30")
    assert found["occurrences"] == [0, 1, 1, 0]
    assert found["start"][1].isoformat() == "2024-04-01"
    assert [row["material_conflict"] for row in found] == [0, 1, 0, 0]
    assert found["read"] == [0, 0, 1, 0]
    assert len(project.relations("TKM", "UZB", "year", since="2024-01-01", until="2024-12-31")) == 1
    assert project.changes("TKM", "UZB").columns[0] == "day"


def test_network(project):
    pytest.importorskip("networkx")
    graph = project.network(types=("SANCTION", "ACCUSE"))
    assert set(graph.edges) == {("TKM", "UZB"), ("UZB", "TKM")}


def test_search(project):
    found = project.search("سدسازی")
    assert found.columns[-1] == "snippet"
    assert len(found) == 1


def test_export(project, tmp_path):
    files = project.export(tmp_path / "e.parquet", "UZB", types="AGREE")
    assert [file.name for file in files if not file.name.endswith("json")] == [
        *("e.parquet", "e_reasons.parquet", "e_evidence.parquet")
    ]
    assert len(project.export(tmp_path / "e.tsv", format="icews", strict=True)) == 2
    with pytest.raises(UsageError, match="format="):
        project.export(tmp_path / "f.tsv")


def test_bringing_in_the_events_of_others(tmp_path):
    with ravabet.open(tmp_path / "p.duckdb", create=True) as project:
        merged, account = project.bring(FILES / "icews.tab")
        assert (merged.events, account.broken) == (3, 1)
        assert len(project.events(origins="icews")) == 3


@pytest.mark.parametrize(
    ("asked", "said"),
    [({"a": "Atlantis"}, "Atlantis"), ({"kind": 1}, "not asked by 'kind'"), ({"since": "May"}, "'May' is not a day")],
)
def test_wrong_questions_are_said(asked, said):
    with pytest.raises(UsageError, match=said):
        asking(**asked)


def test_no_project_is_said(tmp_path):
    with pytest.raises(InputError, match="no such project file"):
        ravabet.open(tmp_path / "none.duckdb")


def test_a_project_says_what_it_holds(project):
    assert "1 documents, 4 events, 4 reasons" in repr(project)
    assert project.sql("SELECT count(*) AS n FROM event").rows() == [(4,)]
