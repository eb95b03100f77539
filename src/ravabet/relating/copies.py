"""Which documents say the same in the same words: a syndicated report is one source, however often it is printed.

Documents are compared by the runs of words they share (Broder, "On the resemblance and containment of documents",
1997). Which documents of a large file are worth comparing is told by a small signature of each, a fixed share of its
hashed runs (FracMinHash; Irber et al., "Lightweight compositional analysis of metagenomes with FracMinHash", 2022):
unlike MinHash of a fixed length it also finds a short text that stands in a long one, a cut wire report.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
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
KEPT_OF = 8
"""Of so many runs one is in the signature."""
LEAST_KEPT, MOST_KEPT = 12, 40
"""A signature has at least so many numbers, if the text has, so that those of short reports are not all lost by a cut;
and at most so many (320 bytes). Kept are always the least."""


def originals(documents: Sequence[Document]) -> tuple[int, ...]:
    """For each document the index of the one it copies, or its own: the earliest published is the original.

    Among documents without a day of publication, which come last, the first given is the original.
    """
    runs = [_runs_of(document.text) for document in documents]
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


def signature(text: str) -> tuple[int, ...]:
    """Unsigned 64-bit numbers, ascending, of which copies of one text share most; empty for a text of a few words."""
    runs = _runs_of(text)
    hashed = sorted(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) for run in runs)
    return tuple(hashed[: min(MOST_KEPT, max(LEAST_KEPT, len(hashed) // KEPT_OF))])


def copied_from(
    new: Sequence[Document], known: Sequence[Document], signatures: Mapping[str, Iterable[int]]
) -> dict[str, str]:
    """For each of ``new`` that copies another document, the id of that original; ids are ``Document.id``.

    ``known`` are originals of old: they stay so. Among ``new`` the earliest published is the original. ``signatures``
    holds those of all documents by id; only documents that share a number of them are compared, word by word.
    """
    holders: dict[int, list[Document]] = defaultdict(list)
    found: dict[str, str] = {}
    ordered = sorted(new, key=lambda document: (str(document.published or "9999"), document.id))
    for fixed, document in (*((True, one) for one in known), *((False, one) for one in ordered)):
        numbers = tuple(signatures.get(document.id, ()))
        original = None if fixed else _closest(document, numbers, holders)
        if original is not None:
            found[document.id] = original.id
            continue
        for number in numbers:
            holders[number].append(document)
    return found


def _closest(document: Document, numbers: Iterable[int], holders: Mapping[int, list[Document]]) -> Document | None:
    """The original that shares most of the runs of ``document``, the first known of equals, if it shares enough."""
    near: dict[str, Document] = {}
    for number in numbers:
        held = holders.get(number, ())
        if len(held) < COMMON:
            near.update((one.id, one) for one in held if one.id not in near)
    best, most = None, COPIED
    for one in near.values():
        share = shared(document.text, one.text)
        if share > most or (best is None and share >= most):
            best, most = one, share
    return best


def shared(one: str, other: str) -> float:
    """How much of the shorter of two texts stands in the longer one, as a share (0 to 1) of its runs of words."""
    first, second = _runs_of(one), _runs_of(other)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def voices(documents: Sequence[Document], first: Sequence[int]) -> dict[int, str]:
    """Who speaks in each document, by ``id()``: the source of its original, else the original itself.

    ``first`` is what ``originals`` gives for them. Documents of one source, and copies of them in others, are one
    voice.
    """
    spoken = {}
    for document, original in zip(documents, first, strict=True):
        spoken[id(document)] = source_name(documents[original]) or f"#{original}"
    return spoken


def source_name(document: Document) -> str:
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


@lru_cache(maxsize=512)
def _runs_of(text: str) -> frozenset[str]:
    """Every run of words of a text, folded, without its punctuation; all its words where they are few."""
    bare = "".join(char if char.isalnum() else " " for char in fold(text))
    words = bare.split()
    if not words:
        return frozenset()
    return frozenset(" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))
