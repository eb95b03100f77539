"""Which acts (of the lexicon of events) stand on both sides of a cue: an expulsion after an insult may well answer it.

The types of PLOVER are the same in all languages, so that what is learnt of them in one serves the others.
"""

from __future__ import annotations

from collections.abc import Iterable

from ravabet.lexicon import quads
from ravabet.reasoning.cues.find import Hit
from ravabet.reasoning.sides.reaches import tree_of

QUADS = ("words-for", "deeds-for", "words-against", "deeds-against")
"""What the four classes of types are called in features, in the order of their numbers."""
NONE = frozenset({"no"})
WORDS = 8
"""The length of a sentence is told in steps of so many words."""


def told(hit: Hit, top: int, up: int) -> list[str]:
    """The types of the acts under ``top``, what hangs on a cue, and at ``up``, what it hangs on; else beside it."""
    view, tree, cue = hit.view, tree_of(hit.view), hit.cue.id
    hung = hit.head < 0 or hit.cue.shape in ("phrase", "clause")
    inside = range(tree.lefts[top] if hung else hit.end, tree.rights[top])
    own = {*range(hit.start, hit.end), hit.head}
    named = [(tokens, kind) for tokens, kind in view.acts if not own.issuperset(tokens)]
    over = {up, tree.clause_of(up)} if up >= 0 else set()
    below = {kind for tokens, kind in named if tokens[-1] in inside}
    above = {kind for tokens, kind in named if not over.isdisjoint(tokens)}
    beside = {kind for tokens, kind in named if tokens[-1] not in inside}
    group = _group(hit)
    found = [f"group={group}", f"acts={min(len(view.acts), 3)}"]
    found.append(f"words={min(sum(view.is_word(at) for at in range(view.size)) // WORDS, 6)}")
    for where, kinds in (("down", below or NONE), ("up", above or {f"~{kind}" for kind in beside} or NONE)):
        found += [f"{head}{where}act={kind}" for kind in sorted(kinds) for head in ("", f"{group}>")]
        found += [f"{cue}>{where}act={quad}" for quad in _quads(kinds)]
    pairs = [f"{one}>{two}" for one in _quads(below or NONE) for two in _quads(above or beside or NONE)]
    return found + [f"{head}>{pair}" for pair in pairs for head in (group, "acts")]


def _group(hit: Hit) -> str:
    """Cues that mean alike in all languages: those that say only "after"; by shape, sure and doubtful ones."""
    timed = any(name == "time" for name, _ in hit.cue.when)
    return "time" if timed else f"{hit.cue.shape}-{'doubt' if hit.cue.doubtful else 'sure'}"


def _quads(kinds: Iterable[str]) -> list[str]:
    numbers = {kind: quads().get(kind.strip("~")) for kind in kinds}
    return sorted({QUADS[number - 1] if number else kind for kind, number in numbers.items()})
