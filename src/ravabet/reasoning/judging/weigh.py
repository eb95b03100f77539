"""Whether a cue in a parsed sentence is meant as a reason, and which way to cut its sides is right.

Three readable logistic regressions (is a reason meant, is this the cause, is this the effect) over features that are
the same for every language (relations of Universal Dependencies, parts of speech, lengths, edges) and over the words of
each; trained by ``tools/train_reasons.py``. Of the stretches that may be a side, that one is taken which shares most
with all of them, each as much as it is likely: minimum Bayes risk (Kumar and Byrne 2004).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from ravabet.coding.learned.linear import Linear, probability
from ravabet.reasoning.cues.find import Hit
from ravabet.reasoning.judging.acting import told
from ravabet.reasoning.judging.alike import alike
from ravabet.reasoning.linking.anaphors import is_anaphor
from ravabet.reasoning.sentences.discourse import longest
from ravabet.reasoning.sentences.trees import Tree
from ravabet.reasoning.sentences.view import View
from ravabet.reasoning.sides.reaches import complement, tree_of
from ravabet.reasoning.sides.side import Pair, Side

SHARP = 1.5
"""Chances are raised to this power before they are summed, lest many unlikely stretches outweigh a likely one."""
OBJECTS = frozenset({"obj", "obl", "xcomp", "ccomp"})
"""Relations of what a verb brings about."""
SAYING = 8
"""A verb of saying so many tokens before a span brings it in."""
FIRST = 3
"""A span begins with a verb that stands among its first so many tokens."""
MOST = 3
"""No more ways to cut a cue's sides are told apart than so many."""
ROUNDED = 1e-9
"""What a sum may differ by when its parts are added in another order."""
LENGTHS = (1, 2, 3, 5, 8, 12, 18, 26)


def meaning(hit: Hit, ways: Sequence[Pair]) -> list[str]:
    """What tells whether a cue is meant as a reason: how it stands, and the ways to cut its sides."""
    shape = hit.cue.shape
    elsewhere = any(way.cause.view is not hit.view for way in ways)
    return [*standing(hit), f"ways={min(len(ways), MOST)}>{shape}", f"many={elsewhere}>{shape}"]


def may_be_meant(sense: Linear, hit: Hit, needed: float) -> bool:
    """Whether a cue is meant with a probability of ``needed`` if the ways to cut its sides speak for that the most.

    They need not be looked for where it is not.
    """
    told = ([f"ways={number}" for number in range(1, MOST + 1)], [f"many={elsewhere}" for elsewhere in (False, True)])
    best = sum(max(sense.weights.get(f"{fact}>{hit.cue.shape}", 0.0) for fact in facts) for facts in told)
    return probability(sense.log_odds(standing(hit)) + best) >= needed - ROUNDED


def standing(hit: Hit) -> list[str]:
    """The cue, what hangs on it, and what it hangs on."""
    view, tree = hit.view, tree_of(hit.view)
    top = complement(view, hit.start, hit.end) if hit.head < 0 or hit.cue.shape in ("phrase", "clause") else hit.head
    top = hit.end - 1 if top is None else top
    up = _over(tree, hit, top)
    cue, shape = hit.cue.id, hit.cue.shape
    found = [f"cue={cue}", f"shape={shape}", f"kind={hit.cue.kind}", f"rel={tree.full(top)}", f"pos={tree.kind(top)}"]
    found += [f"{cue}>rel={tree.relation(top)}", f"{cue}>pos={tree.kind(top)}", f"{cue}>{_place(hit)}"]
    found.append(f"doubt={hit.cue.doubtful}")
    found += [f"{shape}>{_place(hit)}", *(f"down={form}" for form in view.forms[top])]
    found += [f"{cue}>down={form}" for form in view.forms[top]]
    if up >= 0:
        found += [f"up={form}" for form in view.forms[up]] + [f"{cue}>up={form}" for form in view.forms[up]]
        found += [f"{cue}>uppos={tree.kind(up)}", f"uprel={tree.relation(up)}"]
        found += [f"says={view.among(up, view.discourse.speech_verbs)}>{shape}"]
        found += [f"above={form}" for form in view.forms[tree.clause_of(up)]]
    found += _signs(view, top, up, cue)
    found += alike(view, top, up, cue)
    found += told(hit, top, up)
    if view.discourse.wide:
        found += _said_all(view)
    return found + [f"{where}>{what}" for what in _objects(hit) for where in (shape, cue)]


def _said_all(view: View) -> list[str]:
    """The words of a sentence and each with the next: they tell most of whether it gives a reason in the wide sense."""
    words = [word for at, word in enumerate(view.words) if view.is_word(at)]
    return [f"word={word}" for word in words] + [f"words={one} {two}" for one, two in pairwise(words)]


