"""Who acts beside another («إلى جانب», «вместе с») does what he does; who stands by another supports him."""

import pytest

from ravabet import code


def sides(text: str, language: str, type: str) -> tuple[set[str | None], set[str | None]]:
    event = next(event for event in code(text, language=language).events if event.type == type)
    return {actor.code for actor in event.actors}, {actor.code for actor in event.recipients}


@pytest.mark.parametrize(
    ("text", "language", "type", "actors", "recipients"),
    [
        ("فرضت بريطانيا، إلى جانب كندا، عقوبات على روسيا.", "ar", "SANCTION", {"GBR", "CAN"}, {"RUS"}),
        ("أدانت فرنسا إلى جانب ألمانيا الهجوم على أوكرانيا.", "ar", "ACCUSE", {"FRA", "DEU"}, set()),
        ("فرضت واشنطن عقوبات على إيران بالإضافة إلى سوريا.", "ar", "SANCTION", {"USA"}, {"IRN", "SYR"}),
        ("Великобритания вместе с Канадой ввела санкции против России.", "ru", "SANCTION", {"GBR", "CAN"}, {"RUS"}),
        ("Армения совместно с Ираном провела учения.", "ru", "MOBILIZE", {"ARM", "IRN"}, set()),
        ("عربستان به همراه مصر روابط خود را با قطر قطع کرد.", "fa", "SANCTION", {"SAU", "EGY"}, {"QAT"}),
        ("ارتش روسیه در کنار سوریه علیه داعش جنگید.", "fa", "ASSAULT", {"RUS", "SYR"}, {"ISIS"}),
    ],
)
def test_who_acts_beside_another_acts_too(text: str, language: str, type: str, actors: set[str], recipients: set[str]):
    assert sides(text, language, type) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "language", "actors", "recipients"),
    [
        ("وقفت السعودية إلى جانب مصر في الأزمة.", "ar", {"SAU"}, {"EGY"}),
        ("أكدت قطر وقوفها إلى جانب لبنان.", "ar", {"QAT"}, {"LBN"}),
        ("ایران در کنار لبنان می‌ایستد.", "fa", {"IRN"}, {"LBN"}),
    ],
)
def test_who_stands_by_another_supports_him(text: str, language: str, actors: set[str], recipients: set[str]):
    assert sides(text, language, "SUPPORT") == (actors, recipients)
