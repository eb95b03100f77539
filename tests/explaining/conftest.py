from __future__ import annotations

import pytest

from ravabet.explaining import phrases
from ravabet.lexicon import Frame

FRAMES = [
    Frame(
        "cooperate",
        "COOPERATE",
        {
            "en": "{actor} widened their cooperation",
            "fa": "{actor} همکاری خود را گسترش دادند",
            "ru": "сотрудничество",
            "ar": "تعاون",
        },
        symmetric=True,
    ),
    Frame(
        "sign-agreement",
        "AGREE",
        {
            "en": "{actor} signed an agreement with {recipient}",
            "fa": "{actor} با {recipient} توافق‌نامه امضا کرد",
            "ru": "подписание соглашения",
            "ar": "توقيع اتفاق",
        },
        symmetric=True,
    ),
    Frame(
        "import-ban",
        "SANCTION",
        {
            "en": "{actor} banned imports from {recipient}",
            "fa": "{actor} واردات از {recipient} را ممنوع کرد",
            "ru": "запрет импорта",
            "ar": "حظر استيراد",
        },
    ),
    Frame(
        "condemn",
        "ACCUSE",
        {
            "en": "{actor} condemned {recipient}",
            "fa": "{actor} {recipient} را محکوم کرد",
            "ru": "осуждение",
            "ar": "إدانة",
        },
    ),
    Frame("exercise", "MOBILIZE", {"en": "{actor} held exercises", "fa": "{actor} رزمایش برگزار کرد"}),
    Frame("attack", "ASSAULT", {"en": "{actor} attacked {recipient}", "fa": "{actor} به {recipient} حمله کرد"}),
]
NAMES = {
    "TKM": {"en": "Turkmenistan", "fa": "ترکمنستان", "ru": "Туркмения", "ar": "تركمانستان"},
    "UZB": {"en": "Uzbekistan", "fa": "ازبکستان", "ru": "Узбекистан", "ar": "أوزبكستان"},
    "CHN": {"en": "China", "fa": "چین", "ru": "Китай", "ar": "الصين"},
    "IRN": {"en": "Iran", "fa": "ایران", "ru": "Иран", "ar": "إيران"},
}


@pytest.fixture(autouse=True)
def _own_lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Frames and names of our own, so that these tests do not depend on the lexicon's wording."""
    monkeypatch.setattr(phrases, "frames", lambda: {frame.id: frame for frame in FRAMES})
    monkeypatch.setattr(phrases, "name", lambda code, language: NAMES.get(code, {}).get(language, code))
