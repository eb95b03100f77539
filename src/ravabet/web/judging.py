"""Judging: one event or reason at a time, by key or by button, also without script."""

from __future__ import annotations

import getpass
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from ravabet.explaining import code_of
from ravabet.lexicon import TYPES
from ravabet.model import UsageError
from ravabet.store import judgements as store
from ravabet.store.folding import judgements_of
from ravabet.web import events
from ravabet.web.asked import asked
from ravabet.web.page import Page, Place, Table
from ravabet.web.pages.browse import chosen, titled
from ravabet.web.site import Site, Visit, templates

TOKEN = secrets.token_urlsafe(16)
"""Known to this site's own pages alone: a form without it changes nothing."""
STATUSES = ("happened", "planned", "denied", "claimed")
KINDS = ("cause", "response", "result")
MOST = 5000
"""Events that are judged in one go at most; facets narrow them down."""
REASON = (
    "SELECT r.*, d.language, d.source, d.title, d.published FROM reason r JOIN document d USING (doc) "
    "ORDER BY d.published, r.doc, r.sentence_start, r.reason"
)
COLUMNS = {
    "judgement": "VARCHAR", "target": "VARCHAR", "kind": "VARCHAR", "verdict": "VARCHAR", "by": "VARCHAR",
    "at": "VARCHAR", "values": "VARCHAR", "note": "VARCHAR", "doc": "VARCHAR",
}  # fmt: skip


def build(visit: Visit) -> Page:
    """The next event or reason that this person has not judged yet, of those that the address asks for."""
    by, words = who(visit), visit.words
    every = store.every(visit.project)
    mine = {target for target, said in store.latest(every).items() if by in said}
    only = visit.asked("only")
    reasons = only.startswith("r") if only else visit.asked("kind") == "reason"
    kind = "reason" if reasons else "event"
    rows, total = _reasons(visit) if reasons else _events(visit)
    left = [row for row in rows if row[kind] not in mine]
    item = next((row for row in rows if row[kind] == only), None) if only else None
    item = item or (left[_place(visit, left)] if left else None)
    target = item[kind] if item else ""
    last = next((one for one in reversed(every) if one.by == by and one.verdict != "withdraw"), None)
    context = {
        "by": by,
        "reasons": reasons,
        "e": events.shown(titled(visit, [item]), words)[0] if item and not reasons else None,
        "r": item if reasons else None,
        "target": target,
        "said": _said(visit, every, target),
        "done": total - len(left),
        "total": total,
        "last": last.target if last and last.target in mine else None,
        "conflicts": len(store.conflicts(every)),
        "judged": len(store.latest(every)),
        "types": TYPES,
        "statuses": STATUSES,
        "kinds": KINDS,
        "chosen": chosen(visit),
        "skip": visit.here(after=target),
    }
    told = Table(COLUMNS, [_row(one) for one in every] if visit.form else ())
    return Page("judging/judge.html", words.ui("judging.title"), context, table=told)


def _events(visit: Visit) -> tuple[list[dict[str, Any]], int]:
    """The events that the address asks for, in the order of their days and texts."""
    rows = visit.project.events(replace(asked(visit), order="day", limit=MOST, offset=0))
    return rows, len(rows)


def _reasons(visit: Visit) -> tuple[list[dict[str, Any]], int]:
    rows = visit.project.rows(f"{REASON} LIMIT {MOST}")
    return rows, len(rows)


def _place(visit: Visit, rows: Sequence[Mapping[str, Any]]) -> int:
    """Where to go on: behind what was skipped or judged last."""
    after = visit.asked("after")
    known = visit.site.kept(("after", after), lambda: _order(visit, after)) if after else None
    if known is None:
        return 0
    for number, row in enumerate(rows):
        if _key(row) > known:
            return number
    return 0


def _order(visit: Visit, target: str | None) -> tuple[str, str, int, str] | None:
    kind = "reason" if (target or "").startswith("r") else "event"
    found = visit.project.rows(f"SELECT * FROM {kind} WHERE {kind} = ?", target)
    return _key(found[0]) if found else None


def _key(row: Mapping[str, Any]) -> tuple[str, str, int, str]:
    return (
        str(row.get("day") or row.get("published") or ""),
        row["doc"],
        row["sentence_start"] or 0,
        row.get("event") or row["reason"],
    )


