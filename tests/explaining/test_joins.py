"""Where reasons join, where they must not, and what reaches the answer through others."""

from __future__ import annotations

from dataclasses import replace

from tests.explaining.made import at, coding, event, reason, sentence

from ravabet.explaining import Answer, build, why
from ravabet.model import Actor, Argument, Coding, Event, Reason

KEN, UGA, TZA, RWA = ("KEN", "Kenya"), ("UGA", "Uganda"), ("TZA", "Tanzania"), ("RWA", "Rwanda")


def words(answer: Answer, part: str = "chain") -> list[str]:
    return [step.words.text for step in answer.part(part)]  # type: ignore[arg-type]


def links(answer: Answer) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(link.causes, link.effects) for link in answer.links]


def test_cause_that_is_told_with_its_own_reason_stands_for_the_effect() -> None:
    text = "Because Kenya raised duties, Uganda shut the border. As a result, Kenya sued Uganda."
    raised = event(text, "raised duties", "SANCTION", [KEN], [UGA])
    shut = event(text, "shut the border", "SANCTION", [UGA], [KEN])
    sued = event(text, "sued", "ACCUSE", [KEN], [UGA])
    events = [raised, shut, sued]
    reasons = [
        reason(text, "Kenya raised duties", "Uganda shut the border", "Because", events=events),
        reason(text, "Because Kenya raised duties, Uganda shut the border", "Kenya sued Uganda", events=events),
    ]
    answer = why([coding(text, events, reasons)], "KEN", "UGA")
    assert words(answer) == ["raised duties", "shut the border", "sued"]
    assert links(answer) == [((1,), (2,)), ((2,), (3,))]


def test_cause_holds_an_event_and_the_effect_of_another_reason() -> None:
    text = "The drought brought hunger. Hunger and the day Kenya raised duties made Uganda shut the border."
    raised = event(text, "raised duties", "SANCTION", [KEN], [UGA])
    shut = event(text, "shut the border", "SANCTION", [UGA], [KEN])
    hunger = Argument(at(text, "Hunger"))
    first = Reason("r1", Argument(at(text, "The drought")), hunger, sentence(text, at(text, "The drought")))
    second = reason(text, "Hunger and the day Kenya raised duties", "Uganda shut the border", events=[raised, shut])
    answer = why([coding(text, [raised, shut], [first, second])], "KEN", "UGA")
    assert words(answer) == ["The drought", "Hunger", "raised duties", "shut the border"]
    assert links(answer) == [((1,), (2,)), ((2, 3), (4,))]


def states(text: str, first_effect: str, second_cause: str) -> int:
    shut = event(text, "shut the border", "SANCTION", [UGA], [KEN])
    reasons = [
        reason(text, "A drought", first_effect),
        reason(text, second_cause, "Uganda shut the border to Kenya", events=[shut]),
    ]
    return len(build([coding(text, [shut], reasons)]).nodes) - 1


def test_states_that_share_half_their_words_are_one() -> None:
    text = "A drought led to a famine in the north, and Uganda shut the border to Kenya."
    assert states(text, "led to a famine", "a famine in the north") == 2
    assert states(text, "led to a famine", "in the north") == 3


def test_event_on_both_sides_is_only_the_effect() -> None:
    text = "Kenya raised duties and Uganda shut the border."
    raised = event(text, "raised duties", "SANCTION", [KEN], [UGA])
    shut = event(text, "shut the border", "SANCTION", [UGA], [KEN])
    told = reason(
        text, "Kenya raised duties and Uganda shut the border", "Uganda shut the border", events=[raised, shut]
    )
    graph = build([coding(text, [raised, shut], [told])])
    assert [(link.causes, link.effects) for link in graph.links] == [((0,), (1,))]
    assert graph.circular == ()


def both_ways(first: float, second: float) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    text = "Kenya raised duties. Uganda shut the border."
    raised = event(text, "raised duties", "SANCTION", [KEN], [UGA])
    shut = event(text, "shut the border", "SANCTION", [UGA], [KEN])
    events = [raised, shut]
    there = reason(text, "Kenya raised duties", "Uganda shut the border", events=events, confidence=first)
    back = reason(text, "Uganda shut the border", "Kenya raised duties", events=events, confidence=second)
    graph = build([coding(text, events, [there, back])])
    return [(link.causes, link.effects) for link in graph.links]


def test_of_two_opposite_reasons_the_surer_stays() -> None:
    assert both_ways(0.9, 0.4) == [((0,), (1,))]
    assert both_ways(0.4, 0.9) == [((1,), (0,))]


def test_same_reason_by_two_speakers_is_told_twice_but_not_contested() -> None:
    text = "Kenya raised duties. Uganda shut the border."
    raised = event(text, "raised duties", "SANCTION", [KEN], [UGA])
    shut = event(text, "shut the border", "SANCTION", [UGA], [KEN])
    told = reason(text, "Kenya raised duties", "Uganda shut the border", events=[raised, shut], speaker="UGA")
    answer = why([coding(text, [raised, shut], [told, replace(told, id="other", speaker="KEN")])], "KEN", "UGA")
    assert sorted(link.speaker or "" for link in answer.links) == ["KEN", "UGA"]
    assert answer.contested == ()


