"""Chains over many documents in four languages: what must be found, and what must be refused."""

from __future__ import annotations

import pytest
from tests.explaining.made import day
from tests.explaining.news import Told, Why, news

from ravabet.explaining import Answer, why
from ravabet.explaining.render import render
from ravabet.model import Coding, UsageError

DROUGHT = news(
    "fa1",
    "fa",
    "2024-03-10",
    "خشکسالی سبب شد تاجیکستان در ۵ مارس ۲۰۲۴ با چین قرارداد سد امضا کند.",
    {"dam": Told("قرارداد سد امضا کند", "agree", "TJK+CHN", "2024-03-05")},
    [Why("خشکسالی", "dam")],
)
DAM = news(
    "ar1",
    "ar",
    "2024-03-07",
    "وقّعت طاجيكستان والصين عقد السد في 5 مارس. وبسبب ذلك أجرت أوزبكستان مناورات على الحدود في 20 مارس 2024.",
    {
        "dam": Told("وقّعت", "agree", "CHN+TJK", "2024-03-05"),
        "drill": Told("أجرت أوزبكستان مناورات", "drill", "UZB>TJK", "2024-03-20"),
    },
    [Why("dam", "drill")],
)
DRILL = news(
    "ru1",
    "ru",
    "2024-03-24",
    "В ответ на учения Узбекистана Таджикистан 22 марта 2024 года вызвал узбекского посла.",
    {
        "drill": Told("учения Узбекистана", "drill", "UZB>TJK"),
        "summon": Told("вызвал узбекского посла", "summon", "TJK>UZB", "2024-03-22"),
    },
    [Why("drill", "summon", "response")],
)
SUMMONS = news(
    "en1",
    "en",
    "2024-03-25",
    "Tajikistan called in the Uzbek ambassador on 22 March. As a result, Uzbekistan banned Tajik fruit in April 2024.",
    {
        "summon": Told("called in the Uzbek ambassador", "summon", "TJK>UZB", "2024-03-22"),
        "ban": Told("banned Tajik fruit", "ban", "UZB>TJK", "2024-04"),
    },
    [Why("summon", "ban", "result")],
)
FOUR = [SUMMONS, DRILL, DAM, DROUGHT]


def words(answer: Answer, part: str = "chain") -> list[str]:
    return [step.words.text for step in answer.part(part)]  # type: ignore[arg-type]


def ways(answer: Answer) -> list[list[str]]:
    """The chains, best first, each as the words of its steps."""
    return [[answer.steps[number - 1].words.text for number in path.steps] for path in answer.paths]


def test_chain_goes_on_from_document_to_document_and_language_to_language() -> None:
    answer = why(FOUR, "UZB", "TJK")
    assert words(answer) == [
        "خشکسالی",
        "وقّعت",
        "أجرت أوزبكستان مناورات",
        "called in the Uzbek ambassador",
        "banned Tajik fruit",
    ]
    assert [[quote.document for quote in step.reports] for step in answer.steps] == [[], ["fa1"], ["ru1"], ["ru1"], []]
    assert [link.quote.document for link in answer.links] == ["fa1", "ar1", "ru1", "en1"]
    assert [path.steps for path in answer.paths] == [(1, 2, 3, 4, 5)]
    assert answer.part("unexplained") == ()


def test_narrative_of_a_chain_has_a_footnote_for_every_sentence() -> None:
    shown = render(why(FOUR, "UZB", "TJK"), language="en")
    short = shown.split("In short\n")[1].split("\n\n")[0].splitlines()
    told, backed = short[:-1], short[-1]
    assert len(told) == 5
    assert all(line.endswith(f"[{number}].") for number, line in enumerate(told, 1))
    assert [line.strip().split(":")[0] for line in told] == [
        "It began with",
        "Because of this",
        "Because of this",
        "In answer to this",
        "As a result",
    ]
    assert backed == "  (independent sources: 1; confidence at least 60%; least sure: step 1)"
    for number, document in enumerate(("fa1", "ar1", "ar1", "en1", "en1"), 1):
        assert f"[{document}, line 1, " in shown.split(f"\n{number:>3}. ")[1].split("\n\n")[0]


