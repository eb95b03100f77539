"""Files of GDELT, ICEWS, POLECAT and ACLED come in as events; what is wrong in them is told and the rest goes on.

All rows of ``files`` are invented.
"""

import gzip
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from ravabet.cli import main
from ravabet.export.incoming import Account, incoming
from ravabet.export.incoming.rows import BrokenRowError, LeftOutError, cameo
from ravabet.model import InputError
from ravabet.store import Project, relations

FILES = Path(__file__).parent / "files"
NAMES = ("gdelt1.csv", "gdelt2.csv", "icews.tab", "polecat.tsv", "acled.csv")


def taken(*paths, kind=None):
    """The events by their ids in their own data set, the account, and what was told."""
    account, told = Account(), []
    found = {}
    for record in incoming(paths, kind, account=account, told=told.append):
        for event in record["events"]:
            assert event["doc"] == record["document"]["doc"]
            found[event["detail"]["given"]["id"].split()[0]] = {**event, "document": record["document"]}
    return found, account, [(problem.where.rpartition("/")[2], problem.what) for problem in told]


def sides(event):
    return event["type"], event["mode"], event["actors"], event["recipients"]


def test_gdelt_one():
    found, account, told = taken(FILES / "gdelt1.csv")
    assert {id: sides(event) for id, event in found.items()} == {
        "900001": ("CONSULT", "visit", ["KEN"], ["UGA"]),
        "900003": ("ACCUSE", "disapprove", ["UGA"], ["KEN"]),
        "900006": ("CONCEDE", None, ["ROU"], ["MDA"]),
        "900007": ("ASSAULT", None, ["HAMAS"], ["ISR"]),
    }
    assert account.left_out == Counter(
        {"has no PLOVER type (CAMEO root 01)": 1, "names no state or body that is known here": 1}
    )
    assert [where for where, _ in told] == ["gdelt1.csv:5", "gdelt1.csv:8"]
    assert (account.rows, account.taken, account.broken) == (8, 4, 2)
    visit = found["900001"]
    assert (visit["day"], visit["country"], visit["latitude"]) == ("2024-05-01", "KEN", -1.2833)
    assert (visit["quote"], visit["origin"], visit["score"]) == ("", "gdelt", 4.0)
    paper = visit["document"]
    assert (paper["source"], paper["published"], paper["origin"]) == ("paper.example", "2024-05-02", "gdelt")
    assert found["900006"]["detail"]["actors"][0][1] == "GOV"


def test_gdelt_two():
    found, _, told = taken(FILES / "gdelt2.csv")
    assert told == []
    assert sides(found["900101"]) == ("AGREE", None, ["KAZ"], ["UZB"])


def test_icews_with_a_lost_zero_and_a_body():
    found, _, told = taken(FILES / "icews.tab")
    assert sides(found["1"]) == ("CONSULT", "visit", ["TZA"], ["KEN"])
    assert sides(found["2"]) == ("CONSULT", "visit", ["RUS"], ["UN"])
    assert sides(found["5"]) == ("COERCE", "arrest", ["EGY"], ["HAMAS"])
    assert found["5"]["detail"]["actors"][0][1] == "COP"
    assert told == [("icews.tab:4", "has an event code that is not CAMEO's: '13y'")]


def test_polecat_with_empty_cells_at_the_end_and_several_actors():
    found, _, told = taken(FILES / "polecat.tsv")
    assert sides(found["20220203-1"]) == ("ACCUSE", "disapprove", ["KEN", "UGA"], ["SOM"])
    assert sides(found["20220203-2"]) == ("CONSULT", None, ["AU"], ["SDN"])
    assert found["20220203-1"]["context"] == ["diplomatic", "territory"]
    assert [where for where, _ in told] == ["polecat.tsv:4", "polecat.tsv:6"]


def test_a_header_that_names_more_than_the_lines_hold(tmp_path):
    header, *lines = (FILES / "polecat.tsv").read_text("utf-8").split("\n")
    path = tmp_path / "p.txt"
    path.write_text("\n".join([header.rstrip("\t") + "\tHeadline", *lines]), "utf-8")
    assert set(taken(path)[0]) == set(taken(FILES / "polecat.tsv")[0])


