"""A project and the lines of ``ravabet code`` give the same events, and filters mean the same in both."""

import datetime
import json

import pytest
from click.testing import CliRunner
from tests.explaining.rivers import article

from ravabet.cli import main
from ravabet.export import coding_line
from ravabet.export.sources import FromLines, FromProject
from ravabet.model import InputError
from ravabet.scale import bring
from ravabet.store import EventFilter, Project, document_id, record

FILTERS = [
    EventFilter(),
    EventFilter(a="UZB"),
    EventFilter(a="TKM", b="UZB"),
    EventFilter(a="TKM", b="UZB", directed=True),
    EventFilter(b="IRN", directed=True),
    EventFilter(types=("AGREE", "ACCUSE")),
    EventFilter(since=datetime.date(2024, 4, 1)),
    EventFilter(until=datetime.date(2024, 3, 31), month="2024-03"),
    EventFilter(has_reason=True),
    EventFilter(has_reason=False, least=0.6),
    EventFilter(text="سدسازی"),
    EventFilter(languages=("ru",)),
]


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sources")
    coding = article()
    bring([record(document_id(coding.document), coding, coding.document.source)], folder / "p.duckdb")
    lines = folder / "coded.jsonl"
    lines.write_text(coding_line(coding) + "\n", "utf-8")
    return folder / "p.duckdb", lines


def plain(told):
    return told.type, told.date, told.quote, told.span, [p.code for p in told.actors], len(told.reasons), told.day


@pytest.mark.parametrize("asked", FILTERS, ids=range(len(FILTERS)))
def test_both_give_the_same(places, asked):
    with Project.open(places[0]) as project:
        one = FromProject(project, asked)
        two = FromLines([places[1]], asked)
        assert sorted(map(str, map(plain, one.events()))) == sorted(map(str, map(plain, two.events())))
        assert sorted(why.cause for why in one.reasons()) == sorted(why.cause for why in two.reasons())


def test_reasons_point_to_events_that_are_there(places):
    with Project.open(places[0]) as project:
        for source in (FromProject(project), FromLines([places[1]])):
            events = list(source.events())
            assert any(told.reasons for told in events)
            named = {id for told in events for why in told.reasons for id in why.cause_events + why.effect_events}
            assert named <= {told.id for told in events}


def test_what_no_line_of_code_is_said(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "a", "events": []}\n{"text": 1}\n', "utf-8")
    with pytest.raises(InputError, match=r"x.jsonl:2.*ravabet code"):
        list(FromLines([path]).events())


def test_the_command_writes_files_and_lines(places, tmp_path):
    out = tmp_path / "events.tsv"
    told = CliRunner().invoke(main, ["export", "-p", str(places[0]), "--format", "polecat", "-o", str(out)])
    assert told.exit_code == 0, told.output
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("events.tsv", "events.tsv.schema.json", "events_evidence.tsv", "events_evidence.tsv.schema.json")
    ]
    lines = CliRunner().invoke(main, ["export", "Uzbekistan", "TKM", "--input", str(places[1])])
    events = [json.loads(line)["event"] for line in lines.stdout.splitlines()]
    assert events == ["SANCTION", "ACCUSE"]


@pytest.mark.parametrize(
    ("options", "said"),
    [(["--format", "parquet"], "name a file"), (["-o", "a.tsv"], "--format"), (["-p", "none.duckdb"], "no such")],
)
def test_wrong_use_is_said(places, tmp_path, monkeypatch, options, said):
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(main, ["export", "-p", str(places[0]), *options])
    assert told.exit_code in (1, 2)
    assert said in told.output
