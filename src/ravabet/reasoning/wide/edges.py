"""Where causes and effects lie in a sentence: for each token whether it is inside, first or last of one.

The likeliest beginnings and ends give stretches that may be a side whether or not a word marks them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ravabet.reasoning.sentences.trees import Tree
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.side import side
from ravabet.reasoning.wide.tables import Floats, Table
from ravabet.reasoning.wide.words import OUTSIDE, lemmas, markers

OUTPUTS = ("cause", "effect", "cause-first", "cause-last", "effect-first", "effect-last")
"""What is told of a token: that it lies in a side, begins it or ends it."""
NEIGHBOURS = (-2, -1, 1, 2)
NEAR_CUE = 8
"""Cues so many tokens away are told of a token."""
EDGES, STRETCHES, PAIRS = 7, 12, 30
"""So many beginnings and as many ends are tried, so many stretches kept of each side, and so many pairs of them."""
BOUND = 4.0
"""One token weighs no more than this for a stretch it lies in, either way."""
NEVER = -9.0
"""The log-odds that a mark begins or ends a side."""

Stretch = tuple[float, int, int]
"""How likely a stretch is a side, and its tokens."""


def signs(view: View) -> list[list[str]]:
    """What tells of each token whether it lies at the edge of a cause or an effect, or in one."""
    tree = view.tree
    assert tree is not None
    seen = _Seen.of(view, tree)
    return [[*_beside(seen, at), *_above(seen, at), *_around(seen, at)] for at in range(view.size)]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sentence with what is told of each of its tokens more than once."""

    view: View
    tree: Tree
    lemmas: tuple[str, ...]
    cues: frozenset[int]
    acts: dict[int, str]
    says: tuple[int, ...]
    commas: tuple[int, ...]

    @classmethod
    def of(cls, view: View, tree: Tree) -> _Seen:
        """What is seen of a sentence."""
        cues = frozenset(at for start, end in view.marks for at in range(start, end))
        acts = {at: kind for tokens, kind in view.acts for at in tokens}
        says = tuple(verb.start for verb in view.verbs_in(0, view.size) if view.says(verb))
        commas = tuple(at for at in range(view.size) if view.words[at] in view.discourse.commas)
        return cls(view, tree, lemmas(view), cues, acts, says, commas)

    def word(self, at: int) -> str:
        """A word, or that there is none."""
        return self.view.words[at] if 0 <= at < self.view.size else OUTSIDE

    def kind(self, at: int) -> str:
        """A part of speech, or that there is no token."""
        return self.tree.kind(at) if 0 <= at < self.view.size else OUTSIDE

    def lemma(self, at: int) -> str:
        """A dictionary form, or that there is no token."""
        return self.lemmas[at] if 0 <= at < self.view.size else OUTSIDE


def _beside(seen: _Seen, at: int) -> list[str]:
    """The token and its neighbours."""
    word, kind = seen.word, seen.kind
    found = [f"w={word(at)}", f"l={seen.lemma(at)}", f"p={kind(at)}", f"r={seen.tree.relation(at)}"]
    found.append(f"pr={kind(at)} {seen.tree.relation(at)}")
    for step in NEIGHBOURS:
        found += [f"w{step}={word(at + step)}", f"p{step}={kind(at + step)}"]
    found += [f"w-1,0={word(at - 1)} {word(at)}", f"w0,1={word(at)} {word(at + 1)}"]
    found += [f"p-1,0={kind(at - 1)} {kind(at)}", f"p0,1={kind(at)} {kind(at + 1)}"]
    found.append(f"p-2,0={kind(at - 2)} {kind(at - 1)} {kind(at)}")
    found.append(f"p0,2={kind(at)} {kind(at + 1)} {kind(at + 2)}")
    if at in seen.acts:
        found.append(f"act={seen.acts[at]}")
    return found


