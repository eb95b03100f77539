"""From sentences to events: who did what to whom, when and where, in what standing and by whose word."""

from ravabet.coding.coder import events
from ravabet.coding.judging.judge import linked, sure
from ravabet.coding.judging.roles import coded
from ravabet.coding.scene import Scene, scene

__all__ = ["Scene", "coded", "events", "linked", "scene", "sure"]
