"""Train what judges reasons in parsed sentences, for ``train_reasons.py``: for each language a sense and two sides.

Passages: ``gold/train-<language>.jsonl`` of all parsed languages (news, annotated by hand), and, as ``RECIPES`` says,
``training/reasons`` and ``training/passages`` (sentences and passages of our own), ``training/annotations`` (news that
we read), the Causal News Corpus (CC0) and BECAUSE (MIT). The two corpora take purposes and conditions for reasons: of
the first only where the sides stand is learnt, the second counts less.
The examples of the cues count a twentieth: they tell of cues that no passage has, but nearly all of them are reasons,
and news are not (log-loss of the sense .70 with them in full, .58 without; .68 is that of the base rate).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from tools.annotated import read_rows

from ravabet.coding.learned.linear import Linear
from ravabet.language import analyse
from ravabet.lexicon import cues
from ravabet.model import Span
from ravabet.reasoning.cues.find import Hit
from ravabet.reasoning.find import laid_out
from ravabet.reasoning.judging.weigh import Place, cutting, meaning, place, sides
from ravabet.reasoning.linear import overriding
from ravabet.reasoning.sentences.discourse import discourse
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.side import Pair, Side
from ravabet.reasoning.woods import candidates, judged

LANGUAGES = ("en", "ru", "ar")
FOLDS = 5
SENSE_PENALTY, SIDE_PENALTY, PLAIN_PENALTY = 0.1, 0.2, 0.3
"""scikit-learn's inverse penalties: of .05, .1, .2, .3 and .5 the best on all languages together; the last
without the words at the edges."""
OWN = Path(__file__).parents[1] / "training" / "reasons"
PASSAGES = Path(__file__).parents[1] / "training" / "passages"
CORPORA = {"cnc": "gold/reasons-en-cnc-train.jsonl", "because": "gold/reasons-en-because-half.jsonl"}
EXAMPLE = 0.05
"""How much the example of a cue counts beside a passage."""
NEAR = 0.3
"""A way that shares so much of both spans with an annotated reason shows that the cue is meant as one."""
ONE_SIDE = 0.8
"""A way whose shares of both spans add up to so much teaches where the sides of that reason are."""
HALF, CLOSE = 0.5, 0.7
"""A side is right from the first share of its words on; it is learnt as right from the second on, the sharper."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What one language is learnt from beside the news of all: how much a passage of each source counts.

    ``news-ar`` and the like say it of the news of one language. ``seen``: what tells the sense of fewer cues is not
    learnt.
    """

    sense: dict[str, float]
    sides: dict[str, float]
    seen: int = 2


RECIPES = {
    "en": Recipe(
        {"own-en": 0.6, "because": 0.4, "news-ar": 0.4, "read-en": 1.0, "pass-en": 0.5},
        {"own-en": 0.3, "cnc": 0.2, "news-ar": 0.4, "read-en": 1.0},
    ),
    "ar": Recipe({"own-ar": 0.4, "own-en": 0.3, "more-en": 0.3, "read-ar": 0.3}, {"own-ar": 0.3}),
    "ru": Recipe(
        {"own-ar": 0.2, "own-en": 0.12, "more-en": 0.12, "own-ru": 0.3, "news-ar": 0.4, "read-ru": 1.0},
        {"news-ar": 0.4, "read-ru": 0.6},
    ),
    "en-wide": Recipe({"news": 0, "wide": 1, "because-wide": 1}, {"news": 0, "wide": 1, "because-wide": 1}, seen=4),
}


Rows = dict[Place, tuple[list[str], bool]]
"""The features of each stretch that may be a side, and whether it is cut as annotated."""


@dataclass(frozen=True, slots=True)
class Group:
    """One cue: what tells its sense, whether it is meant (None: cannot be said), and its sides to learn.

    ``near``: how much the best way to cut shares with each annotated reason; ``mark``: the cue as written.
    """

    features: list[str]
    meant: bool | None
    near: tuple[float, ...]
    mark: str
    causes: Rows
    effects: Rows


@dataclass(frozen=True, slots=True)
class Sample:
    """One passage with its sentences, annotated reasons (cause, effect) and cues; ``source``: ``news`` or a corpus."""

    id: str
    source: str
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
            yield from own(language)
            yield from own(language, "more")
            yield from read(PASSAGES / f"{language}.jsonl", language, f"pass-{language}")
            yield from noted(language)
    for name, path in CORPORA.items():
        yield from read(shared / path, "en", name)


def read(path: Path, language: str, source: str = "news", *, wide: bool = False) -> Iterator[Sample]:
    """The passages of one file of gold."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        gold = [(_place(text, r["cause"]), _place(text, r["effect"])) for r in row["reasons"]]
        said = [r["cue"] for r in row["reasons"] if r.get("cue")]
        yield sample(row["id"], source, language, text, gold, partial(_is_said, text, said), wide=wide)


