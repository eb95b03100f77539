"""The index: made of each document where it is coded, brought into the file when its shard is merged.

Postings stand in segments, each in the order of its stems, so that only a part of it is read for a stem. A new segment
takes the small ones before it up, so that there are never many.
"""

from __future__ import annotations

import json
import tempfile
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ravabet.language.stems import VERSION, terms
from ravabet.model import Span
from ravabet.store.file import literal

if TYPE_CHECKING:
    import duckdb

Row = dict[str, Any]
SHAPE = {
    "words": "INTEGER",
    "postings": "STRUCT(stem VARCHAR, titled UTINYINT, places UINTEGER[], forms VARCHAR[])[]",
    "quoted": 'STRUCT("first" UINTEGER, "last" UINTEGER)[]',
}
"""What ``postings`` gives, as columns of SQL."""
TEXT = 128
"""The place of a text's first word; those before are the title's, so that no phrase runs from one into the other."""
TITLED = TEXT - 8
"""Words of a title that are kept."""
LARGE = 20_000
"""Documents of a segment that is not taken up any more."""
AT_ONCE = 1000
"""Documents that are indexed together where they came without postings."""
VERSIONED, SEGMENTS = "search_version", "search_segments"
"""What table meta calls the version of the stems, and the segments: their last number and their documents."""


def postings(title: str | None, text: str, language: str | None, sentences: Iterable[Span] = ()) -> Row:
    """The length of a document in words, for each stem its places and written forms, and the places of sentences.

    ``sentences``: those from which events were coded.
    """
    found: dict[str, list[int]] = defaultdict(list)
    forms: dict[str, set[str]] = defaultdict(set)
    starts, ends = [], []
    words = 0
    for first, part in ((0, title or ""), (TEXT, text)):
        for place, term in enumerate(terms(part, language), first):
            if first == 0 and place >= TITLED:
                break
            words += 1
            for stem in term.stems:
                found[stem].append(place)
                forms[stem].add(term.folded)
            if first:
                starts.append(term.start)
                ends.append(term.end)
    rows = [
        {"stem": stem, "titled": sum(place < TEXT for place in found[stem]), "places": found[stem]}
        | {"forms": sorted(forms[stem])}
        for stem in sorted(found)
    ]
    spans = sorted({(bisect_left(starts, span.start), bisect_right(ends, span.end) - 1) for span in sentences})
    quoted = [{"first": TEXT + first, "last": TEXT + last} for first, last in spans if last >= first]
    return {"words": words, "postings": rows, "quoted": quoted}


def index(connection: duckdb.DuckDBPyConnection, source: str) -> None:
    """Bring the postings of new documents (table new_document) into the file, inside the transaction of a merge.

    ``source`` is a table of SQL with the columns ``document`` (with ``doc``) and those of SHAPE. Documents that the
    file holds without postings of this version are indexed, too.
    """
    _outdated(connection)
    columns = ", ".join(f"any_value({name}) AS {name}" for name in SHAPE)
    _bring(
        connection,
        f"SELECT document.doc AS doc, {columns} FROM {source} "
        "WHERE words > 0 AND document.doc IN (SELECT doc FROM new_document) GROUP BY 1",
    )
    renew(connection)


def renew(connection: duckdb.DuckDBPyConnection) -> int:
    """Index the documents that the file holds without postings of this version, inside a transaction; how many."""
    _outdated(connection)
    docs = connection.execute(
        "SELECT doc FROM document WHERE origin = 'coded' AND coalesce(text, title, '') <> '' "
        "AND doc NOT IN (SELECT doc FROM searched) ORDER BY doc"
    ).fetchall()
    for at in range(0, len(docs), AT_ONCE):
        part = [doc for (doc,) in docs[at : at + AT_ONCE]]
        with tempfile.TemporaryDirectory() as folder:
            lines = Path(folder) / "postings.jsonl"
            with lines.open("w", encoding="utf-8") as out:
                out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in _made(connection, part))
            shape = ", ".join(f"{name}: '{kind}'" for name, kind in {"doc": "VARCHAR", **SHAPE}.items())
            _bring(
                connection,
                f"SELECT * FROM read_json({literal(lines)}, format='newline_delimited', "
                f"maximum_object_size={lines.stat().st_size + 1}, columns={{{shape}}})",
            )
    return len(docs)


