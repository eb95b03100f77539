"""Fit what a line is worth as it stands, by its letters and its look: ``Weights`` of ``ravabet.repairing.detecting``.

usage: python -m tools.train_lines [--shared ../shared]

Lines of held-out news, sound and damaged (a third with the spaces as readers leave them, a third without those at the
ends of lines, a third without doubled ones either), are told apart by logistic regression. The weights are printed, to
be put into the module by hand. The second row, of the look alone, is where those of ``suspicion`` come from.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from tests.repairing.damage import damaged
from tools.train_repair import documents, split

from ravabet.repairing.atoms import HALF_SPACE, cut
from ravabet.repairing.detecting import WEIGHTS, judge, judgeable
from ravabet.repairing.look import look
from ravabet.repairing.tables import load

CORPORA = {"fa-news": 90, "fa-news2": 90, "ar-news": 150}
"""Held-out documents of each corpus."""
SHORTEST, LONGEST = 300, 9000
WIDTHS = (80, 95, 110)
NAMES = ("gain", "letter", "mark", "stop", "pair", "half")


def spaced(text: str, way: int) -> str:
    """The lines of a text with the spaces that they have, without those at the ends, or without doubled ones either."""
    if way == 0:
        return text
    return "\n".join(line.strip() if way == 1 else " ".join(line.split()) for line in text.split("\n"))


def lines(shared: Path) -> Iterator[tuple[bool, list[float]]]:
    """Each line with whether it is damaged: what ``Weights`` weighs."""
    for name, count in CORPORA.items():
        tables, rng = load(name[:2]), random.Random(4)
        held = split(documents(shared / "corpus" / f"{name}.txt"), held_out=True)
        fit = [text for text in held if SHORTEST < len(text) < LONGEST]
        rng.shuffle(fit)
        for number, text in enumerate(fit[:count]):
            for harmed, each in enumerate(damaged(text, rng, width=rng.choice(WIDTHS))):
                whole = spaced(each, number % 3)
                seen = look(whole)
                for i, line in enumerate(map(cut, whole.split("\n"))):
                    if judgeable(line):
                        told = judge(tables, line)
                        marks = min(int(seen.marks[i]), WEIGHTS.most_marks)
                        half = float(HALF_SPACE in line.text)
                        yield (
                            bool(harmed),
                            [told.gain, told.letters, marks, int(seen.stops[i]), int(seen.beside[i]), half],
                        )


def main() -> None:
    """Print the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    found = list(lines(parser.parse_args().shared))
    harmed, rows = np.array([harm for harm, _ in found]), np.array([row for _, row in found])
    for columns in (range(6), range(2, 5)):
        model = LogisticRegression(max_iter=5000).fit(rows[:, columns], ~harmed)
        weights = " ".join(f"{NAMES[c]} {w:.3f}" for c, w in zip(columns, model.coef_[0], strict=True))
        right = 100 * model.score(rows[:, columns], ~harmed)
        print(
            f"{len(found):,} lines: plain {model.intercept_[0]:.2f} {weights}; {right:.1f} % told rightly", flush=True
        )


if __name__ == "__main__":
    main()
