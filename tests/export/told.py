"""Events of our own for the tests of formats, with what is hard on files: quotes, tabs, breaks, both directions."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ravabet.export.records import Paper, Party, Place, Told, Why

PAPER = Paper(
    "d0000000000000001",
    title='He said "no"\tand left',
    source="خبرگزاری نمونه",
    published=datetime.date(2024, 5, 2),
    language="fa",
    path="https://paper.example/1?a=1,2",
)
NAIROBI = Place("Nairobi", "KEN", "city", -1.28333, 36.81667, 184745)
WHY = Why(
    "r0000000000000001",
    PAPER.id,
    "response",
    "نقض پیمان",
    "فراخواندن سفیر",
    (10, 20),
    (30, 44),
    ("e0000000000000009",),
    ("e0000000000000001",),
    cue="در پاسخ به",
    confidence=0.62,
)
RECALLED = Told(
    "e0000000000000001",
    "SANCTION",
    PAPER,
    (Party("KGZ", 'the "Kyrgyz" side', "GOV"),),
    (Party("TJK", "تاجیکستان"),),
    mode="withdraw",
    context=("diplomatic", "territory"),
    date="2024-05",
    precision="month",
    score=-6.0,
    confidence=0.8125,
    trigger="فراخواند",
    span=(30, 38),
    quote='بیشکک\tسفیر خود را\nاز دوشنبه "فراخواند".\u2028',
    sentence=(10, 60),
    where="نایروبی",
    place=NAIROBI,
    frame="recall-envoy",
    because=("act recall-envoy", "actor fa/actors/states.tsv:263"),
    occurrence="o0000000000000001",
    reports=3,
    voices=2,
    documents=3,
    reasons=(WHY,),
)
MET = Told(
    "e0000000000000002",
    "CONSULT",
    PAPER,
    (Party("KEN", "Kenya"), Party("UGA", "Uganda"), Party("AU", "the African Union")),
    mode="visit",
    date="2024-05-01",
    precision="day",
    score=4.0,
    confidence=0.9,
    trigger="met",
    quote="Kenya, Uganda and the African Union met.",
    status="planned",
)
SHELLED = Told(
    "e0000000000000003",
    "ASSAULT",
    PAPER,
    (Party("SSD", "South Sudan", "MIL"),),
    (Party("SDN", "Sudan", "CVL"),),
    mode="heavy-weapons",
    score=-9.5,
    confidence=0.7,
    trigger="shelled",
    quote="South Sudan shelled a village in Sudan.",
    amount=12.0,
    unit="people killed",
)
LONELY = Told("e0000000000000004", "PROTEST", Paper("d0000000000000002"), (Party("KEN", "Kenyans", "CVL"),), score=-5.0)
ALL = (RECALLED, MET, SHELLED, LONELY)


class Made:
    """A source of these events."""

    def __init__(self, events: tuple[Told, ...] = ALL) -> None:
        self.given = events

    def events(self) -> Iterator[Told]:
        return iter(self.given)

    def reasons(self) -> Iterator[Why]:
        return iter([WHY])
