"""The models of this room by name, and others in their place for training and tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from ravabet.coding.learned.linear import Linear, shipped

OVERRIDING: dict[str, object] = {}
"""What stands in the place of models that ship, by name; those of the wide profile (``wide/tables.py``), too."""


@contextmanager
def overriding(models: Mapping[str, object]) -> Iterator[None]:
    """For training and tests: inside, these models are taken by their names; None: there is none."""
    before = dict(OVERRIDING)
    OVERRIDING.update(models)
    try:
        yield
    finally:
        OVERRIDING.clear()
        OVERRIDING.update(before)


def table(name: str) -> Linear | None:
    """The model ``data/<name>.tsv``, made by ``tools/train_reasons.py``; None where there is none for a language."""
    if name not in OVERRIDING:
        return shipped("ravabet.reasoning", name)
    found = OVERRIDING[name]
    return found if isinstance(found, Linear) else None
