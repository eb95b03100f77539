"""Dates in English, Russian and Arabic sentences, read on 14 May 2025, a Wednesday."""

import datetime

import pytest

from ravabet.coding.when import dates
from ravabet.language import analyse

ON = datetime.date(2025, 5, 14)
CASES = {
    "en": {
        "The two sides met on December 27, 2024.": ["2024-12-27"],
        "They met on Dec. 27 and parted.": ["2024-12-27"],
        "The pact was signed on the 27th of December.": ["2024-12-27"],
        "She left last Friday.": ["2025-05-09"],
        "He arrived on Tuesday.": ["2025-05-13"],
        "It happened three days ago.": ["2025-05-11"],
        "He left in April 2024.": ["2024-04"],
        "They met in March.": ["2025-03"],
        "They march in silence and may go.": [],
        "They will meet on June 3.": ["2025-06-03"],
        "They met on Monday, May 12th.": ["2025-05-12"],
        "The dispute began in 2014.": ["2014"],
        "Some 2014 people came.": [],
    },
    "ru": {
        "Они встретились 27 декабря 2024 года.": ["2024-12-27"],
        "Встреча прошла 3 апреля.": ["2025-04-03"],
        "Он прибыл в минувший вторник.": ["2025-05-13"],
        "Это было два дня назад.": ["2025-05-12"],
        "В апреле прошлого года они подписали договор.": ["2024-04"],
        "В 2014 году они вступили в союз.": ["2014"],
        "Переговоры пройдут 20 июня.": ["2025-06-20"],
        "Приехали 2014 человек.": [],
    },
    "ar": {
        "التقى الوزيران يوم 27 ديسمبر 2024.": ["2024-12-27"],
        "وقع الاتفاق في 27 كانون الأول/ديسمبر 2024.": ["2024-12-27"],
        "التقى الرئيسان يوم الثلاثاء.": ["2025-05-13"],
        "حدث ذلك قبل يومين.": ["2025-05-12"],
        "حدث ذلك قبل ثلاثة أيام.": ["2025-05-11"],
        "حدث ذلك قبل ثلاثة أيام من الانتخابات.": [],
        "وقعوا العقد في الثالث من أبريل 2025.": ["2025-04-03"],
        "وقعوا العقد العام الماضي.": ["2024"],
        "جاء من أبريل إلى الدار.": ["2025-04"],
        "بدأت الهدنة في رمضان.": ["2025-03"],
        "هدد الرئيس التركي رجب طيب أردوغان الجيران.": [],
        "وصل رمضان قديروف إلى دمشق.": [],
    },
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in CASES.items() for text in texts])
def test_dates_are_read(language, text):
    found = [when for sentence in analyse(text, language) for when in dates(text, sentence, ON, language)]
    assert [when.date for when in found] == CASES[language][text]
