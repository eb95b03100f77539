"""Who tells a step and how surely: copies, independent sources, denials, what may be misread."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.explaining.made import day
from tests.explaining.news import Told, Why, news

from ravabet.explaining import Answer, why
from ravabet.explaining.render import render
from ravabet.model import Coding, Span


def words(answer: Answer, part: str = "chain") -> list[str]:
    return [step.words.text for step in answer.part(part)]  # type: ignore[arg-type]


WIRE = (
    "Kenya closed its border with Uganda on 3 May 2024 because Ugandan police had arrested Kenyan traders. Lorries are "
    "waiting on both sides of the crossing at Busia, and officials of the two states will meet on Friday in Kampala."
)


def wire(name: str, text: str) -> Coding:
    acts = {
        "ban": Told("closed its border", "ban", "KEN>UGA", "2024-05-03", sure=0.5),
        "arrest": Told("arrested Kenyan traders", "arrest", "UGA>KEN", sure=0.5),
    }
    return news(name, "en", "2024-05-04", text, acts, [Why("arrest", "ban", sure=0.5)], source=name)


def test_syndicated_report_is_one_source_however_often_it_is_printed() -> None:
    copies = [
        wire("Agency", WIRE),
        wire("Daily", f"BUSIA (Agency) - {WIRE}"),
        wire("Herald", WIRE.replace(" on Friday in Kampala", "")),
    ]
    alone = why(copies, "KEN", "UGA")
    assert [source.copy_of for source in alone.sources] == [None, "Agency", "Agency"]
    assert [(link.voices, link.confidence, len(link.repeats)) for link in alone.links] == [(1, 0.5, 2)]
    assert {(step.voices, step.confidence) for step in alone.steps} == {(1, 0.5)}
    own = news(
        "fa1",
        "fa",
        "2024-05-04",
        "کنیا در ۳ مه مرز را به دلیل بازداشت بازرگانان بست.",
        {
            "ban": Told("بست", "ban", "KEN>UGA", "2024-05-03", sure=0.5),
            "arrest": Told("بازداشت", "arrest", "UGA>KEN", sure=0.5),
        },
        [Why("arrest", "ban", sure=0.5)],
        source="Khabar",
    )
    both = why([*copies, own], "KEN", "UGA")
    assert [(link.voices, link.confidence) for link in both.links] == [(2, 0.75)]
    shown = render(both)
    assert "copies of others: 2;" in shown
    assert "(independent sources: 2; confidence at least 75%)" in shown


def test_chain_with_more_independent_sources_comes_first() -> None:
    def debts(name: str, language: str, text: str, act: str, cause: str) -> Coding:
        acts = {"summon": Told(act, "summon", "UGA>KEN", "2024-05-09")}
        return news(name, language, "2024-05-10", text, acts, [Why(cause, "summon", sure=0.5)], source=name)

    copies = [wire("Agency", WIRE), wire("Daily", WIRE), wire("Herald", WIRE)]
    independent = [
        debts("ru1", "ru", "Уганда вызвала посла Кении из-за долга.", "вызвала посла", "долга"),
        debts("ar1", "ar", "استدعت أوغندا سفير كينيا بسبب الديون.", "استدعت", "الديون"),
    ]
    answer = why([*copies, *independent], "KEN", "UGA")
    frames = [answer.steps[path.steps[-1] - 1].act.frame for path in answer.paths]  # type: ignore[union-attr]
    assert frames[0] == "summon"
    assert "ban" in frames


SUMMONED = {
    "fa": ("ترکمنستان در ۱۴ آوریل سفیر ازبکستان را احضار کرد.", "احضار کرد", "2025-04-14", "2025-04-15"),
    "ru": ("Туркмения вызвала посла Узбекистана.", "вызвала посла", None, "2025-04-19"),
    "ar": ("استدعت تركمانستان سفير أوزبكستان في نيسان.", "استدعت", "2025-04", "2025-04-16"),
    "en": ("Turkmenistan summoned the Uzbek envoy on 14 April.", "summoned", "2025-04-14", "2025-06-01"),
}


def summoned(language: str, **changed: str | None) -> Coding:
    text, act, date, published = SUMMONED[language]
    told = Told(act, "summon", changed.get("parties") or "TKM>UZB", changed.get("date", date))
    return news(
        language, language, changed.get("published") or published, text, {"s": told}, source=f"agency-{language}"
    )


def test_one_event_told_in_four_languages_is_one_step_with_four_sources() -> None:
    answer = why([summoned(language) for language in SUMMONED], "TKM", "UZB")
    assert [(step.voices, len(step.reports)) for step in answer.steps] == [(4, 3)]
    assert answer.steps[0].act is not None
    assert answer.steps[0].act.date == "2025-04-14"
    assert answer.steps[0].confidence == pytest.approx(1 - 0.2**4)
    assert "independent sources: 4" in render(answer)


@pytest.mark.parametrize(
    "other",
    [
        summoned("ru", published="2025-04-23"),
        summoned("ru", published="2025-04-13"),
        summoned("en", date="2025-04-15"),
        summoned("en", parties="UZB>TKM"),
    ],
    ids=["nine days later", "the day before", "another day", "the other way round"],
)
def test_other_event_stays_another_step(other: Coding) -> None:
    codings = [summoned("fa"), summoned("ar"), other]
    assert len(why(codings, "TKM", "UZB").steps) == 2


def denial(speaker: str | None) -> list[Coding]:
    return [
        news(
            "ru1",
            "ru",
            "2024-05-04",
            "Из-за спора о воде Узбекистан 3 мая задержал граждан Туркмении.",
            {"a": Told("задержал", "arrest", "UZB>TKM", "2024-05-03")},
            [Why("спора о воде", "a")],
        ),
        news(
            "fa1",
            "fa",
            "2024-05-05",
            "تاشکند بازداشت شهروندان ترکمنستان را تکذیب کرد.",
            {"a": Told("بازداشت", "arrest", "UZB>TKM", status="denied", speaker=speaker)},
        ),
        news(
            "ar1",
            "ar",
            "2024-05-05",
            "نفت أوزبكستان إجراء مناورات ضد تركمانستان.",
            {"d": Told("مناورات", "drill", "UZB>TKM", status="denied", speaker="UZB")},
        ),
    ]


def test_denied_act_is_no_change_and_contests_the_one_that_is_told() -> None:
    answer = why(denial("UZB"), "TKM", "UZB")
    assert [step.words.text for step in answer.changes] == ["задержал"]
    assert words(answer, "denied") == ["بازداشت", "مناورات"]
    assert [(denied.step, denied.denied) for denied in answer.denials] == [(2, (3,))]
    assert [side.steps for side in answer.sides] == [(2,)]
    assert [path.steps for path in answer.paths] == [(1, 2)]


@pytest.mark.parametrize(("speaker", "told"), [("UZB", "according to Uzbekistan"), (None, "the writer")])
def test_who_denies_is_told(speaker: str | None, told: str) -> None:
    shown = render(why(denial(speaker), "TKM", "UZB"))
    assert f"Step 2 is said not to have happened:\n  - step 3, {told}: " in shown
    assert "Contested: step 2." in shown


def test_unexplained_and_unsure_changes_are_told_apart() -> None:
    codings = [
        news("en1", "en", "2024-05-04", "Kenya fined Uganda.", {"a": Told("fined", "ban", "KEN>UGA", sure=0.3)}),
        news("ru1", "ru", "2024-09-04", "Кения вызвала посла.", {"b": Told("вызвала", "summon", "KEN>UGA", sure=0.5)}),
        news("fa1", "fa", "2024-01-04", "دیدار کردند.", {"c": Told("دیدار", "meet", "KEN+UGA", sure=0.3)}, source="x"),
        news(
            "ar1", "ar", "2024-01-05", "التقيا اليوم.", {"c": Told("التقيا", "meet", "KEN+UGA", sure=0.3)}, source="y"
        ),
    ]
    answer = why(codings, "KEN", "UGA")
    assert words(answer, "unexplained") == ["دیدار", "вызвала"]
    assert words(answer, "unsure") == ["fined"]
    assert [step.unsure for step in answer.changes] == [False, False, True]
    assert answer.together == (1,)


CAUSE = "the raid of Ugandan police on a market in Kampala"
EFFECT = "Kenya called in the envoy of Uganda"


def raid(sure: float, *others: Told) -> Answer:
    acts = {
        "raid": Told("raid", "arrest", "KEN>UGA", sure=sure),
        "summon": Told("called in the envoy", "summon", "KEN>UGA"),
        **{f"other{number}": told for number, told in enumerate(others)},
    }
    text = f"In answer to {CAUSE}, {EFFECT}."
    codings = [
        news("en1", "en", "2024-05-04", text, acts, [Why(CAUSE, EFFECT, "response")]),
        news("ru1", "ru", "2024-05-04", "Кения вызвала посла.", {"s": Told("вызвала", "summon", "KEN>UGA")}),
        news("ar1", "ar", "2024-05-04", "استدعت كينيا السفير.", {"s": Told("استدعت", "summon", "KEN>UGA")}),
    ]
    return why(codings, "KEN", "UGA")


def test_cause_that_may_be_misread_is_told_in_its_own_words() -> None:
    shown = render(raid(0.3))
    assert f"It began with: “{CAUSE}” [1].\n" in shown
    assert "; perhaps: KEN → UGA: coercion; confidence 30%]" in shown
    assert "coercion by KEN towards UGA" not in shown


def test_cause_that_is_surely_read_is_told_as_an_act() -> None:
    shown = render(raid(0.5))
    assert "It began with: coercion by KEN towards UGA [1].\n" in shown
    assert "perhaps" not in shown


POLICE = Told("police", "drill", "UGA>KEN", sure=0.2)


def test_unsure_readings_of_the_same_words_are_one_step() -> None:
    assert words(raid(0.3, POLICE)) == ["raid", "called in the envoy"]
    assert words(raid(0.1, POLICE)) == ["police", "called in the envoy"]
    assert words(raid(0.5, POLICE)) == ["raid", "police", "called in the envoy"]


@pytest.mark.parametrize("sure", [0.1, 0.3, 0.5])
def test_steps_are_numbered_in_order_whatever_is_told_as_one(sure: float) -> None:
    answer = raid(sure, POLICE, Told("market", "ban", "UGA>KEN", sure=0.25))
    assert [step.number for step in answer.steps] == list(range(1, len(answer.steps) + 1))
    assert [(link.causes, link.effects) for link in answer.links] == [
        (tuple(range(1, len(answer.steps))), (len(answer.steps),))
    ]


def test_unsure_reading_of_a_whole_sentence_is_part_of_the_surer_one() -> None:
    text = "Kenya signed a pact and drew near to Rwanda. All this made Uganda call in the Kenyan envoy."
    acts = {
        "pact": Told("signed a pact", "agree", "KEN+RWA", sure=0.8),
        "near": Told("drew near", "turn", "KEN+RWA", sure=0.2),
        "summon": Told("call in the Kenyan envoy", "summon", "UGA>KEN"),
    }
    coding = news("en1", "en", "2024-05-04", text, acts, [Why("All this", "Uganda call in the Kenyan envoy")])
    first = Span(0, text.index(" All"))
    pointing = replace(coding.reasons[0], cause=replace(coding.reasons[0].cause, stands_for=(first,)))
    answer = why([replace(coding, reasons=(pointing,))], "KEN", "UGA")
    assert words(answer) == ["signed a pact", "call in the Kenyan envoy"]


def test_unsure_reading_of_a_whole_sentence_without_a_surer_one_is_quoted_once() -> None:
    text = "Kenya drew near to Rwanda. All this made Uganda call in the Kenyan envoy."
    acts = {
        "near": Told("drew near", "turn", "KEN+RWA", sure=0.2),
        "summon": Told("call in the Kenyan envoy", "summon", "UGA>KEN"),
    }
    coding = news("en1", "en", "2024-05-04", text, acts, [Why("All this", "Uganda call in the Kenyan envoy")])
    first = Span(0, text.index(" All"))
    pointing = replace(coding.reasons[0], cause=replace(coding.reasons[0].cause, stands_for=(first,)))
    shown = render(why([replace(coding, reasons=(pointing,))], "KEN", "UGA")).split("How it came about")[1]
    assert shown.count("“Kenya drew near to Rwanda.”") == 1


def test_two_sources_that_are_each_unsure_are_not_unsure_together() -> None:
    def met(name: str, language: str, text: str, act: str) -> Coding:
        return news(name, language, "2024-01-04", text, {"m": Told(act, "meet", "KEN+UGA", sure=0.2)}, source=name)

    both = [met("fa1", "fa", "دیدار کردند.", "دیدار"), met("ar1", "ar", "التقيا اليوم.", "التقيا")]
    assert [step.part for step in why(both, "KEN", "UGA").steps] == ["unexplained"]
    assert [step.part for step in why(both[:1], "KEN", "UGA").steps] == ["unsure"]
    assert why(both[:1], "KEN", "UGA").together == ()


def stopped(speaker: str | None, sure: float) -> Answer:
    text = "Kenya did not ban milk because of a promise."
    acts = {"ban": Told("did not ban milk", "ban", "KEN>UGA", status="denied", speaker=speaker, sure=sure)}
    return why([news("en1", "en", "2024-05-04", text, acts, [Why("a promise", "ban")])], "KEN", "UGA")


def test_chain_may_end_in_what_did_not_happen_for_a_reason() -> None:
    answer = stopped(None, 0.8)
    assert words(answer) == ["did not ban milk", "a promise"][::-1]
    assert (answer.part("denied"), answer.changes) == ((), ())
    assert "“did not ban milk”" in render(answer)


def test_denied_act_in_its_own_words_is_not_negated_twice() -> None:
    head, note = render(stopped(None, 0.25)).split("  2. ")[1].splitlines()[0:3:1][0:2]
    assert head == "“did not ban milk” (reported 4 May 2024)"
    assert "perhaps: KEN → UGA: sanctions or reduced relations (said not to have happened)" in note


def test_what_is_no_more_than_a_guess_is_shown_in_the_words_of_the_text_alone() -> None:
    shown = render(stopped(None, 0.1))
    assert "“did not ban milk” (reported 4 May 2024)" in shown
    assert "perhaps" not in shown


def test_denial_of_a_step_between_others_is_told() -> None:
    codings = [
        news(
            "en1",
            "en",
            "2024-05-04",
            "Rwanda arrested Tanzanians, so Kenya called in the Ugandan envoy.",
            {
                "arrest": Told("arrested", "arrest", "RWA>TZA"),
                "summon": Told("called in", "summon", "KEN>UGA"),
            },
            [Why("arrest", "summon", "result")],
        ),
        news(
            "fa1", "fa", "2024-05-05", "بازداشت رخ نداد.", {"a": Told("بازداشت", "arrest", "RWA>TZA", status="denied")}
        ),
        news(
            "ru1", "ru", "2024-05-05", "Арестов не было.", {"a": Told("Арестов", "arrest", "TZA>RWA", status="denied")}
        ),
    ]
    answer = why(codings, "KEN", "UGA")
    assert words(answer, "denied") == ["بازداشت"]
    assert [(denial.step, denial.denied) for denial in answer.denials] == [(1, (3,))]


@pytest.mark.parametrize(("until", "count"), [("2024-05-03", 0), ("2024-05-04", 1)])
def test_period_bounds_states_and_denials_too(until: str, count: int) -> None:
    state = news("en1", "en", "2024-05-04", "A quarrel cooled the ties of KEN and UGA.")
    ties = news(
        "ru1",
        "ru",
        "2024-05-04",
        "Спор испортил отношения Кении и Уганды.",
        {},
        [Why("Спор", "отношения Кении и Уганды")],
    )
    denied = news(
        "fa1", "fa", "2024-05-04", "بازداشت نشد.", {"a": Told("بازداشت", "arrest", "KEN>UGA", status="denied")}
    )
    answer = why([state, ties, denied], "KEN", "UGA", until=day(until))
    assert len(answer.part("denied")) == count
    assert len(answer.part("chain")) == 2 * count
