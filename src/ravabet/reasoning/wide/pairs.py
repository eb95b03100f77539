"""What tells of a cause and an effect whether an annotator would mark them: their words, what stands between, the tree.

Beside that stands, in ``options``, what the judge of the news profile is told: how each side is cut
(``weigh.cutting``), and whether the cue round which both are cut is meant (``weigh.meaning``).
"""

from __future__ import annotations

from collections.abc import Iterator

from ravabet.reasoning.sentences.trees import Tree
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.side import Pair, Side
from ravabet.reasoning.wide.words import OUTSIDE, head_of, lemmas, markers, path

GAP = 4
"""A longer stretch between the sides is told by its edges."""
FEW = 6
"""Of the words between the sides so many are told one by one."""


def features(pair: Pair) -> list[str]:
    """The signs of a pair, less those of the ways its sides are cut."""
    view, tree = pair.hit.view, pair.hit.view.tree
    if tree is None or pair.cause.view is not view or pair.effect.view is not view:
        return ["apart"]
    found = [*_between(pair), *_tied(pair, tree), *_place(pair)]
    for name, side in (("c", pair.cause), ("e", pair.effect)):
        found += [*_edges(name, side), *_words(name, side, pair.hit.cue.id)]
    return found


def _order(pair: Pair) -> tuple[str, Side, Side]:
    """Which side comes first."""
    ahead = pair.cause.lo < pair.effect.lo
    return ("CE", pair.cause, pair.effect) if ahead else ("EC", pair.effect, pair.cause)


def _between(pair: Pair) -> Iterator[str]:
    """The words that stand between the sides."""
    order, first, second = _order(pair)
    words = first.view.words[first.hi : second.lo]
    told = " ".join(words) if len(words) <= GAP else f"{' '.join(words[:2])} .. {' '.join(words[-2:])}"
    yield f"{order}gap={told}"
    yield f"{order}apart={min(len(words), 8)}"
    yield f"{order}first={' '.join(words[:1])}"
    yield f"{order}last={' '.join(words[-1:])}"
    yield from (f"{order}word={word}" for word in words[:FEW])


def _tied(pair: Pair, tree: Tree) -> Iterator[str]:
    """How the heads of both sides hang together, and the words that mark the cause."""
    order, _, _ = _order(pair)
    view, cue = pair.hit.view, pair.hit.cue.id
    forms = lemmas(view)
    cause, effect = (head_of(tree, side.lo, side.hi) for side in (pair.cause, pair.effect))
    up, top, down = path(tree, effect, cause)
    way = f"{'<'.join(map(tree.relation, up))}^{'>'.join(map(tree.relation, reversed(down)))}"
    mark = " ".join(forms[kid] for kid in markers(tree, cause))
    one, two = forms[cause], forms[effect]
    yield from (f"way={way}", f"way={way} {mark}", f"mark={mark}")
    yield from (f"ch={one}", f"eh={two}", f"{cue}>ch={one}", f"{cue}>eh={two}", f"{mark}>ch={one}", f"{mark}>eh={two}")
    yield f"{order}kinds={tree.kind(cause)} {tree.kind(effect)}"
    over = [top] if top >= 0 and top not in (cause, effect) else []
    yield from (f"over={forms[at]}" for at in [*up[1:], *over, *down[1:]][:3])


def _place(pair: Pair) -> Iterator[str]:
    """The cue with the ways both sides are cut, and how much of the sentence they cover."""
    order, first, second = _order(pair)
    cue, view = pair.hit.cue, pair.hit.view
    how = ">".join(side.how.partition("-")[0] for side in (pair.cause, pair.effect))
    yield from (f"how={cue.id}>{how}", f"how={cue.shape}>{how}", f"{order}{cue.id}", f"order={order}")
    covered = (first.hi - first.lo + second.hi - second.lo) / view.size
    yield from (
        f"{order}covers={int(covered * 5)}",
        f"start={min(first.lo, 3)}",
        f"end={min(view.size - second.hi, 4)}",
    )


def _edges(name: str, side: Side) -> Iterator[str]:
    """The words at the edges of a side."""
    view = side.view
    yield f"{name}prev={view.words[side.lo - 1] if side.lo else OUTSIDE}"
    yield f"{name}next={view.words[side.hi] if side.hi < view.size else OUTSIDE}"
    yield from (f"{name}one={view.words[side.lo]}", f"{name}last={view.words[side.hi - 1]}")
    verbs = view.verbs_in(side.lo, side.hi)
    yield from (f"{name}verbs={min(len(verbs), 3)}", f"{name}says={any(map(view.says, verbs))}")


def _words(name: str, side: Side, cue: str) -> Iterator[str]:
    """The words and acts told in a side."""
    view = side.view
    forms = lemmas(view)
    yield from {f"{name}w={forms[at]}" for at in range(side.lo, side.hi) if view.is_word(at)}
    for kind in sorted(_acts(view, side)):
        yield from (f"{name}act={kind}", f"{cue}>{name}act={kind}")


def _acts(view: View, side: Side) -> set[str]:
    return {kind for tokens, kind in view.acts if side.lo <= min(tokens) and max(tokens) < side.hi}