def test_state_that_names_both_counts_like_a_change() -> None:
    text = "A border dispute cooled the ties of Kenya with Uganda."
    answer = why([coding(text, (), [reason(text, "A border dispute", "the ties of Kenya with Uganda")])], "KEN", "UGA")
    assert words(answer) == ["A border dispute", "the ties of Kenya with Uganda"]
    assert not answer.changes


def through(middle: str | Event, text: str) -> Answer:
    signed = event(text, "signed a pact", "AGREE", [KEN, RWA])
    left = event(text, "left the bloc", "SANCTION", [UGA], [TZA])
    events = [signed, left, *([middle] if isinstance(middle, Event) else [])]
    between = middle if isinstance(middle, str) else middle.trigger.of(text)
    reasons = [
        reason(text, "Kenya signed a pact", between, events=events),
        reason(text, between, "Uganda left the bloc", events=events),
    ]
    return why([coding(text, events, reasons)], "KEN", "UGA")


def test_through_others_passes_a_state_that_names_nobody() -> None:
    text = "Kenya signed a pact with Rwanda. The fear grew, and Uganda left the bloc of Tanzania."
    assert words(through("The fear grew", text), "around") == ["signed a pact", "The fear grew", "left the bloc"]


def test_through_others_does_not_pass_the_act_of_a_third() -> None:
    text = "Kenya signed a pact with Rwanda. Tanzania mobilised against Rwanda, and Uganda left the bloc."
    assert words(through(event(text, "mobilised", "MOBILIZE", [TZA], [RWA]), text), "around") == []


def test_what_leads_to_a_change_is_not_told_again_as_through_others() -> None:
    text = "Kenya signed a pact with Rwanda, so Uganda left the bloc of Tanzania. Then Uganda sued Kenya for that."
    signed = event(text, "signed a pact", "AGREE", [KEN, RWA])
    left = event(text, "left the bloc", "SANCTION", [UGA], [TZA])
    sued = event(text, "sued", "ACCUSE", [UGA], [KEN])
    events = [signed, left, sued]
    reasons = [
        reason(text, "Kenya signed a pact", "Uganda left the bloc", "so", events=events),
        reason(text, "Uganda left the bloc", "Uganda sued Kenya", events=events),
    ]
    answer = why([coding(text, events, reasons)], "KEN", "UGA")
    assert words(answer) == ["signed a pact", "left the bloc", "sued"]
    assert words(answer, "around") == []
    assert words(why([coding(text, events, reasons)], "KEN", "UGA", depth=1), "around") == []


def test_cause_in_the_chain_is_not_told_again_with_its_other_effects() -> None:
    text = "Kenya signed a pact with Rwanda, so Uganda sued Kenya. So Uganda left the bloc of Tanzania too."
    signed = event(text, "signed a pact", "AGREE", [KEN, RWA])
    sued = event(text, "sued", "ACCUSE", [UGA], [KEN])
    left = event(text, "left the bloc", "SANCTION", [UGA], [TZA])
    events = [signed, sued, left]
    reasons = [
        reason(text, "Kenya signed a pact", "Uganda sued Kenya", "so", events=events),
        reason(text, "Kenya signed a pact", "Uganda left the bloc", "So", events=events),
    ]
    answer = why([coding(text, events, reasons)], "KEN", "UGA")
    assert words(answer) == ["signed a pact", "sued"]
    assert words(answer, "around") == ["left the bloc"]
    assert links(answer) == [((1,), (2,)), ((1,), (3,))]


def fears(text: str, fear: str, *more: Event) -> Coding:
    signed = event(text, "signed a pact", "AGREE", [KEN, RWA])
    return coding(text, [signed, *more], [reason(text, "Kenya signed a pact", fear, events=[signed])])


def test_state_names_those_whom_the_lexicon_knows() -> None:
    text = "Kenya signed a pact with Rwanda, which raised the fears of Uganda."
    assert words(why([fears(text, "the fears of Uganda")], "KEN", "UGA"), "around") == [
        "signed a pact",
        "the fears of Uganda",
    ]


def test_state_names_those_whom_the_coding_found_in_it() -> None:
    text = "Kenya signed a pact with Rwanda, which raised the fears of the western neighbour, and it praised Tanzania."
    praised = event(text, "praised", "SUPPORT", (), [TZA])
    neighbour = at(text, "the western neighbour")
    praised = replace(praised, actors=(Actor("UGA", "the western neighbour", neighbour),))
    answer = why([fears(text, "the fears of the western neighbour", praised)], "KEN", "UGA")
    assert words(answer, "around") == ["signed a pact", "the fears of the western neighbour"]


def test_other_effect_told_in_the_same_breath_stands_in_the_chain() -> None:
    text = "Kenya signed a pact with Rwanda, so Uganda sued Kenya and left the bloc of Tanzania."
    signed = event(text, "signed a pact", "AGREE", [KEN, RWA])
    sued = event(text, "sued", "ACCUSE", [UGA], [KEN])
    left = event(text, "left the bloc", "SANCTION", [UGA], [TZA])
    events = [signed, sued, left]
    reasons = [
        reason(text, "Kenya signed a pact", "Uganda sued Kenya", "so", events=events),
        reason(text, "Kenya signed a pact", "left the bloc", "so", events=events),
    ]
    answer = why([coding(text, events, reasons)], "KEN", "UGA")
    assert words(answer) == ["signed a pact", "sued", "left the bloc"]
    assert words(answer, "around") == []
