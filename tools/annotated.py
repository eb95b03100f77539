"""Annotated passages laid out for training: real news of ``../shared/gold``, and our own of ``training/passages``.

The real ones measure; the own ones, written for this repository (see its README), only teach. Both are parted into
folds of whole blocks, so that no act is judged by what has seen its passage.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ravabet.coding.features import Place
from ravabet.coding.scene import Scene, scene

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
OWN = ROOT / "training" / "passages"
FOLDS = 5


@dataclass(frozen=True)
class Passage:
    """A gold passage laid out: ``places`` are its acts, ``gold[n]`` the gold event on the words of act n, or None.

    ``real``: published news, by which is measured; else written by us.
    """

    row: dict[str, Any]
    laid: Scene
    places: list[Place]
    gold: list[dict[str, Any] | None]
    real: bool


def load_passages(language: str) -> list[Passage]:
    """The real training passages of a language, laid out."""
    return _laid(SHARED / "gold" / f"train-{language}.jsonl", language, real=True)


def own_passages(language: str) -> list[Passage]:
    """Our own training passages of a language, laid out; none where nobody has written any."""
    path = OWN / f"{language}.jsonl"
    return _laid(path, language, real=False) if path.exists() else []


def _laid(path: Path, language: str, *, real: bool) -> list[Passage]:
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        published = datetime.date.fromisoformat(row["published"]) if row["published"] else None
        laid = scene(row["text"], language, published)
        places = [Place(laid, number, act) for number, acts in enumerate(laid.acts) for act in acts]
        found.append(Passage(row, laid, places, [gold_of(row, place) for place in places], real))
    return found


def in_folds(language: str) -> list[list[Passage]]:
    """The passages of a language in folds, each a block of the real ones and a block of our own."""
    blocks = zip(parted(load_passages(language)), parted(own_passages(language)), strict=True)
    return [real + own for real, own in blocks]


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
