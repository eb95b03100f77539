"""Why relations between two changed: timeline, chain of reasons, evidence, sources."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from starlette.responses import RedirectResponse, Response

from ravabet.explaining import Answer, Because, Quote, Source, Step, code_of, different, in_order
from ravabet.explaining.render import json as answer_json
from ravabet.explaining.view import page as told_page
from ravabet.model import UsageError
from ravabet.relating.series import PERIODS
from ravabet.web import events
from ravabet.web.asked import day_of, day_text
from ravabet.web.charts.timeline import Bar, timelines
from ravabet.web.markup import bare, linked_steps
from ravabet.web.page import Page, Place, Table
from ravabet.web.pages.chart import bar_link
from ravabet.web.reader import Words
from ravabet.web.series import Course, between, course
from ravabet.web.site import Visit
from ravabet.web.turns import turns

MOST = 12
"""Steps of a section that is no chain; chains may be some times as long (see ``explaining.view``)."""
COLUMNS = {
    "number": "INTEGER", "part": "VARCHAR", "change": "BOOLEAN", "gloss": "VARCHAR", "event": "VARCHAR",
    "occurrence": "VARCHAR", "type": "VARCHAR", "actors": "VARCHAR[]", "recipients": "VARCHAR[]", "date": "VARCHAR",
    "status": "VARCHAR", "score": "DOUBLE", "confidence": "DOUBLE", "voices": "INTEGER", "because_of": "INTEGER[]",
    "document": "VARCHAR", "language": "VARCHAR", "start": "INTEGER", "end": "INTEGER", "quote": "VARCHAR",
}  # fmt: skip


def build(visit: Visit) -> Page | Response:
    """The answer page; names are led to the address with their codes, what is wrong with them to the question."""
    asked_a, asked_b = visit.asked("a"), visit.asked("b")
    if asked_a is None or asked_b is None:
        return RedirectResponse(visit.url("/"), 307)
    try:
        a, b = code_of(asked_a), code_of(asked_b)
        different(a, b)
        since, until = day_of(visit, "since"), day_of(visit, "until")
        in_order(since, until)
    except UsageError as problem:
        return _again(visit, asked_a, asked_b, visit.words.told(problem))
    if (a, b) != (asked_a, asked_b):
        return RedirectResponse(visit.here(visit.form, a=a, b=b, since=day_text(since), until=day_text(until)), 307)
    return _answer(visit, a, b, since, until)


def _again(visit: Visit, a: str, b: str, problem: str) -> Page:
    context = {"problem": problem, "a": a, "b": b, "since": visit.asked("since"), "until": visit.asked("until")}
    return Page("again.html", visit.words.ui("ask.title"), context, record={"error": bare(problem)}, status=400)


def _answer(visit: Visit, a: str, b: str, since: datetime.date | None, until: datetime.date | None) -> Page:
    site, words = visit.site, visit.words
    answer = site.why(a, b, since, until)
    documents = _documents(visit, answer)
    found = _events(visit, answer, documents)
    went = course(visit, a, b, since, until)
    link = _Linker(visit, documents)
    told = told_page(by_own_ids(answer, documents), words, MOST)
    context = {
        **_course_context(visit, went),
        "a": a,
        "b": b,
        "since": day_text(since),
        "until": day_text(until),
        "problem": "",
        "told": told,
        "events": found,
        "link": link,
        "linked_steps": lambda said, numbers: linked_steps(said, numbers, words),
        "total": _total(visit, a, b, since, until),
        "sources": [documents[source.id] for source in answer.sources if source.id in documents],
        "languages": Counter(source.language for source in answer.sources if source.language).most_common(),
    }
    record = {**answer_json.record(answer, visit.language), "timeline": went.bars, "changes": went.changes}
    return Page("answer.html", told.title, context, record, Table(COLUMNS, _rows(answer, words, found, documents)))


class _Linker:
    """The addresses of quotes in their texts."""

    def __init__(self, visit: Visit, documents: Mapping[str, Mapping[str, Any]]) -> None:
        self._visit, self._documents = visit, documents

    def __call__(self, quote: Quote, event: str = "") -> str:
        row = self._documents.get(quote.document)
        doc = row["doc"] if row else quote.document
        return self._visit.url(
            f"/document/{doc}",
            anchor=f"line-{quote.line}",
            event=event or None,
            at=None if event else f"{quote.span.start}-{quote.span.end}",
        )


def _documents(visit: Visit, answer: Answer) -> dict[str, dict[str, Any]]:
    """The documents behind an answer, by the ids that it names them with."""
    ids = [source.id for source in answer.sources]
    if not ids:
        return {}
    marks = ", ".join("?" * len(ids))
    rows = visit.project.rows(
        f"SELECT doc, id, source, title, published, language, repaired, copy_of FROM document WHERE doc IN ({marks})",
        *ids,
    )
    return {row["doc"]: row for row in rows}


def by_own_ids(answer: Answer, documents: dict[str, dict[str, Any]]) -> Answer:
    """The answer with documents named by the ids that they came with, where these are theirs alone.

    ``documents`` then knows them by these, too.
    """
    counted = Counter(row["id"] for row in documents.values())
    names = {doc: row["id"] for doc, row in documents.items() if counted[row["id"]] == 1}
    documents.update({id: documents[doc] for doc, id in names.items()})
    renamed: Answer = _renamed(answer, names)
    return renamed


def _renamed(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401  any part of an answer
    if isinstance(value, tuple):
        return tuple(_renamed(one, names) for one in value)
    if isinstance(value, Quote):
        return replace(value, document=names.get(value.document, value.document))
    if isinstance(value, Source):
        return replace(value, id=names.get(value.id, value.id))
    if isinstance(value, Answer | Step | Because):
        return replace(value, **{field.name: _renamed(getattr(value, field.name), names) for field in fields(value)})
    return value


def _events(visit: Visit, answer: Answer, documents: Mapping[str, Mapping[str, Any]]) -> dict[int, events.Shown]:
    """The stored event of each step, found by its document and the place of its words."""
    docs = sorted({documents[s.quote.document]["doc"] for s in answer.steps if s.act and s.quote.document in documents})
    if not docs:
        return {}
    rows = visit.project.rows(f"{events.SELECT} WHERE e.doc IN ({', '.join('?' * len(docs))})", *docs)
    placed = {(row["doc"], row["trigger_start"], row["trigger_end"], row["type"]): row for row in rows}
    found = {}
    for step in answer.steps:
        document = documents.get(step.quote.document)
        if step.act is None or document is None:
            continue
        row = placed.get((document["doc"], step.words.span.start, step.words.span.end, step.act.type))
        if row:
            found[step.number] = row
    return dict(zip(found, events.shown(found.values(), visit.words), strict=True))


def _total(visit: Visit, a: str, b: str, since: datetime.date | None, until: datetime.date | None) -> int:
    where, given = between(a, b, since, until)
    return int(visit.project.query(f"SELECT count(DISTINCT event) FROM pair WHERE {where}", *given)[0][0])


def _course_context(visit: Visit, went: Course) -> dict[str, Any]:
    def link(bar: Bar) -> str:
        return bar_link(visit, went, bar)

    turned = turns(visit, went.changes)
    return {
        "bars": went.bars,
        "period": went.period,
        "periods": PERIODS,
        "chart": timelines(went.bars, [turn.flag for turn in turned], visit.words, link) if went.bars else "",
        "turns": turned,
    }


def _rows(
    answer: Answer,
    words: Words,
    found: Mapping[int, events.Shown],
    documents: Mapping[str, Mapping[str, Any]],
) -> list[dict[str, Any]]:
    rows = []
    for step in answer.steps:
        act, event = step.act, found.get(step.number)
        causes = sorted({cause for reason in answer.reasons_of(step.number) for cause in reason.causes})
        rows.append(
            {
                "number": step.number,
                "part": step.part,
                "change": step.change,
                "gloss": words.act(act) if act else step.words.text,
                "event": event.event if event else None,
                "occurrence": event.occurrence if event else None,
                "type": act.type if act else None,
                "actors": list(act.actors) if act else [],
                "recipients": list(act.recipients) if act else [],
                "date": act.date if act else None,
                "status": act.status if act else None,
                "score": act.score if act else None,
                "confidence": step.confidence,
                "voices": step.voices,
                "because_of": causes,
                "document": documents.get(step.quote.document, {}).get("doc", step.quote.document),
                "language": step.quote.language,
                "start": step.quote.span.start,
                "end": step.quote.span.end,
                "quote": step.quote.text,
            }
        )
    return rows


PLACES = (Place("answer", "/why", build),)