def noted(language: str) -> Iterator[Sample]:
    """The news of ``training/annotations`` that we read for its reasons, as ``read-<language>``."""
    for row in read_rows(language):
        if "reasons" in row:
            text = row["text"]
            gold = [(Span(*told["cause"]), Span(*told["effect"])) for told in row["reasons"]]
            said = [text[slice(*told["cue"])] for told in row["reasons"] if told["cue"]]
            yield sample(row["id"], f"read-{language}", language, text, gold, partial(_is_said, text, said))


def own(language: str, name: str = "own") -> Iterator[Sample]:
    """The sentences written for training: ``{c cause}``, ``{e effect}``, ``{q cue}``; a second reason ``{c2 ...}``.

    ``more``: those of ``<language>-more.txt``, which teach only where ``RECIPES`` says so.
    """
    path = OWN / (f"{language}.txt" if name == "own" else f"{language}-{name}.txt")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path.is_file() else ()):
        text, marked = unmarked(line)
        numbers = sorted({name[1:] for name, _ in marked if name[0] == "c"})
        spans = dict(reversed(marked))
        gold = [(spans[f"c{n}"], spans[f"e{n}"]) for n in numbers]
        told = [span for name, span in marked if name[0] == "q"]
        yield sample(f"{name}-{language}-{number}", f"{name}-{language}", language, text, gold, partial(_meets, told))


def unmarked(line: str) -> tuple[str, list[tuple[str, Span]]]:
    """A line of ``training/reasons`` without its braces, and the name and place of what stood in each pair."""
    text = ""
    found: list[tuple[str, Span]] = []
    still: list[tuple[str, int]] = []
    for part in re.split(r"({[ceq]\d? |})", line):
        if part == "}":
            name, start = still.pop()
            found.append((name, Span(start, len(text))))
        elif part.startswith("{"):
            still.append((part[1:-1], len(text)))
        else:
            text += part
    return text, found


def _meets(told: Sequence[Span], hit: Hit) -> bool:
    mark = hit.view.span(*hit.mark)
    return any(span.start < mark.end and mark.start < span.end for span in told)


def sample(
    name: str,
    source: str,
    language: str,
    text: str,
    gold: list[tuple[Span, Span]],
    said: Callable[[Hit], bool],
    *,
    wide: bool = False,
) -> Sample:
    """One passage with the features and rightness of every way to cut; ``said``: does an annotated cue stand here?"""
    views = laid_out(analyse(text, language), language, wide=wide)
    groups = [_group(ways, views, gold, said) for ways in candidates(views)]
    return Sample(name, source, language, views, gold, groups)


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


def _group(ways: list[Pair], views: list[View], gold: list[tuple[Span, Span]], said: Callable[[Hit], bool]) -> Group:
    hit, words = ways[0].hit, words_of(views)
    marked = [(touched(words, c), touched(words, e)) for c, e in gold]
    spans = [(span_of(pair.cause), span_of(pair.effect)) for pair in ways]
    cuts = [(touched(words, c), touched(words, e)) for c, e in spans]
    shares = [[(iou(mine[0], c), iou(mine[1], e)) for c, e in marked] for mine in cuts]
    mark = " ".join(hit.view.words[slice(*hit.mark)])
    nearest = tuple(max(min(row[n]) for row in shares) for n in range(len(gold)))
    best = max(range(len(gold)), key=lambda n: max(sum(row[n]) for row in shares), default=None)
    near = best is not None and nearest[best] >= NEAR
    told = near or None if said(hit) else near
    told_of = best is not None and (near or max(sum(row[best]) for row in shares) >= ONE_SIDE)
    meant = [row[best] for row in shares] if told_of and best is not None else None
    causes, effects = zip(*meant, strict=True) if meant else (None, None)
    return Group(meaning(hit, ways), told, nearest, mark, _rows(ways, "cause", causes), _rows(ways, "effect", effects))


def _rows(ways: list[Pair], name: str, shares: Sequence[float] | None) -> Rows:
    """The stretches that may be one side; none where no reason is annotated, or none of them comes near its side."""
    if shares is None or max(shares) < CLOSE:
        return {}
    right = {place(getattr(pair, name)): share >= CLOSE for pair, share in zip(ways, shares, strict=True)}
    return {where: (cutting(*found, edges=True), right[where]) for where, found in sides(ways, name).items()}


def _is_said(text: str, said: Iterable[str], hit: Hit) -> bool:
    """Whether a cue that an annotator names stands here."""
    span = hit.view.span(*hit.mark)
    return any(f" {span.of(text)} ".casefold() in f" {cue} ".casefold() for cue in said)


def span_of(side: Side) -> Span:
    """The span of a side."""
    return side.view.span(side.lo, side.hi)


def words_of(views: Iterable[View]) -> list[tuple[int, int]]:
    """Where the words of some sentences stand."""
    return [(token.start, token.end) for view in views for token in view.sentence.tokens if token.is_word]


def touched(words: Sequence[tuple[int, int]], span: Span) -> frozenset[int]:
    """The numbers of the words that share a character with a span."""
    return frozenset(n for n, (start, end) in enumerate(words) if start < span.end and end > span.start)


