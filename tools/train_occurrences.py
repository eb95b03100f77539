"""Learns the weights of ``relating/data/weights.yaml`` from the odd cases of ``tests/gold/pairs.jsonl``.

Usage: python tools/train_occurrences.py [--write]

Each case is there twice: as annotated and as Ravabet codes it, so that the weights know the coder's errors. The even
cases are never looked at here; ``tools/evaluate_occurrences.py`` measures on them.
"""

import argparse
import re
from itertools import combinations
from pathlib import Path

from sklearn.linear_model import LogisticRegression

from evaluate_occurrences import coded, read
from ravabet.relating import weighing

WEIGHTS = Path(weighing.__file__).parent / "data" / "weights.yaml"
STRENGTH = 1.0


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--write", action="store_true", help="write what was learned to weights.yaml")
    write = options.parse_args().write
    rows, same = examples()
    names = sorted({name for row in rows for name in row})
    table = [[row.get(name, 0.0) for name in names] for row in rows]
    found = LogisticRegression(C=STRENGTH, max_iter=2000, class_weight=None).fit(table, same)
    weights = dict(zip(names, map(float, found.coef_[0]), strict=True))
    counts = {name: sum(name in row for row in rows) for name in names}
    for name, weight in weights.items():
        print(f"{name:<28}{weight:+.2f}  in {counts[name]} pairs")
    print(f"bias {found.intercept_[0]:+.2f}; {len(rows)} pairs, {sum(same)} the same")
    if write:
        text = WEIGHTS.read_text("utf-8")
        text = re.sub(r"^bias: .*$", f"bias: {found.intercept_[0]:.2f}", text, flags=re.MULTILINE)
        head = text[: text.index("weights:")]
        lines = [f"  '{name}': {weight:.2f}" for name, weight in weights.items()]
        WEIGHTS.write_text(head + "weights:\n" + "\n".join(lines) + "\n", "utf-8")


def examples() -> tuple[list[dict[str, float]], list[bool]]:
    """The comparisons of every two reports of the odd cases that can be one event, and whether they are."""
    reports = [one for one in read() if one.half == "tune"]
    rows, same = [], []
    for told in ([(one, one.annotated) for one in reports], coded(reports)):
        for (one, first), (two, second) in combinations(told, 2):
            found = weighing.compared(first, second)
            if found is not None and one.case == two.case:
                rows.append(found)
                same.append(one.occurrence == two.occurrence)
    return rows, same


if __name__ == "__main__":
    main()
