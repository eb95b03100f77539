"""Several tellings of one act in a document become one event, and those of two acts stay two."""

from dataclasses import replace

import pytest

from ravabet.coding.merge import Told, merge
from ravabet.model import Actor, Event, Span, When


def event(kind: str, frame: str, at: int, actors: str, recipients: str = "", sentence: int = 0) -> Told:
    """A telling by a verb at ``at``; sides as letters, one a state."""
    span, inside = Span(at, at + 1), Span(sentence * 100, sentence * 100 + 99)
    who, whom = (tuple(Actor(code, code, span, None) for code in side) for side in (actors, recipients))
    return Told(Event(f"{at}", kind, frame, span, inside, who, whom, confidence=0.5), nominal=False)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (event("CONSULT", "visit", 1, "AB"), event("CONSULT", "talks", 9, "AB", sentence=1), 1),
        (event("CONSULT", "visit", 1, "AB"), event("CONSULT", "talks", 9, "ABC"), 1),
        (event("CONSULT", "visit", 1, "AB"), event("CONSULT", "talks", 9, "AC"), 2),
        (event("ASSAULT", "shell", 1, "A", "B"), event("ASSAULT", "kill", 9, "A", "B"), 1),
        (event("ASSAULT", "shell", 1, "A", "B"), event("ASSAULT", "kill", 109, "A", "B", sentence=1), 2),
        (event("ASSAULT", "shell", 1, "A", "B"), event("ASSAULT", "kill", 9, "A", "C"), 2),
        (event("COERCE", "arrest", 1, "A", "B"), event("COERCE", "deport", 9, "A", "B"), 2),
        (event("ACCUSE", "criticise", 1, "A", "B"), event("ACCUSE", "blame", 9, "A", "B"), 1),
        (event("ACCUSE", "criticise", 1, "A", "B"), event("ACCUSE", "blame", 109, "A", "B", sentence=1), 2),
        (event("THREATEN", "threaten", 1, "A", "B"), event("THREATEN", "threaten", 9, "A", "C"), 2),
        (event("CONSULT", "visit", 1, "AB"), event("AGREE", "agree", 9, "AB"), 2),
        (event("AGREE", "sign-agreement", 1, "AB"), event("AGREE", "sign-contract", 9, "AB"), 2),
    ],
)
def test_tellings_of_one_act_are_one_event(one: Told, other: Told, count: int) -> None:
    assert len(merge([one, other])) == count


def test_of_two_dates_of_one_act_the_more_exact_one_is_told() -> None:
    span = Span(0, 1)
    year, day, other = When("2024", "year", span), When("2024-12-20", "day", span), When("2023", "year", span)
    one, two = event("ASSAULT", "shell", 1, "A", "B"), event("ASSAULT", "shell", 9, "A", "B")

    def told(first: When, second: When) -> list[str]:
        tellings = [replace(t, event=replace(t.event, when=w)) for t, w in ((one, first), (two, second))]
        return [event.when.date for event in merge(tellings) if event.when]

    assert told(year, day) == told(day, year) == ["2024-12-20"]
    assert told(other, day) == ["2023", "2024-12-20"]


def test_what_is_denied_is_not_what_is_done() -> None:
    done, denied = event("CONSULT", "visit", 1, "AB"), event("CONSULT", "talks", 9, "AB")
    denied = replace(denied, event=replace(denied.event, status="denied"))
    assert len(merge([done, denied])) == 2
