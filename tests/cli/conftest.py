from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.explaining.rivers import TEXT, article

from ravabet import pipeline
from ravabet.model import Coding, Document


@pytest.fixture
def rivers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file whose coding is known, whatever the rooms of coding and reasoning come to find in it."""

    def coding(document: Document, *, fast: bool, wide: bool) -> Coding:  # noqa: ARG001
        return replace(article(), document=document) if document.text == TEXT else Coding(document)

    monkeypatch.setattr(pipeline, "_coding", coding)
    place = tmp_path / "rivers.txt"
    place.write_text(TEXT, encoding="utf-8")
    return place
