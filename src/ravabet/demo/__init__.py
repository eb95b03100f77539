"""The bundled example: articles written for Ravabet, and the question they answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import yaml

from ravabet.model import Document, Problem
from ravabet.reading import read

_HOME = files("ravabet.demo")


def question() -> tuple[str, str]:
    """The two states, as ISO 3166-1 alpha-3 codes, whose relations the articles are about."""
    first, second = _manifest()["question"]
    return first, second


def documents() -> tuple[Document, ...]:
    """The example articles as they arrive (one is damaged), with what the manifest ``demo.yaml`` says of each."""
    return tuple(_documents())


def _documents() -> Iterator[Document]:
    for entry in _manifest()["articles"]:
        with as_file(_HOME / "articles" / entry["file"]) as path:
            for found in read(path, language=entry["language"], source=_manifest()["source"]):
                if isinstance(found, Problem):
                    message = f"{found.where} {found.what}"
                    raise RuntimeError(message)
                yield replace(found, published=entry["published"], title=entry["title"], path=entry["file"])


@cache
def _manifest() -> dict[str, Any]:
    manifest: dict[str, Any] = yaml.safe_load((_HOME / "demo.yaml").read_text(encoding="utf-8"))
    return manifest
