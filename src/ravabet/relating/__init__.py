"""Events of many documents to occurrences: one event in the world, however many reports tell it, and who tells it."""

from ravabet.relating.copies import copied_from, originals, signature, source_name, voices
from ravabet.relating.occurrences import DAYS, WEEK, contradicts, occurrences, same
from ravabet.relating.support import Support, support

__all__ = [
    "DAYS",
    "WEEK",
    "Support",
    "contradicts",
    "copied_from",
    "occurrences",
    "originals",
    "same",
    "signature",
    "source_name",
    "support",
    "voices",
]
