"""How well reports of one event are brought together: B-cubed (Bagga and Baldwin 1998) over reports judged by hand.

A report's precision is the share of the reports in its occurrence that tell its event, its recall the share of those
that tell its event that are in its occurrence; both are averaged over the reports.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ravabet.lexicon import UNORDERED
from ravabet.model import Coding, Document, Event
from ravabet.pipeline import code
from ravabet.relating.grouping import group
from ravabet.relating.telling import Telling, ordinal, place_key, telling


@dataclass(frozen=True, slots=True)
class Judged:
    """A report in words, with the event it tells as annotated: ``occurrence`` names the event, ``case`` those like it.

    ``half``: ``tune`` for what may be learned from, ``test`` for what measures.
    """

    id: str
    case: str
    occurrence: str
    document: Document
    annotated: Telling

    @property
    def half(self) -> str:
        """The odd cases are there to tune on, the even ones to measure."""
        return "tune" if int(self.case) % 2 else "test"


def read(path: Path) -> list[Judged]:
    """The judged reports of a file of JSON lines."""
    return [_judged(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _judged(row: dict[str, Any]) -> Judged:
    day = datetime.date.fromisoformat(row["published"])
    document = Document(row["id"], row["text"], row["language"], day, row["source"])
    event = row["event"]
    amount = event.get("amount") or {}
    annotated = Telling(
        event=row["id"],
        doc=row["id"],
        type=event["type"],
        actors=frozenset(event["source"]),
        recipients=frozenset(event["target"]),
        status=event["status"],
        speaker=event["speaker"],
        date=event["date"] or "",
        day=ordinal(event["date"] or ""),
        published=day.toordinal(),
        place=place_key(event["where"]) if event["where"] else "",
        amount=amount.get("value"),
        unit=amount.get("unit", ""),
        language=row["language"],
        sentence=row["text"],
    )
    return Judged(row["id"], row["case"], row["occurrence"], document, annotated)


def coded(reports: Iterable[Judged]) -> list[tuple[Judged, Telling]]:
    """The reports as Ravabet codes them; those whose event it does not find are left out."""
    found = []
    for one in reports:
        event = _found(one, code(one.document))
        if event is not None:
            found.append((one, telling(one.document, event, one.id)))
    return found


def _found(one: Judged, coding: Coding) -> Event | None:
    """The coded event that is most like the annotated one: of its type and with a party of it, at best with all."""
    wanted = one.annotated
    alike = [event for event in coding.events if event.type == wanted.type and event.codes & wanted.codes]
    return max(alike, key=lambda event: (_shared(event, wanted), event.confidence), default=None)


def _shared(event: Event, wanted: Telling) -> float:
    if wanted.type in UNORDERED:
        return len(event.codes & wanted.codes) / len(event.codes | wanted.codes)
    sides = ((event.actor_codes, wanted.actors), (event.recipient_codes, wanted.recipients))
    return sum(len(set(a) & b) / max(1, len(set(a) | b)) for a, b in sides)


def grouped(tellings: Sequence[Telling]) -> dict[str, str]:
    """The occurrence of each report by its event id."""
    return group(tellings).occurrence


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of ``found`` against ``gold``, both from report to group; the reports are the same."""
    precision, recall = _mean_share(found, gold), _mean_share(gold, found)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _mean_share(groups: Mapping[str, str], others: Mapping[str, str]) -> float:
    """Of the group of each report, the share that is with it in the other grouping too."""
    members: dict[str, list[str]] = {}
    for report, name in groups.items():
        members.setdefault(name, []).append(report)
    shares = [
        sum(others[other] == others[report] for other in members[name]) / len(members[name])
        for report, name in groups.items()
    ]
    return sum(shares) / len(shares) if shares else 0.0


def scores(
    told: Sequence[tuple[Judged, Telling]], found: Mapping[str, str], all_of: Sequence[Judged] = ()
) -> tuple[float, float, float]:
    """B-cubed of a grouping; with ``all_of``, reports that are not in it stand apart, each in a group of its own."""
    gold = {one.id: one.occurrence for one in all_of or [one for one, _ in told]}
    return b_cubed(gold, {name: found.get(name, f"-{name}") for name in gold})
