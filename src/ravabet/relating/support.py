"""How well something is supported: by how many independent voices, and how surely they were understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod

from ravabet.model import Document


@dataclass(frozen=True, slots=True)
class Support:
    """``voices``: independent sources, copies counted once; ``confidence``: a probability.

    The probability is that at least one of the voices was read rightly; that what they say is true it does not say.
    """

    voices: int
    confidence: float


def support(told: Iterable[tuple[Document, float]], voice: Mapping[int, str]) -> Support:
    """The support by documents, each with the confidence of its coding; of one voice only the surest counts.

    ``voice`` names who speaks in a document, by its ``id()``.
    """
    surest: dict[str, float] = {}
    for document, confidence in told:
        name = voice[id(document)]
        surest[name] = max(confidence, surest.get(name, 0.0))
    return Support(len(surest), 1 - prod(1 - confidence for confidence in surest.values()))
