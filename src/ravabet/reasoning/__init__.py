"""Because of what: cause, effect and cue, and how the reasons of one document join."""

from ravabet.reasoning.chains import graph, same
from ravabet.reasoning.episodes import episodes
from ravabet.reasoning.find import reasons

__all__ = ["episodes", "graph", "reasons", "same"]