def _above(seen: _Seen, at: int) -> list[str]:
    """What the token hangs on, and the words that mark the phrases and clauses it lies in."""
    tree = seen.tree
    up, head, clause = tree.above(at), tree.head(at), tree.clause_of(at)
    found = [f"h={seen.lemma(head)}", f"hp={seen.kind(head)} {tree.relation(at)}"]
    found.append("up=" + "<".join(tree.relation(one) for one in up[:4]))
    found += [f"cl={seen.lemma(clause)}", f"clr={tree.relation(clause)}", f"cld={max(-3, min(3, at - clause))}"]
    found += [f"clm={seen.lemma(kid)}" for kid in tree.kids[clause] if tree.relation(kid) in ("mark", "case", "cc")]
    for one in up:
        for mark in markers(tree, one):
            if mark < one:
                found += [f"m={seen.word(mark)}", f"m={seen.word(mark)}>{seen.lemma(tree.head(one))}"]
    found += [f"in={seen.lemma(one)}" for one in {tree.clause_of(one) for one in up}]
    closing = sum(tree.rights[one] == at + 1 for one in up)
    inner = any(tree.rights[one] == at + 1 for one in range(at))
    found += [f"closes={inner}{closing}", f"opens={sum(tree.lefts[one] == at for one in up)}"]
    return found


def _around(seen: _Seen, at: int) -> list[str]:
    """The cues near the token, and where it stands among marks and verbs of saying."""
    view = seen.view
    found = [f"cue-before={seen.word(one)}" for one in range(max(0, at - NEAR_CUE), at) if one in seen.cues]
    found += [
        f"cue-behind={seen.word(one)}" for one in range(at + 1, min(view.size, at + NEAR_CUE + 1)) if one in seen.cues
    ]
    last = next((one for one in range(at - 1, -1, -1) if one in seen.cues), -1)
    coming = next((one for one in range(at + 1, view.size) if one in seen.cues), -1)
    found += [f"last-cue={seen.word(last)}", f"next-cue={seen.word(coming)}", f"cue={at in seen.cues}"]
    found.append(f"commas={min(sum(one < at for one in seen.commas), 3)}")
    found.append(f"place={10 * at // view.size}")
    found.append(f"said={any(one < at for one in seen.says)} {any(one > at for one in seen.says)}")
    return found


def marked(view: View, table: Table) -> Floats:
    """For each token of a sentence its log-odds of each of ``OUTPUTS``."""
    return table.log_odds(signs(view))


def stretches(view: View, scores: Floats, name: str) -> list[Stretch]:
    """The likeliest causes or effects of a sentence, the likeliest first."""
    inside, first, last = (OUTPUTS.index(f"{name}{which}") for which in ("", "-first", "-last"))
    words = np.array([view.is_word(at) for at in range(view.size)])
    opens, closes = np.where(words, scores[:, first], NEVER), np.where(words, scores[:, last], NEVER)
    sums = np.concatenate([[0.0], np.cumsum(np.clip(scores[:, inside], -BOUND, BOUND))])
    tried = [
        (float(opens[lo] + closes[hi - 1] + 0.5 * (sums[hi] - sums[lo]) / np.sqrt(hi - lo)), lo, hi)
        for lo in _highest(opens)
        for hi in (at + 1 for at in _highest(closes))
        if lo < hi
    ]
    found: dict[tuple[int, int], Stretch] = {}
    for chance, lo, hi in sorted(tried, reverse=True):
        kept = side(view, lo, hi, "edges")
        if kept:
            found.setdefault((kept.lo, kept.hi), (chance, kept.lo, kept.hi))
        if len(found) == STRETCHES:
            break
    return list(found.values())


def _highest(values: NDArray[np.float64]) -> list[int]:
    return [int(at) for at in np.argsort(-values, kind="stable")[:EDGES]]


def proposals(view: View, scores: Floats) -> list[tuple[Stretch, Stretch]]:
    """The likeliest pairs of a cause and an effect that do not meet, the likeliest first."""
    causes, effects = stretches(view, scores, "cause"), stretches(view, scores, "effect")
    apart = [(one, two) for one in causes for two in effects if one[2] <= two[1] or two[2] <= one[1]]
    return sorted(apart, key=lambda pair: -pair[0][0] - pair[1][0])[:PAIRS]
