"""Because of what: cause, effect and cue, and how the reasons of one document join."""

from ravabet.reasoning.find import reasons
from ravabet.reasoning.linking.chains import graph, same
from ravabet.reasoning.linking.episodes import episodes

__all__ = ["episodes", "graph", "reasons", "same"]
