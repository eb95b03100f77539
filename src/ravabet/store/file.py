"""The project file: how it is opened, made, brought to today's schema and replaced as a whole."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import duckdb

from ravabet import __version__
from ravabet.model import InputError

FORMAT = "v1.4.0"
"""DuckDB's storage version, stated so that older and newer releases read the same files."""
NAME = "project"
"""The name by which a connection knows the file."""
MEMORY = "1GB"
"""What DuckDB may take of the memory; what needs more waits in files."""
DEFAULT = "ravabet.duckdb"
"""The project file where none is named."""
VARIABLE = "RAVABET_PROJECT"
"""The variable of the environment that names one."""
_NOT_ONE = "{path}: is not a project file of Ravabet ({why}); name one that `ravabet add` made"
_NEWER = "{path}: was written by a newer Ravabet (schema {found}, this one knows {known}); update Ravabet"


def migrations() -> list[tuple[int, str]]:
    """The numbered steps from nothing to today's schema, in order."""
    folder = files("ravabet.store") / "migrations"
    named = (re.fullmatch(r"(\d+)\.sql", path.name) for path in folder.iterdir())
    return sorted((int(name[1]), (folder / name[0]).read_text(encoding="utf-8")) for name in named if name)


SCHEMA = migrations()[-1][0]
"""The number of today's schema."""


def attached(path: Path, *, write: bool = False) -> duckdb.DuckDBPyConnection:
    """A connection to the file; raises InputError, in one sentence, where it cannot be read as a project file."""
    connection = duckdb.connect()
    mode = f"STORAGE_VERSION '{FORMAT}'" if write else "READ_ONLY"
    try:
        connection.execute(f"ATTACH {literal(path)} AS {NAME} ({mode})")
        connection.execute(f"USE {NAME}")
        connection.execute("SET memory_limit = ?", [MEMORY])
        connection.execute("SET temp_directory = ?", [str(_spill(path))])
    except duckdb.Error as problem:
        connection.close()
        raise InputError(_told(path, problem)) from problem
    return connection


def _spill(path: Path) -> Path:
    """Where what needs more memory waits: beside the file, where there is room for it, else in the system's folder."""
    beside = os.access(path.absolute().parent, os.W_OK)
    return path.with_name(f"{path.name}.spill") if beside else Path(tempfile.gettempdir()) / "ravabet.spill"


def _told(path: Path, problem: duckdb.Error) -> str:
    why = str(problem).splitlines()[0]
    holder = re.search(r"held in .*?\(PID (\d+)\)", str(problem))
    if holder:
        return f"{path}: is being written by process {holder[1]}; wait until it has ended"
    return _NOT_ONE.format(path=path, why="it is no DuckDB file" if "not a valid DuckDB" in why else why)


def schema_of(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    """The number of a file's schema; raises InputError for what is no project file or a newer one."""
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone()
    except duckdb.Error as problem:
        raise InputError(_NOT_ONE.format(path=path, why="it has no table meta")) from problem
    found = int(row[0]) if row else 0
    if found > SCHEMA:
        raise InputError(_NEWER.format(path=path, found=found, known=SCHEMA))
    return found


def migrate(connection: duckdb.DuckDBPyConnection, found: int) -> None:
    """Bring a file from schema ``found`` (0: an empty file) to today's, each step whole or not at all."""
    for number, sql in migrations():
        if number <= found:
            continue
        connection.execute("BEGIN")
        connection.execute(sql)
        facts = {"schema_version": str(number)}
        if number == 1:
            facts |= {"dataset": uuid.uuid4().hex[:12], "created": datetime.now(UTC).isoformat(timespec="seconds")}
        facts["ravabet"] = __version__
        connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(facts.items()))
        connection.execute("COMMIT")


def make(path: Path) -> None:
    """Make an empty project file, or bring the one there is to today's schema."""
    if path.exists():
        connection = attached(path)
        try:
            found = schema_of(connection, path)
        finally:
            connection.close()
        if found == SCHEMA:
            return
    with replaced(path):
        pass


@contextmanager
def replaced(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a copy of the file that takes its place when all went well, in one step.

    Who has the file open keeps the old one until it is opened anew; whoever is killed leaves the old one as it was.
    """
    draft = path.with_name(f"{path.name}.draft")
    for rest in (draft, draft.with_name(f"{draft.name}.wal")):
        rest.unlink(missing_ok=True)
    if path.exists():
        copy(path, draft)
    connection = attached(draft, write=True)
    try:
        found = schema_of(connection, path) if path.exists() else 0
        migrate(connection, found)
        yield connection
        connection.execute("CHECKPOINT")
    except BaseException:
        connection.close()
        draft.unlink(missing_ok=True)
        raise
    connection.execute("USE memory")
    connection.execute(f"DETACH {NAME}")
    connection.close()
    _kept(draft)
    draft.replace(path)
    _kept(path.parent)


def copy(source: Path, target: Path) -> None:
    """Copy a file inside the system where that can be done: file systems that share blocks (Btrfs, XFS) copy none then,
    and only what changes afterwards takes room (copy_file_range(2))."""
    if hasattr(os, "copy_file_range"):
        with source.open("rb") as one, target.open("wb") as two:
            left = os.fstat(one.fileno()).st_size
            try:
                while left > 0 and (number := os.copy_file_range(one.fileno(), two.fileno(), left)):
                    left -= number
            except OSError as problem:
                if problem.errno == errno.ENOSPC:
                    raise
        if not left:
            return
    shutil.copyfile(source, target)


def _kept(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError:
        pass  # some systems cannot wait for a folder
    finally:
        os.close(number)


def literal(path: Path) -> str:
    """A path as SQL writes it, in its quotes, for statements that take no question mark."""
    return "'" + str(path).replace("'", "''") + "'"
