"""Which events a reason holds: also those that another sentence tells more clearly."""

import datetime
from dataclasses import replace

from ravabet.coding import events, scene
from ravabet.reasoning import reasons

PUBLISHED = datetime.date(2025, 5, 14)
TEXT = (
    "ترکیه سفیر یونان را احضار کرد\n\n"
    "وزارت خارجه ترکیه روز دوشنبه اعلام کرد سفیر یونان را احضار کرده است. "
    "این اقدام در واکنش به توقیف یک کشتی ترکیه‌ای انجام شد."
)


def summons():
    laid = scene(TEXT, "fa", PUBLISHED)
    return laid, next(event for event in events(laid) if event.frame == "summon-ambassador")


def test_a_clear_telling_elsewhere_is_kept() -> None:
    _, event = summons()
    assert {span.of(TEXT) for span in (event.trigger, *event.again)} == {"احضار کرده است", "احضار کرد"}


def test_a_reason_holds_an_event_told_more_clearly_elsewhere() -> None:
    laid, event = summons()
    first, second = sorted((event.trigger, *event.again))
    headline = replace(event, trigger=first, sentence=laid.sentences[0].span, again=(second,))
    for told, held in ((headline, (event.id,)), (replace(headline, again=()), ())):
        found = reasons(TEXT, laid.sentences, (told,), "fa")
        assert [reason.effect.events for reason in found] == [held]
