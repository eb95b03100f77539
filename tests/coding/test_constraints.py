"""What the whole sentence says of who can be on a side (``coding/constraints.py``)."""

from __future__ import annotations

import pytest

from ravabet.coding.judging.roles import models, scored
from ravabet.coding.place import Place
from ravabet.coding.scene import scene
from ravabet.coding.sides.outcomes import NEVER


def candidates_of(text: str, language: str, frame: str) -> set[str]:
    """The codes of all who are weighed for the first act of a frame."""
    laid = scene(text, language, None)
    places = [Place(laid, number, act) for number, acts in enumerate(laid.acts) for act in acts]
    place = next(place for place in places if place.frame.id == frame)
    return {code for option in scored(place, models(language)) for code in option.codes}


@pytest.mark.parametrize(
    ("text", "language", "frame", "weighed"),
    [
        (
            "روسیه با ساخت راه موافقت کرد. چین، قرقیزستان و ازبکستان خرسند شدند. سه کشور توافقنامه را امضا کردند.",
            "fa",
            "sign-agreement",
            {"CHN", "KGZ", "UZB"},
        ),
        (
            "Peru knew. Chad and Niger agreed. Both countries signed a treaty.",
            "en",
            "sign-agreement",
            {"TCD", "NER"},
        ),
        (
            "Россия не возражала. Китай и Монголия обрадовались. Две страны подписали договор.",
            "ru",
            "sign-agreement",
            {"CHN", "MNG"},
        ),
        (
            "چین و مغولستان گفتگو کردند. پرو این طرح را پیشنهاد کرد. دو کشور توافقنامه این طرح را امضا کردند.",
            "fa",
            "sign-agreement",
            {"CHN", "MNG"},
        ),
    ],
)
def test_where_it_is_told_how_many_nobody_of_another_sentence_joins(
    text: str, language: str, frame: str, weighed: set[str]
) -> None:
    assert candidates_of(text, language, frame) == weighed


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Chad and Niger agreed. The two countries signed a treaty with Peru.", "PER"),  # the same sentence
        ("Peru agreed. Chad signed a treaty.", "PER"),  # nobody is counted
        ("Peru agreed. Chad signed a treaty, which the two countries had long discussed.", "PER"),  # in another clause
    ],
)
def test_others_are_still_weighed(text: str, joined: str) -> None:
    assert joined in candidates_of(text, "en", "sign-agreement")


@pytest.mark.parametrize(
    ("text", "frame", "doers"),
    [
        ("Чад молчал. Около половины задержанных ушли.", "arrest", False),
        ("Чад молчал. Нигер выслал около половины задержанных.", "arrest", True),
    ],
)
def test_who_is_named_by_what_was_done_to_them_did_not_do_it(text: str, frame: str, doers: bool) -> None:
    laid = scene(text, "ru", None)
    place = next(p for p in (Place(laid, 1, act) for act in laid.acts[1]) if p.frame.id == frame)
    inside = [o for o in scored(place, models("ru")) if not o.candidate.back]
    assert any(option.actor > NEVER for option in inside) is doers
