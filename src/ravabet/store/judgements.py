"""What people say of events and reasons: right, wrong, or right like this.

Judgements are never changed: a later one of the same person takes the place of an earlier one, and a withdrawn one
counts no more. They are appended to a file beside the project, so that judging never waits for the project file,
and every `ravabet add` takes them into its table.
"""

from __future__ import annotations

import datetime
import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from ravabet.lexicon import TYPES
from ravabet.model import InputError, UsageError
from ravabet.store.folding import judgements_of
from ravabet.store.ids import identity
from ravabet.store.project import Project, Row

Kind = Literal["event", "reason"]
Verdict = Literal["accept", "reject", "correct", "withdraw"]
FIELDS = {
    "event": ("type", "actors", "recipients", "date", "status"),
    "reason": ("cause", "effect", "kind"),
}
"""What a judgement may correct."""
READING = "sentence_start, trigger_start"
"""The order of a text."""
SPANS = {"event": ("trigger",), "reason": ("cause", "effect")}
"""The spans that find what was judged again when its id is gone, in a text that was coded anew."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One person's word on one event or reason.

    ``values``: what is corrected; ``base``: what was judged, with its spans and quote; ``at``: the time, in UTC.
    """

    judgement: str
    target: str
    kind: Kind
    verdict: Verdict
    by: str
    at: str
    values: Mapping[str, Any] = field(default_factory=dict)
    note: str | None = None
    doc: str | None = None
    base: Mapping[str, Any] = field(default_factory=dict)

    @property
    def says(self) -> tuple[str, str]:
        """What is compared between people: verdict and corrections."""
        return self.verdict, json.dumps(self.values, sort_keys=True, ensure_ascii=False)


def judged(
    project: Project,
    target: str,
    verdict: Verdict,
    by: str,
    *,
    values: Mapping[str, Any] | None = None,
    note: str | None = None,
    at: datetime.datetime | None = None,
) -> Judgement:
    """A judgement on an event or reason of a project; raises UsageError where there is none or nothing is said."""
    kind: Kind = "reason" if target.startswith("r") else "event"
    rows = project.rows(f"SELECT * FROM {kind} WHERE {kind} = ?", target)
    if not rows:
        message = f"there is no {kind} {target} in {project.path}; it may have gone when its text was coded anew"
        raise UsageError(message)
    told = _corrections(kind, values or {}) if verdict == "correct" else {}
    if verdict == "correct" and not told:
        message = f"a correction of {target} must say what is right: one of {', '.join(FIELDS[kind])}"
        raise UsageError(message)
    if not by.strip():
        message = "a judgement needs the name of who judges"
        raise UsageError(message)
    time = (at or datetime.datetime.now(datetime.UTC)).replace(tzinfo=None).isoformat(timespec="microseconds")
    id = identity("j", target, verdict, by, time, json.dumps(told, sort_keys=True))
    return Judgement(
        id, target, kind, verdict, by.strip(), time, told, note or None, rows[0]["doc"], _base(kind, rows[0])
    )


def _corrections(kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: value for name, value in values.items() if name in FIELDS[kind] and value not in (None, "")}
    if kind == "event" and told.get("type", TYPES[0]) not in TYPES:
        message = f"{told['type']!r} is no type of event; the types are {', '.join(TYPES)}"
        raise UsageError(message)
    return told


def _base(kind: Kind, row: Row) -> dict[str, Any]:
    spans = {f"{name}_{end}": row[f"{name}_{end}"] for name in SPANS[kind] for end in ("start", "end")}
    told = (
        ("type", "actors", "recipients", "date", "status", "trigger")
        if kind == "event"
        else ("cause", "effect", "kind")
    )
    return {**spans, **{name: row[name] for name in told}, "quote": row["quote"]}


