from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from ravabet.model import Actor, Amount, Coding, Document, Event, Occurrence, Report, Span, When
from ravabet.relating import Telling, grouping
from ravabet.relating.occurrences import contradicts, occurrences
from ravabet.relating.weighing import weigh

TEXT = "Kenya and Uganda signed a treaty. The treaty was signed in Nairobi. Kenya sent aid to Uganda in Kampala."


def event(
    start: int = 0,
    *,
    type: str = "AGREE",
    frame: str = "sign",
    date: str | None = None,
    actors: tuple[str, ...] = ("KEN", "UGA"),
    recipients: tuple[str, ...] = (),
    status: str = "happened",
    speaker: str | None = None,
    where: Span | None = None,
    amount: float | None = None,
    confidence: float = 0.5,
) -> Event:
    """An event whose trigger starts at ``start``; each stands in a sentence of its own."""
    precision = {4: "year", 7: "month", 10: "day"}[len(date)] if date else None
    span = Span(start, start + 5)
    return Event(
        id=str(start),
        type=type,
        frame=frame,
        trigger=span,
        sentence=span,
        actors=tuple(Actor(code, code, span) for code in actors),
        recipients=tuple(Actor(code, code, span) for code in recipients),
        when=When(date, precision, span) if date else None,  # type: ignore[arg-type]
        status=status,  # type: ignore[arg-type]
        speaker=speaker,
        where=where,
        amount=Amount(amount, "USD", span) if amount else None,
        confidence=confidence,
    )


def document(name: str, *events: Event, published: str | None = None, text: str | None = None) -> Coding:
    day = datetime.date.fromisoformat(published) if published else None
    return Coding(Document(name, text or f"{name}: {TEXT}", "en", day), events)


def told(found: tuple[Occurrence, ...]) -> list[list[str]]:
    return [[f"{report.document.id}{report.event.id}" for report in occurrence.reports] for occurrence in found]


MARCH, APRIL = "2025-03-01", "2025-04-01"

ONE = {
    "the same day, another frame": (document("a", event(date=MARCH)), document("b", event(date=MARCH, frame="treaty"))),
    "a day and its month, published together": (
        document("a", event(date=MARCH), published=MARCH),
        document("b", event(date="2025-03"), published="2025-03-02"),
    ),
    "undated, published within days": (
        document("a", event(), published=MARCH),
        document("b", event(), published="2025-03-04"),
    ),
    "told again in the same document": (document("a", event(0), event(34)),),
    "undated, published in the week after the day that another gives": (
        document("a", event(date=MARCH)),
        document("b", event(), published="2025-03-08"),
    ),
    "its month, published in the week after the day that another gives": (
        document("a", event(date=MARCH), published="2025-06-01"),
        document("b", event(date="2025-03"), published="2025-03-08"),
    ),
    "its month, undated news of that month": (
        document("a", event(date="2025-02"), published="2025-03-03"),
        document("b", event(), published="2025-03-04"),
    ),
    "its year, planned without a date before it": (
        document("a", event(date="2026", status="planned"), published=MARCH),
        document("b", event(status="planned"), published=MARCH),
    ),
    "planned, told before the day": (
        document("a", event(date=MARCH, status="planned"), published="2025-02-26"),
        document("b", event(status="planned"), published="2025-02-27"),
    ),
    "a copied report, undated and unpublished": (document("a", event(), text=TEXT), document("b", event(), text=TEXT)),
    "undated, another frame, published in the week after": (
        document("a", event(date=MARCH)),
        document("b", event(frame="treaty"), published="2025-03-02"),
    ),
    "undated, another frame": (
        document("a", event(), published=MARCH),
        document("b", event(frame="treaty"), published=MARCH),
    ),
    "the same month, another frame": (
        document("a", event(date="2025-03"), published=MARCH),
        document("b", event(date="2025-03", frame="treaty"), published=MARCH),
    ),
    "other amounts": (document("a", event(date=MARCH, amount=5)), document("b", event(date=MARCH, amount=7))),
    "one names a party more": (
        document("a", event(date=MARCH)),
        document("b", event(date=MARCH, actors=("KEN", "TZA", "UGA"))),
    ),
    "one names only who did it": (
        document("a", event(date=MARCH, type="AID", actors=("KEN",), recipients=("UGA",))),
        document("b", event(date=MARCH, type="AID", actors=("KEN",))),
    ),
    "planned in one, done on that day in the other": (
        document("a", event(date=MARCH, status="planned"), published="2025-02-20"),
        document("b", event(date=MARCH), published="2025-03-02"),
    ),
}
TWO = {
    "a year long past, told beside undated news": (
        document("a", event(date="1990"), published=MARCH),
        document("b", event(), published=MARCH),
    ),
    "a month before, told beside undated news": (
        document("a", event(date="2025-01"), published=MARCH),
        document("b", event(), published=MARCH),
    ),
    "another day": (document("a", event(date=MARCH)), document("b", event(date=APRIL))),
    "other parties": (document("a", event(date=MARCH)), document("b", event(date=MARCH, actors=("KEN", "TZA")))),
    "the other direction": (
        document("a", event(date=MARCH, type="AID", actors=("KEN",), recipients=("UGA",))),
        document("b", event(date=MARCH, type="AID", actors=("UGA",), recipients=("KEN",))),
    ),
    "another type": (document("a", event(date=MARCH)), document("b", event(date=MARCH, type="CONSULT"))),
    "denied in one": (document("a", event(date=MARCH)), document("b", event(date=MARCH, status="denied"))),
    "claimed by different speakers": (
        document("a", event(date=MARCH, status="claimed", speaker="KEN")),
        document("b", event(date=MARCH, status="claimed", speaker="UGA")),
    ),
    "undated, published far apart": (document("a", event(), published=MARCH), document("b", event(), published=APRIL)),
    "undated, published after more than a week": (
        document("a", event(date=MARCH)),
        document("b", event(), published="2025-03-09"),
    ),
    "planned, told long before the day": (
        document("a", event(date=MARCH, status="planned")),
        document("b", event(status="planned"), published="2025-02-01"),
    ),
    "undated, published before the day": (
        document("a", event(date=MARCH), published=MARCH),
        document("b", event(), published="2025-02-28"),
    ),
    "undated, no day of publication": (document("a", event()), document("b", event())),
    "two frames in one document": (document("a", event(0, date=MARCH), event(34, date=MARCH, frame="treaty")),),
}


