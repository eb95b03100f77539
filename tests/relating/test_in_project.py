"""Copies, occurrences, relations and networks in a project file, and the verbs that tell them."""

from __future__ import annotations

import datetime
import json
import xml.etree.ElementTree as ET
from collections import defaultdict
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ravabet.cli.main import main
from ravabet.model import Actor, Coding, Document, Event, Span, When
from ravabet.relating import signature
from ravabet.scale.shards import Shards
from ravabet.store import Project, document_id, record
from ravabet.store.file import make
from ravabet.store.merging import Facts, merge
from ravabet.store.relations import change_at, network, series, turns

SCORES = {"CONSULT": 2.5, "AID": 10.0, "ACCUSE": -3.0, "SANCTION": -6.0}
WIRE = "Kenya recalled its ambassador from Uganda on Friday over a quarrel about milk, which had lasted for a month."
Told = tuple[str, str, str | None]
"""Type, parties as in ``KEN>UGA``, and the day that the text gives."""


def report(text: str, published: str, source: str, *acts: Told, language: str = "en") -> Coding:
    """A document in which each act is told in a sentence of its own, by one word."""
    day = datetime.date.fromisoformat(published)
    words = Span(0, len(text))
    events = [
        Event(
            id=f"e{number}",
            type=kind,
            frame=kind.lower(),
            trigger=Span(number, number + 5),
            sentence=words,
            actors=tuple(Actor(code, code, words) for code in sides.partition(">")[0].split("+")),
            recipients=tuple(Actor(code, code, words) for code in sides.partition(">")[2].split("+") if code),
            when=When(date, "day", words) if date else None,
            score=SCORES[kind],
            confidence=0.8,
        )
        for number, (kind, sides, date) in enumerate(acts)
    ]
    return Coding(Document(source, text, language, day, source), tuple(events))


def add(path: Path, *codings: Coding) -> None:
    """Codings into a project file, by the merge that ``add`` ends with."""
    if not path.exists():
        make(path)
    lines = []
    for coding in codings:
        row = record(document_id(coding.document), coding, coding.document.source)
        lines.append(json.dumps({**row, "bands": list(signature(coding.document.text)), "again": False}))
    shards = Shards(path)
    shard = shards.write(lines)
    merge(path, [shard], Facts(datetime.datetime(2025, 1, 1), "test"))
    shards.remove([shard])


def groups(path: Path) -> list[list[str]]:
    """The sources of each occurrence's reports."""
    found: dict[str, list[str]] = defaultdict(list)
    with Project.open(path) as project:
        for occurrence, source in project.query("SELECT occurrence, source FROM event"):
            found[occurrence].append(source)
    return sorted(sorted(sources) for sources in found.values())


RECALL = ("SANCTION", "KEN>UGA", "2024-05-03")
REPORTS = [
    report(WIRE, "2024-05-04", "Agency", RECALL),
    report(f"NAIROBI (Agency) - {WIRE}", "2024-05-04", "Daily", RECALL),
    report("Кения отозвала посла из Уганды в пятницу.", "2024-05-05", "Vesti", RECALL, language="ru"),
    report("Tanzania recalled its envoy from Uganda.", "2024-05-04", "Herald", ("SANCTION", "TZA>UGA", "2024-05-03")),
    report(
        "Kenya recalled a second envoy from Uganda.", "2024-06-09", "Herald 2", ("SANCTION", "KEN>UGA", "2024-06-08")
    ),
]
EXPECTED = [["Agency", "Daily", "Vesti"], ["Herald"], ["Herald 2"]]


def test_reports_find_their_occurrence_at_once_or_one_after_the_other(tmp_path: Path) -> None:
    add(tmp_path / "one.duckdb", *REPORTS)
    assert groups(tmp_path / "one.duckdb") == EXPECTED
    for coding in REPORTS:
        add(tmp_path / "more.duckdb", coding)
    assert groups(tmp_path / "more.duckdb") == EXPECTED


def test_ids_last_and_counts_follow(tmp_path: Path) -> None:
    path = tmp_path / "p.duckdb"
    add(path, REPORTS[0])
    with Project.open(path) as project:
        ((first,),) = project.query("SELECT occurrence FROM occurrence")
    add(path, *REPORTS[1:])
    with Project.open(path) as project:
        assert project.query("SELECT reports, documents, voices FROM occurrence WHERE occurrence = ?", first) == [
            (3, 3, 2)
        ]
        assert project.query("SELECT source FROM document WHERE copy_of IS NOT NULL") == [("Daily",)]
        assert project.query("SELECT count(*) FROM occurrence") == [(3,)]
        loose = "SELECT count(*) FROM pair ANTI JOIN occurrence USING (occurrence)"
        assert project.query(loose) == [(0,)]


