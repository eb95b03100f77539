"""The four classes of acts and the score of each type, from the lexicon's ``plover.yaml``."""

from __future__ import annotations

from collections.abc import Mapping

from ravabet.lexicon import TYPES, read_yaml
from ravabet.store import quads

QUADS: Mapping[str, int] = quads()
"""PLOVER type to its class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
_PLOVER = read_yaml("plover.yaml")
SCORES: dict[str, float] = {kind: float(_PLOVER[kind]["score"]) for kind in TYPES}
"""PLOVER type to its conflict-cooperation score without a mode, -10 to 10."""
