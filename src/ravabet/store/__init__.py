"""The project file: one DuckDB database with documents, events, reasons, occurrences, judgements and runs."""

from ravabet.store.file import DEFAULT, SCHEMA, VARIABLE
from ravabet.store.filters import FACETS, ORDERS, EventFilter
from ravabet.store.ids import document_id, event_ids, given_source, identity, reason_ids
from ravabet.store.project import Counts, Project, default_path
from ravabet.store.rows import document_row, record

__all__ = [
    "DEFAULT",
    "FACETS",
    "ORDERS",
    "SCHEMA",
    "VARIABLE",
    "Counts",
    "EventFilter",
    "Project",
    "default_path",
    "document_id",
    "document_row",
    "event_ids",
    "given_source",
    "identity",
    "reason_ids",
    "record",
]
