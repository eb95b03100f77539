"""Relations in the project file: how a dyad moved, and who acted with whom."""

from __future__ import annotations

from ravabet.store.placing import place_copies, place_occurrences

__all__ = ["place_copies", "place_occurrences"]
