"""Events of many documents to occurrences: one event in the world, however many reports tell it."""

from ravabet.relating.occurrences import DAYS, occurrences, same

__all__ = ["DAYS", "occurrences", "same"]
