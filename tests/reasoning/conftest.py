from collections.abc import Callable

import pytest

from ravabet.language import analyse
from ravabet.model import Event, Reason, Span
from ravabet.reasoning import reasons

Find = Callable[..., tuple[Reason, ...]]


def event(text: str, words: str, name: str) -> Event:
    """An event whose trigger is the first occurrence of ``words``."""
    start = text.index(words)
    trigger = Span(start, start + len(words))
    return Event(id=name, type="CONSULT", frame="meet", trigger=trigger, sentence=trigger)


@pytest.fixture
def find() -> Find:
    """The reasons of a Persian text; keyword arguments name events by their trigger words."""

    def run(text: str, **events: str) -> tuple[Reason, ...]:
        named = tuple(event(text, words, name) for name, words in events.items())
        return reasons(text, analyse(text, "fa"), named, "fa")

    return run
