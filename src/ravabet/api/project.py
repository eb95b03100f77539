"""A project to ask from Python: documents, events, reasons, occurrences, relations, networks, answers."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ravabet import store
from ravabet.api.frame import Asked, Frame
from ravabet.explaining import Answer, bound, code_of
from ravabet.explaining.render import render
from ravabet.export.formats import export, format_of
from ravabet.export.graph import graph
from ravabet.export.incoming import Account, incoming
from ravabet.export.sources import FromProject
from ravabet.lexicon import QUAD_COLUMNS
from ravabet.model import Document, UsageError
from ravabet.relating.series import By, Period
from ravabet.store import Counts, EventFilter
from ravabet.store.filters import ORDERS, condition
from ravabet.store.relations import series, turns

if TYPE_CHECKING:
    import networkx

    from ravabet.scale import RunReport
    from ravabet.store.merging import Merged

Day = datetime.date | str | None
EVENT = (
    *("event", "day", "date", "precision", "type", "mode", "actors", "recipients", "status", "speaker", "score"),
    *("confidence", "quote", "trigger", "place", "country", "latitude", "longitude", "amount", "unit", "context"),
    *("quad", "frame", "has_reason", "source", "language", "origin", "doc", "occurrence"),
)
"""Columns of events, as table event has them."""
DOCUMENT = (
    *("doc", "id", "title", "source", "author", "published", "language", "characters", "repaired", "copy_of", "voice"),
    *("path", "origin", "problem_what"),
)
REASON = (
    *("reason", "kind", "cause", "effect", "cue", "speaker", "confidence", "quote", "cause_events", "effect_events"),
    "doc",
)

PERIOD = (
    *("start", "end", "occurrences", "reports", "voices", "mean", "low", "high", "total", "cooperation", "conflict"),
    *(*QUAD_COLUMNS, "read", "about", "covered"),
)
"""Columns of a relation's periods; ``low`` and ``high`` bound the mean score."""


