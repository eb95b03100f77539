"""Damaged right-to-left text put back in reading order, with the original kept and a plan that can be replayed."""

from ravabet.repairing.mending import detect, repair
from ravabet.repairing.steps import replay
from ravabet.repairing.tables import languages
from ravabet.repairing.telling import explain, original_spans, side_by_side, told

__all__ = ["detect", "explain", "languages", "original_spans", "repair", "replay", "side_by_side", "told"]
