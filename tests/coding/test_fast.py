"""The fast mode: the same records, lexicon and rules, and nothing parsed that can be read without."""

import datetime
import json
from typing import Any

import pytest

from ravabet.export import coding_line
from ravabet.language.parsing import reader
from ravabet.model import Document
from ravabet.pipeline import code

DAY = datetime.date(2024, 3, 5)
RUSSIAN = "Польша осудила действия Белоруссии. Из-за этого Минск отозвал посла из Варшавы."
ARABIC = "أدانت فرنسا هجوم إيران. وفرضت الولايات المتحدة عقوبات على إيران بسبب الهجوم."
PERSIAN = "ایران و روسیه توافق‌نامه‌ای امضا کردند. ایران به دلیل این حمله سفیر فرانسه را احضار کرد."
ENGLISH = "Poland condemned Belarus. France expelled two Russian diplomats because Russia attacked Ukraine."


def line(text: str, language: str, *, fast: bool) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(coding_line(code(Document("one", text, language, published=DAY), fast=fast)))
    return found


@pytest.mark.parametrize(
    ("language", "text", "type"), [("ru", RUSSIAN, "ACCUSE"), ("ar", ARABIC, "SANCTION"), ("fa", PERSIAN, "AGREE")]
)
def test_nothing_is_parsed_and_the_record_is_of_the_same_form(language, text, type, monkeypatch) -> None:
    slow = line(text, language, fast=False)

    def loaded(language: str) -> None:
        message = f"the parser of {language} was asked for"
        raise AssertionError(message)

    monkeypatch.setattr(reader, "loaded", loaded)
    quick = line(text, language, fast=True)
    assert quick.keys() == slow.keys()
    assert type in {event["type"] for event in quick["events"]}
    assert [event.keys() for event in quick["events"]] == [slow["events"][0].keys()] * len(quick["events"])


@pytest.mark.parametrize(("language", "text"), [("fa", PERSIAN), ("en", ENGLISH)])
def test_persian_and_english_are_coded_alike_in_both(language, text) -> None:
    quick, slow = line(text, language, fast=True), line(text, language, fast=False)
    assert quick == slow
    assert slow["reasons"]


@pytest.mark.parametrize(("language", "text"), [("ru", RUSSIAN), ("ar", ARABIC)])
def test_reasons_that_need_a_tree_are_not_sought(language, text) -> None:
    assert line(text, language, fast=False)["reasons"]
    assert not line(text, language, fast=True)["reasons"]
