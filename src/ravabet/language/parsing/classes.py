"""The classes of words that stand in the same places in news, counted from text without a treebank.

A verb that the treebank lacks is in the class of verbs that it has (Koo, Carreras and Collins 2008). The table is made
by ``tools/parser_classes.py``.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache

from ravabet.language.parsing.store import folder

TABLE = "classes.tsv.gz"
KINDS = ("class", "coarse")
"""Classes of a word, the finer first."""
RARE = ("rare", "rare")
"""The classes of a word that the text has too seldom."""


def read(table: bytes) -> Mapping[str, tuple[str, ...]]:
    """The classes of each word, the finer first, of a packed table that has a row for each word."""
    rows = (line.split("\t") for line in gzip.decompress(table).decode("utf-8").splitlines())
    return {word: tuple(found) for word, *found in rows}


@cache
def classes(language: str) -> Mapping[str, tuple[str, ...]]:
    """The classes of each folded word of a language; empty where none were counted."""
    path = folder(language) / TABLE
    return read(path.read_bytes()) if path.is_file() else {}
