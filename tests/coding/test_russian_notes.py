"""States in Russian that are named without taking part, and bounds of phrases that hide who does."""

import datetime

import pytest

from ravabet.coding.scene import scene

DAY = datetime.date(2025, 6, 12)


def named(text):
    return [(m.span.of(text), "+".join(m.codes)) for found in scene(text, "ru", DAY).mentions for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Перу задержало членов ХАМАС (запрещена в России).", ["Перу", "членов ХАМАС"]),
        ("Перу судит сторонников «Хезболлы», запрещённой на территории РФ.", ["Перу", "Хезболлы"]),
        ("В Перу задержан член запрещённой в Чили организации.", ["Перу"]),
        (
            "Перу задержало членов ХАМАС (группировка признана террористической и запрещена в РФ).",
            ["Перу", "членов ХАМАС"],
        ),
        # a ban that is told of is none of a note
        ("Этот сайт запрещён в Чили.", ["Чили"]),
        ("Перу задержало членов ХАМАС (троих выслали из Чили).", ["Перу", "членов ХАМАС", "Чили"]),
    ],
)
def test_the_state_of_a_note_on_a_banned_group_takes_no_part(text, expected):
    assert [words for words, _ in named(text)] == expected


def test_a_state_has_its_long_name_with_a_small_letter_too():
    assert ("жителям Демократической республики Конго", "COD") in named(
        "Помощь дали жителям Демократической республики Конго."
    )
    assert ("жителям Республики Конго", "COG") in named("Помощь дали жителям Республики Конго.")


def test_a_thing_in_a_case_of_its_own_is_not_of_the_office_before_it():
    assert ("британским правительством", "GBR") in named(
        "Скандал с выдвинутыми британским правительством обвинениями не утих."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Дмитрий Ливанов ушёл.", []),
        ("Матросы объявили итальянскую забастовку.", []),
        ("Послы Ливана и Нидерландов ушли.", ["LBN", "NLD"]),
        ("Матросы итальянского судна объявили забастовку.", ["ITA"]),
    ],
)
def test_a_plural_of_a_singular_name_and_an_idiom_name_no_state(text, expected):
    codes = [code for _, code in named(text)]
    assert list(dict.fromkeys(codes)) == expected
