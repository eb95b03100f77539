"""What several formats make of an event: evidence, days, names in the codes of others."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from ravabet.export.records import Party, Told
from ravabet.export.tables import bodies, english, group_codes, sectors, states

LIST = "; "
"""Between several values in one cell."""
SEPARATORS = "\x85\u2028\u2029"
"""Characters that JSON allows in a string and that some readers take for the end of a line."""
BITS = 52
"""Of a number made of an id: such numbers are exact in floating point, and two among two million are alike with a
chance of one in two thousand."""


def evidence(told: Told) -> dict[str, Any]:
    """What the columns of others have no room for."""
    paper = told.paper
    return {
        "rb_event": told.id,
        "rb_document": paper.id,
        "rb_occurrence": told.occurrence,
        "rb_origin": told.origin,
        "rb_status": told.status,
        "rb_date": told.date,
        "rb_precision": told.precision,
        "rb_speaker": told.speaker,
        "rb_confidence": told.confidence,
        "rb_frame": told.frame,
        "rb_trigger": told.trigger,
        **spans(told),
        "rb_quote": told.quote,
        "rb_repaired": paper.repaired,
        "rb_amount": told.amount,
        "rb_unit": told.unit,
        "rb_reasons": LIST.join(why.id for why in told.reasons),
        "rb_because": LIST.join(told.because),
        "rb_source": paper.source,
        "rb_title": paper.title,
        "rb_path": paper.path,
    }


def spans(told: Told) -> dict[str, int | None]:
    """Where trigger and sentence stand in the document's text; nothing for an event that has no words."""
    if not told.quote:
        return {}
    start, end = told.span
    return {
        "rb_start": start,
        "rb_end": end,
        "rb_sentence_start": told.sentence[0],
        "rb_sentence_end": told.sentence[1],
    }


def number(*parts: object) -> int:
    """A number of 52 bits made of ids, the same at every export."""
    told = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(told).digest()[:8]) >> (64 - BITS)


def day(told: Told) -> str:
    """The day in ISO 8601, empty where neither the text nor the document has one."""
    return told.day.isoformat() if told.day else ""


def country(code: str) -> str:
    """The English name of a state; empty for what is none."""
    return english(code) if code in states() else ""


def cameo_country(code: str) -> str:
    """The code that CAMEO has for a state; empty for what is none."""
    return states()[code].cameo if code in states() else ""


def cameo_group(code: str) -> str:
    """The code that CAMEO has for a body or group; empty where it has none."""
    return group_codes().get(code, "")


def sector(party: Party | None, language: str) -> str:
    """The sector of a participant in the words of ``language`` (a column of the table of sectors)."""
    if party is None or party.sector is None or party.sector not in sectors():
        return ""
    return sectors()[party.sector][language]


def iso_or_igo(code: str) -> str:
    """A state by its code, a body of states by IGO, as POLECAT has it."""
    return code if code in states() else "IGO" if code in bodies() else ""


def cow(code: str) -> str:
    """The Correlates of War number of a state; empty for what is none or no member of the system."""
    return states()[code].cow_number if code in states() else ""


def address(path: str | None) -> str:
    """The path of a document where it is an address."""
    return path if path and path.split("://")[0] in ("http", "https") else ""


def json_line(value: object) -> str:
    """A value as one line of JSON, also for readers that end lines at the separators of Unicode."""
    line = json.dumps(value, ensure_ascii=False)
    for separator in SEPARATORS:
        line = line.replace(separator, f"\\u{ord(separator):04x}")
    return line
