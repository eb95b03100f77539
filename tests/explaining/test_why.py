from __future__ import annotations

import pytest
from tests.explaining.made import coding, day, event, reason
from tests.explaining.rivers import TEXT, article

from ravabet.explaining import Answer, build, why
from ravabet.model import Coding, Reason, UsageError

KEN, UGA, TZA = ("KEN", "Kenya"), ("UGA", "Uganda"), ("TZA", "Tanzania")


def chain(answer: Answer) -> list[str]:
    return [step.words.text for step in answer.part("chain")]


def links(answer: Answer) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(link.causes, link.effects) for link in answer.links]


def test_chain_through_third_countries_in_order() -> None:
    answer = why([article()], "TKM", "UZB")
    assert chain(answer) == [
        "خشکسالی چندساله در حوضهٔ رود",
        "ترکمنستان سیاست آبی خود را تغییر داد",
        "گسترش داد",
        "امضا کردند",
        "نگرانی عشق‌آباد",
        "ممنوع کند",
    ]
    assert links(answer) == [((1,), (2,)), ((2,), (3,)), ((3, 4), (5,)), ((5,), (6,))]


def test_change_without_a_reason_is_told_apart() -> None:
    answer = why([article()], "UZB", "TKM")
    assert [step.words.text for step in answer.part("unexplained")] == ["محکوم کرد"]
    assert [(side.actor, side.steps) for side in answer.sides] == [("UZB", (7,)), ("TKM", (6,))]


def test_depth_bounds_the_links_back() -> None:
    assert chain(why([article()], "TKM", "UZB", depth=1)) == ["نگرانی عشق‌آباد", "ممنوع کند"]


@pytest.mark.parametrize(
    ("since", "until", "changes"),
    [
        (None, None, ["ممنوع کند", "محکوم کرد"]),
        ("2024-05-01", None, ["محکوم کرد"]),  # undated: by the day of publication
        (None, "2024-04-15", ["ممنوع کند"]),
        ("2024-04-15", None, ["ممنوع کند", "محکوم کرد"]),  # a month is in a period that begins in it
        ("2024-06-01", None, []),
    ],
)
def test_period_bounds_the_changes(since: str | None, until: str | None, changes: list[str]) -> None:
    answer = why([article()], "TKM", "UZB", since=day(since) if since else None, until=day(until) if until else None)
    assert [step.words.text for step in answer.changes] == changes


def test_every_quote_is_verbatim_and_holds_its_words() -> None:
    answer = why([article()], "TKM", "UZB")
    for step in answer.steps:
        for quote in (step.quote, step.words):
            assert quote.text == TEXT[quote.span.start : quote.span.end]
            assert quote.line == TEXT[: quote.span.start].count("\n") + 1
        assert step.quote.span.holds(step.words.span)
    for link in answer.links:
        for said in (link.quote, link.cause, link.effect, link.cue):
            assert said is None or said.text == TEXT[said.span.start : said.span.end]


def test_same_country_twice_is_refused() -> None:
    with pytest.raises(UsageError, match="both sides are KEN"):
        why([article()], "KEN", "KEN")


def test_no_shared_event_gives_what_reasons_link_across() -> None:
    text = "Because Kenya signed a pact with Tanzania, Uganda left talks with Tanzania. Uganda praised Tanzania."
    events = [
        event(text, "signed a pact", "AGREE", [KEN, TZA]),
        event(text, "left talks", "SANCTION", [UGA], [TZA]),
        event(text, "praised", "SUPPORT", [UGA], [TZA]),
    ]
    told = reason(
        text, "Kenya signed a pact with Tanzania", "Uganda left talks with Tanzania", "Because", events=events
    )
    answer = why([coding(text, events, [told])], "KEN", "UGA")
    assert not answer.changes
    assert [step.words.text for step in answer.part("around")] == ["signed a pact", "left talks"]


def test_nothing_in_common_gives_no_steps() -> None:
    text = "Kenya praised Tanzania. Uganda praised Tanzania."
    events = [event(text, "praised", "SUPPORT", [KEN], [TZA])]
    answer = why([coding(text, events)], "KEN", "UGA")
    assert answer.steps == ()
    assert answer.links == ()


def circle() -> Coding:
    text = "Kenya shut the border because Uganda raised duties."
    shut, raised = (
        event(text, "shut the border", "SANCTION", [KEN], [UGA]),
        event(text, "raised duties", "SANCTION", [UGA], [KEN]),
    )
    reasons = [
        reason(text, "Uganda raised duties", "Kenya shut the border", "because", events=[shut, raised], confidence=0.9),
        Reason(
            id="back",
            cause=reason(text, "Kenya shut the border", "Uganda raised duties", events=[shut, raised]).cause,
            effect=reason(text, "Kenya shut the border", "Uganda raised duties", events=[shut, raised]).effect,
            sentence=raised.sentence,
            confidence=0.4,
        ),
    ]
    return coding(text, [shut, raised], reasons)


def test_circle_is_refused_and_counted_and_the_surer_reason_kept() -> None:
    answer = why([circle()], "KEN", "UGA")
    assert chain(answer) == ["raised duties", "shut the border"]
    assert links(answer) == [((1,), (2,))]
    assert answer.circular == 1


