"""Rows that others made, brought into a project: events of other data sets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ravabet.scale.shards import Shards
from ravabet.store import default_path
from ravabet.store.locking import writing
from ravabet.store.merging import Facts, Merged, merge, now

LINES = 5000
"""Records of one shard."""


def bring(records: Iterable[Mapping[str, Any]], project: str | Path | None = None, *, command: str = "") -> Merged:
    """Bring records into a project file (made where there is none); what it holds is not brought twice.

    A record is ``{"document": {...}, "events": [{...}, ...], "reasons": [...]}`` with the columns of the tables, days
    as ISO 8601; columns that are left out are NULL. ``origin`` names the data set. Of a document that is known only
    the events come in that are not. Whoever is stopped brings the same again. Raises UsageError where another process
    writes.
    """
    path = Path(project) if project is not None else default_path()
    started = now()
    read = 0
    with writing(path):
        shards = Shards(path)
        with shards.writer(lines=LINES) as writer:
            for read, record in enumerate(records, 1):  # noqa: B007  the count goes into the report
                writer.write(json.dumps(record, ensure_ascii=False))
        waiting = shards.finished()  # those of an `add` that was stopped are whole, and come in too
        merged = merge(path, waiting, Facts(started, command, read=read))
        shards.remove(waiting)
    return merged
