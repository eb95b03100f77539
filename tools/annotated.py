"""Annotated passages laid out for training: real news of ``../shared/gold`` and passages of our own.

The first measure, those of ``training/passages``, written for this repository, only teach (see their README). All are
parted into folds of whole blocks, so that no act is judged by what has seen its passage. ``read_rows`` gives other news
of ``../shared`` annotated by us (``training/annotations``), wider and older, in two halves: who and whom are learned
from half A, too, but not what is an event; of half B nothing is learned.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ravabet.coding.place import Place
from ravabet.coding.scene import Scene, scene

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
OWN = ROOT / "training" / "passages"
READ = ROOT / "training" / "annotations"
FOLDS = 5
WRITTEN = 1.0
"""What an act of a passage of our own weighs beside one of real news. On English news (five folds, 338 passages of our
own) the best F1 of type and both sides rose from .464 without them to .471 at 0.7 and to .475 at 1.0."""
WIDER = 0.4
"""What an act of other news weighs where who and whom are learned."""
SENTENCE = "# text = "
"""What a sentence of a treebank follows."""


@dataclass(frozen=True)
class Passage:
    """A gold passage laid out: ``places`` are its acts, ``gold[n]`` the gold event on the words of act n, or None.

    ``real``: published news by which is measured; else it is only learned from. ``weight``: what its acts weigh then.
    """

    row: dict[str, Any]
    laid: Scene
    places: list[Place]
    gold: list[dict[str, Any] | None]
    real: bool
    weight: float = 1.0


def load_passages(language: str) -> list[Passage]:
    """The real training passages of a language, laid out."""
    return laid_out(_rows(SHARED / "gold" / f"train-{language}.jsonl"), language, real=True)


def own_passages(language: str) -> list[Passage]:
    """Our own training passages of a language, laid out; none where nobody has written any."""
    path = OWN / f"{language}.jsonl"
    return laid_out(_rows(path), language, real=False, weight=WRITTEN) if path.exists() else []


def quoted(row: dict[str, Any]) -> dict[str, Any]:
    """An annotation with the words it points to; raises ValueError where its file is no longer what was annotated."""
    first, last = row["lines"]
    text = passage_text(row["file"], _lines(row["file"])[first:last])
    if hashlib.sha256(text.encode("utf-8")).hexdigest()[: len(row["sha256"])] != row["sha256"]:
        message = f"lines {first} to {last} of {row['file']} are not those that were annotated; leave out {row['id']}"
        raise ValueError(message)
    events = [
        event
        | {"trigger": text[slice(*event["trigger"])]}
        | {side: [text[slice(*span)] for span in event[side]] for side in ("source_text", "target_text")}
        for event in row["events"]
    ]
    told = {"id": row["id"], "text": text, "published": None, "readings": row["readings"], "events": events}
    return told | ({"reasons": row["reasons"]} if "reasons" in row else {})


def read_rows(language: str) -> list[dict[str, Any]]:
    """News of ``../shared`` that we annotated, with the words that the annotations point to; see ``quoted``."""
    path = READ / f"{language}.jsonl"
    return [quoted(row) for row in _rows(path)] if path.exists() else []


def half(name: str) -> str:
    """The half, ``A`` or ``B``, that a passage of other news is in, by its name."""
    return "BA"[int(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(), 16) % 2]


def passage_text(name: str, lines: Sequence[str]) -> str:
    """What some lines of a file say: of news as they stand, of a record its text, of a treebank its sentences."""
    if name.endswith(".jsonl"):
        return str(json.loads("\n".join(lines))["text"])
    if name.endswith(".conllu"):
        return " ".join(line.removeprefix(SENTENCE) for line in lines if line.startswith(SENTENCE))
    return "\n".join(lines)


@cache
def _lines(name: str) -> list[str]:
    """The lines of a file of ``../shared``."""
    return (SHARED / name).read_text(encoding="utf-8").split("\n")


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def laid_out(rows: Iterable[dict[str, Any]], language: str, *, real: bool, weight: float = 1.0) -> list[Passage]:
    """Annotated passages laid out for the coder, each act with the gold event on its words."""
    found = []
    for row in rows:
        published = datetime.date.fromisoformat(row["published"]) if row["published"] else None
        laid = scene(row["text"], language, published)
        places = [Place(laid, number, act) for number, acts in enumerate(laid.acts) for act in acts]
        found.append(Passage(row, laid, places, [gold_of(row, place) for place in places], real, weight))
    return found


def in_folds(language: str) -> list[list[Passage]]:
    """The passages of a language in folds, each a block of each kind."""
    kinds = (load_passages(language), own_passages(language))
    return [[p for block in blocks for p in block] for blocks in zip(*map(parted, kinds), strict=True)]


def wider_folds(language: str) -> list[list[Passage]]:
    """Half A of other news in folds, to learn who and whom from."""
    rows = [row for row in read_rows(language) if half(row["id"]) == "A"]
    return parted(laid_out(rows, language, real=False, weight=WIDER))


def parted(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Passages in as many blocks as there are folds."""
    size = -(-len(passages) // FOLDS)
    return [list(passages[n * size : (n + 1) * size]) for n in range(FOLDS)]


def gold_of(row: dict[str, Any], place: Place) -> dict[str, Any] | None:
    """The gold event whose trigger an act's words touch and whose type is the act's."""
    span = place.act.span(place.scene.sentences[place.number])
    for gold in row["events"]:
        if gold["type"] == place.frame.type and touches(
            (span.start, span.end), occurrences(row["text"], gold["trigger"])
        ):
            return dict(gold)
    return None


def occurrences(text: str, part: str) -> list[tuple[int, int]]:
    """Every place of ``part`` in ``text``."""
    found, at = [], text.find(part)
    while part and at >= 0:
        found.append((at, at + len(part)))
        at = text.find(part, at + 1)
    return found


def touches(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    """Whether a span shares a character with one of others."""
    return any(span[0] < end and start < span[1] for start, end in spans)
