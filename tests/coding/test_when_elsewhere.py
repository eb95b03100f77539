"""Dates in English, Russian and Arabic sentences, read on 14 May 2025, a Wednesday."""

import datetime

import pytest

from ravabet.coding.dates.when import dates
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
        "They parted on the 5th of this month.": ["2025-05-05"],
        "They parted on the 28th of last month.": ["2025-04-28"],
        "They won twenty of this month's races.": ["2025-05"],
        "The envoys met in February of last year.": ["2024-02"],
        "The envoys met in the first days of March.": ["2025-03"],
        "Guards were posted after the September 11 attacks.": ["2001-09-11"],
        "Guards were posted after the 9/11 attacks.": ["2001-09-11"],
        "The ministers met on September 11 in Oslo.": ["2024-09-11"],
        "Few survived the October 7 assault on the border.": ["2023-10-07"],
        "The ministers met on October 7 in Oslo.": ["2024-10-07"],
        "Oslo was blamed for meddling in the 2016 election.": ["2016"],
        "Oslo's 2016 campaign was long.": ["2016"],
        "They spoke of the 2040 targets.": [],
        "They walked the 2000 miles.": ["2000"],
        "The bridge was closed in 2015 because it leaked.": ["2015"],
        "The bridge was closed between 2014 and 2016.": ["2014"],
        "They met in the 1990s.": [],
        "They march every Friday.": [],
        "They marched on Friday.": ["2025-05-09"],
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
        "Они расстались 5-го числа.": ["2025-05-05"],
        "Они расстались 28 числа прошлого месяца.": ["2025-04-28"],
        "Они расстались 4-го марта.": ["2025-03-04"],
        "Учения шли 1—5 марта.": ["2025-03-01"],
        "Первая — 4 марта — не удалась.": ["2025-03-04"],
        "В первые дни марта 2024 года они расстались.": ["2024-03"],
        "Летом 2016 года они расстались.": ["2016"],
        "В 2014—2016 годах они не встречались.": ["2014"],
        "В 1990-х годах они не встречались.": [],
        "В конце 2016-го они расстались.": ["2016"],
        "Встреча прошла 05.03.25 в Осло.": ["2025-03-05"],
        "Город обстреляли минувшей ночью.": ["2025-05-13"],
        "Они встречаются каждую пятницу.": [],
        "Пять человек из числа гостей ушли.": [],
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
        "وقعوا العقد في الخامس عشر من أبريل.": ["2025-04-15"],
        "وقعوا العقد في الحادي والعشرين من يناير.": ["2025-01-21"],
        "وقعوا العقد في العشرين من مارس.": ["2025-03-20"],
        "وقعوا العقد في السادس من تشرين الأول/أكتوبر 2024.": ["2024-10-06"],
        "وقعوا العقد في الخامس من الشهر الجاري.": ["2025-05-05"],
        "وقعوا العقد في 28 من الشهر الماضي.": ["2025-04-28"],
        "وقعوا العقد في الثاني هذا الشهر.": ["2025-05"],
        "وقعوا العقد في مارس من العام الماضي.": ["2024-03"],
        "وقعوا العقد بتاريخ 5-3-2025.": ["2025-03-05"],
        "وصل الوفد منذ ثلاثة أشهر.": ["2025-02"],
        "تدخلوا في انتخابات 2016.": ["2016"],
        "تدخلوا في 2016 قرية.": [],
        "يجتمعون كل جمعة.": [],
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
