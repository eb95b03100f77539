"""Where exports take their events from: a project file, or the lines that ``ravabet code`` wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from ravabet.export.records import Paper, Party, Place, Told, Why, of_record, reasons_of
from ravabet.model import InputError
from ravabet.store import EventFilter, Project
from ravabet.store.filters import condition

BATCH = 5000
"""Rows fetched together."""
_EVENTS = """
    SELECT e.*, d.title, d.author, d.published, d.path, d.repaired, o.reports, o.voices, o.documents
    FROM (SELECT * FROM event WHERE {where}) e JOIN document d USING (doc) LEFT JOIN occurrence o USING (occurrence)
    ORDER BY {order}"""
_REASONS = "SELECT * FROM reason WHERE doc IN (SELECT doc FROM event WHERE {where}) ORDER BY doc, cause_start, reason"
_ORDER = "e.day NULLS LAST, e.doc, e.sentence_start, e.trigger_start, e.event"


class FromProject:
    """The events of a project that a filter lets through, with all there are: its limit does not count."""

    def __init__(self, project: Project, asked: EventFilter | None = None) -> None:
        self._project = project
        self._where, self._given = condition(asked or EventFilter())

    def events(self) -> Iterator[Told]:
        """The events by day."""
        for rows in self._batches(_EVENTS.format(where=self._where, order=_ORDER)):
            named = self._reasons_of([row["doc"] for row in rows if row["has_reason"]])
            yield from (_told(row, tuple(named.get(row["event"], ()))) for row in rows)

    def reasons(self) -> Iterator[Why]:
        """The reasons of the documents that hold one of the events."""
        for rows in self._batches(_REASONS.format(where=self._where)):
            yield from map(_why, rows)

    def _batches(self, sql: str) -> Iterator[list[dict[str, Any]]]:
        cursor = self._project.cursor().cursor()  # its own, since others are asked while it is read
        cursor.execute("USE project")
        cursor.execute(sql, list(self._given))
        names = [column[0] for column in cursor.description or ()]
        while rows := cursor.fetchmany(BATCH):
            yield [dict(zip(names, row, strict=True)) for row in rows]

    def _reasons_of(self, docs: Sequence[str]) -> dict[str, list[Why]]:
        found: dict[str, list[Why]] = {}
        if not docs:
            return found
        for row in self._project.rows("SELECT * FROM reason WHERE doc IN (SELECT unnest(?)) ORDER BY reason", [*docs]):
            why = _why(row)
            for event in dict.fromkeys(why.cause_events + why.effect_events):
                found.setdefault(event, []).append(why)
        return found


class FromLines:
    """The events of files that ``ravabet code`` wrote; raises InputError where a line is none of its lines."""

    def __init__(self, paths: Sequence[Path], asked: EventFilter | None = None) -> None:
        self._paths, self._asked = paths, asked or EventFilter()

    def events(self) -> Iterator[Told]:
        """The events in the order of the files."""
        for record in self._records():
            yield from (told for told in of_record(record) if fits(told, self._asked))

    def reasons(self) -> Iterator[Why]:
        """The reasons of the documents that hold one of the events."""
        for record in self._records():
            if any(fits(told, self._asked) for told in of_record(record)):
                yield from reasons_of(record)

    def _records(self) -> Iterator[dict[str, Any]]:
        for path in self._paths:
            with path.open(encoding="utf-8") as lines:
                yield from _lines(lines, path)


def _lines(lines: IO[str], path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            known = isinstance(record.get("events"), list) and "id" in record
        except (ValueError, AttributeError):
            known = False
        if not known:
            message = f"{path}:{number}: is not a line that `ravabet code` wrote; export its output or a project (-p)"
            raise InputError(message)
        yield record


def fits(told: Told, asked: EventFilter) -> bool:
    """Whether an event is one of those that are asked for, as ``store.filters.condition`` says it in SQL."""
    among = (
        (asked.types, told.type),
        (asked.modes, told.mode),
        (asked.quads, told.quad),
        (asked.statuses, told.status),
        (asked.languages, told.paper.language),
        (asked.sources, told.paper.source),
        (asked.origins, told.origin),
        (asked.docs, told.paper.id),
    )
    if any(wanted and value not in wanted for wanted, value in among):
        return False
    if asked.contexts and not set(asked.contexts) & set(told.context):
        return False
    return _sides_fit(told, asked) and _rest_fits(told, asked)


def _sides_fit(told: Told, asked: EventFilter) -> bool:
    who, whom = ({party.code for party in side} for side in (told.actors, told.recipients))
    if asked.directed:
        return (not asked.a or asked.a in who) and (not asked.b or asked.b in (whom or who))
    if asked.a and asked.b:
        wanted = {(asked.a, asked.b), (asked.b, asked.a)}
        return any(a and b and (a.code, b.code) in wanted for a, b in told.pairs())
    return all(code in who | whom for code in (asked.a, asked.b) if code)


def _rest_fits(told: Told, asked: EventFilter) -> bool:
    day = told.day
    if (asked.since or asked.until or asked.month) and day is None:
        return False
    if day and ((asked.since and day < asked.since) or (asked.until and day > asked.until)):
        return False
    if asked.month and day and f"{day:%Y-%m}" != asked.month:
        return False
    if asked.has_reason is not None and asked.has_reason != bool(told.reasons):
        return False
    return told.confidence >= asked.least and (not asked.text or asked.text in told.quote)


def _told(row: dict[str, Any], reasons: tuple[Why, ...]) -> Told:
    detail = json.loads(row["detail"]) if row["detail"] else {}
    return Told(
        id=row["event"],
        type=row["type"],
        paper=_paper(row),
        actors=_parties(detail.get("actors"), row["actors"]),
        recipients=_parties(detail.get("recipients"), row["recipients"]),
        mode=row["mode"],
        context=tuple(row["context"] or ()),
        date=row["date"],
        precision=row["precision"],
        status=row["status"],
        speaker=row["speaker"],
        score=row["score"],
        confidence=row["confidence"],
        trigger=row["trigger"] or "",
        span=_span(row, "trigger"),
        quote=row["quote"] or "",
        sentence=_span(row, "sentence"),
        where=row["place"],
        place=_place(row, detail),
        amount=row["amount"],
        unit=row["unit"],
        frame=row["frame"],
        because=tuple(row["because"] or ()),
        origin=row["origin"] or "coded",
        occurrence=row["occurrence"],
        reports=row["reports"] or 1,
        voices=row["voices"] or 1,
        documents=row["documents"] or 1,
        reasons=reasons,
    )


def _paper(row: dict[str, Any]) -> Paper:
    return Paper(
        id=row["doc"],
        title=row["title"],
        source=row["source"],
        author=row["author"],
        published=row["published"],
        language=row["language"],
        path=row["path"],
        repaired=bool(row["repaired"]),
    )


def _place(row: dict[str, Any], detail: dict[str, Any]) -> Place | None:
    told = detail.get("place")
    if told:
        return Place(**{name: told.get(name) for name in Place.__slots__})
    if not row["country"]:
        return None
    resolution = "country" if row["latitude"] is None else "city"
    return Place(row["place"] or row["country"], row["country"], resolution, row["latitude"], row["longitude"])


def _parties(detail: list[list[Any]] | None, codes: list[str] | None) -> tuple[Party, ...]:
    if detail is None:
        return tuple(Party(code, code) for code in codes or ())
    return tuple(Party(code, name, sector) for code, sector, name, *_ in detail)


def _why(row: dict[str, Any]) -> Why:
    return Why(
        id=row["reason"],
        document=row["doc"],
        kind=row["kind"],
        cause=row["cause"],
        effect=row["effect"],
        cause_span=_span(row, "cause"),
        effect_span=_span(row, "effect"),
        cause_events=tuple(row["cause_events"] or ()),
        effect_events=tuple(row["effect_events"] or ()),
        cue=row["cue"],
        speaker=row["speaker"],
        confidence=row["confidence"],
        quote=row["quote"],
    )


def _span(row: dict[str, Any], name: str) -> tuple[int, int]:
    return row[f"{name}_start"] or 0, row[f"{name}_end"] or 0