@pytest.mark.parametrize(
    ("depth", "steps"),
    [(1, 4), (2, 5), (None, 5)],
)
def test_depth_counts_links_across_documents(depth: int | None, steps: int) -> None:
    answer = why(FOUR, "UZB", "TJK", depth=depth)
    assert len(answer.part("chain")) == steps
    assert all(len(path.steps) <= steps for path in answer.paths)


@pytest.mark.parametrize(
    ("since", "until", "last"),
    [
        ("2024-03-21", "2024-03-31", "summon"),
        ("2024-03-01", "2024-03-21", "drill"),
        ("2024-04-01", None, "ban"),
        (None, "2024-03-21", "drill"),
    ],
)
def test_period_bounds_the_ends_of_chains_but_not_their_causes(since: str | None, until: str | None, last: str) -> None:
    answer = why(FOUR, "UZB", "TJK", since=day(since) if since else None, until=day(until) if until else None)
    ends = [answer.steps[path.steps[-1] - 1].act for path in answer.paths]
    assert [end.frame for end in ends if end] == [last]
    assert answer.steps[0].words.text == "خشکسالی"


def test_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(UsageError, match="exchange the two days"):
        why(FOUR, "UZB", "TJK", since=day("2024-05-01"), until=day("2024-04-01"))


def test_chain_through_third_countries() -> None:
    codings = [
        news(
            "en1",
            "en",
            "2023-06-05",
            "The EU sanctioned Russia on 1 June 2023, so Russia turned to China on 4 June 2023.",
            {
                "sanction": Told("sanctioned Russia", "sanction", "EU>RUS", "2023-06-01"),
                "turn": Told("turned to China", "turn", "RUS+CHN", "2023-06-04"),
            },
            [Why("sanction", "turn", "result")],
        ),
        news(
            "ru1",
            "ru",
            "2023-06-06",
            "Из-за сближения России с Китаем 4 июня США ввели санкции против Китая 9 июня 2023 года.",
            {
                "turn": Told("сближения России с Китаем", "turn", "CHN+RUS", "2023-06-04"),
                "usa": Told("ввели санкции против Китая", "sanction", "USA>CHN", "2023-06-09"),
            },
            [Why("turn", "usa")],
        ),
        news(
            "fa1",
            "fa",
            "2023-06-11",
            "در واکنش به تحریم چین از سوی آمریکا، قزاقستان در ۱۲ ژوئن ۲۰۲۳ واردات از روسیه را ممنوع کرد.",
            {
                "usa": Told("تحریم چین از سوی آمریکا", "sanction", "USA>CHN"),
                "ban": Told("ممنوع کرد", "ban", "KAZ>RUS", "2023-06-12"),
            },
            [Why("usa", "ban", "response")],
        ),
        news(
            "ar1",
            "ar",
            "2023-06-13",
            "وأدانت إيران العقوبات الأمريكية بسبب التضخم.",
            {"condemn": Told("أدانت", "condemn", "IRN>USA")},
            [Why("التضخم", "condemn")],
        ),
    ]
    answer = why(codings, "RUS", "KAZ")
    assert [step.act.frame for step in answer.part("chain") if step.act] == ["sanction", "turn", "sanction", "ban"]
    assert [path.steps for path in answer.paths] == [(1, 2, 3, 4)]
    assert all("IRN" not in step.act.actors for step in answer.steps if step.act)


def quarrel(name: str, language: str, text: str, ban: str, arrest: str, forth: bool, sure: float) -> Coding:
    acts = {
        "ban": Told(ban, "ban", "KEN>UGA", "2024-05-03"),
        "arrest": Told(arrest, "arrest", "UGA>KEN", "2024-05-03"),
    }
    reason = Why("arrest", "ban", sure=sure) if forth else Why("ban", "arrest", sure=sure)
    return news(name, language, "2024-05-04", text, acts, [reason], source=name)


def test_circle_across_documents_is_refused_and_the_reason_with_more_sources_kept() -> None:
    codings = [
        quarrel("en1", "en", "Uganda arrested Kenyans because Kenya shut its shops.", "shut", "arrested", False, 0.9),
        quarrel("ru1", "ru", "Кения ввела запрет из-за арестов в Уганде.", "ввела запрет", "арестов", True, 0.5),
        quarrel("ar1", "ar", "حظرت كينيا السلع بسبب اعتقالات أوغندا.", "حظرت", "اعتقالات", True, 0.5),
    ]
    answer = why(codings, "KEN", "UGA")
    assert answer.circular == 1
    assert [step.act.frame for step in answer.steps if step.act] == ["arrest", "ban"]
    assert [(link.causes, link.effects, link.voices) for link in answer.links] == [((1,), (2,), 2)]
    assert "ran in a circle: 1." in render(answer)