def _over(tree: Tree, hit: Hit, top: int) -> int:
    """The first token above the cue and what hangs on it."""
    inside = range(hit.start, hit.end)
    at = tree.head(top)
    while at in inside:
        at = tree.head(at)
    return at


def _place(hit: Hit) -> str:
    before = hit.start - 1
    if before < 0 or (before == 0 and not hit.view.is_word(0)):
        return "front"
    word = hit.view.words[before]
    return "comma" if word in hit.view.discourse.commas else "mark" if not hit.view.is_word(before) else "mid"


def _signs(view: View, top: int, up: int, cue: str) -> list[str]:
    """Numbers, answers and outcomes on both sides of a cue."""
    tree, discourse = tree_of(view), view.discourse
    below = range(tree.lefts[top], tree.rights[top])
    beside = [at for at in range(view.size) if at not in below]
    found = []
    if any(view.words[at][:1].isdigit() for at in below) or "NUM" in {tree.kind(at) for at in below}:
        found += ["number", f"{cue}>number"]
    if any(view.among(at, discourse.answers) for at in beside):
        found += ["answer", f"{cue}>answer"]
    if any(view.among(at, discourse.results) for at in beside):
        found += ["outcome", f"{cue}>outcome"]
    if up >= 0 and view.among(up, discourse.answers | discourse.changes):
        found += ["up-answer", f"{cue}>up-answer"]
    if tree.is_clause(top):
        found.append(f"{cue}>clause")
    return found


def _objects(hit: Hit) -> list[str]:
    """What a verb is said to bring about: an answer, an outcome, a change, something else; how the verb stands."""
    if hit.head < 0:
        return []
    view, tree, discourse = hit.view, tree_of(hit.view), hit.view.discourse
    kids = [kid for kid in tree.kids[hit.head] if kid > hit.head and tree.relation(kid) in OBJECTS]
    classes = {"answer": discourse.answers, "outcome": discourse.results, "change": discourse.changes}
    found = [f"object-{name}" for name, words in classes.items() if any(view.among(kid, words) for kid in kids)]
    found += [f"object-{tree.kind(kid)}" for kid in kids[:1]]
    found.append("adjunct" if tree.is_adjunct(hit.head) else "passive" if tree.is_passive(hit.head) else "active")
    subject = tree.subject(hit.head)
    found.append(f"subject-{tree.kind(subject)}" if subject is not None else "subject-none")
    return found


def cutting(pair: Pair, side: Side, *, edges: bool) -> list[str]:
    """What tells whether one side of a pair is cut where it begins and ends; ``edges``: the words there, too."""
    hit = pair.hit
    shape = "phrase" if hit.cue.shape == "clause" else hit.cue.shape
    found = [
        f"how={shape}>{side.how}",
        f"how={hit.cue.id}>{side.how}",
        f"size={shape}>{_upto(side)}",
        f"place={_place(hit)}>{_stem(side.how)}",
        f"anaphor={is_anaphor(side)}>{shape}>{_stem(side.how)}",
        f"reach={bool(side.reach)}>{_stem(side.how)}",
    ]
    looks = _looks(side)
    language = side.view.discourse.language
    words = [f"{language}|{what}" for what in _edges(hit, side)] if edges else []
    return found + [f"{shape}>{what}" for what in looks] + looks + words


def _stem(how: str) -> str:
    return how.partition("-")[0]


def _upto(side: Side) -> int:
    size = side.hi - side.lo
    return next((limit for limit in LENGTHS if size <= limit), 99)


def _looks(side: Side) -> list[str]:
    """The head, edges, verbs and marks of a span."""
    view, lo, hi = side.view, side.lo, side.hi
    tree = view.tree
    found = [f"first:{_class(view, lo)}", f"last:{_class(view, hi - 1)}", f"next:{_class(view, hi)}"]
    found.append(f"prev:{_class(view, lo - 1)}")
    found.append(f"start{lo == 0}")
    found.append(f"end{not any(view.is_word(at) for at in range(hi, view.size))}")
    found.append(f"commas{min(sum(view.words[at] in view.discourse.commas for at in range(lo, hi)), 2)}")
    verbs = view.verbs_in(lo, hi)
    found.append(f"verbs{min(len(verbs), 3)}")
    if verbs and view.says(verbs[0]):
        found.append("says-first")
    if any(view.among(at, view.discourse.tells) for at in range(lo, min(lo + FIRST, hi))):
        found.append("tells-first")
    if any(view.among(at, view.discourse.tells) for at in range(max(lo - SAYING, 0), lo)):
        found.append("tells-before")
    if tree is None:
        return found
    heads = [at for at in range(lo, hi) if not lo <= tree.head(at) < hi and tree.relation(at) != "punct"]
    found.append(f"heads{min(len(heads), 3)}")
    head = heads[0] if heads else lo
    found += [f"head:{tree.kind(head)}", f"rel:{tree.relation(head)}"]
    found.append(f"whole{tree.lefts[head] >= lo and tree.rights[head] <= hi}")
    if any(tree.relation(at) == "nsubj" for at in tree.kids[head] if at < lo or at >= hi):
        found.append("subjectless")
    if any(tree.full(at).endswith("relcl") for at in range(lo, hi)):
        found.append("relative")
    return found


