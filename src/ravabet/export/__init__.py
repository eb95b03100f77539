"""What was read out of documents, in the formats of others; one module a format."""

from ravabet.export.jsonl import coding_line, coding_record

__all__ = ["coding_line", "coding_record"]