def test_cause_dated_after_its_effect_is_refused() -> None:
    codings = [
        news(
            "en1",
            "en",
            "2024-06-02",
            "Kenya banned Ugandan milk because Uganda held drills.",
            {"ban": Told("banned", "ban", "KEN>UGA", "2024-05-03"), "drill": Told("held drills", "drill", "UGA>KEN")},
            [Why("drill", "ban")],
        ),
        news("fa1", "fa", "2024-06-02", "اوگاندا رزمایش کرد.", {"d": Told("رزمایش", "drill", "UGA>KEN", "2024-06-01")}),
        news("ru1", "ru", "2024-05-04", "Кения ввела запрет.", {"b": Told("запрет", "ban", "KEN>UGA", "2024-05-03")}),
    ]
    answer = why(codings, "KEN", "UGA")
    assert (answer.links, answer.untimely) == ((), 1)
    assert words(answer, "unexplained") == ["banned", "رزمایش"]
    assert "dated after its effect: 1." in render(answer)


def test_planned_act_may_be_a_cause_before_its_day() -> None:
    codings = [
        news(
            "en1",
            "en",
            "2024-05-02",
            "Kenya will hold drills on 1 June, so Uganda called in its envoy on 1 May.",
            {
                "drill": Told("hold drills", "drill", "KEN>UGA", "2024-06-01", status="planned"),
                "summon": Told("called in its envoy", "summon", "UGA>KEN", "2024-05-01"),
            },
            [Why("drill", "summon", "result")],
        ),
        DROUGHT,
        DRILL,
    ]
    answer = why(codings, "KEN", "UGA")
    assert (len(answer.links), answer.untimely) == (1, 0)


def test_contrary_reasons_for_one_effect_stand_side_by_side() -> None:
    def told(name: str, language: str, text: str, ban: str, cause: str, speaker: str | None) -> Coding:
        acts = {"ban": Told(ban, "ban", "KEN>UGA", "2024-05-03")}
        return news(name, language, "2024-05-04", text, acts, [Why(cause, "ban", speaker=speaker)])

    codings = [
        told("en1", "en", "Kenya says it banned imports because of unpaid debts.", "banned", "unpaid debts", "KEN"),
        told("ru1", "ru", "По словам Кампалы, запрет введён из-за выборов.", "запрет", "выборов", "UGA"),
        told("ar1", "ar", "حظرت كينيا السلع بسبب الجفاف.", "حظرت", "الجفاف", None),
    ]
    answer = why(codings, "KEN", "UGA")
    assert [(contest.effect, len(contest.reasons)) for contest in answer.contested] == [(4, 3)]
    shown = render(answer).split("\nContested\n")[1]
    for line, voice in zip(
        shown.splitlines()[1:4], ("according to KEN", "according to UGA", "the writer"), strict=True
    ):
        assert f", {voice}: " in line
    assert "Contested: step 4." in render(answer)


def test_repeats_of_a_chain_are_dropped() -> None:
    """A chain that is part of another, and chains that differ only in their end, are told once."""
    codings = [
        news(
            "fa1",
            "fa",
            "2024-05-04",
            "خشکسالی باعث شد کنیا در ۱ مه آب را ببندد.",
            {"ban": Told("ببندد", "ban", "KEN>UGA", "2024-05-01")},
            [Why("خشکسالی", "ban")],
        ),
        news(
            "en1",
            "en",
            "2024-05-04",
            "Kenya cut the water on 1 May. As a result, Uganda condemned Kenya and called in its envoy.",
            {
                "ban": Told("cut the water", "ban", "KEN>UGA", "2024-05-01"),
                "condemn": Told("condemned Kenya", "condemn", "UGA>KEN"),
                "summon": Told("called in its envoy", "summon", "UGA>KEN"),
            },
            [Why("ban", "condemn", "result"), Why("ban", "summon", "result")],
        ),
        news(
            "ru1",
            "ru",
            "2024-05-04",
            "Уганда осудила Кению из-за воды, перекрытой 1 мая.",
            {
                "condemn": Told("осудила", "condemn", "UGA>KEN"),
                "ban": Told("перекрытой", "ban", "KEN>UGA", "2024-05-01"),
            },
            [Why("ban", "condemn")],
        ),
    ]
    answer = why(codings, "KEN", "UGA")
    assert {way[0] for way in ways(answer)} == {"خشکسالی"}
    assert not any(set(one.steps) < set(two.steps) for one in answer.paths for two in answer.paths)
    assert len({path.steps for path in answer.paths}) == len(answer.paths) == 2


