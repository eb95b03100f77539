"""One document coded, as a line of a shard; done in a process of its own where there are several."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ravabet.model import Coding, Document, Problem
from ravabet.pipeline import code
from ravabet.relating import signature
from ravabet.scale.stamping import coder_stamp
from ravabet.store import document_row, given_source, record

PATIENCE, PER_CHARACTER = 120.0, 0.001
"""Seconds that coding a document may take, and how many more for each character: a hundred times what it takes."""


@dataclass(frozen=True, slots=True)
class Task:
    """A document to be coded, with its permanent id; ``again``: the project holds it already, and codes it anew.

    ``fast``: without a parser.
    """

    doc: str
    document: Document
    file_hash: str | None = None
    again: bool = False
    fast: bool = False

    @property
    def place(self) -> str:
        """Where the document came from, to be told."""
        return self.document.path or self.document.id


def patience(task: Task | Document | Problem) -> float:
    """Seconds after which a document is given up."""
    document = task.document if isinstance(task, Task) else task
    return PATIENCE + PER_CHARACTER * (len(document.text) if isinstance(document, Document) else 0)


def coded(task: Task) -> str:
    """The line of a shard for a document."""
    coding = code(task.document, fast=task.fast)
    row = record(task.doc, coding, given_source(task.document), task.file_hash)
    row["bands"] = list(signature(coding.document.text))
    return _line(task, row)


def set_aside(task: Task, what: str) -> str:
    """The same for a document that could not be coded in any process: kept as it arrived, with what is wrong."""
    problem = Problem(task.place, what)
    row = document_row(task.doc, Coding(task.document, problem=problem), given_source(task.document), task.file_hash)
    return _line(task, {"document": row})


def _line(task: Task, row: dict[str, object]) -> str:
    document = row["document"]
    assert isinstance(document, dict)
    document["coder"] = coder_stamp(fast=task.fast)
    return json.dumps({**row, "again": task.again}, ensure_ascii=False)


@cache
def file_hash(path: str | None) -> str | None:
    """The SHA-256 of a file, so that a page of it can be shown later; None for what is no file by itself."""
    if path is None or not path.lower().endswith(".pdf"):
        return None
    place = Path(path)
    return hashlib.sha256(place.read_bytes()).hexdigest() if place.is_file() else None