def test_effect_inside_its_own_cause_is_no_link() -> None:
    text = "Kenya shut the border because of the shut border."
    shut = event(text, "shut the border", "SANCTION", [KEN])
    told = reason(text, "Kenya shut the border", "Kenya shut the border", "because of", events=[shut])
    assert build([coding(text, [shut], [told])]).links == ()


def test_effect_that_is_part_of_the_words_of_an_act_is_that_act() -> None:
    text = "The pact raised the anger of Kenya towards Uganda."
    angered = event(text, "raised the anger of Kenya", "ACCUSE", [KEN], [UGA])
    told = reason(text, "The pact", "the anger of Kenya", "raised", events=[angered])
    assert told.effect.events == ()
    assert chain(why([coding(text, [angered], [told])], "KEN", "UGA")) == ["The pact", "raised the anger of Kenya"]


def test_effect_that_barely_touches_the_words_of_an_act_is_another() -> None:
    text = "The pact raised fears that Kenya shut out Uganda for good."
    shut = event(text, "Kenya shut out Uganda for good", "SANCTION", [KEN], [UGA])
    told = reason(text, "The pact", "fears that Kenya", "raised", events=[shut])
    assert why([coding(text, [shut], [told])], "KEN", "UGA").part("chain") == ()


def contested(speakers: tuple[str | None, str | None]) -> Answer:
    text = "Kenya closed the port over unpaid debts, Kenya said. Kenya closed the gates over an insult, Uganda said."
    closed, again = (
        event(text, "closed the port", "SANCTION", [KEN], [UGA], date=None, frame="close"),
        event(text, "closed the gates", "SANCTION", [KEN], [UGA], frame="close"),
    )
    reasons = [
        reason(text, "unpaid debts", "Kenya closed the port", "over", speaker=speakers[0], events=[closed]),
        reason(text, "an insult", "Kenya closed the gates", "over", speaker=speakers[1], events=[again]),
    ]
    return why([coding(text, [closed, again], reasons)], "KEN", "UGA")


def test_reasons_of_two_speakers_are_contested() -> None:
    answer = contested(("KEN", "UGA"))
    assert len(answer.contested) == 1
    causes = [answer.links[i].cause.text for i in answer.contested[0].reasons]
    assert sorted(causes) == ["an insult", "unpaid debts"]


@pytest.mark.parametrize("speakers", [(None, None), ("KEN", "KEN")])
def test_reasons_of_one_voice_are_not_contested(speakers: tuple[str | None, str | None]) -> None:
    assert contested(speakers).contested == ()


def test_one_event_in_two_documents_joins_their_chains() -> None:
    first = "A drought made Kenya sign a water pact with Tanzania on 3 May 2024."
    second = "The water pact of 3 May 2024 between Kenya and Tanzania led Uganda to recall its envoy from Kenya."
    signed = event(first, "sign a water pact", "AGREE", [KEN, TZA], date=("2024-05-03", "3 May 2024"))
    pact = event(second, "water pact", "AGREE", [KEN, TZA], date=("2024-05-03", "3 May 2024"))
    recalled = event(second, "recall its envoy", "SANCTION", [UGA], [KEN])
    codings = [
        coding(first, [signed], [reason(first, "A drought", "sign a water pact", "made", events=[signed])], id="one"),
        coding(
            second,
            [pact, recalled],
            [reason(second, "water pact", "Uganda to recall its envoy", "led", events=[pact, recalled])],
            id="two",
        ),
    ]
    answer = why(codings, "KEN", "UGA")
    assert chain(answer) == ["A drought", "sign a water pact", "recall its envoy"]
    assert [quote.document for quote in answer.steps[1].reports] == ["two"]


def test_same_reason_in_two_documents_is_one_link_with_both_quotes() -> None:
    codings = []
    for name in ("one", "two"):
        text = f"Report {name}. Uganda raised duties on 2 May 2024, so Kenya shut the border on 3 May 2024."
        raised = event(text, "raised duties", "SANCTION", [UGA], [KEN], date=("2024-05-02", "2 May 2024"))
        shut = event(text, "shut the border", "SANCTION", [KEN], [UGA], date=("2024-05-03", "3 May 2024"))
        told = reason(text, "Uganda raised duties", "Kenya shut the border", "so", kind="result", events=[raised, shut])
        codings.append(coding(text, [raised, shut], [told], id=name))
    answer = why(codings, "KEN", "UGA")
    assert links(answer) == [((1,), (2,))]
    assert [quote.document for quote in answer.links[0].repeats] == ["two"]


def test_time_order_wins_over_text_order() -> None:
    text = "In May 2024 Uganda left a bloc. In March 2024 Kenya fined Uganda. Kenya thanked Uganda."
    events = [
        event(text, "left a bloc", "SANCTION", [UGA], [KEN], date=("2024-05", "May 2024")),
        event(text, "fined", "COERCE", [KEN], [UGA], date=("2024-03", "March 2024")),
        event(text, "thanked", "SUPPORT", [KEN], [UGA]),
    ]
    answer = why([coding(text, events)], "KEN", "UGA")
    assert [step.words.text for step in answer.part("unexplained")] == ["fined", "left a bloc", "thanked"]
