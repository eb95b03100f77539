"""Rows of the project file back to documents, events and reasons."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ravabet.model import (
    Actor,
    Amount,
    Argument,
    Coding,
    Damage,
    Document,
    Event,
    Problem,
    Reason,
    Repair,
    RepairStep,
    Span,
    When,
)
from ravabet.store.ids import given_source
from ravabet.store.packing import unpack_layout, unpack_numbers

Row = Mapping[str, Any]


def coding(document: Row, events: Sequence[Row], reasons: Sequence[Row]) -> Coding:
    """A document with its events and reasons; all ids are the permanent ones."""
    what = document["problem_what"]
    return Coding(
        document=document_of(document),
        events=tuple(map(event_of, events)),
        reasons=tuple(map(reason_of, reasons)),
        problem=Problem(document["problem_where"], what) if what else None,
    )


def document_of(row: Row) -> Document:
    """A document with its repair and layout; its id is the permanent one."""
    return Document(
        id=row["doc"],
        text=row["text"],
        language=row["language"],
        published=row["published"],
        source=row["source"],
        title=row["title"],
        path=row["path"],
        repair=_repair(row) if row["damages"] is not None else None,
        author=row["author"],
        dated_by=row["dated_by"],
        layout=unpack_layout(row["layout"]),
    )


def as_it_arrived(row: Row) -> Document:
    """A document before it was repaired and its source found in it, with the id that it came with."""
    text = row["text"] if row["original"] is None else row["original"]
    document = replace(document_of(row), id=row["id"], text=text, repair=None)
    named = row["given_source"] is not None or given_source(document) is not None  # else the name of its file
    return replace(document, source=row["given_source"]) if named else document


def _repair(row: Row) -> Repair:
    damages = (Damage(d["kind"], tuple(d["lines"]), d["confidence"]) for d in json.loads(row["damages"]))
    steps = (
        RepairStep(step["action"], step["line"], tuple(step["value"]), step["confidence"])
        for step in json.loads(row["repair"])
    )
    return Repair(
        text=row["text"],
        original=row["text"] if row["original"] is None else row["original"],
        damages=tuple(damages),
        steps=tuple(steps),
        offsets=unpack_numbers(row["offsets"]),
        ends=unpack_numbers(row["ends"]),
    )


def event_of(row: Row) -> Event:
    """An event; one that was imported has no words, so its spans are empty."""
    detail = json.loads(row["detail"]) if row["detail"] else {}
    when, where, amount = detail.get("when"), detail.get("where"), detail.get("amount")
    return Event(
        id=row["event"],
        type=row["type"],
        frame=row["frame"] or "",
        trigger=_span(row, "trigger"),
        sentence=_span(row, "sentence"),
        actors=_actors(detail.get("actors"), row["actors"]),
        recipients=_actors(detail.get("recipients"), row["recipients"]),
        mode=row["mode"],
        context=tuple(row["context"] or ()),
        when=When(row["date"], row["precision"], Span(*(when or (0, 0)))) if row["date"] else None,
        where=Span(*where) if where else None,
        amount=Amount(row["amount"], row["unit"], Span(*amount)) if amount else None,
        status=row["status"],
        speaker=row["speaker"],
        score=row["score"],
        confidence=row["confidence"],
        because=tuple(row["because"] or ()),
    )


def _actors(detail: Sequence[Sequence[Any]] | None, codes: Sequence[str] | None) -> tuple[Actor, ...]:
    if detail is None:
        return tuple(Actor(code, code, Span(0, 0)) for code in codes or ())
    return tuple(Actor(code, name, Span(start, end), sector) for code, sector, name, start, end in detail)


def reason_of(row: Row) -> Reason:
    """A reason; ``events`` of its sides are permanent ids."""
    detail = json.loads(row["detail"])
    sides = (
        Argument(
            _span(row, name),
            tuple(row[f"{name}_events"] or ()),
            tuple(Span(*pair) for pair in detail[f"{name}_for"]),
        )
        for name in ("cause", "effect")
    )
    cause, effect = sides
    return Reason(
        id=row["reason"],
        cause=cause,
        effect=effect,
        sentence=_span(row, "sentence"),
        cue=Span(*detail["cue"]) if detail["cue"] else None,
        speaker=row["speaker"],
        kind=row["kind"],
        confidence=row["confidence"],
        because=tuple(detail["because"]),
    )


def _span(row: Row, name: str) -> Span:
    return Span(row[f"{name}_start"] or 0, row[f"{name}_end"] or 0)
