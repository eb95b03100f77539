"""What people say of events and reasons: right, wrong, or right like this.

Judgements are never changed: a later one of the same person takes the place of an earlier one, and a withdrawn one
counts no more. They are appended to a file beside the project, so that judging never waits for the project file,
and every `ravabet add` takes them into its table.
"""

from __future__ import annotations

import datetime
import json
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

from ravabet import model
from ravabet.lexicon import TYPES
from ravabet.model import InputError, UsageError, first_day
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
STATUSES = get_args(model.Status)
"""How an event may stand."""
KINDS = get_args(model.Kind)
"""What a reason may be."""
SPANS = {"event": ("trigger",), "reason": ("cause", "effect")}
"""The spans that find what was judged again when its id is gone, in a text that was coded anew."""
ALLOWED = {"event": {"type": "|".join(TYPES), "status": "|".join(STATUSES)}, "reason": {"kind": "|".join(KINDS)}}
"""What a corrected field may say, as a regular expression."""
DATE = r"\d{4}(-\d{2}){0,2}"


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
    told = _corrections(kind, values or {}, rows[0]) if verdict == "correct" else {}
    if verdict == "correct" and not told:
        if not values:
            message = f"a correction of {target} must say what is right: one of {', '.join(FIELDS[kind])}"
            raise UsageError(message)
        verdict = "accept"
    told = told | _words(project, told, rows[0]) if kind == "reason" else told
    if not by.strip():
        message = "a judgement needs the name of who judges"
        raise UsageError(message)
    time = (at or datetime.datetime.now(datetime.UTC)).replace(tzinfo=None).isoformat(timespec="microseconds")
    id = identity("j", target, verdict, by, time, json.dumps(told, sort_keys=True))
    return Judgement(
        id, target, kind, verdict, by.strip(), time, told, note or None, rows[0]["doc"], _base(kind, rows[0])
    )


def _corrections(kind: Kind, values: Mapping[str, Any], row: Row) -> dict[str, Any]:
    """What is said to be other than it was coded; a date may be said to be none."""
    told = {name: None if value == "" else value for name, value in values.items() if name in FIELDS[kind]}
    told = {name: value for name, value in told.items() if value != row[name]}
    for name, allowed in ALLOWED[kind].items():
        if name in told and not re.fullmatch(allowed, told[name] or ""):
            message = f"{told[name]!r} is no {name}; write one of {allowed.replace('|', ', ')}"
            raise UsageError(message)
    if not _is_day(told.get("date")):
        message = f"{told['date']!r} is no date; write it as in 2025, 2025-04 or 2025-04-14"
        raise UsageError(message)
    return told


def _is_day(date: str | None) -> bool:
    """Whether this is a year, month or day that there is, or none at all."""
    if date is None:
        return True
    try:
        first_day(date)
    except ValueError:
        return False
    return re.fullmatch(DATE, date) is not None


def _words(project: Project, told: Mapping[str, Any], row: Row) -> dict[str, str]:
    """The corrected sides of a reason as they stand in the text, whatever its line breaks.

    Raises UsageError where words are not of the text.
    """
    found = {}
    for name in {"cause", "effect"} & told.keys():
        words = [re.escape(word) for word in (told[name] or "").split()]
        text = project.query("SELECT text FROM document WHERE doc = ?", row["doc"])[0][0]
        at = re.search(r"\s+".join(words), text) if words else None
        if at is None:
            message = f"the {name} must be words of the text, one after the other: {told[name]!r} does not stand there"
            raise UsageError(message)
        found[name] = at.group()
    return found


def _base(kind: Kind, row: Row) -> dict[str, Any]:
    spans = {f"{name}_{end}": row[f"{name}_{end}"] for name in SPANS[kind] for end in ("start", "end")}
    told = (*FIELDS[kind], "trigger", "quote") if kind == "event" else (*FIELDS[kind], "quote")
    return {**spans, **{name: row[name] for name in told}}


def append(path: Path, judgements: Iterable[Judgement]) -> None:
    """Write judgements beside the project at ``path``; they are on the disk when this returns.

    Raises InputError where nothing can be written there.
    """
    lines = "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in judgements)
    place = judgements_of(path)
    try:
        with place.open("ab") as file:
            if place.stat().st_size and not _ends_well(place):
                file.write(b"\n")  # a line that was cut off when the machine went out stays alone
            file.write(lines.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
    except OSError as problem:
        message = f"{place}: the judgement cannot be written ({problem.strerror}); make its folder writable"
        raise InputError(message) from problem


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


def current(project: Project) -> list[Judgement]:
    """All judgements as they hold of what is coded now.

    Each is on what stands where it was made; those whose words are coded no more are left out. Where that was coded
    otherwise since, what was right is now a correction or no longer needs one, and what was wrong is open again.
    """
    said = every(project)
    there = found_again(project, said)
    rows: dict[str, Row] = {}
    for kind, columns in FIELDS.items():
        ids = sorted({there[one.target] or "" for one in said if one.kind == kind})
        sql = f"SELECT {kind}, {', '.join(columns)} FROM {kind} WHERE {kind} IN (SELECT unnest(?))"
        rows |= {row[kind]: row for row in project.rows(sql, ids)} if ids else {}
    return [_holding(one, rows[target]) for one in said if (target := there[one.target]) in rows]


def _holding(one: Judgement, row: Row) -> Judgement:
    """A judgement moved to a row that may be coded otherwise than what was judged."""
    moved = replace(one, target=row[one.kind])
    then = {name: one.base[name] for name in FIELDS[one.kind] if name in one.base}
    if one.verdict == "withdraw" or all(row[name] == value for name, value in then.items()):
        return moved
    if one.verdict == "reject":
        return replace(moved, verdict="withdraw")
    right = {name: value for name, value in {**then, **one.values}.items() if value != row[name]}
    return replace(moved, verdict="correct" if right else "accept", values=right)


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
    """What stands in the same document on the same words; where it is only some of them, rather of the same type."""
    spans = SPANS[one.kind]
    same = "type" if one.kind == "event" else "kind"
    shared = " AND ".join(f"{name}_start < ? AND {name}_end > ?" for name in spans)
    exact = " AND ".join(f"{name}_end = ? AND {name}_start = ?" for name in spans)
    ends = [one.base.get(f"{name}_{end}", 0) for name in spans for end in ("end", "start")]
    rows = project.query(
        f"SELECT {one.kind} FROM {one.kind} WHERE doc = ? AND {shared} "
        f"ORDER BY {exact} DESC, {same} = ? DESC, {one.kind} LIMIT 1",
        one.doc, *ends, *ends, one.base.get(same),
    )  # fmt: skip
    return rows[0][0] if rows else None


def read(path: Path) -> tuple[list[Judgement], int]:
    """The judgements of a file, and how many of its lines were none; raises InputError where it is unreadable."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        message = (
            f"{path}: cannot be read as judgements ({problem}); give a file that `ravabet judgements export` wrote"
        )
        raise InputError(message) from problem
    told = list(_parsed(lines))
    return told, sum(bool(line.strip()) for line in lines) - len(told)


def merged(project: Project, path: Path) -> tuple[int, int]:
    """Take the judgements of a file of JSON lines in; how many were new, and how many lines were none.

    Raises InputError for a file that cannot be read.
    """
    told, others = read(path)
    known = {one.judgement for one in every(project)}
    fresh = {one.judgement: one for one in told if one.judgement not in known}
    append(project.path, fresh.values())
    return len(fresh), others
