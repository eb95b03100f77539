"""Which chains are told, and in which order."""

from __future__ import annotations

import pytest

from ravabet.explaining import Act, Answer, Because, Path, Quote, Step
from ravabet.explaining.answer import Part
from ravabet.explaining.narrative import narrative
from ravabet.explaining.paths import paths
from ravabet.explaining.phrases import phrases
from ravabet.model import Span

HERE = Quote("a.txt", 1, Span(0, 1), "x")
ACT = Act("o", "ACCUSE", "condemn", ("KEN",), ("UGA",), None, None, "happened", None, -2.0)


def step(number: int, part: Part = "chain", sure: float = 0.8, *, end: bool = False, voices: int = 1) -> Step:
    return Step(number, part, HERE, HERE, sure, act=ACT, change=end, end=end, voices=voices)


def link(cause: int, effect: int, sure: float = 0.5, voices: int = 1) -> Because:
    return Because((cause,), (effect,), "cause", HERE, HERE, HERE, sure, voices=voices)


def ways(found: tuple[Path, ...]) -> list[tuple[int, ...]]:
    return [path.steps for path in found]


def test_longer_chain_comes_first_if_what_it_adds_is_supported() -> None:
    steps = [step(1), step(2), step(3, end=True), step(4), step(5, end=True)]
    assert ways(paths(steps, [link(1, 2), link(2, 3), link(4, 5, 0.6)])) == [(1, 2, 3), (4, 5)]
    assert ways(paths(steps, [link(1, 2, 0.05), link(2, 3), link(4, 5, 0.6)])) == [(4, 5), (1, 2, 3)]


def test_best_of_several_ways_to_an_end_is_taken() -> None:
    steps = [step(1), step(2), step(3), step(4, end=True)]
    assert ways(paths(steps, [link(1, 4, 0.9), link(2, 3, 0.5), link(3, 4, 0.6)])) == [(2, 3, 4)]
    assert ways(paths(steps, [link(1, 4, 0.9), link(2, 3, 0.2), link(3, 4, 0.6)])) == [(1, 4)]


def test_what_goes_through_others_comes_last_and_unsure_ends_before_it() -> None:
    steps = [
        step(1),
        step(2, end=True, sure=0.39),
        step(3),
        step(4, end=True, sure=0.41),
        step(5, "around"),
        step(6, "around"),
    ]
    found = paths(steps, [link(1, 2, 0.9), link(3, 4, 0.2), link(5, 6, 0.9)])
    assert ways(found) == [(3, 4), (1, 2), (5, 6)]
    assert [path.unsure for path in found] == [False, True, False]


def test_voices_and_confidence_of_a_chain_are_those_of_its_weakest_part() -> None:
    steps = [step(1), step(2, sure=0.3, voices=3), step(3, end=True)]
    assert [(path.voices, path.confidence) for path in paths(steps, [link(1, 2, 0.5, 4), link(2, 3, 0.6, 2)])] == [
        (2, 0.3)
    ]


@pytest.mark.parametrize(("sure", "voices", "unsure"), [(0.39, 1, True), (0.4, 1, False), (0.39, 2, False)])
def test_unsure_is_what_one_source_tells_with_low_confidence(sure: float, voices: int, unsure: bool) -> None:
    assert step(1, sure=sure, voices=voices).unsure is unsure


def told(sure: dict[int, float], part: Part = "chain") -> list[int]:
    """The ends of the chains that the narrative tells, of chains 1-2, 3-4 and so on with the confidence of each end."""
    steps, links = [], []
    for end, confidence in sure.items():
        steps += [step(end - 1, part), step(end, part, confidence, end=part == "chain")]
        links.append(link(end - 1, end))
    steps += [step(90, "around"), step(91, "around")]
    links.append(link(90, 91))
    known = {step.number: step for step in steps}
    numbered = tuple(known.get(number, step(number, "unexplained")) for number in range(1, 92))
    answer = Answer("KEN", "UGA", None, None, (), numbered, tuple(links), paths=paths(steps, links))
    accounts = narrative(answer, phrases("en")).accounts
    return [account.sentences[-1].clauses[-1][1] for account in accounts]


def test_narrative_tells_sure_chains_else_the_best_unsure_one_else_those_through_others() -> None:
    assert told({2: 0.8, 4: 0.3, 6: 0.7}) == [2, 6]
    assert told({2: 0.2, 4: 0.3}) == [4]
    assert told({}) == [91]
    assert len(told({2 * n: 0.8 for n in range(1, 9)})) == 5


def test_nothing_to_tell_is_no_account() -> None:
    assert narrative(Answer("KEN", "UGA", None, None, ()), phrases("en")).accounts == ()


def backed(steps: list[Step], links: list[Because], language: str = "en") -> str:
    """How the only chain is said to be backed, without the number of sources."""
    answer = Answer("KEN", "UGA", None, None, (), tuple(steps), tuple(links), paths=paths(steps, links))
    (account,) = narrative(answer, phrases(language)).accounts
    return account.backed.split(";" if language in ("en", "ru") else "؛", 1)[1].strip()


def test_the_one_weakest_step_or_reason_of_a_chain_is_named() -> None:
    links = [link(1, 2, 0.7), link(2, 3, 0.6)]
    weak = [step(1), step(2, sure=0.5), step(3, end=True)]
    assert backed(weak, links) == "confidence at least 50%; least sure: step 2"
    sure = [step(1), step(2), step(3, end=True)]
    assert backed(sure, links) == "confidence at least 60%; least sure: the reason given for step 3"


def test_no_step_is_named_where_several_are_equally_weak() -> None:
    even = [step(1, sure=0.5), step(2, sure=0.5), step(3, end=True)]
    assert backed(even, [link(1, 2), link(2, 3)]) == "confidence at least 50%"
    assert backed([step(1), step(2), step(3, end=True)], [link(1, 2), link(2, 3)]) == "confidence at least 50%"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "the last step may well be misread, what it rests on is surer (at least 60%)"),
        ("fa", "گام آخر چه‌بسا نادرست فهمیده شده باشد"),
        ("ar", "قد تكون قراءة الخطوة الأخيرة خاطئة"),
        ("ru", "последний шаг мог быть понят неверно"),
    ],
)
def test_of_an_unsure_end_it_is_said_that_it_rests_on_surer_steps(language: str, said: str) -> None:
    links = [link(1, 2, 0.7), link(2, 3, 0.6)]
    assert said in backed([step(1), step(2), step(3, sure=0.3, end=True)], links, language)
    shaky = [step(1), step(2, sure=0.2), step(3, sure=0.3, end=True)]
    assert said not in backed(shaky, links, language)
