"""Who may take part in an act: the mentions of its sentence, subjects told before, who speaks, whom all is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from ravabet.coding.acts.act import Act
from ravabet.coding.grammar.syntax import Hold, hold, markers
from ravabet.coding.grammar.tree import hold_in_tree
from ravabet.coding.mentions.document import PLACES
from ravabet.coding.mentions.lists import begins_clause, ends_opening
from ravabet.coding.mentions.mention import Mention
from ravabet.coding.place import Place, voice_of
from ravabet.coding.scene import Scene
from ravabet.coding.sides.candidate import Candidate
from ravabet.coding.sides.subjects import named_inside, with_subject
from ravabet.language import Sentence

NAMED = PLACES | {"adjective"}
"""Kinds of mentions that an expression may name in its own words («غارة إسرائيلية», «مقتل فلسطيني»)."""


def candidates(place: Place) -> tuple[Candidate, ...]:
    """The mentions outside the act's own words, the subjects of the sentence before, and who speaks."""
    own = _held(place.scene, place.number, back=0, act=place.act)
    inside = set(place.act.tokens)
    named = NAMED if (known := markers(place.scene.language)).nested or known.fixed_order else PLACES
    here = [
        c
        for c in own
        if c.mention.kind in named
        or not inside.issuperset(range(c.mention.start, c.mention.end))
        or _suffered(c.mention)
        or named_inside(place, c.mention)
    ]
    before = _first_groups(_at_rest(place.scene, place.number - 1, back=1)) if place.number else []
    voice = voice_of(place)
    found = with_subject(place, here, before)
    if voice and not any(voice in c.mention.codes for c in found):
        found += _earlier(place, voice)
    found += _setting(place, found)
    near = _with_nearest(place, found)
    return tuple(c._replace(speaker=True) if voice and voice in c.mention.codes else c for c in near)


def _suffered(mention: Mention) -> bool:
    """Whether the words of an act name those to whom it was done («بازداشت‌شدگان»)."""
    return mention.source.startswith("suffered:")


def _first_groups(held: Sequence[Candidate]) -> list[Candidate]:
    """The first two subjects of a sentence, each with those it is coordinated with."""
    free = [c for c in held if c.free]
    groups = list(dict.fromkeys(c.group for c in free))[:2]
    return [c for c in free if c.group in groups]


def _earlier(place: Place, code: str) -> list[Candidate]:
    """The last mention of a speaker in an earlier sentence."""
    for back in range(1, min(place.number, 6) + 1):
        for candidate in reversed(_at_rest(place.scene, place.number - back, back=min(back, 2))):
            if code in candidate.mention.codes:
                return [candidate]
    return []


def _setting(place: Place, found: list[Candidate]) -> list[Candidate]:
    """The states the document is most about, as many as the language asks for, where the sentence names them nowhere.

    Headlines and running news leave out whom both writer and reader have in mind ("The ambassador was sent home").
    """
    counts, scene = place.scene.named, place.scene
    here = {code for candidate in found for code in candidate.mention.codes}
    told: list[Candidate] = []
    for code in sorted(counts, key=lambda c: (-counts[c], c))[: markers(scene.language).settings]:
        number = None if code in here else _nearest_of(scene, place.number, code)
        if number is not None:
            there = next(c for c in _at_rest(scene, number, back=3) if code in c.mention.codes)
            told.append(there._replace(hold=Hold("setting", 0, False, 0), order=0))
            here.update(there.mention.codes)
    return told


def _nearest_of(scene: Scene, number: int, code: str) -> int | None:
    """The last sentence up to ``number`` that names a code, else the first one behind it; none but in a dateline."""
    for at in chain(range(number, -1, -1), range(number + 1, len(scene.sentences))):
        if any(code in mention.codes and not mention.dateline for mention in scene.mentions[at]):
            return at
    return None


def _with_nearest(place: Place, found: list[Candidate]) -> list[Candidate]:
    first, last = place.act.tokens[0], place.act.tokens[-1]
    here = [c for c in found if not c.back]
    before = max((c.mention.end for c in here if c.mention.end <= first), default=-1)
    after = min((c.mention.start for c in here if c.mention.start > last), default=-1)
    sides = (
        "no" if c.back else "before" if c.mention.end == before else "after" if c.mention.start == after else "no"
        for c in found
    )
    return [c if side == "no" else c._replace(near=side) for c, side in zip(found, sides, strict=True)]


def _stops(scene: Scene, number: int, act: Act | None) -> dict[int, str]:
    """Where a walk back through a noun phrase ends: at names and at the nouns of acts."""
    return _stops_at_rest(scene, number) | dict.fromkeys(act.tokens if act else (), "act")


@lru_cache(maxsize=64)
def _stops_at_rest(scene: Scene, number: int) -> dict[int, str]:
    """The same where no act is looked at."""
    stops = {n: "name" for mention in scene.mentions[number] for n in range(mention.start, mention.end)}
    for other in scene.acts[number]:
        verb = range(other.verb.start, other.verb.end) if other.verb else range(0)
        stops.update({n: "other" for n in other.tokens if n not in verb})
    return stops


def _hold(sentence: Sentence, mention: Mention, language: str, stops: dict[int, str]) -> Hold:
    if sentence.parse is None:
        return hold(sentence, mention.start, mention.end, language, stops)
    return hold_in_tree(sentence, sentence.parse, mention.start, mention.end, markers(language), stops)


@lru_cache(maxsize=256)
def _at_rest(scene: Scene, number: int, back: int) -> tuple[Candidate, ...]:
    """The candidates of a sentence that none of its acts looks at; asked for again by the next act."""
    return tuple(_held(scene, number, back))


def _held(scene: Scene, number: int, back: int, act: Act | None = None) -> list[Candidate]:
    sentence = scene.sentences[number]
    stops = _stops(scene, number, act)
    found: list[Candidate] = []
    group = -1
    for order, mention in enumerate(scene.mentions[number]):
        if mention.dateline:
            continue
        held = _hold(sentence, mention, scene.language, stops)
        before = found[-1].mention if found else None
        listed = before is not None and mention.joined and not begins_clause(sentence, before, mention, scene.language)
        listed = listed and not ends_opening(sentence, scene.mentions[number], order, scene.language)
        if listed and held.depth <= 2:
            first = found[-1].hold
            held = Hold(first.governor, first.depth, first.object or held.object, first.place, first.verb)
        else:
            group += 1
        found.append(Candidate(mention, held, back, group, order))
    return found
