"""Counts, and the shares that are told of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """Counts of what was annotated, of what was coded, and of what was right among it."""

    gold: int = 0
    coded: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """The share of what was coded that is right, 0 where nothing was."""
        return self.right / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """The share of what was annotated that was found, 0 where nothing was."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.coded) if self.gold + self.coded else 0.0

    def add(self, gold: int, coded: int, right: int) -> None:
        """Counts more of each."""
        self.gold, self.coded, self.right = self.gold + gold, self.coded + coded, self.right + right
