"""Because of what: cause, effect and cue, and how the reasons of one document join."""

from ravabet.reasoning.find import reasons

__all__ = ["reasons"]
