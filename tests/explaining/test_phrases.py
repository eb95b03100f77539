from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from ravabet.explaining.answer import Act
from ravabet.explaining.cases import genitive
from ravabet.explaining.phrases import FSI, PDI, phrases
from ravabet.lexicon import LANGUAGES, TYPES, read_yaml
from ravabet.model import UsageError

ACT = Act("o1", "ASSAULT", "attack", ("TKM",), ("UZB",), None, None, "happened", None, -9.0)
POLICE_EN = "Turkmenistan (police and security forces) attacked Uzbekistan (civilians)"
POLICE_AR = "تركمانستان (الشرطة وقوات الأمن) ← أوزبكستان (مدنيون): استخدام القوة"
INSIDE = "Turkmenistan attacked its own country (civilians)"
TOGETHER = replace(ACT, type="AGREE", frame="sign-agreement", actors=("CHN", "IRN", "UZB"), recipients=())


def shape(data: Any) -> Iterator[str]:
    """Every path of a phrase file, with the slots of its text."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from (f"{key}.{rest}" for rest in shape(value))
    elif isinstance(data, list):
        yield f"list of {len(data)}"
    else:
        yield "".join(sorted(part.split("}")[0] for part in str(data).split("{")[1:]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things_with_the_same_slots(language: str) -> None:
    """But for the own country, which a language may name or not."""

    def said(language: str) -> list[str]:
        data = read_yaml("phrases", f"{language}.yaml")
        return sorted(shape({**data, "own_country": ""}))

    assert said(language) == said("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_has_a_name(language: str) -> None:
    assert set(read_yaml("phrases", f"{language}.yaml")["types"]) == set(TYPES)


@pytest.mark.parametrize(
    ("language", "act", "told"),
    [
        ("en", ACT, "Turkmenistan attacked Uzbekistan"),
        ("fa", ACT, "ترکمنستان به ازبکستان حمله کرد"),
        ("ru", ACT, "Туркмения → Узбекистан: применение силы"),  # no gloss: the type's name
        ("ar", ACT, "تركمانستان ← أوزبكستان: استخدام القوة"),
        ("en", replace(ACT, sectors=("COP", "CVL")), POLICE_EN),
        ("ar", replace(ACT, sectors=("COP", "CVL")), POLICE_AR),
        ("en", replace(ACT, sectors=("GOV", None)), "Turkmenistan attacked Uzbekistan"),
        ("en", replace(ACT, actors=("HAMAS",), sectors=("REB", None)), "HAMAS attacked Uzbekistan"),
        ("en", replace(ACT, recipients=("TKM",), sectors=(None, "CVL")), INSIDE),
        ("en", replace(ACT, actors=()), "An unnamed party attacked Uzbekistan"),
        ("fa", replace(ACT, recipients=()), "ترکمنستان به طرفی نامعلوم حمله کرد"),
        ("ru", replace(ACT, actors=()), "→ Узбекистан: применение силы"),
        ("ru", replace(ACT, recipients=()), "Туркмения: применение силы"),
        ("ar", replace(ACT, actors=(), recipients=()), "استخدام القوة"),
        ("en", replace(ACT, recipients=("TKM",)), "Turkmenistan attacked its own country"),
        ("fa", replace(ACT, recipients=("TKM",)), "ترکمنستان به کشور خود حمله کرد"),
        ("ru", replace(ACT, recipients=("TKM",)), "Туркмения: применение силы (внутри страны)"),
        ("en", TOGETHER, "China and Iran signed an agreement with Uzbekistan"),
        ("en", replace(TOGETHER, actors=("CHN",), recipients=("IRN",)), "China signed an agreement with Iran"),
        ("en", replace(TOGETHER, actors=("CHN",)), "China signed an agreement with an unnamed party"),
        ("en", replace(TOGETHER, frame="cooperate"), "China, Iran and Uzbekistan widened their cooperation"),
        ("fa", replace(TOGETHER, frame="cooperate"), "چین، ایران و ازبکستان همکاری خود را گسترش دادند"),
        ("ru", TOGETHER, "Китай, Иран и Узбекистан: подписание соглашения"),
        ("ar", TOGETHER, "الصين وإيران وأوزبكستان: توقيع اتفاق"),
        ("en", replace(ACT, frame="exercise"), "Turkmenistan held exercises (→ Uzbekistan)"),
        ("fa", replace(ACT, frame="exercise"), "ترکمنستان رزمایش برگزار کرد (← ازبکستان)"),
        ("en", replace(ACT, frame="exercise", recipients=()), "Turkmenistan held exercises"),
        ("en", replace(ACT, frame="no-such-frame"), "Turkmenistan → Uzbekistan: use of force"),
    ],
)
def test_act_in_words(language: str, act: Act, told: str) -> None:
    assert phrases(language).act(act) == told


@pytest.mark.parametrize(
    ("language", "act", "told"),
    [
        ("en", ACT, "Turkmenistan attacked Uzbekistan"),
        ("ru", ACT, "применение силы со стороны Туркмении в отношении Узбекистана"),
        ("ar", ACT, "استخدام القوة من جانب تركمانستان تجاه أوزبكستان"),
        ("fa", replace(ACT, frame="no-such-frame"), "کاربرد زور از سوی ترکمنستان نسبت به ازبکستان"),
        ("ru", replace(ACT, actors=()), "применение силы в отношении Узбекистана"),
        ("ru", replace(ACT, recipients=()), "применение силы со стороны Туркмении"),
        ("ru", replace(ACT, recipients=("TKM",)), "применение силы внутри Туркмении"),
        ("ru", replace(ACT, actors=(), recipients=()), "применение силы"),
        ("ru", TOGETHER, "подписание соглашения с участием Китая, Ирана и Узбекистана"),
        ("ar", TOGETHER, "توقيع اتفاق بين الصين وإيران وأوزبكستان"),
    ],
)
def test_act_in_a_sentence(language: str, act: Act, told: str) -> None:
    assert phrases(language).act(act, prose=True) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Россия", "России"),
        ("Китай", "Китая"),
        ("США", "США"),
        ("Марокко", "Марокко"),
        ("Нидерланды", "Нидерландов"),
        ("Саудовская Аравия", "Саудовской Аравии"),
        ("Западная Сахара", "Западной Сахары"),
        ("Босния и Герцеговина", "Боснии и Герцеговины"),
        ("Совет Европы", "Совета Европы"),
        ("Европейский центральный банк", "Европейского центрального банка"),
        ("Шри-Ланка", "Шри-Ланки"),
        ("Тринидад и Тобаго", "Тринидада и Тобаго"),
        ("Уоллис и Футуна", "Уоллиса и Футуны"),
        ("Хизб ут-Тахрир", "Хизб ут-Тахрир"),
    ],
)
def test_genitive_of_a_name(name: str, told: str) -> None:
    assert genitive(name, "ru") == told
    assert genitive(name, "fa") == name


@pytest.mark.parametrize(
    ("language", "iso", "told"),
    [
        ("en", "2024-12-27", "27 December 2024"),
        ("en", "2024-12", "December 2024"),
        ("fa", "2024-12-07", "۷ دسامبر ۲۰۲۴"),
        ("ar", "2024-12-27", "27 ديسمبر 2024"),
        ("ru", "2024-05-09", "9 мая 2024 г."),
        ("ru", "2024-05", "май 2024 г."),
        ("ru", "2024", "2024 г."),
        ("fa", None, "بدون تاریخ"),
    ],
)
def test_date_in_words(language: str, iso: str | None, told: str) -> None:
    assert phrases(language).date(iso) == told


@pytest.mark.parametrize(
    ("language", "text", "isolated"),
    [
        ("en", "ایران", True),
        ("en", "Iran", False),
        ("fa", "TASS", True),
        ("fa", "ایران ۲۰۲۴", False),
        ("ru", "NATO", False),
    ],
)
def test_only_text_of_the_other_direction_is_isolated(language: str, text: str, isolated: bool) -> None:
    assert phrases(language).isolate(text) == (f"{FSI}{text}{PDI}" if isolated else text)


def test_unknown_language_is_told() -> None:
    with pytest.raises(UsageError, match="fa, ar, ru, en"):
        phrases("de")
