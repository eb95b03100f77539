"""New documents and events find their place in the file: which copy others, which tell what was told before.

Both are called inside the transaction of a merge, when the new rows wait in ``new_document``, ``new_event`` and
``new_band``, before they go into the tables of the file.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ravabet.lexicon import TYPES, UNORDERED
from ravabet.model import Document
from ravabet.relating import Telling, copied_from, group, source_name
from ravabet.relating.copies import COMMON
from ravabet.relating.differing import clearest, counted, differing
from ravabet.relating.grouping import MOST_COMPARED
from ravabet.relating.telling import ordinal, place_key
from ravabet.relating.weighing import WEEK, kindred

if TYPE_CHECKING:
    import duckdb

AT_ONCE = 10_000
"""New events that are placed together, in the order of their days, so that memory stays small."""
TOLD = """e.event, e.doc, e.type, e.frame, e.actors, e.recipients, e.status, e.speaker, e.date, e.precision,
    e.place, e.amount, e.unit, e.quote, e.confidence, e.occurrence, d.published, d.language, d.voice"""
PAPERS = "(SELECT doc, published, language, voice FROM document UNION ALL FROM new_papers)"
KIN = ", ".join(f"('{one}', '{two}')" for one in TYPES for two in (one, *sorted(kindred(one))))
LONE = f"""(len(actors) + len(recipients) < 2 OR len(actors) = 0
    OR (len(recipients) = 0 AND type NOT IN ({", ".join(f"'{one}'" for one in sorted(UNORDERED))})))"""
NEAR = (
    f"""CREATE TEMP TABLE sought AS
    WITH told AS (
        SELECT type, {LONE} AS lone, list_sort(list_distinct(actors || recipients)) AS codes,
               unnest(list_distinct(list_filter([day, published], lambda one: one IS NOT NULL))) AS day
        FROM asked LEFT JOIN {PAPERS} USING (doc)),
    wide AS (
        SELECT DISTINCT other AS type, codes, lone, (day + unnest(range(-{WEEK}, {WEEK + 1}))::INTEGER)::DATE AS day
        FROM (SELECT DISTINCT * FROM told) JOIN (VALUES {KIN}) kin(type, other) USING (type)),
    one AS (SELECT *, unnest(codes) AS a FROM wide)
    SELECT DISTINCT type, day, a, b, lone FROM (SELECT *, unnest(codes) AS b FROM one) WHERE a <= b""",
    f"""CREATE TEMP TABLE placed AS
    WITH told AS (
        SELECT event, rowid AS place, type, day, actors, recipients FROM event
        WHERE day BETWEEN (SELECT min(day) FROM sought) AND (SELECT max(day) FROM sought)
        UNION ALL BY NAME SELECT event, type, day, actors, recipients FROM new_event WHERE occurrence IS NOT NULL),
    coded AS (SELECT *, {LONE} AS lone, list_sort(list_distinct(actors || recipients)) AS codes FROM told),
    one AS (SELECT event, place, type, day, lone, codes, unnest(codes) AS a FROM coded)
    SELECT event, place, type, day, a, b, lone FROM (SELECT *, unnest(codes) AS b FROM one) WHERE a <= b""",
    f"""CREATE TEMP TABLE near AS
    SELECT DISTINCT event, place FROM (
        SELECT * FROM placed SEMI JOIN sought USING (type, day, a, b) WHERE a < b
        UNION ALL
        SELECT p.* FROM placed p SEMI JOIN sought s
        ON p.type = s.type AND p.day = s.day AND p.a = s.a AND p.b = s.b AND (p.lone OR s.lone) WHERE p.a = p.b
    ) QUALIFY row_number() OVER (PARTITION BY type, day, a, b ORDER BY event) <= {MOST_COMPARED}""",
    """CREATE TEMP TABLE met AS
    SELECT * FROM event WHERE rowid IN (SELECT place FROM near)
    UNION ALL BY NAME SELECT * FROM new_event SEMI JOIN near USING (event) WHERE occurrence IS NOT NULL""",
)
"""The events of the file that those in ``asked`` are compared with: of a kindred type, within a week, and with two
parties in common (a row with ``a`` before ``b``) or one (``a`` is ``b``) where one of the two names a single side.
Chosen by the place of their rows, so that only theirs are read of a large file."""
SUMMED = """
    INSERT INTO occurrence
    SELECT s.occurrence, s.event, r.type, r.day, r.actors, r.recipients, s.reports, s.documents, s.voices,
           d.first, d.last, s.differs
    FROM summed s JOIN reported r USING (event)
         JOIN (SELECT occurrence, min(day) AS first, max(day) AS last FROM reported GROUP BY 1) d
         ON d.occurrence = s.occurrence
    ORDER BY r.day, s.occurrence"""
ALONE = """
    INSERT INTO occurrence
    SELECT occurrence, event, type, day, actors, recipients, 1, 1, 1, day, day, NULL
    FROM reported ANTI JOIN several USING (occurrence) ORDER BY day, occurrence"""
REPORTED = """
    CREATE TEMP TABLE reported AS
    SELECT * FROM event
    WHERE rowid IN (SELECT rowid FROM event WHERE occurrence IN (SELECT occurrence FROM new_event))
    UNION ALL BY NAME SELECT * FROM new_event"""
COLUMNS = "occurrence VARCHAR, event VARCHAR, reports INTEGER, documents INTEGER, voices INTEGER, differs JSON"


def place_copies(connection: duckdb.DuckDBPyConnection) -> int:
    """Fill ``copy_of`` and ``voice`` of every new document; how many are copies.

    What is in the file already is never a copy of what is new, so that voices do not change.
    """
    connection.execute(f"""
        CREATE TEMP TABLE met AS
        WITH here AS (
            SELECT band, doc FROM new_band UNION ALL SELECT band, doc FROM doc_band SEMI JOIN new_band USING (band))
        SELECT band, doc FROM here QUALIFY count(*) OVER (PARTITION BY band) BETWEEN 2 AND {4 * COMMON}""")
    signatures: dict[str, list[int]] = defaultdict(list)
    for band, doc in connection.execute("SELECT band, doc FROM met ORDER BY band, doc").fetchall():
        signatures[doc].append(band)
    new = _papers(connection, "new_document", "doc IN (SELECT doc FROM met)")
    known = _papers(connection, "document", "copy_of IS NULL AND doc IN (SELECT doc FROM met)")
    connection.execute("DROP TABLE met")
    copies = copied_from(new, known, signatures)
    _give_voices(connection, copies)
    return len(copies)


def _papers(connection: duckdb.DuckDBPyConnection, table: str, where: str) -> list[Document]:
    places = f"SELECT rowid FROM {table} WHERE {where}"
    rows = connection.execute(
        f"SELECT doc, text, published FROM {table} WHERE rowid IN ({places}) ORDER BY published, doc"
    )
    return [Document(doc, text or "", published=published) for doc, text, published in rows.fetchall()]


def _give_voices(connection: duckdb.DuckDBPyConnection, copies: Mapping[str, str]) -> None:
    """Who speaks in each new document: the source of its original."""
    voices: dict[str, str] = {}
    for doc, source, path in connection.execute("SELECT doc, source, path FROM new_document").fetchall():
        voices[doc] = source_name(Document(doc, "", source=source, path=path)) or f"#{doc}"
    originals = sorted(set(copies.values()) - voices.keys())
    old = "SELECT doc, voice FROM document WHERE doc IN (SELECT unnest(?::VARCHAR[]))"
    voices |= dict(connection.execute(old, [originals]).fetchall())
    told = [(doc, copies.get(doc), voices[copies.get(doc, doc)]) for doc in voices]
    _fill(connection, "voiced", "doc VARCHAR, copy_of VARCHAR, voice VARCHAR", told)
    connection.execute(
        "UPDATE new_document SET copy_of = v.copy_of, voice = v.voice FROM voiced v WHERE new_document.doc = v.doc"
    )
    connection.execute("DROP TABLE voiced")


def place_occurrences(connection: duckdb.DuckDBPyConnection) -> int:
    """Fill ``occurrence`` of every new event, and write the rows of ``occurrence`` and ``alias``; how many are new.

    New reports are compared with those of the file that share parties and are near in time, and with one another.
    """
    before = _number(connection, "SELECT count(*) FROM occurrence")
    connection.execute("CREATE TEMP TABLE new_papers AS SELECT doc, published, language, voice FROM new_document")
    total = _number(connection, "SELECT count(*) FROM new_event")
    connection.execute(
        "CREATE TEMP TABLE waiting AS SELECT event, row_number() OVER (ORDER BY day, event) - 1 AS place FROM new_event"
    )
    aliases: dict[str, str] = {}
    for at in range(0, total, AT_ONCE):
        aliases |= _placed(connection, at)
    _rename(connection, aliases)
    _note(connection)
    for table in ("new_papers", "waiting"):
        connection.execute(f"DROP TABLE {table}")
    return _number(connection, "SELECT count(*) FROM occurrence") - before


def _placed(connection: duckdb.DuckDBPyConnection, at: int) -> dict[str, str]:
    """Places the waiting events from number ``at`` on; the known occurrences that turned out to be others."""
    connection.execute(
        "CREATE TEMP TABLE asked AS SELECT e.* FROM new_event e SEMI JOIN "
        "(FROM waiting WHERE place >= ? AND place < ?) USING (event)",
        [at, at + AT_ONCE],
    )
    new = _tellings(connection, f"SELECT {TOLD} FROM asked e LEFT JOIN {PAPERS} d USING (doc)")
    near = _near(connection)
    done = group(new, near)
    _fill(connection, "homes", "event VARCHAR, occurrence VARCHAR", list(done.occurrence.items()))
    connection.execute("UPDATE new_event SET occurrence = h.occurrence FROM homes h WHERE new_event.event = h.event")
    for table in ("homes", "asked"):
        connection.execute(f"DROP TABLE {table}")
    for old, new_name in done.aliases.items():
        connection.execute("UPDATE new_event SET occurrence = ? WHERE occurrence = ?", [new_name, old])
    return done.aliases


def _near(connection: duckdb.DuckDBPyConnection) -> list[Telling]:
    """Events already placed that share two parties with those asked about, or one where only one is named."""
    for sql in NEAR:
        connection.execute(sql)
    found = _tellings(connection, f"SELECT {TOLD} FROM met e LEFT JOIN {PAPERS} d USING (doc)")
    for table in ("sought", "placed", "near", "met"):
        connection.execute(f"DROP TABLE {table}")
    return found


def _tellings(connection: duckdb.DuckDBPyConnection, sql: str) -> list[Telling]:
    found = connection.execute(sql)
    names = [column[0] for column in found.description or ()]
    return [_telling(dict(zip(names, row, strict=True))) for row in _all(found)]


def _all(found: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := found.fetchmany(10_000):
        yield from rows


def _telling(row: Mapping[str, Any]) -> Telling:
    date = str(row["date"] or "")
    return Telling(
        event=row["event"],
        doc=row["doc"],
        type=row["type"],
        frame=row["frame"] or "",
        actors=frozenset(row["actors"] or ()),
        recipients=frozenset(row["recipients"] or ()),
        status=row["status"] or "happened",
        speaker=row["speaker"],
        date=date,
        day=ordinal(date),
        published=row["published"].toordinal() if row["published"] else None,
        place=place_key(row["place"]) if row["place"] else "",
        amount=row["amount"],
        unit=row["unit"] or "",
        language=row["language"],
        sentence=row["quote"] or "",
        confidence=row["confidence"] or 0.0,
        voice=row["voice"] or f"#{row['doc']}",
        occurrence=row["occurrence"] or "",
    )


def _rename(connection: duckdb.DuckDBPyConnection, aliases: Mapping[str, str]) -> None:
    """Occurrences that turned out to be one with another live on as its aliases."""
    if not aliases:
        return
    last = {old: _last(old, aliases) for old in aliases}
    _fill(connection, "renamed", "old VARCHAR, new VARCHAR", list(last.items()))
    for table in ("event", "pair", "new_event"):
        connection.execute(f"UPDATE {table} SET occurrence = r.new FROM renamed r WHERE occurrence = r.old")
    connection.execute("UPDATE alias SET new = r.new FROM renamed r WHERE alias.new = r.old")
    connection.execute(
        "INSERT INTO alias SELECT old, new FROM renamed WHERE old IN (SELECT occurrence FROM occurrence)"
    )
    connection.execute("DELETE FROM occurrence WHERE occurrence IN (SELECT old FROM renamed)")
    connection.execute("DROP TABLE renamed")


def _last(name: str, aliases: Mapping[str, str]) -> str:
    while name in aliases:
        name = aliases[name]
    return name


def _note(connection: duckdb.DuckDBPyConnection) -> None:
    """The rows of the occurrences that got new reports, with what their reports say side by side."""
    connection.execute(REPORTED)
    connection.execute("DELETE FROM occurrence WHERE occurrence IN (SELECT occurrence FROM reported)")
    connection.execute("CREATE TEMP TABLE several AS SELECT occurrence FROM reported GROUP BY 1 HAVING count(*) > 1")
    connection.execute(ALONE)
    several = "reported e SEMI JOIN several USING (occurrence)"
    held: dict[str, list[Telling]] = defaultdict(list)
    for one in _tellings(connection, f"SELECT {TOLD} FROM {several} LEFT JOIN {PAPERS} d USING (doc)"):
        held[one.occurrence].append(one)
    rows = [_row(name, sorted(reports, key=lambda one: one.event)) for name, reports in sorted(held.items())]
    _fill(connection, "summed", COLUMNS, rows)
    connection.execute(SUMMED)
    for table in ("reported", "several", "summed"):
        connection.execute(f"DROP TABLE {table}")


def _row(name: str, reports: Sequence[Telling]) -> tuple[Any, ...]:
    differs = differing(reports)
    counts = counted(reports)
    told = json.dumps(differs, ensure_ascii=False) if differs else None
    return name, clearest(reports).event, counts["reports"], counts["documents"], counts["voices"], told


def _number(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    row: Any = connection.execute(sql).fetchone()
    return int(row[0])


def _fill(connection: duckdb.DuckDBPyConnection, table: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """A temporary table with the rows; brought in as columns, since row by row is slow."""
    connection.execute(f"CREATE TEMP TABLE {table} ({columns})")
    held = list(rows)
    for at in range(0, len(held), 50_000):
        lists = [list(column) for column in zip(*held[at : at + 50_000], strict=True)]
        names = ", ".join(f"unnest(${number}::VARCHAR[])" for number in range(1, len(lists) + 1))
        connection.execute(f"INSERT INTO {table} SELECT {names}", lists)