def around(sure: float) -> list[Coding]:
    return [
        news(
            "en1",
            "en",
            "2024-05-04",
            "Because Kenya signed a pact with Rwanda on 2 May, fear grew in Tanzania.",
            {"pact": Told("signed a pact", "agree", "KEN+RWA", "2024-05-02", sure=sure)},
            [Why("pact", "fear")],
        ),
        news(
            "ru1",
            "ru",
            "2024-05-06",
            "Из-за договора Кении с Руандой от 2 мая Уганда провела учения против Руанды.",
            {
                "pact": Told("договора Кении с Руандой", "agree", "KEN+RWA", "2024-05-02", sure=sure),
                "drill": Told("провела учения", "drill", "UGA>RWA"),
            },
            [Why("pact", "drill")],
            source="same",
        ),
        news("fa1", "fa", "2024-05-06", "رواندا با تانزانیا دیدار کرد.", {"m": Told("دیدار", "meet", "RWA+TZA")}),
    ]


def test_what_goes_through_others_is_told_where_nothing_happened_between_the_two() -> None:
    answer = why(around(0.8), "KEN", "UGA")
    assert (answer.changes, answer.part("chain")) == ((), ())
    assert [step.act.frame for step in answer.part("around") if step.act] == ["agree", "drill"]
    assert [path.part for path in answer.paths] == ["around"]


def test_what_may_be_misread_is_left_out_of_what_goes_through_others_and_counted() -> None:
    codings = around(0.3)[1:]
    answer = why(codings, "KEN", "UGA")
    assert answer.part("around") == ()
    assert answer.weak == 1
    assert "left out as probably misread: 1." in render(answer)


def test_answer_does_not_depend_on_the_order_of_documents_without_dates() -> None:
    one, two = why(FOUR, "UZB", "TJK"), why(FOUR[::-1], "TJK", "UZB")
    assert [step.act and step.act.id for step in one.steps] == [step.act and step.act.id for step in two.steps]
    assert [path.steps for path in one.paths] == [path.steps for path in two.paths]


def test_what_was_refused_elsewhere_is_not_counted() -> None:
    codings = [
        quarrel("en1", "en", "Uganda arrested Kenyans because Kenya shut its shops.", "shut", "arrested", False, 0.9),
        quarrel("ru1", "ru", "Кения ввела запрет из-за арестов в Уганде.", "ввела запрет", "арестов", True, 0.5),
        DROUGHT,
        DAM,
    ]
    assert why(codings, "KEN", "UGA").circular == 1
    assert why(codings, "UZB", "TJK").circular == 0


def test_cause_of_a_cause_is_no_contrary_reason() -> None:
    codings = [
        news(
            "fa1",
            "fa",
            "2024-05-04",
            "کنیا می‌گوید به دلیل گرانی شیر را ممنوع کرد.",
            {"ban": Told("ممنوع کرد", "ban", "KEN>UGA", "2024-05-03"), "dear": Told("گرانی", "turn", "KEN+TZA")},
            [Why("dear", "ban", speaker="KEN")],
        ),
        news(
            "en1",
            "en",
            "2024-05-04",
            "A drought made milk dear and moved Kenya to ban it.",
            {"ban": Told("ban it", "ban", "KEN>UGA", "2024-05-03"), "dear": Told("dear", "turn", "KEN+TZA")},
            [Why("A drought", "dear"), Why("A drought", "ban")],
        ),
        news("ru1", "ru", "2024-05-04", "Запрет.", {"ban": Told("Запрет", "ban", "KEN>UGA", "2024-05-03")}),
    ]
    answer = why(codings, "KEN", "UGA")
    assert {link.speaker for link in answer.reasons_of(3)} == {None, "KEN"}
    assert answer.contested == ()
