"""Train what judges reasons in parsed sentences, all languages together, for ``train_reasons.py``.

Passages: ``gold/train-<language>.jsonl`` (news, annotated by hand). The Causal News Corpus and BECAUSE are not learnt
from: they take purposes and conditions for reasons, too, and pairs in English news fall from F1 .37 to .33 with them.
The examples of the cues count a twentieth: they tell of cues that no passage has, but nearly all of them are reasons,
and news are not (log-loss of the sense .70 with them in full, .58 without; .68 is that of the base rate).
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from ravabet.coding.linear import Linear
from ravabet.language import analyse
from ravabet.lexicon import cues
from ravabet.model import Span
from ravabet.reasoning.cues import Hit
from ravabet.reasoning.discourse import discourse
from ravabet.reasoning.find import laid_out
from ravabet.reasoning.linear import overriding
from ravabet.reasoning.sides import Pair, Side
from ravabet.reasoning.view import View
from ravabet.reasoning.weigh import Place, cutting, meaning, place, sides
from ravabet.reasoning.woods import candidates, judged

LANGUAGES = ("en", "ru", "ar")
FOLDS = 5
PENALTY = 0.3
"""scikit-learn's inverse penalty: of .05, .1, .2, .3 and .5 the best on all languages together."""
EXAMPLE = 0.05
"""How much the example of a cue counts beside a passage."""
NEAR = 0.3
"""A way that shares so much of both spans with an annotated reason shows that the cue is meant as one."""
ONE_SIDE = 0.8
"""A way whose shares of both spans add up to so much teaches where the sides of that reason are."""
HALF, CLOSE = 0.5, 0.7
"""A side is right from the first share of its words on; it is learnt as right from the second on, the sharper."""


Rows = dict[Place, tuple[list[str], bool]]
"""The features of each stretch that may be a side, and whether it is cut as annotated."""


@dataclass(frozen=True, slots=True)
class Group:
    """One cue: what tells its sense, whether it is meant (None: cannot be said), and its sides to learn."""

    features: list[str]
    meant: bool | None
    causes: Rows
    effects: Rows


