"""Pages read off their glyphs: order, brackets, spaces, columns, paragraphs, boxes; and files with nothing to read."""

import datetime
import random

import pytest

from ravabet.model import InputError, Span
from ravabet.reading.pdf import read_pdf

from .pdf_writer import ltr, pdf, rtl, shown


def text(*stretches):
    return read_pdf(pdf(stretches)).text


def lines(read, x, top, step=18, write=rtl, size=12):
    return [write(x, top - step * n, line, size) for n, line in enumerate(read)]


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("دش هتسب زرم", "مرز بسته شد"),
        ("دش هتسب ۲۰۲۴ لاس رد", "در سال ۲۰۲۴ بسته شد"),
        ("دنتفگ Siemens AG تکرش رد", "در شرکت Siemens AG گفتند"),
        (".تسا www.example.org رد نتم", "متن در www.example.org است."),
        ("دوب ٪65 نآ مهس", "سهم آن 65٪ بود"),
        ("دوب ۹:۳۰ تعاس و ۱۷/۲۰۲۵ هرامش", "شماره ۱۷/۲۰۲۵ و ساعت ۹:۳۰ بود"),
        ("دوب ۲۰۳۰-۲۰۲۵ هرود", "دوره ۲۰۲۵-۲۰۳۰ بود"),
        ("دوب ۲۰۲۵-۲۰۳۰ هرود", "دوره ۲۰۲۵-۲۰۳۰ بود"),
    ],
)
def test_a_line_is_read_in_its_order(seen, read):
    assert text(shown(100, 700, seen)) == read


@pytest.mark.parametrize("opening", ["(", ")"])
def test_brackets_are_turned_whichever_way_the_file_keeps_them(opening):
    closing = "()".replace(opening, "")
    seen = [f"دش هتسب {closing}دنب{opening} زرم", f"دنتفر {closing}همه{opening} نانآ"]
    assert text(*lines(seen, 100, 700, write=ltr)) == "مرز (بند) بسته شد آنان (همه) رفتند"


def test_a_ligature_is_taken_apart():
    assert text(rtl(500, 700, "قرأ كتابا قديما ﻻ يقرأ")) == "قرأ كتابا قديما لا يقرأ"


def test_words_without_spaces_between_them_are_parted_by_the_white():
    drawn = [rtl(500, 700, "مرزها"), rtl(465, 700, "امروز"), rtl(430, 700, "باز"), rtl(407, 700, "شدند")]
    assert text(*drawn) == "مرزها امروز باز شدند"


def test_columns_of_a_right_to_left_page_are_read_from_the_right():
    right = [
        "ستون راست از بالا آغاز می شود و",
        "در همین ستون ادامه پیدا می کند و",
        "سپس به پایان همین ستون می رسد که",
        "آخرین سطر است.",
    ]
    left = [
        "ستون چپ پس از ستون راست خوانده",
        "می شود و آن هم چهار سطر دارد که",
        "هر یک به اندازه سطر های دیگر است",
        "و تمام.",
    ]
    both = lines(right, 550, 700) + lines(left, 270, 700)
    random.Random(1).shuffle(both)
    read = text(*both)
    assert read.index("آخرین") < read.index("ستون چپ")
    assert " ".join(read.split()) == " ".join([*right, *left])


def test_rows_of_a_table_are_read_across():
    rows = [("کشور", "سال"), ("ایران", "۱۳۹۹"), ("عراق", "۱۴۰۰"), ("عمان", "۱۴۰۱")]
    drawn = [
        s
        for n, (a, b) in enumerate(rows)
        for s in (rtl(500, 700 - 18 * n, a), shown(200, 700 - 18 * n, b if b[0] == "۱" else b[::-1]))
    ]
    assert text(*drawn).split("\n") == [f"{a} {b}" for a, b in rows]