@pytest.mark.parametrize("codings", ONE.values(), ids=ONE)
def test_one_occurrence(codings: tuple[Coding, ...]) -> None:
    assert len(occurrences(codings)) == 1


@pytest.mark.parametrize("codings", TWO.values(), ids=TWO)
def test_two_occurrences(codings: tuple[Coding, ...]) -> None:
    assert len(occurrences(codings)) == 2


def test_actors_in_any_order() -> None:
    first, second = event(date=MARCH), event(date=MARCH, actors=("UGA", "KEN"))
    assert len(occurrences([document("a", first), document("b", second)])) == 1


def test_the_dated_and_surer_report_stands_for_all() -> None:
    codings = [
        document("a", event(), published=MARCH),
        document("b", event(date="2025-03", confidence=0.9), published=MARCH),
        document("c", event(date=MARCH, confidence=0.6), published=MARCH),
        document("d", event(date=MARCH, confidence=0.7), published=MARCH),
    ]
    assert told(occurrences(codings)) == [["d0", "c0", "b0", "a0"]]


def test_compatible_with_all_or_not_at_all() -> None:
    """An undated report must not draw two dated events together."""
    codings = [
        document("a", event(date=MARCH), published=MARCH),
        document("b", event(), published="2025-03-02"),
        document("c", event(date="2025-03-02"), published="2025-03-02"),
    ]
    assert told(occurrences(codings)) == [["a0", "b0"], ["c0"]]


def test_undated_reports_do_not_lead_on_from_week_to_week() -> None:
    codings = [document(f"d{day:02}", event(), published=f"2025-03-{day:02}") for day in range(1, 16, 2)]
    for occurrence in occurrences(codings):
        days = [report.document.published for report in occurrence.reports if report.document.published]
        assert max(days) - min(days) <= datetime.timedelta(7)
    assert len(occurrences(codings)) < len(codings)


def test_undated_report_finds_its_event_wherever_it_stands() -> None:
    codings = [
        document("a", event(), published="2025-03-06"),
        document("b", event(), published="2025-03-08"),
        document("c", event(date=MARCH)),
    ]
    assert told(occurrences(codings)) == [["c0", "a0", "b0"]]
    assert told(occurrences(codings[::-1])) == [["c0", "b0", "a0"]]