def who(visit: Visit) -> str:
    """Who judges: as the address or the form says, else whose account this is."""
    return visit.asked("by") or _account()


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "me"


def _said(visit: Visit, every: Sequence[store.Judgement], target: str) -> list[str]:
    """What people say of a target, in words."""
    return [_in_words(visit, one) for one in store.latest(every).get(target, {}).values()]


def _in_words(visit: Visit, one: store.Judgement) -> str:
    told = visit.words.ui(f"judging.said_{one.verdict}", by=f"\u2068{one.by}\u2069")
    values = ", ".join(f"{name}: {_shown(value)}" for name, value in one.values.items())
    return f"{told} (\u2068{values}\u2069)" if values else told


def _shown(value: Any) -> str:  # noqa: ANN401  a corrected value of any type
    return "+".join(value) if isinstance(value, list) else str(value)


def _row(one: store.Judgement) -> dict[str, Any]:
    row = {name: getattr(one, name) for name in COLUMNS}
    return {**row, "values": json.dumps(one.values, ensure_ascii=False)}


def state(visit: Visit, target: str) -> list[str]:
    """What is said of an event or reason, for pages that show it among others."""
    path = judgements_of(visit.site.path)
    stamp = path.stat().st_mtime_ns if path.exists() else 0
    now = visit.site.kept(("judgements", stamp), lambda: store.latest(store.every(visit.project)))
    return [_in_words(visit, one) for one in now.get(target, {}).values()]


# --- what changes something


async def judge(site: Site, request: Request) -> Response:
    """A form with a judgement: kept, then on to where the form says, or told as JSON to a script."""
    form = {key: str(value) for key, value in (await _fields(request)).items()}
    if not secrets.compare_digest(form.get("token", ""), TOKEN):
        return PlainTextResponse("This form is not from this site as it runs now; load its page again.", 403)
    visit = site.visit(request, PLACES[0])
    by = form.get("by", "").strip() or who(visit)
    verdict: Any = form.get("verdict", "")
    if verdict not in ("accept", "reject", "correct", "withdraw"):
        message = f"{verdict!r} is no judgement: accept, reject, correct or withdraw"
        raise UsageError(message)
    target = form.get("target", "")
    values = _values(target, form) if verdict == "correct" else {}
    one = store.judged(site.project, target, verdict, by, values=values, note=form.get("note"))
    store.append(site.path, [one])
    if request.headers.get("accept", "").startswith("application/json"):
        return JSONResponse({"target": target, "verdict": verdict, "said": state(visit, target)})
    return RedirectResponse(_back(form.get("back", "")), 303)


async def _fields(request: Request) -> Mapping[str, Any]:
    """The fields of a form, as browsers send them without files."""
    body = (await request.body()).decode("utf-8", "replace")
    return {key: values[-1] for key, values in parse_qs(body, keep_blank_values=True).items()}


def _values(target: str, form: Mapping[str, str]) -> dict[str, Any]:
    """What a correction says: only what differs from what was coded is sent by the page, but a form sends all."""
    if target.startswith("r"):
        return {name: form[name] for name in ("cause", "effect", "kind") if form.get(name)}
    told: dict[str, Any] = {name: form[name].strip() for name in ("type", "date", "status") if form.get(name)}
    for side in ("actors", "recipients"):
        if side in form:
            told[side] = [code_of(name) for name in form[side].replace("+", " ").replace(",", " ").split()]
    return told


def _back(address: str) -> str:
    """Where to go on: a page of this site, whatever the form says."""
    parts = urlsplit(address)
    inside = not parts.scheme and not parts.netloc and address.startswith("/") and not address.startswith("//")
    return address if inside and "\\" not in address else "/judge"


def _routes(site: Site) -> list[Route]:
    async def post(request: Request) -> Response:
        return await judge(site, request)

    return [Route("/judge", post, methods=["POST"])]


PLACES = (Place("judge", "/judge", build, menu=True),)
ROUTES = (_routes,)
KEYS = (
    ("y", "judging.accept"),
    ("n", "judging.reject"),
    ("m", "judging.correct"),
    ("s", "judging.skip"),
    ("z", "judging.undo"),
)
SCRIPTS = ("judging.js",)
STYLES = ("judging.css",)
BESIDE = (("event", "judging/event.html"), ("reason", "judging/reason.html"))
templates().globals.update(judged=state, judging_token=TOKEN, judge_by=who)
