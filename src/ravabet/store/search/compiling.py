"""A question as one query of SQL over the index: the documents that fit, with their weights.

Ranked by BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009); a stem in the title counts more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ravabet.store.search.indexing import TEXT
from ravabet.store.search.query import Part, Query, Value, Words

K, B = 1.2, 0.75
"""How soon more of the same word counts no more, and how much long texts are marked down: the usual values."""
TITLE = 3.0
"""How often a word of the title counts beyond itself."""
OF_DOCUMENT = {
    "source": "source IN (SELECT unnest(?))",
    "lang": "language IN (SELECT unnest(?))",
    "since": "published >= CAST(?[1] AS DATE)",
    "until": "published <= CAST(?[1] AS DATE)",
}
OF_EVENT = {
    "actor": "(list_contains(actors, ?[1]) OR list_contains(recipients, ?[1]))",
    "type": "type IN (SELECT unnest(?))",
}
"""Where a document, or an event that it tells, has a value, as SQL; the question mark is a list of values."""
Stems = Callable[[str], Sequence[str]]
Values = Callable[[Value], Sequence[str]]


@dataclass
class Compiler:
    """Makes the query, for ``number`` documents of ``average`` words.

    ``beginning``: the stems of words that begin so; ``values``: what a condition's value may be in the file.
    """

    number: int
    average: float
    beginning: Stems
    values: Values
    tables: list[str] = field(default_factory=list)
    given: list[object] = field(default_factory=list)

    def compile(self, query: Query) -> tuple[str, list[object]]:
        """SQL of table ``found`` (``no``, ``w``: its weight) for WITH, and what its question marks stand for."""
        limits = [group[0] for group in query.groups if len(group) == 1 and _limits(group[0])]
        groups = [self._group(group) for group in query.groups if group[0] not in limits or len(group) > 1]
        if limits:
            groups.append(self._having(limits))
        denied = [self._part(part) for part in query.denied]
        joins = "".join(f" JOIN {name} USING (no)" for name in groups[1:])
        lacks = "".join(f" ANTI JOIN {name} USING (no)" for name in denied)
        weight = " + ".join(f"{name}.w" for name in groups)
        self._table("found", f"SELECT no, {weight} AS w FROM {groups[0]}{joins}{lacks}")
        return "WITH " + ",\n".join(self.tables), self.given

    def _table(self, name: str, sql: str, *given: object) -> str:
        self.tables.append(f"{name} AS ({sql})")
        self.given += given
        return name

    def _new(self, letter: str) -> str:
        return f"{letter}{len(self.tables)}"

    def _group(self, group: tuple[Part, ...]) -> str:
        names = [self._part(part) for part in group]
        if len(names) == 1:
            return names[0]
        every = " UNION ALL ".join(f"SELECT no, w FROM {name}" for name in names)
        return self._table(self._new("g"), f"SELECT no, sum(w) AS w FROM ({every}) GROUP BY no")

    def _part(self, part: Part) -> str:
        if isinstance(part, Words):
            return self._words(part)
        return self._having([part])

    def _having(self, parts: Sequence[Part]) -> str:
        """Documents that meet conditions, either all on the document or one on its events."""
        values = [part for part in parts if isinstance(part, Value)]
        table, known = ("event", OF_EVENT) if values[0].field in OF_EVENT else ("document", OF_DOCUMENT)
        where = " AND ".join(known[value.field] for value in values)
        given = [list(self.values(value)) for value in values for _ in range(known[value.field].count("?"))]
        docs = f"SELECT no, 0.0 AS w FROM searched WHERE doc IN (SELECT doc FROM {table} WHERE {where})"
        return self._table(self._new("v"), docs, *given)

    def _words(self, words: Words) -> str:
        """Documents that have the words, next to each other and in their place."""
        stems = [sorted(forms) for forms in words.stems]
        if words.beginning is not None:
            stems[-1] = sorted(self.beginning(words.beginning))
        rows = [self._row(forms) for forms in stems]
        first = rows[0]
        joins = "".join(f" JOIN {name} USING (no)" for name in rows[1:])
        if len(rows) > 1 or words.place != "text":
            joins += f" SEMI JOIN {self._placed(stems, words.place, rows)} USING (no)"
        weight = " + ".join(map(self._weight, rows))
        return self._table(self._new("w"), f"SELECT no, {weight} AS w FROM {first}{joins}")

    def _row(self, stems: list[str]) -> str:
        """For each document that has one of the stems: how often, and its length."""
        many = "SELECT no, sum(often + ? * titled) AS often, any_value(words) AS words FROM posting"
        one = "SELECT no, often + ? * titled AS often, words FROM posting WHERE stem = ?"
        name = self._new("r")
        if len(stems) == 1:
            return self._table(name, one, TITLE, stems[0])
        return self._table(name, f"{many} WHERE {_within(stems)} GROUP BY no", TITLE, *_listed(stems))

    def _weight(self, row: str) -> str:
        n = f"(SELECT count(*) FROM {row})"
        rarity = f"ln(1 + ({self.number} - {n} + 0.5) / ({n} + 0.5))"
        length = f"{K} * ({1 - B} + {B} * {row}.words / {self.average})"
        return f"{rarity} * {row}.often * {K + 1} / ({row}.often + {length})"

    def _placed(self, stems: list[list[str]], place: str, rows: list[str]) -> str:
        """Documents that have stems next to each other: in the title, in a coded sentence, or anywhere."""
        names = []
        having = f"SELECT no FROM {rows[0]}" + "".join(f" JOIN {row} USING (no)" for row in rows[1:])
        for n, forms in enumerate(stems):
            sql = (
                f"SELECT no, unnest(places)::INTEGER - {n} AS place FROM posting "
                f"WHERE {_within(forms)} AND no IN ({having})"
            )
            names.append(self._table(self._new("p"), sql, *_listed(forms)))
        joins = "".join(f" JOIN {name} USING (no, place)" for name in names[1:])
        last = len(stems) - 1
        where = {
            "text": "",
            "title": f" WHERE place + {last} < {TEXT}",
            "quote": f' JOIN quoted USING (no) WHERE place >= quoted."first" AND place + {last} <= quoted."last"',
        }[place]
        return self._table(self._new("s"), f"SELECT DISTINCT no FROM {names[0]}{joins}{where}")


def _limits(part: Part) -> bool:
    """Whether it is a condition on the document itself; all such are looked up together."""
    return isinstance(part, Value) and part.field in OF_DOCUMENT


MANY = 20
"""Stems that are given one by one; more as a list."""


def _within(stems: list[str]) -> str:
    return f"stem IN ({', '.join('?' * len(stems))})" if 0 < len(stems) <= MANY else "stem IN (SELECT unnest(?))"


def _listed(stems: list[str]) -> list[object]:
    return list(stems) if 0 < len(stems) <= MANY else [list(stems)]
