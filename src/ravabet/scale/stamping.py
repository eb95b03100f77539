"""What a document was coded with: a stamp that is another for every version of Ravabet, its lexicon and its models."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from ravabet import __version__
from ravabet.lexicon.own import folder

ROOMS = ("lexicon", "language", "repairing", "coding", "reasoning")
"""Rooms whose data tell how a document is coded."""


FAST = "-fast"
"""What ends the stamp of what was coded without a parser."""


def coder_stamp(*, fast: bool = False) -> str:
    """Twelve digits that tell the version, the data and the user's lexicon; with a mark where nothing was parsed."""
    return _digits() + (FAST if fast else "")


@cache
def _digits() -> str:
    """Twelve digits of the SHA-256 of the version and of all data that coding needs, the user's lexicon too."""
    told = hashlib.sha256(__version__.encode())
    places = [Path(__file__).parents[1] / room / "data" for room in ROOMS]
    own = folder()
    for place in [*places, own] if own else places:
        for path in sorted(place.rglob("*")):
            if path.is_file():
                told.update(str(path.relative_to(place)).encode())
                told.update(path.read_bytes())
    return told.hexdigest()[:12]
