"""A project: what was read and coded, kept in one file, to be asked."""

from __future__ import annotations

import datetime
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ravabet import explaining
from ravabet.explaining import Answer
from ravabet.model import Coding, Document, InputError
from ravabet.store import values
from ravabet.store.file import DEFAULT, SCHEMA, VARIABLE, attached, schema_of
from ravabet.store.filters import DYADS, FACETS, ORDERS, READ, EventFilter, condition, facets
from ravabet.store.locking import writing
from ravabet.store.search.finding import Results, search

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

Row = dict[str, Any]
MOST = 500
"""Documents that an answer is made of, unless more are asked for."""
AT_ONCE = 200
"""Documents fetched together."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a project holds. ``documents`` are those that were read, and ``repaired``, ``copies`` and ``languages``
    are of these; ``imported``: what events of other data sets name as their source, without a text."""

    documents: int
    imported: int
    events: int
    reasons: int
    occurrences: int
    rejected: int
    repaired: int
    copies: int
    languages: dict[str, int]
    first: datetime.date | None
    last: datetime.date | None


def default_path() -> Path:
    """The project file where none is named: that of the environment, else ``ravabet.duckdb`` in the folder."""
    return Path(os.environ.get(VARIABLE) or DEFAULT)


class Project:
    """A project file, read only. It may be asked from many threads; when the file is replaced, the new one is read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._local = threading.local()
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._stamp: tuple[int, int, int] | None = None
        self._turn = 0
        self._open()

    @classmethod
    def open(cls, path: str | Path | None = None, *, create: bool = False) -> Project:
        """The project of a file, made empty with ``create`` where there is none; raises InputError in one sentence."""
        place = Path(path) if path is not None else default_path()
        if create and not place.exists():
            with writing(place):
                pass  # which makes it
        if not place.exists():
            message = f"{place}: there is no such project file; make one with `ravabet add INPUT... -p {place}`"
            raise InputError(message)
        project = cls(place)
        if project.version < SCHEMA:
            with writing(place):
                pass  # which brings it to today's schema; the new file is seen at the next question
        return project

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- asking

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """The cursor of this thread on the file as it is now."""
        if self._seen() != self._stamp:
            self._open()
        kept: tuple[int, duckdb.DuckDBPyConnection] | None = getattr(self._local, "cursor", None)
        if kept is None or kept[0] != self._turn:
            with self._lock:
                if self._connection is None:
                    message = f"{self.path}: this project was closed; open it again"
                    raise InputError(message)
                cursor = self._connection.cursor()
            cursor.execute("USE project")
            kept = (self._turn, cursor)
            self._local.cursor = kept
        return kept[1]

    def query(self, sql: str, *given: object) -> list[tuple[Any, ...]]:
        """The rows that a query of SQL gives, with ``given`` for its question marks."""
        return self.cursor().execute(sql, list(given)).fetchall()

    def rows(self, sql: str, *given: object) -> list[Row]:
        """The same with the names of the columns."""
        found = self.cursor().execute(sql, list(given))
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def arrow(self, sql: str, *given: object) -> pa.Table:
        """The same as a table of Arrow; needs the extra ``frames``."""
        return self.cursor().execute(sql, list(given)).to_arrow_table()

    @property
    def version(self) -> int:
        """The number of the file's schema."""
        return schema_of(self.cursor(), self.path)

    @property
    def dataset(self) -> str:
        """The id of this project, made when it was made."""
        return str(self.meta["dataset"])

    @property
    def lexicon(self) -> str:
        """The version of the lexicon of the latest run that coded something, empty where none did."""
        found = self.query("SELECT lexicon FROM run WHERE lexicon <> '' ORDER BY started DESC LIMIT 1")
        return str(found[0][0]) if found else ""

    @property
    def meta(self) -> dict[str, str]:
        """What the file says of itself."""
        return dict(self.query("SELECT key, value FROM meta"))

    @property
    def stamp(self) -> tuple[int, int, int]:
        """What changes when the file is replaced: a key for what is kept of its answers."""
        return self._seen()

    def counts(self) -> Counts:
        """How much the project holds."""
        tables = ("event", "reason", "occurrence", "reject")
        counted = ", ".join(f"(SELECT count(*) FROM {table})" for table in tables)
        ((events, reasons, occurrences, rejected),) = self.query(f"SELECT {counted}")
        ((documents, imported, repaired, copies, first, last),) = self.query(
            f"SELECT count(*) FILTER ({READ}), count(*) FILTER (NOT {READ}), count(*) FILTER (repaired), "
            f"count(copy_of) FILTER ({READ}), min(published), max(published) FROM document"
        )
        languages = self.query(f"SELECT language, count(*) FROM document WHERE {READ} GROUP BY 1 ORDER BY 2 DESC, 1")
        told = {name or "": number for name, number in languages}
        return Counts(
            *(documents, imported, events, reasons, occurrences, rejected, repaired, copies), told, first, last
        )

    # --- documents

    def doc_of(self, id: str) -> str | None:
        """The permanent id of a document by that or by the id it came with (the first such)."""
        found = self.query(
            "SELECT doc FROM document WHERE doc = ? OR id = ? ORDER BY doc != ?, doc LIMIT 1", id, id, id
        )
        return found[0][0] if found else None

    def document(self, doc: str) -> Document | None:
        """A document whole, with repair and layout; its id is the permanent one."""
        found = self.rows("SELECT * FROM document WHERE doc = ?", doc)
        return values.document_of(found[0]) if found else None

    def coding(self, doc: str) -> Coding | None:
        """A document with its events and reasons."""
        return next(self.codings([doc]), None)

    def codings(self, docs: Iterable[str]) -> Iterator[Coding]:
        """Documents with their events and reasons, in the order of ``docs``; unknown ids are left out."""
        wanted = list(docs)
        for at in range(0, len(wanted), AT_ONCE):
            part = wanted[at : at + AT_ONCE]
            documents = {
                row["doc"]: row for row in self.rows("SELECT * FROM document WHERE doc IN (SELECT unnest(?))", part)
            }
            events = self._of_docs("event", part, "sentence_start, trigger_start, event")
            reasons = self._of_docs("reason", part, "sentence_start, cause_start, reason")
            for doc in part:
                if doc in documents:
                    yield values.coding(documents[doc], events.get(doc, ()), reasons.get(doc, ()))

    def _of_docs(self, table: str, docs: Sequence[str], order: str) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self.rows(f"SELECT * FROM {table} WHERE doc IN (SELECT unnest(?)) ORDER BY {order}", list(docs)):
            found.setdefault(row["doc"], []).append(row)
        return found

    def documents_about(
        self,
        a: str,
        b: str,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        most: int = MOST,
    ) -> list[str]:
        """Documents for an answer, in the order of publication: those that tell events of both sides, then those that
        give reasons for an event of either; at most ``most``, those with most reasons and events first.

        Events of other data sets have no text, and so no part in an answer: nothing is told without a quote.
        """
        sql = """
            WITH shared AS (SELECT doc, count(*) AS n FROM pair
                            WHERE ((a = ? AND b = ?) OR (a = ? AND b = ?)) AND (? IS NULL OR day >= ?)
                              AND (? IS NULL OR day <= ?) GROUP BY doc),
                 either AS (SELECT doc, count(*) AS n FROM event WHERE has_reason
                              AND list_has_any(actors || recipients, [?, ?]) GROUP BY doc),
                 chosen AS (SELECT doc, coalesce(shared.n, 0) AS told, coalesce(either.n, 0) AS reasons
                            FROM shared FULL JOIN either USING (doc)
                            WHERE doc IN (SELECT doc FROM document WHERE origin = 'coded')
                            ORDER BY told > 0 DESC, reasons DESC, told DESC, doc LIMIT ?)
            SELECT doc FROM chosen JOIN document USING (doc) ORDER BY published NULLS LAST, doc"""
        bounds = (since, since, until, until)
        return [row[0] for row in self.query(sql, a, b, b, a, *bounds, a, b, most)]

    def why(
        self,
        a: str,
        b: str,
        *,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        depth: int | None = None,
        most: int = MOST,
    ) -> Answer:
        """Why relations between the actors with codes ``a`` and ``b`` changed, by what the project holds."""
        codings = list(self.codings(self.documents_about(a, b, since, until, most)))
        return explaining.why(codings, a, b, since=since, until=until, depth=depth)

    # --- events

    def events(self, asked: EventFilter | None = None) -> list[Row]:
        """The events that fit, as rows of table event."""
        asked = asked or EventFilter()
        where, given = condition(asked)
        order = ORDERS[asked.order]
        chosen = f"SELECT rowid FROM event WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
        # all columns are read of the chosen rows alone
        sql = f"SELECT * FROM event WHERE rowid IN ({chosen}) ORDER BY {order}"
        return self.rows(sql, *given, asked.limit, asked.offset)

    def event(self, id: str) -> Row | None:
        """One event by its permanent id."""
        found = self.rows("SELECT * FROM event WHERE event = ?", id)
        return found[0] if found else None

    def count_events(self, asked: EventFilter | None = None) -> int:
        """How many events fit."""
        where, given = condition(asked or EventFilter())
        return int(self.query(f"SELECT count(*) FROM event WHERE {where}", *given)[0][0])

    def facets(self, asked: EventFilter | None = None) -> dict[str, list[tuple[str, int]]]:
        """How many of the events that fit have each value; of dyads as ``A-B`` in the order of the alphabet."""
        where, given = condition(asked or EventFilter())
        within = "true" if where == "true" else f"event IN (SELECT event FROM event WHERE {where})"
        found: dict[str, list[tuple[str, int]]] = {"dyad": _counted(self.query(DYADS.format(where=within), *given))}
        found |= {name: [] for name in FACETS}
        for name, _, value, number in self.query(facets(where), *given):
            found[name].append((value, int(number)))
        return found

    def search(self, text: str, *, limit: int = 20, offset: int = 0, exact: bool = False) -> Results:
        """The documents that answer ``text`` (see ``store.search.query``), the best first."""
        return search(self, text, limit=limit, offset=offset, exact=exact)

    # --- the file

    def _seen(self) -> tuple[int, int, int]:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return self._stamp or (0, 0, 0)
        return found.st_ino, found.st_mtime_ns, found.st_size

    def _open(self) -> None:
        with self._lock:
            stamp = self._seen()
            if stamp == self._stamp and self._connection is not None:
                return
            connection = attached(self.path)
            try:
                schema_of(connection, self.path)
            except InputError:
                connection.close()
                raise
            # the old connection stays alive until the last cursor on it is gone
            self._connection, self._stamp, self._turn = connection, stamp, self._turn + 1


def _counted(rows: Iterable[tuple[Any, ...]]) -> list[tuple[str, int]]:
    return [(str(value), int(number)) for value, number in rows]