def test_ids_depend_on_the_reports_alone() -> None:
    one, two = document("a", event(date=MARCH)), document("b", event(date=MARCH))
    assert occurrences([one, two])[0].id == occurrences([two, one])[0].id
    assert occurrences([one])[0].id != occurrences([two])[0].id


DENIALS = {
    "denied in the same document": (document("a", event(), event(34, status="denied")), True),
    "both told": (document("a", event(), event(34)), False),
    "both denied": (document("a", event(status="denied"), event(34, status="denied")), False),
    "another act": (document("a", event(), event(34, frame="treaty", status="denied")), False),
    "other parties": (document("a", event(), event(34, actors=("KEN", "TZA"), status="denied")), False),
    "another day": (document("a", event(date=MARCH), event(34, date=APRIL, status="denied")), False),
    "the same month": (document("a", event(date=MARCH), event(34, date="2025-03", status="denied")), True),
}


@pytest.mark.parametrize(("coding", "denied"), DENIALS.values(), ids=DENIALS)
def test_denial_is_of_the_same_act(coding: Coding, denied: bool) -> None:
    one, two = (Occurrence(event.id, (Report(coding.document, event),)) for event in coding.events)
    assert contradicts(one, two) is contradicts(two, one) is denied


@pytest.mark.parametrize(("published", "denied"), [("2025-03-04", True), ("2025-03-05", False), (None, False)])
def test_denial_in_another_document_is_near_in_time(published: str | None, denied: bool) -> None:
    told = document("a", event(), published=MARCH)
    other = document("b", event(status="denied"), published=published)
    one, two = (Occurrence(c.document.id, (Report(c.document, c.events[0]),)) for c in (told, other))
    assert contradicts(one, two) is denied


def test_other_acts_of_a_crowded_day_hide_no_report() -> None:
    crowd = [
        document(
            f"a{number:02}", event(type="ASSAULT", frame=f"f{number}", date=MARCH, actors=("KEN",), recipients=("UGA",))
        )
        for number in range(60)
    ]
    found = occurrences([*crowd, document("y", event(date=MARCH)), document("z", event(date=MARCH))])
    assert ["y0", "z0"] in told(found)


def test_a_crowded_day_costs_in_proportion_to_its_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    def weighed(number: int) -> int:
        seen: list[Telling] = []

        def counted(one: Telling, two: Telling) -> float:
            seen.append(one)
            return weigh(one, two)

        monkeypatch.setattr(grouping, "weigh", counted)
        occurrences([document(f"d{n:03}", event(date=MARCH, amount=n, frame=f"f{n}")) for n in range(number)])
        return len(seen)

    assert weighed(400) < 2.5 * weighed(200)


def sentence(event: str, text: str, *codes: str, kind: str = "ACCUSE", frame: str = "criticise") -> Telling:
    day = datetime.date(2025, 3, 1).toordinal()
    actors, recipients = frozenset(codes[:-1]), frozenset(codes[-1:])
    return Telling(event, f"d{event}", kind, frame, actors, recipients, published=day, language="en", sentence=text)


def test_undated_reports_of_one_day_in_one_language_are_one_event_only_if_they_share_words() -> None:
    duties = sentence("1", "Kenya criticised Uganda over new duties on maize and sugar.", "KEN", "UGA")
    again = sentence("2", "The new duties on sugar drew criticism of Uganda from Kenya.", "KEN", "UGA")
    poets = sentence("3", "Kenyan lawyers slammed the arrest of two poets in Kampala last night.", "KEN", "UGA")
    assert weigh(duties, again) > 0
    assert weigh(duties, poets) < 0


def test_what_four_parties_do_together_is_one_event_in_other_words() -> None:
    many = ("KEN", "TZA", "RWA", "UGA")
    one = sentence("1", "Kenya, Tanzania and Rwanda cut ties with Uganda on Monday at dawn.", *many)
    two = sentence("2", "Rwanda, with Kenya and Tanzania, withdrew its envoys from Kampala.", *many)
    few = sentence("3", "Kenya withdrew its envoys from Kampala and closed two consulates.", "KEN", "UGA")
    assert weigh(one, two) > 0
    assert weigh(replace(one, actors=frozenset({"KEN"})), few) < 0
