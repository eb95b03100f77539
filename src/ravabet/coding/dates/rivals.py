"""What is told to the model of dates on whose a date is: facts on the other acts that may have it.

News tells an act twice, in the lead without its day and in what follows with it; and a day that stands beside another
act is rather that one's. In the dependencies a date hangs on the word whose day it tells, but right behind a verb of
speech, where parsers hang it on what is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ravabet.coding.dates.dated import Rival, rivals
from ravabet.coding.dates.stand import Dated, Undated
from ravabet.coding.grammar.tree import base, top
from ravabet.coding.telling.speech import said_then, speaks
from ravabet.language import Sentence

MANY, MORE = 2, 3
"""Counts of acts are told apart up to these."""


def whose(act: Undated, date: Dated, told: Sequence[Dated], kind: str) -> Iterator[str]:
    """The facts on whose a date is; ``kind``: what clauses say of it and the act."""
    here = date.number == act.place.number
    acts = rivals(act.place.scene, date.number)
    own = set(act.place.act.tokens)
    others = [other for other in acts if not here or own.isdisjoint(other.tokens)]
    yield from _beside(act, date, others, kind) if here else _retold(act, date, others)
    if not said_then(act.place.scene.sentences[date.number], date.at, act.place.scene.language):
        yield from _in_tree(act, date, others, kind)
    days = {other.when.date for other in told} - {date.when.date}
    finer = any(day.startswith(date.when.date) for day in days)
    coarser = any(date.when.date.startswith(day) for day in days)
    yield f"finer={finer} {coarser} {kind if here else act.found}"


def _beside(act: Undated, date: Dated, others: Sequence[Rival], kind: str) -> Iterator[str]:
    """The facts on the other acts of the act's own sentence."""
    said = said_then(act.sentence, date.at, act.place.scene.language)
    verb = None if said else act.sentence.clause_verb(date.at)
    own = act.place.act.verb
    mine = own is not None and verb is not None and own.start == verb.start
    theirs = [other for other in others if verb is not None and other.verb == verb.start]
    gap = _gap(act.place.act.tokens, date.at)
    nearer = sum(_gap(other.tokens, date.at) < gap for other in others)
    held = [other.type for other in others if other.when is date.when]
    yield f"rival verb={'mine' if mine else 'theirs' if theirs else 'none'} {kind}"
    yield f"rival type={any(other.type == act.place.frame.type for other in theirs)} {kind} {mine}"
    yield f"rivals nearer={min(MANY, nearer)} {kind}"
    yield f"held={min(MANY, len(held))} {act.place.frame.type in held} {kind}"


def _retold(act: Undated, date: Dated, others: Sequence[Rival]) -> Iterator[str]:
    """The facts on the acts of another sentence: whether one of them is the same act, told there with its day."""
    frame, kind = act.place.frame.id, act.place.frame.type
    verb = act.place.scene.sentences[date.number].clause_verb(date.at)
    theirs = [other for other in others if verb is not None and other.verb == verb.start]
    held = [other for other in others if other.when is not None and other.when.date == date.when.date]
    twin, alike = any(o.frame == frame for o in held), any(o.type == kind for o in held)
    yield f"off rival verb={bool(theirs)} {act.found}"
    yield f"off rival type={any(other.type == kind for other in theirs)} {act.found}"
    yield f"off rivals={min(MORE, len(others))} {act.found}"
    yield f"off held={min(MANY, len(held))} {bool(others)} {act.found}"
    yield f"off twin={any(other.frame == frame for other in others)} {twin} {act.found}"
    yield f"off alike={any(other.type == kind for other in others)} {alike} {act.found}"
    yield f"off twin back={twin} {alike} {act.place.number > date.number} {act.place.form}"


def _gap(tokens: Sequence[int] | frozenset[int], at: int) -> int:
    return min(abs(token - at) for token in tokens)


def _in_tree(act: Undated, date: Dated, others: Sequence[Rival], kind: str) -> Iterator[str]:
    """What the date hangs on in the dependencies, and how the act stands under it."""
    sentence = act.place.scene.sentences[date.number]
    parse, here = sentence.parse, date.number == act.place.number
    if parse is None or not len(parse):
        return
    tokens = sentence.tokens_in(date.when.span)
    head = top(parse, tokens[0], tokens[-1] + 1)
    above, relation = parse.heads[head], base(parse.relations[head])
    owner = _owner(act, sentence, above, others)
    yield f"tree of={owner} {kind if here else act.found} {here}"
    yield f"tree relation={owner} {relation} {here}"
    yield f"tree of form={owner} {act.manner} {here} {act.place.form}"
    if not here or above < 0:
        return
    own = act.place.act.tokens
    up = parse.upward(top(parse, min(own), max(own) + 1))
    if above not in up:
        yield f"tree beside={owner} {kind}"
    elif steps := up.index(above):
        yield f"tree under={min(MORE, steps)} {base(parse.relations[up[steps - 1]])} {owner}"
        yield f"tree under as={base(parse.relations[up[0]])} {owner} {act.manner}"


def _owner(act: Undated, sentence: Sentence, at: int, others: Sequence[Rival]) -> str:
    """Whose word token ``at`` is: the act's own, that of a ``rival``, that of who speaks, another ``verb`` or none."""
    if at < 0:
        return "root"
    if sentence is act.sentence and at in act.place.act.tokens:
        return "own"
    kinds = {other.type for other in others if at in other.tokens}
    if kinds:
        return "rival alike" if act.place.frame.type in kinds else "rival"
    verb = next((verb for verb in sentence.verbs if verb.start <= at < verb.end), None)
    if verb is None:
        return "noun"
    return "speech" if speaks(sentence, verb, act.place.scene.language) else "verb"
