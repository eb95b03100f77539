"""The user's own entries, which extend or override those of the package.

They lie in one folder, named by the environment variable ``RAVABET_LEXICON`` (the command line's ``--lexicon``):

``actors.csv``  ``language,code,form,kind,sector,since,until``: a form of an actor; it takes the place of ours with the
                same form. An empty ``code`` takes ours away.
``acts.csv``    ``language,frame,words``: one expression in the notation of ``docs/lexicon.md``; it takes the place of
                ours with the same words. An empty ``frame`` takes ours away.
``frames.yaml`` further frames, by PLOVER type, as in ``data/frames``.

Columns that are left out are empty, and so is ``kind``, which is then ``name``.
"""

from __future__ import annotations

import csv
import os
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ravabet.model import LexiconError

VARIABLE = "RAVABET_LEXICON"
ACTORS, ACTS, FRAMES = "actors.csv", "acts.csv", "frames.yaml"
COLUMNS = {
    ACTORS: ("language", "code", "form", "kind", "sector", "since", "until"),
    ACTS: ("language", "frame", "words"),
}
NEEDED = {ACTORS: "form", ACTS: "words"}
"""The column of each file that may not be empty, besides ``language``."""

Row = dict[str, str]


@cache
def folder() -> Path | None:
    """The folder of the user's entries, None where there is none; raises LexiconError where it is not to be found."""
    named = os.environ.get(VARIABLE)
    if not named:
        return None
    place = Path(named)
    if not place.is_dir():
        message = f"{named}: there is no such folder for your lexicon; make it, or mend the name"
        raise LexiconError(message)
    return place


def rows(name: str, language: str) -> list[Row]:
    """The rows of one language in ``actors.csv`` or ``acts.csv``, each with ``_where``; empty where there are none."""
    return [row for row in _table(name) if row["language"] == language]


@cache
def _table(name: str) -> tuple[Row, ...]:
    place = folder()
    if place is None or not (place / name).is_file():
        return ()
    return read_table(place / name, COLUMNS[name], NEEDED[name])


def read_table(path: Path, columns: tuple[str, ...], needed: str) -> tuple[Row, ...]:
    """The rows of a CSV file with these columns; raises LexiconError with the line of a row that is none."""
    found = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            if extra := set(reader.fieldnames or ()) - set(columns):
                message = f"{path}:1: unknown columns {', '.join(sorted(map(str, extra)))}; known: {', '.join(columns)}"
                raise LexiconError(message)
            for row in reader:
                filled = {column: (row.get(column) or "").strip() for column in columns}
                where = f"{path}:{reader.line_num}"
                if not filled["language"] or not filled[needed] or None in row:
                    message = f"{where}: a row needs a language and {needed}, and no more than {len(columns)} columns"
                    raise LexiconError(message)
                found.append({**filled, "_where": where})
    except (UnicodeDecodeError, csv.Error) as problem:
        message = f"{path}: not readable as CSV in UTF-8 ({problem}); save it so"
        raise LexiconError(message) from problem
    return tuple(found)


def frames() -> dict[str, list[dict[str, Any]]]:
    """The user's further frames by PLOVER type; raises LexiconError where the file is no such table."""
    place = folder()
    if place is None or not (place / FRAMES).is_file():
        return {}
    path = place / FRAMES
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        message = f"{path}: not readable as YAML ({problem}); mend the file"
        raise LexiconError(message) from problem
    if not isinstance(found, dict) or not all(isinstance(listed, list) for listed in found.values()):
        message = f"{path}: write each PLOVER type with a list of frames under it"
        raise LexiconError(message)
    return found


def add(name: str, row: Row) -> Path:
    """Writes one row at the end of ``actors.csv`` or ``acts.csv``, and gives the file; raises LexiconError without a
    folder.
    """
    place = folder()
    if place is None:
        message = f"nowhere to write: name the folder of your lexicon with --lexicon or in {VARIABLE}"
        raise LexiconError(message)
    path, columns = place / name, COLUMNS[name]
    fresh = not path.exists()
    if not fresh:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            columns = tuple(next(csv.reader(stream), columns))
    with path.open("a", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, extrasaction="ignore", lineterminator="\n")
        if fresh:
            writer.writeheader()
        writer.writerow(row)
    return path
