"""Where an expression's words name its act, and where they do not."""

import pytest

from ravabet.coding.acts.act import Act
from ravabet.coding.acts.find import acts
from ravabet.language import analyse
from ravabet.lexicon import parse_expression


def found(text: str, *notations: str) -> list[tuple[str, Act]]:
    entries = tuple(parse_expression(notation, "frame", "test") for notation in notations)
    return [
        (act.span(sentence).of(text), act) for sentence in analyse(text, "fa") for act in acts(sentence, "fa", entries)
    ]


@pytest.mark.parametrize(
    ("text", "notation", "words"),
    [
        ("وزیر از همسایه انتقاد کرد.", "انتقاد کردن* <از", "انتقاد کرد"),
        ("وزیر انتقاد تندی از همسایه کرد.", "انتقاد کردن* <از", "انتقاد تندی از همسایه کرد"),
        ("وزير از همسايه انتقاد نموده است.", "انتقاد کردن* <از", "انتقاد نموده است"),
        ("جاسوسان بازداشت شدند.", "بازداشت کردن* <را", "بازداشت شدند"),
        ("پایگاه مورد حمله قرار گرفت.", "مورد حمله قرار دادن* <را", "مورد حمله قرار گرفت"),
        ("پنج نفر کشته شدند.", "کشتن* <را", "کشته شدند"),
        ("بازداشت‌های تازه ادامه دارد.", "بازداشت <-", "بازداشت‌های"),
        ("سفر وزیر به پکن لغو شد.", "سفر <به!", "سفر"),
        ("رزمایش بزرگ و مشترک آغاز شد.", "رزمایش ... مشترک <با", "رزمایش بزرگ و مشترک"),
        ("محکوم کردن این کار لازم است.", "محکوم کردن* <را", "محکوم کردن"),
        # an infinitive of another noun stands between
        ("وزیر همسایه را مسئول کشته شدن دو سرباز دانست.", "مسئول ... دانستن* <را", "مسئول کشته شدن دو سرباز دانست"),
        ("این کار غیرقانونی و ظالمانه است.", "غیرقانونی بودن* ? >speaker", "غیرقانونی و ظالمانه است"),
        # a light verb that stands once for two
        ("وزیر این کار را محکوم و تهدید به پاسخ کرد.", "محکوم کردن* <را", "محکوم و تهدید به پاسخ کرد"),
        ("وزیر با سفیر دیدار و درباره مرز گفت‌وگو کرد.", "دیدار کردن* <با", "دیدار و درباره مرز گفت‌وگو کرد"),
    ],
)
def test_an_act_is_found(text, notation, words) -> None:
    assert [quote for quote, _ in found(text, notation)] == [words]


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("وزیر انتقاد را شنید و سفر کرد.", "انتقاد کردن* <از"),
        ("سفر وزیر لغو شد.", "سفر <به!"),
        ("انتقاد شد.", "انتقاد کردن* <از"),
        ("کارگران غیرقانونی در بندر جنوبی کشور است.", "غیرقانونی بودن* ? >speaker"),
        ("وزیر نیروهای اشغالگر را مایه ناامنی دانست.", "اشغالگر دانستن* <را"),
        ("انتقاد شنیدن سخت است و او صبر کرد.", "انتقاد کردن* <از"),
        ("محکومیت او روشن است و کاری کرد.", "محکوم کردن* <را"),
        ("وزیر از تحریم و فشار انتقاد کرد.", "تحریم کردن* <را"),
        ("وزیر از دیدار و گفت‌وگو حمایت کرد.", "دیدار کردن* <با"),
    ],
)
def test_no_act_is_found(text, notation) -> None:
    assert found(text, notation) == []


@pytest.mark.parametrize(
    "text",
    [
        "وزیر خواستار توضیح تهران شد.",
        "وزیر خواستار توضیح پاکستان شد.",
        "وزیر خواستار لغو تحریم‌های اقتصادی شد.",
        "وزیر خواستار تشکیل کمیته مشترک شد.",
    ],
)
def test_a_name_or_an_adjective_takes_no_verb_away(text) -> None:
    entries = tuple(parse_expression(notation, "frame", "test") for notation in ("خواستار ... شدن* <-",))
    assert [act.expression.words[0] for sentence in analyse(text, "fa") for act in acts(sentence, "fa", entries)]


def test_a_passive_turns_the_sides() -> None:
    assert found("جاسوسان بازداشت شدند.", "بازداشت کردن* <را")[0][1].passive
    assert not found("پلیس جاسوسان را بازداشت کرد.", "بازداشت کردن* <را")[0][1].passive


def test_the_longer_act_hides_the_shorter() -> None:
    assert len(found("وزیر از همسایه انتقاد کرد.", "انتقاد کردن* <از", "انتقاد <از")) == 1


@pytest.mark.parametrize(
    ("text", "notation", "trigger"),
    [
        ("راه‌آهن میان دو شهر مرزی راه‌اندازی شد.", "راه آهن ... راه اندازی شدن* <میان", "راه‌اندازی شد"),
        ("وزیر انتقاد تندی از همسایه کرد.", "انتقاد کردن* <از", "انتقاد تندی از همسایه کرد"),
        ("وزیر از همسایه انتقاد کرد.", "انتقاد کردن* <از", "انتقاد کرد"),
        ("پنج نفر کشته شدند.", "کشتن* <را", "کشته شدند"),
        ("واگذاری همه معادن ادامه دارد.", "واگذاری ... معادن <به", "واگذاری همه معادن"),
    ],
)
def test_the_trigger_is_the_shortest_that_names_the_act(text, notation, trigger) -> None:
    (act,) = [act for _, act in found(text, notation)]
    (sentence,) = analyse(text, "fa")
    assert act.trigger(sentence).of(text) == trigger
