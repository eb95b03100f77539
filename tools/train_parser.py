"""Train the dependency parser of a language on the treebanks in ../shared/treebanks.

usage: python -m tools.train_parser LANGUAGE [--check [--keep]] [--epochs N] [--train NAME...] [--joined]

All treebanks of the language are learned from, and the model is written. ``--check`` leaves out those held out, prints
figures on them and writes nothing (``--keep`` writes that model all the same). ``--joined`` adds each sentence with its
words as written (Arabic prepositions with their nouns), for text whose words the language's module does not take apart.
Seeds are fixed: the same treebanks and libraries give the same model.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from spacy.training import Example
from thinc.api import Adam, fix_random_seed
from tools.parser_pipeline import Settings, document, parameters, pipeline
from tools.parser_treebank import Gold, read

from ravabet.language.parsing.parse import PART, Parse
from ravabet.language.parsing.reader import Network
from ravabet.language.parsing.store import write

ROOT = Path(__file__).resolve().parent.parent
CORE = frozenset({"nsubj", "obj", "iobj", "obl"})
SEED = 11
RATE, WARM_UP, SMALL, LARGE = 0.0012, 0.03, 100, 1000
"""Highest learning rate of Adam, the share of steps it takes to reach it (then it falls to nothing), and the words of
the first and of later batches."""
LONGEST = 90
"""Tokens of the longest sentence that is learned from."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a language's parser is trained on, what it is measured on, and for how long."""

    train: tuple[str, ...]
    held_out: tuple[str, ...]
    epochs: int
    dropout: float
    sizes: Settings


SIZES: Settings = {
    "width": 96,
    "depth": 4,
    "hidden": 96,
    "wide_state": True,
    "rare": 8,
    "rows": [6000, 3000, 2500, 2000, 1000, 500, 500],
}
CLASSED: Settings = {**SIZES, "rows": [*SIZES["rows"], 1000, 1000]}
"""With the classes of words (``parsing/classes.py``)."""
RECIPES = {
    "en": Recipe(("en_ewt-train", "en_ewt-dev"), ("en_pud", "en_ewt-test"), 6, 0.15, SIZES),
    "ru": Recipe(
        ("ru_taiga-train2020", "ru_taiga-dev", "ru_taiga-test", "ru_gsd-dev", "ru_gsd-test"),
        ("ru_pud",),
        8,
        0.2,
        SIZES,
    ),
    "fa": Recipe(("fa_perdt-test", "fa_seraji-dev", "fa_seraji-test"), ("fa_perdt-dev",), 12, 0.25, SIZES),
    "ar": Recipe(("ar_pud:train",), ("ar_pud:test",), 20, 0.3, CLASSED),
}


def treebank(name: str, language: str, shared: Path, *, split: bool = True) -> list[Gold]:
    """A treebank by its name; ``:test`` and ``:train`` are the last fifth and the rest of one that is not parted."""
    stem, _, part = name.partition(":")
    found = read(shared / "treebanks" / f"{stem}.conllu", language, split=split)
    cut = len(found) * 4 // 5
    return {"": found, "train": found[:cut], "test": found[cut:]}[part]


def example(nlp: Any, gold: Gold, language: str) -> Example:  # noqa: ANN401
    """A sentence as spaCy learns from it."""
    reference = document(nlp, gold.words, language)
    size = len(gold.words)
    return Example.from_dict(
        reference,
        {
            "words": ["w"] * size,
            "heads": [at if head < 0 else head for at, head in enumerate(gold.parse.heads)],
            "deps": ["ROOT" if relation == "root" else relation for relation in gold.parse.relations],
            "pos": list(gold.parse.kinds),
            "morphs": list(gold.parse.feats),
            "sent_starts": [at == 0 for at in range(size)],
        },
    )


def batches(examples: list[Example], epochs: int) -> Iterator[tuple[int, list[Example]]]:
    """All examples in a new order each epoch, in batches that grow from SMALL to LARGE words over the first epochs."""
    chance = random.Random(SEED)
    size = float(SMALL)
    for epoch in range(epochs):
        order = list(examples)
        chance.shuffle(order)
        batch: list[Example] = []
        words = 0
        for one in order:
            batch.append(one)
            words += len(one.predicted)
            if words >= size:
                yield epoch, batch
                batch, words, size = [], 0, min(size * 1.003, LARGE)
        if batch:
            yield epoch, batch


