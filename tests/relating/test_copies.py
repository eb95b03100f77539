from __future__ import annotations

import datetime
import random

import pytest

from ravabet.model import Document
from ravabet.relating import Support, copied_from, originals, signature, support, voices
from ravabet.relating.copies import MOST_KEPT

LONG = {
    "en": "Kenya closed its border with Uganda on Friday after a quarrel over milk. Lorries wait at Busia. "
    "Officials of both states want to meet in Kampala next week and settle the matter.",
    "fa": "کنیا روز جمعه پس از اختلاف بر سر شیر مرز خود را با اوگاندا بست. کامیون‌ها در بوسیا منتظرند. "
    "مقام‌های دو کشور می‌خواهند هفتهٔ آینده در کامپالا دیدار کنند و به این موضوع پایان دهند.",
    "ar": "أغلقت كينيا يوم الجمعة حدودها مع أوغندا بعد خلاف على الحليب. وتنتظر الشاحنات في بوسيا. "
    "ويريد مسؤولون من البلدين أن يلتقوا في كمبالا الأسبوع المقبل وأن ينهوا المسألة.",
    "ru": "Кения в пятницу закрыла границу с Угандой после спора о молоке. Грузовики ждут в Бусии. "
    "Чиновники обеих стран хотят встретиться в Кампале на следующей неделе и уладить дело.",
}
OTHER = (
    "Uganda says that Kenya shut the crossing at Busia because of a quarrel over milk prices. Drivers complain that "
    "they have waited for days, and traders fear that their goods will spoil."
)


def documents(*texts: str) -> list[Document]:
    return [Document(f"d{number}", text) for number, text in enumerate(texts)]


def changed(text: str) -> dict[str, str]:
    first, rest = text.split(". ", 1)
    return {
        "the same": text,
        "a headline and a line on the agency before it": f"Border closed\n\nNAIROBI (Agency) - {text}",
        "its last sentence cut off": text.rsplit(". ", 1)[0] + ".",
        "other punctuation, spaces and line breaks": text.replace(" ", "\n").replace(".", " !"),
        "a sentence put in": f"{first}. This was to be expected. {rest}",
    }


@pytest.mark.parametrize("language", LONG)
@pytest.mark.parametrize("change", changed(LONG["en"]))
def test_copy_is_found(language: str, change: str) -> None:
    assert originals(documents(LONG[language], changed(LONG[language])[change])) == (0, 0)


@pytest.mark.parametrize("other", [*(LONG[language] for language in ("fa", "ar", "ru")), OTHER, "Kenya", "", "..."])
def test_other_text_is_no_copy(other: str) -> None:
    assert originals(documents(LONG["en"], other)) == (0, 1)


def test_texts_without_words_are_no_copies_of_each_other() -> None:
    assert originals(documents("", "", "...")) == (0, 1, 2)


def test_arabic_letters_in_persian_make_no_other_text() -> None:
    assert originals(documents(LONG["fa"], LONG["fa"].replace("ی", "ي").replace("ک", "ك"))) == (0, 0)


def test_earliest_published_is_the_original() -> None:
    days = (None, datetime.date(2025, 3, 2), datetime.date(2025, 3, 1))
    copies = [Document(f"d{i}", LONG["en"], published=day) for i, day in enumerate(days)]
    assert originals(copies) == (2, 2, 2)


def test_formula_in_many_documents_makes_no_copies() -> None:
    """Documents that share a standing paragraph, but no more, are copies of none."""
    chance = random.Random(5)
    made = [" ".join(str(chance.randrange(10**6)) for _ in range(40)) for _ in range(200)]
    formula = "all rights reserved no part of this report may be printed again without leave"
    assert originals(documents(*(f"{text} {formula}" for text in made))) == tuple(range(200))


def test_copies_of_one_original_are_one_voice_and_so_are_documents_of_one_source() -> None:
    told = [
        Document("a", LONG["en"], source="Agency"),
        Document("b", LONG["en"], source="Daily"),
        Document("c", LONG["ru"], source="agency"),
        Document("d", OTHER, source="Herald"),
        Document("e", LONG["fa"]),
        Document("f", LONG["ar"]),
    ]
    spoken = voices(told, originals(told))
    names = [spoken[id(document)] for document in told]
    assert names[0] == names[1] == names[2]
    assert len(set(names)) == 4


@pytest.mark.parametrize(
    ("source", "path", "count"),
    [("news", "in/news.jsonl", 2), ("Agency", "in/news.jsonl", 1), (None, "in/news.jsonl", 2), ("news", None, 1)],
)
def test_documents_of_a_file_are_one_voice_only_if_their_source_is_named(
    source: str | None, path: str | None, count: int
) -> None:
    told = [
        Document(f"d{line}", LONG[language], source=source, path=path and f"{path}:{line}")
        for line, language in enumerate(("en", "fa"), 1)
    ]
    assert len(set(voices(told, originals(told)).values())) == count


def test_support_counts_voices_and_takes_the_surest_of_each() -> None:
    told = documents("a", "b", "c")
    voice = {id(told[0]): "one", id(told[1]): "one", id(told[2]): "two"}
    assert support([(told[0], 0.5), (told[1], 0.2)], voice) == Support(1, 0.5)
    assert support([(told[0], 0.5), (told[2], 0.5)], voice) == Support(2, 0.75)
    assert support([], voice) == Support(0, 0.0)


def signed(*told: Document) -> dict[str, tuple[int, ...]]:
    return {document.id: signature(document.text) for document in told}


@pytest.mark.parametrize("language", LONG)
@pytest.mark.parametrize("change", changed(LONG["en"]))
def test_copy_of_what_the_file_holds_is_found_by_its_signature(language: str, change: str) -> None:
    known = [Document(f"known-{name}", text) for name, text in LONG.items()] + [Document("other", OTHER)]
    new = [Document("new", changed(LONG[language])[change])]
    assert copied_from(new, known, signed(*known, *new)) == {"new": f"known-{language}"}


def test_new_document_is_no_original_of_one_that_the_file_holds() -> None:
    known = Document("known", LONG["en"], published=datetime.date(2025, 3, 2))
    days = (datetime.date(2025, 3, 3), datetime.date(2025, 3, 1))
    new = [Document(f"n{i}", LONG["ru"], published=day) for i, day in enumerate(days)]
    early = Document("early", LONG["en"], published=datetime.date(2025, 3, 1))
    assert copied_from([*new, early], [known], signed(known, early, *new)) == {"n0": "n1", "early": "known"}


def test_signature_of_a_long_text_is_short_and_tells_texts_apart() -> None:
    chance = random.Random(3)
    one, two = ([str(chance.randrange(10**6)) for _ in range(2000)] for _ in range(2))
    assert len(signature(" ".join(one))) == MOST_KEPT
    assert not set(signature(" ".join(one))) & set(signature(" ".join(two)))
    copy = set(signature(" ".join(one[200:])))
    assert len(copy & set(signature(" ".join(one)))) > MOST_KEPT / 2
    assert signature("Kenya") == signature("KENYA") != ()
    assert signature("...") == ()