class Reply:
    """An answer that shows itself in a notebook; ``answer`` is the answer with all its steps and quotes."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def text(self, language: str = "en") -> str:
        """The answer as text in fa, ar, ru or en; so it is printed."""
        return render(self.answer, language=language)

    def markdown(self, language: str = "en") -> str:
        """The answer as Markdown."""
        return render(self.answer, language=language, form="md")

    def html(self, language: str = "en") -> str:
        """The answer as a whole page of HTML."""
        return render(self.answer, language=language, form="html")

    __str__ = text

    def __repr__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        page = escape(self.html(), quote=True)
        return f'<iframe srcdoc="{page}" style="width:100%;height:40em;border:0" title="Ravabet"></iframe>'


class Project:
    """A project file, asked. Countries are given by code or by name in any of the four languages, days as ISO 8601."""

    def __init__(self, project: store.Project) -> None:
        self.store = project

    @classmethod
    def open(cls, path: str | Path | None = None, *, create: bool = False) -> Project:
        """The project of a file; raises InputError where there is none and it shall not be made."""
        return cls(store.Project.open(path, create=create))

    @classmethod
    def example(cls) -> Project:
        """The articles that come with Ravabet as a project; the first call makes it, in some ten seconds."""
        from ravabet.web.example import project  # noqa: PLC0415  only this needs it

        return cls.open(project(lambda _: None))

    @property
    def path(self) -> Path:
        """The file."""
        return self.store.path

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def counts(self) -> Counts:
        """How much the project holds."""
        return self.store.counts()

    def __repr__(self) -> str:
        held = self.counts()
        days = f", {held.first} to {held.last}" if held.first else ""
        told = f" and {held.imported} imported" if held.imported else ""
        return (
            f"Project {self.path}: {held.documents} documents{told}, {held.events} events, {held.reasons} reasons{days}"
        )

    # --- rows

    def documents(self, *, language: str | None = None, source: str | None = None) -> Frame:
        """The documents, without their texts; ``document`` gives one whole."""
        return self._asked(
            DOCUMENT,
            "document",
            "(? IS NULL OR language = ?) AND (? IS NULL OR source = ?)",
            (language, language, source, source),
            "published NULLS LAST, doc",
        )

    def document(self, id: str) -> Document | None:
        """A document with its text, by its permanent id or that which it came with; None where there is none."""
        doc = self.store.doc_of(id)
        return self.store.document(doc) if doc else None

    def events(self, a: str | None = None, b: str | None = None, *, limit: int | None = None, **asked: Any) -> Frame:  # noqa: ANN401
        """The events of ``a`` and ``b``, of one of them with anybody, or all; ``asked``: fields of ``EventFilter``."""
        wanted = asking(a, b, **asked)
        where, given = condition(wanted)
        return self._asked(EVENT, "event", where, given, ORDERS[wanted.order], limit)

    def reasons(self, a: str | None = None, b: str | None = None, **asked: Any) -> Frame:  # noqa: ANN401
        """The reasons that name one of these events; without anything asked all reasons."""
        if not (a or b or asked):
            return self._asked(REASON, "reason", "true", (), "doc, cause_start, reason")
        where, given = condition(asking(a, b, **asked))
        named = f"list_has_any(cause_events || effect_events, (SELECT list(event) FROM event WHERE {where}))"
        return self._asked(REASON, "reason", named, given, "doc, cause_start, reason")

    def occurrences(self, a: str | None = None, b: str | None = None, **asked: Any) -> Frame:  # noqa: ANN401
        """What these events are reports of: each occurrence once, with how many report it and since when."""
        where, given = condition(asking(a, b, **asked))
        held = f"occurrence IN (SELECT occurrence FROM event WHERE {where})"
        return self._asked(("*",), "occurrence", held, given, "day NULLS LAST, occurrence")

    def sql(self, query: str, *given: object) -> Frame:
        """The rows that a query of SQL gives; docs/store.md tells the tables."""
        return Asked(self.store, query, given)

    def search(self, text: str, *, limit: int = 20, exact: bool = False) -> Frame:
        """The documents that answer ``text``, the best first, each with the stretch that shows it."""
        names = ("doc", "score", "title", "source", "published", "language", "events")
        hits = self.store.search(text, limit=limit, exact=exact).hits
        rows = [[*(getattr(hit, name) for name in names), hit.snippet.text] for hit in hits]
        return Frame((*names, "snippet"), rows)

    def _asked(
        self,
        columns: Sequence[str],
        table: str,
        where: str,
        given: Sequence[object],
        order: str,
        limit: int | None = None,
    ) -> Frame:
        bound = "" if limit is None else f" LIMIT {int(limit)}"
        sql = f"SELECT {', '.join(columns)} FROM {table} WHERE {where} ORDER BY {order}{bound}"
        return Asked(self.store, sql, given)

    # --- what follows from them

    def why(
        self,
        a: str,
        b: str,
        *,
        since: Day = None,
        until: Day = None,
        depth: int | None = None,
        **how: Any,  # noqa: ANN401
    ) -> Reply:
        """Why relations between ``a`` and ``b`` changed; raises UsageError for an unknown country."""
        found = self.store.why(
            code_of(a), code_of(b), since=_day(since), until=_day(until, last=True), depth=depth, **how
        )
        return Reply(found)

    def network(self, **asked: Any) -> networkx.DiGraph[str]:  # noqa: ANN401
        """Who with whom: a graph of networkx, with events as ``weight`` and their mean ``score``."""
        return graph(FromProject(self.store, asking(**asked)).events())

    def relations(
        self,
        a: str,
        b: str,
        by: By = "month",
        *,
        since: Day = None,
        until: Day = None,
        least: float = 0.0,
        directed: bool = False,
    ) -> Frame:
        """How relations of two moved: a row a period, also where nothing happened, with the documents that were read.

        ``by``: day, week, month, quarter or year. Counts are of occurrences; bands hold 90 %. See docs/relations.md.
        """
        found = series(
            self.store, code_of(a), code_of(b), by, _day(since), _day(until, last=True), least, directed=directed
        )
        return Frame(PERIOD, [_period(period) for period in found.periods])

    def changes(self, a: str, b: str, *, least: float = 0.0) -> Frame:
        """The days on which relations of two turned, with the mean scores before and after, and the occurrences."""
        names = ("day", "kind", "before", "after", "confidence", "occurrences")
        found = turns(self.store, code_of(a), code_of(b), least)
        return Frame(names, [[_plain(getattr(change, name)) for name in names] for change in found])

    # --- in and out

    def export(
        self,
        path: str | Path,
        a: str | None = None,
        b: str | None = None,
        *,
        format: str | None = None,
        **asked: Any,  # noqa: ANN401
    ) -> list[Path]:
        """Write events to a file in a format (that of the file's end, where it is clear); the files that were written.

        ``strict=True`` leaves out fields and files of ours. Raises UsageError for an unknown format.
        """
        place, strict = Path(path), bool(asked.pop("strict", False))
        form = format or format_of(place)
        if form is None:
            message = f"{place}: its ending does not tell the format; say it with format="
            raise UsageError(message)
        source = FromProject(self.store, asking(a, b, **asked))
        return list(export(source, form, place, strict=strict).files)

    def add(self, *inputs: str | Path, **how: Any) -> RunReport:  # noqa: ANN401
        """Read, code and keep files and folders (see ``ravabet.scale.add``); what is there already is left as it is."""
        from ravabet.scale import add  # noqa: PLC0415  processes and locks, which asking does not need

        return add(list(inputs), self.path, **how)

    def bring(self, *files: str | Path, kind: str | None = None) -> tuple[Merged, Account]:
        """Bring in events of GDELT, ICEWS, POLECAT or ACLED files; what is new, and what became of the rows."""
        from ravabet.scale import bring  # noqa: PLC0415

        account = Account()
        records = incoming([Path(file) for file in files], kind, account=account)
        return bring(records, self.path, command="bring"), account


def asking(a: str | None = None, b: str | None = None, **asked: Any) -> EventFilter:  # noqa: ANN401
    """A filter of events: countries by code or name, days as dates or ISO 8601, one value or several.

    Raises UsageError for an unknown country or field.
    """
    fields: dict[str, Any] = {}
    for name, value in asked.items():
        if name not in EventFilter.__slots__:
            message = f"events are not asked by {name!r}; use {', '.join(EventFilter.__slots__)}"
            raise UsageError(message)
        if name in ("since", "until"):
            fields[name] = _day(value, last=name == "until")
        elif name in SEVERAL:
            fields[name] = (value,) if isinstance(value, str | int) else tuple(value)
        else:
            fields[name] = value
    return EventFilter(a=code_of(a) if a else None, b=code_of(b) if b else None, **fields)


SEVERAL = (
    *("types", "modes", "contexts", "quads", "statuses", "languages", "sources", "origins", "docs", "occurrences"),
)
"""Fields that take one value or several."""


def _day(value: Day, *, last: bool = False) -> datetime.date | None:
    """A bound as a day; of a month or year the first or last."""
    return bound(value, last=last) if isinstance(value, str) else value


def _period(period: Period) -> list[Any]:
    low, high = period.mean_band or (None, None)
    own = {"low": low, "high": high, **dict(zip(QUAD_COLUMNS, period.quads, strict=True))}
    return [own[name] if name in own else getattr(period, name) for name in PERIOD]


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
