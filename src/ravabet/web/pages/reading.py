"""A document to read: original and repaired text by lines, what was coded in it, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from ravabet.model import Coding, Event, Reason, Span
from ravabet.web import events
from ravabet.web.entries import rules
from ravabet.web.markup import bare
from ravabet.web.page import Page, Place, Table
from ravabet.web.pages.images import sheets
from ravabet.web.site import Visit
from ravabet.web.textmarks import Mark, lines, parts_of, sides_of

COLUMNS = {**events.COLUMNS, "because": "VARCHAR[]"}
TRACE = {"line": "INTEGER", "kind": "VARCHAR", "text": "VARCHAR"}


def build(visit: Visit) -> Page | Response:
    """One document; ``event``, ``reason`` or ``at`` (offsets) in the address choose what is explained beside it."""
    doc = visit.request.path_params["doc"]
    coding = visit.project.coding(doc)
    if coding is None:
        return _known_by_id(visit, doc)
    rows = visit.project.rows(f"{events.SELECT} WHERE e.doc = ? ORDER BY e.trigger_start, e.event", doc)
    shown = events.shown(rows, visit.words)
    event = _chosen(coding.events, visit.asked("event"))
    reason = _chosen(coding.reasons, visit.asked("reason"))
    marks = _marks(visit, coding, {e.event: e.gloss for e in shown}, event, reason)
    document = coding.document
    at = span_of(visit.asked("at"))
    stretch = event.trigger if event else reason.sentence if reason else at
    context = {
        "doc": doc,
        "document": document,
        "problem": coding.problem,
        "lines": lines(document, marks),
        "side": document.repaired and visit.asked("view") != "only",
        "events": shown,
        "reasons": [told_reason(coding, one, shown) for one in coding.reasons],
        "e": next((one for one in shown if event and one.event == event.id), None),
        "event": event,
        "r": told_reason(coding, reason, shown) if reason else None,
        "rules": rules((event or reason).because, document.language, visit.words.language) if event or reason else [],
        "beside": _beside(coding, event),
        "sheets": sheets(visit, doc, document, event.sentence if event else stretch) if stretch else [],
        "pages": len(document.layout.sizes) if document.layout else 0,
        "copy_of": _copy_of(visit, doc),
        "state": [("view", visit.asked("view"))],
    }
    because = {one.id: list(one.because) for one in coding.events}
    table = [{**row, "because": because.get(row["event"], [])} for row in rows]
    title = document.title or visit.words.ui("reading.title")
    return Page("reading.html", title, context, _record(doc, coding, table), Table(COLUMNS, table))


def _known_by_id(visit: Visit, id: str) -> Response:
    """Leads the id that a document arrived with to its permanent address; 404 where no document has it."""
    found = visit.project.query("SELECT doc FROM document WHERE id = ? ORDER BY doc LIMIT 1", id)
    if not found or found[0][0] == id:
        raise HTTPException(404)
    return RedirectResponse(visit.here(visit.form, path=f"/document/{found[0][0]}"), 307)


def _chosen(among: Sequence[Any], id: str | None) -> Any:  # noqa: ANN401  an event or a reason
    return next((one for one in among if one.id == id), None)


def span_of(given: str | None) -> Span | None:
    """``12-40`` as a span, None for anything else."""
    first, _, last = (given or "").partition("-")
    if not (first.isdigit() and last.isdigit() and int(first) < int(last)):
        return None
    return Span(int(first), int(last))


def _marks(
    visit: Visit, coding: Coding, glosses: Mapping[str, str], event: Event | None, reason: Reason | None
) -> list[Mark]:
    """Every act and every cue as a link, and what the chosen one stands on."""
    marks = []
    for one in coding.events:
        kind = "on" if one is event else ""
        href = visit.here(event=one.id, reason=None, at=None, anchor=_line(coding, one.trigger))
        marks.append(Mark(one.trigger, kind, href, bare(glosses.get(one.id, one.type))))
    for told in coding.reasons:
        if told.cue:
            kind = "reason on" if told is reason else "reason"
            href = visit.here(reason=told.id, event=None, at=None, anchor=_line(coding, told.cue))
            marks.append(Mark(told.cue, kind, href, visit.words.ui("reason.title")))
    marks += parts_of(event) if event else []
    marks += sides_of(reason) if reason else []
    at = span_of(visit.asked("at"))
    return [*marks, Mark(at, "in")] if at and not event and not reason else marks


def _line(coding: Coding, span: Span) -> str:
    return f"line-{coding.document.line_at(span.start)}"


def told_reason(coding: Coding, reason: Reason, shown: Sequence[events.Shown]) -> dict[str, Any]:
    """A reason as a page shows it, its sides in their words, with the events that they tell."""
    text = coding.document.text
    glosses = {one.event: one for one in shown}
    return {
        "reason": reason.id,
        "kind": reason.kind,
        "cue": reason.cue.of(text) if reason.cue else None,
        "cause": reason.cause.span.of(text),
        "effect": reason.effect.span.of(text),
        "causes": [glosses[id] for id in reason.cause.events if id in glosses],
        "effects": [glosses[id] for id in reason.effect.events if id in glosses],
        "speaker": reason.speaker,
        "confidence": reason.confidence,
        "quote": reason.sentence.of(text),
        "language": coding.document.language,
        "line": coding.document.line_at(reason.sentence.start),
        "spans": [
            (reason.cause.span.start, reason.cause.span.end, "cause"),
            (reason.effect.span.start, reason.effect.span.end, "effect"),
        ],
        "start": reason.sentence.start,
    }


def _beside(coding: Coding, event: Event | None) -> dict[str, list[str]]:
    """The reasons given for an event, and those that it is given as, by id."""
    if event is None:
        return {"reasons": [], "caused": []}
    return {
        "reasons": [reason.id for reason in coding.reasons if event.id in reason.effect.events],
        "caused": [reason.id for reason in coding.reasons if event.id in reason.cause.events],
    }


def _copy_of(visit: Visit, doc: str) -> str | None:
    found = visit.project.query("SELECT copy_of FROM document WHERE doc = ?", doc)
    return found[0][0] if found else None


def _record(doc: str, coding: Coding, rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    from ravabet.export import coding_record  # noqa: PLC0415  other formats are loaded with it

    original = coding.document.repair.original if coding.document.repair else None
    return {"doc": doc, **coding_record(coding), "original": original, "rows": rows}


def explained(visit: Visit) -> Page:
    """Sentence by sentence: the acts that were seen, what made each an event, or what it lacked."""
    from ravabet import pipeline  # noqa: PLC0415  loads the parsers
    from ravabet.explaining.remarks import said  # noqa: PLC0415  likewise

    doc = visit.request.path_params["doc"]
    coding = visit.project.coding(doc)
    if coding is None:
        raise HTTPException(404)
    remarks = visit.site.kept(("explained", doc), lambda: list(pipeline.remarks(coding)))
    told = [(remark.kind, said(remark, visit.words)) for remark in remarks]
    context = {"doc": doc, "document": coding.document, "told": told}
    rows = [{"line": number, "kind": kind, "text": bare(line)} for number, (kind, line) in enumerate(told, 1)]
    title = visit.words.ui("reading.explained")
    record = {"doc": doc, "remarks": [asdict(remark) for remark in remarks]}
    return Page("explained.html", title, context, record, Table(TRACE, rows))


PLACES = (
    Place("explained", "/document/{doc}/explained", explained),
    Place("document", "/document/{doc}", build),
)
