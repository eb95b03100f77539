"""Train the role model and the judge of the coder on ``../shared/gold/train-<language>.jsonl``.

usage: python tools/train_judge.py LANGUAGE [--check]

Roles are learned from the acts that stand on a gold trigger of their type; the judge from all acts, with roles found
by models that have not seen the passage (five folds of whole blocks of passages). Printed: cross-validated figures
over thresholds. ``--check`` writes nothing. Only weights are written; no sentence of the gold is kept.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.util
import json
from collections import Counter, OrderedDict
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from ravabet.coding.coder import Finding, clearest, event
from ravabet.coding.features import Candidate, Place, candidates, role_features
from ravabet.coding.judge import act_features, chance
from ravabet.coding.linear import Linear, save
from ravabet.coding.merge import merge
from ravabet.coding.roles import Models, own_features, roles, scored
from ravabet.coding.scene import Scene, scene

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FOLDS = 5
ROLE_C, OWN_C, JUDGE_C = 0.3, 0.3, 0.15
MIN_COUNT = 3


@dataclass(frozen=True)
class Passage:
    """A gold passage laid out: ``places`` are its acts, ``gold[n]`` the gold event on the words of act n, or None."""

    row: dict[str, Any]
    laid: Scene
    places: list[Place]
    gold: list[dict[str, Any] | None]


def occurrences(text: str, part: str) -> list[tuple[int, int]]:
    """Every place of ``part`` in ``text``."""
    found, at = [], text.find(part)
    while part and at >= 0:
        found.append((at, at + len(part)))
        at = text.find(part, at + 1)
    return found


def touches(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    """Whether a span shares a character with one of others."""
    return any(span[0] < end and start < span[1] for start, end in spans)


def load_passages(language: str) -> list[Passage]:
    """The training passages of a language, laid out."""
    found = []
    for line in (SHARED / "gold" / f"train-{language}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        published = datetime.date.fromisoformat(row["published"]) if row["published"] else None
        laid = scene(row["text"], language, published)
        places = [Place(laid, number, act) for number, acts in enumerate(laid.acts) for act in acts]
        found.append(Passage(row, laid, places, [gold_of(row, place) for place in places]))
    return found


def gold_of(row: dict[str, Any], place: Place) -> dict[str, Any] | None:
    """The gold event whose trigger an act's words touch and whose type is the act's."""
    span = place.act.span(place.scene.sentences[place.number])
    for gold in row["events"]:
        if gold["type"] == place.frame.type and touches(
            (span.start, span.end), occurrences(row["text"], gold["trigger"])
        ):
            return dict(gold)
    return None


Rows = list[tuple[list[str], str]]


def role_rows(passage: Passage, side: str) -> Rows:
    """Features and label of every candidate for one side of the acts that are gold events."""
    rows = []
    for place, gold in zip(passage.places, passage.gold, strict=True):
        if gold is None or (place.frame.symmetric and side == "target"):
            continue
        sides = ("source", "target") if place.frame.symmetric else (side,)
        for option in candidates(place):
            own = label(passage.row["text"], option, gold, sides)
            if own is not None:
                rows.append((role_features(place, option), own))
    return rows


def label(text: str, option: Candidate, gold: dict[str, Any], sides: tuple[str, ...]) -> str | None:
    """``yes`` or ``no``; None where a code fits but the words are not those the annotator marked."""
    span = (option.mention.span.start, option.mention.span.end)
    doubtful = False
    for side in sides:
        if set(option.mention.codes) & set(gold[side]):
            marked = [place for part in gold[f"{side}_text"] for place in occurrences(text, part)]
            if touches(span, marked) or not marked:
                return "yes"
            doubtful = True
    return None if doubtful else "no"


def own_rows(passage: Passage, known: Models) -> Rows:
    """Features and label of every act that is a gold event: done to the actor's own side or not."""
    rows = []
    for place, gold in zip(passage.places, passage.gold, strict=True):
        if gold is not None and not place.frame.symmetric:
            own = "yes" if gold["source"] and set(gold["source"]) == set(gold["target"]) else "no"
            rows.append((own_features(place, scored(place, known)), own))
    return rows


def train_roles(passages: list[Passage]) -> Models:
    """The role models learned from some passages."""
    actor = fit([r for p in passages for r in role_rows(p, "source")], ROLE_C)
    recipient = fit([r for p in passages for r in role_rows(p, "target")], ROLE_C)
    half = Models(actor, recipient, Linear(("no", "yes"), {}))
    return Models(actor, recipient, fit([r for p in passages for r in own_rows(p, half)], OWN_C))


