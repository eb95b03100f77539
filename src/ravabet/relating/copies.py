"""Which documents say the same in the same words: a syndicated report is one source, however often it is printed.

Documents are compared by the runs of words they share (Broder, "On the resemblance and containment of documents",
1997).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from ravabet.lexicon import fold
from ravabet.model import Document

_ONE_OF_MANY = re.compile(r":\d+$")
RUN = 5
"""Words in a row that are compared as one; shorter runs are shared by chance."""
COPIED = 0.6
"""A document is a copy of another if so much of the shorter one stands in the longer one, as a share of its runs."""
COMMON = 64
"""A run that stands in so many originals is a formula of the trade and tells no copy."""


def originals(documents: Sequence[Document]) -> tuple[int, ...]:
    """For each document the index of the one it copies, or its own: the earliest published is the original.

    Among documents without a day of publication, which come last, the first given is the original.
    """
    runs = [_runs(document) for document in documents]
    found = list(range(len(documents)))
    holders: dict[str, list[int]] = defaultdict(list)
    for index in sorted(found, key=lambda i: (str(documents[i].published or "9999"), i)):
        original = _copied(runs, index, holders)
        if original is not None:
            found[index] = original
            continue
        for run in runs[index]:
            holders[run].append(index)
    return tuple(found)


def voices(documents: Sequence[Document], first: Sequence[int]) -> dict[int, str]:
    """Who speaks in each document, by ``id()``: the source of its original, else the original itself.

    ``first`` is what ``originals`` gives for them. Documents of one source, and copies of them in others, are one
    voice.
    """
    spoken = {}
    for document, original in zip(documents, first, strict=True):
        spoken[id(document)] = _source(documents[original]) or f"#{original}"
    return spoken


def _source(document: Document) -> str:
    """The folded name of a document's source, empty where none is known: the name of a file names none."""
    source = " ".join(fold(document.source or "").split())
    file = PurePath(_ONE_OF_MANY.sub("", document.path or "")).name
    names = (" ".join(fold(name).split()) for name in (file, PurePath(file).stem))
    return "" if source in names else source


def _copied(runs: Sequence[frozenset[str]], index: int, holders: Mapping[str, Sequence[int]]) -> int | None:
    """The original that shares most with document ``index``, if it shares enough."""
    shared: Counter[int] = Counter()
    for run in runs[index]:
        known = holders.get(run, ())
        if len(known) < COMMON:
            shared.update(known)
    shares = ((count / min(len(runs[index]), len(runs[other])), -other) for other, count in shared.items())
    share, place = max(shares, default=(0.0, 0))
    return -place if share >= COPIED else None


def _runs(document: Document) -> frozenset[str]:
    """Every run of words of a document, folded, without its punctuation; all its words where they are few."""
    bare = "".join(char if char.isalnum() else " " for char in fold(document.text))
    words = bare.split()
    if not words:
        return frozenset()
    return frozenset(" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))
