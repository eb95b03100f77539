"""What "this" and "all these" stand for, what a list adds, and how one reason leads to the next."""

import pytest

from ravabet.language import analyse
from ravabet.model import Argument, Reason, Span
from ravabet.reasoning import episodes, graph, same

from .conftest import Find


def side(text: str, reason: Reason, name: str) -> str:
    argument: Argument = getattr(reason, name)
    return argument.span.of(text)


def stands_for(text: str, argument: Argument) -> list[str]:
    return [span.of(text) for span in argument.stands_for]


# --- one reason leads to the next

DROUGHT = (
    "به دلیل خشکسالی که از بهار آغاز شد، وزارت نیرو مجبور شد سهم آب را کم کند. "
    "در نتیجه، کشاورزان زمین‌ها را رها کردند و به شهر رفتند."
)
STRIKE = (
    "به علت تورم که از پاییز بالا گرفت، بانک مرکزی ناچار شد نرخ بهره را بالا ببرد. "
    "از این رو، کارخانه‌ها تولید خود را کاهش دادند."
)


@pytest.mark.parametrize("text", [DROUGHT, STRIKE])
def test_the_effect_of_one_is_the_cause_of_the_next(find: Find, text: str):
    first, second = find(text)
    assert same(first.effect, second.cause)
    assert (first.id, second.id) in graph((first, second))
    assert (second.id, first.id) not in graph((first, second))


@pytest.mark.parametrize(
    "text",
    [
        "به دلیل برف، جاده بسته شد. در پی زلزله، بیمارستان ویران شد.",
        "به علت باران، نشست لغو شد. در اعتراض به گرانی، کارگران شهر گرد آمدند.",
        "به علت باران، نشست لغو شد. زیرا سالن سقف نداشت.",
    ],
)
def test_reasons_that_only_follow_each_other_are_not_joined(find: Find, text: str):
    found = find(text)
    assert len(found) >= 2
    assert graph(found) == ()


# --- it showed itself in


@pytest.mark.parametrize(
    ("text", "shown", "before"),
    [
        (
            "دولت یارانه نان را قطع کرد. این امر در صف‌های دراز نانوایی‌ها نمایان شد.",
            "صف‌های دراز نانوایی‌ها",
            "دولت یارانه نان را قطع کرد",
        ),
        (
            "دو همسایه از هم فاصله گرفتند. نشانه‌های این امر نخست در کاهش تجارت مرزی بروز کرد.",
            "کاهش تجارت مرزی",
            "دو همسایه از هم فاصله گرفتند",
        ),
        (
            "دو همسایه از هم فاصله گرفتند. نخست پیامدهای این امر در بسته شدن بازارچه‌های مرزی آشکار شد.",
            "بسته شدن بازارچه‌های مرزی",
            "دو همسایه از هم فاصله گرفتند",
        ),
        (
            "ارتش بودجه تازه گرفت. این روند در خرید زیردریایی و ساخت پایگاه دریایی ظاهرشده است.",
            "خرید زیردریایی و ساخت پایگاه دریایی",
            "ارتش بودجه تازه گرفت",
        ),
    ],
)
def test_what_was_told_shows_itself(find: Find, text: str, shown: str, before: str):
    (reason,) = (r for r in find(text) if r.kind == "result")
    assert side(text, reason, "effect") == shown
    assert stands_for(text, reason.cause) == [before]


@pytest.mark.parametrize(
    "text",
    [
        "جنگ پایان یافت. یک بیماری ناشناخته در روستاهای مرزی بروز کرد.",
        "کشتی راه خود را کج کرد. دود سفیدی در افق نمایان شد.",
        "این امر در نشست دیروز بررسی شد.",
    ],
)
def test_a_thing_in_sight_shows_nothing(find: Find, text: str):
    assert find(text) == ()


# --- this, all these

LIST = (
    "همسایه غربی سفیر خود را فراخواند.\n"
    "در نتیجه، دولت گذرگاه شمالی را بست. همچنین پروازهای دو شهر را لغو کرد. "
    "علاوه بر این، واردات میوه را ممنوع کرد.\n"
    "تمام این موارد خشم بازرگانان را برانگیخت و آنان را به اعتراض واداشت."
)


def test_all_these_cover_the_list_before(find: Find):
    anger = next(r for r in find(LIST) if side(LIST, r, "effect") == "خشم بازرگانان")
    assert side(LIST, anger, "cause") == "تمام این موارد"
    told = stands_for(LIST, anger.cause)
    assert told[0] == "دولت گذرگاه شمالی را بست"
    assert [part.split()[0] for part in told[1:]] == ["همچنین", "علاوه"]


def test_who_is_driven_to_act_shares_the_cause(find: Find):
    anger, protest = (r for r in find(LIST) if side(LIST, r, "cause") == "تمام این موارد")
    assert side(LIST, anger, "effect") == "خشم بازرگانان"
    assert side(LIST, protest, "effect") == "اعتراض"
    assert protest.cause.stands_for == anger.cause.stands_for


def test_two_effects_of_one_subject_have_one_cause(find: Find):
    text = "قطع برق باعث تعطیلی کارخانه‌ها شده و موجب خشم کارگران شد."
    first, second = find(text)
    assert [side(text, r, "cause") for r in (first, second)] == ["قطع برق", "قطع برق"]
    assert [side(text, r, "effect") for r in (first, second)] == ["تعطیلی کارخانه‌ها", "خشم کارگران"]


