"""Train the role model and the judge of the coder on annotated passages (``tools/annotated.py``).

usage: python -m tools.train_judge [--check [LANGUAGE...] | --ship LANGUAGE...]

The ranker of outcomes must be there before: ``python -m tools.train_outcomes``. Roles are learned from the acts that
stand on a gold trigger of their type, those of wider news among them; the judge from all other acts, with roles found
by models that have not seen the passage (five folds of whole blocks of passages), and from those of the other
languages, which weigh less and whose words are left out; its second look (``tools/second_look.py``) from what it says
of the acts of passages that it has not seen. Printed: cross-validated figures over thresholds, on real passages only.
``--check`` writes nothing. Only weights are written; no sentence of the gold is kept.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from tools import second_look
from tools.annotated import FOLDS, ROOT, Passage, in_folds, occurrences, touches, wider_folds
from tools.judge_report import reliability, report
from tools.second_look import Answered, company

from ravabet.coding.coder import Finding, judged
from ravabet.coding.judging.company import Company, Judged
from ravabet.coding.judging.judge import Judge, act_features, calibrated
from ravabet.coding.judging.ranking import Ranker, read_ranker
from ravabet.coding.judging.roles import Models, Roles, own_features, roles, scored
from ravabet.coding.learned.linear import Linear, packed
from ravabet.coding.place import Place
from ravabet.coding.sides.candidate import Candidate
from ravabet.coding.sides.features import role_features, sides_taken
from ravabet.coding.sides.find import candidates
from ravabet.coding.sides.stand import standing
from ravabet.lexicon import UNORDERED

TRAINED = ("fa", "ar", "ru", "en")
DATA = ROOT / "src" / "ravabet" / "coding" / "data"
ROLE_C, OWN_C, JUDGE_C, RIGHT_C = 0.15, 0.1, 0.1, 0.06
"""Inverse strengths of regularisation, chosen by the cross-validation printed here."""
MIN_COUNT, LEAST = 3, 0.01
"""Features seen less often are not learned; weights nearer to nothing are not kept."""
SECOND_MENTION = 0.4
OTHERS = 0.6
"""What an act of another language weighs in the judge. With them the average precision of "wholly right" rose from .527
to .535 (five folds, mean of four languages) and from .609 to .620 on the own passages of tests/gold."""
WORDED = ("act=", "word=", "before=", "after=", "next=", "previous=", "verb=", "over=")
"""Beginnings of the features that are words of one language."""
FOLD = "fold"
"""The name of the ranker that has not seen a fold."""


def fold_folder(number: int) -> Path:
    """Where the ranker lies that has not seen a fold of any language."""
    return ROOT / "build" / "outcomes" / str(number)


Rows = list[tuple[list[str], str, float]]
"""Features, label (``yes`` or ``no``) and what it weighs."""


def role_rows(passage: Passage, side: str) -> Rows:
    """Features and label of every candidate of the acts that are gold events.

    ``side``: ``source`` or ``target`` of acts with two sides, ``both`` for acts between equals.
    """
    rows = []
    for place, gold in zip(passage.places, passage.gold, strict=True):
        if gold is None or place.between_equals != (side == "both"):
            continue
        named = ("source", "target") if side == "both" else (side,)
        options = [option for option in candidates(place) if option.mention.codes]
        stands = standing(place, options)
        taken = sides_taken(place, stands)
        for option, stood in zip(options, stands, strict=True):
            own = label(passage.row["text"], option, gold, named)
            if own is not None:
                rows.append((role_features(place, option, stood, taken), own, passage.weight))
    return rows


def label(text: str, option: Candidate, gold: dict[str, Any], sides: tuple[str, ...]) -> str | None:
    """``yes`` or ``no``; None where a code fits but the words are not those the annotator marked."""
    span = (option.mention.span.start, option.mention.span.end)
    marked = {
        side: [place for part in gold[f"{side}_text"] for place in occurrences(text, part)]
        for side in ("source", "target")
    }
    all_marked = marked["source"] + marked["target"]
    doubtful = False
    for side in sides:
        if set(option.mention.codes) & set(gold[side]):
            if touches(span, marked[side]) or not (marked[side] or touches(span, all_marked)):
                return "yes"
            doubtful = True
    return None if doubtful else "no"


def own_rows(passage: Passage, known: Models) -> Rows:
    """Features and label of every act that is a gold event: done to the actor's own side or not."""
    rows = []
    for place, gold in zip(passage.places, passage.gold, strict=True):
        if gold is not None and not place.between_equals:
            own = "yes" if gold["source"] and set(gold["source"]) == set(gold["target"]) else "no"
            rows.append((own_features(place, scored(place, known)), own, passage.weight))
    return rows


def train_roles(passages: list[Passage]) -> Models:
    """The role models learned from some passages."""
    rows = {side: [r for p in passages for r in role_rows(p, side)] for side in ("source", "target", "both")}
    actor, equal = fit(rows["source"] + rows["both"], ROLE_C), fit(rows["both"], ROLE_C)
    half = Models(actor, fit(rows["target"], ROLE_C), equal, Linear({}, 0.0))
    return replace(half, own=fit([r for p in passages for r in own_rows(p, half)], OWN_C))


