"""Every format as others expect it, and read back unchanged by the readers that people use."""

import csv
import json
import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from ravabet.export import dyads
from ravabet.export.columns import columns, names
from ravabet.export.formats import FORMATS, SUFFIXES, TABLES, export, format_of, stream
from ravabet.export.graph import graph
from ravabet.export.incoming.reading import KINDS
from ravabet.export.tables import code_of_name, groups, kind, kinds, rows, sectors, states
from ravabet.export.tabular import BREAKS, cell
from ravabet.lexicon import QUADS, codes, plover
from ravabet.model import UsageError

from .told import ALL, LONELY, MET, RECALLED, SHELLED, Made

WIDTHS = {"polecat": 40, "icews": 20, "gdelt": 58, "acled": 31}
ROWS = {"polecat": 4, "icews": 9, "gdelt": 9, "acled": 1}


def written(tmp_path, form, **how):
    path = tmp_path / f"events{SUFFIXES[form]}"
    export(Made(), form, path, **how)
    return path


def cells(path, table):
    """The cells of a table as a careful reader finds them."""
    with path.open(encoding="utf-8", newline="") as lines:
        found = list(csv.reader(lines, delimiter=table.separator))
    return found[1:] if table.header else found


@pytest.mark.parametrize(("form", "width"), WIDTHS.items())
def test_tables_have_the_columns_of_their_models(tmp_path, form, width):
    table = TABLES[form]
    path = written(tmp_path, form)
    assert len(names(form)) == width
    assert {len(row) for row in cells(path, table)} == {width}
    assert len(cells(path, table)) == ROWS[form]
    first = path.read_text("utf-8").split("\n")[0].split(table.separator)
    assert (first == names(form)) is table.header is (form != "gdelt")


@pytest.mark.parametrize("form", WIDTHS)
def test_one_row_is_one_line_and_no_cell_holds_a_break(tmp_path, form):
    path = written(tmp_path, form)
    for one in (path, path.with_name(f"events_evidence{path.suffix}")):
        text = one.read_text("utf-8")
        header = TABLES[form].header or one != path
        assert text.count("\n") == ROWS[form] + header
        assert not BREAKS.search(text.replace("\n", "").replace("\t", ""))


