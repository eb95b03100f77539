"""Which clauses and noun phrases a cue can join, likeliest first: one function for each shape of cue.

Each gives pairs of sides; the first pair is what the rules alone would say.
"""

from __future__ import annotations

from collections.abc import Callable

from ravabet.language import Verb
from ravabet.reasoning.cues.find import Hit, phrase_cue
from ravabet.reasoning.sentences.view import View, trim
from ravabet.reasoning.sides import phrases
from ravabet.reasoning.sides.side import Pair, Range, Side, distinct, product, side
from ravabet.reasoning.sides.statements import backward, forward, merely_says, only_says, until
from ravabet.reasoning.sides.subjects import clause_start, inner, subject

SURE = -0.5
"""The log-probability from which a phrase is taken to end before the relative clause that follows."""


def pairs(hit: Hit, before: View | None) -> list[Pair]:
    """All ways to cut the sides of ``hit``; ``before`` is the sentence before it in the same text, if any."""
    cut = [
        (place, cause, effect)
        for place in (hit, *hit.others)
        for cause, effect in SHAPES[hit.cue.shape](place, before)
        if not merely_says(effect)
    ]
    return [Pair(place, cause, effect, rank) for rank, (place, cause, effect) in enumerate(cut)]


# --- phrase: because of X


def _phrase(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    view, start = hit.view, hit.end - hit.cue.keep
    lo, verb = view.clause_at(hit.start)
    if hit.end >= view.size:
        return []
    if _bare(view, start):
        return _pointing(hit, before)
    if verb and verb.start == hit.end:  # no verb can follow a preposition: the lack of (نبود), not "was not"
        lo, verb = view.clause_at(verb.end)
    if verb and hit.cue.kind == "response" and view.utters(verb):
        return []
    later = verb or next((v for v in view.verbs_in(hit.end, view.size)), None)
    limit = later.start if later else view.size
    found: list[tuple[Side, Side]] = []
    for stop, chance, resume in _stops(view, hit.end, limit):
        cause = side(view, start, stop, "phrase", chance=chance)
        if cause:
            found.extend((cause, effect) for effect in _rest(hit, lo, resume, verb))
    return found + (_because_of(hit, lo, verb) if verb else [])


def _because_of(hit: Hit, lo: int, verb: Verb) -> list[tuple[Side, Side]]:
    """«E به خاطر C بود»: what stands before the cue, or the clause before, came about because of all up to the verb."""
    view = hit.view
    if verb.lemma not in view.discourse.copula:
        return []
    cause = side(view, hit.end, verb.start, "copula")
    left = trim(view, lo, hit.start)
    if left is None or left[1] - left[0] < 2:
        return product([cause], backward(view, lo))
    return product([cause], [side(view, lo, hit.start, "before")])


def _stops(view: View, start: int, limit: int) -> list[tuple[int, float, int]]:
    """Where the cause may end, how likely, and where the clause goes on: behind a relative clause, if one follows."""
    relative = next((at for at in range(start + 1, limit) if view.words[at] in view.discourse.relative), None)
    if relative is None:
        return [
            (end, chance, _past_cue(view, end, limit)) for end, chance in phrases.ends(view, start, limit, limit, True)
        ]
    inner = next((v for v in view.verbs_in(relative, limit)), None)
    stops = phrases.ends(view, start, relative, limit, cause=True)
    if inner is None:
        return [(end, chance, end) for end, chance in stops]
    after = inner.end
    plain = [(end, chance, after if end == relative else end) for end, chance in stops]
    outer = phrases.ends(view, after, limit, limit, cause=True) if after < limit else []
    comma = after < view.size and view.words[after] in view.discourse.commas
    behind = [(after, 0.0, after), *((end, chance, end) for end, chance in outer[: 1 if comma else 2])]
    surely = [stop for stop in plain if stop[1] > SURE][:1]
    return [*surely, *behind, *(stop for stop in plain[:2] if stop not in surely)]


def _past_cue(view: View, end: int, limit: int) -> int:
    """Where the clause goes on behind a phrase that ends at ``end``: behind another cue and its phrase, if any."""
    at = next((i for i in range(end, min(end + 3, limit)) if view.words[i] not in view.discourse.hanging), end)
    behind = phrase_cue(view, at) if at < limit else None
    if behind is None or behind >= limit:
        return end
    return phrases.ends(view, behind, limit, limit, cause=True)[0][0]


def _bare(view: View, at: int) -> bool:
    """Whether the phrase is only a pronoun that points back (in its wake)."""
    if view.words[at] not in view.discourse.bare:
        return False
    following = at + 1
    if following >= view.size or not view.is_word(following):
        return True
    return view.words[at] in view.discourse.alone


def _pointing(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    causes = backward(hit.view, hit.start)
    if not causes and before:
        causes = backward(before, before.size)
    return product(causes, forward(hit.view, hit.end + 1))


def _rest(hit: Hit, lo: int, stop: int, verb: Verb | None) -> list[Side]:
    """What a clause says beside its cause: after it, or before it, or the noun the cause hangs on."""
    view = hit.view
    left = side(view, lo, hit.start, "before")
    reach = ((left.lo, left.hi),) if left else ()
    after = _after(view, stop, verb, reach)
    if left is None:
        return after
    if any(name == "left" for name, _ in hit.cue.when):
        return distinct([side(view, phrases.starts(view, lo, hit.start)[0], hit.start, "noun"), left])
    noun = side(view, phrases.starts(view, lo, hit.start)[0], hit.start, "noun")
    marked = _object_before(view, lo, hit.start)
    if verb is None or (stop < view.size and view.words[stop] in view.discourse.object):
        return distinct([noun, left, *after])
    if view.words[verb.start - 1] in view.discourse.happens:
        return distinct([noun, left])
    if stop >= verb.start:
        return distinct([marked or left, *after, left, noun])
    return distinct([*after, marked, left, noun])


def _object_before(view: View, lo: int, hi: int) -> Side | None:
    """The object right before the cue, without the subject before it."""
    if view.words[hi - 1] not in view.discourse.object:
        return None
    first = trim(view, lo, hi)
    ends = phrases.ends(view, first[0], hi - 1, hi - 1) if first else []
    cut = next((end for end, _ in ends if end < hi - 1), None)
    return side(view, cut, hi, "object") if cut else None


def _after(view: View, stop: int, verb: Verb | None, reach: tuple[Range, ...]) -> list[Side]:
    """From the end of the cause to the verb of its clause, or on to what completes it."""
    if verb is None:
        return [Side(s.view, s.lo, s.hi, f"after-{s.how}", reach) for s in forward(view, stop)]
    own = side(view, stop, verb.end, "after", reach)
    atoms = [atom for atom in view.atoms if atom.hi >= verb.end]
    if not atoms or atoms[0].verb is not verb:
        return distinct([own])
    more = side(view, stop, atoms[until(view, atoms, 0)].hi, "after-whole", reach)
    two = side(view, stop, atoms[min(1, len(atoms) - 1)].hi, "after-two", reach)
    return distinct([more, own, two])


# --- clause: because X


def _clause(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    view = hit.view
    causes = forward(view, hit.end)
    conditions = {name for name, _ in hit.cue.when}
    found: list[tuple[Side, Side]] = []
    if "fronts" in conditions or _begins(view, hit.start) or (hit.start <= 2 and "opens" in conditions):
        found = _fronted(view, causes)
    behind = sorted(causes, key=lambda side: side.how != "all")
    if found and "fronts" in conditions and view.verb_at(hit.start - 1) is None:
        return found
    effects = backward(view, hit.start) or distinct([side(view, view.clause_at(hit.start)[0], hit.start, "subject")])
    if effects:
        return [*found, *product(behind, effects)]
    if not found and before:
        return product(behind, backward(before, before.size))
    return found


def _fronted(view: View, causes: list[Side]) -> list[tuple[Side, Side]]:
    """The clause of the cue first, then the main clause."""
    found: list[tuple[Side, Side]] = []
    for cause in causes:
        edge = next((verb.end for verb in view.verbs_in(cause.lo, view.size) if verb.end >= cause.hi), view.size)
        found.extend((cause, effect) for effect in forward(view, edge) if cause.how != "all")
    return found


def _begins(view: View, at: int) -> bool:
    """Whether a clause has begun before token ``at`` that has not reached its verb (the price, since ..., fell)."""
    edge = max((atom.hi for atom in view.atoms if atom.verb and atom.hi <= at), default=0)
    left = trim(view, edge, at)
    return left is not None and left[1] - left[0] > 1


# --- adverb: therefore Y


def _adverb(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    causes = backward(hit.view, hit.start)
    causes = [side for side in causes if not only_says(side)]
    if not causes and before:
        causes = backward(before, before.size)
    return product(causes, forward(hit.view, hit.end))


# --- frame: X brings about Y


def _frame(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    view = hit.view
    lo = clause_start(hit)
    if hit.slot is None:
        edge = hit.end + (1 if hit.end < view.size and view.words[hit.end] in view.discourse.commas else 0)
        return product(subject(hit, lo, hit.start, before), forward(view, edge, joined=True))
    if hit.slot[0] > lo:
        return product(subject(hit, lo, hit.start, before), _slots(view, *hit.slot))
    found = []
    for cut, chance in _object_starts(view, lo, hit.slot[1]):
        effect = side(view, cut, hit.slot[1], "object", chance=chance)
        found.extend(product(subject(hit, lo, cut, before), [effect]))
    return found or product(subject(hit, lo, lo, before), [side(view, *hit.slot, "object")])


def _slots(view: View, lo: int, hi: int) -> list[Side]:
    """The effect in its slot: all of it, or up to the last "and"."""
    hi -= view.words[hi - 1] in view.discourse.object
    if view.words[lo] in view.discourse.conjunctions:
        return []
    last = max((at for at in range(lo + 2, hi) if view.words[at] in view.discourse.conjunctions), default=hi)
    return distinct([side(view, lo, hi, "slot"), side(view, lo, last, "slot-and")])


def _object_starts(view: View, lo: int, hi: int) -> list[tuple[int, float]]:
    """Where the object begins that stands before ``hi``: at a word for a result, or where the subject may end."""
    first = trim(view, lo, hi)
    if first is None:
        return []
    marked = [at for at in range(first[0] + 1, hi) if view.words[at] in view.discourse.results]
    if marked:
        return [(_first_of_pair(view, marked), 0.0)]
    return [(end, chance) for end, chance in phrases.ends(view, first[0], hi, hi) if end < hi]


def _first_of_pair(view: View, marked: list[int]) -> int:
    """The last word for a result, with its number, or the one it is joined to by "and" (80 dead and 60 wounded)."""
    at = marked[-1]
    while at > 1:
        if view.words[at - 1].isdigit() or view.words[at - 1] in view.discourse.numbers:
            at -= 1
        elif at - 2 in marked and view.words[at - 1] in view.discourse.conjunctions:
            at -= 2
        else:
            break
    return at


# --- reason: the reason for Y is X


def _reason(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:  # noqa: ARG001  one shape for all
    """«علت E، C بود», «علت E را C دانست» and «C علت E بود»: which, is told by what stands before the cue."""
    view = hit.view
    lo, verb = view.clause_at(hit.start)
    if verb is None or (hit.start and view.words[hit.start - 1] in view.discourse.prepositions):
        return []
    end = _said(view, verb)
    if hit.end >= end:
        return []
    left = side(view, lo, hit.start, "subject")
    conditions = {name for name, _ in hit.cue.when}
    marked = left and view.words[hit.start - 1] in view.discourse.object
    if left and not marked and left.hi - left.lo > 1 and verb.lemma in view.discourse.copula:
        if _object_in(view, hit.end, end):
            return []
        before_cue, after_cue = distinct([left, *inner(view, lo, hit.start)]), _slots(view, hit.end, end)
        return product(after_cue, before_cue) if "swapped" in conditions else product(before_cue, after_cue)
    if marked and view.says(verb):
        starts = phrases.starts(view, lo, hit.start - 1)
        objects = [side(view, start, hit.start - 1, "object") for start in (lo, *starts[:2])]
        return product(objects, [side(view, hit.end, end, "slot")])
    if "leads" not in conditions:
        return []
    cuts = _cuts(view, hit.end, end)
    return [
        (cause, effect)
        for cut in cuts
        for effect in _slots(view, hit.end, cut)[:1]
        if (cause := side(view, cut, end, "complement"))
    ]


def _said(view: View, verb: Verb) -> int:
    return verb.start - 1 if verb.start and view.words[verb.start - 1] in view.discourse.speech_nouns else verb.start


def _object_in(view: View, lo: int, hi: int) -> bool:
    return any(view.words[at] in view.discourse.object for at in range(lo, hi))


def _cuts(view: View, lo: int, hi: int) -> list[int]:
    """Where the effect ends and the cause begins: at the object's marker or a comma, else where the phrase may end."""
    marked = [at + 1 for at in range(lo, hi) if view.words[at] in view.discourse.object]
    commas = [
        at + 1 for at in range(lo, hi) if view.words[at] in view.discourse.commas and phrases.balanced(view, lo, at)
    ]
    if marked or commas:
        return [at for at in (marked or commas)[:1] if lo < at < hi]
    return [end for end, _ in phrases.ends(view, lo, hi, hi) if end < hi]


# --- shows: what was told before showed itself in Y


def _shows(hit: Hit, before: View | None) -> list[tuple[Side, Side]]:
    view = hit.view
    if hit.slot is None:
        return []
    return product(subject(hit, clause_start(hit), hit.start, before), [side(view, *hit.slot, "slot")])


SHAPES: dict[str, Callable[[Hit, View | None], list[tuple[Side, Side]]]] = {
    "phrase": _phrase,
    "clause": _clause,
    "adverb": _adverb,
    "frame": _frame,
    "reason": _reason,
    "shows": _shows,
}