def append(path: Path, judgements: Iterable[Judgement]) -> None:
    """Write judgements beside the project at ``path``; they are on the disk when this returns."""
    lines = "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in judgements)
    place = judgements_of(path)
    with place.open("ab") as file:
        if place.stat().st_size and not _ends_well(place):
            file.write(b"\n")  # a line that was cut off when the machine went out stays alone
        file.write(lines.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


def _ends_well(place: Path) -> bool:
    with place.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def every(project: Project) -> list[Judgement]:
    """All judgements on a project, those in its table and those beside it, in the order of time."""
    found = {one.judgement: one for one in map(_of_row, project.rows("SELECT * FROM judgement"))}
    place = judgements_of(project.path)
    if place.exists():
        lines = place.read_text(encoding="utf-8", errors="replace").splitlines()
        found |= {one.judgement: one for one in _parsed(lines)}
    return sorted(found.values(), key=lambda one: (one.at, one.judgement))


def _of_row(row: Row) -> Judgement:
    values, base = (json.loads(row[name]) if row[name] else {} for name in ("values", "base"))
    at = row["at"].isoformat(timespec="microseconds")
    return Judgement(**{**row, "values": values, "base": base, "at": at})


def _parsed(lines: Iterable[str]) -> Iterator[Judgement]:
    """The judgements in lines of JSON; what is none, such as a line that was cut off, is left out."""
    for line in lines:
        try:
            row = json.loads(line)
            one = Judgement(**{name: row[name] for name in Judgement.__dataclass_fields__ if name in row})
        except (ValueError, TypeError):
            continue
        if one.kind in get_args(Kind) and one.verdict in get_args(Verdict) and isinstance(one.target, str):
            yield one


def latest(judgements: Iterable[Judgement]) -> dict[str, dict[str, Judgement]]:
    """For each target what each person says of it now: the last word, nothing where that was withdrawn."""
    found: dict[str, dict[str, Judgement]] = defaultdict(dict)
    for one in sorted(judgements, key=lambda one: (one.at, one.judgement)):
        if one.verdict == "withdraw":
            found[one.target].pop(one.by, None)
        else:
            found[one.target][one.by] = one
    return {target: said for target, said in found.items() if said}


def conflicts(judgements: Iterable[Judgement]) -> dict[str, tuple[Judgement, ...]]:
    """The targets of which people say different things."""
    said = {target: tuple(by.values()) for target, by in latest(judgements).items()}
    return {target: all_ for target, all_ in said.items() if len({one.says for one in all_}) > 1}


def agreed(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """For each target what all who judged it say; the last of them stands for all."""
    found = latest(judgements)
    return {
        target: max(by.values(), key=lambda one: one.at)
        for target, by in found.items()
        if len({one.says for one in by.values()}) == 1
    }


def found_again(project: Project, judgements: Iterable[Judgement]) -> dict[str, str | None]:
    """For each target where it is now: its own id; else that of the one of its kind on the same words; None if gone."""
    targets = {one.target: one for one in judgements}
    found: dict[str, str | None] = {}
    for kind in get_args(Kind):
        asked = [one for one in targets.values() if one.kind == kind]
        ids = [one.target for one in asked]
        rows = project.query(f"SELECT {kind} FROM {kind} WHERE {kind} IN (SELECT unnest(?))", ids)
        there = {row[0] for row in rows}
        for one in asked:
            found[one.target] = one.target if one.target in there else _elsewhere(project, one)
    return found


def _elsewhere(project: Project, one: Judgement) -> str | None:
    """What stands in the same document on the same words, as much of the same type as can be."""
    spans = SPANS[one.kind]
    same = "type" if one.kind == "event" else "kind"
    overlap = " AND ".join(f"{name}_start < ? AND {name}_end > ?" for name in spans)
    given = [one.base.get(f"{name}_{end}", 0) for name in spans for end in ("end", "start")]
    rows = project.query(
        f"SELECT {one.kind} FROM {one.kind} WHERE doc = ? AND {overlap} ORDER BY {same} = ? DESC, {one.kind} LIMIT 1",
        one.doc, *given, one.base.get(same),
    )  # fmt: skip
    return rows[0][0] if rows else None


def merged(project: Project, path: Path) -> tuple[int, int]:
    """Take the judgements of a file of JSON lines in; how many were new, and how many lines were none.

    Raises InputError for a file that cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        message = (
            f"{path}: cannot be read as judgements ({problem}); give a file that `ravabet judgements export` wrote"
        )
        raise InputError(message) from problem
    known = {one.judgement for one in every(project)}
    told = list(_parsed(lines))
    fresh = {one.judgement: one for one in told if one.judgement not in known}
    append(project.path, fresh.values())
    return len(fresh), sum(bool(line.strip()) for line in lines) - len(told)


def gold(project: Project) -> Iterator[dict[str, Any]]:
    """Passages to measure with: documents of which every event was judged and nobody disagrees.

    Rejected events are left out, corrected ones are as corrected. What the coder had missed is not in them, so that
    they tell precision and not recall.
    """
    now = agreed(every(project))
    docs = sorted({one.doc for one in now.values() if one.doc and one.kind == "event"})
    for doc in docs:
        events = project.rows(f"SELECT * FROM event WHERE doc = ? ORDER BY {READING}, event", doc)
        document = project.document(doc)
        if document is None or not all(row["event"] in now for row in events):
            continue
        reasons = project.rows("SELECT * FROM reason WHERE doc = ? ORDER BY cause_start, reason", doc)
        yield {
            "id": doc,
            "language": document.language,
            "published": document.published.isoformat() if document.published else None,
            "provenance": "judged",
            "text": document.text,
            "events": [_gold_event(row, now[row["event"]]) for row in events if _right(now, row["event"])],
            "reasons": [_gold_reason(row, now[row["reason"]]) for row in reasons if _right(now, row["reason"])],
        }


def _right(now: Mapping[str, Judgement], target: str) -> bool:
    return target in now and now[target].verdict != "reject"


def _gold_event(row: Row, said: Judgement) -> dict[str, Any]:
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


def _gold_reason(row: Row, said: Judgement) -> dict[str, Any]:
    told = {**{name: row[name] for name in FIELDS["reason"]}, **said.values}
    return {"cause": told["cause"], "effect": told["effect"], "cue": row["cue"]}


def expressions(project: Project) -> list[dict[str, Any]]:
    """What judgements say of the words of acts, to mend the lexicon by: how often right, wrong, of another type."""
    counted: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    other: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    events = {row["event"]: row for row in project.rows("SELECT event, language, trigger, type, frame FROM event")}
    for target, one in agreed(every(project)).items():
        row = events.get(target)
        if row is None or one.kind != "event":
            continue
        key = row["language"] or "", " ".join((row["trigger"] or "").split()), row["type"]
        right = one.values.get("type", row["type"]) == row["type"]
        counted[key]["wrong" if one.verdict == "reject" else "right" if right else "other"] += 1
        if not right:
            other[key][one.values["type"]] += 1
    rows = [
        {
            **{"language": key[0], "expression": key[1], "type": key[2]},
            **{name: number[name] for name in ("right", "wrong", "other")},
            "should_be": " ".join(f"{type}:{times}" for type, times in other[key].most_common()),
        }
        for key, number in counted.items()
    ]
    return sorted(rows, key=lambda row: (-row["wrong"] - row["other"], row["language"], row["expression"], row["type"]))
