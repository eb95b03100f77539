"""The weights of a parser on disk: one archive of arrays in half precision and one file of labels a language."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from ravabet.model import LexiconError

WEIGHTS, LABELS = "weights.npz", "labels.json"


def folder(language: str) -> Path:
    """Where the model of a language lies in the package."""
    return Path(str(files("ravabet.language.parsing"))) / "data" / language


@cache
def has_parser(language: str) -> bool:
    """Whether there is a model for the language."""
    return (folder(language) / WEIGHTS).is_file()


def read(language: str) -> tuple[dict[str, Any], list[np.ndarray[Any, Any]]]:
    """The labels and settings of a model, and its arrays in single precision; raises LexiconError without a model."""
    if not has_parser(language):
        message = f"there is no parser for the language {language!r}; make one with tools/train_parser.py {language}"
        raise LexiconError(message)
    labels = json.loads((folder(language) / LABELS).read_text(encoding="utf-8"))
    with np.load(folder(language) / WEIGHTS) as arrays:
        return labels, [arrays[str(number)].astype(np.float32) for number in range(len(arrays.files))]


def write(language: str, labels: dict[str, Any], arrays: Iterable[np.ndarray[Any, Any]]) -> None:
    """Keep a model: the same labels and arrays give the same files."""
    folder(language).mkdir(parents=True, exist_ok=True)
    text = json.dumps(labels, ensure_ascii=False, indent=1)  # the order of the kinds is that of the weights
    (folder(language) / LABELS).write_text(text + "\n", encoding="utf-8")
    halves = {str(number): array.astype(np.float16) for number, array in enumerate(arrays)}
    np.savez_compressed(folder(language) / WEIGHTS, **halves)  # type: ignore[arg-type]
    has_parser.cache_clear()
