"""``ravabet report`` as a user calls it."""

from click.testing import CliRunner

from ravabet.cli.main import main


def run(*words):
    return CliRunner().invoke(main, list(map(str, words)), catch_exceptions=False)


def test_report_is_written_by_the_ending_of_its_name(rivers, tmp_path):
    for form, first in (("html", b"<!DOCTYPE html>"), ("md", b"# "), ("docx", b"PK")):
        place = tmp_path / f"report.{form}"
        done = run("report", "TKM", "UZB", rivers, "-o", place, "--lang", "fa")
        assert done.exit_code == 0
        assert place.read_bytes().startswith(first)


def test_other_endings_are_told(rivers, tmp_path):
    done = run("report", "TKM", "UZB", rivers, "-o", tmp_path / "report.pdf")
    assert done.exit_code == 2
    assert "html, md, docx" in done.stderr


def test_place_that_cannot_be_written_is_told(rivers, tmp_path):
    done = run("report", "TKM", "UZB", rivers, "-o", tmp_path / "none" / "report.html")
    assert done.exit_code == 1
    assert "cannot be written" in done.stderr