def test_printed_lines_are_joined_to_paragraphs():
    first = ["دو کشور پس از چند سال گفت و گو سرانجام", "پیمان تازه ای امضا کردند."]
    second = ["این پیمان از سال آینده اجرا خواهد شد و", "پنج سال اعتبار دارد."]
    assert text(*lines(first + second, 500, 700)) == " ".join(first) + "\n" + " ".join(second)


def test_a_word_broken_at_a_hyphen_is_made_whole():
    broken = ["Both ministers welcomed the agree-", "ment and left the well-known hall."]
    whole = "Both ministers welcomed the agreement and left the well-known hall."
    assert text(*lines(broken, 80, 700, write=ltr)) == whole


def test_a_sentence_goes_on_over_a_page_and_heads_are_dropped():
    body = ["the ministers of the two countries met again to", "discuss how the water of the river could be used"]
    rest = ["in the summer when little of it is left there.", "Nothing was agreed upon."]
    pages = [
        [ltr(250, 800, "Daily News 12"), *lines(part, 80, 700, write=ltr), ltr(290, 40, str(number))]
        for number, part in enumerate((body, rest), 7)
    ]
    assert read_pdf(pdf(*pages)).text == " ".join([*body, *rest])


def test_footnotes_come_after_the_text():
    body = ["the first sentence of this long page goes on here", "and it ends on the second page of the paper"]
    pages = [
        [*lines(body, 80, 700, write=ltr), *lines(["1 A note on it."], 80, 90, write=ltr, size=8)],
        lines(["where nothing else is said about the matter."], 80, 700, write=ltr),
    ]
    assert read_pdf(pdf(*pages)).text.split("\n") == [
        " ".join([*body, "where nothing else is said about the matter."]),
        "1 A note on it.",
    ]


def test_russian_and_english_pages_are_read():
    assert text(ltr(80, 700, "Стороны договорились (на словах).")) == "Стороны договорились (на словах)."
    assert text(ltr(80, 700, 'He said: "No" [twice].')) == 'He said: "No" [twice].'


def test_every_character_has_its_box():
    found = read_pdf(pdf([rtl(500, 700, "مرز بسته شد")], [rtl(500, 700, "باز شد")]))
    assert len(found.layout.boxes) == len(found.text)
    at = found.text.index("بسته")
    (box,) = found.layout.of(Span(at, at + 4))
    assert (box.page, round(box.right), round(box.left)) == (1, 476, 452)
    assert box.bottom < 700 < box.top
    assert found.layout.boxes[found.text.index("باز")].page == 2
    assert found.layout.boxes[found.text.index("\n")] is None


def test_what_the_file_says_of_itself():
    info = "/Title(Two neighbours talk)/Author(A. Writer)/CreationDate(D:20250318101500Z)"
    found = read_pdf(pdf([ltr(80, 700, "Text.")], info=info))
    assert (found.title, found.author) == ("Two neighbours talk", "A. Writer")
    assert (found.published, found.created) == (None, datetime.date(2025, 3, 18))
    assert read_pdf(pdf([ltr(80, 700, "Text.")], info="/Title(Microsoft Word - x.docx)")).title is None


IMAGE = "q 100 0 0 100 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.4\nnothing", "broken"),
        (pdf([ltr(80, 700, "Text.")])[:300], "broken"),
        (pdf([""]), "without text"),
        (pdf([IMAGE]), "scanned"),
        (pdf([ltr(80, 700, "\ue006\ue007\ue005")]), "fonts do not say"),
    ],
)
def test_what_cannot_be_read_is_told_apart(data, said):
    with pytest.raises(InputError, match=said) as told:
        read_pdf(data)
    assert "\n" not in str(told.value)


def test_broken_files_are_told_and_never_crash():
    whole, chance = pdf(lines(["مرز بسته شد", "Text (1) here"], 500, 700)), random.Random(5)
    for _ in range(200):
        data = bytearray(whole[: chance.choice((len(whole), chance.randrange(len(whole))))])
        for _ in range(chance.choice((1, 10, 100))):
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            found = read_pdf(bytes(data))
        except InputError:
            continue
        assert len(found.text) == len(found.layout.boxes)
