"""What the site says of itself: YAML files under ``catalogue/<language>``, with the same keys in every language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ravabet.model import LexiconError

HOME = files("ravabet.web") / "catalogue"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C reads the first page's phrases ten times faster


@cache
def catalogue(language: str) -> dict[str, Any]:
    """Every phrase of the site in a language, by the keys that lead to it, joined by dots: ``nav.search``.

    The files of a language only part it by who keeps them; raises LexiconError where two give one key.
    """
    found: dict[str, Any] = {}
    for place in sorted((HOME / language).iterdir(), key=lambda entry: entry.name):
        if place.name.endswith(".yaml"):
            for key, value in _flat("", yaml.load(place.read_text(encoding="utf-8"), Loader=_LOADER)):
                if key in found:
                    message = f"catalogue/{language}/{place.name}: {key} is in another file already; keep one of them"
                    raise LexiconError(message)
                found[key] = value
    return found


def _flat(path: str, value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401  a tree of YAML
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(f"{path}.{key}" if path else str(key), inner)
    else:
        yield path, value
