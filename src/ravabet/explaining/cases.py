"""The genitive of names, for languages whose sentences need it."""

from __future__ import annotations

from functools import cache
from typing import Any

from ravabet.language.russian.words import analyser


def genitive(name: str, language: str) -> str:
    """``name`` in the genitive in Russian; as it is in the other languages, which do not change names.

    Inflected are the adjectives before the first noun, and that noun ("Саудовской Аравии", "Совета Европы"); a new
    name begins after "и". Words that the dictionary does not know stay as they are.
    """
    return _russian(name) if language == "ru" else name


@cache
def _russian(name: str) -> str:
    words: list[str] = []
    before: list[Any] = []
    headed = False
    for word in name.split(" "):
        reading = None if headed else _nominative(word, before)
        before.append(reading)
        words.append(_inflected(word, reading) if reading is not None else word)
        headed = word != "и" and (headed or reading is None or reading.tag.POS == "NOUN")
        if word == "и":
            before = []
    return " ".join(words)


def _nominative(word: str, before: list[Any]) -> Any | None:  # noqa: ANN401  a reading of pymorphy3
    """How a word of a name is to be read: in the nominative, in agreement with the adjectives before it."""
    if word.isupper() or not analyser().word_is_known(word):
        return None
    for reading in analyser().parse(word):
        if "nomn" not in reading.tag or reading.tag.POS not in ("NOUN", "ADJF") or "Supr" in reading.tag:
            continue
        if all(_agree(adjective.tag, reading.tag) for adjective in before if adjective is not None):
            return reading
    return None


def _agree(one: Any, two: Any) -> bool:  # noqa: ANN401  tags of pymorphy3
    if one.number != two.number:
        return False
    return bool(one.number == "plur" or one.gender == two.gender)


def _inflected(word: str, reading: Any) -> str:  # noqa: ANN401
    """The genitive with the capitals of the word, also after a hyphen."""
    found = reading.inflect({"gent"})
    if found is None:
        return word
    parts = zip(word.split("-"), found.word.split("-"), strict=False)
    return "-".join(new[:1].upper() + new[1:] if old[:1].isupper() else new for old, new in parts)
