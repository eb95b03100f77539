"""What is wrong with a document, in the reader's language.

The rooms that read and code say it in English, and so it is kept. Here it is found again by the table
``phrases/faults.tsv`` and said in other words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from ravabet.lexicon import read_tsv

_SLOT = re.compile(r"\{([a-z]+)\}")


def told(fault: str, language: str, filled: Callable[[str], str]) -> str:
    """A fault in a language; as it is where the table does not have it.

    ``filled``: how a number or a foreign word that fills a slot is written there.
    """
    found = next(_found(fault, language), None)
    if found is None:
        return fault
    said, slots = found
    values = {slot: _value(value, language, filled) for slot, value in slots.items()}
    return _SLOT.sub(lambda slot: values[slot[1]], said)


def _value(value: str, language: str, filled: Callable[[str], str]) -> str:
    known = told(value, language, filled)
    return filled(value) if known == value else known


def _found(fault: str, language: str) -> Iterator[tuple[str, dict[str, str]]]:
    for pattern, row in table():
        match = pattern.fullmatch(fault)
        if match:
            yield row[language], match.groupdict()


@cache
def table() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """Every fault by what it is like in English; those of more words first, since a slot takes what stands there."""
    rows = sorted(read_tsv("phrases", "faults.tsv"), key=lambda row: -len(_SLOT.sub("", row["en"])))
    return tuple((_pattern(row["en"]), row) for row in rows)


def _pattern(said: str) -> re.Pattern[str]:
    """What a sentence with slots is like when they are filled."""
    parts = _SLOT.split(said)  # words and names of slots by turns
    found = (f"(?P<{part}>.+?)" if number % 2 else re.escape(part) for number, part in enumerate(parts))
    return re.compile("".join(found), re.DOTALL)