def _made(connection: duckdb.DuckDBPyConnection, docs: list[str]) -> Iterator[Row]:
    """Documents of the file with what is to be known of them."""
    sentences: dict[str, list[Span]] = defaultdict(list)
    within = "doc IN (SELECT unnest(?))"
    for doc, start, end in connection.execute(
        f"SELECT doc, sentence_start, sentence_end FROM event WHERE origin = 'coded' AND {within}", [docs]
    ).fetchall():
        sentences[doc].append(Span(start, end))
    rows = connection.execute(f"SELECT doc, title, text, language FROM document WHERE {within}", [docs]).fetchall()
    for doc, title, text, language in rows:
        yield {"doc": doc, **postings(title, text or "", language, sentences[doc])}


def _outdated(connection: duckdb.DuckDBPyConnection) -> None:
    """Empty an index whose stems are of another version."""
    kept = connection.execute("SELECT value FROM meta WHERE key = ?", [VERSIONED]).fetchone()
    if kept and kept[0] == str(VERSION):
        return
    for table in ("searched", "posting", "word", "quoted"):
        connection.execute(f"DELETE FROM {table}")
    facts = [(VERSIONED, str(VERSION)), (SEGMENTS, "[]")]
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", facts)


def _bring(connection: duckdb.DuckDBPyConnection, rows: str) -> None:
    """Put documents with their postings, given by a query of SQL, into the tables of the index."""
    segments = _segments(connection)
    last = segments[-1][0] if segments else 0
    connection.execute(
        f"CREATE TEMP TABLE new_searched AS SELECT {last} + row_number() OVER (ORDER BY doc) AS no, * FROM ({rows})"
    )
    connection.execute("""
        CREATE TEMP TABLE new_posting AS
        SELECT p.stem AS stem, no, p.titled AS titled, least(len(p.places), 255) AS often,
               least(words, 65535) AS words, p.places AS places, p.forms AS forms
        FROM (SELECT no, words, unnest(postings) AS p FROM new_searched)""")
    connection.execute("INSERT INTO searched SELECT no, doc, words FROM new_searched")
    connection.execute(
        'INSERT INTO quoted SELECT no, q."first", q."last" FROM (SELECT no, unnest(quoted) AS q FROM new_searched)'
    )
    connection.execute("""
        INSERT INTO word SELECT form, stem FROM (SELECT DISTINCT unnest(forms) AS form, stem FROM new_posting)
        ANTI JOIN word USING (form, stem) ORDER BY form""")
    _take_up(connection, segments)
    connection.execute(
        "INSERT INTO posting SELECT stem, no, titled, often, words, places FROM new_posting ORDER BY stem, no"
    )
    for table in ("new_searched", "new_posting"):
        connection.execute(f"DROP TABLE {table}")


def _segments(connection: duckdb.DuckDBPyConnection) -> list[tuple[int, int]]:
    kept: Any = connection.execute("SELECT value FROM meta WHERE key = ?", [SEGMENTS]).fetchone()
    return [(int(last), int(number)) for last, number in json.loads(kept[0])]


def _take_up(connection: duckdb.DuckDBPyConnection, segments: list[tuple[int, int]]) -> None:
    """Move the last segments that are not much larger than the new one into it, and note the segments."""
    row: Any = connection.execute("SELECT count(*), max(no) FROM new_searched").fetchone()
    number, last = int(row[0]), row[1]
    if not number:
        return
    known = len(segments)
    while segments and segments[-1][1] <= min(2 * number, LARGE):
        number += segments.pop()[1]
    if len(segments) < known:
        after = segments[-1][0] if segments else 0
        connection.execute("INSERT INTO new_posting SELECT *, NULL FROM posting WHERE no > ?", [after])
        connection.execute("DELETE FROM posting WHERE no > ?", [after])
    told = json.dumps([*segments, (int(last), number)])
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [SEGMENTS, told])


def forget(connection: duckdb.DuckDBPyConnection, docs: str) -> None:
    """Take documents out of the index; ``docs`` is a query of SQL for their ids."""
    for table in ("posting", "quoted"):
        connection.execute(f"DELETE FROM {table} WHERE no IN (SELECT no FROM searched WHERE doc IN ({docs}))")
    connection.execute(f"DELETE FROM searched WHERE doc IN ({docs})")