def all_but(number: int | None, *kinds: list[list[Passage]]) -> list[Passage]:
    """The passages of several kinds outside one fold; all of them for None."""
    return [p for folds in kinds for n, fold in enumerate(folds) if n != number for p in fold]


def fit(rows: Rows, strength: float) -> Linear:
    """A logistic regression over features seen at least MIN_COUNT times."""
    counts = Counter(feature for features, _, _ in rows for feature in set(features))
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([{f: 1 for f in features if counts[f] >= MIN_COUNT} for features, _, _ in rows])
    labels, weights = [own == "yes" for _, own, _ in rows], [weight for _, _, weight in rows]
    model = LogisticRegression(C=strength, max_iter=400).fit(matrix, labels, sample_weight=weights)
    weights_by_name = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    return Linear({name: float(w) for name, w in weights_by_name if abs(w) >= LEAST}, float(model.intercept_[0]))


@dataclass(frozen=True)
class Told:
    """What is told to the judge of one act, and what the gold says: is it an event of its type, are its sides right."""

    roles: Roles
    features: list[str]
    event: bool
    right: bool
    weight: float
    real: bool = True


def told(passage: Passage, known: Models, by: Ranker) -> list[Told]:
    """What is told of every act; a second mention of a gold event's kind weighs less, since it may be the same act."""
    kinds = {gold["type"] for gold in passage.row["events"]}
    found = []
    for place, gold in zip(passage.places, passage.gold, strict=True):
        chosen = roles(place, known, by)
        right = is_right(chosen, gold)
        weight = weight_of_act(passage, place, gold, kinds)
        found.append(Told(chosen, act_features(place, chosen), gold is not None, right, weight, passage.real))
    return found


def is_right(chosen: Roles, gold: dict[str, Any] | None) -> bool:
    """Whether an act is a gold event and both its sides are right, as the scorer compares them."""
    if gold is None:
        return False
    actors, recipients = chosen.sides
    found = (actors | recipients, frozenset[str]()) if gold["type"] in UNORDERED else (actors, recipients)
    return found == gold_sides(gold)


def gold_sides(gold: dict[str, Any]) -> tuple[frozenset[str], frozenset[str]]:
    """The same of a gold event."""
    source, target = frozenset(gold["source"]), frozenset(gold["target"])
    return (source | target, frozenset()) if gold["type"] in UNORDERED else (source, target)


def train_judge(rows: list[Told], others: list[Told]) -> Judge:
    """The judge learned from some acts and those of ``others``, other languages; its curve still to be fitted."""
    weights = [row.weight for row in rows] + [OTHERS * row.weight for row in others]
    facts = [with_own(row.features) for row in rows] + [wordless(row.features) for row in others]
    both = [*rows, *others]

    def learned(answers: list[bool], strength: float) -> Linear:
        labels = ["yes" if answer else "no" for answer in answers]
        return without_own(fit(list(zip(facts, labels, weights, strict=True)), strength))

    event, right = learned([r.event for r in both], JUDGE_C), learned([r.right for r in both], RIGHT_C)
    return Judge(event, right, Linear({}, 0.0))


OWN = "own:"


def with_own(features: list[str]) -> list[str]:
    """Each feature twice, as all languages have it and as the language's own (Daumé, *Frustratingly Easy*, 2007)."""
    return features + [OWN + feature for feature in features]


def wordless(features: list[str]) -> list[str]:
    """Without the words of a language."""
    return [feature for feature in features if not feature.startswith(WORDED)]


def without_own(model: Linear) -> Linear:
    """What both copies of each feature weigh together."""
    weights: Counter[str] = Counter()
    for name, weight in model.weights.items():
        weights[name.removeprefix(OWN)] += weight  # type: ignore[assignment]
    return Linear(dict(weights), model.bias)


def calibrate(pairs: list[tuple[dict[str, float], bool]], weights: list[float]) -> Linear:
    """A logistic curve from what speaks for an act to the share of acts that are wholly right."""
    names = sorted(pairs[0][0])
    curve = LogisticRegression(C=1e6).fit(
        [[told[n] for n in names] for told, _ in pairs], [right for _, right in pairs], sample_weight=weights
    )
    return Linear(dict(zip(names, map(float, curve.coef_[0]), strict=True)), float(curve.intercept_[0]))


@dataclass(frozen=True)
class Laid:
    """The passages of a language in folds, each with models that have not seen it and what they tell of its acts.

    ``wider``: passages that teach who and whom alone.
    """

    folds: list[list[Passage]]
    wider: list[list[Passage]]
    known: list[Models]
    rankers: list[Ranker]
    rows: list[list[Told]]

    def all_rows(self, but: int | None = None) -> list[Told]:
        """What is told of all acts, or of those outside one fold."""
        return [row for n, fold in enumerate(self.rows) if n != but for row in fold]