def fit(rows: Rows, strength: float, weights: list[float] | None = None) -> Linear:
    """A logistic regression over features seen at least MIN_COUNT times."""
    counts = Counter(feature for features, _ in rows for feature in set(features))
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([{f: 1 for f in features if counts[f] >= MIN_COUNT} for features, _ in rows])
    model = LogisticRegression(C=strength, max_iter=400).fit(matrix, [own for _, own in rows], sample_weight=weights)
    classes = tuple(model.classes_)
    if len(classes) == 2:
        coefficients, bias = (
            [-model.coef_[0] / 2, model.coef_[0] / 2],
            [-model.intercept_[0] / 2, model.intercept_[0] / 2],
        )
    else:
        coefficients, bias = list(model.coef_), list(model.intercept_)
    names = vectorizer.get_feature_names_out()
    table = {name: tuple(float(c[at]) for c in coefficients) for at, name in enumerate(names)}
    kept = {name: values for name, values in table.items() if max(map(abs, values)) >= 0.005}
    return Linear(classes, {"": tuple(map(float, bias)), **kept})


def judge_rows(passage: Passage, role_model: Models) -> tuple[Rows, list[float]]:
    """Features and label of every act, and its weight: 0 for a second mention of a gold event's act."""
    rows, weights = [], []
    kinds = {gold["type"] for gold in passage.row["events"]}
    for place, gold in zip(passage.places, passage.gold, strict=True):
        rows.append((act_features(place, roles(place, role_model)), "event" if gold else "none"))
        weights.append(1.0 if gold or place.frame.type not in kinds else 0.4)
    return rows, weights


def decode(passage: Passage, role_model: Models, judge_model: Linear) -> list[Finding]:
    """The findings of a passage under given models."""
    found = []
    for place in passage.places:
        chosen = roles(place, role_model)
        found.append(Finding(place, chosen, chance(place, chosen, judge_model)))
    return found


def as_prediction(passage: Passage, found: list[Finding], threshold: float) -> dict[str, Any]:
    """The scorer's record of the findings over a threshold."""
    kept = clearest([finding for finding in found if finding.chance >= threshold])
    events = merge([coded for finding in kept if (coded := event(passage.laid, finding))])
    return {
        "id": passage.row["id"],
        "events": [
            {"type": e.type, "actor": e.actor_codes, "recipient": e.recipient_codes, "date": None} for e in events
        ],
    }


def scorer() -> ModuleType:
    """The scorer everything is judged by."""
    spec = importlib.util.spec_from_file_location("score_events", SHARED / "score" / "score_events.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report(passages: list[Passage], found: list[list[Finding]]) -> None:
    """Print cross-validated figures over thresholds."""
    judge = scorer()

    def table(rows: list[dict[str, Any]]) -> OrderedDict[str, Any]:
        return OrderedDict(
            (row["id"], {"events": [judge.read_event(e, "") for e in row["events"]], "language": None, "text": ""})
            for row in rows
        )

    gold = table([p.row for p in passages])
    for threshold in (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7):
        result = judge.score(
            gold, table([as_prediction(p, f, threshold) for p, f in zip(passages, found, strict=True)])
        )
        kind, dyad = result["type"], result["dyad"]
        print(
            f"{threshold:.2f}  type {kind['p']:.3f} {kind['r']:.3f} {kind['f1']:.3f}   "
            f"dyad {dyad['p']:.3f} {dyad['r']:.3f} {dyad['f1']:.3f}  any {result['dyad_any']['f1']:.3f} empty {result['of_these_with_no_prediction']}/{result['passages_without_gold_events']}"
        )


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("language")
    parser.add_argument("--check", action="store_true", help="only print cross-validated figures")
    args = parser.parse_args()
    passages = load_passages(args.language)
    size = -(-len(passages) // FOLDS)
    folds = [passages[n : n + size] for n in range(0, len(passages), size)]
    print(
        f"{len(passages)} passages, {sum(len(p.places) for p in passages)} acts, "
        f"{sum(g is not None for p in passages for g in p.gold)} on a gold trigger of their type, "
        f"{sum(len(p.row['events']) for p in passages)} gold events"
    )

    role_models = [train_roles([p for f in folds if f is not fold for p in f]) for fold in folds]
    told = [[judge_rows(p, model) for p in fold] for fold, model in zip(folds, role_models, strict=True)]

    def judge_of(chosen: list[int]) -> Linear:
        rows = [row for n in chosen for rows, _ in told[n] for row in rows]
        weights = [weight for n in chosen for _, weights in told[n] for weight in weights]
        return fit(rows, JUDGE_C, weights)

    found = []
    for n, fold in enumerate(folds):
        judge_model = judge_of([m for m in range(len(folds)) if m != n])
        found += [decode(p, role_models[n], judge_model) for p in fold]
    report(passages, found)
    if not args.check:
        data = ROOT / "src" / "ravabet" / "coding" / "data"
        known = train_roles(passages)
        for name, model in (("actor", known.actor), ("recipient", known.recipient), ("own", known.own)):
            save(model, data / f"{args.language}-{name}.tsv.gz")
        save(judge_of(list(range(len(folds)))), data / f"{args.language}-judge.tsv.gz")


if __name__ == "__main__":
    main()
