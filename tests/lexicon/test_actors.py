"""The actors of the lexicon: complete, well formed, and found by the names people use."""

import datetime
import re
from collections import Counter

import pytest

from ravabet.lexicon import KINDS, LANGUAGES, actors, codes, find_code, fold, name, names_in, read_tsv, read_yaml

pycountry = pytest.importorskip("pycountry", reason="pycountry is only installed for development")
STATES = sorted([country.alpha_3 for country in pycountry.countries] + ["XKX"])
BODIES = (
    "UN",
    "EU",
    "NATO",
    "SCO",
    "CSTO",
    "EAEU",
    "OIC",
    "GCC",
    "LAS",
    "IAEA",
    "IMF",
    "OPEC",
    "OTS",
    "OSCE",
    "CIS",
    "WB",
    "G7",
)
GROUPS = ("HAMAS", "HEZBOLLAH", "ISIS", "TALIBAN", "AL-QAEDA", "HOUTHIS", "PKK")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_body_and_group_has_a_name(language):
    named = {entry.code for entry in actors(language) if entry.kind in ("name", "body", "group")}
    assert [code for code in (*STATES, *BODIES, *GROUPS) if code not in named] == []
    assert named <= codes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_states_are_called_the_same(language):
    shown = Counter(fold(name(code, language)) for code in STATES)
    assert [form for form, times in shown.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_are_well_formed(language):
    for entry in actors(language):
        assert entry.kind in KINDS, entry
        assert entry.form == entry.form.strip() and entry.form, entry
        assert re.fullmatch(r"[A-Z][A-Z0-9 +-]*", entry.code), entry
        days = [datetime.date.fromisoformat(day) for day in (entry.since, entry.until) if day]
        assert days == sorted(days), entry


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_there_twice(language):
    rows = Counter(
        (file, *sorted((column, value) for column, value in row.items() if column != "_line"))
        for file in ("bodies", "groups", "institutions", "persons", "places")
        for row in read_tsv(language, f"actors/{file}.tsv")
    )
    assert [row for row, times in rows.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_is_called_by_its_own_name_and_not_by_that_of_a_group(language):
    groups = {entry.form for entry in actors(language) if entry.kind == "group"}
    assert [code for code in STATES if name(code, language) in groups] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plain_name_means_one_state(language):
    """Two states may not share a form that names them at all times: nothing could tell them apart."""
    owners: dict[str, set[str]] = {}
    for entry in actors(language):
        if entry.kind == "name" and not entry.since and not entry.until:
            owners.setdefault("".join(fold(entry.form).split()), set()).add(entry.code)
    assert {form: found for form, found in owners.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("code", "language", "shown"),
    [
        ("USA", "fa", "آمریکا"),
        ("KGZ", "fa", "قرقیزستان"),
        ("CHN", "fa", "چین"),
        ("KGZ", "ru", "Киргизия"),
        ("RUS", "ru", "Россия"),
        ("KGZ", "ar", "قيرغيزستان"),
        ("KGZ", "en", "Kyrgyzstan"),
        ("AFG", "fa", "افغانستان"),  # never by the group that has ruled it since 2021
        ("TALIBAN", "fa", "طالبان"),
        ("SCO", "fa", "سازمان همکاری شانگهای"),
    ],
)
def test_what_answers_call_an_actor(code, language, shown):
    assert name(code, language) == shown


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("kgz", "KGZ"),
        ("Кыргызстан", "KGZ"),
        ("قرغيزستان", "KGZ"),
        ("امريكا", "USA"),
        ("امریکا", "USA"),
        ("كره شمالي", "PRK"),
        ("هنگ\u200cکنگ", "HKG"),
        ("ШОС", "SCO"),
        ("Côte d’Ivoire", "CIV"),
        ("Атлантида", None),
        ("مسکو", None),  # a capital stands for its state in the news, not in a question
    ],
)
def test_a_state_is_found_by_what_a_user_types(text, code):
    assert find_code(text) == code


def test_homographs_speak_of_forms_that_exist():
    known = {"".join(fold(entry.form).split()) for entry in actors("fa")}
    known |= {"".join(fold(row["form"]).split()) for row in read_tsv("fa", "actors", "places.tsv")}
    known |= {
        "".join(fold(form).split()) for kind in ("topic", "some") for form in read_yaml("fa", "anaphors.yaml")[kind]
    }
    rows = read_tsv("fa", "homographs.tsv")
    assert [row["form"] for row in rows if "".join(fold(row["form"]).split()) not in known] == []
    assert {row["rule"] for row in rows} <= {
        "after",
        "amid",
        "before",
        "not_after",
        "not_text",
        "not_before",
        "spelt",
        "start",
        "text",
    }


def test_places_and_media_are_no_actors():
    assert {"places.tsv", "media.tsv"} <= set(names_in("fa", "actors"))
    assert not any(entry.source.startswith(("fa/actors/places", "fa/actors/media")) for entry in actors("fa"))
