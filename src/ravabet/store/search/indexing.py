"""The index: made of each document where it is coded, brought into the file when its shard is merged."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from ravabet.language.stems import terms
from ravabet.model import Document

if TYPE_CHECKING:
    import duckdb

GAP = 8
"""Places between title and text, so that no phrase runs from one into the other."""
MOST = 200
"""How often a title is said to hold a stem at most."""
UNSORTED = 0.25
"""The index is sorted anew when so much of it has come since it was: in order, only the part with a stem is read."""
KEPT = "search_sorted"
"""What table meta calls the number of postings that are in order."""
Posting = tuple[str, int, list[int]]


def postings(document: Document) -> tuple[int, list[Posting]]:
    """The length of a document in words, and for each stem how often the title has it and where it stands."""
    places: dict[str, list[int]] = defaultdict(list)
    at = 0
    for term in terms(document.title or "", document.language):
        places[term.stem].append(at)
        at += 1
    title = at
    at += GAP if title else 0
    for term in terms(document.text, document.language):
        places[term.stem].append(at)
        at += 1
    rows = [(stem, min(sum(n < title for n in found), MOST), found) for stem, found in places.items()]
    return at, sorted(rows)


def index(connection: duckdb.DuckDBPyConnection, source: str) -> None:
    """Bring the postings of new documents (table new_document) into the file, inside the transaction of a merge.

    ``source`` is a table of SQL with the columns ``document`` (with ``doc``), ``words`` and ``postings``.
    """
    connection.execute(f"""
        CREATE TEMP TABLE new_searched AS
        SELECT (SELECT coalesce(max(no), 0) FROM searched) + row_number() OVER (ORDER BY doc) AS no,
               doc, words, postings
        FROM (SELECT document.doc AS doc, any_value(words) AS words, any_value(postings) AS postings FROM {source}
              WHERE document.doc IN (SELECT doc FROM new_document) GROUP BY 1)""")
    connection.execute("INSERT INTO searched SELECT no, doc, words FROM new_searched")
    connection.execute("""
        INSERT INTO posting SELECT p.stem, no, p.titled, p.places
        FROM (SELECT no, unnest(postings) AS p FROM new_searched) ORDER BY 1, 2""")
    connection.execute("DROP TABLE new_searched")
    _sort(connection)


def _sort(connection: duckdb.DuckDBPyConnection) -> None:
    """Put the postings in order, where much has come since they last were."""
    row: Any = connection.execute("SELECT count(*) FROM posting").fetchone()
    kept = connection.execute("SELECT value FROM meta WHERE key = ?", [KEPT]).fetchone()
    number, ordered = int(row[0]), int(kept[0]) if kept else 0
    if number - ordered <= UNSORTED * number:
        return
    connection.execute("CREATE TABLE sorted AS SELECT * FROM posting ORDER BY stem, no")
    connection.execute("DROP TABLE posting")
    connection.execute("ALTER TABLE sorted RENAME TO posting")
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [KEPT, str(number)])


def forget(connection: duckdb.DuckDBPyConnection, docs: str) -> None:
    """Take documents out of the index; ``docs`` is a query of SQL for their ids."""
    connection.execute(f"DELETE FROM posting WHERE no IN (SELECT no FROM searched WHERE doc IN ({docs}))")
    connection.execute(f"DELETE FROM searched WHERE doc IN ({docs})")
