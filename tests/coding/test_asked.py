"""Whose the people are whom a state asks to act, where the text does not say: its own."""

import pytest

from ravabet.coding.mentions.find import mentions
from ravabet.language import analyse


def people(language, text, word):
    """The codes of the last mention that holds ``word``."""
    found = [m for each in mentions(text, analyse(text, language), None, language) for m in each]
    return next(m.codes for m in reversed(found) if word in m.span.of(text))


@pytest.mark.parametrize(
    ("language", "text", "word", "code"),
    [
        (
            "ru",
            "Задержаны граждане России. Вследствие этого МИД Чехии советовал гражданам не ехать.",
            "гражданам",
            "CZE",
        ),
        ("ru", "Граждане России протестуют. Посольство Польши призвало граждан не ездить.", "граждан", "POL"),
        ("en", "Citizens of Iran protested. Germany urged citizens to leave the country.", "citizens", "DEU"),
        ("en", "Nationals of Belarus fled. Poland advised nationals not to travel there.", "nationals", "POL"),
        ("fa", "شهروندان روسیه آمدند. وزارت خارجه فرانسه به شهروندان توصیه کرد سفر نکنند.", "شهروندان", "FRA"),
        ("ar", "تظاهر مواطنون من إيران. دعت الكويت المواطنين إلى مغادرة لبنان.", "المواطنين", "KWT"),
        # whose they are is said, or nobody asks them
        ("en", "Citizens of Iran protested. Germany urged citizens of Ukraine to leave.", "citizens", "UKR"),
        ("en", "Citizens of Iran protested. Germany met citizens on Monday.", "citizens", "IRN"),
        ("en", "Citizens of Iran protested. Germany met citizens in Berlin.", "citizens", "DEU"),  # of the place told
        ("ru", "Граждане России протестуют. Посольство Польши призвало граждан Украины уехать.", "граждан", "UKR"),
        ("ru", "Задержаны граждане России. Полиция Польши отпустила граждан утром.", "граждан", "RUS"),
        ("fa", "شهروندان روسیه آمدند. فرانسه به شهروندان ایران توصیه کرد سفر نکنند.", "شهروندان", "IRN"),
        ("fa", "شهروندان روسیه آمدند. فرانسه به شهروندان کمک کرد.", "شهروندان", "RUS"),
    ],
)
def test_people_asked(language, text, word, code):
    assert people(language, text, word) == (code,)
