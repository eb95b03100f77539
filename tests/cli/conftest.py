from __future__ import annotations

from pathlib import Path

import pytest
from tests.explaining.rivers import TEXT, article

from ravabet import pipeline
from ravabet.model import Document, Event, Reason


@pytest.fixture
def rivers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file whose coding is known, whatever the rooms of coding and reasoning come to find in it."""

    def events(document: Document) -> tuple[Event, ...]:
        return article().events if document.text == TEXT else ()

    def reasons(document: Document, events: tuple[Event, ...]) -> tuple[Reason, ...]:
        return article().reasons if events and document.text == TEXT else ()

    monkeypatch.setattr(pipeline, "_events", events)
    monkeypatch.setattr(pipeline, "_reasons", reasons)
    place = tmp_path / "rivers.txt"
    place.write_text(TEXT, encoding="utf-8")
    return place