def _edges(hit: Hit, side: Side) -> list[str]:
    """The words at the edges of a span, and what stands inside it or before it that seldom belongs to a span."""
    view, lo, hi = side.view, side.lo, side.hi
    name = _stem(side.how)
    found = [f"prev={_small(view, lo - 1)}", f"next={_small(view, hi)}", f"one={_small(view, lo)}"]
    found.append(f"prev={_small(view, lo - 1)}>one={_class(view, lo)}")
    found.append(f"next={_small(view, hi)}>last={_class(view, hi - 1)}")
    if any(longest(view.words, at, view.discourse.attribution) for at in range(lo + 1, hi)):
        found.append("inner-attribution")
    others = [mark for mark in view.marks if mark != hit.mark]
    if any(lo < start and end <= hi for start, end in others):
        found.append("inner-cue")
    if any(end in (lo, lo - 1) for _, end in others):
        found.append(f"cue-before>{name}")
    if any(start in (hi, hi + 1) for start, _ in others):
        found.append(f"cue-behind>{name}")
    starts = {clause.tokens[0] for clause in view.sentence.clauses}
    found += [f"opens-clause{lo in starts}", f"ends-at-clause{hi in starts}"]
    said = _said(view)
    found.append(f"says-inside{any(lo < start < hi for start in said)}")
    found.append(f"says-before{any(lo - SAYING <= start < lo for start in said)}")
    found.append(f"and-inside{min(sum(view.words[at] in view.discourse.conjunctions for at in range(lo, hi)), 2)}")
    return found


@lru_cache(maxsize=64)
def _said(view: View) -> tuple[int, ...]:
    """Where the verbs of saying of a sentence begin, for all the spans in it."""
    return tuple(verb.start for verb in view.verbs_in(0, view.size) if view.says(verb))


@lru_cache(maxsize=256)
def _small(view: View, at: int) -> str:
    """A word that tells by itself where a span begins or ends; of any other its class."""
    if not 0 <= at < view.size:
        return "edge"
    word, discourse = view.words[at], view.discourse
    if longest(view.words, at, discourse.attribution):
        return "attribution"
    groups = (discourse.openers, discourse.hanging, discourse.relative, discourse.prepositions, discourse.conjunctions)
    return word if any(word in group for group in (*groups, discourse.commas)) else _class(view, at)


def _class(view: View, at: int) -> str:
    if not 0 <= at < view.size:
        return "edge"
    if view.words[at] in view.discourse.commas:
        return "comma"
    if not view.is_word(at):
        return "mark"
    return view.tree.kind(at) if view.tree else "word"


def chosen(cause: Linear, effect: Linear, ways: Sequence[Pair]) -> tuple[Pair, float]:
    """The best of the ways to cut round one cue, and how likely it is right: each side is judged by its own model."""
    causes, effects = _chances(cause, ways, "cause"), _chances(effect, ways, "effect")
    scored = [(causes[place(pair.cause)] * effects[place(pair.effect)], -pair.rank, pair) for pair in ways]
    chance, _, pair = max(scored, key=lambda entry: entry[:2])
    return pair, chance


Place = tuple[int, int, int]
"""The sentence and the tokens of a side."""


def place(side: Side) -> Place:
    """Where a side stands."""
    return side.view.number, side.lo, side.hi


def sides(ways: Sequence[Pair], name: str) -> dict[Place, tuple[Pair, Side]]:
    """The causes or the effects among the ways, each stretch once, with the likeliest way that has it."""
    found: dict[Place, tuple[Pair, Side]] = {}
    for pair in ways:
        side = pair.cause if name == "cause" else pair.effect
        found.setdefault(place(side), (pair, side))
    return found


def _chances(model: Linear, ways: Sequence[Pair], name: str) -> dict[Place, float]:
    """How much each stretch shares with the right one, to be expected from the chances of all."""
    edges = bool(ways) and ways[0].hit.view.discourse.edges
    alone = {
        where: model.probability(cutting(*found, edges=edges)) ** SHARP for where, found in sides(ways, name).items()
    }
    whole = max(sum(alone.values()), 1e-6)
    return {one: sum(chance * _share(one, two) for two, chance in alone.items()) / whole for one in alone}


def _share(one: Place, two: Place) -> float:
    shared = min(one[2], two[2]) - max(one[1], two[1])
    return max(shared, 0) / (max(one[2], two[2]) - min(one[1], two[1])) if one[0] == two[0] else 0.0
