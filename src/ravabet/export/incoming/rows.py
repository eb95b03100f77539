"""What all kinds of files have in common: a row of theirs becomes an event and the document it is from."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from ravabet.export.records import Party
from ravabet.export.tables import rows, states
from ravabet.lexicon import plover, quads
from ravabet.store import identity

Row = Mapping[str, str]
UNKNOWN_CONFIDENCE = 0.5
"""None of these files says how sure it is; this stands for that."""
NO_TYPE = "has no PLOVER type"
NOBODY = "names no state or body that is known here"


class BrokenRowError(Exception):
    """A row that is not what its columns promise; told with its line."""


class LeftOutError(Exception):
    """A sound row that Ravabet has no place for; counted by what it says."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """An event of another data set: its id there, who did what, and what else was given."""

    origin: str
    id: str
    type: str
    day: datetime.date
    document: Mapping[str, Any]
    mode: str | None = None
    context: Sequence[str] = ()
    actors: Sequence[Party] = ()
    recipients: Sequence[Party] = ()
    precision: str = "day"
    place: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    killed: float | None = None
    given: Mapping[str, Any] = field(default_factory=dict)

    @property
    def row(self) -> dict[str, Any]:
        """The event as a row of the project file; raises LeftOutError where nobody takes part."""
        if not self.actors and not self.recipients:
            raise LeftOutError(NOBODY)
        length = 7 if self.precision == "month" else 10
        return {
            "event": identity("e", self.origin, self.id),
            "doc": self.document["doc"],
            "origin": self.origin,
            "type": self.type,
            "mode": self.mode,
            "context": list(self.context),
            "quad": quads()[self.type],
            "actors": _codes(self.actors),
            "recipients": _codes(self.recipients),
            "day": self.day.isoformat(),
            "date": self.day.isoformat()[:length],
            "precision": self.precision,
            "status": "happened",
            "score": _score(self.type, self.mode),
            "confidence": UNKNOWN_CONFIDENCE,
            "trigger": "",
            "quote": "",
            "place": self.place,
            "country": self.country,
            "latitude": self.latitude,
            "longitude": self.longitude,
            "amount": self.killed,
            "unit": "people killed" if self.killed else None,
            "because": [f"import:{self.origin}"],
            "has_reason": False,
            "language": self.document.get("language"),
            "source": self.document.get("source"),
            "detail": {
                "actors": [[party.code, party.sector, party.name, 0, 0] for party in self.actors],
                "recipients": [[party.code, party.sector, party.name, 0, 0] for party in self.recipients],
                "given": {"id": self.id, **{name: value for name, value in self.given.items() if value}},
            },
        }


def document(origin: str, key: Sequence[object], **columns: Any) -> dict[str, Any]:  # noqa: ANN401
    """The document that a row is from: its words are not here, only who published it, when and where it stands."""
    doc = identity("d", origin, *key)
    published = columns.pop("published", None)
    return {
        "doc": doc,
        "id": ":".join(map(str, (origin, *key))),
        "origin": origin,
        "published": published.isoformat() if published else None,
        "text": "",
        "characters": 0,
        "repaired": False,
        **columns,
    }


def need(row: Row, *names: str) -> str:
    """The value of the first of these columns that has one; raises BrokenRowError where none has."""
    found = maybe(row, *names)
    if not found:
        message = f"has no {names[0]}"
        raise BrokenRowError(message)
    return found


def maybe(row: Row, *names: str) -> str:
    """The value of the first of these columns that has one, else an empty string."""
    for name in names:
        value = (row.get(name) or "").strip()
        if value and value != "None":
            return value
    return ""


@lru_cache(maxsize=4096)
def a_day(value: str, pattern: str) -> datetime.date:
    """A day written by a pattern of ``strptime``; raises BrokenRowError where it is none."""
    try:
        return datetime.datetime.strptime(value, pattern).date()
    except ValueError:
        message = f"has a date that is none: {value[:40]!r}"
        raise BrokenRowError(message) from None


def degrees(row: Row, name: str) -> float | None:
    """Degrees; None where the column is empty. Raises BrokenRowError for what is no number on the globe."""
    value = maybe(row, name)
    if not value:
        return None
    try:
        found = float(value)
    except ValueError:
        found = float("inf")
    if abs(found) > 180:
        message = f"has a {name} that is none: {value[:40]!r}"
        raise BrokenRowError(message)
    return found


def cameo(code: str) -> tuple[str, str | None, tuple[str, ...]]:
    """Type, mode and contexts of a CAMEO code, also one that lost its leading zero.

    Raises LeftOutError for a code without type (01 and 02) and BrokenRowError for what is no CAMEO code.
    """
    for written in (code, f"0{code}"):
        found = _cameo().get(written)
        if found:
            return found
    known = code.isdigit() and len(code) in (2, 3, 4)
    if known and (code[:2] in ("01", "02") or (code[0] in "12" and len(code) == 2)):
        message = f"{NO_TYPE} (CAMEO root {code[:2] if code[0] == '0' else f'0{code[0]}'})"
        raise LeftOutError(message)
    message = f"has an event code that is not CAMEO's: {code[:40]!r}"
    raise BrokenRowError(message)


@cache
def _cameo() -> dict[str, tuple[str, str | None, tuple[str, ...]]]:
    found = {
        row["code"]: (row["type"], row["mode"] or None, tuple(row["context"].split())) for row in rows("cameo.tsv")
    }
    for root in {code[:2] for code in found}:  # some files give the root alone
        found[root] = found[f"{root}0"]
    return found


@cache
def of_cameo_country() -> dict[str, str]:
    """ISO 3166-1 alpha-3 of CAMEO's codes of states."""
    return {state.cameo: iso for iso, state in states().items()}


@cache
def sector_of(language: str) -> dict[str, str]:
    """PLOVER's sectors by the words of others (a column of the table of sectors), the first where several share one."""
    found: dict[str, str] = {}
    for row in rows("sectors.tsv"):
        found.setdefault(row[language], row["sector"])
    found.pop("", None)
    return found


def _codes(parties: Sequence[Party]) -> list[str]:
    return list(dict.fromkeys(party.code for party in parties))


def _score(type: str, mode: str | None) -> float:
    told = plover()[type]
    return float((told.get("modes") or {}).get(mode, told["score"]))
