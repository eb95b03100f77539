from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from tests.explaining.made import day, reason
from tests.explaining.rivers import TEXT, article

import ravabet
from ravabet import pipeline
from ravabet.coding.scene import scene
from ravabet.demo import documents
from ravabet.model import Damage, Document, Problem, Repair, UsageError


def damaged(text: str, *, language: str | None = None) -> Repair:
    assert language == "fa"
    return Repair(f"عنوان تازه\n{text}", text, (Damage("made", (0,), 1.0),))


def test_damaged_document_is_repaired_once_and_keeps_what_arrived(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ravabet.repairing.repair", damaged)
    arrived = Document("a", "متن", "fa", title="متن")
    monkeypatch.setattr("ravabet.reading.title_line", lambda text: text.split("\n")[0])
    mended = pipeline.mended(arrived)
    assert (mended.text, mended.title) == ("عنوان تازه\nمتن", "عنوان تازه")
    assert mended.repair is not None
    assert mended.repair.original == "متن"
    assert pipeline.mended(mended) is mended


def test_title_that_was_given_outlives_the_repair(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ravabet.repairing.repair", damaged)
    assert pipeline.mended(Document("a", "متن", "fa", title="از فهرست")).title == "از فهرست"


def test_sound_document_stays_the_same() -> None:
    document = Document("a", TEXT, "fa")
    assert pipeline.mended(document) is document


def test_repaired_document_is_counted_in_the_answer(rivers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ravabet.repairing.repair", damaged)
    answer = ravabet.why("TKM", "UZB", rivers)
    assert [source.repaired for source in answer.sources] == [True]


def test_public_functions_take_each_others_results(rivers: Path) -> None:
    documents = list(ravabet.read(rivers))
    codings = [ravabet.code(document) for document in documents if isinstance(document, Document)]
    answers = [ravabet.why("TKM", "ازبکستان", *given) for given in ([rivers], documents, codings)]
    assert answers[0] == answers[1] == answers[2]
    assert len(answers[0].steps) == len(ravabet.why("TKM", "UZB", article()).steps)
    assert ravabet.repair(TEXT).text == TEXT


@pytest.mark.usefixtures("rivers")
def test_published_is_for_documents_without_a_day() -> None:
    given = [Document("a", TEXT, "fa"), Document("b", TEXT, "fa", day("2020-01-01"))]
    found = [coding.document.published for coding in pipeline.code_all(given, published=day("2024-05-01"))]
    assert found == [day("2024-05-01"), day("2020-01-01")]


def test_problem_of_reading_becomes_a_coding_with_it() -> None:
    (coding,) = pipeline.code_all([Problem("x.txt", "is empty")])
    assert (coding.document.id, coding.document.text, coding.problem) == ("x.txt", "", Problem("x.txt", "is empty"))


@pytest.mark.parametrize(
    ("language", "said"), [(None, "is in no language that Ravabet knows"), ("de", "not yet coded")]
)
def test_language_that_is_not_coded_is_a_problem(language: str | None, said: str) -> None:
    problem = ravabet.code(Document("a", "Wort", language, path="a.txt")).problem
    assert problem is not None
    assert problem.where == "a.txt"
    assert said in problem.what


def test_a_text_at_hand_is_coded_with_what_is_said_of_it() -> None:
    coding = ravabet.code("Kenya accused Uganda of smuggling.", published=day("2024-05-05"), source="Example")
    assert [event.type for event in coding.events] == ["ACCUSE"]
    assert (coding.document.published, coding.document.dated_by) == (day("2024-05-05"), "given")
    assert (coding.document.language, coding.document.source) == ("en", "Example")
    assert ravabet.code("123").problem is not None


def test_unknown_attribute_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'fly'"):
        ravabet.fly  # noqa: B018


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وزیر خارجه ازبکستان گفت که ترکمنستان به دلیل بدهی‌ها مرز را بست.", "UZB"),
        ("ترکمنستان به دلیل بدهی‌ها مرز را بست.", None),
        ("وزیر خارجه ازبکستان سخنی نگفت و ترکمنستان به دلیل بدهی‌ها مرز را بست.", None),
    ],
)
def test_reason_is_told_by_those_in_whose_words_it_stands(text: str, speaker: str | None) -> None:
    given = reason(text, "بدهی‌ها", "مرز را بست", "به دلیل")
    assert pipeline._speaker(given, scene(text, "fa", None)) == speaker


def test_reasons_name_only_events_that_were_kept() -> None:
    codings = [pipeline.code(document) for document in documents()]
    named = [
        (coding, id)
        for coding in codings
        for reason in coding.reasons
        for side in (reason.cause, reason.effect)
        for id in side.events
    ]
    assert len(named) > 10
    assert [id for coding, id in named if id not in {event.id for event in coding.events}] == []


def test_a_day_may_be_written() -> None:
    told = ravabet.code("Germany expelled two Iranian diplomats on Thursday.", published="2025-03-07")
    assert told == ravabet.code(
        "Germany expelled two Iranian diplomats on Thursday.", published=datetime.date(2025, 3, 7)
    )
    assert [event.when.date for event in told.events if event.when] == ["2025-03-06"]


def test_what_is_no_day_is_refused_in_a_sentence() -> None:
    with pytest.raises(UsageError, match="published: 'last May' is not a day; write it as in 2025-05-14"):
        ravabet.code("Germany expelled two Iranian diplomats.", published="last May")
