"""Judging: one event or reason at a time, by key or by button, also without script."""

from __future__ import annotations

import getpass
import json
import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from ravabet.explaining import code_of
from ravabet.lexicon import TYPES
from ravabet.model import UsageError
from ravabet.store import judgements as store
from ravabet.web import events
from ravabet.web.judging_queue import BY, following, narrowed, ordered, queue, reason, said
from ravabet.web.page import Page, Place, Table
from ravabet.web.pages.browse import Facet, chosen, facets
from ravabet.web.site import Site, Visit, templates

TOKEN = secrets.token_urlsafe(16)
"""Known to this site's own pages alone: a form without it changes nothing."""
NAMES = {
    "type": "event.type", "actors": "judging.who", "recipients": "judging.recipients", "date": "judging.when",
    "status": "judging.status", "cause": "judging.cause", "effect": "judging.effect", "kind": "judging.kind",
}  # fmt: skip
"""What the fields of a correction are called, by their keys in the catalogue."""
COLUMNS = {
    "judgement": "VARCHAR", "target": "VARCHAR", "kind": "VARCHAR", "verdict": "VARCHAR", "by": "VARCHAR",
    "at": "VARCHAR", "values": "VARCHAR", "note": "VARCHAR", "doc": "VARCHAR",
}  # fmt: skip


def build(visit: Visit) -> Page:
    """The next event or reason that this person has not judged yet, of those that the address asks for."""
    by, known, only = who(visit), said(visit), visit.asked("only")
    kind = "reason" if (only or "").startswith("r") or (not only and visit.asked("kind") == "reason") else "event"
    ids, mine = queue(visit, kind), known.by(by)
    target = only or following(ids, mine, visit.asked("after"))
    item = _item(visit, kind, target) if target else None
    context = {
        "by": by,
        "kind": kind,
        kind[0]: item,
        "target": target if item else "",
        "said": state(visit, target or ""),
        "done": sum(one in mine for one in ids),
        "total": len(ids),
        "last": known.last.get(by),
        "conflicts": known.conflicts,
        "types": TYPES,
        "statuses": store.STATUSES,
        "kinds": store.KINDS,
        "orders": list(BY[kind]),
        "order": ordered(visit),
        "chosen": chosen(visit),
        "facets": _facets(visit) if visit.asked("narrow") else None,
        "skip": visit.here(after=target, only=None),
    }
    told = Table(COLUMNS, [_row(one) for one in store.every(visit.project)] if visit.form else ())
    return Page("judging/judge.html", visit.words.ui("judging.title"), {"e": None, "r": None, **context}, table=told)


def _item(visit: Visit, kind: str, target: str) -> Any:  # noqa: ANN401  an event as it is shown, or the row of a reason
    if kind == "reason":
        return reason(visit, target)
    rows = events.fetched(visit.project, [target])
    return events.shown(rows, visit.words)[0] if rows else None


def _facets(visit: Visit) -> list[Facet]:
    wanted = narrowed(visit)
    return facets(visit, wanted, visit.site.kept(("facets", wanted), lambda: visit.project.facets(wanted)))


def who(visit: Visit) -> str:
    """Who judges: as the address or the form says, else whose account this is."""
    return visit.asked("by") or _account()


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "me"


def _in_words(visit: Visit, one: store.Judgement) -> str:
    told = visit.words.ui(f"judging.said_{one.verdict}", by=f"\u2068{one.by}\u2069")
    values = (f"{visit.words.ui(NAMES[name])}: {_shown(value)}" for name, value in one.values.items())
    changed = visit.words.say("comma").join(values)
    return f"{told} (\u2068{changed}\u2069)" if changed else told


def _shown(value: Any) -> str:  # noqa: ANN401  a corrected value of any type
    return ("+".join(value) if isinstance(value, list) else str(value or "")) or "–"


def _row(one: store.Judgement) -> dict[str, Any]:
    row = {name: getattr(one, name) for name in COLUMNS}
    return {**row, "values": json.dumps(one.values, ensure_ascii=False)}


def state(visit: Visit, target: str) -> list[str]:
    """What people say of an event or reason, in words."""
    return [_in_words(visit, one) for one in said(visit).latest.get(target, {}).values()]


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
    """What a form says of each field: a form sends all of them, those that nobody changed too."""
    if target.startswith("r"):
        return {name: form[name] for name in ("cause", "effect", "kind") if form.get(name)}
    told: dict[str, Any] = {name: form[name].strip() for name in ("type", "date", "status") if name in form}
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
