"""Who says what: reports that stand behind what they report, and places that speak for their people."""

import pytest

import ravabet
from ravabet.coding.scene import scene

WITHIN = [  # whose words the first act is told in
    ("ru", "Россия атаковала мост, сообщил представитель Киева.", "UKR"),
    ("ru", "«Россия атаковала мост», — заявил президент Украины.", "UKR"),
    ("ru", "Россия атаковала мост и ушла из города, сообщает Киев.", "UKR"),
    ("ru", "Украина атаковала мост, считают в Кремле.", "RUS"),
    ("ru", "Россия атаковала мост, а Киев заявил, что ответит.", None),
    ("ru", "Посол России прибыл в Киев, заявил о готовности к диалогу и уехал.", None),
    ("ar", "هاجمت روسيا الجسر، قال الرئيس الأوكراني.", "UKR"),
    ("ar", "هاجمت روسيا الجسر، وقال الرئيس الأوكراني إنه سيرد.", None),
]


@pytest.mark.parametrize(("language", "text", "code"), WITHIN)
def test_a_report_behind_a_clause_tells_who_says_it(language: str, text: str, code: str | None) -> None:
    (voices,) = scene(text, language, None).voices
    assert (voices.within[0].code if voices.within[0] else None) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("В Кремле заявили, что Украина атаковала мост.", "RUS"),
        ("В МИД Украины сообщили, что Россия атаковала мост.", "UKR"),
        ("Для России заявили, что мост атакован.", None),
    ],
)
def test_a_place_speaks_where_many_of_its_people_do(text: str, code: str | None) -> None:
    (voices,) = scene(text, "ru", None).voices
    assert (voices.speaking[0].code if voices.speaking[0] else None) == code


def test_what_only_a_report_tells_is_a_claim_of_its_speaker() -> None:
    (event,) = ravabet.code("Россия атаковала мост, сообщил представитель Киева.", language="ru").events
    assert (event.type, event.status, event.speaker) == ("ASSAULT", "claimed", "UKR")
