"""A negated verb that is itself an act: what is not accepted is rejected, and nothing else is told of it."""

import pytest

from ravabet.coding.acts.find import acts
from ravabet.coding.coder import events
from ravabet.coding.scene import scene
from ravabet.language import analyse
from ravabet.lexicon import parse_expression


def named(language: str, text: str, *notations: str) -> list[str]:
    """The expressions that name an act of a text."""
    entries = tuple(parse_expression(notation, "reject", "test") for notation in notations)
    found = [act for sentence in analyse(text, language) for act in acts(sentence, language, entries)]
    return [act.expression.id.removeprefix("reject:") for act in found]


def told(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    return [(e.type, e.actor_codes, e.recipient_codes, e.status) for e in events(scene(text, "fa", None), floor=0.0)]


ACCEPTS, REFUSES = "پیشنهاد ... پذیرفتن* <-", "پیشنهاد ... پذیرفتن*- <-"


@pytest.mark.parametrize("verb", ["نپذیرفت", "نمی‌پذیرد", "نخواهد پذیرفت", "نپذیرفته است", "نمی پذیرفت"])
def test_every_negated_form_tells_it_and_nothing_else_is_told_of_that_verb(verb):
    assert named("fa", f"وزیر پیشنهاد همسایه را {verb}.", ACCEPTS, REFUSES) == [REFUSES.partition(" <")[0]]


@pytest.mark.parametrize("verb", ["پذیرفت", "می‌پذیرد", "خواهد پذیرفت", "پذیرفته است"])
def test_no_other_form_tells_it(verb):
    assert named("fa", f"وزیر پیشنهاد همسایه را {verb}.", ACCEPTS, REFUSES) == [ACCEPTS.partition(" <")[0]]


def test_what_another_verb_of_the_sentence_tells_stays():
    text = "وزیر پیشنهاد همسایه را نپذیرفت و دو سرباز را بازداشت کرد."
    assert named("fa", text, ACCEPTS, REFUSES, "بازداشت کردن* <را") == [REFUSES.partition(" <")[0], "بازداشت کردن*"]


@pytest.mark.parametrize(
    ("language", "text", "notation", "count"),
    [
        ("en", "The minister did not recognise the vote.", "recognise*- vote", 1),
        ("en", "The minister recognised the vote.", "recognise*- vote", 0),
        ("ru", "Министр не признал выборы.", "признать*- выборы", 1),
        ("ru", "Министр признал выборы.", "признать*- выборы", 0),
        ("ar", "لم يعترف الوزير بالانتخابات.", "اعترف*- انتخاب", 1),
        ("ar", "اعترف الوزير بالانتخابات.", "اعترف*- انتخاب", 0),
    ],
)
def test_the_sign_is_read_in_every_language(language, text, notation, count):
    assert len(named(language, text, notation)) == count


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("مجارستان پیشنهاد اوکراین برای عبور گاز را نمی‌پذیرد.", ("REJECT", ("HUN",), ("UKR",), "happened")),
        ("پرو درخواست شیلی برای بازرسی بندر را نپذیرفت.", ("REJECT", ("PER",), ("CHL",), "happened")),
        ("پرو درخواست شیلی برای بازرسی بندر را پذیرفت.", ("AGREE", ("PER",), ("CHL",), "happened")),
        ("نروژ از نامزدی مراکش حمایت نکرد.", ("REJECT", ("NOR",), ("MAR",), "happened")),
    ],
)
def test_who_does_not_accept_rejects(text, event):
    assert told(text) == [event]
