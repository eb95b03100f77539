"""Print how well acts are judged; choose the confidence from which an act is an event (``tools/train_judge.py``)."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from types import ModuleType
from typing import Any

from tools.annotated import Passage
from tools.scorers import scorer

from ravabet.coding.coder import Finding, clearest, merged

THRESHOLDS = (0.1, 0.13, 0.16, 0.17, 0.19, 0.2, 0.22, 0.25, 0.28, 0.31, 0.35, 0.4, 0.5, 0.6)
COST = 0.045
"""What precision may cost of the best sum of both F1 (of type; of type and both sides), by cross-validation.

Of confidences that are about as good the one that tells least is taken: whoever reads an answer minds a wrong event
more than a missing one, and the folds are kind (see ``second_look.UNMET``).
"""


def as_prediction(passage: Passage, found: list[Finding], threshold: float) -> dict[str, Any]:
    """The scorer's record of the findings over a threshold."""
    kept = clearest([finding for finding in found if finding.confidence >= threshold])
    events = merged(passage.laid, kept)
    rows = [
        {"type": e.type, "actor": e.actor_codes, "recipient": e.recipient_codes, "date": e.when and e.when.date}
        for e in events
    ]
    return {"id": passage.row["id"], "events": rows}


def as_table(judge: ModuleType, rows: Iterable[dict[str, Any]]) -> OrderedDict[str, Any]:
    """Annotations or predictions as the scorer of events takes them, by the names of their passages."""
    return OrderedDict((row["id"], {"events": [judge.read_event(e, "") for e in row["events"]]}) for row in rows)


def report(passages: list[Passage], found: list[list[Finding]]) -> float:
    """Print cross-validated figures over thresholds; the most precise of those that are about the best (see COST)."""
    judge = scorer("score_events")
    gold = as_table(judge, (p.row for p in passages))
    print("from   type P R F1         dyad P R F1         date   rightly empty")
    told: list[tuple[float, float]] = []
    for threshold in THRESHOLDS:
        rows = [as_prediction(p, f, threshold) for p, f in zip(passages, found, strict=True)]
        result = judge.score(gold, as_table(judge, rows))
        kind, dyad, date = result["type"], result["dyad"], result["date"]["accuracy"]
        print(
            f"{threshold:.2f}   {kind['p']:.3f} {kind['r']:.3f} {kind['f1']:.3f}   {dyad['p']:.3f} {dyad['r']:.3f} "
            f"{dyad['f1']:.3f}   {date}  {result['of_these_with_no_prediction']}"
        )
        told.append((threshold, kind["f1"] + dyad["f1"]))
    best = max(both for _, both in told)
    least = max(threshold for threshold, both in told if both >= best - COST)
    print(f"an event from {least} on")
    return least


def reliability(sure: list[float], answers: list[bool], weights: list[float]) -> None:
    """Print, by tenths of confidence, how many acts there are and what share is wholly right, as they weigh."""
    acts = list(zip(sure, answers, weights, strict=True))
    for low in range(10):
        inside = [(right, weight) for chance, right, weight in acts if low <= chance * 10 < low + 1]
        if inside:
            share = sum(right * weight for right, weight in inside) / sum(weight for _, weight in inside)
            print(f"confidence {low / 10:.1f} to {low / 10 + 0.1:.1f}: {len(inside)} acts, {share:.2f} right")