def test_acled_with_its_dead_and_dates():
    found, account, told = taken(FILES / "acled.csv")
    assert sides(found["KEN1"]) == ("ASSAULT", "firearms", ["KEN"], ["AL-SHABAAB"])
    assert (found["KEN1"]["amount"], found["KEN1"]["unit"]) == (3.0, "people killed")
    assert (found["KEN2"]["date"], found["KEN2"]["precision"], found["KEN2"]["amount"]) == ("2023-07", "month", None)
    assert account.left_out == Counter({"has no PLOVER type (Strategic developments, Other)": 1})
    assert told == [("acled.csv:6", "has a number of fatalities that is none: 'many'")]


@pytest.mark.parametrize("name", NAMES)
def test_gzipped_and_zipped_give_the_same(tmp_path, name):
    content = (FILES / name).read_bytes()
    packed, archive = tmp_path / f"{name}.gz", tmp_path / "several.zip"
    packed.write_bytes(gzip.compress(content))
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr(f"folder/{name}", content)
        out.writestr(f"__MACOSX/{name}", b"not a table")
    plain = taken(FILES / name)[0]
    assert taken(packed)[0] == plain
    assert taken(archive)[0] == plain


def test_old_gdelt_files_have_no_address(tmp_path):
    path = tmp_path / "1985.csv"
    first = (FILES / "gdelt1.csv").read_text("utf-8").split("\n")[0]
    path.write_text("\t".join(first.split("\t")[:57]) + "\n", "utf-8")
    event = taken(path)[0]["900001"]
    assert (event["document"]["source"], event["document"]["path"]) == ("GDELT", None)


@pytest.mark.parametrize("text", ["name,age\nA,3\n", "1\t2\t3\n", "Event ID\tSomething\n1\t2\n"])
def test_what_is_none_of_them_is_said(tmp_path, text):
    path = tmp_path / "x.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match="--as"):
        taken(path)


def test_a_wrong_kind_and_a_torn_file_are_said(tmp_path):
    with pytest.raises(InputError, match="columns of icews"):
        taken(FILES / "polecat.tsv", kind="icews")
    torn = tmp_path / "torn.csv.gz"
    torn.write_bytes(gzip.compress((FILES / "gdelt1.csv").read_bytes())[:-20])
    with pytest.raises(InputError, match=r"torn.csv.gz.*end"):
        taken(torn)


@pytest.mark.parametrize(
    ("code", "type"),
    [("0831", "CONCEDE"), ("831", "CONCEDE"), ("19", "ASSAULT"), ("163", "SANCTION"), ("057", "AGREE")],
)
def test_codes_of_cameo(code, type):
    assert cameo(code)[0] == type


@pytest.mark.parametrize(
    ("code", "error"), [("010", LeftOutError), ("10x", BrokenRowError), ("999", BrokenRowError), ("0251", LeftOutError)]
)
def test_codes_without_a_type(code, error):
    with pytest.raises(error):
        cameo(code)


def test_importing_twice_changes_nothing(tmp_path):
    path = tmp_path / "p.duckdb"
    asked = ["import", *[str(FILES / name) for name in NAMES], "-p", str(path)]
    first = CliRunner().invoke(main, asked)
    assert first.exit_code == 3, first.output
    assert "12 of them new" in first.output
    with Project.open(path) as project:
        before = project.rows("SELECT * FROM event ORDER BY event")
        assert {event["origin"] for event in before} == {"gdelt", "icews", "polecat", "acled"}
        assert project.query("SELECT count(*) FROM pair WHERE a = 'KEN' AND b = 'UGA'") == [(1,)]
        counts = project.counts()
        assert (counts.documents, counts.imported > 0, counts.languages) == (0, True, {})
        told = relations.series(project, "KEN", "UGA")
        assert [(one.occurrences, one.read, one.about) for one in told.periods] == [(2, 0, 0)]
    assert "0 documents and" in CliRunner().invoke(main, ["verify", "-p", str(path)]).output
    second = CliRunner().invoke(main, asked)
    assert "12 events, 0 of them new" in second.output
    with Project.open(path) as project:
        assert project.rows("SELECT * FROM event ORDER BY event") == before
