"""What is wrong with a document is told in the reader's language, whatever room says it."""

import ast
import re
from pathlib import Path

import pytest

import ravabet
from ravabet.explaining.faults import table
from ravabet.explaining.phrases import phrases
from ravabet.lexicon import read_tsv
from ravabet.reading import read
from ravabet.reading.tables import kinds

HOME = Path(ravabet.__file__).parent
ROOMS = (*sorted(HOME.joinpath("reading").rglob("*.py")), HOME / "pipeline.py", HOME / "scale" / "working.py")
FAULT = re.compile(r"(?:is|has|holds|lies|looks|cannot|could|was|took|leads|names|unpacks|lacks|breaks|says|repeats|the"
                   r" folder|there is|coding it|its process)\b[^\n]*; ")  # fmt: skip
SLOT = re.compile(r"\{(\w+)(?:![a-z])?(?::[^}]*)?\}")
FILLED = {"at": " (column 7)", "link": " (https://river.example/a)"}
"""What fills the slots of the rooms that may be empty; the others are filled with a number."""
OTHERS = ("fa", "ar", "ru")
ROWS = read_tsv("phrases", "faults.tsv")


def said_in(module):
    """Every sentence of a module that says what is wrong, its slots filled."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            said = "".join(part.value if isinstance(part, ast.Constant) else "7" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            said = SLOT.sub(lambda slot: FILLED.get(slot[1], "7"), node.value)
        else:
            continue
        if FAULT.match(said):
            yield said


def is_known(fault):
    return any(pattern.fullmatch(fault) for pattern, _ in table())


def test_whatever_the_rooms_say_is_in_the_table():
    said = [(module.name, one) for module in ROOMS for one in said_in(module)]
    assert len(said) > 60
    assert [one for one in said if not is_known(one[1])] == []


def test_kinds_of_files_are_in_the_table():
    told = {part for kind in kinds() for part in (kind.what, kind.instead) if part}
    assert {part for part in told if not is_known(part)} == set()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["en"][:40])
def test_every_language_tells_the_same(row):
    slots = {language: sorted(set(SLOT.findall(row[language]))) for language in ("en", *OTHERS)}
    assert all(found == slots["en"] for found in slots.values())
    filled = {name: f"{number}7" for number, name in enumerate(slots["en"], 1)}
    fault = SLOT.sub(lambda slot: filled.get(slot[1], slot[0]), row["en"])
    for language in OTHERS:
        words = phrases(language)
        said = words.fault(fault)
        assert all(words.number(int(value)) in said for value in filled.values())
        assert "{" not in SLOT.sub("{", said.replace('{"id"', ""))


@pytest.mark.parametrize(
    ("language", "told"), [("fa", "صفحه‌گسترده"), ("ar", "جدول بيانات"), ("ru", "электронная таблица")]
)
def test_what_fills_a_slot_is_told_too(language, told):
    fault = "is a spreadsheet (XLSX), which Ravabet does not read; save its sheet as CSV and give that"
    said = phrases(language).fault(fault)
    assert told in said
    assert "give" not in said


def test_a_name_in_a_slot_stays_as_it_is():
    said = phrases("fa").fault("lacks a part that it must have (word/document2.xml); open it and save it again")
    assert "\u2068word/document2.xml\u2069" in said


@pytest.mark.parametrize("language", ["en", *OTHERS])
def test_what_is_not_in_the_table_is_told_as_it_is(language):
    assert phrases(language).fault("went wrong").strip("\u2068\u2069") == "went wrong"


def test_what_reading_says_of_a_file_is_found(tmp_path):
    for name, data in {
        "a.pdf": b"%PDF-1.4 broken",
        "b.txt": b"",
        "c.png": b"\x89PNG\r\n\x1a\n",
        "d.jsonl": b"{]}",
    }.items():
        (tmp_path / name).write_bytes(data)
    found = [one.what for one in read(tmp_path) if hasattr(one, "what")]
    assert len(found) == 4
    for language in OTHERS:
        assert all(phrases(language).fault(what) != what for what in found)
