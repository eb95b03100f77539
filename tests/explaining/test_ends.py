"""What a chain may end in besides an event between the two."""

from __future__ import annotations

from dataclasses import replace

from tests.explaining.news import Told, Why, news

from ravabet.explaining import Answer, why
from ravabet.explaining.render import render


def ways(answer: Answer) -> list[list[str]]:
    """The chains, best first, each as the words of its steps."""
    return [[answer.steps[number - 1].words.text for number in path.steps] for path in answer.paths]


def at_home(named: str) -> Answer:
    codings = [
        news(
            "en1",
            "en",
            "2024-05-04",
            f"Because of checks at airports, Kenya told its people not to go to {named}.",
            {"told": Told("told its people", "condemn", "KEN>KEN")},
            [Why("checks at airports", f"Kenya told its people not to go to {named}")],
        ),
        news("ru1", "ru", "2024-05-06", "Кения и Уганда встретились.", {"m": Told("встретились", "meet", "KEN+UGA")}),
        news("fa1", "fa", "2024-05-06", "کنیا با تانزانیا دیدار کرد.", {"m": Told("دیدار", "meet", "KEN+TZA")}),
    ]
    return why(codings, "KEN", "UGA")


def test_chain_may_end_in_what_one_does_at_home_in_words_that_name_the_other() -> None:
    assert ways(at_home("Uganda")) == [["checks at airports", "told its people"]]
    assert [step.change for step in at_home("Uganda").part("chain")] == [False, False]
    assert at_home("Tanzania").part("chain") == ()
    assert "Because of this: “Kenya told its people not to go to Uganda” [2]." in render(at_home("Uganda"))


def test_words_of_another_effect_of_the_reason_do_not_count() -> None:
    """A list of effects has the words of its first; what they name is not named with the others."""
    text = "Because of a plot, Kenya shut the road to Uganda. Kenya also arrested its own people."
    acts = {
        "shut": Told("shut the road", "ban", "KEN>KEN"),
        "arrest": Told("arrested its own people", "arrest", "KEN>KEN"),
    }
    coding = news("en1", "en", "2024-05-04", text, acts, [Why("a plot", "Kenya shut the road to Uganda")])
    effect = replace(coding.reasons[0].effect, events=("shut", "arrest"))
    answer = why([replace(coding, reasons=(replace(coding.reasons[0], effect=effect),))], "KEN", "UGA")
    assert [step.words.text for step in answer.steps if step.end] == ["shut the road"]
