"""A generated corpus for measuring: ``python -m tools.make_corpus PROJECT [DOCUMENTS]``.

Nothing in it was ever written by anybody: the words are made of syllables, who did what to whom is drawn by lot (a few
states act often, most rarely), and each document says in its title that it is generated. Rows are made directly, not by
the coder, and go into the project by the same merge as coded ones. The same number always gives the same document.
"""

from __future__ import annotations

import datetime
import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path

from ravabet.lexicon import plover
from ravabet.model import Actor, Argument, Coding, Document, Event, Reason, Span, When
from ravabet.relating import signature
from ravabet.scale.shards import Shards
from ravabet.store import document_id, given_source, record
from ravabet.store.file import make
from ravabet.store.merging import Facts, merge

DOCUMENTS, EVENTS, STEP, CHUNK = 200_000, 10, 10_000, 500
"""Documents, events of each, documents that are merged at a time, and that are made at a time."""
FIRST_DAY, A_DAY = datetime.date(2015, 1, 1), 55
"""The day of the first document, and how many come a day: ten years in all."""
SYLLABLES = {
    "en": "ba den for gal hin kor lam mes nor pel ras sto tam ver wil zon",
    "ru": "ба ден фор гал хин кор лам мес нор пел рас сто там вер жил зон",
    "fa": "با دن فر گل هن کر لم مس نر پل رس ست تم ور ژل زن",
    "ar": "با دن فر جل هن كر لم مس نر بل رس ست تم ور حل زن",
}
_STATES = """RUS KGZ KAZ UZB TJK TKM IRN IRQ SYR TUR ISR SAU ARE QAT EGY JOR LBN YEM KWT OMN USA GBR FRA DEU ITA ESP POL
    UKR BLR GEO ARM AZE CHN JPN KOR PRK IND PAK AFG KEN UGA ETH SDN SOM NGA ZAF DZA MAR TUN LBY BRA ARG CHL MEX CAN AUS
    IDN VNM"""
STATES = _STATES.split()
WORDS, SOURCES, COPIES, WITH_REASON = 20_000, 40, 0.05, 0.25
"""Words of a language, papers, and the share of documents that copy another one or give a reason."""
NEAR, SEED = 100, 10**9
"""How many documents before one that which it copies may be; what its story is drawn by, besides its number."""


@cache
def words(language: str) -> tuple[list[str], list[float]]:
    """The words of a language, and how often each is used, summed up (Zipf's law)."""
    chance, parts = random.Random(language), SYLLABLES[language].split()
    made = {"".join(chance.choices(parts, k=chance.randint(2, 4))) for _ in range(2 * WORDS)}
    kept = sorted(made)[:WORDS]
    chance.shuffle(kept)
    return kept, list(accumulate(1 / (rank + 10) for rank in range(len(kept))))


@cache
def states() -> list[float]:
    """How often each state acts, summed up."""
    return list(accumulate(1 / (rank + 3) for rank in range(len(STATES))))


@cache
def types() -> dict[str, float]:
    """The types of events with their scores."""
    return {type: float(row["score"]) for type, row in plover().items()}


def coding(number: int) -> Coding:
    """Document ``number`` with its events and reasons; as news comes, the next is of its day or a later one."""
    chance = random.Random(number)
    copied = number > NEAR and chance.random() < COPIES
    original = chance.randrange(number - NEAR, number) if copied else number
    told = random.Random(original + SEED)
    language = told.choice(tuple(SYLLABLES))
    text, events = _story(told, language, _day(original))
    title = f"[generated] {' '.join(_drawn(told, language, 6))}"
    source = f"generated-{chance.randrange(SOURCES)}"
    document = Document(f"made-{number}", text, language, _day(number), source, title, path="generated")
    reasons = (_reason(events),) if told.random() < WITH_REASON else ()
    return Coding(document, tuple(events), reasons)


def _day(number: int) -> datetime.date:
    return FIRST_DAY + datetime.timedelta(days=number // A_DAY)


def _drawn(chance: random.Random, language: str, number: int) -> list[str]:
    every, sums = words(language)
    return chance.choices(every, cum_weights=sums, k=number)


def _story(chance: random.Random, language: str, day: datetime.date) -> tuple[str, list[Event]]:
    """A text of sentences, each of which tells one event."""
    told, at, events = [], 0, []
    scores = types()
    for number in range(1, EVENTS + 1):
        who, whom = chance.choices(STATES, cum_weights=states(), k=2)
        row = _drawn(chance, language, 9)
        parts = [who, *row[:3], whom, *row[3:]]
        sentence = " ".join(parts) + "."
        act = at + len(who) + 1
        type = chance.choice(tuple(scores))
        second = at + sum(len(part) + 1 for part in parts[:4])
        events.append(
            Event(
                id=f"e{number}",
                type=type,
                frame=type.lower(),
                trigger=Span(act, act + len(row[0])),
                sentence=Span(at, at + len(sentence)),
                actors=(Actor(who, who, Span(at, at + len(who)), "GOV"),),
                recipients=(Actor(whom, whom, Span(second, second + len(whom)), "GOV"),) if whom != who else (),
                when=When(str(day - datetime.timedelta(days=chance.randrange(3))), "day", Span(at, at + 1)),
                score=scores[type],
                confidence=round(chance.uniform(0.2, 0.95), 2),
                because=("generated",),
            )
        )
        told.append(sentence)
        at += len(sentence) + 1
    return " ".join(told), events


def _reason(events: list[Event]) -> Reason:
    one, two = events[0], events[1]
    return Reason(
        "r1", Argument(one.sentence, (one.id,)), Argument(two.sentence, (two.id,)), two.sentence, kind="response"
    )


def shard(folder: Path, start: int) -> Path:
    """A shard with the documents from ``start`` on."""
    path = folder / f"{start:08}.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(start, start + CHUNK):
            one = coding(number)
            row = record(document_id(one.document), one, given_source(one.document))
            bands = list(signature(one.document.text))
            out.write(json.dumps({**row, "bands": bands}, ensure_ascii=False) + "\n")
    return path


@dataclass(frozen=True, slots=True)
class Step:
    """The file after a merge: documents in it, seconds that the merge took (by the clock, of processors), bytes."""

    documents: int
    seconds: float
    processor: float
    size: int


def grow(project: Path, documents: int = DOCUMENTS, workers: int = 2) -> Iterator[Step]:
    """Bring so many generated documents into a project, a step at a time."""
    make(project)
    shards, facts = Shards(project), Facts(datetime.datetime(2026, 1, 1), "generated corpus")
    with get_context("spawn").Pool(workers) as pool:
        for start in range(0, documents, STEP):
            shards.folder.mkdir(exist_ok=True)
            made = pool.map(partial(shard, shards.folder), range(start, min(start + STEP, documents), CHUNK), 1)
            begun, spent = time.perf_counter(), time.process_time()
            merge(project, made, facts)
            seconds, processor = time.perf_counter() - begun, time.process_time() - spent
            yield Step(min(start + STEP, documents), seconds, processor, project.stat().st_size)
            shards.remove(made)


def main() -> None:
    """Make the corpus and tell how it grows."""
    number = int(sys.argv[2]) if len(sys.argv) > 2 else DOCUMENTS
    for step in grow(Path(sys.argv[1]), number):
        print(f"{step.documents} documents, merged in {step.seconds:.1f} s, {step.size / 1e6:.0f} MB", flush=True)


if __name__ == "__main__":
    main()
