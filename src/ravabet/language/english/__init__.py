"""English: words taken apart and their dictionary forms."""

from __future__ import annotations

from ravabet.language.english.forms import keys
from ravabet.language.english.tokens import split

__all__ = ["keys", "split"]
