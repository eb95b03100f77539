"""How well reports of one event are brought together: B-cubed on ``tests/gold/pairs/reports.jsonl``.

Usage: python -m tools.evaluate_occurrences [--half tune|test] [--errors]

Printed for events as annotated and as coded by Ravabet, on the cases that nothing was tuned on (the even ones).
"""

import argparse
from itertools import combinations
from pathlib import Path
from typing import Any

from ravabet.evaluation.occurrences import Judged, coded, grouped, scores
from ravabet.evaluation.occurrences import read as read_file

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "pairs" / "reports.jsonl"


def read() -> list[Judged]:
    return read_file(GOLD)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--half", choices=["tune", "test"], default="test")
    options.add_argument("--errors", action="store_true", help="tell the pairs wrongly joined or parted")
    given = options.parse_args()
    reports = [one for one in read() if one.half == given.half]
    annotated = [(one, one.annotated) for one in reports]
    told = coded(reports)
    for name, pairs in (("as annotated", annotated), ("as coded", told)):
        found = grouped([telling for _, telling in pairs])
        p, r, f = scores(pairs, found)
        print(f"{name:<14} B-cubed P {p:.3f}  R {r:.3f}  F1 {f:.3f}  ({len(pairs)} of {len(reports)} reports)")
        if given.errors:
            tell(pairs, found)
    p, r, f = scores(told, grouped([telling for _, telling in told]), all_of=reports)
    print(f"{'with missed':<14} B-cubed P {p:.3f}  R {r:.3f}  F1 {f:.3f}  (events not coded count as apart)")


def tell(pairs: list[tuple[Judged, Any]], found: dict[str, str]) -> None:
    for (one, first), (two, second) in combinations(pairs, 2):
        together = found[first.event] == found[second.event]
        if together != (one.occurrence == two.occurrence):
            print("  joined" if together else "  parted", one.id, two.id)


if __name__ == "__main__":
    main()
