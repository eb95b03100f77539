"""Which way to cut the sides of a reason is the best, and how likely it is right: a readable logistic regression.

Trained by ``tools/train_reasons.py`` on annotated Persian news; the weights are ``data/<language>-judge.tsv``.
"""

from __future__ import annotations

from collections.abc import Sequence

from ravabet.coding.learned.linear import Linear
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.side import Pair, Side

LENGTHS = (1, 2, 3, 5, 8, 12, 18, 26)
CHANCES = (-0.2, -0.5, -1.0, -1.6, -2.5, -4.0)


def features(pair: Pair, best: float) -> list[str]:
    """What can be seen of one way to cut; ``best`` is the highest chance of a cause among the ways of the same cue."""
    hit, cause, effect = pair.hit, pair.cause, pair.effect
    shape = hit.cue.shape
    how = f"{cause.how}>{effect.how}"
    left = _left(pair)
    found = [
        f"cue={hit.cue.id}",
        f"shape={shape}",
        f"kind={hit.cue.kind}>{shape}",
        f"how={shape}>{how}",
        f"how={hit.cue.id}>{effect.how}",
        f"c={shape}>{cause.how}",
        f"e={shape}>{effect.how}",
        f"rank={shape}>{min(pair.rank, 4)}",
        f"chance={_below(cause.chance, CHANCES)}",
        f"worse={_below(cause.chance - best, CHANCES)}",
        f"cl={shape}>{_upto(cause)}",
        f"el={shape}>{_upto(effect)}",
        f"el={effect.how}>{_upto(effect)}",
        f"across={cause.view is not effect.view}>{shape}",
        f"left={effect.how}>{left}",
        f"first={shape}>{_first(cause)}",
        f"close={shape}>{cause.hi >= cause.view.atoms[-1].hi}>{effect.hi >= effect.view.atoms[-1].hi}",
        *(f"effect={shape}>{what}" for what in _looks(effect)),
        *(f"cause={shape}>{what}" for what in _looks(cause)),
        *(f"gap={shape}>{what}" for what in _edges(pair)),
    ]
    if effect.how.startswith("after") or effect.how in ("before", "noun"):
        found += [f"light={effect.how}>{_light(pair)}", f"light={effect.how}>{left}>{_light(pair)}"]
        found += [f"verb={effect.how}>{_lemma(pair)}"]
    return found


def _upto(side: Side) -> int:
    size = side.hi - side.lo
    return next((limit for limit in LENGTHS if size <= limit), 99)


def _below(value: float, limits: Sequence[float]) -> str:
    return str(next((limit for limit in limits if value > limit), "low"))


def _left(pair: Pair) -> str:
    """How much of the clause stands before the cue."""
    if not pair.effect.reach:
        return "none" if pair.effect.how.startswith("after") else "is"
    size = sum(hi - lo for lo, hi in pair.effect.reach)
    view, hi = pair.effect.view, pair.effect.reach[0][1]
    marked = view.words[hi - 1] in view.discourse.object
    return f"{'object' if marked else 'plain'}{min(size // 4, 3)}"


def _light(pair: Pair) -> str:
    """How many words stand between the cause and the verb of the clause."""
    view, cause = pair.hit.view, pair.cause
    if cause.view is not view:
        return "far"
    verb = next(iter(view.verbs_in(cause.hi, view.size)), None)
    return "none" if verb is None else str(min(verb.start - cause.hi, 5))


def _lemma(pair: Pair) -> str:
    view, cause = pair.hit.view, pair.cause
    verb = next(iter(view.verbs_in(cause.hi, view.size)), None) if cause.view is view else None
    if verb is None:
        return "none"
    passive = "passive" if verb.passive or verb.lemma == "شدن" else "active"
    return f"{passive}"


def _first(side: Side) -> str:
    word = side.view.words[side.lo]
    if word in side.view.discourse.demonstratives:
        return "dem"
    if word in side.view.discourse.prepositions:
        return "prep"
    return word[-1:]


def _looks(side: Side) -> list[str]:
    """Verbs, marks and edges of a span."""
    view, verbs = side.view, side.view.verbs_in(side.lo, side.hi)
    found = [f"verbs{min(len(verbs), 3)}"]
    if verbs:
        found.append("ends" if verbs[-1].end == side.hi else "inside")
        found.append("says" if view.says(verbs[-1]) else "acts")
        found.append(verbs[-1].tense)
        found.append(f"bare{min(side.hi - side.lo - (verbs[-1].end - verbs[-1].start), 3)}")
        if verbs[-1].negative:
            found.append("negative")
        if verbs[-1].lemma in view.discourse.copula:
            found.append("copula")
    found.append(f"first:{_class(view, side.lo)}")
    found.append(f"last:{_class(view, side.hi - 1)}")
    found.append(f"next:{_class(view, side.hi)}")
    commas = sum(view.words[at] in view.discourse.commas for at in range(side.lo, side.hi))
    found.append(f"commas{min(commas, 2)}")
    if any(view.words[at] in view.discourse.relative for at in range(side.lo, side.hi)):
        found.append("relative")
    return found


def _class(view: View, at: int) -> str:
    if at >= view.size:
        return "end"
    word, discourse = view.words[at], view.discourse
    for name in ("prepositions", "conjunctions", "commas", "object", "relative", "demonstratives"):
        if word in getattr(discourse, name):
            return name
    if not view.is_word(at):
        return "mark"
    return "verb" if view.verb_at(at) else "word"


def _edges(pair: Pair) -> list[str]:
    """Where the cue stands: at the front, behind a comma, in a relative clause, in a quotation."""
    hit, view = pair.hit, pair.hit.view
    lo, verb = view.clause_at(hit.start)
    found = [f"before:{_class(view, hit.start - 1) if hit.start else 'start'}", f"after:{_class(view, hit.end)}"]
    found.append("front" if hit.start - lo <= 1 else "mid")
    found.append("says" if verb and view.says(verb) else "tells")
    found.append("relative" if view.words[lo] in view.discourse.relative else "free")
    found.append(f"tense:{verb.tense if verb else 'none'}")
    return found


def judge(model: Linear, ways: Sequence[Pair]) -> tuple[Pair, float]:
    """The best of the ways to cut round one cue, and how likely it is right."""
    best = max(pair.cause.chance for pair in ways)
    scored = [(model.probability(features(pair, best)), -pair.rank, pair) for pair in ways]
    chance, _, pair = max(scored, key=lambda entry: entry[:2])
    return pair, chance
