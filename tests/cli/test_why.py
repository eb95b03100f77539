from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from ravabet.cli.main import main


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def test_why_draws_a_graph(rivers: Path) -> None:
    shown = run("why", "TKM", "UZB", rivers, "--format", "dot").stdout
    assert shown.startswith("digraph why {\n")
    assert " -> " in shown


def test_why_tells_the_chain_in_sentences(rivers: Path) -> None:
    shown = run("why", "TKM", "UZB", rivers).stdout
    assert "\nIn short\n  It began with: " in shown
    assert shown.index("In short") < shown.index("How it came about")


def test_period_that_ends_before_it_begins_is_wrong_use(rivers: Path) -> None:
    done = run("why", "TKM", "UZB", rivers, "--since", "2024-05-01", "--until", "2024-04-01")
    assert done.exit_code == 2
    assert "exchange the two days" in done.stderr
