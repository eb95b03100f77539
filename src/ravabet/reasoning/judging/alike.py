"""Classes of words that are used alike: what "after" means hangs on whether a blast or a lunch stands behind it.

Some hundred annotated reasons show few of the words that may stand by a cue; their classes are seen more often. The
table of a language is made by ``tools/vector_classes.py``; only English has one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ravabet.language.parsing.classes import read
from ravabet.reasoning.sentences.view import View

UNKNOWN = "rare"
"""The class of a word that the table has not."""


@cache
def classes(language: str) -> Mapping[str, tuple[str, ...]]:
    """The classes of each folded word of a language, the finer first; empty where it has no table."""
    path = files("ravabet.reasoning") / "data" / f"{language}-classes.tsv.gz"
    return read(path.read_bytes()) if path.is_file() else {}


def alike(view: View, top: int, up: int, cue: str) -> list[str]:
    """The classes of the word that hangs on a cue (``top``) and of the one above both (``up``; below 0: none)."""
    known = classes(view.discourse.language)
    if not known:
        return []
    found = []
    for name, at in (("down", top), ("up", up)):
        if at >= 0:
            own = known.get(view.words[at], (UNKNOWN,))
            signs = [f"{name}-class{size}={word}" for size, word in enumerate(own)]
            found += [*signs, *(f"{cue}>{sign}" for sign in signs)]
    return found