@pytest.mark.parametrize("form", WIDTHS)
def test_evidence_stands_beside_by_the_same_key_and_strict_leaves_it_out(tmp_path, form):
    path = written(tmp_path, form)
    companion = path.with_name(f"events_evidence{path.suffix}")
    keys = [row[0] for row in cells(path, TABLES[form])]
    with companion.open(encoding="utf-8", newline="") as lines:
        beside = list(csv.DictReader(lines, delimiter=TABLES[form].separator))
    assert [row["Event ID"] for row in beside] == keys
    assert len(set(keys)) == len(keys)
    assert beside[0]["rb_quote"] == 'بیشکک سفیر خود را از دوشنبه "فراخواند".' or form == "acled"
    strict = tmp_path / "strict"
    strict.mkdir()
    written(strict, form, strict=True)
    assert sorted(p.name for p in strict.iterdir()) == [path.name, f"{path.name}.schema.json"]
    assert (strict / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("form", FORMATS)
def test_tables_have_a_schema_and_nothing_is_left_half_written(tmp_path, form):
    path = written(tmp_path, form)
    assert path.exists()
    assert not list(tmp_path.glob("*.part"))
    if form in ("ftm", "gexf", "graphml"):
        return
    schema = json.loads(path.with_name(f"{path.name}.schema.json").read_text("utf-8"))
    assert [field["name"] for field in schema["fields"]] == names({"parquet": "events"}.get(form, form))
    assert {field["type"] for field in schema["fields"]} <= {
        *("string", "integer", "number", "date", "boolean", "array", "object")
    }


def test_pandas_reads_the_same_cells(tmp_path):
    pandas = pytest.importorskip("pandas")
    for form, table in TABLES.items():
        path = written(tmp_path, form)
        how = {"sep": table.separator, "dtype": str, "keep_default_na": False}
        frame = pandas.read_csv(path, names=None if table.header else names(form), **how)
        assert list(frame.columns) == names(form)
        assert frame.to_numpy().tolist() == cells(path, table)


def test_polars_reads_the_same_cells(tmp_path):
    polars = pytest.importorskip("polars")
    for form, table in TABLES.items():
        path = written(tmp_path, form)
        how = {"separator": table.separator, "infer_schema_length": 0}
        frame = polars.read_csv(path, has_header=table.header, **how).fill_null("")
        assert [list(row) for row in frame.iter_rows()] == cells(path, table)


R = r"""
suppressMessages(library(readr))
arguments <- commandArgs(TRUE)
header <- arguments[3] == "TRUE"
found <- suppressWarnings(read_delim(arguments[1], delim = arguments[2], col_names = header, na = character(),
    col_types = cols(.default = "c"), trim_ws = FALSE, show_col_types = FALSE, progress = FALSE))
stopifnot(nrow(problems(found)) == 0)
write.table(found, arguments[4], sep = "\t", qmethod = "double", row.names = FALSE, col.names = FALSE,
    fileEncoding = "UTF-8")
"""


def test_readr_reads_the_same_cells(tmp_path):
    if (
        not shutil.which("Rscript")
        or subprocess.run(["Rscript", "-e", "library(readr)"], capture_output=True).returncode
    ):
        pytest.skip("R with the package readr is not installed (Debian: r-cran-readr)")
    script, told = tmp_path / "read.R", tmp_path / "told.tsv"
    script.write_text(R, "utf-8")
    for form in ("polecat", "gdelt", "acled"):
        table, path = TABLES[form], written(tmp_path, form)
        arguments = [str(path), table.separator, str(table.header).upper(), str(told)]
        subprocess.run(["Rscript", str(script), *arguments], check=True, capture_output=True)
        with told.open(encoding="utf-8", newline="") as lines:
            assert list(csv.reader(lines, delimiter="\t")) == cells(path, table), form


def row(form, told):
    return next(iter(TABLES[form].rows(told)))


def test_what_polecat_holds():
    found = row("polecat", RECALLED)
    assert (found["Event Date"], found["Quad Code"], found["Contexts"]) == (
        *("2024-05-01", "MATERIAL CONFLICT", "diplomatic; territory"),
    )
    assert (found["Actor COW"], found["Recipient COW"], found["GeoNames ID"]) == ("703", "702", 184745)
    met = row("polecat", MET)
    assert (met["Actor Country"], met["Actor COW"]) == ("KEN; UGA; IGO", "501; 500; None")
    assert cell(met.get("Recipient Name"), "None") == "None"


def test_codes_of_cameo_keep_their_zeros(tmp_path):
    codes = {line[6] for line in cells(written(tmp_path, "icews"), TABLES["icews"])}
    assert codes == {"160", "040", "190", "140"}
    gdelt = cells(written(tmp_path, "gdelt"), TABLES["gdelt"])
    at = names("gdelt").index("EventRootCode")
    assert {line[at] for line in gdelt} == {"16", "04", "19", "14"}


def test_equals_meet_each_other_both_ways():
    pairs = [(a["Source Name"], a["Target Name"]) for a in TABLES["icews"].rows(MET)]
    assert len(pairs) == 6
    assert {(b, a) for a, b in pairs} == set(pairs)
    assert [(a and a.code, b) for a, b in LONELY.pairs()] == [("KEN", None)]


def test_gdelt_counts_the_reports_of_the_occurrence_and_names_places_in_fips():
    found = row("gdelt", RECALLED)
    assert (found["NumMentions"], found["NumSources"], found["NumArticles"]) == (3, 2, 3)
    assert (found["ActionGeo_CountryCode"], found["ActionGeo_Type"]) == ("KE", 4)
    assert (found["SQLDATE"], found["DATEADDED"], found["FractionDate"]) == (20240501, 20240502, 2024.4137)
    assert found["Actor1Code"] == "KGZGOV"
    assert next(TABLES["gdelt"].rows(MET))["Actor2CountryCode"] == "UGA"


def test_numbers_of_rows_are_exact_in_floating_point():
    for told in ALL:
        for found in TABLES["gdelt"].rows(told):
            assert int(float(found["GLOBALEVENTID"])) == found["GLOBALEVENTID"]


def test_acled_rows_are_marked_and_only_what_happened():
    assert list(TABLES["acled"].rows(RECALLED)) == []
    assert list(TABLES["acled"].rows(MET)) == []
    assert list(TABLES["acled"].rows(replace(SHELLED, status="claimed"))) == []
    found = row("acled", SHELLED)
    assert "not ACLED" in found["tags"]
    assert (found["fatalities"], found["inter1"], found["inter2"]) == (12, "State forces", "Civilians")
    assert (found["time_precision"], found["interaction"]) == (3, "State forces-Civilians")


def test_dyads_count_each_occurrence_once_and_keep_plans_apart():
    again = replace(RECALLED, id="e0000000000000005", paper=replace(RECALLED.paper, id="d9"))
    found = {(r["source"], r["target"]): r for r in dyads.rows([RECALLED, again, MET, LONELY])}
    one = found["KGZ", "TJK"]
    assert (one["events"], one["SANCTION"], one["material_conflict"], one["reports"]) == (1, 1, 1, 2)
    assert (one["documents"], one["mean_score"], one["month"]) == (2, -6.0, 5)
    plan = found["UGA", "KEN"]
    assert (plan["events"], plan["planned"], plan["mean_score"], plan["CONSULT"]) == (0, 1, None, 0)
    assert len(found) == 7


def test_plover_has_its_fields_and_ours_apart(tmp_path):
    lines = [json.loads(line) for line in written(tmp_path, "plover").read_text("utf-8").splitlines()]
    known = set(names("plover"))
    assert all(set(line) <= known for line in lines)
    assert lines[0]["rb_reasons"][0]["role"] == "effect"
    assert lines[0]["text"] == RECALLED.quote
    assert lines[1]["context"] == ["future"]
    assert lines[2]["size"] == {"dead": 12.0}


def test_strict_plover_has_nothing_of_ours_and_codes_by_the_letter(tmp_path):
    lines = [json.loads(line) for line in written(tmp_path, "plover", strict=True).read_text("utf-8").splitlines()]
    assert not [name for line in lines for name in line if name.startswith("rb_")]
    assert lines[1]["event"] == "AGREE"
    visit = json.loads(_line(replace(MET, status="happened")))
    assert [[one["code"] for one in visit[side]] for side in ("actor", "recipient")] == [["KEN"], ["UGA", "AU"]]


def _line(told):
    from ravabet.export.plover import line

    return line(told, strict=True)


def test_parquet_keeps_types(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    path = written(tmp_path, "parquet")
    table = parquet.read_table(path).to_pylist()
    assert [line["event"] for line in table] == [told.id for told in ALL]
    assert (table[0]["actors"], table[0]["day"].isoformat(), table[3]["day"]) == (["KGZ"], "2024-05-01", None)
    evidence = parquet.read_table(path.with_name("events_evidence.parquet")).to_pylist()
    assert evidence[0]["rb_quote"] == RECALLED.quote
    reasons = parquet.read_table(path.with_name("events_reasons.parquet")).to_pylist()
    assert reasons[0]["effect_events"] == [RECALLED.id]


def test_follow_the_money_is_valid(tmp_path):
    lines = [json.loads(line) for line in written(tmp_path, "ftm").read_text("utf-8").splitlines()]
    ids = [line["id"] for line in lines]
    assert len(set(ids)) == len(ids)
    events = [line for line in lines if line["schema"] == "Event"]
    assert [line["properties"]["recordId"] for line in events] == [[told.id] for told in ALL]
    for line in events:
        assert {*line["properties"]["proof"], *line["properties"].get("involved", [])} <= set(
            ids[: ids.index(line["id"])]
        )
    judge = pytest.importorskip("followthemoney", reason="the package followthemoney is not installed")
    for line in lines:
        proxy = judge.model.get_proxy(line, cleaned=False)
        assert proxy.schema.validate(line) is None
        for name, values in line["properties"].items():
            assert set(proxy.get(name)) == {value.strip() for value in values}, (line["id"], name)


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_graphs_are_read_back(tmp_path, form):
    networkx = pytest.importorskip("networkx")
    path = written(tmp_path, form)
    ET.parse(path)
    graph = (networkx.read_gexf if form == "gexf" else networkx.read_graphml)(path)
    assert set(graph.nodes) == {"KGZ", "TJK", "SSD", "SDN"}
    assert graph.edges["KGZ", "TJK"]["weight"] == 1
    assert graph.edges["SSD", "SDN"]["score"] == -9.5
    assert graph.nodes["KGZ"]["label"] == "Kyrgyzstan"
    assert graph.nodes["SDN"]["partners"] == 1


def test_a_graph_has_blocs_and_counts_an_occurrence_once_whichever_way_it_goes():
    pytest.importorskip("networkx")
    met = replace(MET, status="happened")
    made = graph([met, replace(met, id="e8"), RECALLED])
    assert (made.nodes["KEN"]["bloc"], made.nodes["KGZ"]["bloc"]) == (1, 0)
    assert (made.nodes["KEN"]["partners"], made.nodes["KEN"]["occurrences"]) == (2, 4)
    again = replace(met, id="e8", occurrence="o1")
    assert graph([replace(met, occurrence="o1"), again]).nodes["KEN"]["occurrences"] == 2


def test_binary_formats_need_a_file(tmp_path):
    with pytest.raises(UsageError, match="name a file"):
        stream(Made(), "parquet", None)
    with pytest.raises(UsageError, match="no format"):
        export(Made(), "xml", tmp_path / "a.xml")
    assert (format_of(tmp_path / "a.parquet"), format_of(tmp_path / "a.tsv"), format_of(tmp_path / "a.jsonl")) == (
        *("parquet", None, "plover"),
    )


def test_tables_of_codes_hold_together():
    assert all(state.iso in codes() for state in states().values())
    assert len({state.cow_number for state in states().values()} - {""}) == 195
    assert {len(state.number) for state in states().values() if state.number} == {3}
    assert set(groups().values()) <= codes()
    assert {type for type, _ in kinds()} == set(plover())
    assert all(mode is None or mode in plover()[type]["modes"] for type, mode in kinds())
    assert {kind(type, None).code[:2] for type in plover()} <= {f"{root:02}" for root in range(3, 21)}
    assert {row["sector"] for row in rows("inter.tsv")} <= set(sectors())
    assert {plover()[type]["quad"] for type in plover()} == set(QUADS)


@pytest.mark.parametrize("table", ["cameo.tsv", "acled.tsv"])
def test_types_of_others_are_plover_types_with_modes_of_theirs(table):
    for found in rows(table):
        assert found["type"] in plover(), found
        assert not found["mode"] or found["mode"] in plover()[found["type"]]["modes"], found


@pytest.mark.parametrize(
    ("name", "code"),
    [("Russian Federation", "RUS"), ("Occupied Palestinian Territory", "PSE"), ("NATO", "NATO"), ("Atlantis", None)],
)
def test_states_and_bodies_are_known_by_their_usual_names(name, code):
    assert code_of_name(name) == code


def test_every_column_says_how_far_it_is_filled():
    for table in (*TABLES, "evidence", "events", "reasons", "plover"):
        assert {column.filled for column in columns(table)} <= {"full", "part", "near", "empty"}
        assert all(column.note for column in columns(table) if column.filled == "near" and column.name != "Year")
    assert len(KINDS["gdelt2"].columns) == 61
