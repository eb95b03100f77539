"""The site over a file that changes, over PDF files, and from the command line."""

import shutil

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from ravabet.cli.main import main
from ravabet.model import Box, Document, Layout, Span
from ravabet.store import Project
from ravabet.web import example, serve
from ravabet.web.app import create_app
from ravabet.web.pages.images import file_of, sheets


def client(path):
    return TestClient(create_app(path), base_url="http://127.0.0.1")


def test_the_new_state_is_shown_when_the_file_was_replaced(path, tmp_path):
    served = tmp_path / "p.duckdb"
    Project.open(served, create=True).close()
    site = client(served)
    assert site.get("/index.json").json()["counts"]["documents"] == 0
    assert "ravabet add" in site.get("/").text
    shutil.copy(path, tmp_path / "new")
    (tmp_path / "new").replace(served)
    assert site.get("/index.json").json()["counts"]["documents"] == 4


@pytest.mark.parametrize(
    "address",
    ["/index", "/why?a=RUS&b=KGZ", "/chart?a=RUS&b=KGZ", "/events", "/network", "/search?q=oil", "/health", "/help"],
)
def test_an_empty_project_has_all_pages(tmp_path, address):
    Project.open(tmp_path / "p.duckdb", create=True).close()
    site = client(tmp_path / "p.duckdb")
    path, _, query = address.partition("?")
    for form in ("", ".json", ".csv", ".parquet"):
        asked = "/" if path + form == "/index" else f"{path}{form}?{query}"
        assert site.get(asked).status_code == 200, asked


class Visited:
    """Enough of a visit for pages of a PDF file."""

    def __init__(self, rows):
        self.site = self.project = self
        self._rows = rows

    def query(self, *_):
        return self._rows

    def url(self, path):
        return path


def paged():
    boxes = [Box(n // 4 + 1, 10.0 * n, 700, 10.0 * n + 9, 712) for n in range(8)]
    return Document("d", "abcdefgh", layout=Layout(((595, 842), (595, 842)), boxes))


def test_a_quote_over_two_pages_is_shown_on_both(tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.4")
    found = sheets(Visited([(str(file), None)]), "d1", paged(), Span(2, 6))
    assert [(sheet.number, len(sheet.boxes), sheet.address) for sheet in found] == [
        (1, 1, "/document/d1/page/1.png"),
        (2, 1, "/document/d1/page/2.png"),
    ]


@pytest.mark.parametrize("hash", ["0" * 64, "changed"])
def test_a_file_that_changed_is_not_shown(tmp_path, hash):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.4")
    assert file_of(Visited([(str(file), hash)]), "d1") is None
    assert sheets(Visited([(str(file), hash)]), "d1", paged(), Span(2, 3))[0].address == ""


@pytest.mark.parametrize("path", [None, "/nowhere/a.pdf", __file__])
def test_only_pdf_files_that_are_there_are_drawn(path):
    assert file_of(Visited([(path, None)]), "d1") is None


def test_serve_opens_the_file_that_is_asked_for(monkeypatch, path):
    asked = []
    monkeypatch.setattr(serve, "serve", lambda project, **options: asked.append((project, options)))
    done = CliRunner().invoke(main, ["serve", "-p", str(path), "--port", "8123", "--no-browser"])
    assert done.exit_code == 0, done.output
    assert asked[0][0] == path
    assert (asked[0][1]["port"], asked[0][1]["browser"]) == (8123, False)


def test_serve_tells_what_to_do_where_there_is_no_file(tmp_path):
    done = CliRunner().invoke(main, ["serve", "-p", str(tmp_path / "none.duckdb"), "--no-browser"])
    assert done.exit_code == 1
    assert "ravabet add" in done.output


def test_the_example_is_made_once_and_served(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made = []
    monkeypatch.setattr(example, "_make", lambda path: (made.append(path), path.write_bytes(b"")))
    monkeypatch.setattr(serve, "serve", lambda _, **options: made.append(options["page"]))
    for _ in range(2):
        assert CliRunner().invoke(main, ["demo", "--serve", "--lang", "fa", "--no-browser"]).exit_code == 0
    assert [type(one).__name__ for one in made] == ["PosixPath", "str", "str"]
    assert made[1] == "/?lang=fa"
