"""A generated corpus for measuring: ``python -m tools.make_corpus PROJECT [DOCUMENTS]``.

Nothing in it was ever written by anybody: the words are made of syllables, who did what to whom is drawn by lot (a few
states act often, most rarely; a few types are frequent), several documents tell of one event, and each says in its
title that it is generated. Rows are made directly, not by the coder, and go into the project by the same merge as coded
ones. The same number always gives the same document.
"""

from __future__ import annotations

import datetime
import json
import random
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache, lru_cache, partial
from itertools import accumulate
from multiprocessing import get_context
from multiprocessing.pool import AsyncResult, Pool
from pathlib import Path

from ravabet.lexicon import plover
from ravabet.model import Actor, Argument, Coding, Document, Event, Reason, Span, When
from ravabet.relating import signature
from ravabet.scale.shards import Shards
from ravabet.store import Project, document_id, given_source, record
from ravabet.store.file import make
from ravabet.store.merging import Facts, merge

DOCUMENTS, EVENTS, STEP, CHUNK = 200_000, 10, 10_000, 500
"""Documents, events of each, documents that are merged at a time, and that are made at a time."""
FIRST_DAY, A_DAY = datetime.date(2015, 1, 1), 55
"""The day of the first document, and how many come a day: ten years in all. That makes 550 reports of events a day, a
quarter of what ICEWS has: 18.6 million from 1995 to September 2020, some 1,980 a day, those inside of states included
(A. Beger, "ICEWS event data", https://www.andybeger.com/icews/articles/icews-event-data.html)."""
HAPPENED, BEFORE = 300, 3
"""How much happens on a day, of which news of that day and the next two tell, of some things often, of most seldom."""
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
OFTEN = ("CONSULT", "COOPERATE", "SUPPORT", "ACCUSE", "REQUEST", "ASSAULT")
FIGURES = 3000, 100_000
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
def types() -> tuple[list[tuple[str, float]], list[float]]:
    """The types of events with their scores, and how often each is told, summed up: talks most, as in all such data."""
    every = [(type, float(row["score"])) for type, row in plover().items()]
    every.sort(key=lambda one: (one[0] not in OFTEN, one))
    return every, list(accumulate(1 / (rank + 3) for rank in range(len(every))))


@lru_cache(maxsize=4096)
def happening(day: datetime.date, number: int) -> tuple[str, str, str, float, int]:
    """What happened on a day: who did it to whom, its type and score, and a figure that all reports of it tell."""
    chance = random.Random(f"{day} {number}")
    who, whom = chance.choices(STATES, cum_weights=states(), k=2)
    ((type, score),) = chance.choices(types()[0], cum_weights=types()[1])
    return who, whom, type, score, chance.randrange(*FIGURES)


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
    for number in range(1, EVENTS + 1):
        date = day - datetime.timedelta(days=chance.randrange(BEFORE))
        who, whom, type, score, figure = happening(date, int(HAPPENED * chance.random() ** 2))
        row = _drawn(chance, language, 9)
        parts = [who, *row[:3], whom, str(figure), *row[3:]]
        sentence = " ".join(parts) + "."
        act = at + len(who) + 1
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
                when=When(str(date), "day", Span(at, at + 1)),
                score=score,
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


def shard(folder: Path, start: int, documents: int = CHUNK) -> Path:
    """A shard with so many documents from number ``start`` on."""
    path = folder / f"{start:08}.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(start, start + documents):
            one = coding(number)
            row = record(document_id(one.document), one, given_source(one.document))
            bands = list(signature(one.document.text))
            out.write(json.dumps({**row, "bands": bands}, ensure_ascii=False) + "\n")
    return path


@dataclass(frozen=True, slots=True)
class Step:
    """The file after a merge: documents in it, seconds that the merge took (by the clock, of processors), bytes, and
    the most memory that the process has taken so far, in megabytes."""

    documents: int
    seconds: float
    processor: float
    size: int
    memory: float


def grow(project: Path, documents: int = DOCUMENTS, workers: int = 1) -> Iterator[Step]:
    """Bring so many generated documents into a project, a step at a time; goes on where an earlier run was stopped.

    The next step's documents are made, by ``workers`` processes, while those of one are merged.
    """
    make(project)
    with Project.open(project) as held:
        ((done,),) = held.query("SELECT count(*) * ? FROM run", STEP)
    shards, starts = Shards(project), range(done, documents, STEP)
    shards.remove(shards.finished())
    with get_context("spawn").Pool(workers) as pool:
        waiting = _making(pool, shards, documents, starts[:1])
        for number, start in enumerate(starts, 1):
            made = [path for one in waiting for path in one.get()]
            waiting = _making(pool, shards, documents, starts[number : number + 1])
            yield _merged(project, made, min(start + STEP, documents))
            shards.remove(made)


def _making(pool: Pool, shards: Shards, documents: int, starts: Iterable[int]) -> list[AsyncResult[list[Path]]]:
    shards.folder.mkdir(exist_ok=True)
    parts = [range(start, min(start + STEP, documents), CHUNK) for start in starts]
    return [pool.map_async(partial(shard, shards.folder, documents=CHUNK), part, 1) for part in parts]


def _merged(project: Path, made: Sequence[Path], documents: int) -> Step:
    begun, spent = time.perf_counter(), time.process_time()
    merge(project, made, Facts(datetime.datetime(2026, 1, 1), "generated corpus"))
    seconds, processor = time.perf_counter() - begun, time.process_time() - spent
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    step = Step(documents, seconds, processor, project.stat().st_size, memory)
    with _noted(project).open("a", encoding="utf-8") as notes:
        notes.write(json.dumps(asdict(step)) + "\n")
    return step


def steps(project: Path) -> list[Step]:
    """The steps by which a project has grown, those of earlier runs among them."""
    notes = _noted(project)
    return [Step(**json.loads(line)) for line in notes.read_text("utf-8").splitlines()] if notes.exists() else []


def _noted(project: Path) -> Path:
    return project.with_name(f"{project.name}.steps.jsonl")


def tell(grown: Iterable[Step]) -> None:
    """Let a project grow, and tell each step as it is done."""
    for step in grown:
        print(
            f"{step.documents} documents: the last merged in {step.processor:.1f} s of processors, "
            f"{step.seconds:.1f} s by the clock; {step.size / 1e6:.0f} MB, memory {step.memory:.0f} MB at most",
            flush=True,
        )


def main() -> None:
    """Make the corpus and tell how it grows."""
    number = int(sys.argv[2]) if len(sys.argv) > 2 else DOCUMENTS
    tell(grow(Path(sys.argv[1]), number))


if __name__ == "__main__":
    main()