def train(gold: list[Gold], recipe: Recipe, language: str) -> Any:  # noqa: ANN401
    """A trained pipeline."""
    fix_random_seed(SEED)
    nlp = pipeline(recipe.sizes)
    examples = [example(nlp, one, language) for one in gold if len(one.words) <= LONGEST]
    nlp.initialize(lambda: examples)
    steps = sum(1 for _ in batches(examples, recipe.epochs))
    adam = Adam(RATE, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
    started, now, losses = time.process_time(), 0, Counter[str]()
    for step, (epoch, batch) in enumerate(batches(examples, recipe.epochs)):
        if epoch != now:
            print(f"epoch {now}: {dict(losses)}, {time.process_time() - started:.0f} s", flush=True)
            now, losses = epoch, Counter()
        adam.learn_rate = RATE * min(1.0, (step + 1) / (steps * WARM_UP)) * min(1.0, 1.1 * (1 - step / steps))
        nlp.update(batch, drop=recipe.dropout, sgd=adam, losses=losses)
    with nlp.use_params(adam.averages):
        return kept(nlp, recipe)


def kept(nlp: Any, recipe: Recipe) -> tuple[Settings, list[Any]]:  # noqa: ANN401
    """The settings with labels, and the weights, rounded as they are stored."""
    labels = {"kinds": nlp.get_pipe("morphologizer").label_data, "moves": nlp.get_pipe("parser").label_data}
    moves = {str(move): dict(found) for move, found in labels["moves"].items()}
    arrays = [node.get_param(name).astype(np.float16) for node, name in parameters(nlp)]
    return {**recipe.sizes, "kinds": labels["kinds"], "moves": moves}, arrays


def figures(found: Sequence[Parse], gold: Sequence[Gold]) -> dict[str, float]:
    """UAS and LAS without subtypes, punctuation and pieces of words; core arguments with heads; kinds, features."""
    count = Counter[str]()
    for parse, one in zip(found, gold, strict=True):
        for at in range(len(one.words)):
            _count(count, parse, one.parse, at)
    right = 2 * count["core"] / max(1, count["core found"] + count["core gold"])
    words = count["words"]
    return {
        "UAS": 100 * count["head"] / words,
        "LAS": 100 * count["both"] / words,
        "core F1": 100 * right,
        "UPOS": 100 * count["kind"] / count["tokens"],
        "feats": 100 * count["feats"] / count["tokens"],
    }


def _count(count: Counter[str], parse: Parse, gold: Parse, at: int) -> None:
    mine, true = parse.relations[at], gold.relations[at]
    head = parse.heads[at] == gold.heads[at]
    both = head and mine.partition(":")[0] == true.partition(":")[0]
    count["tokens"] += 1
    count["kind"] += parse.kinds[at] == gold.kinds[at]
    count["feats"] += parse.feats[at] == gold.feats[at]
    if gold.kinds[at] != "PUNCT" and true != PART:
        count["words"] += 1
        count["head"] += head
        count["both"] += both
    count["core gold"] += _core(true) is not None
    count["core found"] += _core(mine) is not None
    count["core"] += head and _core(true) is not None and _core(mine) == _core(true)


def _core(relation: str) -> tuple[str, bool] | None:
    base, _, subtype = relation.partition(":")
    return (base, subtype == "pass") if base in CORE else None


def main() -> None:
    """Train, measure where asked, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", choices=RECIPES)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--train", nargs="+", help="names of treebanks to learn from in place of the recipe's")
    parser.add_argument("--joined", action="store_true", help="learn also from words as they are written together")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    given = parser.parse_args()
    recipe, language = RECIPES[given.language], given.language
    recipe = replace(recipe, epochs=given.epochs or recipe.epochs, train=given.train or recipe.train)
    names = recipe.train if given.check else (*recipe.train, *recipe.held_out)
    gold = [one for name in names for one in treebank(name, language, given.shared)]
    if given.joined:
        gold += [one for name in names for one in treebank(name, language, given.shared, split=False)]
    print(f"{language}: {len(gold)} sentences, {sum(len(one.words) for one in gold)} tokens", flush=True)
    settings, arrays = train(gold, recipe, language)
    if given.check:
        check(settings, arrays, recipe, language, given.shared)
    if given.keep or not given.check:
        write(language, settings, arrays)


def check(settings: Settings, arrays: list[Any], recipe: Recipe, language: str, shared: Path) -> None:
    """Print the figures on what was held out."""
    network = Network(language, settings, [array.astype(np.float32) for array in arrays])
    for name in recipe.held_out:
        gold = treebank(name, language, shared)
        started = time.process_time()
        found = network.parse([one.words for one in gold])
        speed = sum(len(one.words) for one in gold) / (time.process_time() - started)
        print(
            f"{name}:",
            ", ".join(f"{key} {value:.1f}" for key, value in figures(found, gold).items()),
            f"{speed:.0f} words/s",
        )


if __name__ == "__main__":
    main()
