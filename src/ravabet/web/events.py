"""Rows of events as pages show them: glossed, with the act marked in its sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ravabet.explaining.answer import Act
from ravabet.web.markup import marked
from ravabet.web.reader import Words

if TYPE_CHECKING:
    from ravabet.store import Project

COLUMNS = {
    "event": "VARCHAR", "doc": "VARCHAR", "occurrence": "VARCHAR", "type": "VARCHAR", "mode": "VARCHAR",
    "context": "VARCHAR[]", "quad": "TINYINT", "frame": "VARCHAR", "actors": "VARCHAR[]", "recipients": "VARCHAR[]",
    "day": "DATE", "date": "VARCHAR", "precision": "VARCHAR", "status": "VARCHAR", "speaker": "VARCHAR",
    "score": "DOUBLE", "confidence": "DOUBLE", "language": "VARCHAR", "source": "VARCHAR", "title": "VARCHAR",
    "published": "DATE", "trigger_start": "INTEGER", "trigger_end": "INTEGER", "sentence_start": "INTEGER",
    "sentence_end": "INTEGER", "place": "VARCHAR", "amount": "DOUBLE", "unit": "VARCHAR", "has_reason": "BOOLEAN",
    "origin": "VARCHAR", "trigger": "VARCHAR", "quote": "VARCHAR",
}  # fmt: skip
"""Columns of events in the twins of pages, with their SQL types."""
SELECT = (
    "SELECT e.event, e.doc, e.occurrence, e.type, e.mode, e.context, e.quad, e.frame, e.actors, e.recipients, e.day, "
    "e.date, e.precision, e.status, e.speaker, e.score, e.confidence, d.language, d.source, d.title, d.published, "
    "e.trigger_start, e.trigger_end, e.sentence_start, e.sentence_end, e.place, e.amount, e.unit, e.has_reason, "
    "e.origin, e.trigger, e.quote, e.detail, d.id FROM event e JOIN document d USING (doc)"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """An event as a page shows it; ``row`` holds its columns, which are attributes too."""

    row: Mapping[str, Any]
    gloss: str
    dated: str
    marked: Markup

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  a column of any type
        try:
            return self.row[name]
        except KeyError as problem:
            raise AttributeError(name) from problem


def fetched(project: Project, ids: Sequence[str]) -> list[dict[str, Any]]:
    """The rows of events by their ids, in that order."""
    if not ids:
        return []
    rows = project.rows(f"{SELECT} WHERE e.event IN ({', '.join('?' * len(ids))})", *ids)
    found = {row["event"]: row for row in rows}
    return [found[one] for one in ids if one in found]


def shown(rows: Iterable[Mapping[str, Any]], words: Words) -> list[Shown]:
    """Rows as pages show them."""
    return [_shown(row, words) for row in rows]


def _shown(row: Mapping[str, Any], words: Words) -> Shown:
    quote = row["quote"] or ""
    place = [(row["trigger_start"], row["trigger_end"], "act")] if row["trigger_start"] is not None else []
    told = marked(quote, row["sentence_start"] or 0, place)
    return Shown(row, words.act(act_of(row)), dated(row, words), told)


def dated(row: Mapping[str, Any], words: Words) -> str:
    """When an event took place; where its text does not say, when that was published."""
    if row["date"]:
        return words.date(row["date"])
    published = row.get("published") or row.get("day")
    return words.say("date", "reported", date=words.date(published.isoformat())) if published else words.date(None)


def act_of(row: Mapping[str, Any]) -> Act:
    """What an event tells, in codes, to be put into words."""
    actors, recipients = tuple(row["actors"] or ()), tuple(row["recipients"] or ())
    return Act(
        row["event"], row["type"], row["frame"] or "", actors, recipients, row["date"], row["precision"],
        row["status"], row["speaker"], row["score"], _sectors(row.get("detail"), actors, recipients),
    )  # fmt: skip


def _sectors(detail: Any, actors: Sequence[str], recipients: Sequence[str]) -> tuple[str | None, ...]:  # noqa: ANN401
    """The sector that each party is named with, from what the project file keeps of its mentions."""
    kept = json.loads(detail) if isinstance(detail, str) and detail else detail or {}
    found: list[str | None] = []
    for side, codes in (("actors", actors), ("recipients", recipients)):
        named: dict[str, set[str | None]] = {}
        for mention in kept.get(side) or ():
            code, sector = mention[:2] if isinstance(mention, list) else (mention.get("code"), mention.get("sector"))
            named.setdefault(str(code), set()).add(sector)
        found += [next(iter(named[code])) if len(named.get(code, ())) == 1 else None for code in codes]
    return tuple(found)


def plain_rows(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows with the columns of ``COLUMNS``, for a table."""
    return [{name: row.get(name) for name in COLUMNS} for row in rows]