def test_two_occurrences_that_turn_out_to_be_one_leave_an_alias(tmp_path: Path) -> None:
    """Two reports give different days and share nothing else; a third, which shares a name with each, joins them."""
    path = tmp_path / "p.duckdb"
    one = report("Kenya sent aid through Lokichoggio to Uganda.", "2024-05-04", "One", ("AID", "KEN>UGA", "2024-05-03"))
    two = report("Кения отправила помощь Уганде.", "2024-05-05", "Two", ("AID", "KEN>UGA", None), language="ru")
    add(path, two)
    add(path, one)
    with Project.open(path) as project:
        found = project.query("SELECT DISTINCT occurrence FROM event")
        aliases = dict(project.query("SELECT old, new FROM alias"))
        known = {name for (name,) in project.query("SELECT occurrence FROM occurrence")}
    assert {name for (name,) in found} == known
    assert all(new in known and old not in known for old, new in aliases.items())


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten friendly acts of Kenya and Uganda, then ten unfriendly ones; nothing was read of July."""
    path = tmp_path_factory.mktemp("relations") / "p.duckdb"
    codings = []
    for number in range(20):
        day = datetime.date(2024, 1, 5) + datetime.timedelta(9 * number + (40 if number > 18 else 0))
        kind, sides = (
            (("AID", "KEN>UGA"), ("CONSULT", "KEN+UGA"))[number % 2] if number < 10 else ("SANCTION", "UGA>KEN")
        )
        text = f"Report {number} about {'peace' if number < 10 else 'anger'} item {number * 7919}."
        codings.append(report(text, str(day + datetime.timedelta(1)), f"s{number}", (kind, sides, str(day))))
    add(path, *codings)
    return path


def test_series_counts_each_direction_and_both(path: Path) -> None:
    with Project.open(path) as project:
        both, to, back = (
            series(project, *pair, directed=directed)
            for pair, directed in ((("KEN", "UGA"), False), (("KEN", "UGA"), True), (("UGA", "KEN"), True))
        )
    assert [sum(p.occurrences for p in told.periods) for told in (both, to, back)] == [20, 10, 15]
    assert both.periods[0].read > 0
    assert [p.start.month for p in both.periods if not p.covered] == [7] or all(p.covered for p in both.periods)


def test_change_is_found_and_can_be_asked_for(path: Path) -> None:
    with Project.open(path) as project:
        (change,) = turns(project, "KEN", "UGA")
    assert (change.kind, change.day) == ("colder", datetime.date(2024, 4, 4))
    assert change_at((change,), "1") == change_at((change,), "2024-03-01") == change
    assert change_at((change,), "2") is None


def test_network_of_a_period(path: Path) -> None:
    with Project.open(path) as project:
        all_, later = network(project), network(project, since=datetime.date(2024, 4, 4))
    assert [(tie.a, tie.b, tie.cooperation, tie.conflict) for tie in all_.ties] == [("KEN", "UGA", 10, 10)]
    assert [(tie.cooperation, tie.conflict) for tie in later.ties] == [(0, 10)]
    assert later.blocs == ()


def run(*words: object) -> Result:
    return CliRunner().invoke(main, list(map(str, words)), catch_exceptions=False)


def test_relations_are_told_as_table_csv_and_json(path: Path) -> None:
    text = run("relations", "Kenya", "UGA", "-p", path).stdout
    assert "Kenya – Uganda, by month" in text
    assert "change 1: colder from 2024-04-04" in text
    found = json.loads(run("relations", "KEN", "UGA", "-p", path, "--format", "json").stdout)
    assert [change["kind"] for change in found["changes"]] == ["colder"]
    lines = run("relations", "KEN", "UGA", "-p", path, "--format", "csv", "--by", "week").stdout.splitlines()
    assert lines[0].startswith("a,b,start,end,occurrences")
    assert len({line.count(",") for line in lines}) == 1


def test_why_a_change(path: Path) -> None:
    done = run("why", "KEN", "UGA", "-p", path, "--at", 1)
    assert done.exit_code == 0
    assert "change of 2024-04-04: colder" in done.stderr
    assert "ravabet relations" in run("why", "KEN", "UGA", "-p", path, "--at", 7).stderr


@pytest.mark.parametrize("ending", ["gexf", "graphml", "json"])
def test_network_is_written_alike_each_time(path: Path, tmp_path: Path, ending: str) -> None:
    files = [tmp_path / f"{number}.{ending}" for number in range(2)]
    for file in files:
        assert run("network", "-p", path, "-o", file).exit_code == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    if ending == "json":
        assert json.loads(files[0].read_text("utf-8"))["ties"][0]["conflict"] == 10
    else:
        assert ET.fromstring(files[0].read_bytes()) is not None


def test_network_is_told_and_other_endings_are_refused(path: Path, tmp_path: Path) -> None:
    assert "Kenya – Uganda: 10 cooperation, 10 conflict" in run("network", "-p", path).stdout
    done = run("network", "-p", path, "-o", tmp_path / "x.doc")
    assert done.exit_code == 2
    assert ".gexf" in done.stderr


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_picture_is_drawn(path: Path, tmp_path: Path, lang: str) -> None:
    pytest.importorskip("matplotlib", "3.11")
    files = [tmp_path / f"{number}.svg" for number in range(2)]
    for file in files:
        assert run("relations", "KEN", "UGA", "-p", path, "--plot", file, "--lang", lang).exit_code == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_picture_without_matplotlib_names_the_extra(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "matplotlib", None)
    done = run("relations", "KEN", "UGA", "-p", path, "--plot", tmp_path / "x.svg")
    assert done.exit_code == 2
    assert "ravabet[plot]" in done.stderr