@dataclass(frozen=True, slots=True)
class Sample:
    """One passage with its sentences, annotated reasons (cause, effect) and cues."""

    id: str
    language: str
    views: list[View]
    gold: list[tuple[Span, Span]]
    groups: list[Group]

    @property
    def fold(self) -> int:
        """The part of the passages that it is tested in."""
        return int(hashlib.md5(self.id.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def samples(shared: Path) -> Iterator[Sample]:
    """All passages to learn from, in the languages that have cues and are read by trees."""
    for language in LANGUAGES:
        if cues(language) and discourse(language).trees:
            yield from read(shared / "gold" / f"train-{language}.jsonl", language)


def read(path: Path, language: str) -> Iterator[Sample]:
    """The passages of one file of gold."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield sample(row["id"], language, row["text"], row["reasons"])


def sample(name: str, language: str, text: str, reasons: Sequence[dict[str, str | None]]) -> Sample:
    """One passage with the features and rightness of every way to cut."""
    gold = [(_place(text, str(r["cause"])), _place(text, str(r["effect"]))) for r in reasons]
    said = [str(r["cue"]) for r in reasons if r.get("cue")]
    views = laid_out(analyse(text, language), language)
    groups = [_group(text, ways, views, gold, said) for ways in candidates(views)]
    return Sample(name, language, views, gold, groups)


@cache
def _examples(language: str) -> tuple[tuple[list[str], bool], ...]:
    """What tells the sense of each cue in its example, where it is meant, and its counterexample, where it is not."""
    found = []
    for cue in cues(language):
        for text, meant in ((cue.example, True), (cue.counter, False)):
            ways = candidates(laid_out(analyse(text, language), language)) if text else []
            found += [(meaning(way[0].hit, way), meant) for way in ways if way[0].hit.cue.id == cue.id]
    return tuple(found)


def _place(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def _group(text: str, ways: list[Pair], views: list[View], gold: list[tuple[Span, Span]], said: list[str]) -> Group:
    hit, words = ways[0].hit, _words(views)
    marked = [(_touched(words, c), _touched(words, e)) for c, e in gold]
    spans = [(_span(pair.cause), _span(pair.effect)) for pair in ways]
    touched = [(_touched(words, c), _touched(words, e)) for c, e in spans]
    shares = [[(_iou(mine[0], c), _iou(mine[1], e)) for c, e in marked] for mine in touched]
    best = max(range(len(gold)), key=lambda n: max(sum(row[n]) for row in shares), default=None)
    near = best is not None and max(min(row[best]) for row in shares) >= NEAR
    told = near or None if _is_said(text, hit, said) else near
    told_of = best is not None and (near or max(sum(row[best]) for row in shares) >= ONE_SIDE)
    meant = [row[best] for row in shares] if told_of and best is not None else None
    causes, effects = zip(*meant, strict=True) if meant else (None, None)
    return Group(meaning(hit, ways), told, _rows(ways, "cause", causes), _rows(ways, "effect", effects))


def _rows(ways: list[Pair], name: str, shares: Sequence[float] | None) -> Rows:
    """The stretches that may be one side; none where no reason is annotated, or none of them comes near its side."""
    if shares is None or max(shares) < CLOSE:
        return {}
    right = {place(getattr(pair, name)): share >= CLOSE for pair, share in zip(ways, shares, strict=True)}
    return {where: (cutting(*found), right[where]) for where, found in sides(ways, name).items()}


def _is_said(text: str, hit: Hit, said: Iterable[str]) -> bool:
    """Whether a cue that an annotator names stands here."""
    span = hit.view.span(*hit.mark)
    return any(span.of(text).casefold() in cue.casefold() for cue in said)


def _span(side: Side) -> Span:
    return side.view.span(side.lo, side.hi)


def _words(views: Iterable[View]) -> list[tuple[int, int]]:
    return [(token.start, token.end) for view in views for token in view.sentence.tokens if token.is_word]


def _touched(words: Sequence[tuple[int, int]], span: Span) -> frozenset[int]:
    return frozenset(n for n, (start, end) in enumerate(words) if start < span.end and end > span.start)


def _iou(one: frozenset[int], two: frozenset[int]) -> float:
    return len(one & two) / max(len(one | two), 1)


# --- models


def fit(rows: Sequence[tuple[list[str], bool]], seen: int, light: int = 0) -> Linear:
    """Weights of the features that occur at least ``seen`` times, learnt from features and labels.

    ``light``: so many of the last rows count only ``EXAMPLE``.
    """
    counts = Counter(feature for row, _ in rows for feature in set(row))
    columns = {f: n for n, f in enumerate(sorted(f for f, number in counts.items() if number >= seen))}
    inside = [[columns[f] for f in set(row) if f in columns] for row, _ in rows]
    starts = np.cumsum([0, *(len(row) for row in inside)])
    flat = [column for row in inside for column in row]
    matrix = csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), len(columns)))
    weights = [1.0] * (len(rows) - light) + [EXAMPLE] * light
    model = LogisticRegression(C=PENALTY, solver="liblinear").fit(matrix, [label for _, label in rows], weights)
    return Linear({f: float(model.coef_[0][n]) for f, n in columns.items()}, float(model.intercept_[0]))


def trained(found: Sequence[Sample]) -> dict[str, Linear]:
    """The three models by the names of their tables: is a reason meant, is this its cause, is this its effect."""
    groups = [group for sample in found for group in sample.groups]
    senses = [(group.features, group.meant) for group in groups if group.meant is not None]
    shown = [row for language in LANGUAGES for row in _examples(language)]
    return {
        "tree-sense": fit([*senses, *shown], seen=2, light=len(shown)),
        "tree-cause": fit([row for group in groups for row in group.causes.values()], seen=3),
        "tree-effect": fit([row for group in groups for row in group.effects.values()], seen=3),
    }


# --- figures


def check(found: Sequence[Sample]) -> None:
    """Print precision, recall and F1 of pairs, and F1 of passages, for each language by cross-validation."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for fold in range(FOLDS):
        models = trained([s for s in found if s.fold != fold])
        with ExitStack() as stack:
            for name, model in models.items():
                stack.enter_context(overriding(name, model))
            for s in found:
                if s.fold == fold:
                    tally[s.language].update(counted(s))
    for language, n in tally.items():
        p, r = n["right"] / max(n["given"], 1), n["right"] / max(n["gold"], 1)
        f1 = 2 * n["right"] / max(n["given"] + n["gold"], 1)
        passages = 2 * n["both"] / max(n["some"] + n["any"], 1)
        print(f"{language}: pairs P {p:.3f} R {r:.3f} F1 {f1:.3f} of {n['gold']}; passages F1 {passages:.3f}")


def counted(s: Sample) -> Counter[str]:
    """What is given and right in one passage, each annotated reason matched once."""
    words, open_gold = _words(s.views), list(s.gold)
    given = judged(s.views)
    for pair, _ in given:
        mine = _touched(words, _span(pair.cause)), _touched(words, _span(pair.effect))
        hit = next((g for g in open_gold if _matches(words, mine, g)), None)
        if hit:
            open_gold.remove(hit)
    some, told = bool(given), bool(s.gold)
    right = len(s.gold) - len(open_gold)
    return Counter(right=right, given=len(given), gold=len(s.gold), some=some, any=told, both=some and told)


def _matches(
    words: Sequence[tuple[int, int]], mine: tuple[frozenset[int], frozenset[int]], gold: tuple[Span, Span]
) -> bool:
    return all(_iou(one, _touched(words, two)) >= HALF for one, two in zip(mine, gold, strict=True))
