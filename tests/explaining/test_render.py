from __future__ import annotations

import os
from pathlib import Path

import pytest

from ravabet.explaining import why
from ravabet.explaining.render import FORMATS, render

from .rivers import article

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["en", "fa", "ar", "ru"])
def test_snapshot(language: str, form: str) -> None:
    """To accept a new wording: RAVABET_SNAPSHOTS=write pytest tests/explaining, then read the difference."""
    shown = render(why([article()], "TKM", "UZB"), language=language, form=form)
    place = SNAPSHOTS / f"rivers.{language}.{form}"
    if os.environ.get("RAVABET_SNAPSHOTS") == "write":
        place.parent.mkdir(exist_ok=True)
        place.write_text(shown, encoding="utf-8")
    assert shown == place.read_text(encoding="utf-8")
