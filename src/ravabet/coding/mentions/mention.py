"""A mention: words of a sentence that stand for actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ravabet.model import Span

MentionKind = Literal[
    "state", "adjective", "person", "title", "body", "group", "region", "place", "capital", "anaphor", "pronoun"
]

MEDIUM = "medium:"
"""How the source of a mention begins that only says whose a medium is that tells the news."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``start`` to ``end`` (excluded) of a sentence, with the ``codes`` they stand for.

    Two for "both sides", none for people whom nobody knows.

    ``span``: the same stretch in the document. ``sector``: a PLOVER sector. ``source``: the lexicon entry or rule that
    gave the codes. ``apposition``: a name and a title told as one. ``locative``: told as a place ("in Iraq").
    ``dateline``: only where the report is from («بیشکک - خبرگزاری کابار: ...»).
    ``joined``: and, or a comma, alone stands between it and the mention before.
    """

    codes: tuple[str, ...]
    span: Span
    start: int
    end: int
    kind: MentionKind
    sector: str | None = None
    source: str = ""
    apposition: bool = False
    locative: bool = False
    joined: bool = False
    dateline: bool = False
