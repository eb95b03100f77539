"""Learns the weights of ``relating/data/weights.yaml`` from the odd cases of ``tests/gold/pairs/reports.jsonl``.

Usage:
    python -m tools.learn_occurrences --news ../shared/corpus/*-news.txt > unrelated.jsonl   # real news, days made up
    ravabet add unrelated.jsonl -p unrelated.duckdb
    python -m tools.learn_occurrences --unrelated unrelated.duckdb [--write]

Each case is there twice: as annotated and as Ravabet codes it, so that the weights know the coder's errors. The even
cases are never looked at here; ``tools/evaluate_occurrences.py`` measures on them.
"""

import argparse
import datetime
import json
import random
import re
from itertools import combinations
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from scipy.optimize import minimize
from tools.evaluate_occurrences import read

from ravabet.evaluation.occurrences import coded
from ravabet.relating import grouping, weighing
from ravabet.relating.copies import COPIED
from ravabet.store import placing

WEIGHTS = Path(weighing.__file__).parent / "data" / "weights.yaml"
STRENGTH = 1.0
SEED, NEWS, SHORT, DAYS = 7, 330, 300, 930
"""Of each file so many documents are taken, none shorter, over so many days."""
SHARE = 0.3
"""All pairs of unrelated news together count as much as this share of the judged pairs."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--write", action="store_true", help="write what was learned to weights.yaml")
    options.add_argument("--unrelated", metavar="PROJECT", help="a project file of news whose days were made up")
    options.add_argument("--news", nargs="+", type=Path, help="print documents of these files with days made up")
    given = options.parse_args()
    if given.news:
        made_up(given.news)
        return
    rows, same = examples()
    weight = [1.0] * len(rows)
    if given.unrelated:
        others = unrelated(Path(given.unrelated))
        rows, same = rows + others, same + [False] * len(others)
        weight += [sum(weight) * SHARE / max(1, len(others))] * len(others)
    known = weighing.model()
    neutral = {"act: same type", "sides: same", "status: same", *known["fixed"]}
    names = sorted({name for row in rows for name in row} - neutral)
    bias, weights = learned(rows, same, weight, names, known)
    for name, value in weights.items():
        print(f"{name:<28}{value:+.2f}  in {sum(name in row for row in rows)} pairs")
    print(f"bias {bias:+.2f}; {len(rows)} pairs, {sum(same)} the same")
    if given.write:
        text = re.sub(r"^bias: .*$", f"bias: {bias:.2f}", WEIGHTS.read_text("utf-8"), flags=re.MULTILINE)
        lines = [f"  '{name}': {value:.2f}" for name, value in weights.items()]
        WEIGHTS.write_text(text[: text.index("weights:")] + "weights:\n" + "\n".join(lines) + "\n", "utf-8")


def learned(
    rows: list[dict[str, float]], same: list[bool], weight: list[float], names: list[str], known: dict[str, Any]
) -> tuple[float, dict[str, float]]:
    """Logistic regression, drawn towards what was expected and bound to its signs."""
    table = np.array([[1.0, *(row.get(name, 0.0) for name in names)] for row in rows])
    signs = np.where(same, 1.0, -1.0)
    held = np.array([sum(known["fixed"].get(name, 0.0) * value for name, value in row.items()) for row in rows])
    expected = np.array([known["expected"].get(name, 0.0) for name in names])

    def loss(weights: np.ndarray) -> float:
        far = weights[1:] - expected
        return float(np.array(weight) @ np.logaddexp(0, -signs * (table @ weights + held)) + far @ far / (2 * STRENGTH))

    bounds = [(None, None), *map(sign, expected)]
    found = minimize(loss, np.zeros(len(names) + 1), method="L-BFGS-B", bounds=bounds).x
    return float(found[0]), dict(zip(names, map(float, found[1:]), strict=True))


def sign(expected: float) -> tuple[float | None, float | None]:
    """The bounds that keep a weight on the side of 0 on which it was expected."""
    return (0.0 if expected > 0 else None, 0.0 if expected < 0 else None)


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


def made_up(paths: list[Path]) -> None:
    """Prints some documents of each file (parted by blank lines, named by their first letters) with days by lot."""
    chance, start = random.Random(SEED), datetime.date(2022, 1, 1)
    for path in paths:
        texts = [text for text in path.read_text("utf-8").split("\n\n") if len(text) > SHORT]
        for number, text in enumerate(chance.sample(texts, min(NEWS, len(texts)))):
            day = start + datetime.timedelta(chance.randrange(DAYS))
            row = {"id": f"{path.stem}-{number}", "text": text, "language": path.name[:2], "published": str(day)}
            print(json.dumps(row, ensure_ascii=False))


def unrelated(project: Path) -> list[dict[str, float]]:
    """The comparisons of reports in different news whose days were made up, so that no two tell one event."""
    connection = duckdb.connect()
    connection.execute(f"ATTACH '{project}' AS project (READ_ONLY)")
    connection.execute("USE project")
    tellings = placing._tellings(
        connection,
        f"SELECT {placing.TOLD} FROM event e JOIN document d USING (doc) "
        "WHERE d.copy_of IS NULL AND d.path LIKE '%.jsonl%'",
    )
    boards = grouping.hung(tellings)
    pairs = {
        (min(number, other), max(number, other))
        for number, one in enumerate(tellings)
        for held in grouping.near(one, boards)
        for other in held
    }
    found = (
        weighing.compared(tellings[a], tellings[b]) for a, b in sorted(pairs) if tellings[a].doc != tellings[b].doc
    )
    return [row for row in found if row is not None and row.get("words shared", 0) < COPIED and "copied" not in row]


if __name__ == "__main__":
    main()
