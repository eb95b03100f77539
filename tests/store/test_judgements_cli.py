"""`ravabet judgements`: shown, handed on, joined, and turned into what other commands read."""

import csv
import json
import shutil

import pytest
from click.testing import CliRunner

from ravabet.cli.judgements import command
from ravabet.evaluation import read_gold
from ravabet.store import EventFilter, Project
from ravabet.store import judgements as store


@pytest.fixture
def path(demo, tmp_path):
    """A copy of the demo's project in which two people judged one text whole and differ on one event of another."""
    place = tmp_path / "p.duckdb"
    shutil.copy(demo, place)
    with Project.open(place) as found:
        (doc,) = found.query("SELECT doc FROM event GROUP BY doc ORDER BY count(*), doc LIMIT 1")[0]
        mine = found.events(EventFilter(docs=(doc,), limit=100))
        (other,) = found.query("SELECT event FROM event WHERE doc <> ? ORDER BY confidence DESC LIMIT 1", doc)[0]
        said = [store.judged(found, row["event"], "accept", by) for row in mine for by in ("ann", "bob")]
        said += [store.judged(found, other, verdict, by) for verdict, by in (("accept", "ann"), ("reject", "bob"))]
        store.append(place, said)
    return place


def run(*arguments):
    result = CliRunner().invoke(command, [str(one) for one in arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_who_judged_and_who_differs_is_shown(path):
    told = run("show", "-p", path)
    assert "ann: accept" in told
    assert "1 in conflict, 0 gone since" in told


def test_what_is_exported_can_be_taken_in_once(path, demo, tmp_path):
    run("export", "-p", path, "-o", tmp_path / "all.jsonl")
    fresh = shutil.copy(demo, tmp_path / "fresh.duckdb")
    lines = len((tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines())
    assert f"{lines} new" in run("import", tmp_path / "all.jsonl", "-p", fresh)
    assert "0 new" in run("import", tmp_path / "all.jsonl", "-p", fresh)
    assert "1 in conflict" in run("show", "-p", fresh)


def test_files_are_joined_without_a_project(path, tmp_path):
    run("export", "-p", path, "-o", tmp_path / "all.jsonl")
    lines = (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()
    for by in ("ann", "bob"):
        mine = [line for line in lines if json.loads(line)["by"] == by]
        (tmp_path / f"{by}.jsonl").write_text("\n".join(mine) + "\n", encoding="utf-8")
    told = run("merge", tmp_path / "ann.jsonl", tmp_path / "bob.jsonl", "-o", tmp_path / "both.jsonl")
    assert "1 in conflict" in told
    joined = (tmp_path / "both.jsonl").read_text(encoding="utf-8").splitlines()
    assert sorted(joined) == sorted(lines)


def test_gold_is_what_evaluate_reads(path, tmp_path):
    run("export", "-p", path, "--as", "gold", "-o", tmp_path / "gold.jsonl")
    (passage,) = read_gold(tmp_path / "gold.jsonl")
    with Project.open(path) as found:
        assert len(passage.events) == found.count_events(EventFilter(docs=(passage.id,)))


@pytest.mark.parametrize(("form", "delimiter"), [("lexicon", "\t"), ("acts", ",")])
def test_tables_for_the_lexicon(path, form, delimiter):
    rows = list(csv.DictReader(run("export", "-p", path, "--as", form).splitlines(), delimiter=delimiter))
    assert all(row["words"] for row in rows)
    assert bool(rows) == (form == "lexicon")
