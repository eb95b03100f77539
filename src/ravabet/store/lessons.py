"""What judgements teach: passages to measure the coder with, and which entries of the lexicon mislead it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ravabet.store.judgements import FIELDS, Judgement, agreed, current
from ravabet.store.project import Project, Row

READING = "sentence_start, trigger_start"
"""The order of a text."""
ENTRY = "act "
"""What begins the rule that names an event's entry of the lexicon, followed by ``frame:words``."""


def gold(project: Project) -> Iterator[dict[str, Any]]:
    """Passages to measure with: documents of which every event was judged and nobody disagrees.

    Rejected events are left out, corrected ones are as corrected. What the coder had missed is not in them, so that
    they tell precision and not recall. Reasons are only there where every one of the document was judged.
    """
    now = agreed(current(project))
    docs = sorted({one.doc for one in now.values() if one.doc and one.kind == "event"})
    for doc in docs:
        events = project.rows(f"SELECT * FROM event WHERE doc = ? ORDER BY {READING}, event", doc)
        document = project.document(doc)
        if document is None or not all(row["event"] in now for row in events):
            continue
        reasons = project.rows("SELECT * FROM reason WHERE doc = ? ORDER BY cause_start, reason", doc)
        passage = {
            "id": doc,
            "language": document.language,
            "published": document.published.isoformat() if document.published else None,
            "provenance": "judged",
            "text": document.text,
            "events": [_event(row, now[row["event"]]) for row in events if _right(now, row["event"])],
        }
        if all(row["reason"] in now for row in reasons):
            passage["reasons"] = [_reason(row, now[row["reason"]]) for row in reasons if _right(now, row["reason"])]
        yield passage


def _right(now: Mapping[str, Judgement], target: str) -> bool:
    return now[target].verdict != "reject"


def _event(row: Row, said: Judgement) -> dict[str, Any]:
    told = {**{name: row[name] for name in FIELDS["event"]}, **said.values}
    return {
        "type": told["type"],
        "source": told["actors"],
        "target": told["recipients"],
        "date": told["date"],
        "precision": row["precision"] if told["date"] == row["date"] else _precision(told["date"]),
        "where": row["place"],
        "trigger": row["trigger"],
        "status": told["status"],
        "speaker": row["speaker"],
    }


def _precision(date: str | None) -> str | None:
    return {4: "year", 7: "month", 10: "day"}.get(len(date or ""))


def _reason(row: Row, said: Judgement) -> dict[str, Any]:
    told = {**{name: row[name] for name in FIELDS["reason"]}, **said.values}
    return {"cause": told["cause"], "effect": told["effect"], "cue": row["cue"]}


@dataclass(slots=True)
class Record:
    """How an entry of the lexicon did: how often its events were right, wrong, or of another type, and of which."""

    language: str
    frame: str
    words: str
    type: str
    example: str
    right: int = 0
    wrong: int = 0
    other: int = 0
    types: Counter[str] = field(default_factory=Counter)

    @property
    def row(self) -> dict[str, Any]:
        """The record as a row of a table."""
        told = {name: getattr(self, name) for name in ("language", "frame", "words", "type", "right", "wrong", "other")}
        should = " ".join(f"{type}:{times}" for type, times in self.types.most_common())
        return {**told, "should_be": should, "example": self.example}


def records(project: Project) -> list[Record]:
    """The entries whose events were judged and are agreed on, the most misleading first."""
    found: dict[tuple[str, str], Record] = {}
    columns = "event, language, trigger, type, because"
    events = {row["event"]: row for row in project.rows(f"SELECT {columns} FROM event")}
    for target, one in agreed(current(project)).items():
        row = events.get(target)
        entry = _entry(row) if row and one.kind == "event" else None
        if row is None or entry is None:
            continue
        frame, words = entry
        example = " ".join((row["trigger"] or "").split())
        kept = found.setdefault(
            (row["language"], f"{frame}:{words}"), Record(row["language"], frame, words, row["type"], example)
        )
        _count(kept, one)
    return sorted(found.values(), key=lambda one: (-one.wrong - one.other, one.right, one.language, one.words))


def _entry(row: Row) -> tuple[str, str] | None:
    told = next((rule for rule in row["because"] or () if rule.startswith(ENTRY)), None)
    frame, _, words = (told or "").removeprefix(ENTRY).partition(":")
    return (frame, words) if words else None


def _count(record: Record, said: Judgement) -> None:
    if said.verdict == "reject":
        record.wrong += 1
    elif said.values.get("type", record.type) != record.type:
        record.other += 1
        record.types[said.values["type"]] += 1
    else:
        record.right += 1


def misleading(project: Project, least: int = 3) -> list[dict[str, str]]:
    """Rows for your own ``acts.csv`` that take away the entries which were wrong ``least`` times and never right."""
    found = (one for one in records(project) if one.wrong >= least and not one.right and not one.other)
    return [{"language": one.language, "frame": "", "words": one.words} for one in found]