def lay(language: str) -> Laid:
    """The passages of a language laid out for the judge."""
    folds, wider = in_folds(language), wider_folds(language)
    known = [train_roles(all_but(number, folds, wider)) for number in range(FOLDS)]
    rankers = [read_ranker(fold_folder(n), FOLD) for n in range(len(folds))]
    rows = [
        [row for p in fold for row in told(p, models, by)]
        for fold, models, by in zip(folds, known, rankers, strict=True)
    ]
    return Laid(folds, wider, known, rankers, rows)


Folds = list[list[Answered]]
"""What the judges of each fold, which have not seen it, say of its acts; passage by passage."""


def answered(laid: Laid, others: list[Told]) -> Folds:
    """The acts of a language after the first look of judges that have not seen them."""
    found: Folds = []
    for number, fold in enumerate(laid.folds):
        judge = train_judge(laid.all_rows(but=number), others)
        known, by = laid.known[number], laid.rankers[number]
        found.append([_answered(number, passage, judged(passage.laid, judge, known, by)) for passage in fold])
    return found


def _answered(number: int, passage: Passage, acts: list[Judged]) -> Answered:
    """The acts of a passage with the answers of the gold; see ``told`` for what they weigh."""
    kinds = {gold["type"] for gold in passage.row["events"]}
    right = [is_right(act.roles, gold) for act, gold in zip(acts, passage.gold, strict=True)]
    weights = [weight_of_act(passage, act.place, gold, kinds) for act, gold in zip(acts, passage.gold, strict=True)]
    return Answered(number, acts, [gold is not None for gold in passage.gold], right, weights)


def weight_of_act(passage: Passage, place: Place, gold: dict[str, Any] | None, kinds: set[str]) -> float:
    """What an act weighs; a second mention of a gold event's kind weighs less, since it may be the same act."""
    return passage.weight * (1.0 if gold or place.frame.type not in kinds else SECOND_MENTION)


def curve_of(laid: Laid, told_of: Folds, companies: list[Company]) -> Linear:
    """The curve of a language, fitted to acts that neither look had seen, with its confidence; printed."""
    passages, odds, answers, weights = [], [], [], []
    for number, fold in enumerate(told_of):
        for passage, one in zip(laid.folds[number], fold, strict=True):
            if passage.real:
                passages.append((passage, one))
                odds.append([{"company": each} for each in companies[number].odds(one.judged)])
                answers += one.right
                weights += one.weighed(companies[number].shares)
    curve = calibrate(list(zip((each for row in odds for each in row), answers, strict=True)), weights)
    sure = [[calibrated(each, curve) for each in row] for row in odds]
    found = [
        [Finding(act.place, act.roles, chance) for act, chance in zip(one.judged, chances, strict=True)]
        for (_, one), chances in zip(passages, sure, strict=True)
    ]
    least = report([passage for passage, _ in passages], found)
    reliability([chance for row in sure for chance in row], answers, weights)
    return replace(curve, weights={**curve.weights, "sure": least})


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("languages", nargs="*", default=TRAINED, help="those to print figures of, with --check")
    parser.add_argument("--check", action="store_true", help="only print cross-validated figures")
    parser.add_argument("--ship", nargs="+", default=TRAINED, help="the languages whose weights are written")
    args = parser.parse_args()
    if not args.check and set(args.languages) != set(TRAINED):
        parser.error("all languages are trained together; name some with --check, or those to be written with --ship")
    laid = {language: lay(language) for language in TRAINED}
    others = {one: [row for o in TRAINED if o != one for row in laid[o].all_rows()] for one in TRAINED}
    acts = {language: answered(laid[language], others[language]) for language in TRAINED}
    everything = [one for folds in acts.values() for fold in folds for one in fold]
    companies = [company([one for one in everything if one.fold != number]) for number in range(FOLDS)]
    for language in args.languages:
        passages = [p for fold in laid[language].folds for p in fold]
        print(
            f"{language}: {len(passages)} passages, {sum(not p.real for p in passages)} of them our own, "
            f"{sum(len(p.row['events']) for p in passages)} gold events; "
            f"{sum(len(p.places) for p in passages)} acts, "
            f"{sum(g is not None for p in passages for g in p.gold)} on a gold trigger"
        )
        curve = curve_of(laid[language], acts[language], companies)
        if not args.check and language in args.ship:
            judge = train_judge(laid[language].all_rows(), others[language])
            known = train_roles(all_but(None, laid[language].folds, laid[language].wider))
            write(language, known, replace(judge, curve=curve))
    if not args.check:
        second_look.write(DATA, args.ship, everything)


def write(language: str, known: Models, judge: Judge) -> None:
    """Put the models where the coder loads them."""
    named = {"actor": known.actor, "recipient": known.recipient, "equal": known.equal, "own": known.own}
    named |= {"event": judge.event, "right": judge.right, "curve": judge.curve}
    for name, model in named.items():
        (DATA / f"{language}-{name}.tsv.gz").write_bytes(packed(model))


if __name__ == "__main__":
    main()
