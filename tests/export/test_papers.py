"""The page on formats says of every column what the exports know of it."""

from pathlib import Path

from tools.make_format_tables import PAGE, PLACE, filled

from ravabet.export.formats import FORMATS
from ravabet.export.incoming import KINDS

DATA = Path(__file__).parents[2] / "src/ravabet/export/data"


def test_the_tables_of_columns_are_of_today():
    text = PAGE.read_text("utf-8")
    assert filled(text) == text, "run: python -m tools.make_format_tables"
    assert {found[1] for found in PLACE.finditer(text)} == {path.stem for path in (DATA / "columns").glob("*.tsv")}


def test_every_format_and_kind_is_told():
    text = PAGE.read_text("utf-8")
    assert [name for name in (*FORMATS, *KINDS) if f"`{name}`" not in text] == []


def test_every_table_of_codes_states_its_source():
    for path in DATA.glob("*.tsv"):
        head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
        assert any(word in " ".join(head) for word in ("codebook", "Source:", "standard", "ACLED", "ICEWS")), path.name
