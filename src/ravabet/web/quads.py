"""The four classes of acts and the score of each type, from the lexicon's ``plover.yaml``."""

from __future__ import annotations

from ravabet.lexicon import TYPES, read_yaml

CLASSES = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
_PLOVER = read_yaml("plover.yaml")
QUADS: dict[str, int] = {kind: CLASSES.index(_PLOVER[kind]["quad"]) + 1 for kind in TYPES}
"""PLOVER type to its class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
SCORES: dict[str, float] = {kind: float(_PLOVER[kind]["score"]) for kind in TYPES}
"""PLOVER type to its conflict-cooperation score without a mode, -10 to 10."""