def iou(one: frozenset[int], two: frozenset[int]) -> float:
    """What two sets of words share, of both together."""
    return len(one & two) / max(len(one | two), 1)


# --- models


Row = tuple[list[str], bool, float]
"""Features, whether it is so, and how much that counts."""


def fit(rows: Sequence[Row], seen: int, penalty: float) -> Linear:
    """Weights of the features that occur at least ``seen`` times, learnt from features and labels."""
    counts = Counter(feature for row, _, _ in rows for feature in set(row))
    columns = {f: n for n, f in enumerate(sorted(f for f, number in counts.items() if number >= seen))}
    inside = [sorted(columns[f] for f in set(row) if f in columns) for row, _, _ in rows]
    starts = np.cumsum([0, *(len(row) for row in inside)])
    flat = [column for row in inside for column in row]
    matrix = csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), len(columns)))
    labels, weights = [label for _, label, _ in rows], [weight for _, _, weight in rows]
    model = LogisticRegression(C=penalty, solver="liblinear").fit(matrix, labels, weights)
    return Linear({f: float(model.coef_[0][n]) for f, n in columns.items()}, float(model.intercept_[0]))


def trained(found: Sequence[Sample], profile: str, recipe: Recipe | None = None) -> dict[str, Linear]:
    """The three models of a profile by their names: is a reason meant, is this its cause, is this its effect."""
    recipe = recipe or RECIPES[profile]
    language, _, wide = profile.partition("-")
    edges = discourse(language, wide=bool(wide)).edges  # they helped Arabic (.34 to .37), not Russian (.57 to .53)
    senses = [
        (group.features, group.meant, weight)
        for weight, group in _weighed(found, recipe.sense)
        if group.meant is not None
    ]
    shown = [(features, meant, EXAMPLE) for name in LANGUAGES for features, meant in _examples(name)]
    sides = [*_weighed(found, recipe.sides)]
    made = {"sense": fit([*senses, *shown], seen=recipe.seen, penalty=SENSE_PENALTY)}
    for name in ("cause", "effect"):
        rows = [(row, label, w) for w, group in sides for row, label in getattr(group, f"{name}s").values()]
        kept = rows if edges else [([f for f in row if "|" not in f], label, w) for row, label, w in rows]
        made[name] = fit(kept, seen=3, penalty=SIDE_PENALTY if edges else PLAIN_PENALTY)
    return {f"{profile}-{name}": model for name, model in made.items()}


def _weighed(found: Iterable[Sample], sources: dict[str, float]) -> Iterator[tuple[float, Group]]:
    weights = {"news": 1.0, **sources}
    told = ((weights.get(f"{s.source}-{s.language}", weights.get(s.source, 0.0)), s) for s in found)
    return ((weight, group) for weight, s in told if weight for group in s.groups)


# --- figures


def check(found: Sequence[Sample], languages: Iterable[str] = LANGUAGES) -> None:
    """Print precision, recall and F1 of pairs, and F1 of passages, on the news of each language by cross-validation."""
    for language in languages:
        news = [s for s in found if s.source == "news" and s.language == language]
        print(f"{language}: {told(crossed(found, news, language))}")


def crossed(
    found: Sequence[Sample], tested: Sequence[Sample], language: str, recipe: Recipe | None = None
) -> Counter[str]:
    """What weights that have not seen it give in each passage of ``tested``."""
    total: Counter[str] = Counter()
    names = {s.id for s in tested}
    for fold in range(FOLDS):
        models = trained([s for s in found if s.id not in names or s.fold != fold], language, recipe)
        with overriding(models):
            for s in tested:
                if s.fold == fold:
                    total.update(counted(s))
    return total


def told(n: Counter[str]) -> str:
    """The figures of a tally in one line."""
    p, r = n["right"] / max(n["given"], 1), n["right"] / max(n["gold"], 1)
    f1 = 2 * n["right"] / max(n["given"] + n["gold"], 1)
    passages = 2 * n["both"] / max(n["some"] + n["any"], 1)
    return f"pairs P {p:.3f} R {r:.3f} F1 {f1:.3f} of {n['gold']}; passages F1 {passages:.3f}"


def counted(s: Sample) -> Counter[str]:
    """What is given and right in one passage, each annotated reason matched once."""
    words, open_gold = words_of(s.views), list(s.gold)
    given = judged(s.views)
    for pair, _ in given:
        mine = touched(words, span_of(pair.cause)), touched(words, span_of(pair.effect))
        hit = next((g for g in open_gold if _matches(words, mine, g)), None)
        if hit:
            open_gold.remove(hit)
    some, told = bool(given), bool(s.gold)
    right = len(s.gold) - len(open_gold)
    return Counter(right=right, given=len(given), gold=len(s.gold), some=some, any=told, both=some and told)


def _matches(
    words: Sequence[tuple[int, int]], mine: tuple[frozenset[int], frozenset[int]], gold: tuple[Span, Span]
) -> bool:
    return all(iou(one, touched(words, two)) >= HALF for one, two in zip(mine, gold, strict=True))