@pytest.mark.parametrize(
    "text",
    [
        "تمام این موارد در نشست فردا بررسی می‌شود.",
        "مادر کودک را به مدرسه برد و او را به معلم سپرد.",
    ],
)
def test_all_these_alone_give_no_reason(find: Find, text: str):
    assert find(text) == ()


def test_a_list_adds_its_events_to_the_effect_it_goes_on_from(find: Find):
    found = find(
        LIST, a="گذرگاه شمالی را بست", b="پروازهای دو شهر را لغو کرد", c="واردات میوه را ممنوع کرد", d="فراخواند"
    )
    recall = next(r for r in found if side(LIST, r, "effect") == "دولت گذرگاه شمالی را بست")
    assert recall.cause.events == ("d",)
    assert recall.effect.events == ("a", "b", "c")
    anger = next(r for r in found if side(LIST, r, "effect") == "خشم بازرگانان")
    assert anger.cause.events == ("a", "b", "c")
    assert (recall.id, anger.id) in graph(found)


def test_a_sentence_without_a_connective_adds_nothing(find: Find):
    text = "در نتیجه، دولت مرز را بست. رئیس‌جمهور با سفیر ژاپن دیدار کرد."
    text = "بانک ورشکست شد. " + text
    (reason,) = find(text, a="مرز را بست", b="دیدار کرد")
    assert reason.effect.events == ("a",)


def test_this_is_the_clause_before_in_the_same_sentence(find: Find):
    text = "ارتش پل را ویران کرد و این اقدام باعث کمبود دارو شد."
    (reason,) = find(text, a="پل را ویران کرد")
    assert side(text, reason, "cause") == "این اقدام"
    assert stands_for(text, reason.cause) == ["ارتش پل را ویران کرد"]
    assert reason.cause.events == ("a",)


# --- especially after; it created the conditions for


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (
            "به‌ویژه پس از سقوط دولت، نفوذ همسایه جنوبی تقویت شد که شرایط مناسبی برای تجارت فراهم آورد.",
            "سقوط دولت",
        ),
        ("به‌ویژه بعد از مرگ فرمانده، جبهه شرقی تضعیف شد که شرایط تازه‌ای برای مذاکره فراهم کرد.", "مرگ فرمانده"),
    ],
)
def test_especially_after_and_what_it_made_possible(find: Find, text: str, cause: str):
    first, second = find(text)
    assert side(text, first, "cause") == cause
    assert side(text, second, "effect").startswith("شرایط")
    assert same(first.effect, second.cause)


@pytest.mark.parametrize(
    "text",
    [
        "هوا به‌ویژه بعد از ظهر گرم‌تر است.",
        "وزیر شرایط قرارداد را برای نمایندگان خواند.",
        "وزیر پس از ناهار به دفترش رفت.",
    ],
)
def test_after_alone_is_time(find: Find, text: str):
    assert find(text) == ()


# --- episodes, same


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("مرز بسته شد. همچنین پروازها لغو شد. علاوه بر این، سفیر رفت. باران بارید.", ((0, 1, 2), (3,))),
        ("مرز بسته شد. این اقدام سه روز ادامه داشت. سپس گذرگاه باز شد.", ((0, 1, 2),)),
        ("مرز بسته شد. اما پروازها ادامه دارد.", ((0,), (1,))),
        ("دولت به این بسنده نکرد و سفیر را فراخواند.", ((0,),)),
        ("مرز بسته شد. دولت به این بسنده نکرد و سفیر را فراخواند.", ((0, 1),)),
    ],
)
def test_episodes(text: str, runs: tuple[tuple[int, ...], ...]):
    assert episodes(analyse(text, "fa"), "fa") == runs


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        (Argument(Span(0, 10)), Argument(Span(5, 12)), True),
        (Argument(Span(0, 10)), Argument(Span(9, 40)), False),
        (Argument(Span(0, 10), ("e1",)), Argument(Span(50, 60), ("e2", "e1")), True),
        (Argument(Span(0, 10)), Argument(Span(50, 60), (), (Span(2, 9),)), True),
        (Argument(Span(50, 55), (), (Span(0, 9),)), Argument(Span(50, 60)), False),
    ],
)
def test_same(one: Argument, two: Argument, alike: bool):
    assert same(one, two) is alike
    assert same(two, one) is alike


# --- "especially" says more of the sentence before


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (
            "بهای نان دو برابر شد. به‌ویژه در شهرهای مرزی، مغازه‌ها بسته شدند. این امر در افزایش مهاجرت نمایان شد.",
            ["بهای نان دو برابر شد", "مغازه‌ها بسته شدند"],
        ),
        (
            "دولت کمک به روستاها را قطع کرد. به خصوص در جنوب، چاه‌ها خشک شدند. این وضعیت در خالی شدن روستاها نمایان شد.",
            ["دولت کمک به روستاها را قطع کرد", "چاه‌ها خشک شدند"],
        ),
        (
            "بهای نان دو برابر شد. در شهرهای مرزی، مغازه‌ها بسته شدند. این امر در افزایش مهاجرت نمایان شد.",
            ["مغازه‌ها بسته شدند"],
        ),
    ],
)
def test_this_points_to_what_especially_says_more_of(find: Find, text: str, points: list[str]):
    shown = next(reason for reason in find(text) if reason.cause.stands_for)
    told = stands_for(text, shown.cause)
    assert len(told) == len(points)
    assert all(point in words for point, words in zip(points, told, strict=True))
