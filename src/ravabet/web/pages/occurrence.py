"""One event in the world, by all who tell it; and the way from an event's id to its place in its text."""

from __future__ import annotations

import json
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from ravabet.web import events
from ravabet.web.page import Build, Page, Place, Table
from ravabet.web.site import Visit


def build(visit: Visit) -> Page | Response:
    """An occurrence; one that was merged into another leads there."""
    asked = visit.request.path_params["occurrence"]
    found = visit.project.rows("SELECT * FROM occurrence WHERE occurrence = ?", asked)
    if not found:
        return _merged(visit, asked)
    row = found[0]
    rows = visit.project.rows(f"{events.SELECT} WHERE e.occurrence = ? ORDER BY d.published, e.event", asked)
    reports = events.shown(rows, visit.words)
    if not reports:
        raise HTTPException(404)
    clearest = next((one for one in reports if one.event == row["event"]), reports[0])
    differs = _differs(row["differs"], {one.event: one for one in reports})
    context = {"row": row, "reports": reports, "e": clearest, "differs": differs}
    record = {**row, "differs": _loaded(row["differs"]), "reports": events.plain_rows(rows)}
    return Page("occurrence.html", clearest.gloss, context, record, Table(events.COLUMNS, events.plain_rows(rows)))


def _merged(visit: Visit, asked: str) -> Response:
    found = visit.project.query("SELECT new FROM alias WHERE old = ?", asked)
    if not found:
        raise HTTPException(404)
    return RedirectResponse(visit.here(visit.form, path=f"/occurrence/{found[0][0]}"), 308)


def _loaded(differs: Any) -> dict[str, Any]:  # noqa: ANN401  JSON as text or as values
    loaded = json.loads(differs) if isinstance(differs, str) and differs else differs
    return loaded if isinstance(loaded, dict) else {}


def _differs(differs: Any, reports: dict[str, events.Shown]) -> list[tuple[str, list[tuple[str, list[events.Shown]]]]]:  # noqa: ANN401
    """Each detail on which reports disagree, with what is said and by which."""
    found = []
    for key, said in _loaded(differs).items():
        values = [
            (str(one.get("value", "")), [reports[id] for id in one.get("events", ()) if id in reports])
            for one in said
            if isinstance(one, dict)
        ]
        if values:
            found.append((key, values))
    return found


def _in_text(kind: str) -> Build:
    """An event or a reason by its permanent id: its place in its text."""

    def build(visit: Visit) -> Response:
        asked = visit.request.path_params[kind]
        found = visit.project.query(f"SELECT doc FROM {kind} WHERE {kind} = ?", asked)
        if not found:
            raise HTTPException(404)
        return RedirectResponse(visit.url(f"/document/{found[0][0]}", anchor="chosen", **{kind: asked}), 307)

    return build


PLACES = (
    Place("occurrence", "/occurrence/{occurrence}", build),
    Place("event", "/event/{event}", _in_text("event")),
    Place("reason", "/reason/{reason}", _in_text("reason")),
)
